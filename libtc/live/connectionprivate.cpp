// SPDX-License-Identifier: MPL-2.0
#include "connectionprivate.h"

#include "call/clientprivate.h"
#include "http/redact.h"
#include "util/makeerror.h"
#include "util/text.h"
#include "util/urls.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tc::live {

namespace {

/// A connection that has held so long was a good one.
constexpr auto goodTime = 30s;

/// Failures of a provider that may pass.
bool mayPass(ErrorKind kind)
{
    return kind == ErrorKind::Network || kind == ErrorKind::Server || kind == ErrorKind::RateLimited
        || kind == ErrorKind::Timeout;
}

} // namespace

ConnectionPrivate::ConnectionPrivate(Connection *connection, Client *client, const Options &options)
    : q(connection), m_client(client), m_options(options), m_proxies(std::make_shared<Proxies>(client->options().proxy))
{
    connect(client, &QObject::destroyed, this, [this] {
        if (m_open)
            fail(makeError(ErrorKind::Cancelled, Text::tr("The client of the subscriptions is gone.")));
    });
}

ConnectionPrivate::~ConnectionPrivate()
{
    letGo();
}

void ConnectionPrivate::open()
{
    if (std::exchange(m_open, true))
        return;
    error = {};
    m_attempts = 0;
    m_wasConnected = false;
    const int turn = ++m_turn;
    QMetaObject::invokeMethod(
        this,
        [this, turn] {
            if (turn == m_turn)
                begin();
        },
        Qt::QueuedConnection);
}

void ConnectionPrivate::close()
{
    m_open = false;
    letGo();
}

void ConnectionPrivate::letGo()
{
    ++m_turn;
    if (m_socket)
        m_socket->leave();
    m_socket = nullptr;
    for (Subscription *subscription : std::as_const(m_subscriptions))
        subscription->m_id.clear();
}

/// What makes a connection impossible from the start.
Error ConnectionPrivate::check() const
{
    const auto *client = ClientPrivate::of(m_client);
    if (client->rootError)
        return client->rootError;
    if (client->options.authorizedScopes)
        return usageError(Text::tr("Subscriptions cannot be limited to authorized scopes. Use temporary credentials."));
    const QUrl root = client->rootUrl;
    if (root.scheme() != "https"_L1 && !urls::isLoopbackHost(root.host()) && !client->options.developmentDeployment)
        return usageError(Text::tr("Subscriptions are not made with %1 over plain http.").arg(root.host()));
    return {};
}

void ConnectionPrivate::begin()
{
    if (!m_client) {
        fail(makeError(ErrorKind::Cancelled, Text::tr("The client of the subscriptions is gone.")));
        return;
    }
    if (const Error reason = check()) {
        fail(reason);
        return;
    }
    const auto provider = m_client->options().credentials;
    if (!provider) {
        onCredentials({ Credentials {}, {} });
        return;
    }
    const int turn = ++m_turn;
    provider->provide([guard = QPointer(this), turn](const Result<Credentials> &credentials) {
        if (!guard || guard->m_turn != turn)
            return;
        ++guard->m_turn; // a second answer is none
        guard->onCredentials(credentials);
    });
}

void ConnectionPrivate::onCredentials(const Result<Credentials> &credentials)
{
    if (!credentials) {
        onEnded(credentials.error, !mayPass(credentials.error.kind));
        return;
    }
    const QUrl root = m_client->rootUrl();
    const auto proceed = [this, turn = ++m_turn, credentials = *credentials] {
        if (turn == m_turn && m_client)
            connectTo(credentials);
    };
    if (m_proxies->isKnown(root) || urls::isLoopbackHost(root.host()))
        proceed();
    else
        m_proxies->learn(root, this, proceed);
}

