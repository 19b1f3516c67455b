// SPDX-License-Identifier: MPL-2.0
#include "transfer/downloadprivate.h"

#include "call/errorparser.h"
#include "util/elsewhere.h"
#include "util/httpdate.h"
#include "util/text.h"
#include "util/urls.h"

#include <QBuffer>
#include <QDateTime>
#include <QFile>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

constexpr int mostRedirects = 5;
/// Bytes on the wire that a worker takes at once.
constexpr qint64 filePiece = 1024 * 1024;
/// The same for a device, which is written on its own thread: a piece may inflate to a thousand times its size.
constexpr qint64 devicePiece = 16 * 1024;
constexpr qint64 largestErrorBody = 64 * 1024;

Error makeError(ErrorKind kind, const QString &message)
{
    Error error;
    error.kind = kind;
    error.message = message;
    return error;
}

QString partialName(const QString &filePath)
{
    return filePath + u".part"_s;
}

} // namespace

DownloadPrivate::DownloadPrivate(Download *download, Client *theClient, ArtifactRef ref)
    : q(download), client(theClient), artifact(std::move(ref)), m_http(ClientPrivate::of(theClient)->http),
      m_source(new ArtifactSource(theClient, artifact, this))
{
    connect(theClient, &QObject::destroyed, this, &DownloadPrivate::abort);
    const int turn = m_turn;
    QMetaObject::invokeMethod(
        this,
        [this, turn] {
            if (m_turn == turn)
                attempt();
        },
        Qt::QueuedConnection);
}

DownloadPrivate::~DownloadPrivate()
{
    stop();
    if (!finished && !filePath.isEmpty() && sink)
        QFile::remove(partialName(filePath));
}

void DownloadPrivate::attempt()
{
    if (filePath.isEmpty() && device)
        m_start = m_attempt == 1 ? device->pos() : m_start;
    m_source->locate([this](const Result<ContentLocation> &location) { onLocated(location); });
}

void DownloadPrivate::onLocated(const Result<ContentLocation> &location)
{
    if (!location) {
        // The call has been tried as often as its own policy says.
        finish(location.error);
        return;
    }
    m_location = *location;
    m_redirects = 0;
    const QUrl root = client ? client->rootUrl() : QUrl();
    const bool isSecure = m_location.url.scheme() == "https"_L1;
    const bool isAsOpenAsRoot = m_location.url.scheme() == "http"_L1 && root.scheme() == "http"_L1;
    if (m_location.untrusted)
        checkHost(m_location.url);
    else if (m_location.url.isValid() && (isSecure || isAsOpenAsRoot))
        fetch(m_location.url, {});
    else
        finish(makeError(ErrorKind::Protocol, Text::tr("The service gave no address that can be fetched safely.")));
}

void DownloadPrivate::checkHost(const QUrl &url)
{
    dropHostCheck();
    m_hostCheck = new HostCheck(client ? client->rootUrl() : QUrl(), options.askHost, this);
    m_hostCheck->check(url, [this, url](const Result<QList<QHostAddress>> &addresses) {
        if (!addresses) {
            judge(addresses.error);
            return;
        }
        // Another address each time: one of them may not answer.
        fetch(url, addresses->at((m_attempt - 1) % addresses->size()));
    });
}

void DownloadPrivate::dropHostCheck()
{
    if (m_hostCheck) {
        m_hostCheck->cancel();
        m_hostCheck->deleteLater();
        m_hostCheck = nullptr;
    }
}

/// \a address, when given, is connected to in place of the host's name, so that what was checked is what is used.
void DownloadPrivate::fetch(const QUrl &url, const QHostAddress &address)
{
    m_url = url;
    HttpRequest request;
    request.verb = "GET";
    request.url = url;
    request.stream = true;
    request.pool = options.live ? Pool::LiveLogs : Pool::Transfers;
    request.timeout = options.stallTimeout;
    if (!address.isNull()) {
        const QByteArray port = url.port() < 0 ? QByteArray() : ':' + QByteArray::number(url.port());
        request.headers.emplaceBack("Host", urls::hostForHeader(url) + port);
        request.peerName = url.host();
        request.url.setHost(address.toString());
    }
    m_exchangeDone = false;
    m_isError = false;
    m_request = request;
    m_exchange = m_http->send(std::move(request));
    connect(m_exchange, &Exchange::headersReady, this, &DownloadPrivate::onHeaders);
    connect(m_exchange, &Exchange::readyRead, this, &DownloadPrivate::pump);
    connect(m_exchange, &Exchange::finished, this, &DownloadPrivate::onExchangeFinished);
}

