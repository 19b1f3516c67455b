// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/task/taskdetails.h"
#include "ui/pages/page.h"

#include <QWidget>

class QMimeData;
class QVBoxLayout;

namespace core {
class Session;
class UploadCheck;
struct LocalFile;
} // namespace core

namespace ui {

class Banner;
struct BannerText;
class UploadPanel;
class Workspace;

/// Files on their way to become artifacts of the run that is shown: dropped, pasted or chosen, then checked in a panel.
/// Takes no room while there is nothing to say.
class TaskUploads : public QWidget
{
    Q_OBJECT

public:
    TaskUploads(core::TaskDetails *details, core::Session *session, Workspace *workspace, QWidget *parent = nullptr);

    QAction *uploadAction() const { return m_upload; }
    QAction *pasteAction() const { return m_paste; }

    /// Paths of the local files that \a content carries; empty for anything else.
    static QStringList filesIn(const QMimeData *content);
    /// Whether files may be dropped now, as far as is known.
    bool takesFiles() const;
    /// What a drop of \a count files would do, or why it would do nothing.
    QString dropText(int count) const;
    /// Shows files in the panel, or says why they cannot be uploaded.
    void take(const QStringList &paths);
    /// Says why files cannot be uploaded.
    void explain();
    /// Whether the panel is shown.
    bool isAsking() const;

Q_SIGNALS:
    /// The panel, or an explanation, has something to show.
    void shown();
    /// It has come or gone, so that it takes another height.
    void heightChanged();
    void noticed(const ui::Notice &notice);

private:
    void buildActions();
    UploadPanel *panel();
    void update();
    void list(const std::vector<core::LocalFile> &files);
    void upload();
    void ended(int transfer);
    void close();
    void say(const BannerText &text);
    void fit();

    core::TaskDetails *m_details;
    core::Session *m_session;
    Workspace *m_workspace;
    core::UploadCheck *m_check;
    Banner *m_banner;
    QVBoxLayout *m_column;
    UploadPanel *m_panel = nullptr; ///< made when it is first needed; a page has to open at once
    QAction *m_upload = nullptr;
    QAction *m_paste = nullptr;
    QStringList m_taken; ///< paths that wait for the answer of the check
};

} // namespace ui
