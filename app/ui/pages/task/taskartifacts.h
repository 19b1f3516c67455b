// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/task/taskdetails.h"
#include "ui/pages/page.h"

class QAction;

namespace core {
class Session;
}

namespace ui {

class Banner;
class DataTable;
class EmptyView;
class SecondaryLabel;
class Workspace;

/// The artifacts of one run: open a log, save one, copy its URL.
class TaskArtifacts : public QWidget
{
    Q_OBJECT

public:
    TaskArtifacts(core::TaskDetails *details, core::Session *session, Workspace *workspace, QWidget *parent = nullptr);

    /// Selects an artifact, now or once it is listed.
    void selectArtifact(const QString &name);
    /// Opens the log of the task; does nothing while there is none.
    void openLog(OpenIn where);
    QList<QAction *> actions() const { return { m_openLog, m_save, m_copyUrl }; }

Q_SIGNALS:
    void openRequested(const core::Location &location, ui::OpenIn where);
    void noticed(const ui::Notice &notice);

private:
    QWidget *buildActions();
    void buildTable();
    QAction *addActionFor(const QString &objectName, const QString &text, const QString &iconName);
    void update();
    void updateActions();
    void open(const QModelIndex &row, bool newTab);
    void saveSelected();
    void copyUrl();
    void showMenu(const QPoint &position);
    const core::ArtifactInfo *current() const;
    core::Location locationOf(const core::ArtifactInfo &artifact, bool asLog) const;

    core::TaskDetails *m_details;
    core::Session *m_session;
    Workspace *m_workspace;
    Banner *m_banner;
    DataTable *m_table;
    EmptyView *m_empty;
    SecondaryLabel *m_runLabel;
    QAction *m_openLog = nullptr;
    QAction *m_save = nullptr;
    QAction *m_copyUrl = nullptr;
    QString m_wanted;
};

} // namespace ui
