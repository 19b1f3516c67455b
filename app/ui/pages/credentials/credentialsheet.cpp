// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/credentials/credentialsheet.h"

#include "core/accounts/accountregistry.h"
#include "core/accounts/secrettext.h"
#include "core/accounts/session.h"
#include "core/credentials/credentialdetails.h"
#include "core/credentials/mintedmodel.h"
#include "core/credentials/scopequestion.h"
#include "core/task/convert.h"
#include "core/util/visibletext.h"
#include "ui/pages/credentials/canipanel.h"
#include "ui/pages/credentials/clientquestions.h"
#include "ui/theme/icons.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptyview.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/scopetree.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPointer>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

using core::Account;
using core::ClientActions;
using core::ExpiryState;

namespace {

// Who wants to read more of it opens the client.
constexpr qsizetype longestDescription = 300;

} // namespace

CredentialSheet::CredentialSheet(
    Workspace *workspace, core::Session *session, core::CredentialDetails *details, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_details(details), m_question(new core::ScopeQuestion(session, this)),
      m_actions(new ClientActions(session, workspace->registry(), details->accountId(), this)),
      m_minted(new core::MintedModel(workspace->registry(), this)), m_warning(new Banner(this)),
      m_failure(new Banner(this)), m_facts(new FactGrid(this)), m_tabs(new QTabWidget(this)),
      m_listed(new ScopeTree(u"listedScopes"_s, tr("Scopes of the credentials"), this)),
      m_expanded(new ScopeTree(u"expandedScopes"_s, tr("Scopes with those of all roles"), this)),
      m_canI(new CanIPanel(m_question, this)), m_mintedStack(new QStackedWidget(this)),
      m_mintedTable(new DataTable(m_mintedStack)), m_mintedEmpty(new EmptyView(m_mintedStack)),
      m_mint(new QAction(this))
{
    setObjectName(u"credentialSheet"_s);
    m_warning->setObjectName(u"credentialWarning"_s);
    m_failure->setObjectName(u"credentialBanner"_s);
    m_facts->setObjectName(u"credentialFacts"_s);
    buildTabs();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_warning);
    column->addWidget(m_failure);
    column->addWidget(m_facts);
    buildActions(column);
    column->addWidget(m_tabs, 1);
    m_clock.setInterval(20s);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        updateBanners();
        m_minted->refreshTimes();
    });
    m_clock.start();
    m_canI->setPlace(place());
    connect(m_details, &core::CredentialDetails::changed, this, &CredentialSheet::update);
    connect(m_warning, &Banner::dismissed, this, [this] { m_dismissed = m_warning->text().title; });
    connect(m_warning, &Banner::retryRequested, m_details, &core::CredentialDetails::load);
    connect(m_facts, &FactGrid::linkActivated, this, &CredentialSheet::openLocation);
    connect(m_actions, &ClientActions::done, this, &CredentialSheet::done);
    connect(m_actions, &ClientActions::failed, this, &CredentialSheet::failed);
    update();
}

void CredentialSheet::buildActions(QVBoxLayout *column)
{
    m_mint->setObjectName(u"actionMint"_s);
    m_mint->setText(tr("Make temporary credentials\u2026"));
    m_mint->setIcon(icon(u"add"_s));
    m_mint->setShortcut(Qt::CTRL | Qt::Key_M);
    addAction(m_mint);
    connect(m_mint, &QAction::triggered, this, &CredentialSheet::mintRequested);
    m_acts = { makeAct(ClientActions::Act::Rotate, u"actionRotateToken"_s, tr("Rotate token\u2026")),
        makeAct(ClientActions::Act::Disable, u"actionDisableClient"_s, tr("Disable client\u2026")),
        makeAct(ClientActions::Act::Delete, u"actionDeleteClient"_s, tr("Delete client\u2026")) };
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_mintButton = new ActionButton(m_mint, this);
    row->addWidget(m_mintButton);
    row->addStretch(1);
    for (QAction *act : std::as_const(m_acts)) {
        m_actButtons += new ActionButton(act, this);
        row->addWidget(m_actButtons.constLast());
    }
    column->addLayout(row);
}

QAction *CredentialSheet::makeAct(ClientActions::Act act, const QString &name, const QString &text)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, [this, act] { ask(act); });
    return action;
}

