// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "socket.h"

#include "http/proxies.h"

#include <QElapsedTimer>

namespace tc::live {

/// Keeps one socket up and the subscriptions on it.
class ConnectionPrivate : public QObject
{
    Q_OBJECT

public:
    ConnectionPrivate(Connection *connection, Client *client, const Options &options);
    ~ConnectionPrivate() override;

    void open();
    void close();
    bool isConnected() const { return m_socket && m_socket->isAccepted() && !error; }
    void add(Subscription *subscription);
    void remove(Subscription *subscription);

    Connection *q;
    Error error;

private:
    void begin();
    Error check() const;
    void onCredentials(const Result<Credentials> &credentials);
    void connectTo(const Credentials &credentials);
    void onAccepted();
    void onFrame(const Frame &frame);
    void onData(Subscription *subscription, const QJsonValue &payload);
    void onEnded(const Error &reason, bool isFinal);
    void fail(const Error &reason);
    void refuse(Subscription *subscription, const Error &reason);
    void start(Subscription *subscription);
    void letGo();

    QPointer<Client> m_client;
    Options m_options;
    std::shared_ptr<Proxies> m_proxies;
    QPointer<Socket> m_socket;
    QList<Subscription *> m_subscriptions;
    QElapsedTimer m_held; ///< since the server accepted us
    int m_turn = 0; ///< which attempt an answer belongs to
    int m_attempts = 0; ///< in vain, since a connection held
    int m_lastId = 0;
    bool m_open = false;
    bool m_wasConnected = false;
};

} // namespace tc::live
