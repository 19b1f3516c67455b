// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/artifacts/artifactid.h"
#include "core/task/taskdetails.h"
#include "ui/pages/page.h"

class QAction;

namespace core {
class Session;
}

namespace ui {

class ArtifactDrag;
class ArtifactTable;
class Banner;
class EmptyView;
class SecondaryLabel;
class TaskUploads;
class Workspace;

/// The artifacts of one run: open a log, save one or several, drag them out, copy URLs, upload files.
class TaskArtifacts : public QWidget
{
    Q_OBJECT

public:
    TaskArtifacts(core::TaskDetails *details, core::Session *session, Workspace *workspace, QWidget *parent = nullptr);

    /// Selects an artifact, now or once it is listed.
    void selectArtifact(const QString &name);
    /// Opens the log of the task; does nothing while there is none.
    void openLog(OpenIn where);
    QList<QAction *> actions() const;
    TaskUploads *uploads() const { return m_uploads; }

Q_SIGNALS:
    /// There is something to look at here, which takes \a height.
    void attentionWanted(int height);
    void openRequested(const core::Location &location, ui::OpenIn where);
    void noticed(const ui::Notice &notice);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildActions();
    void buildTable();
    QAction *addActionFor(const QString &objectName, const QString &text, const QString &iconName);
    void update();
    void arrange();
    void updateActions();
    void open(const QModelIndex &row, bool newTab);
    void saveSelected();
    void saveInto(const QList<core::ArtifactId> &artifacts, const QString &folder);
    void copyUrls();
    void updateNotes();
    void updateNote(const core::ArtifactId &artifact);
    void showMenu(const QPoint &position);
    const core::ArtifactInfo *current() const;
    QList<core::ArtifactId> selected() const;
    core::ArtifactId idOf(const QString &name) const { return { m_details->taskId(), m_details->runId(), name }; }
    core::Location locationOf(const core::ArtifactInfo &artifact, bool asLog) const;

    core::TaskDetails *m_details;
    core::Session *m_session;
    Workspace *m_workspace;
    TaskUploads *m_uploads;
    Banner *m_banner;
    ArtifactTable *m_table;
    ArtifactDrag *m_drag;
    EmptyView *m_empty;
    SecondaryLabel *m_runLabel;
    QWidget *m_actionRow = nullptr;
    QAction *m_openLog = nullptr;
    QAction *m_save = nullptr;
    QAction *m_copyUrl = nullptr;
    QAction *m_copyFiles = nullptr;
    QAction *m_keepFolders = nullptr;
    QString m_wanted;
    bool m_none = false; ///< the run has no artifacts
};

} // namespace ui
