// SPDX-License-Identifier: MPL-2.0
#include "demo/api/apicall.h"

#include "demo/auth/scopes.h"
#include "demo/http/gzip.h"
#include "demo/util/jsonwriter.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

// Shorter bodies are sent as they are.
constexpr qsizetype kGzipFrom = 1024;
constexpr qint64 kFarFuture = 32'503'680'000'000; // the year 3000

int statusOf(const QByteArray &code)
{
    static const QHash<QByteArray, int> statuses = {
        { "MalformedPayload", 400 },
        { "InvalidRequestArguments", 400 },
        { "InputValidationError", 400 },
        { "InputError", 400 },
        { "AuthenticationFailed", 401 },
        { "InsufficientScopes", 403 },
        { "ResourceNotFound", 404 },
        { "RequestConflict", 409 },
        { "ResourceExpired", 410 },
        { "InternalServerError", 500 },
    };
    return statuses.value(code, 500);
}

QByteArray newUuid()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

} // namespace

AuthClient DemoContext::internalClient(const QString &service) const
{
    AuthClient client;
    client.clientId = u"static/taskcluster/"_s + service;
    client.accessToken = QString::fromLatin1(internalKey);
    client.description = u"The service itself"_s;
    client.created = startedAt;
    client.expires = kFarFuture;
    client.scopes = { u"*"_s };
    return client;
}

HttpHeaders ApiCall::commonHeaders(const HttpRequest &request)
{
    const QByteArray trace = request.headers.value("x-taskcluster-trace-id");
    return {
        { "content-security-policy", "report-uri /__cspreport__;default-src 'none';frame-ancestors 'none';" },
        { "x-content-type-options", "nosniff" },
        { "x-for-trace-id", trace.isEmpty() ? newUuid() : trace },
        { "x-for-request-id", newUuid() },
        { "access-control-allow-origin", "*" },
        { "access-control-max-age", "900" },
        { "access-control-allow-methods", "OPTIONS,GET,HEAD,POST,PUT,DELETE,TRACE,CONNECT" },
        { "access-control-request-method", "*" },
        { "access-control-allow-headers", "X-Requested-With,Content-Type,Authorization,Accept,Origin,Cache-Control" },
        { "cache-control", "no-store no-cache must-revalidate" },
    };
}

QByteArray ApiCall::etagOf(const QByteArray &body)
{
    const QByteArray sum = QCryptographicHash::hash(body, QCryptographicHash::Sha1).toBase64().left(27);
    return "W/\"" + QByteArray::number(body.size(), 16) + '-' + sum + '"';
}

bool ApiCall::acceptsGzip() const
{
    const auto offers = request.headers.value("accept-encoding").toLower().split(',');
    for (QByteArray offer : offers) {
        offer = offer.trimmed();
        if (offer == "gzip" || (offer.startsWith("gzip;") && !offer.endsWith("q=0")))
            return true;
    }
    return false;
}

void ApiCall::reply(const QByteArray &json, int status)
{
    const bool pack = json.size() >= kGzipFrom && acceptsGzip();
    finish(json, status, pack ? gzip(json) : QByteArray(), etagOf(json));
}

void ApiCall::replyValue(const QJsonValue &value, int status)
{
    reply(toJson(value), status);
}

void ApiCall::replyNothing()
{
    m_answered = true;
    m_response.status = 204;
    m_response.headers = commonHeaders(request);
}

void ApiCall::replyPacked(const QByteArray &json, const QByteArray &gzipped, const QByteArray &etag)
{
    finish(json, 200, acceptsGzip() ? gzipped : QByteArray(), etag);
}

void ApiCall::finish(const QByteArray &body, int status, const QByteArray &gzipped, const QByteArray &etag)
{
    m_answered = true;
    m_response.status = status;
    m_response.headers = commonHeaders(request);
    for (const auto &[name, value] : m_extra.fields())
        m_response.headers.add(name, value);
    m_response.headers.add("etag", etag);
    if (status == 200 && request.headers.value("if-none-match") == etag) {
        m_response.status = 304;
        return;
    }
    m_response.headers.add("content-type", "application/json; charset=utf-8");
    m_response.headers.add("vary", "Accept-Encoding");
    if (gzipped.isEmpty()) {
        m_response.body = body;
        return;
    }
    m_response.headers.add("content-encoding", "gzip");
    m_response.chunked = true;
    m_response.body = gzipped;
}

void ApiCall::redirect(const QByteArray &url)
{
    m_answered = true;
    m_response.status = 303;
    m_response.headers = commonHeaders(request);
    m_response.headers.add("location", url);
    m_response.headers.add("content-type", "text/plain; charset=utf-8");
    m_response.headers.add("vary", "Accept, Accept-Encoding");
    m_response.body = "See Other. Redirecting to " + url;
}

void ApiCall::fail(const char *code, const QString &message)
{
    const int status = statusOf(code);
    const QString time = isoDate(now());
    const QString method = QString::fromLatin1(route.method);
    const QString text = message
        + u"\n\n---\n\n* method:     %1\n* errorCode:  %2\n* statusCode: %3\n* time:       %4"_s
              .arg(method, QString::fromLatin1(code))
              .arg(status)
              .arg(time);
    JsonWriter writer;
    writer.beginObject();
    writer.member("code", QString::fromLatin1(code));
    writer.member("message", text);
    writer.key("requestInfo");
    writer.beginObject();
    writer.member("method", method);
    writer.key("params");
    writer.beginObject();
    for (auto it = params.begin(); it != params.end(); ++it) {
        writer.key(it.key());
        writer.value(it.value());
    }
    writer.endObject();
    if (!request.bodyTooLarge)
        writer.member("payload", payload);
    writer.member("time", time);
    writer.endObject();
    writer.endObject();
    if (status == 401)
        addHeader("www-authenticate", "hawk");
    reply(writer.take(), status);
}

void ApiCall::failValidation(const char *schema, const QStringList &errors)
{
    QString text = u"\nSchema Validation Failed!\nRejecting Schema: %1/schemas/%2/v1/%3#\nErrors:"_s.arg(
        QString::fromLatin1(context.rootUrl), QString::fromLatin1(route.service), QString::fromLatin1(schema));
    for (const QString &error : errors)
        text += u"\n  * "_s + error;
    fail("InputValidationError", text);
}

bool ApiCall::authorize(const QJsonValue &expression)
{
    const QJsonValue missing = missingFrom(identity.scopes, expression);
    if (missing.isNull())
        return true;
    const QString needed = QString::fromUtf8(printExpression(expression));
    if (!identity.authenticated) {
        fail("InsufficientScopes",
            u"This request requires Taskcluster credentials that satisfy the following scope expression:\n\n```\n%1\n```"_s
                .arg(needed));
        return false;
    }
    fail("InsufficientScopes",
        u"Client ID %1 does not have sufficient scopes and is missing the following scopes:\n\n```\n%2\n```\n\n"
        "This request requires the client to satisfy the following scope expression:\n\n```\n%3\n```"_s.arg(
            identity.clientId, QString::fromUtf8(printExpression(missing)), needed));
    return false;
}

void ApiCall::audit(const char *entityType, const QString &entityId, const char *actionType)
{
    state().audit.push_back(
        { identity.clientId, QString::fromLatin1(actionType), now(), entityId, QString::fromLatin1(entityType) });
}

QString ApiCall::fill(const char *scope) const
{
    QString text = QString::fromLatin1(scope);
    for (auto it = params.begin(); it != params.end(); ++it)
        text.replace(u'<' + it.key() + u'>', it.value());
    return text;
}

} // namespace demo
