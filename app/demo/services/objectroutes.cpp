// SPDX-License-Identifier: MPL-2.0
#include "demo/services/services.h"
#include "demo/util/jsonwriter.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qint64 kGetUrlMs = 60 * 1000;
constexpr qint64 kGetUrlSignedSeconds = 120;
constexpr qint64 kSimpleSeconds = 30 * 60;

struct Hashes {
    QString sha256;
    QString sha512;
};

// Of what was uploaded: the content before any packing. Content never changes under a name, so it is hashed once.
Hashes hashesOf(const StoredObject &object)
{
    static thread_local QHash<QByteArray, Hashes> known;
    const bool isByRecipe = object.content.kind == Content::Kind::Blocks;
    const QByteArray key = (isByRecipe ? QByteArray::number(object.content.size) : object.name.toUtf8()) + ' '
        + QByteArray::number(object.content.seed) + ' ' + QByteArray::number(qHash(object.content.bytes));
    if (const auto found = known.constFind(key); found != known.constEnd())
        return *found;
    Content plain = object.content;
    plain.gzipped = false;
    QCryptographicHash sha256(QCryptographicHash::Sha256);
    QCryptographicHash sha512(QCryptographicHash::Sha512);
    constexpr qint64 kPiece = 1024 * 1024;
    const qint64 size = plain.storedSize();
    for (qint64 at = 0; at < size;) {
        const QByteArray piece = plain.piece(at, kPiece);
        at += piece.size();
        sha256.addData(piece);
        sha512.addData(piece);
    }
    Hashes made = { QString::fromLatin1(sha256.result().toHex()), QString::fromLatin1(sha512.result().toHex()) };
    known.insert(key, made);
    return made;
}

void writeHashes(JsonWriter &writer, const StoredObject &object)
{
    writer.key("hashes");
    writer.beginObject();
    for (auto it = object.hashes.begin(); it != object.hashes.end(); ++it) {
        writer.key(it.key());
        writer.value(it.value());
    }
    if (object.hashed && object.hashes.isEmpty()) {
        const Hashes hashes = hashesOf(object);
        writer.member("sha256", hashes.sha256);
        writer.member("sha512", hashes.sha512);
    }
    writer.endObject();
}

std::optional<StoredObject> finished(ApiCall &call)
{
    const QString name = call.param("name"_L1);
    auto object = findObject(call.state(), name);
    if (object && object->finished && object->expires > call.now())
        return object;
    call.fail("ResourceNotFound", u"Object \"%1\" not found"_s.arg(name));
    return std::nullopt;
}

QByteArray bucketPath(const StoredObject &object)
{
    return "/object-bucket/" + encoded(object.name, true);
}

QStringList downloadErrors(const QJsonValue &payload)
{
    const QJsonValue methods = payload.toObject()["acceptDownloadMethods"_L1];
    if (!methods.isObject())
        return { u"data must have required property 'acceptDownloadMethods'"_s };
    QStringList errors;
    const QJsonObject object = methods.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString place = u"data/acceptDownloadMethods"_s;
        if (it.key() != u"simple" && it.key() != u"getUrl") {
            errors.prepend(place + u" must NOT have additional properties: \"%1\""_s.arg(it.key()));
        } else if (!it->isBool()) {
            errors << place + u'/' + it.key() + u" must be boolean"
                   << place + u'/' + it.key() + u" must be equal to constant";
        } else if (!it->toBool()) {
            errors << place + u'/' + it.key() + u" must be equal to constant";
        }
    }
    return errors;
}

void startDownload(ApiCall &call)
{
    const QStringList errors = downloadErrors(call.payload);
    if (!errors.isEmpty()) {
        call.failValidation("download-object-request.json", errors);
        return;
    }
    const auto object = finished(call);
    if (!object)
        return;
    const QJsonObject methods = call.payload.toObject()["acceptDownloadMethods"_L1].toObject();
    const bool getUrl = methods.contains("getUrl"_L1);
    if (!getUrl && !methods.contains("simple"_L1)) {
        call.fail("InputError", u"No matching download method found; the server supports getUrl, simple"_s);
        return;
    }
    JsonWriter writer;
    writer.beginObject();
    writer.member("method", getUrl ? u"getUrl"_s : u"simple"_s);
    writer.member("url",
        QString::fromLatin1(
            signedStorageUrl(call.context, bucketPath(*object), getUrl ? kGetUrlSignedSeconds : kSimpleSeconds)));
    if (getUrl) {
        writer.date("expires", call.now() + kGetUrlMs);
        writeHashes(writer, *object);
    }
    writer.endObject();
    call.reply(writer.take());
}

void download(ApiCall &call)
{
    if (const auto object = finished(call))
        call.redirect(signedStorageUrl(call.context, bucketPath(*object), kSimpleSeconds));
}

void metadata(ApiCall &call)
{
    const auto object = finished(call);
    if (!object)
        return;
    JsonWriter writer;
    writer.beginObject();
    writer.member("projectId", object->projectId);
    writer.date("expires", object->expires);
    writeHashes(writer, *object);
    writer.endObject();
    call.reply(writer.take());
}

} // namespace

void hashNow(StoredObject *object)
{
    const Hashes hashes = hashesOf(*object);
    object->hashes = { { u"sha256"_s, hashes.sha256 }, { u"sha512"_s, hashes.sha512 } };
}

std::optional<StoredObject> findObject(const DemoState &state, const QString &name)
{
    if (const auto found = state.objects.constFind(name); found != state.objects.constEnd())
        return *found;
    const QStringList parts = name.split(u'/');
    const DemoTask *task = parts.size() > 3 && parts[0] == u"t" ? state.task(parts[1]) : nullptr;
    const auto artifact = task ? DemoState::artifact(*task, parts[2].toInt(), name.section(u'/', 3)) : std::nullopt;
    if (!artifact || artifact->storageType != u"object")
        return std::nullopt;
    StoredObject object;
    object.name = name;
    object.projectId = task->status.projectId;
    object.contentType = artifact->contentType;
    object.expires = artifact->expires;
    object.finished = artifact->present;
    object.content = artifact->content;
    return object;
}

void addObjectRoutes(Router &router)
{
    const char *scope = "object:download:<name>";
    router.add({ "object", "startDownload", "PUT", "/start-download/<name*>", scope, true, {}, startDownload });
    router.add({ "object", "object", "GET", "/metadata/<name*>", scope, true, {}, metadata });
    router.add({ "object", "download", "GET", "/download/<name*>", scope, true, {}, download });
}

} // namespace demo
