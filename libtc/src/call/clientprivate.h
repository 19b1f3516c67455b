// SPDX-License-Identifier: MPL-2.0
#pragma once

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

class ClientPrivate
{
public:
    ClientPrivate(Client *client, ClientOptions clientOptions);

    static ClientPrivate *of(Client *client) { return client->d.get(); }

    /// A client of the same deployment on the same connections, for credentials that a service handed out.
    static std::unique_ptr<Client> sibling(Client *client, const Credentials &credentials);

    Result<Target> target(const Call &call) const;
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
    /// What the service's clock is ahead of ours, as learnt from replies that refused a signature.
    std::chrono::milliseconds clockOffset { 0 };
    QSet<ReplyPrivate *> running;
};

/// Who owns an object that lost or never had a parent: the application, so that it does not outlive that.
QObject *lastOwner();

} // namespace tc
