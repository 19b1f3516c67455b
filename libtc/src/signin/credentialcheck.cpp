// SPDX-License-Identifier: MPL-2.0
#include <tc/credentialcheck.h>

#include "call/clientprivate.h"
#include "util/makeerror.h"
#include "util/text.h"

#include <tc/auth.h>

#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace tc {

class CredentialCheckPrivate
{
public:
    CredentialCheckPrivate(CredentialCheck *check, Client *ofClient) : q(check), client(ofClient) { }

    void begin();
    void onCredentials(const Result<Credentials> &credentials);
    void askScopes();
    /// Asks for the client that issued the credentials, as \a asker.
    void askIssuer(Client *asker);
    void onIssuer(const auth::GetClientResponse &issuer);
    void onIssuerFailure(const Error &failure, Client *asker);
    void deactivate(const QString &reason);
    void partDone();
    void abort();
    void finish(Error failure);

    CredentialCheck *q;
    QPointer<Client> client;
    std::unique_ptr<Client> anonymous;
    std::unique_ptr<Client> authenticated;
    QList<QPointer<ReplyBase>> replies;
    CredentialInformation information;
    Error error;
    int parts = 0; ///< questions without an answer yet
    bool asked = false; ///< the provider has answered; a second answer is none
    bool ending = false; ///< finished() is due
    bool finished = false;
    bool autoDelete = true;
};

void CredentialCheckPrivate::begin()
{
    if (ending || finished || !client)
        return;
    if (!client->options().credentials) {
        onCredentials({ Credentials {}, {} });
        return;
    }
    client->options().credentials->provide([guard = QPointer(q)](const Result<Credentials> &credentials) {
        if (guard)
            guard->d->onCredentials(credentials);
    });
}

void CredentialCheckPrivate::onCredentials(const Result<Credentials> &credentials)
{
    if (ending || finished || !client || std::exchange(asked, true))
        return;
    if (!credentials) {
        finish(credentials.error ? credentials.error
                                 : makeError(ErrorKind::Authentication, Text::tr("There are no credentials.")));
        return;
    }
    const auto offline = credentialInformation(*credentials);
    if (!offline) {
        finish(offline.error);
        return;
    }
    information = *offline;
    ClientOptions options = client->options();
    // All answers shall be about the same credentials, also where a provider has others by then.
    options.credentials = fixedCredentials(*credentials);
    authenticated = client->derive(options);
    options.credentials = nullptr;
    options.authorizedScopes.reset();
    anonymous = client->derive(std::move(options));
    const bool hasIssuer = !credentials->isAnonymous();
    parts = hasIssuer ? 2 : 1;
    askScopes();
    if (hasIssuer)
        askIssuer(anonymous.get());
}

void CredentialCheckPrivate::askScopes()
{
    auto *reply = Auth(authenticated.get()).currentScopes();
    replies.append(reply);
    reply
        ->onSuccess(q,
            [this](const auth::Scopeset &scopes) {
                information.scopes = scopes.scopes;
                information.scopesAreExpanded = true;
                partDone();
            })
        ->onFailure(q, [this](const Error &failure) {
            if (failure.kind == ErrorKind::Authentication)
                deactivate(failure.message);
            else if (failure.kind != ErrorKind::Scope)
                finish(failure);
            partDone();
        });
}

void CredentialCheckPrivate::askIssuer(Client *asker)
{
    auto *reply = Auth(asker).client(information.issuer);
    replies.append(reply);
    reply->onSuccess(q, [this](const auth::GetClientResponse &issuer) { onIssuer(issuer); })
        ->onFailure(q, [this, asker](const Error &failure) { onIssuerFailure(failure, asker); });
}

void CredentialCheckPrivate::onIssuer(const auth::GetClientResponse &issuer)
{
    if (issuer.disabled)
        deactivate(Text::tr("The client \"%1\" is disabled.").arg(information.issuer));
    if (issuer.expires.isValid() && (!information.expiry.isValid() || issuer.expires < information.expiry))
        information.expiry = issuer.expires;
    partDone();
}

void CredentialCheckPrivate::onIssuerFailure(const Error &failure, Client *asker)
{
    const bool mayNot = failure.kind == ErrorKind::Scope || failure.kind == ErrorKind::Authentication;
    if (mayNot && asker == anonymous.get()) {
        askIssuer(authenticated.get());
        return;
    }
    if (failure.kind == ErrorKind::NotFound)
        deactivate(Text::tr("There is no client \"%1\".").arg(information.issuer));
    else if (!mayNot)
        finish(failure);
    partDone();
}

void CredentialCheckPrivate::deactivate(const QString &reason)
{
    information.active = false;
    if (information.inactiveReason.isEmpty())
        information.inactiveReason = reason;
}

void CredentialCheckPrivate::partDone()
{
    if (--parts > 0 || finished || ending)
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const bool hasBegun = !information.start.isValid() || information.start <= now;
    const bool hasEnded = information.expiry.isValid() && information.expiry <= now;
    information.active = information.active && hasBegun && !hasEnded;
    finish({});
}

void CredentialCheckPrivate::abort()
{
    if (ending || finished)
        return;
    ending = true;
    QMetaObject::invokeMethod(
        q, [this] { finish(makeError(ErrorKind::Cancelled, Text::tr("The call was cancelled."))); },
        Qt::QueuedConnection);
}

void CredentialCheckPrivate::finish(Error failure)
{
    if (std::exchange(finished, true))
        return;
    error = std::move(failure);
    if (error)
        information = {};
    const auto running = std::exchange(replies, {});
    for (const auto &reply : running) {
        if (reply && !reply->isFinished()) {
            reply->disconnect(q);
            reply->abort();
        }
    }
    const QPointer<CredentialCheck> guard(q);
    Q_EMIT q->finished();
    if (guard && autoDelete)
        q->deleteLater();
}

CredentialCheck::CredentialCheck(Client *client, QObject *parent)
    : QObject(parent ? parent : lastOwner()), d(std::make_unique<CredentialCheckPrivate>(this, client))
{
    connect(client, &QObject::destroyed, this, &CredentialCheck::abort);
    QMetaObject::invokeMethod(
        this, [this] { d->begin(); }, Qt::QueuedConnection);
}

CredentialCheck::~CredentialCheck() = default;

bool CredentialCheck::isFinished() const
{
    return d->finished;
}

const Error &CredentialCheck::error() const
{
    return d->error;
}

const CredentialInformation &CredentialCheck::information() const
{
    return d->information;
}

void CredentialCheck::abort()
{
    d->abort();
}

void CredentialCheck::setAutoDelete(bool on)
{
    d->autoDelete = on;
}

} // namespace tc
