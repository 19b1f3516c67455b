// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/task/taskdetails.h"

#include <QTimer>
#include <QWidget>

class QSettings;

namespace ui {

class Banner;
class DataTable;
class EmptyView;

/// The runs of a task; the one that is selected is the one whose artifacts are shown.
class TaskRuns : public QWidget
{
    Q_OBJECT

public:
    TaskRuns(core::TaskDetails *details, QSettings *settings, QWidget *parent = nullptr);

private:
    void buildTable(QSettings *settings);
    void update();
    void selectRun();

    core::TaskDetails *m_details;
    Banner *m_banner;
    DataTable *m_table;
    EmptyView *m_empty;
    QTimer m_ticks;
    bool m_selecting = false;
};

} // namespace ui