bool DownloadPrivate::isRedirect() const
{
    const int status = m_exchange->status();
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

void DownloadPrivate::onHeaders()
{
    contentType = m_exchange->header("content-type");
    m_isError = m_exchange->status() != 200;
    if (m_isError && m_location.untrusted && isRedirect()) {
        onRedirect();
        return;
    }
    if (m_isError)
        return;
    const QByteArray encoding = m_exchange->header("content-encoding").trimmed().toLower();
    if (!encoding.isEmpty() && encoding != "identity" && !m_exchange->isGzipped()) {
        finish(makeError(ErrorKind::Protocol,
            Text::tr("The content is compressed in an unknown way, \"%1\".").arg(QString::fromLatin1(encoding))));
        return;
    }
    if (const Error failure = openSink())
        finish(failure);
}

void DownloadPrivate::onRedirect()
{
    const QUrl target = m_url.resolved(QUrl::fromEncoded(m_exchange->header("location"), QUrl::StrictMode));
    stop();
    if (++m_redirects > mostRedirects) {
        finish(makeError(ErrorKind::Client, Text::tr("%1 redirects again and again.").arg(m_url.host())));
        return;
    }
    checkHost(target);
}

Error DownloadPrivate::openSink()
{
    ContentSink::Expected expected { m_exchange->isGzipped(), options.maxSize, m_location.hashes };
    if (filePath.isEmpty()) {
        if (!device || !device->isWritable())
            return makeError(ErrorKind::Usage, Text::tr("The target of the transfer cannot be written."));
        sink = std::make_shared<ContentSink>(device, nullptr, std::move(expected));
        return {};
    }
    // A file of its own for each attempt: a worker may still be writing what an earlier one left to it.
    QFile::remove(partialName(filePath));
    auto file = std::make_unique<QFile>(partialName(filePath));
    // Unbuffered: whoever reads the file while it grows sees each piece.
    if (!file->open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return makeError(
            ErrorKind::Usage, Text::tr("%1 could not be written: %2.").arg(file->fileName(), file->errorString()));
    QIODevice *raw = file.get();
    sink = std::make_shared<ContentSink>(raw, std::move(file), std::move(expected));
    return {};
}

/// Moves what has come towards the sink, one piece at a time; the network waits when the sink is slow.
void DownloadPrivate::pump()
{
    if (m_writing || m_ending || finished || m_isError || !sink || !m_exchange)
        return;
    const QByteArray piece = m_exchange->read(filePath.isEmpty() ? devicePiece : filePiece);
    if (piece.isEmpty()) {
        if (m_exchangeDone)
            complete();
        return;
    }
    m_writing = true;
    const int turn = m_turn;
    const auto done = [this, turn](const Error &failure) {
        if (m_turn == turn)
            onWritten(failure);
    };
    if (filePath.isEmpty()) {
        const Error failure = sink->write(piece);
        QMetaObject::invokeMethod(
            this, [done, failure] { done(failure); }, Qt::QueuedConnection);
    } else {
        runElsewhere<Error>([target = sink, piece] { return target->write(piece); }, this, done);
    }
    Q_EMIT q->progress(m_exchange->received(), m_exchange->announced());
}

void DownloadPrivate::onWritten(const Error &failure)
{
    m_writing = false;
    if (failure)
        judge(failure);
    else
        pump();
}

void DownloadPrivate::onExchangeFinished()
{
    m_exchangeDone = true;
    if (m_exchange->error())
        judge(m_exchange->error());
    else if (m_isError)
        judge(errorReply());
    else
        pump();
}

/// All bytes are in the sink.
void DownloadPrivate::complete()
{
    const bool isProven = endIsProven();
    const qint64 received = m_exchange->received();
    m_exchange->disconnect(this);
    m_exchange->deleteLater();
    m_exchange = nullptr;
    if (isProven)
        checkContent();
    else
        askForMore(received);
}

/// Whether a body that was cut would have been noticed: by its length, the end of its compression or its hashes.
bool DownloadPrivate::endIsProven() const
{
    return !m_exchange->isChunked() || m_exchange->isGzipped() || !m_location.hashes.isEmpty() || options.live
        || m_exchange->received() == 0;
}

/// Asks for what comes after the end, which a whole content does not have.
void DownloadPrivate::askForMore(qint64 received)
{
    HttpRequest request = m_request;
    request.headers.emplaceBack("Range", "bytes=" + QByteArray::number(received) + '-');
    m_writing = true; // nothing is to be moved
    m_exchange = m_http->send(std::move(request));
    connect(m_exchange, &Exchange::headersReady, this, [this, received] { onMore(received); });
    connect(m_exchange, &Exchange::finished, this, [this] { judge(m_exchange->error()); });
}

void DownloadPrivate::onMore(qint64 received)
{
    const int status = m_exchange->status();
    const QByteArray range = m_exchange->header("content-range");
    const bool isCut
        = status == 206 || (status == 416 && !range.isEmpty() && range != "bytes */" + QByteArray::number(received));
    m_exchange->disconnect(this);
    m_exchange->cancel();
    m_exchange->deleteLater();
    m_exchange = nullptr;
    // A server that does not know about ranges cannot tell; then what Qt says has to do.
    if (isCut)
        judge(makeError(ErrorKind::Network, Text::tr("The connection to %1 was cut in the middle.").arg(m_url.host())));
    else
        checkContent();
}

void DownloadPrivate::checkContent()
{
    const int turn = m_turn;
    const auto done = [this, turn](Error failure) {
        if (m_turn != turn)
            return;
        m_writing = false;
        if (!failure)
            failure = putInPlace();
        if (failure)
            judge(failure);
        else
            finish({});
    };
    m_writing = true;
    if (filePath.isEmpty())
        done(sink->finish());
    else
        runElsewhere<Error>([target = sink] { return target->finish(); }, this, done);
}

Error DownloadPrivate::putInPlace()
{
    if (filePath.isEmpty())
        return {};
    std::error_code failure;
    std::filesystem::rename(
        QFile::encodeName(partialName(filePath)).toStdString(), QFile::encodeName(filePath).toStdString(), failure);
    if (!failure)
        return {};
    return makeError(ErrorKind::Usage,
        Text::tr("%1 could not get its name: %2.").arg(filePath, QString::fromStdString(failure.message())));
}

Error DownloadPrivate::errorReply()
{
    QByteArray body = m_exchange->read(largestErrorBody);
    if (m_exchange->isGzipped())
        body = inflateAll(body, largestErrorBody * 4).bytes;
    return parseErrorReply(
        { m_exchange->status(), contentType, m_exchange->header("location"), body, m_url.host() }, {});
}

bool DownloadPrivate::mayRepeat(const Error &failure) const
{
    switch (failure.kind) {
    case ErrorKind::Network:
    case ErrorKind::Server:
    case ErrorKind::RateLimited:
    case ErrorKind::Timeout:
        return true;
    case ErrorKind::Protocol:
        // Damaged on the way, perhaps: once more, then believe it.
        return !m_hashFailed;
    default:
        return false;
    }
}

/// Makes a device as it was before the transfer; false when it cannot be.
bool DownloadPrivate::rewind()
{
    if (!filePath.isEmpty() || !sink || sink->written() == 0)
        return true;
    if (!device || device->isSequential() || !device->seek(m_start))
        return false;
    if (auto *file = qobject_cast<QFileDevice *>(device.data()))
        return file->resize(m_start);
    if (auto *buffer = qobject_cast<QBuffer *>(device.data()))
        buffer->buffer().truncate(static_cast<qsizetype>(m_start));
    return true;
}

void DownloadPrivate::judge(Error failure)
{
    if (m_ending || finished)
        return;
    const QByteArray asked = m_exchange ? m_exchange->header("retry-after") : QByteArray();
    stop();
    if (m_attempt > options.retry.retries || !mayRepeat(failure) || !rewind()) {
        finish(std::move(failure));
        return;
    }
    auto delay = options.retry.delay(m_attempt, QRandomGenerator::global()->generateDouble());
    if (const auto wait = parseRetryAfter(asked, QDateTime::currentDateTimeUtc())) {
        if (*wait > options.retry.retryAfterCap) {
            finish(std::move(failure));
            return;
        }
        delay = std::max(delay, *wait);
    }
    m_hashFailed = m_hashFailed || failure.kind == ErrorKind::Protocol;
    failure.attempts = m_attempt++;
    const int turn = m_turn;
    QTimer::singleShot(delay, this, [this, turn] {
        if (m_turn == turn)
            attempt();
    });
    Q_EMIT q->retrying(m_attempt, delay, failure);
}

/// Ends what is under way, silently. A worker that is at the sink keeps it until it is done.
void DownloadPrivate::stop()
{
    ++m_turn;
    m_writing = false;
    m_source->cancel();
    dropHostCheck();
    if (m_exchange) {
        m_exchange->disconnect(this);
        m_exchange->cancel();
        m_exchange->deleteLater();
        m_exchange = nullptr;
    }
}

void DownloadPrivate::abort()
{
    if (m_ending || finished)
        return;
    m_ending = true;
    stop();
    QMetaObject::invokeMethod(
        this, [this] { finish(makeError(ErrorKind::Cancelled, Text::tr("The transfer was cancelled."))); },
        Qt::QueuedConnection);
}

void DownloadPrivate::finish(Error failure)
{
    if (finished)
        return;
    finished = true;
    stop();
    if (failure) {
        if (!filePath.isEmpty() && sink)
            QFile::remove(partialName(filePath));
        failure.attempts = m_attempt;
        if (failure.method.isEmpty())
            failure.method = u"queue.artifact"_s;
        error = std::move(failure);
    }
    const QPointer<Download> guard(q);
    Q_EMIT q->finished();
    if (guard && autoDelete)
        q->deleteLater();
}

} // namespace tc
