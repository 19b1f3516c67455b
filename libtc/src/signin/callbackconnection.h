// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

class QTcpSocket;

namespace tc {

/// What a stranger may cost the listener of a sign-in.
struct CallbackLimits {
    qsizetype headSize = 16 * 1024; ///< bytes of a request up to its empty line
    qsizetype connections = 16; ///< open at once; one more ends the oldest
    std::chrono::milliseconds time { 5'000 }; ///< for the whole head, and again for the answer
};

/// One connection of the listener: one request, one answer, the end. What comes after the first head is thrown away.
class CallbackConnection : public QObject
{
    Q_OBJECT

public:
    /// Gives the whole answer for a head.
    using Handler = std::function<QByteArray(QByteArrayView head)>;

    /// Takes \a socket over.
    CallbackConnection(QTcpSocket *socket, CallbackLimits limits, QObject *parent);

    void start(Handler handler);
    /// Without another byte.
    void drop();

Q_SIGNALS:
    void closed();

private:
    void read();
    void answer(const QByteArray &reply);
    void onWritten();

    QTcpSocket *m_socket;
    CallbackLimits m_limits;
    Handler m_handler;
    QByteArray m_head;
    QTimer m_timer;
    bool m_answered = false;
};

} // namespace tc
