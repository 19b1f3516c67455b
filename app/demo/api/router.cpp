// SPDX-License-Identifier: MPL-2.0
#include "demo/api/router.h"

#include "demo/util/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

// "/api/queue/v1/task/x" -> "queue", "task", "x"; a slash at the end is of no meaning.
QByteArrayList segmentsOf(const QByteArray &path)
{
    QByteArrayList parts = path.mid(int(sizeof("/api/")) - 1).split('/');
    if (parts.size() < 2 || parts[1] != "v1")
        return {};
    parts.removeAt(1);
    if (parts.last().isEmpty())
        parts.removeLast();
    return parts;
}

bool matches(const QByteArrayList &pattern, const QByteArrayList &path, QHash<QString, QString> *params)
{
    params->clear();
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const QByteArray &part = pattern[at];
        if (!part.startsWith('<')) {
            if (at >= path.size() || path[at] != part)
                return false;
            continue;
        }
        const char kind = part[part.size() - 2];
        const bool special = kind == '*' || kind == '?';
        const QString name = QString::fromLatin1(part.mid(1, part.size() - (special ? 3 : 2)));
        QByteArray value = at < path.size() ? path[at] : QByteArray();
        if (kind == '*')
            value = path.mid(at).join('/');
        if (value.isEmpty() && kind != '?')
            return false;
        params->insert(name, QString::fromUtf8(QByteArray::fromPercentEncoding(value)));
        if (kind == '*')
            return true;
    }
    return path.size() <= pattern.size();
}

struct Form {
    const char *name;
    const char *pattern;
};

// The patterns of the services for what stands in a path. "name" differs by service only in what we do not meet,
// except that secrets may have any.
const Form *formOf(const QString &name)
{
    static const std::array forms {
        Form { "taskId", "^[A-Za-z0-9_-]{8}[Q-T][A-Za-z0-9_-][CGKOSWaeimquy26-][A-Za-z0-9_-]{10}[AQgw]$" },
        Form { "taskGroupId", "^[A-Za-z0-9_-]{8}[Q-T][A-Za-z0-9_-][CGKOSWaeimquy26-][A-Za-z0-9_-]{10}[AQgw]$" },
        Form { "runId", "^[1-9]*[0-9]+$" },
        Form { "name", "^[\\x20-\\x7e]+$" },
        Form { "roleId", "^[\\x20-\\x7e]+$" },
        Form { "entityType", "^(client|role|secret|hook|worker-pool)$" },
        Form { "clientId", "^[A-Za-z0-9!@/:.+|_-]+$" },
        Form { "indexPath", "^([a-zA-Z0-9_!~*'()%-]+\\.)*[a-zA-Z0-9_!~*'()%-]+$" },
        Form { "namespace", "^(([a-zA-Z0-9_!~*'()%-]+\\.)*[a-zA-Z0-9_!~*'()%-]+)?$" },
        Form { "limit", "^[0-9]+$" },
        Form { "continuationToken", "." },
        Form { "taskQueueId", "^[a-zA-Z0-9-_]{1,38}\\/[a-z]([-a-z0-9]{0,36}[a-z0-9])?$" },
        Form { "prefix", "^[A-Za-z0-9!@/:.+|_-]+$" },
    };
    for (const Form &form : forms) {
        if (name == QLatin1StringView(form.name))
            return &form;
    }
    return nullptr;
}

bool hasForm(const Form *form, const QString &value)
{
    return !form || QRegularExpression(QString::fromLatin1(form->pattern)).match(value).hasMatch();
}

bool checkPath(ApiCall &call)
{
    QString errors;
    for (auto it = call.params.begin(); it != call.params.end(); ++it) {
        const Form *form = qstrcmp(call.route.service, "secrets") == 0 ? nullptr : formOf(it.key());
        if (!hasForm(form, it.value())) {
            errors += u"\nURL parameter '%1' given as '%2' must match regular expression: '/%3/'"_s.arg(
                it.key(), it.value(), QString::fromLatin1(form->pattern));
        }
    }
    if (errors.isEmpty())
        return true;
    call.fail("InvalidRequestArguments", u"Invalid URL patterns:"_s + errors);
    return false;
}

QString decoded(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

} // namespace

void Router::add(ApiRoute route)
{
    QByteArrayList segments = { route.service };
    for (const QByteArray &part : QByteArray(route.path).mid(1).split('/')) {
        if (!part.isEmpty())
            segments.append(part);
    }
    m_entries.push_back({ std::move(route), segments });
}

