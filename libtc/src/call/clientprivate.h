// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "call/pagetokens.h"
#include "http/accessmanager.h"

#include <tc/client.h>
#include <tc/hawk.h>

#include <QSet>

#include <memory>

namespace tc {

/// A call's URL with what is signed of it.
struct Target {
    QUrl url;
    hawk::Request signedPart;
};

/// What clients of one root URL have learnt of it, together.
struct Deployment {
    /// What the service's clock is ahead of ours, as learnt from replies that refused a signature.
    std::chrono::milliseconds clockOffset { 0 };
    /// What came after which in the walks over its lists.
    PageTokens pageTokens;
};

class ClientPrivate
{
public:
    /// \a base is the client this one is derived from, or null.
    ClientPrivate(Client *client, ClientOptions clientOptions, const ClientPrivate *base);

    static ClientPrivate *of(Client *client) { return client->d.get(); }

    /// The client derived for credentials that a service handed out.
    static std::unique_ptr<Client> sibling(const Client *client, const Credentials &credentials);

    /// Starts a reply that Client::call() has not made. An error instead of a call is what it ends in.
    static void start(Client *client, ReplyBase *reply, Result<Call> call);
    /// Ends a reply that needs no call: in \a failure, or well.
    static void settle(Client *client, ReplyBase *reply, Error failure);

    Result<Target> target(const Call &call) const;
    /// The same for a GET of any URL below the root URL.
    Result<Target> target(const QUrl &url) const;
    /// The credentials of a provider that answers at once, and not for an anonymous client.
    Result<Credentials> credentialsAtHand() const;
    /// Signs a URL below the root URL for \a expiry from now.
    Result<QUrl> signUrl(const Target &target, const Credentials &credentials, std::chrono::seconds expiry,
        const std::optional<QStringList> &authorizedScopes) const;

    /// Our best guess of the service's clock.
    qint64 serviceTime() const;

    Client *q;
    ClientOptions options;
    QUrl rootUrl;
    Error rootError;
    std::shared_ptr<AccessManager> http;
    std::shared_ptr<Deployment> deployment;
    QSet<ReplyPrivate *> running;
};

/// Who owns an object that lost or never had a parent: the application, so that it does not outlive that.
QObject *lastOwner();

} // namespace tc
