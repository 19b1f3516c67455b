// SPDX-License-Identifier: MPL-2.0
#include "transfer/transferprivate.h"

#include "util/httpdate.h"
#include "util/makeerror.h"
#include "util/text.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>

namespace tc {

using namespace std::chrono_literals;

TransferPrivate::TransferPrivate(Client *theClient) : client(theClient), m_http(ClientPrivate::of(theClient)->http)
{
    m_delay.setSingleShot(true);
    m_delay.setTimerType(Qt::PreciseTimer); // a coarse one comes before a Retry-After is over
    connect(&m_delay, &QTimer::timeout, this, &TransferPrivate::attemptUnlessPaused);
    connect(theClient, &QObject::destroyed, this, &TransferPrivate::abort);
}

TransferPrivate::~TransferPrivate() = default;

void TransferPrivate::start(Transfer *transfer)
{
    q = transfer;
    attemptLater(0ms);
}

void TransferPrivate::attemptLater(std::chrono::milliseconds delay)
{
    m_delay.start(delay);
}

void TransferPrivate::attemptUnlessPaused()
{
    m_due = paused;
    if (!paused)
        attempt();
}

void TransferPrivate::setPaused(bool on)
{
    if (paused == on || isEnding())
        return;
    paused = on;
    pausedChanged();
    if (!paused && std::exchange(m_due, false))
        attemptLater(0ms);
    Q_EMIT q->pausedChanged(on);
}

bool TransferPrivate::mayRepeat(const Error &failure) const
{
    return failure.kind == ErrorKind::Network || failure.kind == ErrorKind::Server
        || failure.kind == ErrorKind::RateLimited || failure.kind == ErrorKind::Timeout;
}

void TransferPrivate::judge(Error failure, const QByteArray &retryAfter)
{
    if (isEnding())
        return;
    stop();
    const RetryPolicy policy = ownPolicy ? *ownPolicy : client ? client->options().retry : RetryPolicy();
    if (m_attempt > policy.retries || !mayRepeat(failure)) {
        finish(std::move(failure));
        return;
    }
    auto delay = policy.delay(m_attempt, QRandomGenerator::global()->generateDouble());
    if (const auto wait = parseRetryAfter(retryAfter, QDateTime::currentDateTimeUtc()))
        delay = std::max(delay, *wait);
    const bool waitsTooLong = delay > std::max(policy.cap, policy.retryAfterCap);
    if (waitsTooLong || !prepareRepeat(failure)) {
        finish(std::move(failure));
        return;
    }
    failure.attempts = m_attempt++;
    attemptLater(delay);
    Q_EMIT q->retrying(m_attempt, delay, failure);
}

void TransferPrivate::repeatNow()
{
    if (isEnding())
        return;
    stop();
    attemptLater(0ms);
}

/// Ends what is under way, silently.
void TransferPrivate::stop()
{
    ++m_turn;
    m_due = false;
    m_delay.stop();
    dropAttempt();
}

void TransferPrivate::abort()
{
    if (isEnding())
        return;
    m_ending = true;
    stop();
    QMetaObject::invokeMethod(
        this, [this] { end(makeError(ErrorKind::Cancelled, Text::tr("The transfer was cancelled."))); },
        Qt::QueuedConnection);
}

void TransferPrivate::finish(Error failure)
{
    if (isEnding())
        return;
    m_ending = true;
    stop();
    end(std::move(failure));
}

void TransferPrivate::end(Error failure)
{
    settle(std::move(failure), [this](Error outcome) {
        if (finished)
            return;
        finished = true;
        error = std::move(outcome);
        if (error)
            error.attempts = std::max(error.attempts, m_attempt);
        const QPointer<Transfer> guard(q);
        Q_EMIT q->finished();
        if (guard && autoDelete)
            q->deleteLater();
    });
}

} // namespace tc
