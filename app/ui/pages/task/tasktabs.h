// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/task/taskdetails.h"
#include "ui/pages/page.h"

class QPlainTextEdit;
class QTabWidget;

namespace core {
class Session;
}

namespace ui {

class Banner;
class DropTarget;
class TaskArtifacts;
class Workspace;

/// Everything about one task, in tabs: the same beside a group's table and on a page of its own. Files can be dropped
/// anywhere on it.
class TaskTabs : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Overview, Runs, Artifacts, Definition };

    TaskTabs(core::Session *session, Workspace *workspace, QWidget *parent = nullptr);

    core::TaskDetails *details() const { return m_details; }
    TaskArtifacts *artifacts() const { return m_artifacts; }
    Tab currentTab() const;
    void setCurrentTab(Tab tab);
    bool isLoading() const;
    QList<QAction *> taskActions() const;

Q_SIGNALS:
    void openRequested(const core::Location &location, ui::OpenIn where);
    void noticed(const ui::Notice &notice);
    void tabChanged();
    /// What is to be looked at takes at least \a height altogether.
    void roomWanted(int height);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildDefinition();
    void updateTitles();
    void updateDefinition();

    core::TaskDetails *m_details;
    QTabWidget *m_tabs;
    TaskArtifacts *m_artifacts;
    QPlainTextEdit *m_definition = nullptr;
    Banner *m_definitionBanner = nullptr;
    DropTarget *m_dropTarget;
    bool m_refused = false; ///< what is dragged over this
    QByteArray m_shownDefinition;
};

} // namespace ui
