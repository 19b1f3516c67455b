// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QDeadlineTimer>
#include <QHash>
#include <QNetworkProxy>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace tc {

/// What the environment says of proxies, in the customary variables: http_proxy, https_proxy, all_proxy and no_proxy,
/// in small letters or, where those are not set, in capitals.
class EnvironmentProxies
{
public:
    EnvironmentProxies();

    /// The proxy to \a url, QNetworkProxy::NoProxy for an exception, nothing when the environment does not say.
    std::optional<QNetworkProxy> proxyFor(const QUrl &url) const;

private:
    bool isException(const QUrl &url) const;

    std::optional<QNetworkProxy> m_http;
    std::optional<QNetworkProxy> m_https;
    QStringList m_exceptions;
};

/// Which proxy a request goes through: none to this machine itself, else the one that was given, else the
/// environment's, else the desktop's. Used by one thread, kept alive by its factories.
class Proxies : public std::enable_shared_from_this<Proxies>
{
public:
    /// \a fixed is the proxy that was given; absent, and Qt's default proxy, stand for the system's.
    explicit Proxies(std::optional<QNetworkProxy> fixed);

    /// No proxy to the origin of \a url.
    void exempt(const QUrl &url) { m_exempt = url; }
    /// For a QNetworkAccessManager, which owns it.
    std::unique_ptr<QNetworkProxyFactory> factory();

    /// Whether proxyFor() can answer without asking the desktop, which may take long.
    bool isKnown(const QUrl &url) const;
    /// Asks the desktop on another thread, then calls \a done on the thread of \a context, unless that has died.
    void learn(const QUrl &url, QObject *context, std::function<void()> done);
    QList<QNetworkProxy> proxyFor(const QUrl &url) const;

private:
    struct Answer {
        QList<QNetworkProxy> proxies;
        QDeadlineTimer fresh;
    };

    std::optional<QNetworkProxy> ruled(const QUrl &url) const;

    std::optional<QNetworkProxy> m_fixed;
    EnvironmentProxies m_environment;
    QUrl m_exempt;
    QHash<QString, Answer> m_desktop; ///< by origin
};

} // namespace tc
