// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/http/httpparser.h"
#include "demo/http/httpserver.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

namespace demo {

// One client. Answers one request at a time, in the order in which they came, so that pipelining is safe.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    HttpConnection(QTcpSocket *socket, HttpServer *server);

    void respond(quint64 exchange, const HttpResponse &response);
    void drop(quint64 exchange);

private:
    void readSome();
    bool handOver();
    void handleNext();
    void writeHead(const HttpResponse &response);
    void writeBody(const HttpResponse &response);
    void writeMore();
    void finishExchange();
    void refuse();
    void startDraining();
    qint64 unsent() const;

    QTcpSocket *m_socket;
    HttpServer *m_server;
    HttpParser m_parser;
    QTimer m_idle;
    quint64 m_exchange = 0;
    bool m_busy = false; // a request waits for its answer, or the answer is on its way
    bool m_headOnly = false;
    bool m_closeAfter = false;
    bool m_refused = false; // the client may still be sending what nobody will read
    bool m_draining = false;
    std::shared_ptr<BodySource> m_source;
    qint64 m_sourceLeft = -1;
};

} // namespace demo
