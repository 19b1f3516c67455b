// SPDX-License-Identifier: MPL-2.0
#include "http/exchange.h"

#include "http/accessmanager.h"
#include "http/bodydevice.h"
#include "http/inflater.h"
#include "http/redact.h"
#include "util/makeerror.h"
#include "util/text.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

/// Nothing is believed about a body beyond this before it comes.
constexpr qint64 largestReserve = 8 * 1024 * 1024;
/// What Qt may hold for a streamed body whose reader is slow.
constexpr qint64 readBuffer = 2 * 1024 * 1024;

/// Failures that come before the first byte of a request has gone out.
bool failedBeforeSending(QNetworkReply::NetworkError code)
{
    return code == QNetworkReply::ConnectionRefusedError || code == QNetworkReply::HostNotFoundError
        || code == QNetworkReply::SslHandshakeFailedError || code == QNetworkReply::ProxyConnectionRefusedError
        || code == QNetworkReply::ProxyNotFoundError;
}

} // namespace

Exchange::Exchange(HttpRequest request, AccessManager *manager)
    : QObject(manager), m_request(std::move(request)), m_manager(manager)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const auto seconds = std::chrono::duration<double>(m_request.timeout).count();
        fail(makeError(ErrorKind::Timeout, Text::tr("%1 sent nothing for %2 seconds.").arg(hostName()).arg(seconds)));
    });
}

Exchange::~Exchange()
{
    cancel();
}

/// For messages: who the server is said to be, not the address that stands for it.
QString Exchange::hostName() const
{
    return m_request.peerName.isEmpty() ? m_request.url.host() : m_request.peerName;
}

QByteArray Exchange::header(QByteArrayView name) const
{
    const auto it
        = std::find_if(m_headers.cbegin(), m_headers.cend(), [name](const auto &h) { return h.first == name; });
    return it == m_headers.cend() ? QByteArray() : it->second;
}

bool Exchange::isChunked() const
{
    return header("transfer-encoding").toLower().contains("chunked");
}

bool Exchange::isGzipped() const
{
    const QByteArray encoding = header("content-encoding").trimmed().toLower();
    return encoding == "gzip" || encoding == "x-gzip";
}

qint64 Exchange::bytesAvailable() const
{
    return m_reply && m_reply->isReadable() ? m_reply->bytesAvailable() : 0;
}

QByteArray Exchange::read(qint64 maxSize)
{
    if (!m_reply || !m_reply->isReadable())
        return {};
    QByteArray bytes = m_reply->read(maxSize);
    m_received += bytes.size();
    // A slow reader is not a silent server.
    keepAlive();
    return bytes;
}

void Exchange::begin(QNetworkAccessManager *network, const QNetworkRequest &prototype)
{
    m_clock.start();
    QNetworkRequest request = prototype;
    request.setUrl(m_request.url);
    for (const auto &[name, value] : m_request.headers)
        request.setRawHeader(name, value);
    if (!m_request.authorization.isEmpty())
        request.setRawHeader("Authorization", m_request.authorization);
    if (!m_request.peerName.isEmpty())
        request.setPeerVerifyName(m_request.peerName);
    watch(post(network, request));
    keepAlive();
}

QNetworkReply *Exchange::post(QNetworkAccessManager *network, const QNetworkRequest &request)
{
    if (m_request.verb == "GET" && !m_request.body)
        return network->get(request);
    if (m_request.verb == "HEAD")
        return network->head(request);
    if (m_request.makeBody)
        return postOnce(network, request, m_request.makeBody(), m_request.bodySize);
    const QByteArray body = m_request.body.value_or(QByteArray());
    if (m_request.once)
        return postOnce(network, request, new BodyDevice(body), body.size());
    return network->sendCustomRequest(request, m_request.verb, body);
}

QNetworkReply *Exchange::postOnce(
    QNetworkAccessManager *network, QNetworkRequest request, QIODevice *body, qint64 size) const
{
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, size);
    auto *reply = network->sendCustomRequest(request, m_request.verb, body);
    body->setParent(reply);
    return reply;
}

