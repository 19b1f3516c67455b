// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/accountsecrets.h"

#include "core/accounts/secrettext.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace core {

using namespace Qt::StringLiterals;

namespace {

QByteArray encoded(const tc::Credentials &credentials)
{
    QJsonObject object { { u"clientId"_s, credentials.clientId }, { u"accessToken"_s, credentials.accessToken } };
    if (credentials.isTemporary())
        object.insert(u"certificate"_s, credentials.certificate);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

tc::Credentials decoded(const QByteArray &secret)
{
    const QJsonObject object = QJsonDocument::fromJson(secret).object();
    return { object[u"clientId"_s].toString(), object[u"accessToken"_s].toString(),
        object[u"certificate"_s].toString() };
}

SecretOutcome noKeychain()
{
    SecretOutcome outcome;
    outcome.status = SecretOutcome::Status::NoService;
    return outcome;
}

} // namespace

AccountSecrets::AccountSecrets(SecretStore *keychain, QObject *parent) : QObject(parent), m_keychain(keychain) { }

AccountSecrets::~AccountSecrets() = default;

QString AccountSecrets::keyOf(const Account &account)
{
    return account.clientId + u" at "_s + account.rootUrl + u" ("_s + account.id + u')';
}

void AccountSecrets::put(const QString &id, const tc::Credentials &credentials)
{
    m_entries[id].credentials = credentials;
    setPhase(id, SecretState::Phase::Ready);
}

void AccountSecrets::provide(const Account &account, Answer answer)
{
    Entry &entry = m_entries[account.id];
    if (!entry.credentials.isAnonymous())
        return answer({ entry.credentials, {} });
    if (account.secret != Account::Secret::Keychain || !m_keychain)
        return answer({ {}, secretError(noKeychain()) });
    entry.waiting.push_back(std::move(answer));
    if (entry.waiting.size() == 1)
        read(account);
}

void AccountSecrets::read(const Account &account)
{
    const QString id = account.id;
    setPhase(id, SecretState::Phase::Reading);
    const auto unlock = m_mayAsk ? SecretStore::Unlock::Ask : SecretStore::Unlock::Never;
    SecretJob *job = m_keychain->read(keyOf(account), unlock);
    connect(job, &SecretJob::phaseChanged, this, [this, id](SecretJob::Phase phase) {
        setPhase(id, phase == SecretJob::Phase::Asking ? SecretState::Phase::Asking : SecretState::Phase::Slow);
    });
    job->onFinished(this, [this, account, unlock](const SecretOutcome &outcome) {
        // The person wanted to be asked only after this had begun.
        const bool mayAskNow = unlock == SecretStore::Unlock::Never && m_mayAsk;
        if (outcome.status == SecretOutcome::Status::Locked && mayAskNow && m_entries.contains(account.id))
            read(account);
        else
            finishRead(account.id, account.clientId, outcome);
    });
}

void AccountSecrets::finishRead(const QString &id, const QString &clientId, SecretOutcome outcome)
{
    if (!m_entries.contains(id))
        return;
    Entry &entry = m_entries[id];
    tc::Credentials credentials = decoded(outcome.secret);
    if (outcome && (credentials.isAnonymous() || credentials.clientId != clientId)) {
        outcome.status = SecretOutcome::Status::Failed;
        outcome.reason = tr("The entry in the keychain is not what this program wrote.");
    }
    // What was put there while the keychain was read is newer.
    if (outcome && entry.credentials.isAnonymous())
        entry.credentials = std::move(credentials);
    const bool isReady = !entry.credentials.isAnonymous();
    const tc::Result<tc::Credentials> result = isReady ? tc::Result<tc::Credentials> { entry.credentials, {} }
                                                       : tc::Result<tc::Credentials> { {}, secretError(outcome) };
    const std::vector<Answer> waiting = std::exchange(entry.waiting, {});
    remember(id, outcome);
    setPhase(id, isReady ? SecretState::Phase::Ready : SecretState::Phase::Unavailable);
    for (const Answer &answer : waiting)
        answer(result);
}

void AccountSecrets::save(const Account &account, Ended ended)
{
    const QString id = account.id;
    Entry &entry = m_entries[id];
    if (!m_keychain || !m_keychain->isLasting()) {
        entry.state.isUnsaved = true;
        remember(id, noKeychain());
        Q_EMIT stateChanged(id);
        return ended(noKeychain());
    }
    entry.state.isSaving = true;
    entry.state.saving = SecretJob::Phase::Working;
    SecretJob *job = m_keychain->write(keyOf(account), encoded(entry.credentials));
    connect(job, &SecretJob::phaseChanged, this, [this, id](SecretJob::Phase phase) {
        if (!m_entries.contains(id))
            return;
        m_entries[id].state.saving = phase;
        Q_EMIT stateChanged(id);
    });
    job->onFinished(this, [this, id, ended = std::move(ended)](const SecretOutcome &outcome) {
        if (m_entries.contains(id)) {
            m_entries[id].state.isSaving = false;
            m_entries[id].state.isUnsaved = !outcome;
            remember(id, outcome);
            Q_EMIT stateChanged(id);
        }
        ended(outcome);
    });
    Q_EMIT stateChanged(id);
}

void AccountSecrets::erase(const Account &account, SecretStore::Unlock unlock, Ended ended)
{
    if (!m_keychain)
        return ended(noKeychain());
    SecretJob *job = m_keychain->remove(keyOf(account), unlock);
    job->onFinished(this, [this, id = account.id, ended = std::move(ended)](const SecretOutcome &outcome) {
        if (m_entries.contains(id)) {
            remember(id, outcome);
            Q_EMIT stateChanged(id);
        }
        ended(outcome);
    });
}

void AccountSecrets::forget(const QString &id)
{
    const Entry entry = m_entries.take(id);
    SecretOutcome cancelled;
    cancelled.status = SecretOutcome::Status::Cancelled;
    for (const Answer &answer : entry.waiting)
        answer({ {}, secretError(cancelled) });
}

void AccountSecrets::remember(const QString &id, const SecretOutcome &outcome)
{
    if (outcome.asked)
        m_mayAsk = false;
    else if (outcome)
        m_mayAsk = true;
    SecretOutcome &last = m_entries[id].state.outcome;
    const bool isStillLocked = outcome.status == last.status && outcome.status == SecretOutcome::Status::Locked;
    const bool wasAsked = isStillLocked && last.asked; // what the person did stays the reason
    last = outcome;
    last.asked = last.asked || wasAsked;
    last.secret.clear();
}

void AccountSecrets::setPhase(const QString &id, SecretState::Phase phase)
{
    SecretState &state = m_entries[id].state;
    if (state.phase == phase)
        return;
    state.phase = phase;
    Q_EMIT stateChanged(id);
}

} // namespace core
