// SPDX-License-Identifier: MPL-2.0
#include "demo/live/eventhub.h"

#include "demo/live/eventsocket.h"

#include <QTcpSocket>
#include <QWebSocketServer>

using namespace Qt::StringLiterals;

namespace demo {

EventHub::EventHub(DemoContext &context, QObject *parent)
    : QObject(parent), m_context(context), m_server(new QWebSocketServer({}, QWebSocketServer::NonSecureMode, this))
{
    m_server->setSupportedSubprotocols({ u"graphql-ws"_s });
    connect(m_server, &QWebSocketServer::newConnection, this, &EventHub::accept);
}

void EventHub::take(QTcpSocket *socket)
{
    // Whether it is encrypted is the socket's business. The web socket on it uses it and does not own it.
    socket->setParent(m_server);
    m_server->handleConnection(socket);
}

void EventHub::accept()
{
    while (QWebSocket *socket = m_server->nextPendingConnection()) {
        auto *client = new EventSocket(socket, m_context, this);
        connect(client, &EventSocket::subscribed, this, [this] {
            if (!std::exchange(m_watching, true))
                m_events.begin(m_context.state);
        });
    }
}

void EventHub::tell()
{
    const auto clients = findChildren<EventSocket *>(QString(), Qt::FindDirectChildrenOnly);
    if (clients.isEmpty())
        m_watching = false;
    if (!m_watching)
        return;
    for (const TaskEvent &event : m_events.since(m_context.state)) {
        for (EventSocket *client : clients)
            client->publish(event);
    }
}

void EventHub::dropAll()
{
    const auto clients = findChildren<EventSocket *>(QString(), Qt::FindDirectChildrenOnly);
    for (EventSocket *client : clients)
        client->drop();
}

} // namespace demo
