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
    bool takeHead();
    bool takeRequest();
    bool faultsInBody();
    void readSlowly();
    void play(const Step &step);
    void sendHead();
    void sendMore();
    QByteArray nextPiece(qint64 size) const;
    qint64 bodyLength() const;
    void endReply();

    ScriptedServer *m_server;
    QTcpSocket *m_socket;
    QByteArray m_input;
    Request m_request; ///< the one that is coming in
    Intake m_intake;
    qsizetype m_bodyStart = -1; ///< in the input, once the head has come
    bool m_deaf = false; ///< nothing is read any more
    int m_number;
    Step m_step;
    bool m_playing = false;
    bool m_headSent = false;
    qint64 m_sent = 0; ///< of the body
};

} // namespace tc::test
