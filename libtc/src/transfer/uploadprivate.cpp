// SPDX-License-Identifier: MPL-2.0
#include "transfer/uploadprivate.h"

#include "util/makeerror.h"
#include "util/text.h"

#include <tc/methods.h>
#include <tc/slugid.h>

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

Call callOf(const MethodInfo *method, const NewObject &object, const QJsonObject &body)
{
    Call call;
    call.method = method;
    call.arguments.append(object.name);
    call.body = jsonBody(body);
    return call;
}

/// What is to be sent with the content; nothing when it contradicts the content or could not be a header.
std::optional<QList<std::pair<QByteArray, QByteArray>>> headersOf(const QJsonObject &given, qint64 size)
{
    QList<std::pair<QByteArray, QByteArray>> headers;
    for (auto it = given.begin(); it != given.end(); ++it) {
        const QByteArray name = it.key().toUtf8();
        const QByteArray value = it.value().toString().toUtf8();
        const auto breaksLines = [](const QByteArray &text) { return text.contains('\r') || text.contains('\n'); };
        if (name.isEmpty() || breaksLines(name) || breaksLines(value))
            return std::nullopt;
        if (name.compare("content-length", Qt::CaseInsensitive) != 0)
            headers.emplaceBack(name, value);
        else if (value.toLongLong() != size)
            return std::nullopt;
    }
    return headers;
}

} // namespace

UploadPrivate::UploadPrivate(Client *theClient, NewObject wanted, UploadSource source)
    : PutPrivate(theClient, std::move(source)), object(std::move(wanted))
{
    // Made once, so that every attempt is the same upload to the service.
    if (object.uploadId.isEmpty())
        object.uploadId = slugId();
}

void UploadPrivate::attempt()
{
    if (!object.expires.isValid())
        finish(usageError(Text::tr("The object has no time at which it expires.")));
    else if (object.projectId.isEmpty())
        finish(usageError(Text::tr("The object belongs to no project.")));
    else
        PutPrivate::attempt();
}

void UploadPrivate::locate()
{
    QJsonObject methods;
    if (const auto &content = inlineContent()) {
        methods.insert(u"dataInline"_s,
            QJsonObject { { u"contentType"_s, object.contentType },
                { u"objectData"_s, QString::fromLatin1(content->toBase64()) } });
    }
    methods.insert(
        u"putUrl"_s, QJsonObject { { u"contentType"_s, object.contentType }, { u"contentLength"_s, size() } });
    const QJsonObject body { { u"projectId"_s, object.projectId }, { u"uploadId"_s, object.uploadId },
        { u"expires"_s, object.expires.toUTC().toString(Qt::ISODateWithMs) }, { u"proposedUploadMethods"_s, methods } };
    ask<Json>(client, callOf(findMethod("object", "createUpload"), object, body),
        [this](Reply<Json> *reply) { onCreated(reply); });
}

void UploadPrivate::onCreated(Reply<Json> *reply)
{
    const QJsonObject method = reply->value().toObject().value("uploadMethod"_L1).toObject();
    if (method.value("dataInline"_L1).toBool()) {
        Q_EMIT q->progress(size(), size());
        sent();
        return;
    }
    const QJsonObject put = method.value("putUrl"_L1).toObject();
    const auto headers = headersOf(put.value("headers"_L1).toObject(), size());
    if (put.isEmpty()) {
        finish(makeError(ErrorKind::Protocol, Text::tr("The service takes the content in no way that is known here.")));
    } else if (!headers) {
        finish(makeError(ErrorKind::Protocol, Text::tr("The service wants headers that do not fit the content.")));
    } else {
        const QDateTime expires = QDateTime::fromString(put.value("expires"_L1).toString(), Qt::ISODateWithMs);
        located({ QUrl::fromEncoded(put.value("url"_L1).toString().toUtf8(), QUrl::StrictMode), *headers,
            deadlineOf(expires, reply->response()) });
    }
}

void UploadPrivate::sent()
{
    const QJsonObject told { { u"sha256"_s, QString::fromLatin1(hashes().value(u"sha256"_s)) },
        { u"sha512"_s, QString::fromLatin1(hashes().value(u"sha512"_s)) } };
    const QJsonObject body { { u"projectId"_s, object.projectId }, { u"uploadId"_s, object.uploadId },
        { u"hashes"_s, told } };
    ask<void>(
        client, callOf(findMethod("object", "finishUpload"), object, body), [this](Reply<void> *) { finish({}); });
}

} // namespace tc
