// SPDX-License-Identifier: MPL-2.0
#include "transfer/contentsource.h"

#include "call/clientprivate.h"
#include "util/makeerror.h"
#include "util/text.h"

#include <tc/methods.h>

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tc {

ContentSource::ContentSource(Client *client, ContentName name, QObject *parent)
    : QObject(parent), m_client(client), m_name(std::move(name))
{
}

ContentSource::~ContentSource()
{
    cancel();
}

void ContentSource::setPolicy(bool managedOnly, bool allowUnverified)
{
    m_managedOnly = managedOnly;
    m_allowUnverified = allowUnverified;
}

void ContentSource::cancel()
{
    m_answer = {};
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply = nullptr;
    }
}

void ContentSource::locate(Answer answer)
{
    cancel();
    m_answer = std::move(answer);
    m_askedAgain = false;
    if (!m_client)
        fail(ErrorKind::Cancelled, Text::tr("The call was cancelled."));
    else if (const auto *object = std::get_if<ObjectRef>(&m_name))
        askObjectService(m_client, object->name);
    else
        askQueue(false);
}

Reply<Json> *ContentSource::send(Client *client, Call call, Handler handler)
{
    auto *reply = client->call<Json>(std::move(call), this);
    m_reply = reply;
    reply->onSuccess(this, [this, handler](const Json &json) { (this->*handler)(json); });
    return reply;
}

void ContentSource::askQueue(bool asBrowser)
{
    const auto &artifact = std::get<ArtifactRef>(m_name);
    Call call;
    call.arguments.append(artifact.taskId);
    if (artifact.runId) {
        call.method = asBrowser ? findMethod("queue", "getArtifact") : findMethod("queue", "artifact");
        call.arguments.append(QString::number(*artifact.runId));
    } else {
        call.method = asBrowser ? findMethod("queue", "getLatestArtifact") : findMethod("queue", "latestArtifact");
    }
    call.arguments.append(artifact.name);
    auto *reply = send(m_client, std::move(call), &ContentSource::onArtifact);
    reply->onFailure(this, [this, asBrowser](const Error &error) { onArtifactFailed(error, asBrowser); });
}

/// A deployment of old does not know the method that we ask; it says so without a code. The method for browsers, whose
/// redirect carries the same answer, has always been there.
void ContentSource::onArtifactFailed(const Error &error, bool asBrowser)
{
    const bool mayBeOld = error.kind == ErrorKind::NotFound && error.code != "ResourceNotFound"_L1;
    if (!asBrowser && mayBeOld && m_client)
        askQueue(true);
    else
        give({ {}, error });
}

void ContentSource::onArtifact(const Json &json)
{
    const QJsonObject artifact = json.toObject();
    const QString type = artifact.value("storageType"_L1).toString();
    const QUrl url(artifact.value("url"_L1).toString(), QUrl::StrictMode);
    if (type == "error"_L1) {
        fail(ErrorKind::Artifact, artifact.value("message"_L1).toString(), artifact.value("reason"_L1).toString());
    } else if (type == "object"_L1 && artifact.contains("credentials"_L1)) {
        const QJsonObject given = artifact.value("credentials"_L1).toObject();
        const Credentials credentials { given.value("clientId"_L1).toString(), given.value("accessToken"_L1).toString(),
            given.value("certificate"_L1).toString() };
        if (!m_client)
            return fail(ErrorKind::Cancelled, Text::tr("The call was cancelled."));
        m_objectClient = ClientPrivate::sibling(m_client, credentials);
        askObjectService(m_objectClient.get(), artifact.value("name"_L1).toString());
    } else if (type == "s3"_L1 || type == "object"_L1) {
        give({ ContentLocation { url, {}, false }, {} });
    } else if (type == "reference"_L1 && m_managedOnly) {
        fail(ErrorKind::Usage,
            Text::tr("The artifact is kept by %1 and not by the deployment, so it is not fetched.").arg(url.host()),
            u"ArtifactStorageTypeRejected"_s);
    } else if (type == "reference"_L1) {
        give({ ContentLocation { url, {}, true }, {} });
    } else {
        fail(ErrorKind::Protocol, Text::tr("The artifact is of an unknown storage type, \"%1\".").arg(type));
    }
}

void ContentSource::askObjectService(Client *client, const QString &name)
{
    Call call;
    call.method = findMethod("object", "startDownload");
    call.arguments.append(name);
    call.body = m_allowUnverified ? R"({"acceptDownloadMethods":{"getUrl":true,"simple":true}})"
                                  : R"({"acceptDownloadMethods":{"getUrl":true}})";
    auto *reply = send(client, std::move(call), &ContentSource::onObject);
    reply->onFailure(this, [this](const Error &error) { onObjectFailed(error); });
}

/// The credentials that came with an artifact last for an hour, which a machine may sleep through.
void ContentSource::onObjectFailed(const Error &error)
{
    const bool isRefused = error.kind == ErrorKind::Authentication || error.kind == ErrorKind::Scope;
    if (isRefused && m_objectClient && m_client && !std::exchange(m_askedAgain, true))
        askQueue(false);
    else
        give({ {}, error });
}

void ContentSource::onObject(const Json &json)
{
    const QJsonObject object = json.toObject();
    const QString method = object.value("method"_L1).toString();
    if (method != "getUrl"_L1 && (method != "simple"_L1 || !m_allowUnverified)) {
        fail(ErrorKind::Protocol, Text::tr("The object can only be fetched in an unknown way, \"%1\".").arg(method));
        return;
    }
    ContentLocation location;
    location.url = QUrl(object.value("url"_L1).toString(), QUrl::StrictMode);
    const QJsonObject hashes = object.value("hashes"_L1).toObject();
    for (auto it = hashes.begin(); it != hashes.end(); ++it) {
        if (Hasher::knows(it.key()))
            location.hashes.insert(it.key(), it.value().toString().toLatin1().toLower());
    }
    // What cannot be checked must not pass for checked.
    if (location.hashes.isEmpty() && !m_allowUnverified)
        fail(ErrorKind::Protocol, Text::tr("The service names no hash that can be checked."));
    else
        give({ std::move(location), {} });
}

void ContentSource::fail(ErrorKind kind, const QString &message, const QString &code)
{
    Error error = makeError(kind, message, code);
    error.method = std::holds_alternative<ObjectRef>(m_name) ? u"object.startDownload"_s : u"queue.artifact"_s;
    give({ {}, std::move(error) });
}

void ContentSource::give(Result<ContentLocation> result)
{
    m_reply = nullptr;
    if (const Answer answer = std::exchange(m_answer, {}))
        answer(std::move(result));
}

} // namespace tc
