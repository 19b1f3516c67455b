// SPDX-License-Identifier: MPL-2.0
#include <tc/signin.h>

#include "signin/callbackrequest.h"
#include "signin/callbackserver.h"
#include "util/makeerror.h"
#include "util/text.h"
#include "util/urls.h"

#include <tc/auth.h>

#include <QRandomGenerator>
#include <QTimer>

#include <array>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

/// 128 bits that nobody can guess, for a path or a name.
QByteArray randomText()
{
    std::array<quint32, 4> words {};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof(words));
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

class SignInPrivate
{
public:
    enum class State { Idle, Waiting, Checking, Ending, Finished };

    SignInPrivate(SignIn *signIn, ClientOptions deployment, SignInOptions wanted)
        : q(signIn), clientOptions(std::move(deployment)), options(std::move(wanted))
    {
    }

    Error startListening();
    QUrl makeUrl(const QUrl &rootUrl) const;
    bool take(QByteArrayView query);
    void check(const Credentials &found);
    void onChecked(Reply<auth::Scopeset> *reply);
    void end(const Error &why);
    void finishWhenQuiet();

    SignIn *q;
    ClientOptions clientOptions;
    SignInOptions options;
    State state = State::Idle;
    QUrl url;
    std::unique_ptr<CallbackServer> server;
    std::unique_ptr<Client> client;
    QTimer timer;
    bool answering = false; ///< the browser's page has not left yet
    Credentials candidate; ///< while it is checked
    Credentials credentials;
    QStringList scopes;
    Error error;
};

Error SignInPrivate::startListening()
{
    server = std::make_unique<CallbackServer>(randomText(), [this](QByteArrayView query) { return take(query); });
    if (!server->listen(options.port))
        return makeError(
            ErrorKind::Network, Text::tr("No port can be opened for the browser: %1").arg(server->errorString()));
    // Queued, because the server goes in the end.
    QObject::connect(
        server.get(), &CallbackServer::answered, q,
        [this] {
            answering = false;
            finishWhenQuiet();
        },
        Qt::QueuedConnection);
    return {};
}

QUrl SignInPrivate::makeUrl(const QUrl &rootUrl) const
{
    QByteArray address = rootUrl.toEncoded() + "/auth/clients/create?";
    for (const QString &scope : options.scopes)
        address += "scope=" + urls::encodeComponent(scope) + '&';
    const QString name = options.name + u'-' + QString::fromLatin1(randomText().left(6));
    address += "name=" + urls::encodeComponent(name) + "&expires=" + urls::encodeComponent(options.expires)
        + "&callback_url=" + urls::encodeComponent(QString::fromLatin1(server->url()));
    if (!options.description.isEmpty())
        address += "&description=" + urls::encodeComponent(options.description);
    return QUrl::fromEncoded(address, QUrl::StrictMode);
}

bool SignInPrivate::take(QByteArrayView query)
{
    // The person may have typed or given up while the connection was open.
    if (state != State::Waiting)
        return false;
    answering = true;
    const auto found = callback::credentials(query);
    if (found)
        check(*found);
    else
        end(makeError(ErrorKind::Protocol, Text::tr("The browser came back without credentials.")));
    return found.has_value();
}

void SignInPrivate::check(const Credentials &found)
{
    state = State::Checking;
    timer.stop();
    candidate = found;
    ClientOptions checked = clientOptions;
    checked.credentials = fixedCredentials(found);
    checked.authorizedScopes.reset();
    client = std::make_unique<Client>(std::move(checked));
    auto *reply = Auth(client.get()).currentScopes();
    QObject::connect(reply, &ReplyBase::finished, q, [this, reply] { onChecked(reply); });
    // Never from inside submit(); the page is on its way by then.
    QMetaObject::invokeMethod(q, &SignIn::received, Qt::QueuedConnection);
}

void SignInPrivate::onChecked(Reply<auth::Scopeset> *reply)
{
    if (state != State::Checking)
        return;
    if (!reply->error()) {
        credentials = candidate;
        scopes = reply->value().scopes;
    }
    end(reply->error());
}

void SignInPrivate::end(const Error &why)
{
    state = State::Ending;
    timer.stop();
    error = why;
    candidate = {};
    QMetaObject::invokeMethod(
        q, [this] { finishWhenQuiet(); }, Qt::QueuedConnection);
}

void SignInPrivate::finishWhenQuiet()
{
    if (state != State::Ending || answering)
        return;
    state = State::Finished;
    server.reset();
    client.reset();
    Q_EMIT q->finished();
}

SignIn::SignIn(ClientOptions client, SignInOptions options, QObject *parent)
    : QObject(parent), d(std::make_unique<SignInPrivate>(this, std::move(client), std::move(options)))
{
    d->timer.setSingleShot(true);
    connect(&d->timer, &QTimer::timeout, this,
        [this] { d->end(makeError(ErrorKind::Timeout, Text::tr("Nobody came back from the browser in time."))); });
}

SignIn::~SignIn()
{
    // Taking the client down ends its call, which is of no interest any more.
    d->state = SignInPrivate::State::Finished;
}

Result<QUrl> SignIn::start()
{
    if (d->state != SignInPrivate::State::Idle)
        return { {}, makeError(ErrorKind::Usage, Text::tr("This sign-in was started before.")) };
    const auto rootUrl = urls::parseRootUrl(d->clientOptions.rootUrl);
    if (!rootUrl)
        return { {}, rootUrl.error };
    if (!callback::isClientId(d->options.name))
        return { {},
            makeError(ErrorKind::Usage, Text::tr("“%1” cannot be part of a client's id.").arg(d->options.name)) };
    if (Error fault = d->startListening())
        return { {}, std::move(fault) };
    d->url = d->makeUrl(*rootUrl);
    d->state = SignInPrivate::State::Waiting;
    d->timer.start(d->options.timeout);
    return { d->url, {} };
}

QUrl SignIn::url() const
{
    return d->url;
}

void SignIn::submit(const Credentials &credentials)
{
    if (d->state != SignInPrivate::State::Waiting)
        return;
    d->server->close();
    d->check(credentials);
}

void SignIn::abort()
{
    using State = SignInPrivate::State;
    if (d->state != State::Waiting && d->state != State::Checking)
        return;
    d->server->close();
    d->end(makeError(ErrorKind::Cancelled, Text::tr("The sign-in was cancelled.")));
}

bool SignIn::isFinished() const
{
    return d->state == SignInPrivate::State::Finished;
}

const Error &SignIn::error() const
{
    return d->error;
}

const Credentials &SignIn::credentials() const
{
    return d->credentials;
}

const QStringList &SignIn::scopes() const
{
    return d->scopes;
}

} // namespace tc
