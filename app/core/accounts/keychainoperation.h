// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/secretstore.h"

#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>

namespace QKeychain {
class Job;
}

namespace core {

/// One job of a KeychainStore, from the look at the keychain to the proof that it was done.
class KeychainOperation : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Read, Write, Remove };

    KeychainOperation(Kind kind, QString service, QString key, SecretStore::Unlock unlock, QObject *parent);

    void setSecret(const QByteArray &secret) { m_secret = secret; }
    SecretJob *job() const { return m_job; }
    void dontAsk() { m_unlock = SecretStore::Unlock::Never; }
    /// From now on it counts how long it takes.
    void enqueue(std::chrono::milliseconds slowAfter);
    void start();

Q_SIGNALS:
    /// The person closed the keychain's question.
    void questionClosed();
    void ended();

private:
    using Then = std::function<void(QKeychain::Job *job)>;

    void look();
    void looked(const SecretOutcome &outcome);
    void run();
    void runJob(QKeychain::Job *job, Then then);
    void readBack();
    void finishRead(QKeychain::Job *job);
    void fail(QKeychain::Job *job);
    void end(SecretOutcome outcome);

    Kind m_kind;
    QString m_service;
    QString m_key;
    SecretStore::Unlock m_unlock;
    QByteArray m_secret;
    QPointer<SecretJob> m_job;
    QTimer m_slow;
    bool m_started = false;
    bool m_ended = false;
};

} // namespace core
