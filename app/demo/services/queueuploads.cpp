// SPDX-License-Identifier: MPL-2.0
#include "demo/services/requestparts.h"
#include "demo/services/services.h"
#include "demo/util/jsonwriter.h"
#include "demo/util/slugs.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qint64 kPutSeconds = 45 * 60;
constexpr qint64 kPutSignedSeconds = kPutSeconds + 10;
constexpr qint64 kUploadCredentialsMs = 24LL * 3600 * 1000;
// So long a worker may still add artifacts to a run that ended in an exception.
constexpr qint64 kAfterExceptionMs = 25LL * 60 * 1000;
constexpr qint64 kMostBytes = 1LL << 53;

void checkByType(const QJsonObject &body, PayloadCheck *check)
{
    const QString type = body["storageType"_L1].toString();
    QStringList needed = { u"storageType"_s, u"expires"_s };
    QStringList optional;
    if (type == u"s3" || type == u"object") {
        needed += u"contentType"_s;
        optional = { u"contentLength"_s };
    } else if (type == u"reference") {
        needed += { u"url"_s, u"contentType"_s };
        const QUrl url(body["url"_L1].toString(), QUrl::StrictMode);
        if (body.contains("url"_L1) && (!url.isValid() || url.scheme().isEmpty()))
            check->oneOf(u"url"_s, {});
    } else if (type == u"link") {
        needed += u"artifact"_s;
        optional = { u"contentType"_s };
    } else {
        needed += { u"reason"_s, u"message"_s };
        check->oneOf(u"reason"_s,
            { u"file-missing-on-worker"_s, u"invalid-resource-on-worker"_s, u"too-large-file-on-worker"_s,
                u"file-not-readable-on-worker"_s });
    }
    check->require(needed);
    check->allowOnly(needed + optional);
}

QStringList createErrors(const QJsonObject &body)
{
    PayloadCheck check(body);
    check.oneOf(u"storageType"_s, { u"s3"_s, u"object"_s, u"reference"_s, u"link"_s, u"error"_s });
    checkByType(body, &check);
    check.date(u"expires"_s);
    check.text(u"contentType"_s, 0, 255);
    check.text(u"artifact"_s, 0, 1024);
    check.text(u"message"_s, 0, 4096);
    check.number(u"contentLength"_s, 0, kMostBytes);
    return check.errors();
}

Artifact fromPayload(const ApiCall &call)
{
    const QJsonObject body = call.payload.toObject();
    Artifact artifact;
    artifact.name = call.param("name"_L1);
    artifact.storageType = body["storageType"_L1].toString();
    artifact.contentType = body["contentType"_L1].toString(u"application/binary"_s);
    artifact.expires = *dateTimeOf(body["expires"_L1]);
    artifact.contentLength = body["contentLength"_L1].toInteger(-1);
    artifact.url = body["url"_L1].toString();
    artifact.target = body["artifact"_L1].toString();
    artifact.reason = body["reason"_L1].toString();
    artifact.message = body["message"_L1].toString();
    if (artifact.storageType == u"object") {
        artifact.uploadId = randomSlug();
        artifact.present = false;
    }
    return artifact;
}

// The run that may get an artifact now; answers otherwise.
DemoTask *openTask(ApiCall &call, qint64 expires)
{
    DemoTask *task = call.state().task(call.param("taskId"_L1));
    const auto runId = static_cast<std::size_t>(call.param("runId"_L1).toUInt());
    if (expires <= call.now()) {
        call.fail("InputError", u"Expires must be in the future"_s);
    } else if (!task) {
        call.fail("InputError", u"Task not found"_s);
    } else if (runId >= task->status.runs.size()) {
        call.fail("InputError", u"Run not found"_s);
    } else if (expires > task->status.expires) {
        call.fail("InputError",
            u"Artifact expires (%1) after the task expiration %2 (task.expires < expires) - this is not allowed, "
            "artifacts may not expire after the task they belong to expires"_s.arg(
                isoDate(expires), isoDate(task->status.expires)));
    } else {
        const TaskRun &run = task->status.runs[runId];
        if (run.state == u"running" || (run.state == u"exception" && run.resolved + kAfterExceptionMs > call.now()))
            return task;
        call.fail("RequestConflict", u"Artifacts cannot be created for a run that is %1."_s.arg(run.state));
    }
    return nullptr;
}

// Whether made may stand where known is: the same again, kept for longer, or a reference to another place.
bool mayFollow(const Artifact &known, const Artifact &made)
{
    return known.storageType == made.storageType && known.contentType == made.contentType
        && known.contentLength == made.contentLength && known.target == made.target && known.reason == made.reason
        && known.message == made.message && known.expires <= made.expires;
}

