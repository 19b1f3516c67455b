// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/pages/page.h"

namespace core {
class Session;
}

namespace ui {

class ElidedLabel;
class IdLabel;
class PageHeader;
class TaskTabs;
class Workspace;

/// One task, whole: for locations of a task, of a run, of its definition and of its artifacts.
class TaskPage : public Page
{
    Q_OBJECT

public:
    TaskPage(core::Session *session, Workspace *workspace, const core::Location &location, QWidget *parent);

    QString title() const override;
    QIcon icon() const override;
    QString statusText() const override;
    bool isLoading() const override;
    void reload() override;
    QList<QAction *> pageActions() const override;
    void focusContent() override;
    QVariantMap saveView() const override;
    void restoreView(const QVariantMap &view) override;

private:
    void buildActions();
    void buildHeader();
    void showPart();
    void openFirst();
    void goToGroup(OpenIn where);

    core::Session *m_session;
    Workspace *m_workspace;
    PageHeader *m_header;
    IdLabel *m_taskId = nullptr;
    ElidedLabel *m_group = nullptr;
    ElidedLabel *m_pool = nullptr;
    TaskTabs *m_tabs;
    QList<QAction *> m_actions;
    bool m_named = false;
};

} // namespace ui
