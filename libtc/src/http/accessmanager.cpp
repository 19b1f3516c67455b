// SPDX-License-Identifier: MPL-2.0
#include "http/accessmanager.h"

#include "util/text.h"
#include "util/urls.h"

#include <QNetworkAccessManager>
#include <QNetworkCookie>
#include <QNetworkCookieJar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

constexpr int connectionsPerManager = 6;

/// How many managers a pool may have: a page that asks 50 things at once wants more than six connections.
constexpr size_t managerLimit(Pool pool)
{
    return pool == Pool::Api ? 4 : 2;
}

class NoCookies : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

/// What a header may hold of \a text: no line feed makes another header of it.
QByteArray printable(QByteArray text)
{
    text.removeIf([](char c) { return c < ' ' || c > '~'; });
    return text.trimmed();
}

QNetworkRequest makePrototype(const AccessManager::Policy &policy)
{
    QNetworkRequest request;
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("User-Agent", userAgent(policy.program));
    // Set by hand, so that Qt leaves the decoding to us.
    request.setRawHeader("Accept-Encoding", "gzip");
    // Qt would tell the person's language otherwise.
    request.setRawHeader("Accept-Language", "en");
    if (policy.tls)
        request.setSslConfiguration(*policy.tls);
    return request;
}

} // namespace

Transport::~Transport() = default;

QByteArray userAgent(const QByteArray &program)
{
    const QByteArray library = QByteArray("libtc/" TC_VERSION " Qt/") + qVersion();
    const QByteArray name = printable(program);
    return name.isEmpty() ? library : name + ' ' + library;
}

std::shared_ptr<AccessManager> AccessManager::create(Policy policy)
{
    const auto letGo = [](AccessManager *manager) {
        if (manager->m_busy > 0)
            manager->deleteLater();
        else
            delete manager;
    };
    return { new AccessManager(std::move(policy)), letGo };
}

AccessManager::AccessManager(Policy policy)
    : m_policy(std::move(policy)), m_proxies(std::make_shared<Proxies>(m_policy.proxy)),
      m_prototype(makePrototype(m_policy))
{
    // Over plain http a proxy would read the credentials.
    if (m_policy.developmentDeployment && m_policy.rootUrl.scheme() == "http"_L1)
        m_proxies->exempt(m_policy.rootUrl);
}

AccessManager::~AccessManager()
{
    // Exchanges first: they hold replies of the managers. None may start in the place of another.
    for (auto &state : m_pools)
        state.waiting.clear();
    const auto exchanges = findChildren<Exchange *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(exchanges);
}

Error AccessManager::checkCredentials(const QUrl &url) const
{
    Error error;
    if (!urls::sameOrigin(url, m_policy.rootUrl)) {
        error.kind = ErrorKind::Usage;
        error.message = Text::tr("Credentials for %1 are not sent to %2.").arg(m_policy.rootUrl.host(), url.host());
    } else if (url.scheme() != "https"_L1 && !m_policy.developmentDeployment && !urls::isLoopbackHost(url.host())) {
        error.kind = ErrorKind::Usage;
        error.message = Text::tr("Credentials are not sent to %1 over plain http. Use https, no credentials, or mark "
                                 "the deployment as one for development.")
                            .arg(url.host());
    }
    return error;
}

Exchange *AccessManager::send(HttpRequest request)
{
    auto *exchange = new Exchange(std::move(request), this);
    if (!exchange->m_request.authorization.isEmpty()) {
        if (Error error = checkCredentials(exchange->m_request.url)) {
            exchange->failLater(std::move(error));
            return exchange;
        }
    }
    if (m_policy.transport || m_proxies->isKnown(exchange->m_request.url)) {
        enqueue(exchange);
        return exchange;
    }
    // The desktop's settings may take a while to read, or a script to run.
    m_proxies->learn(exchange->m_request.url, this, [this, guard = QPointer(exchange)] {
        if (guard && !guard->m_done)
            enqueue(guard);
    });
    return exchange;
}

void AccessManager::askWhetherDirect(const QUrl &url, QObject *context, const std::function<void(bool isDirect)> &done)
{
    if (m_policy.transport) {
        done(false);
        return;
    }
    const auto answer = [proxies = m_proxies, url, done] {
        const auto ways = proxies->proxyFor(url);
        done(std::all_of(
            ways.cbegin(), ways.cend(), [](const QNetworkProxy &way) { return way.type() == QNetworkProxy::NoProxy; }));
    };
    if (m_proxies->isKnown(url))
        answer();
    else
        m_proxies->learn(url, context, answer);
}

void AccessManager::enqueue(Exchange *exchange)
{
    const Pool pool = exchange->m_request.pool;
    m_pools[static_cast<size_t>(pool)].waiting.emplace_back(exchange);
    dispatch(pool);
}

void AccessManager::dispatch(Pool pool)
{
    auto &state = m_pools[static_cast<size_t>(pool)];
    while (!state.waiting.empty()) {
        if (!state.waiting.front() || state.waiting.front()->m_done) {
            state.waiting.pop_front();
            continue;
        }
        const int slot = freeSlot(state, pool);
        if (slot < 0)
            return;
        Exchange *exchange = state.waiting.front();
        state.waiting.pop_front();
        exchange->m_slot = slot;
        ++state.running[static_cast<size_t>(slot)];
        exchange->begin(state.managers[static_cast<size_t>(slot)], m_prototype);
    }
}

/// The first manager with a connection to spare, so that calls one after the other share one connection.
int AccessManager::freeSlot(PoolState &state, Pool pool)
{
    for (size_t i = 0; i < state.managers.size(); ++i) {
        if (state.running[i] < connectionsPerManager)
            return static_cast<int>(i);
    }
    if (state.managers.size() == managerLimit(pool))
        return -1;
    state.managers.push_back(makeManager());
    state.running.push_back(0);
    return static_cast<int>(state.managers.size()) - 1;
}

QNetworkAccessManager *AccessManager::makeManager()
{
    auto *manager = m_policy.transport ? m_policy.transport->makeManager(this) : new QNetworkAccessManager(this);
    manager->setProxyFactory(m_proxies->factory().release());
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setCookieJar(new NoCookies(manager));
    manager->setAutoDeleteReplies(false);
    return manager;
}

void AccessManager::release(Exchange *exchange)
{
    if (exchange->m_slot < 0)
        return;
    const Pool pool = exchange->m_request.pool;
    --m_pools[static_cast<size_t>(pool)].running[static_cast<size_t>(std::exchange(exchange->m_slot, -1))];
    dispatch(pool);
}

} // namespace tc
