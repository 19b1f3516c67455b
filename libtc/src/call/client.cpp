// SPDX-License-Identifier: MPL-2.0
#include <tc/client.h>

#include "call/clientprivate.h"
#include "call/replyprivate.h"
#include "util/makeerror.h"
#include "util/text.h"
#include "util/urls.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QThread>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

ClientOptions fixedOptions(const QString &rootUrl, const Credentials &credentials)
{
    ClientOptions options;
    options.rootUrl = rootUrl;
    if (!credentials.isAnonymous())
        options.credentials = fixedCredentials(credentials);
    return options;
}

Error usage(const Call &call, const QString &message)
{
    Error error;
    error.kind = ErrorKind::Usage;
    error.message = message;
    if (call.method)
        error.method = QLatin1StringView(call.method->service) + u'.' + QLatin1StringView(call.method->name);
    return error;
}

} // namespace

ClientPrivate::ClientPrivate(Client *client, ClientOptions clientOptions, const ClientPrivate *base)
    : q(client), options(std::move(clientOptions))
{
    if (options.maxRetries)
        options.retry.retries = *options.maxRetries;
    const auto parsed = urls::parseRootUrl(options.rootUrl);
    rootUrl = parsed.value.value_or(QUrl());
    rootError = parsed.error;
    AccessManager::Policy policy { rootUrl, options.developmentDeployment, options.tls, options.proxy,
        options.userAgent.toLatin1(), options.transport };
    http = base && base->http->policy() == policy ? base->http : AccessManager::create(std::move(policy));
    deployment = base && base->rootUrl == rootUrl ? base->deployment : std::make_shared<Deployment>();
}

std::unique_ptr<Client> ClientPrivate::sibling(const Client *client, const Credentials &credentials)
{
    ClientOptions options = client->options();
    options.credentials = fixedCredentials(credentials);
    options.authorizedScopes.reset();
    return client->derive(std::move(options));
}

void ClientPrivate::start(Client *client, ReplyBase *reply, Result<Call> call)
{
    if (call)
        client->start(reply, std::move(*call.value));
    else
        settle(client, reply, std::move(call.error));
}

void ClientPrivate::settle(Client *client, ReplyBase *reply, Error failure)
{
    client->d->running.insert(ReplyPrivate::of(reply));
    ReplyPrivate::of(reply)->settle(client->d.get(), std::move(failure));
}

Result<Target> ClientPrivate::target(const Call &call) const
{
    if (rootError)
        return { {}, usage(call, rootError.message) };
    const auto below = urls::methodTarget(*call.method, call.arguments, call.query);
    if (!below)
        return { {}, usage(call, below.error.message) };
    Target target;
    target.signedPart = { call.method->verb, rootUrl.path(QUrl::FullyEncoded).toLatin1() + *below,
        urls::hostForHeader(rootUrl), urls::port(rootUrl) };
    const QUrl origin = rootUrl.adjusted(QUrl::RemovePath);
    target.url = QUrl::fromEncoded(origin.toEncoded() + target.signedPart.pathAndQuery, QUrl::StrictMode);
    // A signature over other bytes than those on the wire would be refused for no visible reason.
    if (!target.url.isValid() || urls::wireTarget(target.url) != target.signedPart.pathAndQuery)
        return { {},
            usage(call, Text::tr("The arguments cannot be sent in a URL: %1").arg(call.arguments.join(", "_L1))) };
    return { target, {} };
}

Result<Target> ClientPrivate::target(const QUrl &url) const
{
    if (rootError)
        return { {}, rootError };
    const QByteArray wire = urls::wireTarget(url);
    const QByteArray rootPath = rootUrl.path(QUrl::FullyEncoded).toLatin1();
    if (!url.isValid() || !urls::sameOrigin(url, rootUrl) || !wire.startsWith(QByteArray(rootPath + '/')))
        return { {}, usageError(Text::tr("The URL is not one of %1.").arg(rootUrl.toDisplayString())) };
    // A signature over other bytes than those that are sent would be refused for no visible reason.
    const QUrl::FormattingOptions written(
        QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::FormattingOptions(QUrl::FullyEncoded));
    if (!url.userInfo().isEmpty() || url.hasFragment() || url.toEncoded(written) != wire)
        return { {}, usageError(Text::tr("The URL would not be sent as it is written.")) };
    if (QUrlQuery(url).hasQueryItem(u"bewit"_s))
        return { {}, usageError(Text::tr("The URL is signed already.")) };
    return { Target { url, { "GET", wire, urls::hostForHeader(rootUrl), urls::port(rootUrl) } }, {} };
}

