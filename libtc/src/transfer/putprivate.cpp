// SPDX-License-Identifier: MPL-2.0
#include "transfer/putprivate.h"

#include "transfer/storageerror.h"
#include "util/elsewhere.h"
#include "util/httpdate.h"
#include "util/makeerror.h"
#include "util/text.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tc {

namespace {

/// What the service takes within its own call, in bytes.
constexpr qint64 mostInline = 8192;
/// An address with less to live is not used any more: the storage looks at it when the request has arrived.
constexpr auto shortestLife = 30s;
constexpr std::chrono::milliseconds progressInterval = 20ms;

} // namespace

bool PutTarget::isUsable() const
{
    return !url.isEmpty() && (end.isForever() || end.remainingTimeAsDuration() > shortestLife);
}

QDeadlineTimer deadlineOf(const QDateTime &expires, const ResponseInfo &answer)
{
    QDateTime now = parseHttpDate(answer.header("date"));
    if (!now.isValid())
        now = QDateTime::currentDateTimeUtc();
    return expires.isValid() ? QDeadlineTimer(std::max<qint64>(0, now.msecsTo(expires)))
                             : QDeadlineTimer(QDeadlineTimer::Forever);
}

QByteArray jsonBody(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

PutPrivate::PutPrivate(Client *theClient, std::optional<UploadSource> content)
    : TransferPrivate(theClient), m_source(std::move(content))
{
    m_sourceTimer.setSingleShot(true);
    connect(&m_sourceTimer, &QTimer::timeout, this, [this] { finish(sourceIsSilent()); });
}

PutPrivate::~PutPrivate()
{
    PutPrivate::dropAttempt();
}

void PutPrivate::dropAttempt()
{
    m_putDue = false;
    watchNoMore();
    m_reader.reset();
    if (m_stream) {
        m_stream->disconnect(this);
        m_stream->stop();
        if (!m_exchange)
            m_stream->deleteLater();
        m_stream = nullptr;
    }
    if (m_exchange) {
        m_exchange->disconnect(this);
        m_exchange->cancel();
        m_exchange->deleteLater();
        m_exchange = nullptr;
    }
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply = nullptr;
    }
}

void PutPrivate::attempt()
{
    if (m_short && m_target.isUsable())
        put();
    else if (m_short)
        locate();
    else
        openSource();
}

void PutPrivate::openSource()
{
    m_reader = std::make_shared<SourceReader>(*m_source, m_facts);
    watchSource();
    runElsewhere<Error>([reader = m_reader] { return reader->open(); }, this,
        inTurn([this](const Error &failure) { onOpened(failure); }));
}

void PutPrivate::onOpened(const Error &failure)
{
    if (failure) {
        finish(failure);
        return;
    }
    watchNoMore();
    m_facts = m_reader->facts();
    if (m_facts.size <= mostInline)
        readShort();
    else if (m_target.isUsable())
        put();
    else
        locate();
}

SourceStream *PutPrivate::makeStream()
{
    m_stream = new SourceStream(std::exchange(m_reader, nullptr), *m_source, this);
    connect(m_stream, &SourceStream::failed, this, inTurn([this](const Error &failure) { finish(failure); }));
    return m_stream;
}

void PutPrivate::readShort()
{
    m_reading.clear();
    watchSource();
    connect(makeStream(), &QIODevice::readyRead, this, inTurn([this] { readMore(); }));
}

void PutPrivate::readMore()
{
    m_reading += m_stream->readAll();
    if (!m_stream->isDrained()) {
        watchSource();
        return;
    }
    watchNoMore();
    m_facts = m_stream->reader().facts();
    m_short = std::exchange(m_reading, {});
    m_stream->disconnect(this);
    m_stream->deleteLater();
    m_stream = nullptr;
    locate();
}

/// For a source that is read with no request under way, whose timeout would end its silence.
void PutPrivate::watchSource()
{
    m_isReading = true;
    if (stallTimeout.count() > 0 && !paused)
        m_sourceTimer.start(stallTimeout);
    else
        m_sourceTimer.stop();
}

void PutPrivate::watchNoMore()
{
    m_isReading = false;
    m_sourceTimer.stop();
}

