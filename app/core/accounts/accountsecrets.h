// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/account.h"
#include "core/accounts/secretstore.h"

#include <tc/credentials.h>

#include <QHash>
#include <QPointer>

#include <functional>
#include <vector>

namespace core {

/// How it stands with an account's secret in this run.
struct SecretState {
    enum class Phase {
        Idle, ///< nobody has asked for it yet
        Reading, ///< from here on the keychain is waited for
        Slow, ///< still waiting: say so
        Asking, ///< the keychain has a question on the screen
        Ready, ///< in memory
        Unavailable, ///< see outcome; the next call tries again
    };

    Phase phase = Phase::Idle;
    SecretOutcome outcome {}; ///< of the last attempt to read, write or remove it, without the secret itself
    bool isSaving = false; ///< on its way into the keychain
    SecretJob::Phase saving = SecretJob::Phase::Working; ///< how far that is
    bool isUnsaved = false; ///< it works from memory, because the keychain did not take it: see outcome
};

/// The credentials of accounts: read from the keychain when they are first needed, then kept in memory.
class AccountSecrets : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(tc::Result<tc::Credentials>)>;
    using Ended = std::function<void(const SecretOutcome &)>;

    /// Without \a keychain nothing lasts. It must outlive this.
    explicit AccountSecrets(SecretStore *keychain, QObject *parent = nullptr);
    ~AccountSecrets() override;

    /// The name under which the keychain has it. It holds the root URL, so that a changed setting cannot send a secret
    /// to another deployment.
    static QString keyOf(const Account &account);

    SecretState state(const QString &id) const { return m_entries.value(id).state; }
    /// Puts credentials into memory.
    void put(const QString &id, const tc::Credentials &credentials);
    /// Calls \a answer once, from this call when they are in memory.
    void provide(const Account &account, Answer answer);
    /// Writes what is in memory to the keychain.
    void save(const Account &account, Ended ended);
    /// Removes it from the keychain. What is in memory stays until forget().
    void erase(const Account &account, SecretStore::Unlock unlock, Ended ended);
    void forget(const QString &id);
    /// The keychain may ask again, after the person closed its question.
    void allowQuestion() { m_mayAsk = true; }

Q_SIGNALS:
    void stateChanged(const QString &id);

private:
    struct Entry {
        tc::Credentials credentials;
        SecretState state;
        std::vector<Answer> waiting;
    };

    void read(const Account &account);
    void finishRead(const QString &id, const QString &clientId, SecretOutcome outcome);
    void remember(const QString &id, const SecretOutcome &outcome);
    void setPhase(const QString &id, SecretState::Phase phase);

    SecretStore *m_keychain;
    QHash<QString, Entry> m_entries;
    bool m_mayAsk = true;
};

} // namespace core
