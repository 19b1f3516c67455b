// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/api/apicall.h"
#include "demo/live/taskevents.h"

#include <QMap>
#include <QObject>

class QWebSocket;

namespace demo {

// One client of the subscription socket, in the web server's words.
class EventSocket : public QObject
{
    Q_OBJECT

public:
    // Takes the socket.
    EventSocket(QWebSocket *socket, const DemoContext &context, QObject *parent);

    void publish(const TaskEvent &event);
    // Cuts the connection, as networks do.
    void drop();

Q_SIGNALS:
    // Somebody wants to hear of events now.
    void subscribed();

private:
    struct Binding {
        QString exchange;
        QString pattern;
    };

    void onText(const QString &text);
    void init(const QJsonObject &payload);
    void start(const QString &id, const QJsonObject &payload);
    void stop(const QString &id);
    void refuse(const QString &message);
    void fail(const QString &id, const QString &message);
    void invalid(const QString &id, const QString &message);
    void send(const QString &type, const QString &id, const QJsonValue &payload);

    QWebSocket *m_socket;
    const DemoContext &m_context;
    QMap<QString, QList<Binding>> m_subscriptions; // by the client's ids
    bool m_accepted = false;
};

} // namespace demo