void Exchange::watch(QNetworkReply *reply)
{
    m_reply = reply;
    if (m_request.stream)
        reply->setReadBufferSize(readBuffer);
    connect(reply, &QNetworkReply::metaDataChanged, this, &Exchange::onHeaders);
    connect(reply, &QNetworkReply::readyRead, this, &Exchange::onReadyRead);
    connect(reply, &QNetworkReply::finished, this, &Exchange::onNetworkFinished);
    connect(reply, &QNetworkReply::uploadProgress, this, [this](qint64 bytes, qint64 total) {
        keepAlive();
        if (!m_done && total > 0) // Qt ends with 0 of 0
            Q_EMIT sent(bytes);
    });
    connect(reply, &QNetworkReply::encrypted, this, &Exchange::keepAlive);
    connect(reply, &QNetworkReply::requestSent, this, [this] {
        m_maybeReceived = true;
        keepAlive();
    });
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (!errors.isEmpty())
            m_tlsFault = errors.constFirst().errorString();
    });
}

void Exchange::keepAlive()
{
    if (!m_done && !m_paused && m_request.timeout.count() > 0)
        m_timer.start(m_request.timeout);
}

void Exchange::setPaused(bool on)
{
    m_paused = on;
    if (on)
        m_timer.stop();
    else if (m_reply)
        keepAlive();
}

void Exchange::onHeaders()
{
    if (m_done || m_hasHeaders)
        return;
    const AccessManager::Busy busy(m_manager);
    m_hasHeaders = true;
    m_maybeReceived = true;
    keepAlive();
    // Qt ends such a reply itself; another transport may not.
    if (!m_tlsFault.isEmpty()) {
        fail(tlsError());
        return;
    }
    m_status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto &pairs = m_reply->rawHeaderPairs();
    m_headers.reserve(pairs.size());
    for (const auto &[name, value] : pairs)
        m_headers.append({ name.toLower(), value });
    bool known = false;
    const qint64 length = header("content-length").toLongLong(&known);
    if (known && length >= 0)
        m_announced = length;
    if (m_request.maxSize >= 0 && m_announced > m_request.maxSize) {
        fail(makeError(ErrorKind::TooLarge, {}));
        return;
    }
    Q_EMIT headersReady();
}

void Exchange::onReadyRead()
{
    if (m_done)
        return;
    const AccessManager::Busy busy(m_manager);
    onHeaders();
    keepAlive();
    if (m_done)
        return;
    if (m_request.stream) {
        Q_EMIT readyRead();
        return;
    }
    if (collect())
        Q_EMIT progress(m_received, m_announced);
}

/// Moves what has come into the body; false when that is too much.
bool Exchange::collect()
{
    const qint64 available = m_reply->bytesAvailable();
    if (available <= 0)
        return true;
    const qint64 needed = m_received + available;
    if (m_request.maxSize >= 0 && needed > m_request.maxSize) {
        fail(makeError(ErrorKind::TooLarge, {}));
        return false;
    }
    if (needed + jsonPadding > m_body.capacity()) {
        const qint64 whole = std::min(std::max(m_announced, needed), std::max(needed, largestReserve));
        m_body.reserve(static_cast<qsizetype>(std::max(whole, m_received * 3 / 2) + jsonPadding));
    }
    m_body.resize(static_cast<qsizetype>(needed));
    const qint64 count = m_reply->read(m_body.data() + m_received, available);
    m_received += std::max<qint64>(count, 0);
    m_body.resize(static_cast<qsizetype>(m_received));
    return true;
}

