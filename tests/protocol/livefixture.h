// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/live.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QWebSocket>
#include <QWebSocketServer>

#include <functional>

namespace tc::test {

/// A subscription socket on 127.0.0.1 that does as the test says. By default it accepts everybody.
class FakeSocketServer : public QObject
{
    Q_OBJECT

public:
    explicit FakeSocketServer(const QString &protocol = QStringLiteral("graphql-ws"))
        : m_server({}, QWebSocketServer::NonSecureMode)
    {
        m_server.setSupportedSubprotocols({ protocol });
        connect(&m_server, &QWebSocketServer::newConnection, this, &FakeSocketServer::accept);
        if (!m_server.listen(QHostAddress(QHostAddress::LocalHost)))
            qFatal("The test's server does not listen.");
    }

    ClientOptions clientOptions() const
    {
        ClientOptions options;
        options.rootUrl = QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort());
        return options;
    }

    /// Sends a frame to the client that came last.
    void send(const QJsonObject &frame) { sendText(QString::fromUtf8(QJsonDocument(frame).toJson())); }
    void sendText(const QString &text) { last()->sendTextMessage(text); }
    void sendEvent(const QString &id, const QString &exchange, const QJsonValue &payload)
    {
        const QJsonObject message { { QStringLiteral("exchange"), exchange }, { QStringLiteral("payload"), payload },
            { QStringLiteral("routingKey"), QStringLiteral("primary.a") },
            { QStringLiteral("cc"), QJsonArray { QStringLiteral("route.a") } },
            { QStringLiteral("redelivered"), true } };
        const QJsonObject data { { QStringLiteral("pulseMessages"), message } };
        sendData(id, QJsonObject { { QStringLiteral("data"), data } });
    }
    void sendData(const QString &id, const QJsonValue &payload)
    {
        send({ { QStringLiteral("type"), QStringLiteral("data") }, { QStringLiteral("id"), id },
            { QStringLiteral("payload"), payload } });
    }

    QWebSocket *last() const { return m_clients.isEmpty() ? nullptr : m_clients.last().data(); }
    void cut() { last()->abort(); }
    void stopListening() { m_server.close(); }

    QList<QJsonObject> frames; ///< what came, in order
    int connections = 0;
    bool acks = true;
    QJsonObject refusal; ///< sent instead of an ack
    int pings = 0;

    QList<QJsonObject> framesOf(const QString &type) const
    {
        QList<QJsonObject> found;
        for (const QJsonObject &frame : frames) {
            if (frame.value(QLatin1StringView("type")).toString() == type)
                found.append(frame);
        }
        return found;
    }

private:
    void accept()
    {
        QWebSocket *socket = m_server.nextPendingConnection();
        socket->setParent(this);
        m_clients.append(socket);
        ++connections;
        connect(socket, &QWebSocket::textMessageReceived, this, [this, socket](const QString &text) {
            const QJsonObject frame = QJsonDocument::fromJson(text.toUtf8()).object();
            frames.append(frame);
            if (frame.value(QLatin1StringView("type")).toString() != QLatin1StringView("connection_init"))
                return;
            if (!refusal.isEmpty()) {
                send({ { QStringLiteral("type"), QStringLiteral("connection_error") },
                    { QStringLiteral("payload"), refusal } });
                socket->close(static_cast<QWebSocketProtocol::CloseCode>(1011));
            } else if (acks) {
                send({ { QStringLiteral("type"), QStringLiteral("connection_ack") } });
            }
        });
    }

    QWebSocketServer m_server;
    QList<QPointer<QWebSocket>> m_clients;
};

/// Options with waits that a test can bear.
inline live::Options quickOptions()
{
    live::Options options;
    options.timeout = std::chrono::milliseconds(2000);
    options.reconnect.base = std::chrono::milliseconds(20);
    options.reconnect.cap = std::chrono::milliseconds(60);
    return options;
}

} // namespace tc::test
