// SPDX-License-Identifier: MPL-2.0
#include "signin/callbackserver.h"

#include "signin/callbackpage.h"
#include "signin/callbackrequest.h"

#include <QTcpSocket>

namespace tc {

namespace {

constexpr int portsToTry = 20;

} // namespace

CallbackServer::CallbackServer(QByteArray nonce, Handler handler, CallbackLimits limits, QObject *parent)
    : QObject(parent), m_nonce(std::move(nonce)), m_handler(std::move(handler)), m_limits(limits)
{
    for (QTcpServer *server : { &m_server4, &m_server6 })
        connect(server, &QTcpServer::newConnection, this, [this, server] { accept(server); });
}

bool CallbackServer::listen(quint16 port)
{
    for (int attempt = 0; attempt < (port == 0 ? portsToTry : 1); ++attempt) {
        if (!m_server4.listen(QHostAddress::LocalHost, port)) {
            m_error = m_server4.errorString();
            return false;
        }
        m_port = m_server4.serverPort();
        // A machine without IPv6 has no ::1 that anybody could be sent to.
        if (m_server6.listen(QHostAddress::LocalHostIPv6, m_port)
            || m_server6.serverError() != QAbstractSocket::AddressInUseError)
            return true;
        m_error = m_server6.errorString();
        m_server4.close();
    }
    return false;
}

QByteArray CallbackServer::url() const
{
    return "http://localhost:" + QByteArray::number(m_port) + '/' + m_nonce;
}

void CallbackServer::close()
{
    m_server4.close();
    m_server6.close();
}

void CallbackServer::accept(QTcpServer *server)
{
    while (QTcpSocket *socket = server->nextPendingConnection()) {
        if (m_connections.size() >= m_limits.connections)
            m_connections.first()->drop();
        auto *connection = new CallbackConnection(socket, m_limits, this);
        m_connections.append(connection);
        connect(connection, &CallbackConnection::closed, this, [this, connection] {
            m_connections.removeOne(connection);
            connection->deleteLater();
            if (connection == m_answering)
                Q_EMIT answered();
        });
        connection->start([this, connection](QByteArrayView head) { return replyTo(connection, head); });
    }
}

QByteArray CallbackServer::replyTo(CallbackConnection *connection, QByteArrayView head)
{
    const QByteArray host = "localhost:" + QByteArray::number(m_port);
    const auto target = callback::target(head, host);
    if (!target)
        return callback::page(callback::Page::NotFound);
    const qsizetype mark = target->indexOf('?');
    const QByteArrayView path = QByteArrayView(*target).first(mark < 0 ? target->size() : mark);
    if (path.sliced(1) != m_nonce)
        return callback::page(callback::Page::NotFound);
    if (m_answering)
        return callback::page(callback::Page::Gone);
    m_answering = connection;
    const bool complete = m_handler(QByteArrayView(*target).sliced(mark < 0 ? target->size() : mark + 1));
    return callback::page(complete ? callback::Page::Received : callback::Page::Incomplete);
}

} // namespace tc
