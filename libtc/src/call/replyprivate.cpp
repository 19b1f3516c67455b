// SPDX-License-Identifier: MPL-2.0
#include "call/replyprivate.h"

#include "call/errorparser.h"
#include "call/pagetokens.h"
#include "util/httpdate.h"
#include "util/makeerror.h"
#include "util/text.h"
#include "util/urls.h"

#include <tc/logging.h>

#include <QDateTime>
#include <QFutureWatcher>
#include <QPromise>
#include <QRandomGenerator>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tc {

namespace {

/// Signatures are accepted within 15 minutes; a clock that is off by less is not what a 401 was about.
constexpr auto smallestOffset = 5min;

/// An error is not read beyond this.
constexpr qint64 largestErrorBody = 16 * 1024 * 1024;

/// A 303 carries its result in its body; every other redirect is none.
bool isSuccess(int status)
{
    return (status >= 200 && status < 300) || status == 303;
}

/// Whether a body that should be JSON ends too early for that. A look at both ends is enough for what it is used for.
bool looksCut(const QByteArray &body)
{
    const QByteArray text = body.left(64).trimmed().left(1) + body.right(64).trimmed().right(1);
    return (text.startsWith('{') && !text.endsWith('}')) || (text.startsWith('[') && !text.endsWith(']'));
}

} // namespace

ReplyPrivate::ReplyPrivate(ReplyBase *reply) : q(reply)
{
    m_totalTimer.setSingleShot(true);
    connect(&m_totalTimer, &QTimer::timeout, this, [this] {
        stop();
        finish(makeError(ErrorKind::Timeout, Text::tr("The call took longer than it may in all.")));
    });
}

ReplyPrivate::~ReplyPrivate()
{
    stop();
    if (m_client)
        m_client->running.remove(this);
}

void ReplyPrivate::start(ClientPrivate *client, Call call)
{
    m_client = client;
    m_call = std::move(call);
    m_clock.start();
    QMetaObject::invokeMethod(this, &ReplyPrivate::begin, Qt::QueuedConnection);
    if (m_call.options.cancel.stop_possible()) {
        // Called on whatever thread asks for the stop; this object outlives the callback, not the other way round.
        m_cancel.emplace(m_call.options.cancel,
            [this] { QMetaObject::invokeMethod(this, &ReplyPrivate::abort, Qt::QueuedConnection); });
    }
}

void ReplyPrivate::settle(ClientPrivate *client, Error failure)
{
    m_client = client;
    m_clock.start();
    finishLater(std::move(failure));
}

void ReplyPrivate::begin()
{
    if (m_ending || finished)
        return;
    if (!m_call.method) {
        finish(makeError(ErrorKind::Usage, Text::tr("The call names no method.")));
        return;
    }
    const auto target = m_client->target(m_call);
    if (!target) {
        finish(target.error);
        return;
    }
    m_target = *target;
    const auto total = m_call.options.totalTimeout ? m_call.options.totalTimeout : m_client->options.totalTimeout;
    if (total)
        m_totalTimer.start(*total);
    attempt();
}

void ReplyPrivate::attempt()
{
    const int turn = ++m_turn;
    if (!m_client->options.credentials) {
        onCredentials({ Credentials {}, {} });
        return;
    }
    m_client->options.credentials->provide([guard = QPointer(this), turn](const Result<Credentials> &credentials) {
        if (!guard || guard->m_turn != turn)
            return;
        ++guard->m_turn; // a second answer is none
        guard->onCredentials(credentials);
    });
}

void ReplyPrivate::onCredentials(const Result<Credentials> &credentials)
{
    if (!credentials) {
        Error failure = credentials.error;
        if (!failure)
            failure = makeError(ErrorKind::Authentication, Text::tr("There are no credentials."));
        finish(failure);
        return;
    }
    m_wasSigned = !credentials->isAnonymous();
    if (!m_wasSigned) {
        send({});
        return;
    }
    m_redactor.addCredentials(*credentials);
    const auto header = signature(*credentials);
    if (header)
        send(*header);
    else
        finish(header.error);
}

Result<QByteArray> ReplyPrivate::signature(const Credentials &credentials)
{
    hawk::SigningOptions options;
    options.authorizedScopes
        = m_call.options.authorizedScopes ? m_call.options.authorizedScopes : m_client->options.authorizedScopes;
    options.timestamp = m_client->serviceTime() / 1000;
    if (m_client->options.payloadHash && m_call.body)
        options.payloadHash = hawk::payloadHash("application/json", *m_call.body);
    return hawk::authorizationHeader(credentials, m_target.signedPart, options);
}

