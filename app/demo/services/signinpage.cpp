// SPDX-License-Identifier: MPL-2.0
// The page of the web UI on which a person makes a client for a program: /auth/clients/create. Whoever opens it here is
// signed in as the demo's administrator.
#include "demo/auth/scopes.h"
#include "demo/data/demoworld.h"
#include "demo/services/services.h"
#include "demo/util/slugs.h"

#include <tc/fromnow.h>

#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

struct Form {
    QString clientId;
    QString description;
    QString expires;
    QStringList scopes;
    QString callback;
};

HttpResponse html(int status, const QString &body)
{
    HttpResponse response;
    response.status = status;
    response.headers.add("content-type", "text/html; charset=utf-8");
    response.headers.add("cache-control", "no-store");
    response.headers.add("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
    response.body = ("<!doctype html>\n<title>Create a client</title>\n" + body.toUtf8());
    return response;
}

bool isAllowed(const QString &callback)
{
    static const QRegularExpression localhost(u"^https?://localhost(:[0-9]+)?(/|$)"_s);
    return localhost.match(callback).hasMatch();
}

HttpResponse refusal(const QString &callback)
{
    return html(400, u"<p>Callback URL %1 is not allowed.</p>\n"_s.arg(callback.toHtmlEscaped()));
}

// In a form and in what it sends a plus is a blank.
QUrlQuery queryOf(const QByteArray &text)
{
    return QUrlQuery(QString::fromLatin1(QByteArray(text).replace('+', "%20")));
}

QString field(const QString &name, const QString &label, const QString &value)
{
    return u"<p><label>%1 <input name=\"%2\" value=\"%3\"></label></p>\n"_s.arg(label, name, value.toHtmlEscaped());
}

HttpResponse showForm(const HttpRequest &request, const AuthClient &person)
{
    const QUrlQuery query = queryOf(request.query());
    const auto value = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    const QString callback = value(u"callback_url"_s);
    if (!callback.isEmpty() && !isAllowed(callback))
        return refusal(callback);
    const QString scopes = query.allQueryItemValues(u"scope"_s, QUrl::FullyDecoded).join(u'\n');
    return html(200,
        u"<h1>Create a client</h1>\n<form method=\"post\">\n"_s
            + field(u"clientId"_s, u"Client id"_s, person.clientId + u'/' + value(u"name"_s))
            + field(u"description"_s, u"Description"_s, value(u"description"_s))
            + field(u"expires"_s, u"Expires in"_s, value(u"expires"_s))
            + field(u"callback_url"_s, u"Then go to"_s, callback)
            + u"<p><label>Scopes <textarea name=\"scopes\" rows=\"8\" cols=\"60\">%1</textarea></label></p>\n"
              "<p><button>Save</button></p>\n</form>\n"_s.arg(scopes.toHtmlEscaped()));
}

Form readForm(const QByteArray &body)
{
    const QUrlQuery query = queryOf(body);
    const auto value = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    Form form;
    form.clientId = value(u"clientId"_s);
    form.description = value(u"description"_s);
    form.expires = value(u"expires"_s);
    form.callback = value(u"callback_url"_s);
    const QStringList lines = value(u"scopes"_s).split(u'\n');
    for (const QString &line : lines) {
        if (!line.trimmed().isEmpty())
            form.scopes += line.trimmed();
    }
    return form;
}

HttpResponse save(const HttpRequest &request, const AuthClient &person, DemoContext &context)
{
    const Form form = readForm(request.body);
    const auto expires = tc::fromNow(form.expires, QDateTime::fromMSecsSinceEpoch(context.now(), Qt::UTC));
    static const QRegularExpression clientId(u"^[A-Za-z0-9!@/:.+|_-]+$"_s);
    if (!expires || !clientId.match(form.clientId).hasMatch() || context.state.clients.contains(form.clientId))
        return html(400, u"<p>That cannot be the client.</p>\n"_s);
    if (!isAllowed(form.callback))
        return refusal(form.callback);
    AuthClient client;
    client.clientId = form.clientId;
    client.accessToken = randomSlug() + randomSlug();
    client.description = form.description;
    client.created = context.now();
    client.expires = expires->toMSecsSinceEpoch();
    client.deleteOnExpiration = true;
    // What was asked for and the person has.
    const QStringList held = expanded(person.scopes, context.state.roles);
    for (const QString &scope : form.scopes) {
        if (hasScope(held, scope))
            client.scopes += scope;
    }
    client.scopes = normalized(client.scopes);
    context.state.clients.insert(client.clientId, client);
    // As the web UI does it: nothing is encoded.
    HttpResponse response = html(303, {});
    response.headers.add("referrer-policy", "no-referrer");
    response.headers.add("location",
        form.callback.toLatin1() + "?clientId=" + client.clientId.toLatin1()
            + "&accessToken=" + client.accessToken.toLatin1());
    return response;
}

} // namespace

std::optional<HttpResponse> serveSignIn(const HttpRequest &request, DemoContext &context)
{
    if (request.path() != "/auth/clients/create")
        return std::nullopt;
    const AuthClient person = context.state.clients.value(adminCredentials().clientId);
    if (request.method == "POST")
        return save(request, person, context);
    if (request.method == "GET")
        return showForm(request, person);
    return std::nullopt;
}

} // namespace demo
