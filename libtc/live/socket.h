// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "frames.h"

#include <QNetworkProxy>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

namespace tc::live {

/// One attempt at a connection, from the first byte to its end. Ends once, in ended(), and says nothing after that.
class Socket : public QObject
{
    Q_OBJECT

public:
    struct Target {
        QUrl url; ///< of the socket
        Credentials credentials;
        std::optional<QSslConfiguration> tls;
        QNetworkProxy proxy;
    };
    Socket(Target target, const Options &options, QObject *parent);
    ~Socket() override;

    void open();
    bool isAccepted() const { return m_accepted; }
    void send(const QString &frame);
    /// Says goodbye and deletes itself; nothing is told any more.
    void leave();

Q_SIGNALS:
    void accepted();
    void received(const tc::live::Frame &frame);
    /// \a isFinal: trying again cannot help.
    void ended(const tc::Error &error, bool isFinal);

private:
    void onConnected();
    void onText(const QString &text);
    void onError(QAbstractSocket::SocketError code);
    void onDisconnected();
    void heard();
    void end(const Error &error, bool isFinal = false);

    Target m_target;
    Options m_options;
    QWebSocket m_socket;
    QTimer m_patience; ///< until the server has said something that is due
    QTimer m_quiet; ///< until it is asked whether it is there
    QString m_tlsFault;
    bool m_accepted = false;
    bool m_ended = false;
};

} // namespace tc::live
