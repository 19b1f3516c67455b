// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/pages/page.h"
#include "ui/widgets/logsource.h"

#include <memory>

class QLineEdit;
class QToolButton;

namespace core {
class LogFile;
class Session;
class TaskDetails;
} // namespace core

namespace ui {

class Banner;
class ElidedLabel;
class EmptyView;
class IdLabel;
class LogView;
class PageHeader;
class SecondaryLabel;
class Workspace;

/// A log as text, readable from its first bytes on.
class LogPage : public Page
{
    Q_OBJECT

public:
    LogPage(core::Session *session, Workspace *workspace, const core::Location &location, QWidget *parent);
    ~LogPage() override;

    QString title() const override;
    QIcon icon() const override;
    QString statusText() const override;
    bool isLoading() const override;
    void reload() override;
    QList<QAction *> pageActions() const override { return m_actions; }
    void focusContent() override;
    QVariantMap saveView() const override;
    void restoreView(const QVariantMap &view) override;

    LogView *view() const { return m_view; }

private:
    void buildActions();
    void buildHeader();
    QWidget *buildFindBar();
    void connectFile();
    void taskKnown();
    void openLog();
    void partChanged();
    void grown();
    void showLinkedLines();
    void save();
    void find(bool forwards);
    void showFind();

    core::Session *m_session;
    Workspace *m_workspace;
    core::LogFile *m_file;
    core::TaskDetails *m_task; ///< tells whether the log still grows
    std::unique_ptr<LogSource> m_source;
    PageHeader *m_header = nullptr;
    ElidedLabel *m_taskLink = nullptr;
    ElidedLabel *m_size = nullptr;
    Banner *m_banner;
    LogView *m_view;
    EmptyView *m_empty;
    QWidget *m_findBar = nullptr;
    QLineEdit *m_findText = nullptr;
    SecondaryLabel *m_findResult = nullptr;
    QAction *m_follow = nullptr;
    QList<QAction *> m_actions;
    bool m_opened = false; ///< whether the log itself has been asked for
    qint64 m_wantedTop; ///< to be scrolled to once the line is there
};

} // namespace ui
