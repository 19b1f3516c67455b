// SPDX-License-Identifier: MPL-2.0
#include "core/secrets/secretmove.h"

#include "core/accounts/session.h"
#include "core/util/errorof.h"

#include <tc/secrets.h>

namespace core {

using State = SecretMove::Outcome::State;

SecretMove::SecretMove(Session *session, QObject *parent) : QObject(parent), m_session(session) { }

void SecretMove::start(Kind kind, const QString &from, const QString &to)
{
    m_kind = kind;
    m_from = from;
    m_to = to;
    m_request.renew();
    read();
}

void SecretMove::cancel()
{
    if (!isRunning())
        return;
    m_request.cancel();
    fail(errorOf(tc::ErrorKind::Cancelled));
}

void SecretMove::get(const QString &name, std::function<void(const SecretContent &)> then)
{
    auto *reply = m_session->secrets()->get(name);
    m_request.tie(reply);
    reply->onSuccess(m_request.context(), [this, then = std::move(then)](const tc::secrets::Secret &secret) {
        auto content = toContent(secret);
        if (!content)
            return end({ State::Different, m_step, m_step >= Step::Writing, {} });
        then(*content);
        wipe(&content->value);
    });
    reply->onFailure(m_request.context(), [this](const tc::Error &error) { fail(error); });
}

void SecretMove::read()
{
    setStep(Step::Reading);
    get(m_from, [this](const SecretContent &content) { lookForTarget(content); });
}

void SecretMove::lookForTarget(const SecretContent &content)
{
    setStep(Step::LookingForTarget);
    auto *reply = m_session->secrets()->get(m_to);
    m_request.tie(reply);
    reply->onSuccess(m_request.context(), [this](const tc::secrets::Secret &) {
        end({ State::Taken, Step::LookingForTarget, false, {} });
    });
    reply->onFailure(m_request.context(), [this, content](const tc::Error &error) {
        // One that has run out can be replaced: nobody can read it any more.
        if (error.kind == tc::ErrorKind::NotFound || error.kind == tc::ErrorKind::Expired)
            write(content);
        else
            fail(error);
    });
}

void SecretMove::write(const SecretContent &content)
{
    setStep(Step::Writing);
    auto *reply = m_session->secrets()->set(m_to, fromContent(content));
    m_request.tie(reply);
    reply->onSuccess(m_request.context(), [this] { compareTarget(); });
    reply->onFailure(m_request.context(), [this](const tc::Error &error) { fail(error); });
}

void SecretMove::compareTarget()
{
    setStep(Step::Comparing);
    get(m_to, [this](const SecretContent &target) { compareSource(target); });
}

void SecretMove::compareSource(const SecretContent &target)
{
    get(m_from, [this, target](const SecretContent &source) {
        if (source != target)
            return end({ State::Different, Step::Comparing, true, {} });
        if (m_kind == Kind::Copy)
            return end({ State::Done, Step::Comparing, true, {} });
        removeSource();
    });
}

void SecretMove::removeSource()
{
    setStep(Step::Deleting);
    auto *reply = m_session->secrets()->remove(m_from);
    m_request.tie(reply);
    reply->onSuccess(m_request.context(), [this] { end({ State::Done, Step::Deleting, false, {} }); });
    reply->onFailure(m_request.context(), [this](const tc::Error &error) { fail(error); });
}

void SecretMove::fail(const tc::Error &error)
{
    end({ State::Failed, m_step, m_step >= Step::Writing, error });
}

void SecretMove::end(const Outcome &outcome)
{
    setStep(Step::None);
    Q_EMIT finished(outcome);
}

void SecretMove::setStep(Step step)
{
    if (step == m_step)
        return;
    m_step = step;
    Q_EMIT stepChanged();
}

} // namespace core
