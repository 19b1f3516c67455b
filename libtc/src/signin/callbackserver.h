// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "signin/callbackconnection.h"

#include <QTcpServer>

namespace tc {

/// Listens on the loopback addresses for one GET of one secret path.
class CallbackServer : public QObject
{
    Q_OBJECT

public:
    /// Looks at the query of that GET; whether it holds what it should decides about the page that the browser shows.
    using Handler = std::function<bool(QByteArrayView query)>;

    CallbackServer(QByteArray nonce, Handler handler, CallbackLimits limits = {}, QObject *parent = nullptr);

    /// On 127.0.0.1, and on ::1 with the same port where there is one: the browser is sent to "localhost", which may be
    /// either, and must not find another program there. Port 0 takes any that is free on both.
    bool listen(quint16 port = 0);
    QString errorString() const { return m_error; }
    quint16 port() const { return m_port; }
    /// Where the browser is to be sent, to be followed by a query.
    QByteArray url() const;

    /// No more connections; the answer that is on its way still leaves.
    void close();

Q_SIGNALS:
    /// The answer to the GET has left, or its connection has ended.
    void answered();

private:
    void accept(QTcpServer *server);
    QByteArray replyTo(CallbackConnection *connection, QByteArrayView head);

    QByteArray m_nonce;
    Handler m_handler;
    CallbackLimits m_limits;
    QTcpServer m_server4;
    QTcpServer m_server6;
    QList<CallbackConnection *> m_connections; ///< oldest first
    CallbackConnection *m_answering = nullptr; ///< the one that brought the GET, only to be compared
    quint16 m_port = 0;
    QString m_error;
};

} // namespace tc
