// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/client.h>
#include <tc/pulse.h>

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>
#include <type_traits>

/// Events of a deployment as they happen, over the subscription socket of its web server. Needs Qt WebSockets and the
/// library Tc::live.
///
///     tc::live::Connection live(&client);
///     tc::queue::TaskCompletedExchange done;
///     done.taskGroupId = groupId;
///     live.subscribe({ *tc::pulse::binding(done) })
///         ->onEvent<tc::queue::TaskCompletedExchange>(this, [](const tc::queue::TaskCompletedMessage &message) { ...
///         });
///     connect(&live, &tc::live::Connection::connected, this, &Browser::listAgain);
///     live.open();
///
/// What to expect of events: they come at least once, some twice, those of different exchanges in any order, so take a
/// status only when it is not older than the one that is known. Nothing tells when a subscription has taken effect,
/// which is up to a second after connected(), and what happens while there is no connection is lost: subscribe first,
/// then list, and list again after each eventsMissed(). s3 artifacts make no artifactCreated.
namespace tc::live {

class Connection;
class ConnectionPrivate;

/// How a connection behaves.
struct Options {
    std::chrono::milliseconds timeout { 30'000 }; ///< to connect and be accepted, and for the answer to a ping
    std::chrono::milliseconds pingInterval { 30'000 }; ///< without a word from the server
    /// Waits before connecting again; they begin anew once a connection has held for half a minute. The number of
    /// retries does not count: a connection is tried for until close().
    RetryPolicy reconnect { .base = std::chrono::milliseconds(1000), .cap = std::chrono::milliseconds(60'000) };
    qint64 maxMessageSize = 16LL * 1024 * 1024; ///< bytes; a longer one ends the connection, which is then tried again
};

/// One event.
struct Message {
    QString exchange; ///< "exchange/taskcluster-queue/v1/task-completed"
    QString routingKey; ///< under which it was published
    QStringList cc; ///< further routing keys: "route.…"
    bool redelivered = false; ///< it may have come before
    Json payload;

    /// The typed form, for a message of that exchange (a struct of `tc/<service>_events.h`). Nothing for others;
    /// nothing and \a error for a payload that is not what the exchange promises.
    template <typename Exchange>
    std::optional<typename Exchange::Message> as(JsonError *error = nullptr) const
    {
        typename Exchange::Message message;
        if (exchange != Exchange::exchange())
            return {};
        if (auto failure = decodeJson(payload.toCompact(), &message)) {
            if (error)
                *error = std::move(*failure);
            return {};
        }
        return message;
    }
};

/// Some bindings whose events come through one connection. Belongs to the connection, and is made again on the server
/// after each reconnect. Deleting it stops it.
class Subscription : public QObject
{
    Q_OBJECT

public:
    ~Subscription() override;

    const QList<pulse::Binding> &bindings() const { return m_bindings; }
    /// Why it has ended; its kind is None while it has not.
    const Error &error() const { return m_error; }

    /// \a f takes the typed message, and the Message as well if it likes, of each event of \a Exchange. An event that
    /// does not decode is told about by malformed().
    template <typename Exchange, typename Context, typename F>
    Subscription *onEvent(Context *context, F f)
    {
        QObject::connect(
            this, &Subscription::message, context, [this, f = std::move(f)](const Message &message) mutable {
                JsonError failure;
                if (const auto typed = message.as<Exchange>(&failure)) {
                    if constexpr (std::is_invocable_v<F &, const typename Exchange::Message &, const Message &>)
                        f(*typed, message);
                    else
                        f(*typed);
                } else if (!failure.message.isEmpty()) {
                    Q_EMIT malformed(message, failure.toString());
                }
            });
        return this;
    }

Q_SIGNALS:
    /// An event that one of the bindings takes.
    void message(const tc::live::Message &message);
    /// A message was not what its exchange promises.
    void malformed(const tc::live::Message &message, const QString &why);
    /// The server does not make this subscription, for example because there is no such exchange. The others go on.
    void failed(const tc::Error &error);

private:
    friend class Connection;
    friend class ConnectionPrivate;
    Subscription(QList<pulse::Binding> bindings, Connection *connection);

    QList<pulse::Binding> m_bindings;
    QPointer<Connection> m_connection;
    Error m_error;
    QString m_id;
};

/// A connection to the subscription socket, kept up until it is closed.
///
/// Its client's credentials travel in the first frame, so it connects over TLS only; to a loopback host, or where the
/// client's deployment is marked for development, also without. They need the scope web:read-pulse. Certificates are
/// checked as for calls. A client that narrows its credentials by authorizedScopes is refused, because the protocol
/// cannot say so: give it temporary credentials with these scopes.
///
/// Lives on its client's thread. Signals never come from inside open(), subscribe() or close().
class Connection : public QObject
{
    Q_OBJECT

public:
    explicit Connection(Client *client, Options options = {}, QObject *parent = nullptr);
    ~Connection() override;

    /// Connects on the next turn of the event loop, unless it is open already. After failed() it may be called again.
    void open();
    /// Ends it without a word; subscriptions stay for the next open().
    void close();
    /// Whether the server has accepted us, now.
    bool isConnected() const;
    /// Why it has failed, or why it is not connected at the moment; its kind is None otherwise.
    const Error &error() const;

    /// Events of any of \a bindings, from now on whenever there is a connection.
    Subscription *subscribe(const QList<pulse::Binding> &bindings);

Q_SIGNALS:
    /// The server has accepted us and been told of every subscription; after each reconnect too.
    void connected();
    /// After connected(), when there was a connection before: what happened in between is not going to be told.
    void eventsMissed();
    /// The connection was lost, or could not be made, because of \a reason; it is tried again after \a delay. \a
    /// attempt counts from 1 on.
    void reconnecting(int attempt, std::chrono::milliseconds delay, const tc::Error &reason);
    /// There is no use in trying again: credentials or scopes do not suffice (Authentication, Scope), the server's
    /// identity cannot be proved (Tls), there is no such socket there (Protocol), or the client is wrong (Usage) or
    /// gone (Cancelled). Poll instead.
    void failed(const tc::Error &error);

private:
    friend class Subscription;
    friend class ConnectionPrivate;
    std::unique_ptr<ConnectionPrivate> d;
};

} // namespace tc::live

Q_DECLARE_METATYPE(tc::live::Message)
