// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/keychainstore.h"

#include "core/accounts/keychainoperation.h"

#include <algorithm>
#include <utility>

namespace core {

KeychainStore::KeychainStore(QString service, QObject *parent) : SecretStore(parent), m_service(std::move(service)) { }

KeychainStore::~KeychainStore() = default;

SecretJob *KeychainStore::read(const QString &key, Unlock unlock)
{
    return enqueue(new KeychainOperation(KeychainOperation::Kind::Read, m_service, key, unlock, this));
}

SecretJob *KeychainStore::write(const QString &key, const QByteArray &secret)
{
    auto *operation = new KeychainOperation(KeychainOperation::Kind::Write, m_service, key, Unlock::Ask, this);
    operation->setSecret(secret);
    return enqueue(operation);
}

SecretJob *KeychainStore::remove(const QString &key, Unlock unlock)
{
    return enqueue(new KeychainOperation(KeychainOperation::Kind::Remove, m_service, key, unlock, this));
}

SecretJob *KeychainStore::enqueue(KeychainOperation *operation)
{
    m_operations.push_back(operation);
    connect(operation, &KeychainOperation::questionClosed, this, [this] {
        for (KeychainOperation *waiting : m_operations)
            waiting->dontAsk();
    });
    connect(operation, &KeychainOperation::ended, this, [this, operation] {
        const bool ran = m_operations.front() == operation;
        m_operations.erase(std::find(m_operations.begin(), m_operations.end(), operation));
        operation->deleteLater();
        if (ran)
            startNext();
    });
    operation->enqueue(m_slowAfter);
    if (m_operations.size() == 1)
        startNext();
    return operation->job();
}

void KeychainStore::startNext()
{
    if (!m_operations.empty())
        m_operations.front()->start();
}

} // namespace core
