// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/accounts/removepanel.h"

#include "core/accounts/accountremoval.h"
#include "core/accounts/secrettext.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "ui/pages/page.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/workspace/deploymentname.h"
#include "ui/workspace/workspace.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::AccountRemoval;

RemovePanel::RemovePanel(Workspace *workspace, const core::Account &account, QWidget *parent)
    : QFrame(parent), m_workspace(workspace), m_account(account),
      m_removal(new AccountRemoval(workspace->registry(), workspace->session(account.id), account.id, this))
{
    setObjectName(u"removePanel"_s);
    setAccessibleName(tr("Remove account"));
    setFrameShape(QFrame::StyledPanel);
    build();
    connect(m_removal, &AccountRemoval::changed, this, &RemovePanel::update);
    update();
}

bool RemovePanel::isBusy() const
{
    return m_removal->isBusy();
}

QString RemovePanel::what() const
{
    switch (m_account.secret) {
    case core::Account::Secret::Keychain:
        return tr("Its entry in the keychain is removed with it. Tabs that use it can no longer load.");
    case core::Account::Secret::Environment:
        return tr("It comes back with the next start, as long as the environment has its credentials.");
    case core::Account::Secret::None:
        return tr("Nothing else is lost: whoever opens the deployment again has it again.");
    default:
        return tr("Its credentials are forgotten. Tabs that use it can no longer load.");
    }
}

void RemovePanel::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addWidget(sectionTitle(tr("Remove %1?").arg(core::visibleText(m_account.displayName())), this));
    auto *text = selectableLabel(what(), this);
    text->setObjectName(u"removeText"_s);
    text->setWordWrap(true);
    column->addWidget(text);
    m_banner = new Banner(this);
    m_banner->setObjectName(u"removeBanner"_s);
    m_forget = m_banner->addButton(tr("Remove only the account"), u"removeForget"_s);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        if (m_removal->state() == AccountRemoval::State::EntryStays)
            return m_removal->forget();
        m_client->setChecked(false);
        start();
    });
    connect(m_banner, &Banner::retryRequested, this, &RemovePanel::start);
    column->addWidget(m_banner);
    const QString deployment = deploymentName(*m_workspace, m_account.rootUrl);
    m_client = new QCheckBox(tr("Delete the client at %1, too", "a deployment").arg(deployment), this);
    m_client->setObjectName(u"removeClient"_s);
    m_client->setAccessibleName(tr("Delete the client at %1, too", "a deployment").arg(deployment));
    const qint64 end = m_account.expires.isValid() ? m_account.expires.toMSecsSinceEpoch() : 0;
    m_client->setToolTip(plainToolTip(end > 0
            ? tr("Otherwise its token works until %1, wherever it was copied.").arg(core::formatExactTime(end))
            : tr("Otherwise its token goes on working, wherever it was copied.")));
    m_client->setVisible(m_account.kind == core::Account::Kind::Permanent);
    connect(m_client, &QCheckBox::toggled, this, &RemovePanel::update);
    column->addWidget(m_client);
    m_remove = new QPushButton(tr("Remove account"), this);
    m_remove->setObjectName(u"removeAccount"_s);
    m_remove->setAccessibleName(tr("Remove account"));
    m_keep = new QPushButton(tr("Keep"), this);
    m_keep->setObjectName(u"removeKeep"_s);
    m_keep->setAccessibleName(tr("Keep the account"));
    connect(m_remove, &QPushButton::clicked, this, &RemovePanel::start);
    connect(m_keep, &QPushButton::clicked, this, &RemovePanel::closed);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_remove);
    row->addWidget(m_keep);
    row->addStretch(1);
    column->addLayout(row);
    setFocusProxy(m_keep);
}

void RemovePanel::start()
{
    m_removal->start(m_client->isChecked());
}

void RemovePanel::update()
{
    const bool busy = m_removal->isBusy();
    for (QWidget *widget :
        { static_cast<QWidget *>(m_client), static_cast<QWidget *>(m_remove), static_cast<QWidget *>(m_keep) })
        widget->setEnabled(!busy);
    m_remove->setText(busy          ? tr("Removing\u2026")
            : m_client->isChecked() ? tr("Delete client and remove account")
                                    : tr("Remove account"));
    switch (m_removal->state()) {
    case AccountRemoval::State::ClientStays:
        showClientStays();
        break;
    case AccountRemoval::State::EntryStays:
        showEntryStays();
        break;
    case AccountRemoval::State::Removed:
        removed();
        break;
    default:
        m_banner->hide();
        break;
    }
    Q_EMIT changed();
}

void RemovePanel::showClientStays()
{
    m_forget->setText(tr("Remove only the account"));
    m_forget->setAccessibleName(m_forget->text());
    BannerText text
        = bannerFor(tr("The client could not be deleted. The account is still here."), m_removal->clientError());
    text.canRetry = false; // the button below does
    text.place = core::Location::deployment(m_account.rootUrl).as(m_account.id);
    m_banner->showText(text);
}

void RemovePanel::showEntryStays()
{
    const core::SecretText why = core::describeSecretOutcome(m_removal->outcome());
    m_forget->setText(tr("Leave the entry there"));
    m_forget->setAccessibleName(m_forget->text());
    m_banner->showText({ BannerText::Kind::Error,
        m_removal->isClientDeleted() ? tr("The client is deleted, but its entry in the keychain could not be removed.")
                                     : tr("The entry in the keychain could not be removed."),
        why.why + u' ' + why.advice,
        tr("Name of the entry: %1").arg(core::visibleText(m_workspace->registry()->keyInKeychain(m_account.id))),
        true });
}

void RemovePanel::removed()
{
    const QString name = core::visibleText(m_account.displayName());
    if (m_removal->isClientDeleted())
        Q_EMIT noticed({ tr("Removed %1 and deleted its client").arg(name) });
    else if (!m_removal->outcome() && m_account.secret == core::Account::Secret::Keychain)
        Q_EMIT noticed({ tr("Removed %1; its entry in the keychain is still there").arg(name) });
    else
        Q_EMIT noticed({ tr("Removed %1").arg(name) });
}

} // namespace ui
