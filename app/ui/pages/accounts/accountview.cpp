// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/accounts/accountview.h"

#include "core/accounts/accountregistry.h"
#include "core/accounts/accounttext.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "ui/pages/accounts/accountedit.h"
#include "ui/pages/accounts/exportpanel.h"
#include "ui/pages/accounts/removepanel.h"
#include "ui/pages/credentials/credentialview.h"
#include "ui/pages/page.h"
#include "ui/pages/sides.h"
#include "ui/theme/icons.h"
#include "ui/widgets/accountmark.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/keychainbanner.h"
#include "ui/widgets/pageheader.h"
#include "ui/workspace/deploymentname.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

AccountView::AccountView(Workspace *workspace, QString accountId, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_id(std::move(accountId)), m_mark(new AccountMark(this)),
      m_header(new PageHeader(this)), m_keychain(new KeychainBanner(workspace->registry(), this)),
      m_panels(new QVBoxLayout), m_edit(new AccountEdit(workspace, m_id, this))
{
    setObjectName(u"accountView"_s);
    m_mark->setSide(28);
    m_where = m_header->addTextFact(u"accountWhere"_s);
    m_note = m_header->addTextFact(u"accountNote"_s);
    buildActions();
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_mark, 0, Qt::AlignTop);
    top->addWidget(m_header, 1);
    m_panels->setSpacing(8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(m_keychain);
    column->addLayout(m_panels);
    column->addWidget(m_edit);
    column->addSpacing(8);
    buildCredential(column);
    m_keychain->setAccount(m_id);
    connect(workspace->registry(), &core::AccountRegistry::changed, this, &AccountView::update);
    connect(workspace->registry(), &core::AccountRegistry::stateChanged, this, &AccountView::update);
    update();
}

void AccountView::buildCredential(QVBoxLayout *column)
{
    m_credential = new CredentialView(m_workspace, m_id, this);
    connect(m_credential, &CredentialView::changed, this, &AccountView::changed);
    connect(m_keychain, &KeychainBanner::recovered, m_credential, &CredentialView::reload);
    connect(m_credential, &CredentialView::openAccount, this, &AccountView::accountRequested);
    connect(m_credential, &CredentialView::notice, this, &AccountView::noticed);
    connect(m_credential, &CredentialView::openLocation, this, &AccountView::openRequested);
    column->addWidget(m_credential, 1);
}

QAction *AccountView::makeAction(const QString &objectName, const QString &text, const QString &iconName)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    addAction(action);
    m_actions.append(action);
    return action;
}

void AccountView::buildActions()
{
    m_open = makeAction(u"actionOpenAccount"_s, tr("Open"), u"deployment"_s);
    m_open->setToolTip(tr("Look at the deployment with this account"));
    m_rename = makeAction(u"actionRenameAccount"_s, tr("Rename"), {});
    m_rename->setShortcut(Qt::Key_F2);
    m_export = makeAction(u"actionExportAccount"_s, tr("Export\u2026"), u"copy"_s);
    m_export->setCheckable(true);
    m_remove = makeAction(u"actionRemoveAccount"_s, tr("Remove\u2026"), u"close"_s);
    m_remove->setCheckable(true);
    for (QAction *action : { m_open, m_export, m_remove })
        m_header->addAction(action);
    connect(m_open, &QAction::triggered, this, [this] {
        if (const core::Account *account = m_workspace->registry()->find(m_id))
            Q_EMIT openRequested(placeOf(Side::Groups, account->rootUrl).as(m_id), true);
    });
    connect(m_rename, &QAction::triggered, m_edit, &AccountEdit::editName);
    connect(m_export, &QAction::toggled, this, &AccountView::toggleExport);
    connect(m_remove, &QAction::toggled, this, &AccountView::toggleRemove);
}

QList<QAction *> AccountView::viewActions() const
{
    return m_actions + m_credential->viewActions();
}

bool AccountView::isLoading() const
{
    return m_credential->isLoading() || (m_removePanel && m_removePanel->isBusy());
}

void AccountView::reload()
{
    m_credential->reload();
}

void AccountView::update()
{
    if (const core::Account *account = m_workspace->registry()->find(m_id))
        updateHeader(*account);
}

void AccountView::updateHeader(const core::Account &account)
{
    const QString name = core::visibleText(account.displayName());
    m_mark->setAccount(AccountLook::of(account), tr("Account %1").arg(name));
    m_header->setTitle(name);
    m_where->setText(
        u"%1 \u00b7 %2"_s.arg(deploymentName(*m_workspace, account.rootUrl), core::accountKindText(account.kind)));
    m_where->setCopyText(account.rootUrl);
    m_note->setText(core::accountNote(account, m_workspace->registry()->state(m_id), core::currentTime()).text);
    const bool hasCredentials
        = account.secret != core::Account::Secret::None && account.secret != core::Account::Secret::Gone;
    m_export->setEnabled(hasCredentials && !account.hasRunOut());
    m_remove->setEnabled(account.secret != core::Account::Secret::Demo); // it goes with the demo
}

void AccountView::place(QWidget *panel)
{
    m_panels->addWidget(panel);
    panel->show();
    panel->setFocus(Qt::OtherFocusReason);
}

void AccountView::toggleExport(bool shown)
{
    delete m_exportPanel;
    m_exportPanel = nullptr;
    if (!shown)
        return;
    m_remove->setChecked(false);
    m_exportPanel = new ExportPanel(m_workspace, m_id, this);
    connect(m_exportPanel, &ExportPanel::noticed, this, &AccountView::noticed);
    connect(
        m_exportPanel, &ExportPanel::closed, m_export, [this] { m_export->setChecked(false); }, Qt::QueuedConnection);
    place(m_exportPanel);
}

void AccountView::toggleRemove(bool shown)
{
    if (m_removePanel)
        m_removePanel->deleteLater();
    m_removePanel = nullptr;
    const core::Account *account = m_workspace->registry()->find(m_id);
    if (!shown || !account)
        return;
    m_export->setChecked(false);
    m_removePanel = new RemovePanel(m_workspace, *account, this);
    connect(m_removePanel, &RemovePanel::noticed, this, &AccountView::noticed);
    connect(m_removePanel, &RemovePanel::changed, this, &AccountView::changed);
    connect(
        m_removePanel, &RemovePanel::closed, m_remove, [this] { m_remove->setChecked(false); }, Qt::QueuedConnection);
    place(m_removePanel);
}

} // namespace ui
