// SPDX-License-Identifier: MPL-2.0
#include <tc/faketransport.h>

#include "http/fakereply.h"

#include <tc/json.h>
#include <tc/methods.h>

#include <QNetworkAccessManager>

#include <algorithm>
#include <map>
#include <optional>

namespace tc {

namespace {

QByteArray verbOf(QNetworkAccessManager::Operation operation, const QNetworkRequest &request)
{
    switch (operation) {
    case QNetworkAccessManager::HeadOperation:
        return "HEAD";
    case QNetworkAccessManager::GetOperation:
        return "GET";
    case QNetworkAccessManager::PutOperation:
        return "PUT";
    case QNetworkAccessManager::PostOperation:
        return "POST";
    case QNetworkAccessManager::DeleteOperation:
        return "DELETE";
    default:
        return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    }
}

/// The arguments when \a path (encoded) is one of the method's route.
std::optional<QStringList> argumentsOf(const MethodInfo &method, const QByteArray &path)
{
    const QByteArray prefix = QByteArray("/api/") + method.service + '/' + method.version;
    const qsizetype start = path.indexOf(QByteArray(prefix + '/'));
    if (start < 0)
        return {};
    const QByteArrayList segments = path.mid(start + prefix.size()).split('/');
    const QByteArrayList route = QByteArray(method.route).split('/');
    if (segments.size() != route.size())
        return {};
    QStringList arguments;
    for (qsizetype i = 0; i < route.size(); ++i) {
        if (route.at(i).startsWith('<'))
            arguments.append(QString::fromUtf8(QByteArray::fromPercentEncoding(segments.at(i))));
        else if (route.at(i) != segments.at(i))
            return {};
    }
    return arguments;
}

/// Finds the method. One with a fixed word where another has an argument goes first.
void recognize(FakeRequest *request)
{
    const QByteArray path = request->url.path(QUrl::FullyEncoded).toLatin1();
    for (const MethodInfo &method : methods()) {
        if (request->verb != method.verb)
            continue;
        const auto arguments = argumentsOf(method, path);
        if (!arguments || (request->method && arguments->size() >= request->arguments.size()))
            continue;
        request->method = &method;
        request->arguments = *arguments;
    }
}

} // namespace

struct FakeTransport::State {
    std::map<std::pair<QByteArray, QByteArray>, Handler> handlers;
    Handler other;
    QList<FakeRequest> requests;

    FakeResponse answer(const FakeRequest &request)
    {
        requests.append(request);
        if (request.method) {
            const auto found = handlers.find({ request.method->service, request.method->name });
            if (found != handlers.end())
                return found->second(request);
        }
        if (other)
            return other(request);
        return FakeResponse::error(404, "ResourceNotFound",
            "The fake has no answer for " + request.verb + ' ' + request.url.path(QUrl::FullyEncoded).toUtf8());
    }
};

/// Makes replies out of what the handlers say.
class FakeManager : public QNetworkAccessManager
{
public:
    FakeManager(std::shared_ptr<FakeTransport::State> state, QObject *parent)
        : QNetworkAccessManager(parent), m_state(std::move(state))
    {
    }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *outgoing) override
    {
        FakeRequest seen;
        seen.verb = verbOf(operation, request);
        seen.url = request.url();
        const auto names = request.rawHeaderList();
        for (const QByteArray &name : names)
            seen.headers.emplaceBack(name.toLower(), request.rawHeader(name));
        if (outgoing)
            seen.body = outgoing->readAll();
        recognize(&seen);
        const auto answer = [state = m_state, seen = std::move(seen)] { return state->answer(seen); };
        return new FakeReply(operation, request, answer, this);
    }

private:
    std::shared_ptr<FakeTransport::State> m_state;
};

QByteArray FakeRequest::header(QByteArrayView name) const
{
    const auto it = std::find_if(headers.cbegin(), headers.cend(), [name](const auto &h) { return h.first == name; });
    return it == headers.cend() ? QByteArray() : it->second;
}

FakeResponse FakeResponse::json(const QByteArray &body, int status)
{
    FakeResponse response;
    response.status = status;
    response.headers.emplaceBack("Content-Type", "application/json; charset=utf-8");
    response.headers.emplaceBack("Content-Length", QByteArray::number(body.size()));
    response.body = body;
    return response;
}

FakeResponse FakeResponse::error(int status, const QByteArray &code, const QByteArray &message)
{
    const QJsonObject body { { QStringLiteral("code"), QString::fromUtf8(code) },
        { QStringLiteral("message"), QString::fromUtf8(message) } };
    return json(Json(body).toCompact(), status);
}

FakeTransport::FakeTransport() : m_state(std::make_shared<State>()) { }

FakeTransport::~FakeTransport() = default;

void FakeTransport::on(const QByteArray &service, const QByteArray &method, Handler handler)
{
    m_state->handlers.insert_or_assign({ service, method }, std::move(handler));
}

void FakeTransport::any(Handler handler)
{
    m_state->other = std::move(handler);
}

const QList<FakeRequest> &FakeTransport::requests() const
{
    return m_state->requests;
}

QNetworkAccessManager *FakeTransport::makeManager(QObject *parent)
{
    return new FakeManager(m_state, parent);
}

} // namespace tc
