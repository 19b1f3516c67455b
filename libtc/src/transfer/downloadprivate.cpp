// SPDX-License-Identifier: MPL-2.0
#include "transfer/downloadprivate.h"

#include "transfer/storageerror.h"
#include "util/elsewhere.h"
#include "util/makeerror.h"
#include "util/text.h"
#include "util/urls.h"

#include <QBuffer>

using namespace Qt::StringLiterals;

namespace tc {

DownloadPrivate::DownloadPrivate(Client *theClient, ContentName name, DownloadTarget downloadTarget)
    : TransferPrivate(theClient), m_target(std::move(downloadTarget)),
      m_source(new ContentSource(theClient, std::move(name), this))
{
    if (auto *const *device = std::get_if<QIODevice *>(&m_target.place))
        m_device = *device;
    m_pauseTimer.setSingleShot(true);
    // A connection that nobody reads keeps others waiting; the rest can be asked for later.
    connect(&m_pauseTimer, &QTimer::timeout, this, [this] {
        if (paused && m_exchange && m_body == Body::Content && m_point)
            repeatNow();
    });
}

DownloadPrivate::~DownloadPrivate()
{
    stop();
    if (!finished && sink)
        sink->drop();
}

QString DownloadPrivate::filePath() const
{
    const auto *path = std::get_if<QString>(&m_target.place);
    return path ? *path : QString();
}

qint64 DownloadPrivate::fetched() const
{
    return m_fetchedBefore + (m_exchange ? m_exchange->received() : 0);
}

qint64 DownloadPrivate::contentLength() const
{
    if (finished && !error && sink)
        return sink->written();
    return m_exchange && m_exchange->isGzipped() ? -1 : m_total;
}

Downloaded DownloadPrivate::takeResult()
{
    Downloaded result;
    if (!finished || error || !sink)
        return result;
    result.contentType = contentType;
    result.contentLength = sink->written();
    result.hashes = sink->checkedHashes();
    if (auto *buffer = qobject_cast<QBuffer *>(sink->device());
        buffer && std::holds_alternative<DownloadTarget::Buffer>(m_target.place))
        result.data = std::exchange(buffer->buffer(), {});
    return result;
}

void DownloadPrivate::setOptions(DownloadOptions downloadOptions)
{
    options = std::move(downloadOptions);
    ownPolicy = options.retry;
    m_source->setPolicy(options.managedOnly, options.allowUnverified);
}

void DownloadPrivate::attempt()
{
    m_redirects = 0;
    // Asked anew each time: what the services answer expires.
    m_source->locate(inTurn([this](const Result<ContentLocation> &location) { onLocated(location); }));
}

void DownloadPrivate::onLocated(const Result<ContentLocation> &location)
{
    if (!location) {
        // The call has been tried as often as the client's policy says.
        finish(location.error);
        return;
    }
    m_location = *location;
    if (m_refusal && m_location.url == m_refusedUrl)
        finish(m_refusal); // it was not that it had expired
    else if (mayHaveKept())
        lookForPart();
    else
        approach();
}

bool DownloadPrivate::mayHaveKept() const
{
    return options.keepPartial && !m_partLookedFor && !filePath().isEmpty();
}

void DownloadPrivate::lookForPart()
{
    m_partLookedFor = true;
    ContentSink::Place place;
    place.part = std::make_unique<PartFile>(filePath());
    sink = std::make_shared<ContentSink>(
        std::move(place), ContentSink::Expected { false, options.maxSize, m_location.hashes, true });
    const auto found = std::make_shared<std::optional<ResumePoint>>();
    work(
        [found, name = placeOf(m_location.url, m_location)](ContentSink &target) {
            *found = target.takeKept(name);
            return Error {};
        },
        [this, found](const Error &) {
            m_point = *found;
            if (!m_point)
                sink.reset();
            approach();
        });
}

void DownloadPrivate::approach()
{
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
    auto onChecked = inTurn([this, url](const Result<QList<QHostAddress>> &addresses) {
        if (!addresses)
            judge(addresses.error);
        else if (addresses->isEmpty())
            fetch(url, {});
        else // Another address each time: one of them may not answer.
            fetch(url, addresses->at((attemptNumber() - 1) % addresses->size()));
    });
    m_http->askWhetherDirect(url, m_hostCheck, [check = m_hostCheck, url, onChecked](bool isDirect) {
        if (check)
            check->check(url, isDirect ? HostCheck::Route::Direct : HostCheck::Route::Proxy, onChecked);
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

/// Whether the bytes that are there can be gone on from with what \a url gives.
bool DownloadPrivate::canGoOn(const QUrl &url) const
{
    return m_point && sink && sink->taken() > 0 && (m_point->total < 0 || sink->taken() < m_point->total)
        && m_point->place == placeOf(url, m_location) && m_point->hashes == m_location.hashes;
}

/// \a address, when given, is connected to in place of the host's name, so that what was checked is what is used.
HttpRequest DownloadPrivate::requestFor(const QUrl &url, const QHostAddress &address) const
{
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
    return request;
}

void DownloadPrivate::fetch(const QUrl &url, const QHostAddress &address)
{
    if (isBusy()) {
        whenIdle([this, url, address] { fetch(url, address); });
        return;
    }
    m_url = url;
    m_request = requestFor(url, address);
    m_offset = canGoOn(url) ? sink->taken() : 0;
    HttpRequest request = m_request;
    if (m_offset > 0) {
        request.headers.emplaceBack("Range", "bytes=" + QByteArray::number(m_offset) + '-');
        request.headers.emplaceBack("If-Range", m_point->validator);
    }
    m_exchangeDone = false;
    m_body = Body::Ignored;
    m_exchange = m_http->send(std::move(request));
    m_exchange->setPaused(paused);
    connect(m_exchange, &Exchange::headersReady, this, &DownloadPrivate::onHeaders);
    connect(m_exchange, &Exchange::readyRead, this, &DownloadPrivate::pump);
    connect(m_exchange, &Exchange::finished, this, &DownloadPrivate::onExchangeFinished);
}

/// Hands \a job to where the sink belongs, and what came of it to \a done unless the attempt is over by then. A worker
/// that is at a sink keeps it until it is done.
void DownloadPrivate::work(Job job, std::function<void(Error)> done)
{
    const auto target = sink;
    m_busySink = target;
    auto ended = [this, target, done = inTurn(std::move(done))](const Error &failure) {
        if (m_busySink == target)
            m_busySink.reset();
        // Who waits for a worker has come after the attempt that set it to work.
        if (const auto next = isBusy() ? nullptr : std::exchange(m_onIdle, {}))
            next();
        else
            done(failure);
    };
    if (target->isForWorkers()) {
        runElsewhere<Error>([target, job = std::move(job)] { return job(*target); }, this, std::move(ended));
        return;
    }
    const Error failure = job(*target);
    QMetaObject::invokeMethod(
        this, [ended = std::move(ended), failure] { ended(failure); }, Qt::QueuedConnection);
}

void DownloadPrivate::whenIdle(std::function<void()> f)
{
    if (isBusy())
        m_onIdle = inTurn(std::move(f));
    else
        f();
}

void DownloadPrivate::pausedChanged()
{
    if (m_exchange)
        m_exchange->setPaused(paused);
    if (!paused)
        m_pauseTimer.stop();
    else if (options.stallTimeout.count() > 0)
        m_pauseTimer.start(options.stallTimeout);
    pump();
}

bool DownloadPrivate::mayRepeat(const Error &failure) const
{
    // Damaged on the way, perhaps: once more, then it is believed.
    return failure.kind == ErrorKind::Protocol ? !m_damaged : TransferPrivate::mayRepeat(failure);
}

bool DownloadPrivate::prepareRepeat(const Error &failure)
{
    if (failure.kind == ErrorKind::Protocol) {
        m_damaged = true;
        m_point.reset();
    }
    return m_point || canStartOver();
}

/// A device of the caller's must be one that goes back.
bool DownloadPrivate::canStartOver() const
{
    const bool hasBytes = sink && sink->written() > 0;
    const bool isCallers = std::holds_alternative<QIODevice *>(m_target.place);
    return !isCallers || !hasBytes || (m_device && !m_device->isSequential());
}

void DownloadPrivate::dropExchange()
{
    if (!m_exchange)
        return;
    m_fetchedBefore += m_exchange->received() + m_exchange->bytesAvailable();
    m_exchange->disconnect(this);
    m_exchange->cancel();
    m_exchange->deleteLater();
    m_exchange = nullptr;
}

void DownloadPrivate::dropAttempt()
{
    m_pauseTimer.stop();
    m_onIdle = {};
    m_source->cancel();
    dropHostCheck();
    dropExchange();
}

bool DownloadPrivate::mayKeep(const Error &failure) const
{
    return failure && failure.kind != ErrorKind::Protocol && options.keepPartial && m_point && !m_point->gzipped && sink
        && sink->written() > 0;
}

void DownloadPrivate::settle(Error failure, const std::function<void(Error)> &done)
{
    if (failure && failure.method.isEmpty())
        failure.method = std::holds_alternative<ObjectRef>(name()) ? u"object.startDownload"_s : u"queue.artifact"_s;
    if (mayKeep(failure)) {
        whenIdle([this, failure, done] {
            work([point = *m_point](ContentSink &target) { return target.keep(point); },
                [failure, done](const Error &) { done(failure); });
        });
        return;
    }
    // An abort may come when the content has just got its name: then all is well.
    if (failure && sink && !sink->drop())
        failure = {};
    done(std::move(failure));
}

} // namespace tc
