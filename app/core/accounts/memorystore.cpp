// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/memorystore.h"

namespace core {

namespace {

SecretJob *ended(SecretOutcome outcome, QObject *parent)
{
    auto *job = new SecretJob(parent);
    job->finish(std::move(outcome));
    return job;
}

} // namespace

SecretJob *MemoryStore::read(const QString &key, Unlock)
{
    SecretOutcome outcome;
    const auto found = m_secrets.constFind(key);
    outcome.status = found == m_secrets.cend() ? SecretOutcome::Status::NotThere : SecretOutcome::Status::Done;
    outcome.secret = m_secrets.value(key);
    return ended(std::move(outcome), this);
}

SecretJob *MemoryStore::write(const QString &key, const QByteArray &secret)
{
    m_secrets.insert(key, secret);
    SecretOutcome outcome;
    outcome.status = SecretOutcome::Status::Done;
    return ended(std::move(outcome), this);
}

SecretJob *MemoryStore::remove(const QString &key, Unlock)
{
    m_secrets.remove(key);
    SecretOutcome outcome;
    outcome.status = SecretOutcome::Status::Done;
    return ended(std::move(outcome), this);
}

} // namespace core
