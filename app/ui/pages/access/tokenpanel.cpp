// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/access/tokenpanel.h"

#include "core/accounts/accountregistry.h"
#include "core/accounts/foundcredentials.h"
#include "core/accounts/secrettext.h"
#include "core/accounts/session.h"
#include "core/util/visibletext.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/secondarylabel.h"
#include "ui/workspace/secretclipboard.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// As many dots whatever the token's length is.
QString hiddenToken()
{
    return u"\u2022"_s.repeated(12);
}

} // namespace

TokenPanel::TokenPanel(core::Session *session, Workspace *workspace, QWidget *parent)
    : QFrame(parent), m_session(session), m_workspace(workspace), m_title(sectionTitle({}, this)),
      m_text(selectableLabel({}, this)), m_secret(new QLabel(this)), m_note(new SecondaryLabel({}, this))
{
    setObjectName(u"tokenPanel"_s);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_text->setWordWrap(true);
    m_text->setObjectName(u"tokenText"_s);
    // It cannot be selected: what is copied goes the way of secrets.
    m_secret->setTextFormat(Qt::PlainText);
    m_secret->setObjectName(u"tokenSecret"_s);
    m_secret->setFont(fixedFont());
    m_secret->setAccessibleName(tr("Access token, hidden"));
    m_note->setObjectName(u"tokenNote"_s);
    m_note->setWordWrap(true);
    build();
    connect(m_workspace->registry(), &core::AccountRegistry::secretKept, this, &TokenPanel::sayKept);
    hide();
}

TokenPanel::~TokenPanel()
{
    m_secret->clear();
    m_token.fill(u'\0');
}

QPushButton *TokenPanel::makeButton(const QString &text, const QString &objectName, const QString &iconName)
{
    auto *button = new QPushButton(text, this);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    return button;
}

void TokenPanel::build()
{
    m_reveal = makeButton(tr("Reveal"), u"tokenReveal"_s, {});
    m_reveal->setCheckable(true);
    m_copy = makeButton(tr("Copy"), u"tokenCopy"_s, u"copy"_s);
    m_keep = makeButton(tr("Keep as an account"), u"tokenKeep"_s, u"account"_s);
    m_account = makeButton(tr("Show the account"), u"tokenAccount"_s, u"account"_s);
    m_done = makeButton(tr("Done"), u"tokenDone"_s, {});
    m_done->setToolTip(tr("Forget the token"));
    auto *secret = new QHBoxLayout;
    secret->setSpacing(8);
    secret->addWidget(m_secret);
    secret->addWidget(m_reveal);
    secret->addWidget(m_copy);
    secret->addStretch(1);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(8);
    acts->addWidget(m_keep);
    acts->addWidget(m_account);
    acts->addWidget(m_note, 1);
    acts->addWidget(m_done);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(secret);
    column->addLayout(acts);
    connect(m_reveal, &QPushButton::toggled, this, &TokenPanel::reveal);
    connect(m_copy, &QPushButton::clicked, this, [this] { m_workspace->secretClipboard()->copy(m_token); });
    connect(m_keep, &QPushButton::clicked, this, &TokenPanel::keep);
    connect(m_account, &QPushButton::clicked, this,
        [this] { Q_EMIT openRequested(core::Location::accounts(m_accountId), false); });
    connect(m_done, &QPushButton::clicked, this, &TokenPanel::putAway);
}

void TokenPanel::showToken(const QString &clientId, const QString &accessToken, const QDateTime &expires)
{
    m_clientId = clientId;
    m_token = accessToken;
    m_expires = expires;
    m_accountId.clear();
    m_title->setText(tr("New access token"));
    const bool isOwn = clientId == m_session->account().clientId;
    m_text->setText(tr("Of the client %1. The deployment tells it this once: copy it or keep it before you go on.")
                        .arg(core::visibleText(clientId))
        + (isOwn ? u' ' + tr("It is the client of this very account, which works no more with the old token.")
                 : QString()));
    m_keep->setText(isOwn ? tr("Give it to the account") : tr("Keep as an account"));
    m_keep->setAccessibleName(m_keep->text());
    m_keep->show();
    m_account->hide();
    m_note->clear();
    m_reveal->setChecked(false);
    reveal(false);
    show();
    setAccessibleName(m_title->text());
}

void TokenPanel::reveal(bool shown)
{
    m_secret->setText(shown ? m_token : hiddenToken());
    m_secret->setAccessibleName(shown ? QString() : tr("Access token, hidden"));
    m_reveal->setText(shown ? tr("Hide") : tr("Reveal"));
    m_reveal->setAccessibleName(m_reveal->text());
}

void TokenPanel::keep()
{
    const tc::Credentials credentials { m_clientId, m_token, {} };
    core::Account account = core::accountFor(m_session->rootUrl(), credentials);
    account.expires = m_expires;
    account.developmentDeployment = m_session->account().developmentDeployment;
    m_accountId = m_workspace->registry()->add(account, credentials);
    m_keep->hide();
    m_account->show();
    sayKept(m_accountId);
}

void TokenPanel::sayKept(const QString &accountId)
{
    const core::Account *account = m_workspace->registry()->find(m_accountId);
    if (!account || accountId != m_accountId || !isHolding())
        return;
    const core::SecretState state = m_workspace->registry()->state(m_accountId);
    if (state.isSaving)
        m_note->setText(tr("Waiting for the keychain\u2026"));
    else if (account->secret == core::Account::Secret::Keychain)
        m_note->setText(tr("It is in the keychain."));
    else
        m_note->setText(tr("The account works with it for this run only. %1", "the reason, or nothing")
                            .arg(core::describeSecretOutcome(state.outcome).why));
}

void TokenPanel::putAway()
{
    m_secret->setText(hiddenToken()); // first: what it shows is the same text
    m_token.fill(u'\0');
    m_token.clear();
    hide();
    deleteLater();
}

} // namespace ui
