// SPDX-License-Identifier: MPL-2.0
#include "core/secrets/opensecret.h"

#include "core/accounts/session.h"
#include "core/task/convert.h"
#include "core/util/errorof.h"

#include <tc/secrets.h>

namespace core {

using namespace Qt::StringLiterals;

namespace {

// Whether there is nothing of that name, or nothing any more.
bool isGone(const tc::Error &error)
{
    return error.kind == tc::ErrorKind::NotFound || error.kind == tc::ErrorKind::Expired;
}

} // namespace

std::optional<SecretContent> toContent(const tc::secrets::Secret &secret)
{
    auto value = fromJson(secret.secret);
    if (!value)
        return {};
    return SecretContent { std::move(*value), toTime(secret.expires) };
}

tc::secrets::Secret fromContent(const SecretContent &content)
{
    return { QDateTime::fromMSecsSinceEpoch(content.expires, Qt::UTC), toJson(content.value), {} };
}

OpenSecret::OpenSecret(Session *session, QObject *parent) : QObject(parent), m_session(session) { }

OpenSecret::~OpenSecret()
{
    forget();
}

void OpenSecret::forget()
{
    if (m_content)
        wipe(&m_content->value);
    m_content.reset();
}

void OpenSecret::open(const QString &name)
{
    if (name != m_name)
        forget();
    m_name = name;
    m_reading.renew();
    setPart({ Part::State::Loading, {} });
    auto *reply = m_session->secrets()->get(name);
    m_reading.tie(reply);
    reply->onSuccess(m_reading.context(), [this](const tc::secrets::Secret &secret) {
        forget();
        m_content = toContent(secret);
        setPart(m_content ? Part { Part::State::Ready, {} }
                          : Part { Part::State::Failed,
                              errorOf(tc::ErrorKind::Protocol, tr("The secret is no map, or nested too deeply.")) });
    });
    reply->onFailure(m_reading.context(), [this](const tc::Error &error) { setPart({ Part::State::Failed, error }); });
}

void OpenSecret::openNew()
{
    close();
    setPart({ Part::State::Ready, {} });
}

void OpenSecret::close()
{
    m_reading.cancel();
    cancel();
    forget();
    m_name.clear();
    setPart({});
}

void OpenSecret::cancel()
{
    m_changing.cancel();
    setStep(Step::None);
}

void OpenSecret::save(
    const QString &name, const SecretContent &wanted, const std::optional<SecretContent> &base, Before before)
{
    m_name = name;
    m_changing.renew();
    if (before == Before::Trust)
        return write(wanted);
    setStep(Step::ReadingAgain);
    auto *reply = m_session->secrets()->get(name);
    m_changing.tie(reply);
    reply->onSuccess(m_changing.context(), [this, wanted, base](const tc::secrets::Secret &secret) {
        const auto found = toContent(secret);
        if (found)
            compare(found, wanted, base);
        else
            fail(errorOf(tc::ErrorKind::Protocol, tr("The secret is no map, or nested too deeply.")));
    });
    reply->onFailure(m_changing.context(), [this, wanted, base](const tc::Error &error) {
        if (isGone(error))
            compare({}, wanted, base);
        else
            fail(error);
    });
}

void OpenSecret::compare(
    const std::optional<SecretContent> &found, const SecretContent &wanted, const std::optional<SecretContent> &base)
{
    if (found == base || (found && *found == wanted))
        return write(wanted);
    setStep(Step::None);
    Q_EMIT conflictFound({ found });
}

void OpenSecret::write(const SecretContent &wanted)
{
    setStep(Step::Writing);
    auto *reply = m_session->secrets()->set(m_name, fromContent(wanted));
    m_changing.tie(reply);
    reply->onSuccess(m_changing.context(), [this, wanted] {
        forget();
        m_content = wanted;
        setStep(Step::None);
        setPart({ Part::State::Ready, {} });
        Q_EMIT saved();
    });
    reply->onFailure(m_changing.context(), [this](const tc::Error &error) { fail(error); });
}

void OpenSecret::remove()
{
    m_changing.renew();
    setStep(Step::Deleting);
    auto *reply = m_session->secrets()->remove(m_name);
    m_changing.tie(reply);
    reply->onSuccess(m_changing.context(), [this] {
        setStep(Step::None);
        Q_EMIT removed();
    });
    reply->onFailure(m_changing.context(), [this](const tc::Error &error) { fail(error); });
}

void OpenSecret::fail(const tc::Error &error)
{
    const Step step = m_step;
    setStep(Step::None);
    Q_EMIT failed(step, error);
}

void OpenSecret::setPart(Part part)
{
    m_part = std::move(part);
    Q_EMIT partChanged();
}

void OpenSecret::setStep(Step step)
{
    if (step == m_step)
        return;
    m_step = step;
    Q_EMIT stepChanged();
}

} // namespace core
