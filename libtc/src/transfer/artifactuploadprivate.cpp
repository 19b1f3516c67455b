// SPDX-License-Identifier: MPL-2.0
#include "transfer/artifactuploadprivate.h"

#include "util/makeerror.h"
#include "util/text.h"

#include <tc/methods.h>

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

/// What is sent to the queue's bucket; an object is an upload of its own.
std::optional<UploadSource> bucketSource(const ArtifactContent &content)
{
    const auto *s3 = std::get_if<S3Content>(&content);
    return s3 ? std::optional(s3->source) : std::nullopt;
}

/// The members that tell one kind from another, as createArtifact wants them.
struct Describe {
    QJsonObject operator()(const ObjectContent &content) const
    {
        return { { u"storageType"_s, u"object"_s }, { u"contentType"_s, content.contentType } };
    }
    QJsonObject operator()(const S3Content &content) const
    {
        return { { u"storageType"_s, u"s3"_s }, { u"contentType"_s, content.contentType } };
    }
    QJsonObject operator()(const LinkContent &content) const
    {
        QJsonObject body { { u"storageType"_s, u"link"_s }, { u"artifact"_s, content.artifact } };
        if (!content.contentType.isEmpty())
            body.insert(u"contentType"_s, content.contentType);
        return body;
    }
    QJsonObject operator()(const ReferenceContent &content) const
    {
        return { { u"storageType"_s, u"reference"_s }, { u"url"_s, QString::fromLatin1(content.url.toEncoded()) },
            { u"contentType"_s, content.contentType } };
    }
    QJsonObject operator()(const ErrorContent &content) const
    {
        return { { u"storageType"_s, u"error"_s }, { u"reason"_s, content.reason }, { u"message"_s, content.message } };
    }
};

} // namespace

ArtifactUploadPrivate::ArtifactUploadPrivate(Client *theClient, NewArtifact wanted, ArtifactContent what)
    : PutPrivate(theClient, bucketSource(what)), artifact(std::move(wanted)), m_content(std::move(what))
{
}

ArtifactUploadPrivate::~ArtifactUploadPrivate()
{
    ArtifactUploadPrivate::dropAttempt();
}

qint64 ArtifactUploadPrivate::contentSize() const
{
    return std::holds_alternative<ObjectContent>(m_content) ? m_objectSize : size();
}

void ArtifactUploadPrivate::dropAttempt()
{
    if (m_upload) {
        m_objectSize = m_upload->size();
        m_upload->disconnect(this);
        m_upload->abort();
        m_upload->deleteLater();
        m_upload = nullptr;
    }
    PutPrivate::dropAttempt();
}

void ArtifactUploadPrivate::pausedChanged()
{
    if (m_upload)
        paused ? m_upload->pause() : m_upload->resume();
    PutPrivate::pausedChanged();
}

Call ArtifactUploadPrivate::call(const MethodInfo *method, const QJsonObject &body) const
{
    Call call;
    call.method = method;
    call.arguments = { artifact.taskId, QString::number(artifact.runId), artifact.name };
    call.body = jsonBody(body);
    return call;
}

void ArtifactUploadPrivate::attempt()
{
    if (artifact.expires)
        setOff();
    else
        askExpiry();
}

void ArtifactUploadPrivate::askExpiry()
{
    Call call;
    call.method = findMethod("queue", "status");
    call.arguments.append(artifact.taskId);
    ask<Json>(client, std::move(call), [this](Reply<Json> *reply) {
        const QJsonObject status = reply->value().toObject().value("status"_L1).toObject();
        artifact.expires = QDateTime::fromString(status.value("expires"_L1).toString(), Qt::ISODateWithMs);
        if (artifact.expires->isValid())
            setOff();
        else
            finish(makeError(ErrorKind::Protocol, Text::tr("The queue does not say when the task expires.")));
    });
}

void ArtifactUploadPrivate::setOff()
{
    if (std::holds_alternative<S3Content>(m_content))
        PutPrivate::attempt();
    else
        locate();
}

QJsonObject ArtifactUploadPrivate::description() const
{
    QJsonObject body = std::visit(Describe(), m_content);
    body.insert(u"expires"_s, artifact.expires->toUTC().toString(Qt::ISODateWithMs));
    return body;
}

/// Creating the same artifact again is allowed: it gives a fresh address, or fresh credentials for the same upload.
void ArtifactUploadPrivate::locate()
{
    ask<Json>(client, call(findMethod("queue", "createArtifact"), description()),
        [this](Reply<Json> *reply) { onCreated(reply); });
}

void ArtifactUploadPrivate::onCreated(Reply<Json> *reply)
{
    const QJsonObject answer = reply->value().toObject();
    if (std::holds_alternative<S3Content>(m_content))
        sendToBucket(answer, reply->response());
    else if (std::holds_alternative<ObjectContent>(m_content))
        sendObject(answer);
    else
        finish({});
}

void ArtifactUploadPrivate::sendToBucket(const QJsonObject &answer, const ResponseInfo &response)
{
    PutTarget target;
    target.url = QUrl::fromEncoded(answer.value("putUrl"_L1).toString().toUtf8(), QUrl::StrictMode);
    target.headers.emplaceBack("Content-Type", answer.value("contentType"_L1).toString().toUtf8());
    if (const QString &encoding = std::get<S3Content>(m_content).contentEncoding; !encoding.isEmpty())
        target.headers.emplaceBack("Content-Encoding", encoding.toUtf8());
    target.end = deadlineOf(QDateTime::fromString(answer.value("expires"_L1).toString(), Qt::ISODateWithMs), response);
    located(std::move(target));
}

void ArtifactUploadPrivate::sendObject(const QJsonObject &answer)
{
    const QJsonObject given = answer.value("credentials"_L1).toObject();
    m_objectClient = ClientPrivate::sibling(client,
        { given.value("clientId"_L1).toString(), given.value("accessToken"_L1).toString(),
            given.value("certificate"_L1).toString() });
    const auto &content = std::get<ObjectContent>(m_content);
    const QString uploadId = answer.value("uploadId"_L1).toString();
    const NewObject object { answer.value("name"_L1).toString(), answer.value("projectId"_L1).toString(),
        content.contentType, QDateTime::fromString(answer.value("expires"_L1).toString(), Qt::ISODateWithMs),
        uploadId };
    if (object.name.isEmpty() || uploadId.isEmpty()) {
        finish(makeError(ErrorKind::Protocol, Text::tr("The queue does not say where the object is to go.")));
        return;
    }
    m_upload = new Upload(m_objectClient.get(), object, content.source, this);
    m_upload->setAutoDelete(false);
    m_upload->setOptions({ ownPolicy, stallTimeout });
    connect(m_upload, &Transfer::progress, q, &Transfer::progress);
    connect(m_upload, &Transfer::retrying, q, &Transfer::retrying);
    connect(m_upload, &Transfer::finished, this, inTurn([this, uploadId] { onObjectSent(uploadId); }));
    if (paused)
        m_upload->pause();
}

void ArtifactUploadPrivate::onObjectSent(const QString &uploadId)
{
    const Error failure = m_upload->error();
    m_objectSize = m_upload->size();
    if (failure.kind == ErrorKind::Authentication && !m_askedAgain) {
        m_askedAgain = true;
        repeatNow();
    } else if (failure) {
        finish(failure);
    } else {
        ask<void>(client, call(findMethod("queue", "finishArtifact"), { { u"uploadId"_s, uploadId } }),
            [this](Reply<void> *) { finish({}); });
    }
}

void ArtifactUploadPrivate::sent()
{
    finish({});
}

} // namespace tc
