// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/auth/authenticator.h"
#include "demo/data/demostate.h"
#include "demo/data/upload.h"
#include "demo/http/httpserver.h"

#include <functional>

namespace demo {

// What the services share.
struct DemoContext {
    DemoState state;
    std::function<qint64()> clock;
    QByteArray rootUrl; // without a slash at its end
    QByteArray storageKey; // signs the URLs of private storage
    QByteArray internalKey; // access token of the services' own clients
    qint64 startedAt = 0;
    std::shared_ptr<UploadRoom> uploadRoom = std::make_shared<UploadRoom>();

    qint64 now() const { return clock(); }
    AuthClient internalClient(const QString &service) const;
};

// A method of a service.
class ApiCall;
struct ApiRoute {
    const char *service = nullptr;
    const char *method = nullptr; // as in the service's reference: listTaskGroup
    const char *verb = nullptr;
    const char *path = nullptr; // "/task/<taskId>/artifacts/<name*>": a star takes slashes too, "?" may be empty
    const char *scope = nullptr; // "queue:get-task:<taskId>" checked before the handler runs; null: not here
    bool usesAuth = true; // methods without scopes do not look at credentials at all
    QByteArrayList query; // names of the allowed query parameters
    std::function<void(ApiCall &)> handler;
    std::function<void(ApiCall &)> prepare {}; // before it is known who asks: changes what errors repeat
};

// One request for a method, and its answer in the services' own form.
class ApiCall
{
public:
    ApiCall(const ApiRoute &method, const HttpRequest &asked, DemoContext &shared)
        : route(method), request(asked), context(shared)
    {
    }

    const ApiRoute &route;
    const HttpRequest &request;
    DemoContext &context;
    QHash<QString, QString> params;
    QHash<QString, QString> query;
    QJsonValue payload = QJsonObject();
    Identity identity;

    QString param(QLatin1StringView name) const { return params.value(name); }
    DemoState &state() const { return context.state; }
    qint64 now() const { return context.now(); }

    // json in the layout of JsonWriter.
    void reply(const QByteArray &json, int status = 200);
    void replyValue(const QJsonValue &value, int status = 200);
    // A 204.
    void replyNothing();
    // The same, packed already once; cacheable bodies of megabytes come this way.
    void replyPacked(const QByteArray &json, const QByteArray &gzipped, const QByteArray &etag);
    // A 303 whose body is a sentence.
    void redirect(const QByteArray &url);
    void addHeader(const QByteArray &name, const QByteArray &value) { m_extra.add(name, value); }

    // {code, message, requestInfo}; the status follows from the code.
    void fail(const char *code, const QString &message);
    void failValidation(const char *schema, const QStringList &errors);
    // Answers with 403 when expression is not satisfied.
    bool authorize(const QJsonValue &expression);
    // Remembers what the caller has changed: "client", its id, "updated".
    void audit(const char *entityType, const QString &entityId, const char *actionType);
    // Scope with its <parameters> filled in.
    QString fill(const char *scope) const;

    bool answered() const { return m_answered; }
    bool acceptsGzip() const;
    HttpResponse takeResponse() { return std::move(m_response); }

    // What every answer of a service carries.
    static HttpHeaders commonHeaders(const HttpRequest &request);
    static QByteArray etagOf(const QByteArray &body);

private:
    void finish(const QByteArray &body, int status, const QByteArray &gzipped, const QByteArray &etag);

    HttpResponse m_response;
    HttpHeaders m_extra;
    bool m_answered = false;
};

} // namespace demo