void CredentialSheet::buildTabs()
{
    m_tabs->setObjectName(u"credentialTabs"_s);
    m_tabs->setAccessibleName(tr("Scopes and what they permit"));
    m_tabs->setDocumentMode(true);
    m_mintedTable->setObjectName(u"mintedTable"_s);
    m_mintedTable->setAccessibleName(tr("Temporary credentials that were made here"));
    m_mintedTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_mintedTable->setModel(m_minted);
    m_mintedTable->setElasticColumn(core::MintedModel::NameColumn);
    m_mintedTable->setFirstWidths({ 24, 20, 16, 26 });
    m_mintedTable->keepColumns(m_workspace->settings(), u"minted"_s, core::MintedModel::ColumnCount, 1);
    m_mintedEmpty->setTexts(tr("Temporary credentials that are made from this client are listed here."),
        tr("Make temporary credentials\u2026"));
    connect(m_mintedEmpty, &EmptyView::actionRequested, m_mint, &QAction::trigger);
    m_mintedStack->setObjectName(u"mintedStack"_s);
    m_mintedStack->addWidget(m_mintedTable);
    m_mintedStack->addWidget(m_mintedEmpty);
    const auto showRows = [this] { m_mintedStack->setCurrentIndex(m_minted->rowCount() == 0 ? 1 : 0); };
    connect(m_minted, &QAbstractItemModel::modelReset, this, showRows);
    showRows();
    connect(m_mintedTable, &DataTable::opened, this, [this](const QModelIndex &index) {
        Q_EMIT openAccount(index.data(core::MintedModel::AccountIdRole).toString());
    });
    for (ScopeTree *tree : { m_listed, m_expanded }) {
        connect(tree, &ScopeTree::scopeActivated, this, [this](const QString &scope) {
            m_canI->setSubject(scope);
            m_tabs->setCurrentWidget(m_canI);
        });
        tree->setContentsMargins(0, 8, 0, 0);
    }
    m_tabs->addTab(m_listed, tr("Scopes"));
    m_tabs->addTab(m_expanded, tr("Expanded scopes"));
    m_tabs->addTab(m_canI, tr("Can I \u2026?"));
    m_tabs->addTab(m_mintedStack, tr("Made here"));
}

void CredentialSheet::update()
{
    updateBanners();
    updateFacts();
    updateScopes();
    updateActions();
}

void CredentialSheet::updateBanners()
{
    const auto &information = m_details->information();
    BannerText text;
    text.kind = BannerText::Kind::Warning;
    text.canRetry = false;
    const auto state = m_details->expiryState();
    if (state == ExpiryState::Over) {
        text.title = tr("These credentials have ended");
        text.text = tr("Nothing can be done with them any more.");
    } else if (m_details->check().hasFailed()) {
        text = bannerFor(tr("The deployment could not be asked about these credentials."), m_details->check().error);
        text.place = place();
    } else if (m_details->check().state == core::Part::State::Ready && !information.active) {
        text.title = information.start.isValid() && information.start > QDateTime::currentDateTimeUtc()
            ? tr("These credentials have not begun yet")
            : tr("The deployment does not accept these credentials");
        text.text = core::visibleText(information.inactiveReason);
        text.canRetry = true;
    } else if (state == ExpiryState::Soon) {
        text.title = tr("These credentials end soon");
        text.text = m_details->account().isTemporary()
            ? tr("Make new ones from the account of their client before that.")
            : tr("The client can be given a later end in Clients and roles.");
    }
    if (text.title.isEmpty() || text.title == m_dismissed)
        m_warning->hide();
    else if (m_warning->isHidden() || m_warning->text().title != text.title || m_warning->text().text != text.text)
        m_warning->showText(text);
}

core::Location CredentialSheet::place() const
{
    const Account account = m_details->account();
    return core::Location::deployment(account.rootUrl).as(account.id);
}

QString CredentialSheet::kindText() const
{
    switch (m_details->account().kind) {
    case Account::Kind::Anonymous:
        return tr("Anonymous");
    case Account::Kind::Permanent:
        return tr("Client of the deployment");
    case Account::Kind::Temporary:
        return tr("Temporary credentials, under the name of their client");
    case Account::Kind::Named:
        return tr("Temporary credentials with a name of their own");
    }
    return {};
}

void CredentialSheet::updateFacts()
{
    using Kind = Fact::Kind;
    const Account account = m_details->account();
    const auto &information = m_details->information();
    const QString issuer = m_details->issuer();
    const core::Location client = core::Location::client(account.rootUrl, issuer).as(account.id);
    QList<Fact> facts;
    if (account.kind != Account::Kind::Anonymous)
        facts += { Kind::Id, u"clientId"_s, tr("Client ID"), core::visibleText(account.clientId), account.clientId };
    if (account.kind == Account::Kind::Permanent)
        facts += { Kind::Link, u"kind"_s, tr("Kind"), kindText(), account.clientId, core::TaskState::Unknown, client };
    else
        facts += { Kind::Text, u"kind"_s, tr("Kind"), kindText() };
    if (account.isTemporary() && !issuer.isEmpty())
        facts += { Kind::Link, u"issuer"_s, tr("Issuer"), core::visibleText(issuer), issuer, core::TaskState::Unknown,
            client };
    if (const auto &known = m_details->clientFacts()) {
        facts += { Kind::Text, u"description"_s, tr("Description"),
            core::visibleText(known->description.simplified().left(longestDescription)) };
        facts += { Kind::Time, u"lastUsed"_s, tr("Last used"), {}, {}, core::TaskState::Unknown, {}, known->lastUsed };
        facts += { Kind::Time, u"lastRotated"_s, tr("Token changed"), {}, {}, core::TaskState::Unknown, {},
            known->lastRotated };
    }
    if (information.start.isValid())
        facts += { Kind::Time, u"start"_s, tr("Begin"), {}, {}, core::TaskState::Unknown, {},
            core::toTime(information.start) };
    facts += { Kind::Countdown, u"expires"_s, tr("Ends"), {}, {}, core::TaskState::Unknown, {},
        core::toTime(m_details->expires()) };
    m_facts->setFacts(facts);
    m_minted->setIssuer(account.rootUrl, account.isTemporary() ? QString() : account.clientId);
}

