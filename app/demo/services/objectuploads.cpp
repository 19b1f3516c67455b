// SPDX-License-Identifier: MPL-2.0
#include "demo/services/requestparts.h"
#include "demo/services/services.h"
#include "demo/util/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qint64 kPutSeconds = 45 * 60;
constexpr qint64 kPutSignedSeconds = kPutSeconds + 10;
constexpr qsizetype kMostInline = 10'926; // characters of base64: 8192 bytes
constexpr qint64 kMostBytes = 1LL << 53;

const QString kProject = u"^([a-zA-Z0-9._/-]*)$"_s;

bool mayUpload(ApiCall &call)
{
    const QString project = call.payload["projectId"_L1].toString();
    return call.authorize(QString(u"object:upload:"_s + project + u':' + call.param("name"_L1)));
}

QStringList createErrors(const QJsonObject &body)
{
    PayloadCheck check(body);
    check.allowOnly({ u"projectId"_s, u"uploadId"_s, u"expires"_s, u"hashes"_s, u"proposedUploadMethods"_s });
    check.require({ u"projectId"_s, u"uploadId"_s, u"expires"_s, u"proposedUploadMethods"_s });
    check.text(u"projectId"_s, 1, 500, kProject);
    check.slugId(u"uploadId"_s);
    check.date(u"expires"_s);
    check.isObject(u"hashes"_s);
    check.isObject(u"proposedUploadMethods"_s);
    const QJsonObject methods = body["proposedUploadMethods"_L1].toObject();
    PayloadCheck proposed(methods, u"data/proposedUploadMethods"_s);
    proposed.allowOnly({ u"dataInline"_s, u"putUrl"_s });
    check.add(proposed);
    if (methods.contains("dataInline"_L1)) {
        PayloadCheck inlined(methods["dataInline"_L1].toObject(), u"data/proposedUploadMethods/dataInline"_s);
        inlined.require({ u"contentType"_s, u"objectData"_s });
        inlined.text(u"contentType"_s, 0, 255);
        inlined.text(u"objectData"_s, 0, kMostInline);
        check.add(inlined);
    }
    if (methods.contains("putUrl"_L1)) {
        PayloadCheck put(methods["putUrl"_L1].toObject(), u"data/proposedUploadMethods/putUrl"_s);
        put.require({ u"contentType"_s, u"contentLength"_s });
        put.text(u"contentType"_s, 0, 255);
        put.number(u"contentLength"_s, 0, kMostBytes);
        check.add(put);
    }
    return check.errors();
}

QMap<QString, QString> hashesIn(const QJsonObject &body)
{
    QMap<QString, QString> hashes;
    const QJsonObject given = body["hashes"_L1].toObject();
    for (auto it = given.begin(); it != given.end(); ++it)
        hashes.insert(it.key(), it->toString());
    return hashes;
}

// Adds what is new to the hashes of object; false, with an answer, when they contradict, or come after the end.
bool mergeHashes(ApiCall &call, StoredObject &object)
{
    const QMap<QString, QString> given = hashesIn(call.payload.toObject());
    for (auto it = given.begin(); it != given.end(); ++it) {
        const bool isNew = !object.hashes.contains(it.key());
        if (!isNew && object.hashes.value(it.key()) != *it) {
            call.fail("RequestConflict", u"Content hash already exists with a different value"_s);
            return false;
        }
        if (isNew && object.finished) {
            call.fail("RequestConflict", u"Content hashes cannot be added to a finished object"_s);
            return false;
        }
    }
    object.hashes.insert(given);
    return true;
}

// The upload that the payload names, begun now or before; answers otherwise.
StoredObject *begin(ApiCall &call)
{
    const QString name = call.param("name"_L1);
    const QString project = call.payload["projectId"_L1].toString();
    const QString uploadId = call.payload["uploadId"_L1].toString();
    const qint64 expires = *dateTimeOf(call.payload["expires"_L1]);
    auto object = call.state().objects.find(name);
    if (object == call.state().objects.end()) {
        StoredObject made;
        made.name = name;
        made.projectId = project;
        made.uploadId = uploadId;
        made.expires = expires;
        made.finished = false;
        object = call.state().objects.insert(name, made);
    }
    const bool isSame = object->uploadId == uploadId && object->projectId == project && object->expires == expires;
    if (object->finished || !isSame) {
        call.fail("RequestConflict", u"Object already exists"_s);
        return nullptr;
    }
    return mergeHashes(call, *object) ? &*object : nullptr;
}

