// SPDX-License-Identifier: MPL-2.0
#include "transfer/artifactsource.h"

#include "call/clientprivate.h"
#include "util/text.h"
#include "util/urls.h"

#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

// The few methods that a transfer needs, so that it does not depend on the generated services.
constexpr std::array runNames { "taskId", "runId", "name" };
constexpr std::array latestNames { "taskId", "name" };
constexpr std::array objectNames { "name" };

const MethodInfo artifactMethod { .service = "queue",
    .version = "v1",
    .name = "artifact",
    .verb = "GET",
    .route = "/task/<taskId>/runs/<runId>/artifact-content/<name>",
    .arguments = runNames };
const MethodInfo latestArtifactMethod { .service = "queue",
    .version = "v1",
    .name = "latestArtifact",
    .verb = "GET",
    .route = "/task/<taskId>/artifact-content/<name>",
    .arguments = latestNames };
const MethodInfo getArtifactMethod { .service = "queue",
    .version = "v1",
    .name = "getArtifact",
    .verb = "GET",
    .route = "/task/<taskId>/runs/<runId>/artifacts/<name>",
    .arguments = runNames };
const MethodInfo getLatestArtifactMethod { .service = "queue",
    .version = "v1",
    .name = "getLatestArtifact",
    .verb = "GET",
    .route = "/task/<taskId>/artifacts/<name>",
    .arguments = latestNames };
const MethodInfo startDownloadMethod { .service = "object",
    .version = "v1",
    .name = "startDownload",
    .verb = "PUT",
    .route = "/start-download/<name>",
    .arguments = objectNames };

Error makeError(ErrorKind kind, const QString &message, const QString &code = {})
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.code = code;
    error.method = u"queue.artifact"_s;
    return error;
}

} // namespace

ArtifactSource::ArtifactSource(Client *client, ArtifactRef artifact, QObject *parent)
    : QObject(parent), m_client(client), m_artifact(std::move(artifact))
{
}

ArtifactSource::~ArtifactSource()
{
    cancel();
}

void ArtifactSource::cancel()
{
    m_answer = {};
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply = nullptr;
    }
}

void ArtifactSource::locate(Answer answer)
{
    cancel();
    m_answer = std::move(answer);
    ask(m_artifact.runId ? artifactMethod : latestArtifactMethod);
}

void ArtifactSource::ask(const MethodInfo &method)
{
    if (!m_client) {
        give({ {}, makeError(ErrorKind::Cancelled, Text::tr("The call was cancelled.")) });
        return;
    }
    Call call;
    call.method = &method;
    call.arguments.append(m_artifact.taskId);
    if (m_artifact.runId)
        call.arguments.append(QString::number(*m_artifact.runId));
    call.arguments.append(m_artifact.name);
    const bool mayBeOld = &method == &artifactMethod || &method == &latestArtifactMethod;
    auto *reply = m_client->call<Json>(std::move(call), this);
    m_reply = reply;
    reply->onSuccess(this, [this](const Json &json) { onArtifact(json); });
    reply->onFailure(this, [this, mayBeOld](const Error &error) { onArtifactFailed(error, mayBeOld); });
}

/// A deployment of old does not know the method that we ask; it says so without a code. The method for browsers, whose
/// redirect carries the same answer, has always been there.
void ArtifactSource::onArtifactFailed(const Error &error, bool mayBeOld)
{
    if (mayBeOld && error.kind == ErrorKind::NotFound && error.code != "ResourceNotFound"_L1)
        ask(m_artifact.runId ? getArtifactMethod : getLatestArtifactMethod);
    else
        give({ {}, error });
}

void ArtifactSource::onArtifact(const Json &json)
{
    const QJsonObject artifact = json.toObject();
    const QString type = artifact.value("storageType"_L1).toString();
    const QUrl url(artifact.value("url"_L1).toString(), QUrl::StrictMode);
    if (type == "error"_L1) {
        give({ {},
            makeError(ErrorKind::Artifact, artifact.value("message"_L1).toString(),
                artifact.value("reason"_L1).toString()) });
    } else if (type == "object"_L1 && artifact.contains("credentials"_L1)) {
        askObjectService(artifact);
    } else if (type == "s3"_L1 || type == "object"_L1) {
        give({ ContentLocation { url, {}, false }, {} });
    } else if (type == "reference"_L1) {
        give({ ContentLocation { url, {}, true }, {} });
    } else {
        give({ {},
            makeError(
                ErrorKind::Protocol, Text::tr("The artifact is of an unknown storage type, \"%1\".").arg(type)) });
    }
}

void ArtifactSource::askObjectService(const QJsonObject &artifact)
{
    const QJsonObject given = artifact.value("credentials"_L1).toObject();
    const Credentials credentials { given.value("clientId"_L1).toString(), given.value("accessToken"_L1).toString(),
        given.value("certificate"_L1).toString() };
    if (!m_client) {
        give({ {}, makeError(ErrorKind::Cancelled, Text::tr("The call was cancelled.")) });
        return;
    }
    m_objectClient = ClientPrivate::sibling(m_client, credentials);
    Call call;
    call.method = &startDownloadMethod;
    call.arguments.append(artifact.value("name"_L1).toString());
    call.body = R"({"acceptDownloadMethods":{"getUrl":true}})";
    auto *reply = m_objectClient->call<Json>(std::move(call), this);
    m_reply = reply;
    reply->onSuccess(this, [this](const Json &json) { onObject(json); });
    reply->onFailure(this, [this](const Error &error) { give({ {}, error }); });
}

void ArtifactSource::onObject(const Json &json)
{
    const QJsonObject object = json.toObject();
    const QString method = object.value("method"_L1).toString();
    if (method != "getUrl"_L1) {
        give({ {},
            makeError(ErrorKind::Protocol,
                Text::tr("The object can only be fetched in an unknown way, \"%1\".").arg(method)) });
        return;
    }
    ContentLocation location;
    location.url = QUrl(object.value("url"_L1).toString(), QUrl::StrictMode);
    const QJsonObject hashes = object.value("hashes"_L1).toObject();
    for (auto it = hashes.begin(); it != hashes.end(); ++it)
        location.hashes.insert(it.key(), it.value().toString().toLatin1());
    // What cannot be checked must not pass for checked.
    const QStringList names = location.hashes.keys();
    if (std::none_of(names.cbegin(), names.cend(), Hasher::knows))
        give({ {}, makeError(ErrorKind::Protocol, Text::tr("The service names no hash that can be checked.")) });
    else
        give({ std::move(location), {} });
}

void ArtifactSource::give(Result<ContentLocation> result)
{
    m_reply = nullptr;
    if (const Answer answer = std::exchange(m_answer, {}))
        answer(std::move(result));
}

} // namespace tc
