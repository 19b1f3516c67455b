// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/api/apicall.h"
#include "demo/live/taskevents.h"

#include <QObject>

class QTcpSocket;
class QWebSocketServer;

namespace demo {

// The subscription socket: everyone who is connected to it, and what they are told.
class EventHub : public QObject
{
    Q_OBJECT

public:
    explicit EventHub(DemoContext &context, QObject *parent = nullptr);

    // A connection that begins with a request for the socket, of which nothing has been read.
    void take(QTcpSocket *socket);

    // Tells what has happened since the last time. To be called after everything that may change a task.
    void tell();

    // Cuts every connection.
    void dropAll();

private:
    void accept();

    DemoContext &m_context;
    QWebSocketServer *m_server;
    TaskEvents m_events;
    bool m_watching = false; // somebody has subscribed
};

} // namespace demo