const Router::Entry *Router::find(
    const QByteArray &verb, const QByteArrayList &segments, QHash<QString, QString> *params) const
{
    for (const Entry &entry : m_entries) {
        if (verb == entry.route.verb && matches(entry.segments, segments, params))
            return &entry;
    }
    return nullptr;
}

HttpResponse Router::handle(const HttpRequest &request, DemoContext &context) const
{
    if (request.method == "OPTIONS")
        return preflight(request);
    QHash<QString, QString> params;
    const QByteArray verb = request.method == "HEAD" ? QByteArray("GET") : request.method;
    const Entry *entry = find(verb, segmentsOf(request.path()), &params);
    if (!entry) {
        static const ApiRoute unknown;
        ApiCall call(unknown, request, context);
        call.replyValue(QJsonObject { { u"error"_s, u"Not found"_s } }, 404);
        return call.takeResponse();
    }
    ApiCall call(entry->route, request, context);
    call.params = params;
    run(call);
    if (!call.answered())
        call.fail("InternalServerError", u"Internal Server Error"_s);
    return call.takeResponse();
}

void Router::run(ApiCall &call) const
{
    // A signature covers the time, so who asks comes before what is asked; the body is read before, because
    // errors repeat it.
    if (!readPayload(call))
        return;
    if (call.route.prepare)
        call.route.prepare(call);
    if (call.answered())
        return;
    if (call.route.usesAuth) {
        call.identity = Authenticator(call.state(), call.now()).identify(call.request);
        if (call.identity.broken) {
            call.fail("InternalServerError", u"Internal Server Error"_s);
            return;
        }
        if (call.identity.refused()) {
            call.fail("AuthenticationFailed", call.identity.error);
            return;
        }
    }
    if (!checkParameters(call))
        return;
    if (call.route.scope && !call.authorize(call.fill(call.route.scope)))
        return;
    call.route.handler(call);
}

HttpResponse Router::preflight(const HttpRequest &request)
{
    HttpResponse response;
    response.headers = ApiCall::commonHeaders(request);
    response.headers.add("allow", "GET, HEAD");
    response.headers.add("content-type", "text/plain");
    response.headers.add("vary", "Accept-Encoding");
    response.body = "GET, HEAD";
    return response;
}

bool checkParameters(ApiCall &call)
{
    if (!checkPath(call))
        return false;
    const QByteArray query = call.request.query();
    for (const QByteArray &pair : query.split('&')) {
        if (pair.isEmpty())
            continue;
        const auto equals = pair.indexOf('=');
        const QByteArray rawName = equals < 0 ? pair : pair.left(equals);
        const QString name = decoded(rawName);
        const QString value = equals < 0 ? QString() : decoded(pair.mid(equals + 1));
        if (rawName == "bewit" && call.route.usesAuth)
            continue;
        if (!call.route.query.contains(name.toUtf8())) {
            call.fail("InvalidRequestArguments", u"Query-string parameter: %1 is not supported!"_s.arg(name));
            return false;
        }
        const Form *form = formOf(name);
        if (call.query.contains(name) || !hasForm(form, value)) {
            call.fail("InvalidRequestArguments",
                u"Query-string parameter: %1=\"%2\" does not match expression: /%3/"_s.arg(
                    name, value, QString::fromLatin1(form ? form->pattern : ".")));
            return false;
        }
        call.query.insert(name, value);
    }
    return true;
}

bool readPayload(ApiCall &call)
{
    if (call.request.bodyTooLarge) {
        call.fail("InternalServerError", u"Internal Server Error"_s);
        return false;
    }
    const QByteArray body = call.request.body.trimmed();
    if (body.isEmpty())
        return true;
    QJsonParseError error = {};
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error == QJsonParseError::NoError) {
        call.payload = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        return true;
    }
    // A lone value is JSON too, though not what a method takes.
    const QJsonDocument wrapped = QJsonDocument::fromJson('[' + body + ']', &error);
    const bool isValue = error.error == QJsonParseError::NoError && wrapped.array().size() == 1;
    call.payload = isValue ? wrapped.array().first() : QJsonValue(QString::fromUtf8(call.request.body));
    call.fail("MalformedPayload",
        isValue ? u"Failed to parse JSON: Must be an object or array"_s
                : u"Failed to parse JSON: Unexpected end of JSON input"_s);
    return false;
}

} // namespace demo
