// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/account.h"
#include "core/util/part.h"
#include "core/util/request.h"

#include <tc/temporarycredentials.h>

#include <QObject>

#include <memory>
#include <optional>

namespace tc {
class Client;
namespace auth {
struct GetClientResponse;
}
} // namespace tc

namespace core {

class AccountRegistry;
class Session;

/// What the auth service tells about a client.
struct ClientFacts {
    QString description {};
    qint64 created = 0; ///< these in ms since the epoch
    qint64 lastUsed = 0;
    qint64 lastRotated = 0;
    qint64 expires = 0;
    bool isDisabled = false;
    bool deleteOnExpiration = false;
    QStringList scopes {}; ///< as they stand there, not expanded
    QStringList expandedScopes {}; ///< those of its roles among them, but not what everybody has
};

/// How near the end of credentials is.
enum class ExpiryState {
    Unknown, ///< no end, or none that anybody may see
    Fine,
    Soon, ///< a warning is due
    Over,
};

/// \a start is only known of temporary credentials. The warning is due a week before a client ends, and when a tenth of
/// temporary credentials is left, five minutes at least and a day at most.
ExpiryState expiryState(const QDateTime &start, const QDateTime &expiry, const QDateTime &now);

/// Everything about the credentials of one account: what they say themselves, what the deployment says.
class CredentialDetails : public QObject
{
    Q_OBJECT

public:
    /// \a session is that of the account. Both must outlive this.
    CredentialDetails(Session *session, AccountRegistry *registry, QString accountId, QObject *parent = nullptr);
    ~CredentialDetails() override;

    /// Asks for everything afresh; what is known stays until it is replaced.
    void load();
    bool isLoading() const { return m_check.isLoading() || m_client.isLoading() || m_expansion.isLoading(); }

    const QString &accountId() const { return m_accountId; }
    /// A default value when the account has gone.
    Account account() const;
    /// The client whose token signs, or signed the certificate; empty when anonymous.
    QString issuer() const;

    /// The credentials themselves, and what the deployment thinks of them.
    const Part &check() const { return m_check; }
    const tc::CredentialInformation &information() const { return m_information; }
    /// The client behind them.
    const Part &client() const { return m_client; }
    const std::optional<ClientFacts> &clientFacts() const { return m_facts; }
    /// The scopes after all roles.
    const Part &expansion() const { return m_expansion; }

    /// Those of the client or the certificate; null when nobody may see them.
    const std::optional<QStringList> &listedScopes() const { return m_listed; }
    QStringList expandedScopes() const { return m_expanded; }
    /// The scopes that can go into temporary credentials: those of the client, without what everybody has besides. Null
    /// when nobody may see them.
    std::optional<QStringList> passableScopes() const;
    ExpiryState expiryState(const QDateTime &now = QDateTime::currentDateTimeUtc()) const;
    QDateTime expires() const;

Q_SIGNALS:
    void changed();

private:
    void readCredentials();
    void startCheck();
    void takeInformation(const tc::CredentialInformation &information);
    void loadClient();
    void askClient(tc::Client *asker);
    void takeClient(const tc::auth::GetClientResponse &client);
    tc::Client *nobody();
    void expandListed();

    Session *m_session;
    AccountRegistry *m_registry;
    QString m_accountId;
    std::unique_ptr<tc::Client> m_nobody; ///< an anonymous one, made when it is needed
    Request m_request;
    Part m_check;
    Part m_client;
    Part m_expansion;
    tc::CredentialInformation m_information;
    std::optional<ClientFacts> m_facts;
    std::optional<QStringList> m_listed;
    QStringList m_expanded;
};

} // namespace core
