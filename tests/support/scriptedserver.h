// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <deque>
#include <functional>
#include <optional>
#include <utility>

class QTcpServer;

namespace tc::test {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// A request as it came.
struct Request {
    QByteArray verb;
    QByteArray target; ///< path and query, as sent
    Headers headers; ///< names in lower case
    QByteArray body;
    QByteArray raw; ///< every byte
    int connection = 0; ///< number of the connection it came on, from 1

    QByteArray header(QByteArrayView name) const;
};

/// What the server does with one request. Made by one of the static functions and changed by the chained ones.
struct Step {
    enum class Fault {
        None,
        Close, ///< closes without a byte
        Stall, ///< never answers
        StallBody, ///< goes silent in the middle of the body, at cutAt, or of the head, at headCutAt
    };

    int status = 200;
    Headers headers;
    QByteArray body;
    qint64 filler = 0; ///< bytes of white space sent after the body, made on the fly
    qint64 cutAt = -1; ///< bytes of the body after which the connection is closed; -1 for none
    qint64 headCutAt = -1; ///< bytes of status line and headers after which the connection is closed; -1 for none
    std::optional<qint64> announcedLength; ///< what Content-Length says when it is not the truth
    bool chunked = false;
    bool close = false; ///< closes after the reply, without an announcement
    bool hasLength = true;
    Fault fault = Fault::None;
    std::chrono::milliseconds delay { 0 }; ///< before the first byte
    qint64 pieceSize = 0; ///< of a slow reply; 0 for as fast as it goes
    std::chrono::milliseconds pieceDelay { 0 };

    static Step json(const QByteArray &body, int status = 200);
    static Step reply(int status, const QByteArray &contentType, const QByteArray &body);
    static Step error(int status, const QByteArray &code, const QByteArray &message);
    static Step redirect(const QUrl &target, int status = 303);
    static Step silence(Fault fault);

    Step with(const QByteArray &name, const QByteArray &value) const;
    Step gzipped() const; ///< compresses the body so far
    Step after(std::chrono::milliseconds wait) const;
    Step cut(qint64 at) const;
    Step cutInHead(qint64 at) const;
    Step slowly(qint64 size, std::chrono::milliseconds wait) const;
};

/// How the server takes the body of a request, decided when its head is there.
struct Intake {
    qint64 closeAt = -1; ///< bytes of the body after which the connection is closed, without an answer; -1 for none
    qint64 stopAt = -1; ///< bytes after which nothing is read any more
    qint64 answerAt = -1; ///< bytes after which the step is played, and the connection closed, as if that were all
    qint64 pieceSize = 0; ///< of a slow reader; 0 for as fast as it goes
    std::chrono::milliseconds pieceDelay { 0 };
};

/// A server on 127.0.0.1 that does as it is told, one step a request, and remembers what came. Runs in the thread that
/// made it, so the test must run an event loop. When the steps are used up the handler answers, and without one
/// a 500 that says so.
class ScriptedServer : public QObject
{
    Q_OBJECT

public:
    enum class Security { Plain, Tls, SelfSigned };
    explicit ScriptedServer(Security security = Security::Plain, QObject *parent = nullptr);
    ~ScriptedServer() override;

    /// "http://127.0.0.1:12345", with TLS "https://localhost:12345".
    QString url() const;
    quint16 port() const;

    void enqueue(const Step &step, int times = 1);
    void setHandler(std::function<Step(const Request &)> handler);
    void setIntake(std::function<Intake(const Request &head)> intake);
    /// Steps that no request has used yet.
    qsizetype left() const;

    const QList<Request> &requests() const;
    /// Requests of which the head has come, whether the body did or not.
    int heads() const;
    int connections() const;
    /// Bytes of the head that the last reply had, or would have had.
    qint64 lastHeadSize() const { return m_lastHeadSize; }
    /// Bytes of bodies that went into sockets.
    qint64 bodyBytesSent() const;
    /// Closes the connections that are open, as a server does with idle ones.
    void closeConnections();
    /// Refuses connections from now on.
    void stopListening();

Q_SIGNALS:
    void requestReceived();

private:
    friend class ScriptedConnection;
    void accept();
    Step stepFor(const Request &request);
    Intake intakeFor(const Request &head);

    Security m_security;
    QTcpServer *m_server;
    std::deque<Step> m_steps;
    std::function<Step(const Request &)> m_handler;
    std::function<Intake(const Request &)> m_intake;
    QList<Request> m_requests;
    quint16 m_port = 0;
    int m_connections = 0;
    int m_heads = 0;
    qint64 m_bodyBytesSent = 0;
    qint64 m_lastHeadSize = 0;
};

/// \a data as a gzip file.
QByteArray gzip(const QByteArray &data);

} // namespace tc::test
