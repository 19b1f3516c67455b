// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QHostAddress>
#include <QTcpSocket>
#include <QTest>

namespace tc::test {

/// A browser as far as the listener can tell: one connection, the bytes that a test gives it.
class Browser
{
public:
    explicit Browser(quint16 port, const QHostAddress &address = QHostAddress::LocalHost)
    {
        m_socket.connectToHost(address, port);
        waitFor([this] {
            return isOpen() || m_socket.state() == QAbstractSocket::UnconnectedState; // refused
        });
    }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    /// Everything until the other side closes.
    QByteArray readAll()
    {
        waitFor([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; });
        return m_socket.readAll();
    }

private:
    template <typename F>
    static void waitFor(F reached)
    {
        if (!QTest::qWaitFor(reached, 5000))
            qWarning("The connection stays as it is.");
    }

    QTcpSocket m_socket;
};

inline QByteArray get(const QByteArray &target, quint16 port)
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost:" + QByteArray::number(port) + "\r\nAccept: */*\r\n\r\n";
}

inline int statusOf(const QByteArray &reply)
{
    return reply.mid(9, 3).toInt();
}

} // namespace tc::test
