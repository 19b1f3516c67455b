// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/secretjob.h"

#include <tc/error.h>

#include <QObject>
#include <QPointer>

namespace core {

class AccountRegistry;
class Session;

/// Takes an account away, step by step: its client at the deployment if that is wanted, its entry in the keychain, then
/// the account itself. A step that fails leaves everything after it as it was.
class AccountRemoval : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        DeletingClient,
        ClientStays, ///< clientError() says why; the account is untouched
        RemovingEntry,
        EntryStays, ///< outcome() says why; the account is still there
        Removed,
    };

    /// \a session is the account's own, and asked only when the client is to go. Both must outlive this.
    AccountRemoval(AccountRegistry *registry, Session *session, QString id, QObject *parent = nullptr);

    State state() const { return m_state; }
    bool isBusy() const { return m_state == State::DeletingClient || m_state == State::RemovingEntry; }
    const tc::Error &clientError() const { return m_clientError; }
    const SecretOutcome &outcome() const { return m_outcome; }
    /// Whether the client is gone from the deployment, as far as this did it.
    bool isClientDeleted() const { return m_clientDeleted; }

    /// Begins, or tries again. Not while it is busy.
    void start(bool deleteClient);
    /// Gives up on the entry in the keychain and takes only the account away.
    void forget();

Q_SIGNALS:
    void changed();

private:
    void removeEntry();
    void setState(State state);

    AccountRegistry *m_registry;
    QPointer<Session> m_session;
    QString m_id;
    State m_state = State::Idle;
    tc::Error m_clientError;
    SecretOutcome m_outcome;
    bool m_clientDeleted = false;
};

} // namespace core
