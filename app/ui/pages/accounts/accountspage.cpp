// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/accounts/accountspage.h"

#include "core/accounts/accountregistry.h"
#include "ui/pages/accounts/accountlist.h"
#include "ui/pages/accounts/accountview.h"
#include "ui/pages/accounts/addaccountview.h"
#include "ui/pages/sides.h"
#include "ui/theme/icons.h"
#include "ui/widgets/emptyview.h"
#include "ui/widgets/pageheader.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

AccountsPage::AccountsPage(Workspace *workspace, const core::Location &location, QWidget *parent)
    : Page(location, parent), m_workspace(workspace), m_list(new AccountList(workspace, this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)), m_right(new QStackedWidget(this)), m_empty(new EmptyView(this)),
      m_add(new AddAccountView(workspace, this))
{
    setObjectName(u"accountsPage"_s);
    m_splitter->setObjectName(u"accountsSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(buildLeft());
    m_splitter->addWidget(m_right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({ 300, 780 });
    buildAdd();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);
    m_list->select(location.account);
    show(m_list->current());
    connect(m_list, &AccountList::selected, this, [this](const QString &id) {
        show(id);
        moveTo(core::Location::accounts(id));
    });
    connect(m_list, &AccountList::opened, this, [this](const QString &id) {
        if (const core::Account *account = m_workspace->registry()->find(id))
            Q_EMIT openRequested(placeOf(Side::Groups, account->rootUrl).as(id), OpenIn::NewTab);
    });
    connect(workspace, &Workspace::accountsChanged, this, &AccountsPage::changed);
}

QWidget *AccountsPage::buildLeft()
{
    auto *left = new QWidget(this);
    auto *header = new PageHeader(left);
    header->setTitle(tr("Accounts"));
    m_addAction = makeAction(u"actionAddAccount"_s, tr("Add account"), u"add"_s, Qt::CTRL | Qt::Key_N);
    header->addAction(m_addAction);
    connect(m_addAction, &QAction::triggered, this, [this] {
        const core::Account *account = m_workspace->registry()->find(m_list->current());
        addAccount(account ? account->rootUrl : QString());
    });
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(12, 12, 0, 12);
    column->setSpacing(8);
    column->addWidget(header);
    column->addWidget(m_list, 1);
    left->setMinimumWidth(220);
    return left;
}

void AccountsPage::buildAdd()
{
    m_empty->setTexts(tr("Accounts that you add are listed here."), tr("Add account"));
    connect(m_empty, &EmptyView::actionRequested, m_addAction, &QAction::trigger);
    connect(m_add, &AddAccountView::added, this, &AccountsPage::added);
    connect(m_add, &AddAccountView::closeRequested, this, &AccountsPage::closeAdd);
    connect(m_add, &AddAccountView::noticed, this, &AccountsPage::noticed);
    connect(m_add, &AddAccountView::changed, this, &AccountsPage::changed);
    m_right->addWidget(m_empty);
    m_right->addWidget(m_add);
}

void AccountsPage::select(const QString &id)
{
    m_list->select(id);
}

void AccountsPage::addAccount(const QString &rootUrl)
{
    m_right->setCurrentWidget(m_add);
    m_add->begin(rootUrl);
    Q_EMIT changed();
}

void AccountsPage::added(const QString &id)
{
    closeAdd();
    m_list->select(id);
    if (m_view)
        m_view->setFocus(Qt::OtherFocusReason);
}

void AccountsPage::closeAdd()
{
    m_add->end();
    show(m_list->current());
    m_list->setFocus(Qt::OtherFocusReason);
}

void AccountsPage::show(const QString &id)
{
    m_add->end();
    if (!m_view || m_view->accountId() != id) {
        if (m_view)
            m_view->deleteLater(); // it may be the one that speaks
        m_view = id.isEmpty() ? nullptr : new AccountView(m_workspace, id, this);
        if (m_view) {
            m_right->addWidget(m_view);
            connect(m_view, &AccountView::openRequested, this, [this](const core::Location &location, bool newTab) {
                Q_EMIT openRequested(location, newTab ? OpenIn::NewTab : OpenIn::Here);
            });
            connect(m_view, &AccountView::accountRequested, m_list, &AccountList::select);
            connect(m_view, &AccountView::noticed, this, &AccountsPage::noticed);
            connect(m_view, &AccountView::changed, this, &AccountsPage::changed);
        }
    }
    m_right->setCurrentWidget(m_view ? static_cast<QWidget *>(m_view) : m_empty);
    Q_EMIT changed();
}

QString AccountsPage::title() const
{
    return tr("Accounts");
}

QIcon AccountsPage::icon() const
{
    return ui::icon(u"account"_s);
}

QString AccountsPage::statusText() const
{
    return tr("%Ln account(s)", nullptr, static_cast<int>(m_workspace->registry()->accounts().size()));
}

bool AccountsPage::isLoading() const
{
    return m_add->isBusy() || (m_view && m_view->isLoading());
}

void AccountsPage::reload()
{
    if (m_view)
        m_view->reload();
}

QList<QAction *> AccountsPage::pageActions() const
{
    QList<QAction *> actions { m_addAction };
    if (m_view && m_right->currentWidget() == m_view)
        actions += m_view->viewActions();
    return actions;
}

void AccountsPage::focusContent()
{
    if (m_right->currentWidget() == m_add)
        m_add->setFocus(Qt::OtherFocusReason);
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

QVariantMap AccountsPage::saveView() const
{
    return { { u"splitter"_s, m_splitter->saveState() } };
}

void AccountsPage::restoreView(const QVariantMap &view)
{
    m_splitter->restoreState(view.value(u"splitter"_s).toByteArray());
}

} // namespace ui
