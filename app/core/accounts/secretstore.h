// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/secretjob.h"

namespace core {

/// Where secrets are kept. Nothing here blocks; jobs on the same store are carried out one after the other, in the
/// order of the calls. Use it from the application's thread.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    /// What to do about a store that is locked.
    enum class Unlock {
        Ask, ///< let it ask the person
        Never, ///< end in Locked
    };

    explicit SecretStore(QObject *parent = nullptr) : QObject(parent) { }

    /// Whether secrets are still there in the next run.
    virtual bool isLasting() const = 0;

    virtual SecretJob *read(const QString &key, Unlock unlock = Unlock::Ask) = 0;
    /// Replaces what is there. Done only when the store has been seen to give back the same.
    virtual SecretJob *write(const QString &key, const QByteArray &secret) = 0;
    /// Done, too, when there was nothing.
    virtual SecretJob *remove(const QString &key, Unlock unlock = Unlock::Ask) = 0;
};

} // namespace core
