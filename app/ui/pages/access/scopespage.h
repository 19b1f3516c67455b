// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/pages/page.h"

class QTabWidget;

namespace core {
class Session;
}

namespace ui {

class PageHeader;
class ScopeComparePane;
class ScopeExpandPane;
class ScopeHoldersPane;
class Workspace;

/// Scopes by themselves: who holds one, what a list of them expands to, how two lists differ.
class ScopesPage : public Page
{
    Q_OBJECT

public:
    ScopesPage(core::Session *session, Workspace *workspace, const core::Location &location, QWidget *parent);

    QString title() const override;
    QIcon icon() const override;
    bool isLoading() const override;
    void reload() override;
    QList<QAction *> pageActions() const override { return m_actions; }
    void focusContent() override;
    QVariantMap saveView() const override;
    void restoreView(const QVariantMap &view) override;

private:
    void build(Workspace *workspace);
    void askAbout(const QString &scope);

    PageHeader *m_header;
    QTabWidget *m_tabs;
    ScopeHoldersPane *m_holders;
    ScopeExpandPane *m_expand;
    ScopeComparePane *m_compare;
    QList<QAction *> m_actions;
};

} // namespace ui
