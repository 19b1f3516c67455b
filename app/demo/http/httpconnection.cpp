// SPDX-License-Identifier: MPL-2.0
#include "demo/http/httpconnection.h"

#include <QDateTime>
#include <QLocale>
#include <QSslSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr int kIdleMs = 120'000;
constexpr int kDrainMs = 2'000;
constexpr qint64 kReadBuffer = 1024 * 1024;
// A streamed body is asked for more only below this many unsent bytes: a slow reader costs no memory.
constexpr qint64 kLowWater = 256 * 1024;
constexpr qint64 kPiece = 128 * 1024;

QByteArray httpDate(qint64 msecs)
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(msecs, Qt::UTC);
    return QLocale::c().toString(when, u"ddd, dd MMM yyyy hh:mm:ss"_s).toLatin1() + " GMT";
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, HttpServer *server)
    : QObject(server), m_socket(socket), m_server(server), m_parser(server->maxBody(), server->bodySinks())
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(kReadBuffer);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdleMs);
    connect(&m_idle, &QTimer::timeout, this, [this] { m_socket->abort(); });
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readSome);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::writeMore);
    if (auto *tls = qobject_cast<QSslSocket *>(m_socket))
        connect(tls, &QSslSocket::encryptedBytesWritten, this, &HttpConnection::writeMore);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    m_idle.start();
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &HttpConnection::readSome, Qt::QueuedConnection);
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        deleteLater();
}

void HttpConnection::readSome()
{
    if (m_draining) {
        m_socket->skip(m_socket->bytesAvailable());
        return;
    }
    // While an answer is on its way the bytes stay in the socket, and with a full buffer at the client.
    if (m_busy)
        return;
    if (handOver())
        return;
    m_idle.start();
    m_parser.feed(m_socket->readAll());
    handleNext();
}

// Whether the connection is to become one of another kind. A client opens a new one for that.
bool HttpConnection::handOver()
{
    const QByteArray &start = m_server->m_upgradeStart;
    if (start.isEmpty() || m_exchange > 0 || m_socket->peek(start.size()) != start)
        return false;
    m_idle.stop();
    m_socket->disconnect(this);
    m_socket->setParent(nullptr);
    m_server->m_upgrade(m_socket);
    deleteLater();
    return true;
}

void HttpConnection::handleNext()
{
    switch (m_parser.parse()) {
    case HttpParser::Outcome::NeedMore:
        if (m_parser.takeExpectContinue())
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        return;
    case HttpParser::Outcome::Failed:
        refuse();
        return;
    case HttpParser::Outcome::Ready:
        break;
    }
    HttpRequest request = m_parser.take();
    request.tls = qobject_cast<QSslSocket *>(m_socket) != nullptr;
    m_busy = true;
    m_headOnly = request.method == "HEAD";
    m_closeAfter = !request.keepAlive();
    m_refused = request.bodyTooLarge;
    m_idle.stop();
    ++m_exchange;
    m_server->handle(request, HttpResponder(this, m_exchange));
}

void HttpConnection::respond(quint64 exchange, const HttpResponse &response)
{
    if (exchange != m_exchange || !m_busy || m_source || m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    m_closeAfter = m_closeAfter || response.close;
    writeHead(response);
    if (m_headOnly || !mayHaveBody(response.status))
        finishExchange();
    else
        writeBody(response);
}

void HttpConnection::drop(quint64 exchange)
{
    if (exchange == m_exchange)
        m_socket->abort();
}

void HttpConnection::writeHead(const HttpResponse &response)
{
    HttpHeaders headers = response.headers;
    if (!headers.has("server"))
        headers.add("server", "nginx");
    if (!headers.has("date"))
        headers.add("date", httpDate(m_server->now()));
    headers.set("connection", m_closeAfter ? "close" : "keep-alive");
    if (mayHaveBody(response.status) && !headers.has("content-length")) {
        if (response.chunked || (response.source && response.sourceLength < 0))
            headers.set("transfer-encoding", "chunked");
        else
            headers.add(
                "content-length", QByteArray::number(response.source ? response.sourceLength : response.body.size()));
    }
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status);
    for (const auto &[name, value] : headers.fields())
        head += "\r\n" + name + ": " + value;
    head += "\r\n\r\n";
    m_socket->write(head);
}

void HttpConnection::writeBody(const HttpResponse &response)
{
    if (response.source) {
        m_source = response.source;
        m_sourceLeft = response.sourceLength;
        writeMore();
        return;
    }
    if (response.chunked) {
        if (!response.body.isEmpty())
            m_socket->write(chunk(response.body));
        m_socket->write(chunk({}));
    } else {
        m_socket->write(response.body);
    }
    finishExchange();
}

void HttpConnection::writeMore()
{
    while (m_source && unsent() < kLowWater) {
        const qint64 wanted = m_sourceLeft < 0 ? kPiece : std::min(kPiece, m_sourceLeft);
        const QByteArray piece = wanted == 0 ? QByteArray() : m_source->read(wanted);
        if (piece.isEmpty()) {
            // A source that ends early must not look like a whole body. Queued: the socket may be calling us.
            if (m_sourceLeft > 0) {
                m_source.reset();
                QMetaObject::invokeMethod(m_socket, &QAbstractSocket::disconnectFromHost, Qt::QueuedConnection);
                return;
            }
            if (m_sourceLeft < 0)
                m_socket->write(chunk({}));
            m_source.reset();
            finishExchange();
            return;
        }
        m_socket->write(m_sourceLeft < 0 ? chunk(piece) : piece);
        if (m_sourceLeft > 0)
            m_sourceLeft -= piece.size();
    }
}

void HttpConnection::finishExchange()
{
    m_busy = false;
    if (m_closeAfter) {
        startDraining();
        return;
    }
    m_idle.start();
    // Queued: a client that pipelines a thousand requests must not deepen the stack.
    QMetaObject::invokeMethod(this, &HttpConnection::readSome, Qt::QueuedConnection);
}

void HttpConnection::refuse()
{
    m_busy = true;
    m_closeAfter = true;
    m_refused = true;
    m_headOnly = false;
    ++m_exchange;
    respond(m_exchange, m_parser.error());
}

void HttpConnection::startDraining()
{
    m_draining = true;
    m_idle.start(kDrainMs);
    if (!m_refused) {
        m_socket->disconnectFromHost();
        return;
    }
    // Closing while the client still sends would reset the connection and take the answer with it: it has the
    // time of the timer to read the answer and to close.
    m_socket->skip(m_socket->bytesAvailable());
    m_socket->flush();
}

qint64 HttpConnection::unsent() const
{
    const auto *tls = qobject_cast<const QSslSocket *>(m_socket);
    return m_socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

} // namespace demo
