// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

#include <QObject>

namespace core {

class AccountRegistry;
class Session;

/// What the holder of credentials does to the client behind them: give it a new token, disable it, delete it.
class ClientActions : public QObject
{
    Q_OBJECT

public:
    enum class Act { Rotate, Disable, Delete };
    Q_ENUM(Act)

    /// \a session is that of the account. Both must outlive this.
    ClientActions(Session *session, AccountRegistry *registry, QString accountId, QObject *parent = nullptr);

    /// The scope that \a act takes.
    static QString scopeFor(Act act, const QString &clientId);

    /// Does it to \a clientId; nothing while another one is under way. A new token goes to the account and its keychain
    /// entry before done() is emitted, if the account is that client's.
    void start(Act act, const QString &clientId);
    bool isBusy() const { return m_isBusy; }

    /// Whether \a error leaves open what has happened: a token may have been changed although no answer came.
    static bool isUncertain(Act act, const tc::Error &error);

Q_SIGNALS:
    void done(core::ClientActions::Act act, const QString &clientId);
    void failed(core::ClientActions::Act act, const QString &clientId, const tc::Error &error);

private:
    template <typename Reply>
    void follow(Reply *reply, Act act, const QString &clientId);
    void rotate(const QString &clientId);

    Session *m_session;
    AccountRegistry *m_registry;
    QString m_accountId;
    bool m_isBusy = false;
};

} // namespace core