Error PutPrivate::sourceIsSilent() const
{
    const auto seconds = std::chrono::duration<double>(stallTimeout).count();
    const QString name = m_stream ? m_stream->reader().name() : m_reader ? m_reader->name() : QString();
    return usageError(Text::tr("%1 gave nothing for %2 seconds.").arg(name).arg(seconds));
}

void PutPrivate::located(PutTarget target)
{
    m_target = std::move(target);
    const QUrl root = client ? client->rootUrl() : QUrl();
    const bool isSecure = m_target.url.scheme() == "https"_L1;
    const bool isAsOpenAsRoot = m_target.url.scheme() == "http"_L1 && root.scheme() == "http"_L1;
    if (m_target.url.isValid() && !m_target.url.host().isEmpty() && (isSecure || isAsOpenAsRoot))
        put();
    else
        finish(makeError(ErrorKind::Protocol, Text::tr("The service gave no address that can be sent to safely.")));
}

void PutPrivate::put()
{
    m_putDue = paused;
    if (paused)
        return;
    m_exchange = m_http->send(putRequest());
    connect(m_exchange, &Exchange::sent, this, inTurn([this](qint64 bytes) { onSent(bytes); }));
    connect(m_exchange, &Exchange::finished, this, inTurn([this] { onPutFinished(); }));
}

/// Qt tells of each few kilobytes; nobody can look that often.
void PutPrivate::onSent(qint64 bytes)
{
    if (bytes < size() && m_sinceProgress.isValid() && !m_sinceProgress.hasExpired(progressInterval.count()))
        return;
    m_sinceProgress.start();
    Q_EMIT q->progress(bytes, size());
}

HttpRequest PutPrivate::putRequest()
{
    HttpRequest request;
    request.verb = "PUT";
    request.url = m_target.url;
    request.headers = m_target.headers;
    request.pool = Pool::Transfers;
    request.timeout = stallTimeout;
    request.once = true;
    if (m_short) {
        request.body = *m_short;
    } else {
        request.makeBody = [this] { return makeStream(); };
        request.bodySize = size();
    }
    return request;
}

void PutPrivate::pausedChanged()
{
    if (m_stream)
        m_stream->setPaused(paused);
    if (m_exchange)
        m_exchange->setPaused(paused);
    if (m_isReading)
        watchSource();
    if (!paused && m_putDue)
        QMetaObject::invokeMethod(this, inTurn([this] { afterPause(); }), Qt::QueuedConnection);
}

void PutPrivate::afterPause()
{
    if (!m_target.isUsable())
        repeatNow();
    else if (m_putDue)
        put();
}

/// Why the storage does not have the content, or no error.
Error PutPrivate::putFailure() const
{
    Error failure = m_exchange->error();
    if (failure.kind == ErrorKind::Timeout) {
        // A source that has gone silent is not the network's fault.
        if (m_stream && m_stream->isStarving())
            return sourceIsSilent();
        const auto seconds = std::chrono::duration<double>(stallTimeout).count();
        failure.message = Text::tr("%1 took nothing for %2 seconds.").arg(m_target.url.host()).arg(seconds);
    }
    if (failure)
        return failure;
    if (m_exchange->status() < 200 || m_exchange->status() >= 300)
        return storageError(m_exchange, m_target.url);
    if (m_stream && !m_stream->isDrained())
        return makeError(
            ErrorKind::Network, Text::tr("%1 answered before it had everything.").arg(m_target.url.host()));
    return {};
}

void PutPrivate::onPutFinished()
{
    Error failure = putFailure();
    if (m_stream && m_stream->isDrained())
        m_facts = m_stream->reader().facts();
    if (!failure) {
        sent();
        return;
    }
    const int status = m_exchange->status();
    failure.httpStatus = status;
    const QByteArray retryAfter = m_exchange->header("retry-after");
    const bool mayBeOld = mayHaveExpired(failure);
    // Some storages refuse while the content is still on its way, and then it cannot be read why.
    if (mayBeOld || status == 0)
        m_target = {};
    if (mayBeOld && m_renewedIn != attemptNumber()) {
        m_renewedIn = attemptNumber();
        repeatNow();
        return;
    }
    judge(std::move(failure), retryAfter);
}

} // namespace tc
