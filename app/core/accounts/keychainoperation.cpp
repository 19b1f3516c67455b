// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/keychainoperation.h"

#ifdef TC_SECRET_SERVICE
#include "core/accounts/keychainbackend.h"
#include "core/accounts/secretservice.h"
#endif

#include <qt6keychain/keychain.h>

namespace core {

namespace {

using Status = SecretOutcome::Status;

SecretOutcome outcomeOf(Status status, const QString &reason = {})
{
    SecretOutcome outcome;
    outcome.status = status;
    outcome.reason = reason;
    return outcome;
}

Status statusOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return Status::Done;
    case QKeychain::EntryNotFound:
        return Status::NotThere;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return Status::Refused;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Status::NoService;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return Status::Failed;
}

} // namespace

KeychainOperation::KeychainOperation(
    Kind kind, QString service, QString key, SecretStore::Unlock unlock, QObject *parent)
    : QObject(parent), m_kind(kind), m_service(std::move(service)), m_key(std::move(key)), m_unlock(unlock),
      m_job(new SecretJob(parent))
{
    connect(m_job, &SecretJob::cancelled, this, [this] { end(outcomeOf(Status::Cancelled)); });
    connect(m_job, &QObject::destroyed, this, [this] { end(outcomeOf(Status::Cancelled)); });
}

void KeychainOperation::enqueue(std::chrono::milliseconds slowAfter)
{
    m_slow.setSingleShot(true);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        if (m_job)
            m_job->setPhase(SecretJob::Phase::Slow);
    });
    m_slow.start(slowAfter);
}

void KeychainOperation::start()
{
    if (m_started)
        return;
    m_started = true;
    look();
}

#ifdef TC_SECRET_SERVICE

void KeychainOperation::look()
{
    findKeychainBackend(this, [this](KeychainBackend backend) {
        if (backend == KeychainBackend::KWallet)
            return run();
        if (backend == KeychainBackend::None)
            return end(outcomeOf(Status::NoService, tr("The library libsecret is not installed.")));
        using Purpose = SecretServiceCheck::Purpose;
        const Purpose purpose = m_kind == Kind::Read ? Purpose::Read
            : m_kind == Kind::Write                  ? Purpose::Write
                                                     : Purpose::Remove;
        // As QtKeychain files them.
        const SecretServiceCheck::Attributes attributes { { QStringLiteral("user"), m_key },
            { QStringLiteral("server"), m_service } };
        auto *check = new SecretServiceCheck(attributes, purpose, m_unlock, this);
        connect(check, &SecretServiceCheck::asking, this, [this] {
            m_slow.stop();
            if (m_job)
                m_job->setPhase(SecretJob::Phase::Asking);
        });
        connect(check, &SecretServiceCheck::answered, this, [this, check](const SecretOutcome &outcome) {
            check->deleteLater();
            looked(outcome);
        });
        check->start();
    });
}

#else

void KeychainOperation::look()
{
    run();
}

#endif

void KeychainOperation::looked(const SecretOutcome &outcome)
{
    if (outcome.status == Status::Done)
        return run();
    if (outcome.asked)
        Q_EMIT questionClosed();
    if (outcome.status == Status::NotThere && m_kind == Kind::Remove)
        return end(outcomeOf(Status::Done));
    end(outcome);
}

void KeychainOperation::run()
{
    if (m_kind == Kind::Read) {
        return runJob(new QKeychain::ReadPasswordJob(m_service), [this](QKeychain::Job *job) { finishRead(job); });
    }
    if (m_kind == Kind::Write) {
        auto *write = new QKeychain::WritePasswordJob(m_service);
        write->setTextData(QString::fromUtf8(m_secret));
        return runJob(write, [this](QKeychain::Job *job) { job->error() ? fail(job) : readBack(); });
    }
    runJob(new QKeychain::DeletePasswordJob(m_service), [this](QKeychain::Job *job) {
        if (job->error() && job->error() != QKeychain::EntryNotFound)
            return fail(job);
        readBack();
    });
}

// The job is nobody's child and outlives this where it must: the keychain's library keeps a bare pointer to it.
void KeychainOperation::runJob(QKeychain::Job *job, Then then)
{
    job->setKey(m_key);
    connect(job, &QKeychain::Job::finished, this, [this, then = std::move(then)](QKeychain::Job *finished) {
        if (!m_ended)
            then(finished);
    });
    job->start();
}

// What was stored or removed is believed only when it has been seen: KWallet's errors get lost in QtKeychain 0.13.
void KeychainOperation::readBack()
{
    runJob(new QKeychain::ReadPasswordJob(m_service), [this](QKeychain::Job *job) {
        const bool isThere = !job->error();
        if (m_kind == Kind::Remove) {
            if (isThere)
                return end(outcomeOf(Status::Failed, tr("The keychain still has the entry.")));
            return job->error() == QKeychain::EntryNotFound ? end(outcomeOf(Status::Done)) : fail(job);
        }
        const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job);
        if (!isThere || read->textData().toUtf8() != m_secret)
            return end(outcomeOf(Status::Failed, tr("The keychain does not give back what it was given.")));
        end(outcomeOf(Status::Done));
    });
}

void KeychainOperation::finishRead(QKeychain::Job *job)
{
    if (job->error())
        return fail(job);
    SecretOutcome outcome = outcomeOf(Status::Done);
    outcome.secret = qobject_cast<QKeychain::ReadPasswordJob *>(job)->textData().toUtf8();
    end(std::move(outcome));
}

void KeychainOperation::fail(QKeychain::Job *job)
{
    Status status = statusOf(job->error());
#ifdef TC_SECRET_SERVICE
    // The Secret Service had it a moment ago, so this is one of the reasons that QtKeychain cannot tell apart.
    if (status == Status::NotThere && usesSecretService())
        return end(outcomeOf(Status::Failed, tr("The keychain did not give out the entry that it has.")));
    if (status == Status::Refused && job->error() == QKeychain::AccessDenied && usesSecretService())
        status = Status::Locked; // its only use of that error
#endif
    end(outcomeOf(status, job->errorString()));
}

void KeychainOperation::end(SecretOutcome outcome)
{
    if (m_ended)
        return;
    m_ended = true;
    m_slow.stop();
    if (m_job)
        m_job->finish(std::move(outcome));
    Q_EMIT ended();
}

} // namespace core
