// SPDX-License-Identifier: MPL-2.0
#include "signin/callbackconnection.h"

#include "signin/callbackpage.h"

#include <QTcpSocket>

namespace tc {

CallbackConnection::CallbackConnection(QTcpSocket *socket, CallbackLimits limits, QObject *parent)
    : QObject(parent), m_socket(socket), m_limits(limits)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(m_limits.headSize + 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &CallbackConnection::read);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &CallbackConnection::onWritten);
    connect(m_socket, &QTcpSocket::disconnected, this, &CallbackConnection::closed);
    // Counted from the start, not from the last byte: one byte a second keeps nothing open.
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &CallbackConnection::drop);
}

void CallbackConnection::start(Handler handler)
{
    m_handler = std::move(handler);
    m_timer.start(m_limits.time);
    read();
}

void CallbackConnection::drop()
{
    m_socket->abort();
}

void CallbackConnection::read()
{
    if (m_answered) {
        m_socket->readAll();
        return;
    }
    m_head += m_socket->readAll();
    const qsizetype end = m_head.indexOf("\r\n\r\n");
    if (end >= 0 && end <= m_limits.headSize)
        answer(m_handler(QByteArrayView(m_head).first(end)));
    else if (m_head.size() > m_limits.headSize)
        answer(callback::page(callback::Page::TooLong));
}

void CallbackConnection::answer(const QByteArray &reply)
{
    m_answered = true;
    m_head.clear();
    m_timer.start(m_limits.time);
    m_socket->write(reply);
    m_socket->flush();
    onWritten();
}

void CallbackConnection::onWritten()
{
    if (!m_answered || m_socket->bytesToWrite() > 0)
        return;
    // Bytes that nobody has read would make the system reset the connection, and the browser lose the page.
    m_socket->readAll();
    m_socket->disconnectFromHost();
}

} // namespace tc
