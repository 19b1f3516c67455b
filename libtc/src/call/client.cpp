// SPDX-License-Identifier: MPL-2.0
#include <tc/client.h>

#include "call/clientprivate.h"
#include "call/replyprivate.h"
#include "util/text.h"
#include "util/urls.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QThread>

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

ClientPrivate::ClientPrivate(Client *client, ClientOptions clientOptions) : q(client), options(std::move(clientOptions))
{
    const auto parsed = urls::parseRootUrl(options.rootUrl);
    rootUrl = parsed.value.value_or(QUrl());
    rootError = parsed.error;
    http = AccessManager::create({ rootUrl, options.developmentDeployment, options.tls });
}

std::unique_ptr<Client> ClientPrivate::sibling(Client *client, const Credentials &credentials)
{
    ClientOptions options = client->options();
    options.credentials = fixedCredentials(credentials);
    options.authorizedScopes.reset();
    auto other = std::make_unique<Client>(std::move(options));
    other->d->http = of(client)->http;
    other->d->clockOffset = of(client)->clockOffset;
    return other;
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
    return QDateTime::currentMSecsSinceEpoch() + clockOffset.count();
}

QObject *lastOwner()
{
    QCoreApplication *application = QCoreApplication::instance();
    return application && application->thread() == QThread::currentThread() ? application : nullptr;
}

Client::Client(ClientOptions options, QObject *parent)
    : QObject(parent), d(std::make_unique<ClientPrivate>(this, std::move(options)))
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

Result<QUrl> Client::buildSignedUrl(const Call &call, std::chrono::seconds expiry) const
{
    if (qstrcmp(call.method->verb, "GET") != 0)
        return { {}, usage(call, Text::tr("Only a GET can be made into a URL.")) };
    const auto target = d->target(call);
    if (!target)
        return { {}, target.error };
    // Shared with the answer, which may come after we have gone.
    auto answer = std::make_shared<std::optional<Result<Credentials>>>();
    if (d->options.credentials)
        d->options.credentials->provide(
            [answer](Result<Credentials> credentials) { *answer = std::move(credentials); });
    else
        *answer = Result<Credentials> { Credentials {}, {} };
    if (!*answer)
        return { {}, usage(call, Text::tr("The credentials are not at hand yet.")) };
    const Result<Credentials> &credentials = **answer;
    if (!credentials)
        return { {}, credentials.error };
    if (credentials->isAnonymous())
        return { {}, usage(call, Text::tr("A URL cannot be signed without credentials.")) };
    const auto &scopes = call.options.authorizedScopes ? call.options.authorizedScopes : d->options.authorizedScopes;
    auto url = d->signUrl(*target, *credentials, expiry, scopes);
    if (!url)
        url.error.method = usage(call, {}).method;
    return url;
}

Service::Service(Client *client, QObject *parent) : QObject(parent), m_client(client) { }

} // namespace tc