void ConnectionPrivate::connectTo(const Credentials &credentials)
{
    QUrl url = m_client->rootUrl();
    Socket::Target target;
    target.credentials = credentials;
    target.tls = m_client->options().tls;
    target.proxy = QNetworkProxy::NoProxy;
    if (!urls::isLoopbackHost(url.host()))
        target.proxy = m_proxies->proxyFor(url).value(0, QNetworkProxy::NoProxy);
    url.setScheme(url.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    url.setPath(url.path() + u"/subscription"_s);
    target.url = url;
    m_socket = new Socket(std::move(target), m_options, this);
    connect(m_socket, &Socket::accepted, this, &ConnectionPrivate::onAccepted);
    connect(m_socket, &Socket::received, this, &ConnectionPrivate::onFrame);
    connect(m_socket, &Socket::ended, this, &ConnectionPrivate::onEnded);
    m_socket->open();
}

void ConnectionPrivate::onAccepted()
{
    error = {};
    m_held.start();
    const auto subscriptions = m_subscriptions;
    for (Subscription *subscription : subscriptions)
        start(subscription);
    const bool isAgain = std::exchange(m_wasConnected, true);
    const QPointer<ConnectionPrivate> guard(this);
    Q_EMIT q->connected();
    if (guard && isAgain && isConnected())
        Q_EMIT q->eventsMissed();
}

void ConnectionPrivate::add(Subscription *subscription)
{
    m_subscriptions.append(subscription);
    if (isConnected())
        start(subscription);
}

void ConnectionPrivate::remove(Subscription *subscription)
{
    m_subscriptions.removeOne(subscription);
    if (m_socket && !subscription->m_id.isEmpty())
        m_socket->send(stopFrame(subscription->m_id));
}

void ConnectionPrivate::start(Subscription *subscription)
{
    if (subscription->m_error)
        return;
    subscription->m_id = QString::number(++m_lastId);
    m_socket->send(startFrame(subscription->m_id, subscription->m_bindings));
}

void ConnectionPrivate::onFrame(const Frame &frame)
{
    const auto it = std::find_if(m_subscriptions.cbegin(), m_subscriptions.cend(),
        [&frame](const Subscription *item) { return !item->m_id.isEmpty() && item->m_id == frame.id; });
    if (it == m_subscriptions.cend())
        return; // of one that has been stopped, or a kind of frame that came later
    Subscription *subscription = *it;
    if (frame.type == "data"_L1)
        onData(subscription, frame.payload);
    else if (frame.type == "error"_L1)
        refuse(subscription, refusalOf(frame.payload));
    else if (frame.type == "complete"_L1)
        refuse(subscription, makeError(ErrorKind::Protocol, Text::tr("The server has ended the subscription.")));
}

void ConnectionPrivate::onData(Subscription *subscription, const QJsonValue &payload)
{
    if (const auto message = messageOf(payload)) {
        Q_EMIT subscription->message(*message);
    } else if (payload["errors"_L1].isArray()) {
        refuse(subscription, refusalOf(payload));
    } else {
        onEnded(makeError(ErrorKind::Protocol, Text::tr("The subscription socket sent an event that is none.")), false);
    }
}

void ConnectionPrivate::refuse(Subscription *subscription, const Error &reason)
{
    subscription->m_id.clear();
    subscription->m_error = reason;
    Q_EMIT subscription->failed(reason);
}

void ConnectionPrivate::onEnded(const Error &reason, bool isFinal)
{
    if (isFinal) {
        fail(reason);
        return;
    }
    const bool wasGood
        = isConnected() && m_held.isValid() && m_held.hasExpired(std::chrono::milliseconds(goodTime).count());
    letGo();
    error = reason;
    m_attempts = wasGood ? 1 : m_attempts + 1;
    const auto delay = m_options.reconnect.delay(m_attempts, QRandomGenerator::global()->generateDouble());
    const int turn = ++m_turn;
    QTimer::singleShot(delay, this, [this, turn] {
        if (turn == m_turn)
            begin();
    });
    Q_EMIT q->reconnecting(m_attempts, delay, reason);
}

void ConnectionPrivate::fail(const Error &reason)
{
    m_open = false;
    letGo();
    error = reason;
    Q_EMIT q->failed(reason);
}

} // namespace tc::live
