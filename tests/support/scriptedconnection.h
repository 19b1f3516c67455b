// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "scriptedserver.h"

#include <QPointer>
#include <QTcpSocket>

namespace tc::test {

/// One connection of the scripted server: reads requests one after the other and plays their steps.
class ScriptedConnection : public QObject
{
    Q_OBJECT

public:
    ScriptedConnection(QTcpSocket *socket, int number, ScriptedServer *server);

    void close();

private:
    void readRequests();
    bool takeRequest(Request *request);
    void play(const Step &step);
    void sendHead();
    void sendMore();
    QByteArray nextPiece(qint64 size) const;
    qint64 bodyLength() const;
    void endReply();

    ScriptedServer *m_server;
    QTcpSocket *m_socket;
    QByteArray m_input;
    int m_number;
    Step m_step;
    bool m_playing = false;
    bool m_headSent = false;
    qint64 m_sent = 0; ///< of the body
};

} // namespace tc::test