HttpRequest ReplyPrivate::makeRequest(const QByteArray &authorization) const
{
    HttpRequest request;
    request.verb = m_call.method->verb;
    request.url = m_target.url;
    request.authorization = authorization;
    request.body = m_call.body;
    request.once = !m_call.method->idempotent;
    request.timeout = m_call.options.timeout.value_or(m_client->options.timeout);
    request.maxSize = m_client->options.maxReplySize;
    request.method = complete({}).method;
    request.headers.emplaceBack("Accept", "application/json");
    if (m_call.body)
        request.headers.emplaceBack("Content-Type", "application/json");
    const QString &trace = m_call.options.traceId.isEmpty() ? m_client->options.traceId : m_call.options.traceId;
    if (!trace.isEmpty())
        request.headers.emplaceBack("x-taskcluster-trace-id", trace.toUtf8());
    return request;
}

void ReplyPrivate::send(const QByteArray &authorization)
{
    ++m_sent;
    response = {};
    response.attempts = m_sent;
    m_exchange = m_client->http->send(makeRequest(authorization));
    connect(m_exchange, &Exchange::progress, q, &ReplyBase::progress);
    connect(m_exchange, &Exchange::finished, this, &ReplyPrivate::onExchangeFinished);
}

void ReplyPrivate::onExchangeFinished()
{
    m_maybeReceived = m_maybeReceived || m_exchange->maybeReceived();
    readResponse();
    const Error failure = m_exchange->error();
    // Too much of an error is an error all the same.
    const bool isCutError = failure.kind == ErrorKind::TooLarge && !isSuccess(response.httpStatus);
    if (failure && !isCutError) {
        judge(failure);
        return;
    }
    BodyJob job;
    job.gzipped = m_exchange->isGzipped();
    job.maxSize = m_client->options.maxReplySize;
    if (!isSuccess(response.httpStatus))
        job.maxSize = std::min(job.maxSize, largestErrorBody);
    else if (!q->takesAnyBody())
        job.decode = q->decoder();
    if (!isCutError)
        job.wire = m_exchange->takeBody();
    job.gzipped = job.gzipped && !job.wire.isEmpty();
    if (isSuccess(response.httpStatus) && !job.gzipped && m_exchange->isChunked() && looksCut(job.wire)) {
        judge(makeError(ErrorKind::Network, Text::tr("The reply was cut short.")));
        return;
    }
    if (!job.isLong()) {
        onBody(runBodyJob(std::move(job)));
        return;
    }
    if (onTokenFound && job.decode)
        job.glance = tokenFinder();
    runBodyJobElsewhere(std::move(job), this, [this](const BodyResult &result) { onBody(result); });
}

/// What looks for the token on the worker's thread and tells of it on ours.
std::function<void(QByteArrayView)> ReplyPrivate::tokenFinder()
{
    auto promise = std::make_shared<QPromise<QString>>();
    promise->start();
    auto *watcher = new QFutureWatcher<QString>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        const QString token = watcher->future().resultCount() > 0 ? watcher->result() : QString();
        watcher->deleteLater();
        if (!token.isEmpty() && onTokenFound && !m_ending && !finished)
            onTokenFound(token);
    });
    watcher->setFuture(promise->future());
    return [promise](QByteArrayView body) {
        promise->addResult(findToken(body));
        promise->finish();
    };
}

void ReplyPrivate::readResponse()
{
    response.httpStatus = m_exchange->status();
    response.headers = m_exchange->headers();
    response.requestId = QString::fromLatin1(m_exchange->header("x-for-request-id"));
    response.traceId = QString::fromLatin1(m_exchange->header("x-for-trace-id"));
}

void ReplyPrivate::onBody(const BodyResult &result)
{
    if (m_ending || finished)
        return;
    if (!isSuccess(response.httpStatus)) {
        judge(errorReply(result.body));
        return;
    }
    if (result.error) {
        judge(result.error);
        return;
    }
    if (!result.store) {
        response.body = result.body;
        finish({});
        return;
    }
    Error failure = result.store();
    failure.message = m_redactor.redact(failure.message);
    finish(std::move(failure));
}

Error ReplyPrivate::errorReply(const QByteArray &body) const
{
    return parseErrorReply({ response.httpStatus, response.header("content-type"), response.header("location"), body,
                               m_target.url.host() },
        m_redactor);
}

/// Whether a refused signature may have been our clock's fault; then the next one will have the service's time.
bool ReplyPrivate::learnClock()
{
    if (m_learntClock || !m_wasSigned)
        return false;
    const QDateTime theirs = parseHttpDate(response.header("date"));
    if (!theirs.isValid())
        return false;
    const std::chrono::milliseconds difference(theirs.toMSecsSinceEpoch() - m_client->serviceTime());
    if (std::chrono::abs(difference) <= smallestOffset)
        return false;
    m_learntClock = true;
    m_client->deployment->clockOffset += difference;
    qCDebug(lcCall, "The clock of %s is %lld s ahead of ours.", qUtf8Printable(m_target.url.host()),
        static_cast<long long>(std::chrono::duration_cast<std::chrono::seconds>(difference).count()));
    return true;
}

