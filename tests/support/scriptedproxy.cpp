// SPDX-License-Identifier: MPL-2.0
#include "scriptedproxy.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace tc::test {

ScriptedProxy::ScriptedProxy(quint16 target, Mood mood, QObject *parent)
    : QObject(parent), m_server(new QTcpServer(this)), m_target(target), m_mood(mood)
{
    connect(m_server, &QTcpServer::newConnection, this, &ScriptedProxy::accept);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("The scripted proxy cannot listen: %s", qPrintable(m_server->errorString()));
}

quint16 ScriptedProxy::port() const
{
    return m_server->serverPort();
}

void ScriptedProxy::accept()
{
    while (QTcpSocket *client = m_server->nextPendingConnection()) {
        client->setProperty("input", QByteArray());
        connect(client, &QTcpSocket::readyRead, this, [this, client] { readHead(client); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }
}

void ScriptedProxy::readHead(QTcpSocket *client)
{
    const QByteArray bytes = client->readAll();
    m_received += bytes;
    const QByteArray input = client->property("input").toByteArray() + bytes;
    const qsizetype end = input.indexOf("\r\n\r\n");
    if (end < 0) {
        client->setProperty("input", input);
        return;
    }
    client->setProperty("input", QByteArray());
    const QByteArray head = input.left(end);
    m_heads.append(head);
    if (m_mood == Mood::Refusing) {
        client->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        client->disconnectFromHost();
    } else if (m_mood == Mood::WantsUser && !head.toLower().contains("\r\nproxy-authorization: ")) {
        client->write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"\r\n"
                      "Content-Length: 0\r\n\r\n");
    } else if (head.startsWith("CONNECT ")) {
        lead(client, input.mid(end + 4), true);
    } else {
        lead(client, input, false);
    }
}

/// Copies bytes both ways from now on. A server takes the absolute form of a request as well as the other one.
void ScriptedProxy::lead(QTcpSocket *client, const QByteArray &first, bool isTunnel)
{
    auto *server = new QTcpSocket(client);
    client->disconnect(this);
    connect(client, &QTcpSocket::readyRead, server, [this, client, server] {
        const QByteArray bytes = client->readAll();
        m_received += bytes;
        server->write(bytes);
    });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
    server->write(first);
    if (isTunnel)
        client->write("HTTP/1.1 200 Connection established\r\n\r\n");
}

} // namespace tc::test