Artifact *put(ApiCall &call, DemoTask &task, const Artifact &made)
{
    const int runId = call.param("runId"_L1).toInt();
    Artifact *known = DemoState::created(task, runId, made.name);
    const auto generated = known ? std::nullopt : DemoState::artifact(task, runId, made.name);
    if (generated || (known && !mayFollow(*known, made))) {
        call.fail("RequestConflict",
            u"Artifact already exists with different properties, and none of the allowed exceptions apply: %1"_s.arg(
                QString::fromUtf8(toJson(call.payload))));
        return nullptr;
    }
    if (!known)
        return &task.artifacts[runId].emplace_back(made);
    known->expires = made.expires;
    known->url = made.url;
    return known;
}

void writeS3(JsonWriter &writer, const ApiCall &call, const Artifact &artifact)
{
    const QByteArray bucket = artifact.name.startsWith(u"public/") ? "/public-bucket/" : "/private-bucket/";
    const QByteArray path = bucket + call.param("taskId"_L1).toLatin1() + '/' + call.param("runId"_L1).toLatin1() + '/'
        + encoded(artifact.name, true);
    writer.member("contentType", artifact.contentType);
    writer.date("expires", call.now() + kPutSeconds * 1000);
    writer.member("putUrl", QString::fromLatin1(signedPutUrl(call.context, path, kPutSignedSeconds)));
}

void writeObject(JsonWriter &writer, const ApiCall &call, const DemoTask &task, const Artifact &artifact)
{
    const QString place = call.param("taskId"_L1) + u'/' + call.param("runId"_L1);
    const QString name = u"t/"_s + place + u'/' + artifact.name;
    const TaskRun &run = task.status.runs[static_cast<std::size_t>(call.param("runId"_L1).toInt())];
    writer.member("name", name);
    writer.member("projectId", task.status.projectId);
    writer.member("uploadId", artifact.uploadId);
    writer.date("expires", artifact.expires);
    writeCredentials(writer,
        issueCredentials(call.context.internalClient(u"queue"_s),
            u"artifact-upload/%1/on/%2/%3"_s.arg(place, run.workerGroup, run.workerId),
            { u"object:upload:"_s + task.status.projectId + u':' + name }, call.now(),
            call.now() + kUploadCredentialsMs));
}

void createArtifact(ApiCall &call)
{
    const QStringList errors = createErrors(call.payload.toObject());
    if (!errors.isEmpty()) {
        call.failValidation("post-artifact-request.json", errors);
        return;
    }
    const Artifact made = fromPayload(call);
    DemoTask *task = openTask(call, made.expires);
    const Artifact *artifact = task ? put(call, *task, made) : nullptr;
    if (!artifact)
        return;
    JsonWriter writer;
    writer.beginObject();
    writer.member("storageType", artifact->storageType);
    if (artifact->storageType == u"s3")
        writeS3(writer, call, *artifact);
    else if (artifact->storageType == u"object")
        writeObject(writer, call, *task, *artifact);
    writer.endObject();
    call.reply(writer.take());
}

bool isUploaded(const ApiCall &call)
{
    const QString name = u"t/%1/%2/%3"_s.arg(call.param("taskId"_L1), call.param("runId"_L1), call.param("name"_L1));
    const auto object = call.state().objects.constFind(name);
    return object != call.state().objects.constEnd() && object->finished;
}

void finishArtifact(ApiCall &call)
{
    PayloadCheck check(call.payload.toObject());
    check.allowOnly({ u"uploadId"_s });
    check.require({ u"uploadId"_s });
    check.slugId(u"uploadId"_s);
    if (!check.errors().isEmpty()) {
        call.failValidation("finish-artifact-request.json", check.errors());
        return;
    }
    const QString taskId = call.param("taskId"_L1);
    const QString runId = call.param("runId"_L1);
    const QString name = call.param("name"_L1);
    DemoTask *task = call.state().task(taskId);
    Artifact *artifact = task ? DemoState::created(*task, runId.toInt(), name) : nullptr;
    if (!artifact) {
        call.fail(
            "ResourceNotFound", u"Artifact with taskId `%1`, runId %2, name `%3` not found"_s.arg(taskId, runId, name));
    } else if (artifact->storageType != u"object") {
        call.fail("InputError", u"Only object artifacts can be finished"_s);
    } else if (artifact->uploadId != call.payload["uploadId"_L1].toString()) {
        call.fail("InputError", u"given uploadId does not match that for the artifact"_s);
    } else if (!isUploaded(call)) {
        call.fail("InputError", u"Object storing artifact data does not exist"_s);
    } else {
        artifact->present = true;
        // The service fails to announce an artifact of which it knows the length, after it has kept it.
        if (artifact->contentLength >= 0)
            call.fail("InternalServerError", u"Internal Server Error"_s);
        else
            call.replyNothing();
    }
}

} // namespace

void addQueueUploadRoutes(Router &router)
{
    const char *path = "/task/<taskId>/runs/<runId>/artifacts/<name*>";
    const char *scope = "queue:create-artifact:<taskId>/<runId>";
    router.add({ "queue", "createArtifact", "POST", path, scope, true, {}, createArtifact });
    router.add({ "queue", "finishArtifact", "PUT", path, scope, true, {}, finishArtifact });
}

} // namespace demo
