// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>

class QTcpServer;
class QTcpSocket;

namespace tc::test {

/// An HTTP proxy on 127.0.0.1 that leads every request to one server, whatever host it names, and remembers the heads.
class ScriptedProxy : public QObject
{
    Q_OBJECT

public:
    enum class Mood {
        Willing,
        WantsUser, ///< 407 for requests without Proxy-Authorization
        Refusing, ///< 403 for everything
    };
    explicit ScriptedProxy(quint16 target, Mood mood = Mood::Willing, QObject *parent = nullptr);

    quint16 port() const;
    /// The head of each request as it came: of a CONNECT, or of a request in absolute form.
    const QList<QByteArray> &heads() const { return m_heads; }
    /// Every byte that clients sent.
    const QByteArray &received() const { return m_received; }

private:
    void accept();
    void readHead(QTcpSocket *client);
    void lead(QTcpSocket *client, const QByteArray &first, bool isTunnel);

    QTcpServer *m_server;
    quint16 m_target;
    Mood m_mood;
    QList<QByteArray> m_heads;
    QByteArray m_received;
};

} // namespace tc::test
