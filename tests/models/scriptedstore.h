// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/secretstore.h"

#include <QHash>
#include <QPointer>
#include <QStringList>

#include <optional>

/// A keychain that does as it is told.
class ScriptedStore : public core::SecretStore
{
public:
    using SecretStore::SecretStore;

    bool isLasting() const override { return true; }
    core::SecretJob *read(const QString &key, Unlock unlock = Unlock::Ask) override
    {
        calls += unlock == Unlock::Ask ? QStringLiteral("read") : QStringLiteral("read without asking");
        core::SecretOutcome outcome = outcomeNow();
        if (outcome && !secrets.contains(key))
            outcome.status = core::SecretOutcome::Status::NotThere;
        else if (outcome)
            outcome.secret = secrets.value(key);
        return job(outcome);
    }
    core::SecretJob *write(const QString &key, const QByteArray &secret) override
    {
        calls += QStringLiteral("write");
        const core::SecretOutcome outcome = outcomeNow();
        if (outcome)
            secrets.insert(key, secret);
        return job(outcome);
    }
    core::SecretJob *remove(const QString &key, Unlock unlock = Unlock::Ask) override
    {
        calls += unlock == Unlock::Ask ? QStringLiteral("remove") : QStringLiteral("remove without asking");
        const core::SecretOutcome outcome = outcomeNow();
        if (outcome)
            secrets.remove(key);
        return job(outcome);
    }

    std::optional<core::SecretOutcome> next; ///< of all jobs, in place of success
    bool holdsBack = false; ///< jobs wait for their test
    QPointer<core::SecretJob> held;
    core::SecretOutcome heldOutcome;
    QStringList calls;
    QHash<QString, QByteArray> secrets;

private:
    core::SecretOutcome outcomeNow() const
    {
        core::SecretOutcome done;
        done.status = core::SecretOutcome::Status::Done;
        return next.value_or(done);
    }
    core::SecretJob *job(const core::SecretOutcome &outcome)
    {
        auto *job = new core::SecretJob(this);
        if (!holdsBack) {
            job->finish(outcome);
            return job;
        }
        held = job;
        heldOutcome = outcome;
        return job;
    }
};
