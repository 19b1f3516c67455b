// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/credentials/mintresult.h"

#include "core/accounts/accountregistry.h"
#include "core/accounts/credentialexport.h"
#include "core/accounts/secrettext.h"
#include "core/credentials/mintplan.h"
#include "core/task/convert.h"
#include "core/util/visibletext.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/scopetree.h"
#include "ui/widgets/secondarylabel.h"
#include "ui/workspace/secretclipboard.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QPushButton *makeButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

} // namespace

MintResult::MintResult(Workspace *workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_facts(new FactGrid(this)), m_banner(new Banner(this)),
      m_scopes(new ScopeTree(u"mintedScopes"_s, tr("Scopes of the new credentials"), this)),
      m_name(new QLineEdit(this)), m_store(makeButton(u"mintStore"_s, tr("Store in the keychain"), this)),
      m_open(makeButton(u"mintOpen"_s, tr("Show account"), this)), m_format(new QComboBox(this))
{
    setObjectName(u"mintResult"_s);
    m_facts->setObjectName(u"mintFacts"_s);
    m_banner->setObjectName(u"mintResultBanner"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(sectionTitle(tr("The credentials are made"), this));
    column->addWidget(m_banner);
    column->addWidget(m_facts);
    column->addWidget(m_scopes, 1);
    auto *hint = new SecondaryLabel(
        tr("They are in memory only. Store or copy them before you leave; nobody can show them again."), this);
    hint->setWordWrap(true);
    column->addWidget(hint);
    column->addSpacing(8);
    buildKeep(column);
    buildCopy(column);
    QPushButton *done = makeButton(u"mintDone"_s, tr("Done"), this);
    connect(done, &QPushButton::clicked, this, &MintResult::leave);
    column->addSpacing(8);
    column->addWidget(done, 0, Qt::AlignLeft);
    connect(m_workspace->registry(), &core::AccountRegistry::secretKept, this, &MintResult::kept);
}

void MintResult::buildKeep(QVBoxLayout *column)
{
    column->addWidget(sectionTitle(tr("Keep them as an account"), this));
    m_name->setObjectName(u"mintAccountName"_s);
    m_name->setAccessibleName(tr("Name of the account in this application"));
    m_name->setMaxLength(200);
    m_store->setIcon(icon(u"save"_s));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_name, 1);
    row->addWidget(m_store);
    row->addWidget(m_open);
    column->addLayout(row);
    connect(m_store, &QPushButton::clicked, this, &MintResult::store);
    connect(m_open, &QPushButton::clicked, this, [this] {
        const QString id = m_accountId;
        leave();
        Q_EMIT openAccount(id);
    });
}

void MintResult::buildCopy(QVBoxLayout *column)
{
    using core::ExportFormat;
    column->addWidget(sectionTitle(tr("Copy them for another program"), this));
    m_format->setObjectName(u"mintFormat"_s);
    m_format->setAccessibleName(tr("Form of the copy"));
    m_format->addItem(tr("Environment, for sh and bash"), static_cast<int>(ExportFormat::Sh));
    m_format->addItem(tr("Environment, for fish"), static_cast<int>(ExportFormat::Fish));
    m_format->addItem(tr("Environment, for csh and tcsh"), static_cast<int>(ExportFormat::Csh));
    m_format->addItem(tr("JSON, for client libraries"), static_cast<int>(ExportFormat::Json));
    m_format->addItem(tr("Configuration of the taskcluster command"), static_cast<int>(ExportFormat::Config));
    QPushButton *copy = makeButton(u"mintCopy"_s, tr("Copy"), this);
    copy->setIcon(icon(u"copy"_s));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_format);
    row->addWidget(copy);
    row->addStretch(1);
    column->addLayout(row);
    connect(copy, &QPushButton::clicked, this, &MintResult::copy);
}

void MintResult::showCredentials(const core::Account &issuer, const tc::Credentials &credentials)
{
    m_issuer = issuer;
    m_credentials = credentials;
    m_accountId.clear();
    m_banner->hide();
    const core::Account account = core::mintedAccount(issuer, credentials, {});
    m_name->setText(account.kind == core::Account::Kind::Named ? credentials.clientId
                                                               : tr("%1, temporary").arg(credentials.clientId));
    m_name->setEnabled(true);
    m_store->setEnabled(true);
    m_open->hide();
    showFacts(account);
}

void MintResult::showFacts(const core::Account &account)
{
    using Kind = Fact::Kind;
    const auto information = tc::credentialInformation(m_credentials);
    QList<Fact> facts;
    facts += { Kind::Id, u"mintedClientId"_s, tr("Client ID"), core::visibleText(account.clientId), account.clientId };
    facts += { Kind::Text, u"mintedIssuer"_s, tr("Issuer"), core::visibleText(account.issuer) };
    facts += { Kind::Countdown, u"mintedExpires"_s, tr("Ends"), {}, {}, core::TaskState::Unknown, {},
        core::toTime(account.expires) };
    m_facts->setFacts(facts);
    m_scopes->setScopes(information ? information->scopes : QStringList());
}

void MintResult::store()
{
    m_store->setEnabled(false);
    m_name->setEnabled(false);
    const core::Account account = core::mintedAccount(m_issuer, m_credentials, m_name->text().trimmed());
    m_accountId = m_workspace->registry()->add(account, m_credentials);
    m_open->setVisible(!m_accountId.isEmpty());
}

void MintResult::kept(const QString &accountId, const core::SecretOutcome &outcome)
{
    if (accountId.isEmpty() || accountId != m_accountId)
        return;
    if (outcome) {
        Q_EMIT notice({ tr("The credentials are in the keychain"), false, {} });
        return;
    }
    const core::SecretText text = core::describeSecretOutcome(outcome);
    m_banner->showText({ BannerText::Kind::Warning, tr("The account works for this run only"),
        text.why + u' ' + text.advice, core::visibleText(outcome.reason), false });
}

void MintResult::copy()
{
    const auto format = static_cast<core::ExportFormat>(m_format->currentData().toInt());
    const auto text = core::exportCredentials({ m_issuer.rootUrl, m_credentials }, format);
    if (text)
        m_workspace->secretClipboard()->copy(*text);
    else
        m_banner->showText(bannerFor(tr("The credentials could not be copied."), text.error));
}

void MintResult::leave()
{
    m_credentials = {};
    m_accountId.clear();
    Q_EMIT done();
}

} // namespace ui
