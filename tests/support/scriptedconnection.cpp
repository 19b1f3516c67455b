// SPDX-License-Identifier: MPL-2.0
#include "scriptedconnection.h"

#include <QTimer>

#include <algorithm>

namespace tc::test {

namespace {

constexpr qint64 socketBuffer = 512 * 1024;

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 303:
        return "See Other";
    case 404:
        return "Not Found";
    default:
        return "Status";
    }
}

} // namespace

ScriptedConnection::ScriptedConnection(QTcpSocket *socket, int number, ScriptedServer *server)
    : QObject(server), m_server(server), m_socket(socket), m_number(number)
{
    socket->setParent(this);
    connect(socket, &QTcpSocket::readyRead, this, &ScriptedConnection::readRequests);
    connect(socket, &QTcpSocket::bytesWritten, this, [this] {
        if (m_playing && m_headSent && m_step.pieceSize == 0)
            sendMore();
    });
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    readRequests();
}

void ScriptedConnection::close()
{
    m_playing = false;
    m_socket->disconnectFromHost();
}

void ScriptedConnection::readRequests()
{
    if (m_deaf)
        return;
    m_input += m_intake.pieceSize > 0 ? m_socket->read(m_intake.pieceSize) : m_socket->readAll();
    if (m_playing || !takeHead() || faultsInBody())
        return;
    if (takeRequest()) {
        m_playing = true;
        play(m_server->stepFor(m_request));
    } else if (m_intake.pieceSize > 0) {
        readSlowly();
    }
}

/// A slow reader: its socket takes no more than a piece ahead, so that the other side has to wait.
void ScriptedConnection::readSlowly()
{
    m_deaf = true;
    m_socket->setReadBufferSize(m_intake.pieceSize);
    QTimer::singleShot(m_intake.pieceDelay, this, [this] {
        m_deaf = false;
        readRequests();
    });
}

bool ScriptedConnection::takeHead()
{
    if (m_bodyStart >= 0)
        return true;
    const qsizetype end = m_input.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QList<QByteArray> lines = m_input.left(end).split('\n');
    const QList<QByteArray> first = lines.constFirst().trimmed().split(' ');
    m_request = {};
    m_request.verb = first.value(0);
    m_request.target = first.value(1);
    m_request.connection = m_number;
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        m_request.headers.emplaceBack(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    m_bodyStart = end + 4;
    m_intake = m_server->intakeFor(m_request);
    return true;
}

/// Whether the body ends here for a reason of the script.
bool ScriptedConnection::faultsInBody()
{
    const qint64 received = m_input.size() - m_bodyStart;
    if (m_intake.closeAt >= 0 && received >= m_intake.closeAt) {
        m_deaf = true;
        m_socket->abort();
        return true;
    }
    if (m_intake.stopAt >= 0 && received >= m_intake.stopAt) {
        m_deaf = true;
        m_socket->setReadBufferSize(1);
        return true;
    }
    if (m_intake.answerAt >= 0 && received >= m_intake.answerAt) {
        m_deaf = true;
        m_playing = true;
        m_request.body = m_input.mid(m_bodyStart);
        Step step = m_server->stepFor(m_request);
        step.close = true;
        play(step);
        return true;
    }
    return false;
}

bool ScriptedConnection::takeRequest()
{
    const qsizetype length = m_request.header("content-length").toInt();
    const qsizetype whole = m_bodyStart + length;
    if (m_input.size() < whole)
        return false;
    m_request.body = m_input.mid(m_bodyStart, length);
    m_request.raw = m_input.left(whole);
    m_input.remove(0, whole);
    m_bodyStart = -1;
    m_intake = {};
    m_socket->setReadBufferSize(0);
    return true;
}

void ScriptedConnection::play(const Step &step)
{
    m_step = step;
    m_sent = 0;
    m_headSent = false;
    if (step.fault == Step::Fault::Close)
        close();
    else if (step.fault != Step::Fault::Stall)
        QTimer::singleShot(step.delay, this, &ScriptedConnection::sendHead);
}

qint64 ScriptedConnection::bodyLength() const
{
    return m_step.body.size() + m_step.filler;
}

void ScriptedConnection::sendHead()
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(m_step.status) + ' ' + reasonOf(m_step.status) + "\r\n";
    for (const auto &[name, value] : m_step.headers)
        head += name + ": " + value + "\r\n";
    if (m_step.chunked)
        head += "Transfer-Encoding: chunked\r\n";
    else if (m_step.hasLength && m_step.status != 204)
        head += "Content-Length: " + QByteArray::number(m_step.announcedLength.value_or(bodyLength())) + "\r\n";
    head += "\r\n";
    m_server->m_lastHeadSize = head.size();
    if (m_step.headCutAt >= 0) {
        m_socket->write(head.left(static_cast<qsizetype>(m_step.headCutAt)));
        if (m_step.fault != Step::Fault::StallBody)
            close();
        return;
    }
    m_socket->write(head);
    m_headSent = true;
    sendMore();
}

QByteArray ScriptedConnection::nextPiece(qint64 size) const
{
    QByteArray piece = m_step.body.mid(static_cast<qsizetype>(m_sent), static_cast<qsizetype>(size));
    return piece.leftJustified(static_cast<qsizetype>(size), ' ');
}

void ScriptedConnection::sendMore()
{
    if (!m_playing)
        return;
    const qint64 end = m_step.cutAt >= 0 ? std::min(m_step.cutAt, bodyLength()) : bodyLength();
    while (m_sent < end && m_socket->bytesToWrite() < socketBuffer) {
        const qint64 most = m_step.pieceSize > 0 ? m_step.pieceSize : 64 * 1024;
        const QByteArray piece = nextPiece(std::min(most, end - m_sent));
        if (m_step.chunked)
            m_socket->write(QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n");
        else
            m_socket->write(piece);
        m_sent += piece.size();
        m_server->m_bodyBytesSent += piece.size();
        if (m_step.pieceSize > 0 && m_sent < end) {
            QTimer::singleShot(m_step.pieceDelay, this, &ScriptedConnection::sendMore);
            return;
        }
    }
    if (m_sent >= end)
        endReply();
}

void ScriptedConnection::endReply()
{
    if (m_step.fault == Step::Fault::StallBody)
        return;
    const bool isCut = m_step.cutAt >= 0 && m_step.cutAt < bodyLength();
    if (m_step.chunked && !isCut)
        m_socket->write("0\r\n\r\n");
    m_playing = false;
    if (isCut || m_step.close || !m_step.hasLength)
        close();
    else if (!m_input.isEmpty())
        QMetaObject::invokeMethod(this, &ScriptedConnection::readRequests, Qt::QueuedConnection);
}

} // namespace tc::test
