// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/accountsecrets.h"

#include <QTimer>

#include <memory>

class QSettings;

namespace core {

/// All accounts at all deployments. What they are is kept in the settings, their secrets in the keychain; those that
/// the keychain does not take work for this run. Lives on the application's thread.
///
/// No account goes because its keychain is locked, missing or refuses.
class AccountRegistry : public QObject
{
    Q_OBJECT

public:
    enum class Keep {
        Keychain, ///< and for this run only where that does not work: see SecretState::isUnsaved
        ThisRun,
    };
    using Ended = AccountSecrets::Ended;

    /// \a settings and \a keychain must outlive this; without a keychain nothing lasts.
    AccountRegistry(QSettings *settings, SecretStore *keychain, QObject *parent = nullptr);
    ~AccountRegistry() override;

    /// In the order in which they were added.
    const QList<Account> &accounts() const { return m_accounts; }
    /// Null when there is none; valid until the next change.
    const Account *find(const QString &id) const;
    QList<Account> at(const QString &rootUrl) const;
    /// The account that is used at a deployment when nothing says otherwise; null when it has none.
    const Account *defaultAt(const QString &rootUrl) const;
    SecretState state(const QString &id) const { return m_secrets.state(id); }

    /// Adds an account, or gives new credentials to the one that is there for the same client of the same deployment.
    /// It can be used at once; added() or changed() comes before this returns, secretKept() when the keychain has
    /// answered. Gives its id; empty when the root URL is malformed. The first one of a deployment is its default.
    QString add(Account account, const tc::Credentials &credentials, Keep keep = Keep::Keychain);
    void rename(const QString &id, const QString &name);
    void setColour(const QString &id, int colour);
    void setDefault(const QString &id);
    /// When the end of a client has become known or was changed.
    void setExpiry(const QString &id, const QDateTime &expires);
    /// New credentials for an account, after its token was rotated.
    void setCredentials(const QString &id, const tc::Credentials &credentials);
    /// Tries the keychain once more with what works from memory.
    void keep(const QString &id);
    /// Reads it now, and lets the keychain ask.
    void unlock(const QString &id);

    /// Removes an account and its entry in the keychain. When that entry cannot be removed the account stays, and
    /// \a ended gets the reason.
    void remove(const QString &id, Ended ended = {});
    /// Removes an account in any case; an entry in the keychain stays behind. keyInKeychain() is its name.
    void forget(const QString &id);
    QString keyInKeychain(const QString &id) const;

    /// The credentials of an account: from memory, or from the keychain, which may take its time. A provider may
    /// outlive this and its account; its answer is then an error.
    std::shared_ptr<tc::CredentialProvider> provider(const QString &id);
    void provide(const QString &id, AccountSecrets::Answer answer);

Q_SIGNALS:
    void added(const QString &id);
    void changed(const QString &id);
    void removed(const QString &id);
    void stateChanged(const QString &id);
    /// The keychain has taken the secret of an account, or not.
    void secretKept(const QString &id, const core::SecretOutcome &outcome);
    /// Temporary credentials that were made here have run out, and their secret is gone.
    void ranOut(const QString &id);

private:
    Account *edit(const QString &id);
    const Account *sameClient(const Account &account) const;
    int freeColour() const;
    void save(const QString &id);
    void saved(const Account &before, const SecretOutcome &outcome);
    void drop(const QString &id);
    void write();
    void throwAwayRunOut();
    void throwAway(const Account &account);
    void planThrowAway();

    QSettings *m_settings;
    QList<Account> m_accounts;
    AccountSecrets m_secrets;
    QTimer m_runOut;
    QStringList m_throwingAway;
};

} // namespace core
