// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/http/httpparser.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QSslConfiguration;
class QTcpServer;
class QTcpSocket;

namespace demo {

class HttpConnection;

// The way back for one request. May be kept and used later, once, from the server's thread; does nothing when
// the client has gone.
class HttpResponder
{
public:
    HttpResponder() = default;
    HttpResponder(HttpConnection *connection, quint64 exchange);

    void send(const HttpResponse &response) const;

    // Closes the connection without an answer.
    void abort() const;

private:
    QPointer<HttpConnection> m_connection;
    quint64 m_exchange = 0;
};

// A small HTTP/1.1 server for this machine only: it listens on 127.0.0.1 and nowhere else. Lives, like the
// handler, in one thread.
class HttpServer : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const HttpRequest &, HttpResponder)>;

    explicit HttpServer(Handler handler, QObject *parent = nullptr);
    ~HttpServer() override;

    // Port 0 takes any free one. False with errorString() when the port is not to be had.
    bool listen(quint16 port = 0);
    bool listenTls(const QSslConfiguration &configuration, quint16 port = 0);
    void close();

    quint16 port() const;
    QString errorString() const;
    bool isTls() const { return m_tls; }

    // Requests that reached the handler.
    quint64 requestCount() const { return m_requests; }

    qint64 maxBody() const { return m_maxBody; }
    void setMaxBody(qint64 bytes) { m_maxBody = bytes; }

    // Who takes the connections that begin with a GET of path, before anything of them has been read.
    using Upgrade = std::function<void(QTcpSocket *)>;
    void setUpgrade(const QByteArray &path, Upgrade upgrade);

    // Who takes the bodies that are not collected.
    void setBodySinks(HttpParser::Sinks sinks) { m_sinks = std::move(sinks); }
    const HttpParser::Sinks &bodySinks() const { return m_sinks; }

    // What the Date header says, in milliseconds since 1970.
    qint64 now() const;
    void setClock(std::function<qint64()> clock) { m_clock = std::move(clock); }

private:
    friend class HttpConnection;
    bool start(QTcpServer *server, quint16 port);
    void accept();
    void handle(const HttpRequest &request, const HttpResponder &responder);

    Handler m_handler;
    std::function<qint64()> m_clock;
    HttpParser::Sinks m_sinks;
    QByteArray m_upgradeStart; // first bytes of a request for it
    Upgrade m_upgrade;
    QTcpServer *m_server = nullptr;
    bool m_tls = false;
    quint64 m_requests = 0;
    qint64 m_maxBody = 10 * 1024 * 1024;
};

} // namespace demo
