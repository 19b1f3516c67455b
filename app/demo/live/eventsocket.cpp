// SPDX-License-Identifier: MPL-2.0
#include "demo/live/eventsocket.h"

#include "demo/auth/scopes.h"

#include <tc/pulse.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QWebSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr auto kNeeded = "web:read-pulse"_L1;
constexpr auto kProtocol = "graphql-ws"_L1;

// "Bearer " and base64 of {clientId, accessToken, certificate}; nothing when it is not that.
std::optional<QJsonObject> parseToken(const QString &authorization)
{
    const QByteArray text = QByteArray::fromBase64(authorization.section(u' ', 1).toLatin1());
    const QJsonDocument document = QJsonDocument::fromJson(text);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

// The list among the variables: how it is called is up to the client.
QJsonArray bindingsIn(const QJsonObject &variables)
{
    for (const auto &value : variables) {
        if (value.isArray())
            return value.toArray();
    }
    return {};
}

} // namespace

EventSocket::EventSocket(QWebSocket *socket, const DemoContext &context, QObject *parent)
    : QObject(parent), m_socket(socket), m_context(context)
{
    m_socket->setParent(this);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &EventSocket::onText);
    connect(m_socket, &QWebSocket::disconnected, this, &QObject::deleteLater);
    if (m_socket->subprotocol() != kProtocol)
        m_socket->close(QWebSocketProtocol::CloseCodeProtocolError);
}

void EventSocket::send(const QString &type, const QString &id, const QJsonValue &payload)
{
    QJsonObject frame { { u"type"_s, type } };
    if (!id.isNull())
        frame.insert(u"id"_s, id);
    if (!payload.isUndefined())
        frame.insert(u"payload"_s, payload);
    m_socket->sendTextMessage(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
}

void EventSocket::onText(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject()) {
        send(u"connection_error"_s, {}, QJsonObject { { u"message"_s, u"The frame is not valid JSON"_s } });
        return;
    }
    const QString type = document["type"_L1].toString();
    const QString id = document["id"_L1].toString();
    if (type == u"connection_init")
        init(document["payload"_L1].toObject());
    else if (type == u"connection_terminate")
        m_socket->close();
    else if (!m_accepted)
        return; // the service is silent before it knows who asks
    else if (type == u"start")
        start(id, document["payload"_L1].toObject());
    else if (type == u"stop")
        stop(id);
    else
        fail(id, u"Invalid message type!"_s);
}

void EventSocket::init(const QJsonObject &payload)
{
    const Authenticator authenticator(m_context.state, m_context.now());
    const QJsonValue authorization = payload["Authorization"_L1];
    const auto token = authorization.isString() ? parseToken(authorization.toString()) : QJsonObject();
    if (!token) {
        refuse(u"The token is not valid JSON"_s);
        return;
    }
    const Identity identity = authenticator.fromToken(*token);
    if (identity.refused()) {
        refuse(identity.error
            + u"\n\n---\n\n* method:     currentScopes\n* errorCode:  AuthenticationFailed\n"
              "* statusCode: 401"_s);
        return;
    }
    if (!hasScope(identity.scopes, kNeeded)) {
        const QString who = identity.clientId.isEmpty() ? u"anonymous"_s : identity.clientId;
        refuse(u"Error: InsufficientScopes\n\nClient ID %1 does not have sufficient scopes and is missing the "
               "following scopes:\n\n```\n%2\n```"_s.arg(who, kNeeded));
        return;
    }
    m_accepted = true;
    send(u"connection_ack"_s, {}, QJsonValue::Undefined);
}

void EventSocket::refuse(const QString &message)
{
    send(u"connection_error"_s, {}, QJsonObject { { u"message"_s, message } });
    m_socket->close(static_cast<QWebSocketProtocol::CloseCode>(1011));
}

void EventSocket::start(const QString &id, const QJsonObject &payload)
{
    const QString query = payload["query"_L1].toString();
    if (query.count(u'{') != query.count(u'}') || query.isEmpty()) {
        fail(id, u"Syntax Error: Expected Name, found <EOF>."_s);
        return;
    }
    if (!query.contains(u"pulseMessages")) {
        invalid(id, u"Cannot query that field on type \"Subscription\"."_s);
        return;
    }
    QList<Binding> bindings;
    const QJsonArray list = bindingsIn(payload["variables"_L1].toObject());
    for (const auto item : list) {
        const QString exchange = item["exchange"_L1].toString();
        if (!tc::pulse::findExchange(QStringView(exchange))) {
            fail(id,
                u"Error binding queue: Error: Operation failed: QueueBind; 404 (NOT-FOUND) with message "
                "\"NOT_FOUND - no exchange '%1' in vhost '/'\""_s.arg(exchange));
            return;
        }
        bindings.append({ exchange, item["pattern"_L1].toString() });
    }
    m_subscriptions.insert(id, bindings);
    Q_EMIT subscribed();
}

void EventSocket::stop(const QString &id)
{
    if (m_subscriptions.remove(id) > 0)
        send(u"complete"_s, id, QJsonValue::Null);
}

void EventSocket::fail(const QString &id, const QString &message)
{
    send(u"error"_s, id, QJsonObject { { u"message"_s, message } });
}

// What the query language refuses comes as data.
void EventSocket::invalid(const QString &id, const QString &message)
{
    send(u"data"_s, id, QJsonObject { { u"errors"_s, QJsonArray { QJsonObject { { u"message"_s, message } } } } });
    send(u"complete"_s, id, QJsonValue::Null);
}

void EventSocket::publish(const TaskEvent &event)
{
    const QStringList keys = QStringList { event.routingKey } + event.copies;
    const auto wants = [&](const Binding &binding) {
        return binding.exchange == event.exchange
            && std::any_of(keys.begin(), keys.end(),
                [&binding](const QString &key) { return tc::pulse::matches(binding.pattern, key); });
    };
    for (auto it = m_subscriptions.cbegin(); it != m_subscriptions.cend(); ++it) {
        if (std::none_of(it->begin(), it->end(), wants))
            continue;
        // The service leaves cc empty.
        const QJsonObject message { { u"payload"_s, event.payload }, { u"exchange"_s, event.exchange },
            { u"routingKey"_s, event.routingKey }, { u"redelivered"_s, false }, { u"cc"_s, QJsonArray() } };
        send(u"data"_s, it.key(), QJsonObject { { u"data"_s, QJsonObject { { u"pulseMessages"_s, message } } } });
    }
}

void EventSocket::drop()
{
    m_socket->abort();
}

} // namespace demo
