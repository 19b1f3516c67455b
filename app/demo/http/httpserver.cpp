// SPDX-License-Identifier: MPL-2.0
#include "demo/http/httpserver.h"

#include "demo/http/httpconnection.h"

#include <QDateTime>
#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpServer>

namespace demo {

namespace {

constexpr int kBacklog = 256;

} // namespace

HttpResponder::HttpResponder(HttpConnection *connection, quint64 exchange)
    : m_connection(connection), m_exchange(exchange)
{
}

void HttpResponder::send(const HttpResponse &response) const
{
    if (m_connection)
        m_connection->respond(m_exchange, response);
}

void HttpResponder::abort() const
{
    if (m_connection)
        m_connection->drop(m_exchange);
}

HttpServer::HttpServer(Handler handler, QObject *parent) : QObject(parent), m_handler(std::move(handler)) { }

HttpServer::~HttpServer() = default;

bool HttpServer::listen(quint16 port)
{
    m_tls = false;
    return start(new QTcpServer(this), port);
}

bool HttpServer::listenTls(const QSslConfiguration &configuration, quint16 port)
{
    auto *server = new QSslServer(this);
    server->setSslConfiguration(configuration);
    m_tls = true;
    return start(server, port);
}

bool HttpServer::start(QTcpServer *server, quint16 port)
{
    delete m_server;
    m_server = server;
    m_server->setMaxPendingConnections(kBacklog);
    // newConnection would be too early for TLS: the handshake is still under way then.
    connect(m_server, &QTcpServer::pendingConnectionAvailable, this, &HttpServer::accept);
    return m_server->listen(QHostAddress(QHostAddress::LocalHost), port);
}

void HttpServer::close()
{
    if (m_server)
        m_server->close();
    const auto connections = findChildren<HttpConnection *>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(connections);
}

void HttpServer::setUpgrade(const QByteArray &path, Upgrade upgrade)
{
    m_upgradeStart = "GET " + path + ' ';
    m_upgrade = std::move(upgrade);
}

quint16 HttpServer::port() const
{
    return m_server ? m_server->serverPort() : 0;
}

QString HttpServer::errorString() const
{
    return m_server ? m_server->errorString() : QString();
}

qint64 HttpServer::now() const
{
    return m_clock ? m_clock() : QDateTime::currentMSecsSinceEpoch();
}

void HttpServer::accept()
{
    while (m_server->hasPendingConnections())
        new HttpConnection(m_server->nextPendingConnection(), this);
}

void HttpServer::handle(const HttpRequest &request, const HttpResponder &responder)
{
    ++m_requests;
    m_handler(request, responder);
}

} // namespace demo
