// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/widgets/datatable.h"

namespace core {
class TaskGroupModel;
}

namespace ui {

/// The table of a task group's tasks.
class TaskTable : public DataTable
{
    Q_OBJECT

public:
    explicit TaskTable(QWidget *parent = nullptr);

    void setTasks(core::TaskGroupModel *model, QSettings *settings);
};

} // namespace ui