void writePutUrl(JsonWriter &writer, const ApiCall &call, const QJsonObject &proposed)
{
    const PutHeaders headers { proposed["contentType"_L1].toString().toUtf8(),
        proposed["contentLength"_L1].toInteger() };
    const QByteArray path = "/object-bucket/" + encoded(call.param("name"_L1), true);
    writer.key("putUrl");
    writer.beginObject();
    writer.member("url", QString::fromLatin1(signedPutUrl(call.context, path, kPutSignedSeconds, headers)));
    writer.date("expires", call.now() + kPutSeconds * 1000);
    writer.key("headers");
    writer.beginObject();
    writer.member("Content-Type", QString::fromUtf8(headers.contentType));
    writer.member("Content-Length", QString::number(headers.contentLength));
    writer.member("Content-Encoding", u"identity"_s);
    if (headers.contentType.startsWith("text/html"))
        writer.member("Content-Disposition", u"attachment"_s);
    writer.endObject();
    writer.endObject();
}

// Of what is proposed the service takes what is least work.
void choose(ApiCall &call, StoredObject &object, JsonWriter &writer)
{
    const QJsonObject methods = call.payload["proposedUploadMethods"_L1].toObject();
    writer.key("uploadMethod");
    writer.beginObject();
    if (methods.contains("dataInline"_L1)) {
        const QJsonObject data = methods["dataInline"_L1].toObject();
        object.contentType = data["contentType"_L1].toString();
        object.content = Content::of(QByteArray::fromBase64(data["objectData"_L1].toString().toLatin1()));
        writer.member("dataInline", true);
    } else if (methods.contains("putUrl"_L1)) {
        const QJsonObject put = methods["putUrl"_L1].toObject();
        object.contentType = put["contentType"_L1].toString();
        writePutUrl(writer, call, put);
    }
    writer.endObject();
}

void createUpload(ApiCall &call)
{
    const QStringList errors = createErrors(call.payload.toObject());
    if (!errors.isEmpty()) {
        call.failValidation("create-upload-request.json", errors);
        return;
    }
    StoredObject *object = mayUpload(call) ? begin(call) : nullptr;
    if (!object)
        return;
    JsonWriter writer;
    writer.beginObject();
    writer.member("projectId", object->projectId);
    writer.member("uploadId", object->uploadId);
    writer.date("expires", object->expires);
    choose(call, *object, writer);
    writer.endObject();
    call.reply(writer.take());
}

void finishUpload(ApiCall &call)
{
    PayloadCheck check(call.payload.toObject());
    check.allowOnly({ u"projectId"_s, u"uploadId"_s, u"hashes"_s });
    check.require({ u"projectId"_s, u"uploadId"_s });
    check.text(u"projectId"_s, 1, 500, kProject);
    check.slugId(u"uploadId"_s);
    check.isObject(u"hashes"_s);
    if (!check.errors().isEmpty()) {
        call.failValidation("finish-upload-request.json", check.errors());
        return;
    }
    if (!mayUpload(call))
        return;
    const QString name = call.param("name"_L1);
    const auto object = call.state().objects.find(name);
    const QString project = call.payload["projectId"_L1].toString();
    const QString uploadId = call.payload["uploadId"_L1].toString();
    if (object == call.state().objects.end()) {
        call.fail("ResourceNotFound", u"Object \"%1\" not found"_s.arg(name));
    } else if (object->projectId != project) {
        call.fail("InputError", u"Object \"%1\" does not have projectId %2"_s.arg(name, project));
    } else if (object->uploadId != uploadId) {
        call.fail("RequestConflict", u"Object \"%1\" does not have uploadId %2"_s.arg(name, uploadId));
    } else if (mergeHashes(call, *object)) {
        object->finished = true;
        object->hashed = !object->hashes.isEmpty();
        call.replyValue(QJsonObject());
    }
}

} // namespace

void addObjectUploadRoutes(Router &router)
{
    router.add({ "object", "createUpload", "PUT", "/upload/<name*>", nullptr, true, {}, createUpload });
    router.add({ "object", "finishUpload", "POST", "/finish-upload/<name*>", nullptr, true, {}, finishUpload });
}

} // namespace demo
