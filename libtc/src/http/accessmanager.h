// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "http/exchange.h"
#include "http/proxies.h"

#include <tc/transport.h>

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslConfiguration>

#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace tc {

/// The HTTP policy of one root URL, all of it:
/// credentials go to its scheme, host and port only, and over plain http only to a loopback host or when the deployment
/// was marked for development; redirects are never followed; no cookies, no cache, no way around a TLS error; HTTP/1.1,
/// see send(); each purpose has connections of its own; proxies as Proxies has them. A transport that stands in for the
/// network changes none of it.
class AccessManager : public QObject
{
    Q_OBJECT

public:
    struct Policy {
        QUrl rootUrl;
        bool developmentDeployment = false;
        std::optional<QSslConfiguration> tls;
        std::optional<QNetworkProxy> proxy; ///< absent is the system's
        QByteArray program; ///< stands before the library in the user agent
        std::shared_ptr<Transport> transport; ///< null is the network

        bool operator==(const Policy &) const = default;
    };
    /// Shared, because transfers use a client's connections after it has gone. The last owner may let go inside a
    /// signal of a connection; then the manager stays until control is back in the event loop.
    static std::shared_ptr<AccessManager> create(Policy policy);
    ~AccessManager() override;

    const Policy &policy() const { return m_policy; }

    /// Why credentials must not go to \a url, or no error.
    Error checkCredentials(const QUrl &url) const;

    /// Sends on the next free connection. HTTP/2 stays off: in Qt 6.4 one connection then carries everything, so one
    /// GOAWAY or stall hits every call, and a body that can be read only once is not kept from being sent again there.
    Exchange *send(HttpRequest request);

    /// Calls \a done, from this call or later unless \a context has died by then: whether requests to \a url go
    /// straight to its host, and not through a proxy or a transport that has its own ways.
    void askWhetherDirect(const QUrl &url, QObject *context, const std::function<void(bool isDirect)> &done);

    /// Stands on the stack wherever one of Qt's network classes calls us.
    class Busy
    {
    public:
        explicit Busy(AccessManager *manager) : m_manager(manager) { ++m_manager->m_busy; }
        ~Busy() { --m_manager->m_busy; }
        Q_DISABLE_COPY_MOVE(Busy)

    private:
        AccessManager *m_manager;
    };

private:
    friend class Exchange;
    explicit AccessManager(Policy policy);
    /// Connections of one purpose. Qt opens six to a host for each of its managers.
    struct PoolState {
        std::vector<QNetworkAccessManager *> managers;
        std::vector<int> running; ///< by manager
        std::deque<QPointer<Exchange>> waiting;
    };

    void enqueue(Exchange *exchange);
    void dispatch(Pool pool);
    int freeSlot(PoolState &state, Pool pool);
    void release(Exchange *exchange);
    QNetworkAccessManager *makeManager();

    Policy m_policy;
    std::shared_ptr<Proxies> m_proxies;
    QNetworkRequest m_prototype;
    std::array<PoolState, 3> m_pools;
    int m_busy = 0;
};

/// "libtc/0.1.0 Qt/6.4.2", after \a program unless that is empty.
QByteArray userAgent(const QByteArray &program);

} // namespace tc
