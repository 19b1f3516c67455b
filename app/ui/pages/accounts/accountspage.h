// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/pages/page.h"

class QSplitter;
class QStackedWidget;

namespace ui {

class AccountList;
class AccountView;
class AddAccountView;
class EmptyView;
class Workspace;

/// All accounts at all deployments: the list, and beside it the one that is chosen, or the way to another one.
class AccountsPage : public Page
{
    Q_OBJECT

public:
    /// \a workspace must outlive this.
    AccountsPage(Workspace *workspace, const core::Location &location, QWidget *parent);

    void select(const QString &id);
    /// Shows the way to a new account at a deployment.
    void addAccount(const QString &rootUrl);

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
    QWidget *buildLeft();
    void buildAdd();
    void show(const QString &id);
    void added(const QString &id);
    void closeAdd();

    Workspace *m_workspace;
    AccountList *m_list;
    QSplitter *m_splitter;
    QStackedWidget *m_right;
    EmptyView *m_empty;
    AccountView *m_view = nullptr;
    AddAccountView *m_add;
    QAction *m_addAction = nullptr;
};

} // namespace ui
