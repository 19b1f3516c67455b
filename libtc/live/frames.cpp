// SPDX-License-Identifier: MPL-2.0
#include "frames.h"

#include "call/errorparser.h"
#include "util/makeerror.h"
#include "util/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tc::live {

namespace {

constexpr auto query = "subscription Events($bindings: [PulseSubscription]!) { pulseMessages(subscriptions: $bindings) "
                       "{ payload exchange routingKey redelivered cc } }"_L1;

QString toText(const QJsonObject &frame)
{
    return QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact));
}

/// The message of an error in any of its places.
QString messageIn(const QJsonValue &payload)
{
    for (const QJsonValue &place : { payload, payload["errors"_L1][0], payload["error"_L1] }) {
        if (place.isString())
            return place.toString();
        if (place["message"_L1].isString())
            return place["message"_L1].toString();
    }
    return {};
}

} // namespace

QString initFrame(const Credentials &credentials)
{
    QJsonObject payload;
    if (!credentials.isAnonymous()) {
        QJsonObject token { { u"clientId"_s, credentials.clientId }, { u"accessToken"_s, credentials.accessToken } };
        if (credentials.isTemporary())
            token.insert(u"certificate"_s, QJsonDocument::fromJson(credentials.certificate.toUtf8()).object());
        const QByteArray text = QJsonDocument(token).toJson(QJsonDocument::Compact);
        payload.insert(u"Authorization"_s, QString("Bearer "_L1 + QLatin1StringView(text.toBase64())));
    }
    return toText({ { u"type"_s, u"connection_init"_s }, { u"payload"_s, payload } });
}

QString startFrame(const QString &id, const QList<pulse::Binding> &bindings)
{
    QJsonArray list;
    for (const pulse::Binding &binding : bindings)
        list.append(QJsonObject { { u"exchange"_s, binding.exchange }, { u"pattern"_s, binding.pattern } });
    const QJsonObject payload { { u"query"_s, QString(query) },
        { u"variables"_s, QJsonObject { { u"bindings"_s, list } } }, { u"operationName"_s, u"Events"_s } };
    return toText({ { u"type"_s, u"start"_s }, { u"id"_s, id }, { u"payload"_s, payload } });
}

QString stopFrame(const QString &id)
{
    return toText({ { u"type"_s, u"stop"_s }, { u"id"_s, id } });
}

QString terminateFrame()
{
    return toText({ { u"type"_s, u"connection_terminate"_s } });
}

std::optional<Frame> parseFrame(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    const QJsonValue type = document["type"_L1];
    if (!type.isString())
        return {};
    return Frame { type.toString(), document["id"_L1].toString(), document["payload"_L1] };
}

Error refusalOf(const QJsonValue &payload)
{
    const QString message = messageIn(payload);
    const QString text = withoutFooter(message);
    if (message.contains("InsufficientScopes"_L1)) {
        Error error = makeError(ErrorKind::Scope, text, u"InsufficientScopes"_s);
        error.missingScopes = parseMissingScopes(message);
        return error;
    }
    if (message.contains("AuthenticationFailed"_L1))
        return makeError(ErrorKind::Authentication, text, u"AuthenticationFailed"_s);
    return makeError(ErrorKind::Client, text.isEmpty() ? Text::tr("The server does not say why it refuses.") : text);
}

std::optional<Message> messageOf(const QJsonValue &payload)
{
    const QJsonObject event = payload["data"_L1]["pulseMessages"_L1].toObject();
    if (!event["exchange"_L1].isString() || !event["routingKey"_L1].isString() || !event.contains("payload"_L1))
        return {};
    Message message;
    message.exchange = event["exchange"_L1].toString();
    message.routingKey = event["routingKey"_L1].toString();
    const QJsonArray copies = event["cc"_L1].toArray();
    for (const auto key : copies)
        message.cc.append(key.toString());
    message.redelivered = event["redelivered"_L1].toBool();
    message.payload = event["payload"_L1];
    return message;
}

} // namespace tc::live