void Exchange::onNetworkFinished()
{
    if (m_done)
        return;
    const AccessManager::Busy busy(m_manager);
    if (m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        onHeaders();
    if (m_done)
        return;
    if (!m_request.stream && m_reply->isReadable() && !collect())
        return;
    m_error = transportError();
    m_maybeReceived = m_maybeReceived || !failedBeforeSending(m_reply->error());
    end();
}

/// Whether a body is shorter than announced; Qt says so itself, except for some replies on a closed connection.
bool Exchange::endsEarly() const
{
    if (m_announced < 0 || m_request.verb == "HEAD" || m_status == 204 || m_status == 304)
        return false;
    return m_received + bytesAvailable() < m_announced;
}

Error Exchange::tlsError() const
{
    return makeError(ErrorKind::Tls,
        Text::tr("The identity of %1 could not be proved: %2")
            .arg(hostName(), m_tlsFault.isEmpty() ? m_reply->errorString() : m_tlsFault + u'.'));
}

Error Exchange::transportError() const
{
    const auto code = m_reply->error();
    const QString host = hostName();
    // Codes from 200 on are made from the status of a whole reply, except this one.
    // Which Qt also gives for a redirect that asks for the body again, though nobody means to follow it.
    const bool isRefusedRedirect = m_status == 307 || m_status == 308;
    const bool isStatus = code >= QNetworkReply::ContentAccessDenied
        && (code != QNetworkReply::ContentReSendError || isRefusedRedirect);
    if (code == QNetworkReply::NoError || (m_status > 0 && isStatus)) {
        if (endsEarly())
            return makeError(
                ErrorKind::Network, Text::tr("The connection to %1 was cut in the middle of the reply.").arg(host));
        return {};
    }
    switch (code) {
    case QNetworkReply::ConnectionRefusedError:
        return makeError(ErrorKind::Network, Text::tr("%1 refused the connection.").arg(host));
    case QNetworkReply::HostNotFoundError:
        return makeError(ErrorKind::Network, Text::tr("There is no host named %1.").arg(host));
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return makeError(ErrorKind::Network, Text::tr("The proxy on the way to %1 wants a user name.").arg(host));
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return makeError(ErrorKind::Network,
            m_status > 0 ? Text::tr("The connection to %1 was cut in the middle of the reply.").arg(host)
                         : Text::tr("%1 closed the connection without an answer.").arg(host));
    case QNetworkReply::SslHandshakeFailedError:
        return tlsError();
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::UnknownServerError:
        return makeError(ErrorKind::Protocol, Text::tr("%1 sent something that is not HTTP.").arg(host));
    default:
        return makeError(ErrorKind::Network,
            Text::tr("There was no connection to %1: %2.").arg(host, Redactor().redact(m_reply->errorString())));
    }
}

void Exchange::fail(Error error)
{
    if (m_done)
        return;
    m_error = std::move(error);
    end();
}

void Exchange::failLater(Error error)
{
    QMetaObject::invokeMethod(
        this, [this, error = std::move(error)] { fail(error); }, Qt::QueuedConnection);
}

void Exchange::end()
{
    const AccessManager::Busy busy(m_manager);
    m_done = true;
    m_timer.stop();
    QString requestId = QString::fromLatin1(header("x-for-request-id"));
    logExchange({ m_request.verb, m_request.url, m_request.method, !m_request.authorization.isEmpty(),
        m_request.makeBody ? m_request.bodySize : m_request.body.value_or(QByteArray()).size(), m_status,
        m_received + (m_request.stream ? bytesAvailable() : 0), m_clock.isValid() ? m_clock.elapsed() : 0, requestId,
        m_error.message });
    // What came of a streamed reply stays readable until its owner has drained it.
    if (!m_request.stream || !m_reply || m_reply->isRunning())
        release();
    else if (m_manager)
        m_manager->release(this);
    Q_EMIT finished();
}

/// Lets go of Qt's reply, which must not tell us anything any more: its abort() emits finished() at once.
void Exchange::release()
{
    if (m_reply) {
        m_reply->disconnect(this);
        // One that is about to report an error of its own complains about being aborted; its end will do.
        if (m_reply->isRunning() && m_reply->error() == QNetworkReply::NoError && m_status < 400)
            m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    if (m_manager)
        m_manager->release(this);
}

void Exchange::cancel()
{
    m_done = true;
    m_timer.stop();
    release();
}

} // namespace tc
