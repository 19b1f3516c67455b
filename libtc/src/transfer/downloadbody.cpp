// SPDX-License-Identifier: MPL-2.0
// What a download does with one reply of the storage.
#include "transfer/downloadprivate.h"

#include "transfer/partinfo.h"
#include "transfer/storageerror.h"
#include "util/contentrange.h"
#include "util/makeerror.h"
#include "util/text.h"

#include <QBuffer>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

constexpr int mostRedirects = 5;
/// Bytes on the wire that a worker takes at once.
constexpr qint64 workerPiece = 1024 * 1024;
/// The same for a device, which is written on its own thread: a piece may inflate to a thousand times its size.
constexpr qint64 devicePiece = 16 * 1024;

qint64 smallerLimit(qint64 a, qint64 b)
{
    return a < 0 || b < 0 ? std::max(a, b) : std::min(a, b);
}

} // namespace

bool DownloadPrivate::isRedirect() const
{
    const int status = m_exchange->status();
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

void DownloadPrivate::onHeaders()
{
    if (m_exchange->status() == 200)
        onWhole();
    else if (m_offset > 0 && (m_exchange->status() == 206 || m_exchange->status() == 416))
        onRest();
    else if (m_location.untrusted && isRedirect())
        onRedirect();
    // The body of anything else tells what is wrong.
}

void DownloadPrivate::onRedirect()
{
    const QUrl target = m_url.resolved(QUrl::fromEncoded(m_exchange->header("location"), QUrl::StrictMode));
    dropExchange();
    if (++m_redirects > mostRedirects)
        finish(makeError(ErrorKind::Client, Text::tr("%1 redirects again and again.").arg(m_url.host())));
    else
        checkHost(target);
}

void DownloadPrivate::onRest()
{
    switch (continuationOf(*m_exchange, *m_point, m_offset)) {
    case Continuation::Rest:
        m_body = Body::Content;
        m_refusal = {};
        m_total = m_point->total >= 0 ? m_point->total : m_total;
        if (m_total < 0 && m_exchange->announced() >= 0)
            m_total = m_offset + m_exchange->announced();
        return;
    case Continuation::Nothing:
        m_total = m_offset;
        dropExchange();
        checkContent();
        return;
    case Continuation::FromStart:
    case Continuation::Misfit:
        break;
    }
    m_point.reset();
    // The attempt is not to blame: what it was to go on from was.
    if (canStartOver())
        repeatNow();
    else
        finish(makeError(
            ErrorKind::Network, Text::tr("%1 sent another part of the content than was asked for.").arg(m_url.host())));
}

/// The content from its first byte.
void DownloadPrivate::onWhole()
{
    const QByteArray encoding = m_exchange->header("content-encoding").trimmed().toLower();
    if (!encoding.isEmpty() && encoding != "identity" && !m_exchange->isGzipped()) {
        finish(makeError(ErrorKind::Protocol,
            Text::tr("The content is compressed in an unknown way, \"%1\".").arg(QString::fromLatin1(encoding))));
        return;
    }
    contentType = m_exchange->header("content-type");
    m_offset = 0;
    m_total = m_exchange->announced();
    m_refusal = {};
    const bool isAnew = sink && sink->written() > 0;
    if (const Error failure = openSink()) {
        finish(failure);
        return;
    }
    m_point = options.live ? std::nullopt : resumePointOf(*m_exchange, m_url, m_location);
    m_body = Body::Content;
    if (isAnew)
        Q_EMIT download()->startedOver();
}

Error DownloadPrivate::openSink()
{
    ContentSink::Expected expected { m_exchange->isGzipped(), options.maxSize, m_location.hashes, options.keepPartial };
    if (const auto *buffer = std::get_if<DownloadTarget::Buffer>(&m_target.place))
        expected.maxSize = smallerLimit(options.maxSize, buffer->maxSize);
    ContentSink::Place place;
    if (Error failure = openPlace(&place))
        return failure;
    sink = std::make_shared<ContentSink>(std::move(place), std::move(expected));
    return {};
}

Error DownloadPrivate::openPlace(ContentSink::Place *place)
{
    if (const auto *path = std::get_if<QString>(&m_target.place)) {
        place->part = std::make_unique<PartFile>(*path);
        PartInfo::remove(PartFile::pathFor(*path));
        return place->part->create();
    }
    if (std::holds_alternative<DownloadTarget::Buffer>(m_target.place)) {
        place->owned = std::make_unique<QBuffer>();
        place->owned->open(QIODevice::WriteOnly);
        return {};
    }
    if (const auto *factory = std::get_if<DownloadTarget::DeviceFactory>(&m_target.place)) {
        m_made.reset();
        m_made = *factory ? (*factory)() : nullptr;
        place->device = m_made.get();
    } else {
        place->device = m_device;
    }
    if (!place->device || !place->device->isWritable())
        return usageError(Text::tr("The target of the transfer cannot be written."));
    return m_made ? Error {} : rewind();
}

/// Makes the caller's device as it was before the transfer.
Error DownloadPrivate::rewind()
{
    if (m_start < 0) {
        m_start = m_device->isSequential() ? 0 : m_device->pos();
        return {};
    }
    if (!sink || sink->written() == 0)
        return {};
    bool isBack = !m_device->isSequential() && m_device->seek(m_start);
    if (auto *file = qobject_cast<QFileDevice *>(m_device.data()); file && isBack)
        isBack = file->resize(m_start);
    else if (auto *buffer = qobject_cast<QBuffer *>(m_device.data()); buffer && isBack)
        buffer->buffer().truncate(static_cast<qsizetype>(m_start));
    return isBack ? Error {}
                  : usageError(Text::tr("The target of the transfer cannot be written from the start again."));
}

/// Moves what has come towards the sink, one piece at a time; the network waits when the sink is slow.
void DownloadPrivate::pump()
{
    if (paused || isEnding() || !m_exchange || m_body != Body::Content || isBusy())
        return;
    const QByteArray piece = m_exchange->read(sink->isForWorkers() ? workerPiece : devicePiece);
    if (piece.isEmpty()) {
        if (m_exchangeDone)
            complete();
        return;
    }
    work([piece](ContentSink &target) { return target.write(piece); },
        [this](const Error &failure) {
            if (failure)
                judge(failure);
            else
                pump();
        });
    Q_EMIT q->progress(m_offset + m_exchange->received(), m_total);
}

void DownloadPrivate::onExchangeFinished()
{
    m_exchangeDone = true;
    if (m_body == Body::Content)
        pump(); // what came before a failure is good
    else if (m_exchange->error())
        judge(m_exchange->error());
    else
        onRefused();
}

/// A URL that had expired when the request came through is asked for again, once: another refusal is meant.
void DownloadPrivate::onRefused()
{
    const Error failure = storageError(m_exchange, m_url);
    if (mayHaveExpired(failure) && !m_location.untrusted && !m_refusal) {
        m_refusal = failure;
        m_refusedUrl = m_url;
        repeatNow();
    } else {
        judge(failure, m_exchange->header("retry-after"));
    }
}

/// All bytes that have come are in the sink.
void DownloadPrivate::complete()
{
    Error failure = m_exchange->error();
    if (!failure && m_total >= 0 && sink->taken() != m_total)
        failure = makeError(
            ErrorKind::Network, Text::tr("The connection to %1 was cut in the middle of the reply.").arg(m_url.host()));
    if (failure) {
        judge(failure);
        return;
    }
    const bool isProven = endIsProven();
    dropExchange();
    if (isProven)
        checkContent();
    else
        askForMore(sink->taken());
}

/// Whether a body that was cut would have been noticed, by its length or the end of its compression. A hash would tell
/// too, but not where to go on.
bool DownloadPrivate::endIsProven() const
{
    return !m_exchange->isChunked() || m_exchange->isGzipped() || options.live || m_total >= 0 || sink->taken() == 0;
}

/// Asks for what comes after the end, which a whole content does not have.
void DownloadPrivate::askForMore(qint64 received)
{
    HttpRequest request = m_request;
    request.headers.emplaceBack("Range", "bytes=" + QByteArray::number(received) + '-');
    m_body = Body::Ignored;
    m_exchange = m_http->send(std::move(request));
    connect(m_exchange, &Exchange::headersReady, this, [this, received] { onMore(received); });
    connect(m_exchange, &Exchange::finished, this, [this] { judge(m_exchange->error()); });
}

void DownloadPrivate::onMore(qint64 received)
{
    const int status = m_exchange->status();
    const auto range = parseContentRange(m_exchange->header("content-range"));
    const bool isLonger = range && range->complete && *range->complete != received;
    dropExchange();
    // A server that does not know about ranges cannot tell; then what Qt says has to do.
    if (status == 206 || (status == 416 && isLonger))
        judge(makeError(ErrorKind::Network, Text::tr("The connection to %1 was cut in the middle.").arg(m_url.host())));
    else
        checkContent();
}

void DownloadPrivate::checkContent()
{
    work([](ContentSink &target) { return target.finish(); },
        [this](const Error &failure) {
            // All bytes came, and they are not right: there is nothing to go on from.
            m_point.reset();
            if (failure)
                judge(failure);
            else
                finish({});
        });
}

} // namespace tc
