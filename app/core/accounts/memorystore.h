// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/secretstore.h"

#include <QHash>

namespace core {

/// Secrets for this run only.
class MemoryStore : public SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;

    bool isLasting() const override { return false; }
    SecretJob *read(const QString &key, Unlock unlock = Unlock::Ask) override;
    SecretJob *write(const QString &key, const QByteArray &secret) override;
    SecretJob *remove(const QString &key, Unlock unlock = Unlock::Ask) override;

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace core
