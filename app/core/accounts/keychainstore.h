// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/secretstore.h"

#include <QPointer>

#include <chrono>
#include <deque>

namespace core {

class KeychainOperation;

/// The operating system's keychain, through QtKeychain.
///
/// On Linux the Secret Service is asked first whether it is there and open, see SecretServiceCheck; after a question of
/// the keychain was closed, jobs that already waited do not ask again. QtKeychain cannot be cancelled: what it has
/// begun goes on, unseen.
class KeychainStore : public SecretStore
{
    Q_OBJECT

public:
    /// \a service is what the secrets are filed under, beside their keys.
    explicit KeychainStore(QString service, QObject *parent = nullptr);
    ~KeychainStore() override;

    /// After how long without an answer a job's phase becomes Slow.
    void setSlowAfter(std::chrono::milliseconds time) { m_slowAfter = time; }

    bool isLasting() const override { return true; }
    SecretJob *read(const QString &key, Unlock unlock = Unlock::Ask) override;
    SecretJob *write(const QString &key, const QByteArray &secret) override;
    SecretJob *remove(const QString &key, Unlock unlock = Unlock::Ask) override;

private:
    SecretJob *enqueue(KeychainOperation *operation);
    void startNext();

    QString m_service;
    std::chrono::milliseconds m_slowAfter { 1500 };
    std::deque<KeychainOperation *> m_operations; // the first one runs
};

} // namespace core