void CredentialSheet::updateScopes()
{
    const auto &listed = m_details->listedScopes();
    m_listed->setScopes(listed.value_or(QStringList()));
    if (listed)
        m_listed->setEmptyText(tr("No scopes"));
    else if (m_details->client().hasFailed())
        m_listed->setEmptyText(tr("The client may not be looked at; see the expanded scopes"));
    else
        m_listed->setEmptyText(tr("Loading\u2026"));
    m_expanded->setScopes(m_details->expandedScopes());
    if (m_details->expansion().isLoading())
        m_expanded->setEmptyText(tr("Loading\u2026"));
    else
        m_expanded->setEmptyText(m_details->expansion().hasFailed() ? tr("Not known") : tr("No scopes"));
    m_question->setScopes(listed.value_or(m_details->expandedScopes()), m_details->expandedScopes());
}

void CredentialSheet::updateActions()
{
    const Account account = m_details->account();
    const QString issuer = m_details->issuer();
    const auto &held = m_question->expanded();
    const bool isKnown = m_details->expansion().state == core::Part::State::Ready;
    m_mintedEmpty->setEnabled(account.kind == Account::Kind::Permanent);
    m_mintButton->setVisible(account.kind != Account::Kind::Anonymous);
    m_mint->setEnabled(account.kind == Account::Kind::Permanent);
    m_mint->setToolTip(account.kind == Account::Kind::Permanent
            ? tr("Weaker credentials that end by themselves, to pass on")
            : tr("Only the credentials of a client can make temporary ones."));
    for (qsizetype i = 0; i < m_acts.size(); ++i) {
        const auto act = static_cast<ClientActions::Act>(i);
        const QString scope = ClientActions::scopeFor(act, issuer);
        const bool may = !isKnown || held.has(scope);
        const bool fits = act != ClientActions::Act::Rotate || account.kind == Account::Kind::Permanent;
        QAction *action = m_acts.at(i);
        m_actButtons.at(i)->setVisible(account.kind != Account::Kind::Anonymous);
        action->setEnabled(may && fits && !m_actions->isBusy() && !issuer.isEmpty());
        action->setToolTip(!fits ? tr("Temporary credentials have no token of their own to rotate.")
                : may            ? QString()
                                 : tr("Needs the scope %1").arg(core::visibleText(scope)));
    }
}

void CredentialSheet::ask(ClientActions::Act act)
{
    const QString clientId = m_details->issuer();
    confirm(this, clientQuestion(act, m_details->account(), clientId), [this, act, clientId] {
        m_failure->hide();
        m_actions->start(act, clientId);
        updateActions();
    });
}

void CredentialSheet::done(ClientActions::Act act, const QString &clientId)
{
    Q_EMIT notice({ clientDone(act, clientId), false, {} });
    updateActions();
    if (act != ClientActions::Act::Delete)
        return m_details->load();
    // On the next turn, because this view goes with the account.
    QMetaObject::invokeMethod(this, &CredentialSheet::removeAccount, Qt::QueuedConnection);
}

void CredentialSheet::removeAccount()
{
    m_workspace->registry()->remove(
        m_details->accountId(), [guard = QPointer(this)](const core::SecretOutcome &outcome) {
            if (!guard || outcome)
                return;
            const core::SecretText text = core::describeSecretOutcome(outcome);
            guard->m_failure->showText(
                { BannerText::Kind::Warning, tr("The client was deleted, but its entry is still in the keychain"),
                    text.why + u' ' + text.advice, core::visibleText(outcome.reason), false });
        });
}

void CredentialSheet::failed(ClientActions::Act act, const QString &clientId, const tc::Error &error)
{
    updateActions();
    BannerText text = bannerFor(clientFailed(act, clientId), error);
    text.place = place();
    const QString uncertain
        = tr("Whether the token was changed is not known: if these credentials are refused from now on, it was, and an "
             "administrator has to reset it.");
    if (ClientActions::isUncertain(act, error))
        text.text += u' ' + uncertain;
    text.canRetry = false;
    m_failure->showText(text);
}

} // namespace ui
