// SPDX-License-Identifier: MPL-2.0
#include "demo/data/logtext.h"
#include "demo/data/upload.h"
#include "demo/services/services.h"
#include "demo/services/storagerules.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

struct Stored {
    QString contentType;
    qint64 modified = 0;
    Content content;
    qint64 cutAt = -1;
};

// Hands a content out in pieces.
class ContentSource : public BodySource
{
public:
    ContentSource(Content content, qint64 from, qint64 to) : m_content(std::move(content)), m_at(from), m_end(to) { }

    QByteArray read(qint64 maxBytes) override
    {
        QByteArray piece = m_content.piece(m_at, std::min(maxBytes, m_end - m_at));
        m_at += piece.size();
        return piece;
    }

private:
    Content m_content;
    qint64 m_at;
    qint64 m_end;
};

std::optional<Stored> artifactAt(const DemoState &state, const QString &key)
{
    const DemoTask *task = state.task(key.section(u'/', 0, 0));
    const int runId = key.section(u'/', 1, 1).toInt();
    const auto artifact = task ? DemoState::artifact(*task, runId, key.section(u'/', 2)) : std::nullopt;
    if (!artifact || artifact->storageType != u"s3")
        return std::nullopt;
    const auto &runs = task->status.runs;
    const qint64 modified
        = static_cast<std::size_t>(runId) < runs.size() ? runs[static_cast<std::size_t>(runId)].resolved : 0;
    return Stored { artifact->contentType, modified, artifact->content };
}

// The bytes of a Range header as [from, to); nothing when it is to be ignored, an empty range when it lies outside.
std::optional<std::pair<qint64, qint64>> rangeOf(const QByteArray &header, qint64 size)
{
    if (!header.startsWith("bytes=") || header.contains(','))
        return std::nullopt;
    const QByteArray text = header.mid(6).trimmed();
    const auto dash = text.indexOf('-');
    if (dash < 0)
        return std::nullopt;
    bool firstOk = true;
    bool lastOk = true;
    const qint64 first = dash == 0 ? -1 : text.left(dash).toLongLong(&firstOk);
    const qint64 last = dash == text.size() - 1 ? -1 : text.mid(dash + 1).toLongLong(&lastOk);
    if (!firstOk || !lastOk || (first < 0 && last < 0))
        return std::nullopt;
    if (first < 0)
        return std::pair(std::max<qint64>(0, size - last), size);
    if (last >= 0 && last < first)
        return std::nullopt;
    return std::pair(std::min(first, size), last < 0 ? size : std::min(size, last + 1));
}

QByteArray httpDate(qint64 msecs)
{
    return QLocale::c()
               .toString(QDateTime::fromMSecsSinceEpoch(msecs, Qt::UTC), u"ddd, dd MMM yyyy hh:mm:ss"_s)
               .toLatin1()
        + " GMT";
}

QByteArray etagOf(const Stored &stored)
{
    const Content &content = stored.content;
    QCryptographicHash sum(QCryptographicHash::Md5);
    sum.addData(content.bytes);
    const QByteArray recipe = QByteArray::number(content.seed) + ' ' + QByteArray::number(content.size) + ' '
        + QByteArray::number(int(content.kind)) + (content.gzipped ? "gz" : "")
        + (content.upload ? content.upload->id() : QByteArray());
    sum.addData(recipe);
    return '"' + sum.result().toHex() + '"';
}

HttpResponse contentResponse(const HttpRequest &request, const Stored &stored)
{
    HttpResponse response;
    const qint64 size = stored.content.storedSize();
    const QByteArray etag = etagOf(stored);
    response.headers = { { "content-type", stored.contentType.toLatin1() }, { "accept-ranges", "bytes" },
        { "etag", etag }, { "last-modified", httpDate(stored.modified) } };
    if (stored.content.gzipped || stored.content.packed)
        response.headers.add("content-encoding", "gzip");
    auto range = rangeOf(request.headers.value("range"), size);
    if (request.headers.has("if-range") && request.headers.value("if-range") != etag)
        range.reset();
    qint64 from = 0;
    qint64 to = size;
    if (range) {
        std::tie(from, to) = *range;
        if (from >= to) {
            response.status = 416;
            response.headers.add("content-range", "bytes */" + QByteArray::number(size));
            return response;
        }
        response.status = 206;
        response.headers.add("content-range",
            "bytes " + QByteArray::number(from) + '-' + QByteArray::number(to - 1) + '/' + QByteArray::number(size));
    }
    if (stored.content.gzipped) {
        response.body = stored.content.piece(from, to - from);
        return response;
    }
    // A source that ends before its announced length closes the connection.
    const qint64 end = range || stored.cutAt < 0 ? to : std::min(to, stored.cutAt);
    response.source = std::make_shared<ContentSource>(stored.content, from, end);
    response.sourceLength = to - from;
    return response;
}

// What a running task has written so far. It comes in one piece: a log that grows while it is read comes with the
// tunnel of live logs.
std::optional<Stored> liveLog(const DemoContext &context, const QString &key)
{
    const DemoTask *task = context.state.task(key.section(u'/', 0, 0));
    const auto runId = static_cast<std::size_t>(key.section(u'/', 1, 1).toUInt());
    if (!task || runId >= task->status.runs.size() || task->status.runs[runId].started == 0)
        return std::nullopt;
    const qint64 started = task->status.runs[runId].started;
    const qint64 size = std::max<qint64>(4096, (context.now() - started) / 1500 * LogText::kBlock / 8);
    return Stored { u"text/plain; charset=utf-8"_s, context.now(),
        Content::log(qHash(task->status.taskId), size, started, false, false) };
}

} // namespace

std::optional<HttpResponse> serveStorage(const HttpRequest &request, DemoContext &context)
{
    const QString path = QString::fromUtf8(QByteArray::fromPercentEncoding(request.path()));
    const QString bucket = path.section(u'/', 1, 1);
    const QString key = path.section(u'/', 2);
    std::optional<Stored> stored;
    if (bucket == u"public-bucket" || bucket == u"private-bucket") {
        stored = artifactAt(context.state, key);
        if (stored && (bucket == u"public-bucket") != key.section(u'/', 2).startsWith(u"public/"))
            stored.reset();
    } else if (bucket == u"object-bucket") {
        if (const auto object = findObject(context.state, key); object && object->finished)
            stored = Stored { object->contentType, context.startedAt, object->content, object->cutAt };
    } else if (bucket == u"live-log") {
        stored = liveLog(context, key);
    } else if (const auto page = context.state.pages.constFind(path); page != context.state.pages.constEnd()) {
        stored = Stored { page->contentType, context.startedAt, page->content };
    } else {
        return std::nullopt;
    }
    if (request.method == "PUT" && bucket.endsWith(u"-bucket"))
        return storePut(request, context);
    if (request.method != "GET" && request.method != "HEAD")
        return storageError(405, "MethodNotAllowed", "The specified method is not allowed against this resource.", key);
    if ((bucket == u"private-bucket" || bucket == u"object-bucket") && !isSignedGet(request, context))
        return storageError(403, "AccessDenied", "Request has expired or is not signed", key);
    if (!stored || stored->content.kind == Content::Kind::Missing)
        return storageError(404, "NoSuchKey", "The specified key does not exist.", key);
    return contentResponse(request, *stored);
}

} // namespace demo