/// Tries again or ends.
void ReplyPrivate::judge(Error failure)
{
    if (failure.kind == ErrorKind::TooLarge)
        failure.message
            = Text::tr("The reply is longer than %1 MB.").arg(m_client->options.maxReplySize / (1024 * 1024));
    failure = complete(std::move(failure));
    if (failure.kind == ErrorKind::Authentication && learnClock()) {
        // A refused signature had no effect, so even a call that must not be repeated may be.
        retryAfter(0ms, failure);
        return;
    }
    if (const auto delay = retryDelay(failure)) {
        ++m_retries;
        retryAfter(*delay, failure);
        return;
    }
    finish(std::move(failure));
}

bool ReplyPrivate::mayRepeat(const Error &failure) const
{
    const bool canHelp = failure.kind == ErrorKind::Server || failure.kind == ErrorKind::RateLimited
        || failure.kind == ErrorKind::Network;
    return canHelp && (m_call.method->idempotent || !m_maybeReceived);
}

std::optional<std::chrono::milliseconds> ReplyPrivate::retryDelay(const Error &failure) const
{
    const RetryPolicy rules = policy();
    if (m_retries >= rules.retries || !mayRepeat(failure))
        return {};
    const auto delay = rules.delay(m_retries + 1, QRandomGenerator::global()->generateDouble());
    if (failure.kind == ErrorKind::Network)
        return delay;
    // A date is meant by the clock of the server that gave it.
    const QDateTime date = parseHttpDate(response.header("date"));
    const QDateTime now = date.isValid() ? date : QDateTime::fromMSecsSinceEpoch(m_client->serviceTime(), Qt::UTC);
    const auto asked = parseRetryAfter(response.header("retry-after"), now);
    if (!asked)
        return delay;
    if (*asked > rules.retryAfterCap)
        return {};
    return std::max(*asked, delay);
}

void ReplyPrivate::retryAfter(std::chrono::milliseconds delay, const Error &reason)
{
    stop();
    const int turn = m_turn;
    qCDebug(lcCall, "%s: attempt %d in %lld ms: %s", qUtf8Printable(reason.method), m_sent + 1,
        static_cast<long long>(delay.count()), qUtf8Printable(reason.message));
    QTimer::singleShot(delay, this, [this, turn] {
        if (m_turn == turn)
            attempt();
    });
    Q_EMIT q->retrying(m_sent + 1, delay, reason);
}

RetryPolicy ReplyPrivate::policy() const
{
    RetryPolicy rules = m_call.options.retry.value_or(m_client->options.retry);
    rules.retries = m_call.options.maxRetries.value_or(rules.retries);
    return rules;
}

void ReplyPrivate::abort()
{
    if (!m_ending && !finished)
        finishLater(makeError(ErrorKind::Cancelled, Text::tr("The call was cancelled.")));
}

void ReplyPrivate::clientGone(Client *client)
{
    if (q->parent() == client)
        q->setParent(lastOwner());
    m_client = nullptr;
    if (!m_ending)
        finishLater(makeError(ErrorKind::Cancelled, Text::tr("The call was cancelled.")));
    stop();
}

/// Ends whatever is under way, silently.
void ReplyPrivate::stop()
{
    ++m_turn;
    if (m_exchange) {
        m_exchange->disconnect(this);
        m_exchange->disconnect(q);
        m_exchange->cancel();
        m_exchange->deleteLater();
        m_exchange = nullptr;
    }
}

void ReplyPrivate::finishLater(Error failure)
{
    m_ending = true;
    m_totalTimer.stop();
    stop();
    QMetaObject::invokeMethod(
        this, [this, failure = complete(std::move(failure))] { finish(failure); }, Qt::QueuedConnection);
}

void ReplyPrivate::finish(Error failure)
{
    if (finished)
        return;
    finished = true;
    stop();
    m_totalTimer.stop();
    m_cancel.reset();
    response.duration = std::chrono::milliseconds(m_clock.isValid() ? m_clock.elapsed() : 0);
    // From here on the client need not tell us that it goes, and may.
    if (ClientPrivate *client = std::exchange(m_client, nullptr))
        client->running.remove(this);
    if (failure) {
        error = complete(std::move(failure));
        qCDebug(lcCall, "%s: ended after %d attempts: %s", qUtf8Printable(error.method), m_sent,
            qUtf8Printable(error.message));
    }
    const QPointer<ReplyBase> guard(q);
    Q_EMIT q->finished();
    if (guard && autoDelete)
        q->deleteLater();
}

/// Adds what every error of this call has.
Error ReplyPrivate::complete(Error failure) const
{
    if (m_call.method)
        failure.method = QLatin1StringView(m_call.method->service) + u'.' + QLatin1StringView(m_call.method->name);
    failure.attempts = m_sent;
    failure.httpStatus = response.httpStatus;
    failure.requestId = response.requestId;
    failure.traceId = response.traceId;
    return failure;
}

} // namespace tc
