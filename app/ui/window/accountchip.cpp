// SPDX-License-Identifier: MPL-2.0
#include "ui/window/accountchip.h"

#include "core/accounts/accounttext.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/accountmark.h"
#include "ui/workspace/deploymentname.h"
#include "ui/workspace/workspace.h"

#include <QActionGroup>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int longestName = 220; // pixels at 100 %

// In buttons and menus & is a key.
QString withoutMnemonic(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

AccountChip::AccountChip(Workspace *workspace, QWidget *parent) : QPushButton(parent), m_workspace(workspace)
{
    setObjectName(u"deploymentChip"_s);
    setFlat(true);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"accountMenu"_s);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &AccountChip::fillMenu);
    connect(workspace, &Workspace::accountsChanged, this, &AccountChip::update);
    update();
}

void AccountChip::setPlace(const core::Location &place)
{
    m_place = place;
    update();
}

const core::Account *AccountChip::account() const
{
    return m_workspace->isKnown(m_place.rootUrl) ? m_workspace->account(m_place) : nullptr;
}

QString AccountChip::whose(const Workspace &workspace, const core::Account &account)
{
    return u"%1 \u00b7 %2"_s.arg(core::visibleText(account.displayName()), deploymentName(workspace, account.rootUrl));
}

void AccountChip::update()
{
    const core::Account *now = account();
    const QString deployment = now ? deploymentName(*m_workspace, now->rootUrl) : tr("No deployment");
    const QString who = now ? core::visibleText(now->displayName()) : QString();
    const QString both = now ? u"%1 \u00b7 %2"_s.arg(deployment, who) : deployment;
    setText(withoutMnemonic(fontMetrics().elidedText(both, Qt::ElideRight, longestName)));
    setIcon(now ? accountIcon(AccountLook::of(*now)) : ui::icon(u"deployment"_s));
    setAccessibleName(now ? tr("Account: %1").arg(both) : both);
    setToolTip(now ? plainToolTip(u"%1\n%2 \u00b7 %3"_s.arg(now->rootUrl, who, now->secretText())) : QString());
}

void AccountChip::fillMenu()
{
    QMenu *menu = this->menu();
    menu->clear();
    QStringList roots;
    if (account())
        roots += m_place.rootUrl; // the deployment that one looks at comes first
    for (const core::Account &each : m_workspace->registry()->accounts()) {
        if (!roots.contains(each.rootUrl))
            roots += each.rootUrl;
    }
    for (const QString &root : std::as_const(roots)) {
        menu->addSection(withoutMnemonic(deploymentName(*m_workspace, root)));
        addAccounts(root);
    }
    menu->addSeparator();
    menu->addAction(ui::icon(u"add"_s), tr("Add account\u2026"), this, &AccountChip::addRequested)
        ->setObjectName(u"chipAddAccount"_s);
    menu->addAction(ui::icon(u"account"_s), tr("Manage accounts"), this, &AccountChip::accountsRequested)
        ->setObjectName(u"chipAccounts"_s);
    menu->addAction(
            ui::icon(u"deployment"_s), tr("Open another deployment"), this, &AccountChip::otherDeploymentRequested)
        ->setObjectName(u"chipDeployment"_s);
}

void AccountChip::addAccounts(const QString &rootUrl)
{
    const core::Account *now = account();
    auto *group = new QActionGroup(menu()); // its entries are drawn as one choice
    const QList<core::Account> accounts = m_workspace->registry()->at(rootUrl);
    for (const core::Account &each : accounts) {
        const core::AccountNote note
            = core::accountNote(each, m_workspace->registry()->state(each.id), core::currentTime());
        const QString name = core::visibleText(each.displayName());
        QAction *action = menu()->addAction(accountIcon(AccountLook::of(each)),
            withoutMnemonic(note.isTrouble ? u"%1 (%2)"_s.arg(name, note.text) : name));
        action->setObjectName(u"account-"_s + each.id);
        action->setCheckable(true);
        action->setChecked(now && now->id == each.id);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = each.id] { Q_EMIT accountChosen(id); });
    }
}

} // namespace ui
