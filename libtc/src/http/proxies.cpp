// SPDX-License-Identifier: MPL-2.0
#include "http/proxies.h"

#include "util/elsewhere.h"
#include "util/urls.h"

#include <tc/logging.h>

#include <QHostAddress>
#include <QNetworkProxyQuery>
#include <QRegularExpression>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tc {

namespace {

/// Settings of the desktop are asked for again after this time.
constexpr auto freshness = 60s;

/// The variable in small letters, or in capitals.
QString variable(const char *name)
{
    const QString value = qEnvironmentVariable(name).trimmed();
    return value.isEmpty() ? qEnvironmentVariable(QByteArray(name).toUpper().constData()).trimmed() : value;
}

/// "http://user:password@host:3128", "host:3128" or "socks5://host"; nothing for what Qt has no proxy for.
std::optional<QNetworkProxy> parseProxy(const QString &text)
{
    if (text.isEmpty())
        return {};
    const QUrl url(text.contains("://"_L1) ? text : "http://"_L1 + text);
    const QString scheme = url.scheme();
    const bool isSocks = scheme.startsWith("socks5"_L1) || scheme == "socks"_L1;
    if (url.host().isEmpty() || (scheme != "http"_L1 && !isSocks)) {
        qCWarning(lcHttp, "The environment names a proxy of a kind that is not supported; it is not used.");
        return {};
    }
    const int port = url.port(isSocks ? 1080 : 80);
    return QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
        static_cast<quint16>(port), url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
}

QString originOf(const QUrl &url)
{
    return url.scheme() + "://"_L1 + url.host() + u':' + QString::number(urls::port(url));
}

class Factory : public QNetworkProxyFactory
{
public:
    explicit Factory(std::shared_ptr<const Proxies> proxies) : m_proxies(std::move(proxies)) { }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return m_proxies->proxyFor(query.url());
    }

private:
    std::shared_ptr<const Proxies> m_proxies;
};

} // namespace

EnvironmentProxies::EnvironmentProxies()
{
    static const QRegularExpression separators(u"[,\\s]+"_s);
    const auto all = parseProxy(variable("all_proxy"));
    // Where a web server runs programs, HTTP_PROXY in capitals is a header that a visitor sent.
    const bool isHeader = qEnvironmentVariableIsSet("REQUEST_METHOD");
    const auto http = parseProxy(isHeader ? qEnvironmentVariable("http_proxy") : variable("http_proxy"));
    const auto https = parseProxy(variable("https_proxy"));
    m_http = http ? http : all;
    m_https = https ? https : all;
    m_exceptions = variable("no_proxy").toLower().split(separators, Qt::SkipEmptyParts);
}

/// An exception is "*", a host or a domain with everything below it, each with or without a port, or a subnet.
bool EnvironmentProxies::isException(const QUrl &url) const
{
    const QString host = url.host().toLower();
    const QHostAddress address(host);
    for (QString entry : m_exceptions) {
        if (entry == "*"_L1)
            return true;
        if (entry.contains(u'/')) {
            const auto subnet = QHostAddress::parseSubnet(entry);
            if (!address.isNull() && subnet.second >= 0 && address.isInSubnet(subnet))
                return true;
            continue;
        }
        // An IPv6 address has colons of its own; with a port it stands in brackets.
        const qsizetype colon = entry.lastIndexOf(u':');
        if (colon > 0 && (entry.count(u':') == 1 || entry.at(colon - 1) == u']')) {
            if (entry.mid(colon + 1).toInt() != urls::port(url))
                continue;
            entry.truncate(colon);
        }
        entry.remove(u'[').remove(u']');
        while (entry.startsWith(u'.') || entry.startsWith(u'*'))
            entry.remove(0, 1);
        if (!entry.isEmpty() && (host == entry || host.endsWith(u'.' + entry)))
            return true;
    }
    return false;
}

std::optional<QNetworkProxy> EnvironmentProxies::proxyFor(const QUrl &url) const
{
    const auto &proxy = url.scheme() == "https"_L1 ? m_https : m_http;
    if (proxy && isException(url))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    return proxy;
}

Proxies::Proxies(std::optional<QNetworkProxy> fixed) : m_fixed(std::move(fixed))
{
    if (m_fixed && m_fixed->type() == QNetworkProxy::DefaultProxy)
        m_fixed.reset();
}

std::unique_ptr<QNetworkProxyFactory> Proxies::factory()
{
    return std::make_unique<Factory>(shared_from_this());
}

/// The proxy when it follows from rules, without asking anybody.
std::optional<QNetworkProxy> Proxies::ruled(const QUrl &url) const
{
    if (urls::isLoopbackHost(url.host()) || (!m_exempt.isEmpty() && urls::sameOrigin(url, m_exempt)))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    return m_fixed ? m_fixed : m_environment.proxyFor(url);
}

bool Proxies::isKnown(const QUrl &url) const
{
    if (ruled(url))
        return true;
    const auto found = m_desktop.constFind(originOf(url));
    return found != m_desktop.constEnd() && !found->fresh.hasExpired();
}

void Proxies::learn(const QUrl &url, QObject *context, std::function<void()> done)
{
    const auto ask = [url] { return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url)); };
    const auto keep = [self = shared_from_this(), origin = originOf(url), done = std::move(done)](
                          const QList<QNetworkProxy> &proxies) {
        self->m_desktop.insert(origin, { proxies, QDeadlineTimer(freshness) });
        done();
    };
    runElsewhere<QList<QNetworkProxy>>(ask, context, keep);
}

QList<QNetworkProxy> Proxies::proxyFor(const QUrl &url) const
{
    if (const auto proxy = ruled(url))
        return { *proxy };
    // An old answer is better than none: the request has waited for it once.
    const QList<QNetworkProxy> proxies = m_desktop.value(originOf(url)).proxies;
    return proxies.isEmpty() ? QList { QNetworkProxy(QNetworkProxy::NoProxy) } : proxies;
}

} // namespace tc