Result<Credentials> ClientPrivate::credentialsAtHand() const
{
    // Shared with the answer, which may come after we have gone.
    auto answer = std::make_shared<std::optional<Result<Credentials>>>();
    if (options.credentials)
        options.credentials->provide([answer](Result<Credentials> credentials) { *answer = std::move(credentials); });
    else
        *answer = Result<Credentials> { Credentials {}, {} };
    if (!*answer)
        return { {}, usageError(Text::tr("The credentials are not at hand yet.")) };
    Result<Credentials> credentials = std::move(**answer);
    if (credentials && credentials->isAnonymous())
        return { {}, usageError(Text::tr("A URL cannot be signed without credentials.")) };
    return credentials;
}

Result<QUrl> ClientPrivate::signUrl(const Target &target, const Credentials &credentials, std::chrono::seconds expiry,
    const std::optional<QStringList> &authorizedScopes) const
{
    const qint64 expires = serviceTime() / 1000 + expiry.count();
    const auto bewit = hawk::bewit(credentials, target.signedPart, expires, authorizedScopes);
    if (!bewit)
        return { {}, bewit.error };
    const char separator = target.url.hasQuery() ? '&' : '?';
    return { QUrl::fromEncoded(target.url.toEncoded() + separator + "bewit=" + *bewit, QUrl::StrictMode), {} };
}

qint64 ClientPrivate::serviceTime() const
{
    return QDateTime::currentMSecsSinceEpoch() + deployment->clockOffset.count();
}

QObject *lastOwner()
{
    QCoreApplication *application = QCoreApplication::instance();
    return application && application->thread() == QThread::currentThread() ? application : nullptr;
}

Client::Client(ClientOptions options, QObject *parent) : Client(std::move(options), nullptr, parent) { }

Client::Client(ClientOptions options, const ClientPrivate *base, QObject *parent)
    : QObject(parent), d(std::make_unique<ClientPrivate>(this, std::move(options), base))
{
}

Client::Client(const QString &rootUrl, const Credentials &credentials, QObject *parent)
    : Client(fixedOptions(rootUrl, credentials), parent)
{
}

Client::~Client()
{
    const auto running = std::exchange(d->running, {});
    for (ReplyPrivate *reply : running)
        reply->clientGone(this);
}

const ClientOptions &Client::options() const
{
    return d->options;
}

QUrl Client::rootUrl() const
{
    return d->rootUrl;
}

Error Client::checkRootUrl(const QString &rootUrl)
{
    return urls::parseRootUrl(rootUrl).error;
}

std::unique_ptr<Client> Client::derive(ClientOptions options) const
{
    return std::unique_ptr<Client>(new Client(std::move(options), d.get(), nullptr));
}

void Client::start(ReplyBase *reply, Call call)
{
    d->running.insert(reply->d.get());
    reply->d->start(d.get(), std::move(call));
}

Result<QUrl> Client::buildUrl(const Call &call) const
{
    if (qstrcmp(call.method->verb, "GET") != 0)
        return { {}, usage(call, Text::tr("Only a GET can be made into a URL.")) };
    auto target = d->target(call);
    if (!target)
        return { {}, std::move(target.error) };
    return { std::move(target.value->url), {} };
}

Result<QUrl> Client::buildSignedUrl(const Call &call, std::optional<std::chrono::seconds> expiry) const
{
    if (qstrcmp(call.method->verb, "GET") != 0)
        return { {}, usage(call, Text::tr("Only a GET can be made into a URL.")) };
    const auto target = d->target(call);
    if (!target)
        return { {}, target.error };
    const auto credentials = d->credentialsAtHand();
    if (!credentials)
        return { {},
            credentials.error.kind == ErrorKind::Usage ? usage(call, credentials.error.message) : credentials.error };
    const auto &scopes = call.options.authorizedScopes ? call.options.authorizedScopes : d->options.authorizedScopes;
    auto url = d->signUrl(*target, *credentials, expiry.value_or(d->options.signedUrlExpiration), scopes);
    if (!url)
        url.error.method = usage(call, {}).method;
    return url;
}

Result<QUrl> Client::signUrl(const QUrl &url, std::optional<std::chrono::seconds> expiry) const
{
    const auto target = d->target(url);
    if (!target)
        return { {}, target.error };
    const auto credentials = d->credentialsAtHand();
    if (!credentials)
        return { {}, credentials.error };
    const auto lifetime = expiry.value_or(d->options.signedUrlExpiration);
    return d->signUrl(*target, *credentials, lifetime, d->options.authorizedScopes);
}

Service::Service(Client *client, QObject *parent) : QObject(parent), m_client(client) { }

} // namespace tc
