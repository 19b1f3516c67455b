// SPDX-License-Identifier: MPL-2.0
#include "core/credentials/credentialdetails.h"

#include "core/accounts/accountregistry.h"
#include "core/accounts/session.h"
#include "core/task/convert.h"

#include <tc/auth.h>
#include <tc/credentialcheck.h>

#include <QPointer>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ExpiryState expiryState(const QDateTime &start, const QDateTime &expiry, const QDateTime &now)
{
    if (!expiry.isValid())
        return ExpiryState::Unknown;
    const std::chrono::milliseconds left(now.msecsTo(expiry));
    if (left <= 0ms)
        return ExpiryState::Over;
    std::chrono::milliseconds ahead = 7 * 24h;
    if (start.isValid())
        ahead = std::clamp<std::chrono::milliseconds>(std::chrono::milliseconds(start.msecsTo(expiry) / 10), 5min, 24h);
    return left <= ahead ? ExpiryState::Soon : ExpiryState::Fine;
}

CredentialDetails::CredentialDetails(Session *session, AccountRegistry *registry, QString accountId, QObject *parent)
    : QObject(parent), m_session(session), m_registry(registry), m_accountId(std::move(accountId))
{
}

CredentialDetails::~CredentialDetails() = default;

Account CredentialDetails::account() const
{
    const Account *account = m_registry->find(m_accountId);
    return account ? *account : Account();
}

QString CredentialDetails::issuer() const
{
    const Account account = this->account();
    if (!m_information.issuer.isEmpty())
        return m_information.issuer;
    return account.isTemporary() ? account.issuer : account.clientId;
}

std::optional<QStringList> CredentialDetails::passableScopes() const
{
    return m_facts ? std::optional(m_facts->expandedScopes) : std::nullopt;
}

QDateTime CredentialDetails::expires() const
{
    return m_information.expiry.isValid() ? m_information.expiry : account().expires;
}

ExpiryState CredentialDetails::expiryState(const QDateTime &now) const
{
    return core::expiryState(m_information.start, expires(), now);
}

void CredentialDetails::load()
{
    m_request.renew();
    m_check = { Part::State::Loading, {} };
    m_expansion = { Part::State::Loading, {} };
    m_client = {};
    if (account().kind == Account::Kind::Anonymous)
        m_listed = QStringList { u"assume:anonymous"_s };
    else
        readCredentials();
    startCheck();
    Q_EMIT changed();
}

// What a certificate says needs nobody's answer but the keychain's.
void CredentialDetails::readCredentials()
{
    m_registry->provide(
        m_accountId, [guard = QPointer(m_request.context()), this](const tc::Result<tc::Credentials> &credentials) {
            if (!guard)
                return;
            const auto information
                = credentials ? tc::credentialInformation(*credentials) : tc::Result<tc::CredentialInformation>();
            if (information && information->type == tc::CredentialInformation::Type::Temporary) {
                m_listed = information->scopes;
                m_information.start = information->start;
                m_information.expiry = information->expiry;
                m_information.issuer = information->issuer;
            }
            loadClient();
            Q_EMIT changed();
        });
}

void CredentialDetails::startCheck()
{
    auto *check = new tc::CredentialCheck(m_session->client());
    m_request.tie(check);
    check->onSuccess(
        m_request.context(), [this](const tc::CredentialInformation &information) { takeInformation(information); });
    check->onFailure(m_request.context(), [this](const tc::Error &error) {
        m_check = { Part::State::Failed, error };
        m_expansion = { Part::State::Failed, error };
        Q_EMIT changed();
    });
}

void CredentialDetails::takeInformation(const tc::CredentialInformation &information)
{
    m_information = information;
    m_check = { Part::State::Ready, {} };
    if (information.scopesAreExpanded) {
        m_expanded = information.scopes;
        m_expansion = { Part::State::Ready, {} };
    } else {
        expandListed();
    }
    // The list of accounts warns of ends, too.
    if (information.expiry.isValid() && account().kind != Account::Kind::Anonymous)
        m_registry->setExpiry(m_accountId, information.expiry);
    Q_EMIT changed();
}

void CredentialDetails::loadClient()
{
    if (issuer().isEmpty())
        return;
    m_client = { Part::State::Loading, {} };
    askClient(m_session->client());
}

void CredentialDetails::askClient(tc::Client *asker)
{
    auto *reply = tc::Auth(asker).client(issuer());
    m_request.tie(reply);
    reply->onSuccess(m_request.context(), [this](const tc::auth::GetClientResponse &client) { takeClient(client); });
    reply->onFailure(m_request.context(), [this, asker](const tc::Error &error) {
        // Credentials that are refused, or locked away, know less than nobody.
        const bool areUseless = error.kind == tc::ErrorKind::Authentication || error.kind == tc::ErrorKind::Usage;
        if (areUseless && asker != nobody())
            return askClient(nobody());
        m_client = { Part::State::Failed, error };
        Q_EMIT changed();
    });
}

void CredentialDetails::takeClient(const tc::auth::GetClientResponse &client)
{
    m_facts = ClientFacts { client.description, toTime(client.created), toTime(client.lastDateUsed),
        toTime(client.lastRotated), toTime(client.expires), client.disabled, client.deleteOnExpiration, client.scopes,
        client.expandedScopes };
    m_client = { Part::State::Ready, {} };
    if (!account().isTemporary())
        m_listed = client.scopes;
    if (m_expansion.state == Part::State::Idle)
        expandListed();
    Q_EMIT changed();
}

tc::Client *CredentialDetails::nobody()
{
    if (!m_nobody) {
        tc::ClientOptions options = m_session->client()->options();
        options.credentials = nullptr;
        options.authorizedScopes.reset();
        m_nobody = m_session->client()->derive(std::move(options));
    }
    return m_nobody.get();
}

// Where the deployment does not say what the credentials have: what the scopes would give that stand in them.
void CredentialDetails::expandListed()
{
    m_expansion = {};
    if (!m_listed)
        return;
    m_expansion = { Part::State::Loading, {} };
    tc::auth::Scopeset listed;
    listed.scopes = *m_listed;
    // As nobody: the credentials may be refused, and the answer does not depend on who asks.
    auto *reply = tc::Auth(nobody()).expandScopes(listed);
    m_request.tie(reply);
    reply->onSuccess(m_request.context(), [this](const tc::auth::Scopeset &scopes) {
        m_expanded = scopes.scopes;
        m_expansion = { Part::State::Ready, {} };
        Q_EMIT changed();
    });
    reply->onFailure(m_request.context(), [this](const tc::Error &error) {
        m_expansion = { Part::State::Failed, error };
        Q_EMIT changed();
    });
}

} // namespace core
