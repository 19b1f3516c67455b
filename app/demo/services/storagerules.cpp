// SPDX-License-Identifier: MPL-2.0
#include "demo/services/storagerules.h"

#include "demo/auth/hawkmac.h"
#include "demo/services/services.h"

#include <QMessageAuthenticationCode>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

// What a signature covers, a line each: so a URL for one thing is of no use for another.
QByteArray signature(const DemoContext &context, const QByteArrayList &lines)
{
    return QMessageAuthenticationCode::hash(lines.join('\n'), context.storageKey, QCryptographicHash::Sha256).toHex();
}

QByteArray signedUrl(
    const DemoContext &context, const QByteArray &path, const QByteArray &more, const QByteArrayList &lines)
{
    return context.rootUrl + path + '?' + more + "&Signature=" + signature(context, lines);
}

QByteArray endAfter(const DemoContext &context, qint64 seconds)
{
    return QByteArray::number(context.now() / 1000 + seconds);
}

QByteArrayList signedLines(const HttpRequest &request, const QUrlQuery &query)
{
    QByteArrayList lines
        = { request.method == "PUT" ? "PUT" : "GET", request.path(), query.queryItemValue(u"Expires"_s).toLatin1() };
    const QStringList headers
        = query.queryItemValue(u"SignedHeaders"_s, QUrl::FullyDecoded).split(u';', Qt::SkipEmptyParts);
    for (const QString &name : headers)
        lines.append(request.headers.value(name.toLatin1()));
    return lines;
}

enum class Signed { Yes, Expired, No };

Signed check(const HttpRequest &request, const DemoContext &context)
{
    const QUrlQuery query(QString::fromLatin1(request.query()));
    const QByteArray given = query.queryItemValue(u"Signature"_s).toLatin1();
    if (given.isEmpty() || !sameBytes(signature(context, signedLines(request, query)), given))
        return Signed::No;
    return query.queryItemValue(u"Expires"_s).toLongLong() * 1000 > context.now() ? Signed::Yes : Signed::Expired;
}

QString bucketOf(const HttpRequest &request)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(request.path())).section(u'/', 1, 1);
}

QString keyOf(const HttpRequest &request)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(request.path())).section(u'/', 2);
}

// Puts content where key says; false when nothing of that name was announced.
bool place(const QString &bucket, const QString &key, const Content &content, DemoState &state)
{
    if (bucket == u"object-bucket") {
        const auto object = state.objects.find(key);
        if (object == state.objects.end())
            return false;
        object->content = content;
        return true;
    }
    DemoTask *task = state.task(key.section(u'/', 0, 0));
    Artifact *artifact
        = task ? DemoState::created(*task, key.section(u'/', 1, 1).toInt(), key.section(u'/', 2)) : nullptr;
    if (artifact)
        artifact->content = content;
    return artifact != nullptr;
}

} // namespace

HttpResponse storageError(int status, const QByteArray &code, const QByteArray &message, const QString &key)
{
    HttpResponse response;
    response.status = status;
    response.headers.add("content-type", "application/xml");
    response.body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
        + "</Message><Key>" + key.toHtmlEscaped().toUtf8() + "</Key></Error>";
    return response;
}

QByteArray encoded(const QString &text, bool keepSlashes)
{
    return text.toUtf8().toPercentEncoding(keepSlashes ? "/" : "");
}

QByteArray signedStorageUrl(const DemoContext &context, const QByteArray &path, qint64 seconds)
{
    const QByteArray end = endAfter(context, seconds);
    return signedUrl(context, path, "Expires=" + end, { "GET", path, end });
}

QByteArray signedPutUrl(
    const DemoContext &context, const QByteArray &path, qint64 seconds, const std::optional<PutHeaders> &headers)
{
    const QByteArray end = endAfter(context, seconds);
    if (!headers)
        return signedUrl(context, path, "Expires=" + end, { "PUT", path, end });
    return signedUrl(context, path, "Expires=" + end + "&SignedHeaders=content-length%3Bcontent-type",
        { "PUT", path, end, QByteArray::number(headers->contentLength), headers->contentType });
}

bool isSignedGet(const HttpRequest &request, const DemoContext &context)
{
    return check(request, context) == Signed::Yes;
}

std::shared_ptr<BodySink> storageSink(const HttpRequest &head, DemoContext &context)
{
    if (head.method != "PUT" || !bucketOf(head).endsWith(u"-bucket"))
        return nullptr;
    // Decided now: a signature may expire while a long body is on its way.
    if (check(head, context) != Signed::Yes)
        return std::make_shared<UploadSink>(nullptr);
    const qint64 length = head.headers.value("content-length").toLongLong();
    return std::make_shared<UploadSink>(std::make_shared<UploadedBytes>(context.uploadRoom, length));
}

HttpResponse storePut(const HttpRequest &request, DemoContext &context)
{
    const QString key = keyOf(request);
    if (!request.headers.has("content-length"))
        return storageError(411, "MissingContentLength", "You must provide the Content-Length HTTP header.", key);
    // A body of no bytes has no sink.
    auto sink = std::static_pointer_cast<UploadSink>(request.sink);
    if (!sink)
        sink = std::static_pointer_cast<UploadSink>(storageSink(request, context));
    if (!sink->bytes()) {
        return check(request, context) == Signed::No ? storageError(403, "SignatureDoesNotMatch",
                   "The request signature we calculated does not match the signature you provided.", key)
                                                     : storageError(403, "AccessDenied", "Request has expired", key);
    }
    const bool packed = request.headers.value("content-encoding") == "gzip";
    if (!place(bucketOf(request), key, Content::uploaded(sink->bytes(), packed), context.state))
        return storageError(404, "NoSuchKey", "The specified key does not exist.", key);
    HttpResponse response;
    response.headers = { { "content-type", "text/plain; charset=utf-8" },
        { "etag", ApiCall::etagOf(request.path() + QByteArray::number(sink->bytes()->size())).mid(2) } };
    return response;
}

} // namespace demo
