// SPDX-License-Identifier: MPL-2.0
#include "scriptedserver.h"

#include "scriptedconnection.h"
#include "testidentity.h"

#include <QSslServer>
#include <QTcpSocket>

#include <zlib.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tc::test {

QByteArray Request::header(QByteArrayView name) const
{
    const auto it = std::find_if(headers.cbegin(), headers.cend(), [name](const auto &h) { return h.first == name; });
    return it == headers.cend() ? QByteArray() : it->second;
}

Step Step::json(const QByteArray &body, int status)
{
    return reply(status, "application/json; charset=utf-8", body);
}

Step Step::reply(int status, const QByteArray &contentType, const QByteArray &body)
{
    Step step;
    step.status = status;
    step.headers.emplaceBack("Content-Type", contentType);
    step.body = body;
    return step;
}

Step Step::error(int status, const QByteArray &code, const QByteArray &message)
{
    return json(R"({"code":")" + code + R"(","message":")" + message + R"(","requestInfo":{}})", status);
}

Step Step::redirect(const QUrl &target, int status)
{
    return json(R"({"url":")" + target.toEncoded() + R"("})", status).with("Location", target.toEncoded());
}

Step Step::silence(Fault fault)
{
    Step step;
    step.fault = fault;
    return step;
}

Step Step::with(const QByteArray &name, const QByteArray &value) const
{
    Step copy = *this;
    copy.headers.emplaceBack(name, value);
    return copy;
}

Step Step::gzipped() const
{
    Step copy = with("Content-Encoding", "gzip");
    copy.body = gzip(body);
    return copy;
}

Step Step::after(std::chrono::milliseconds wait) const
{
    Step copy = *this;
    copy.delay = wait;
    return copy;
}

Step Step::cut(qint64 at) const
{
    Step copy = *this;
    copy.cutAt = at;
    return copy;
}

Step Step::cutInHead(qint64 at) const
{
    Step copy = *this;
    copy.headCutAt = at;
    return copy;
}

Step Step::slowly(qint64 size, std::chrono::milliseconds wait) const
{
    Step copy = *this;
    copy.pieceSize = size;
    copy.pieceDelay = wait;
    return copy;
}

ScriptedServer::ScriptedServer(Security security, QObject *parent) : QObject(parent), m_security(security)
{
    if (security != Security::Plain) {
        auto *server = new QSslServer(this);
        server->setSslConfiguration(security == Security::Tls ? serverTls() : selfSignedServerTls());
        m_server = server;
    } else {
        m_server = new QTcpServer(this);
    }
    connect(m_server, &QTcpServer::pendingConnectionAvailable, this, &ScriptedServer::accept);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("The scripted server cannot listen: %s", qPrintable(m_server->errorString()));
    m_port = m_server->serverPort();
}

ScriptedServer::~ScriptedServer() = default;

QString ScriptedServer::url() const
{
    const auto host = m_security != Security::Plain ? "https://localhost"_L1 : "http://127.0.0.1"_L1;
    return host + u':' + QString::number(m_port);
}

quint16 ScriptedServer::port() const
{
    return m_port;
}

void ScriptedServer::enqueue(const Step &step, int times)
{
    m_steps.insert(m_steps.end(), static_cast<size_t>(times), step);
}

void ScriptedServer::setHandler(std::function<Step(const Request &)> handler)
{
    m_handler = std::move(handler);
}

void ScriptedServer::setIntake(std::function<Intake(const Request &)> intake)
{
    m_intake = std::move(intake);
}

int ScriptedServer::heads() const
{
    return m_heads;
}

Intake ScriptedServer::intakeFor(const Request &head)
{
    ++m_heads;
    return m_intake ? m_intake(head) : Intake();
}

qsizetype ScriptedServer::left() const
{
    return static_cast<qsizetype>(m_steps.size());
}

const QList<Request> &ScriptedServer::requests() const
{
    return m_requests;
}

int ScriptedServer::connections() const
{
    return m_connections;
}

qint64 ScriptedServer::bodyBytesSent() const
{
    return m_bodyBytesSent;
}

void ScriptedServer::closeConnections()
{
    const auto connections = findChildren<ScriptedConnection *>();
    for (ScriptedConnection *connection : connections)
        connection->close();
}

void ScriptedServer::stopListening()
{
    m_server->close();
}

void ScriptedServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection())
        new ScriptedConnection(socket, ++m_connections, this);
}

Step ScriptedServer::stepFor(const Request &request)
{
    m_requests.append(request);
    Q_EMIT requestReceived();
    if (m_steps.empty())
        return m_handler ? m_handler(request)
                         : Step::error(500, "ScriptEnded", "The script has no step for this request.");
    Step step = m_steps.front();
    m_steps.pop_front();
    return step;
}

QByteArray gzip(const QByteArray &data)
{
    z_stream stream {};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray result(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(data.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(data.data()));
    stream.avail_in = static_cast<uInt>(data.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    deflate(&stream, Z_FINISH);
    result.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return result;
}

} // namespace tc::test
