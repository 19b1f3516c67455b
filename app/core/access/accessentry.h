// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace tc::auth {
struct CreateClientResponse;
struct GetClientResponse;
struct GetRoleResponse;
} // namespace tc::auth

namespace core {

/// A client or a role: a name that stands for scopes. Times are ms since the epoch, 0 is "not known".
struct AccessEntry {
    enum class Kind { Client, Role };

    Kind kind = Kind::Client;
    QString id; ///< clientId or roleId; hostile text
    QString description;
    QStringList scopes;
    QStringList expandedScopes; ///< with everything that the roles among them give
    qint64 created = 0;
    qint64 lastModified = 0;
    qint64 expires = 0; ///< these and what follows are a client's
    qint64 lastUsed = 0;
    qint64 lastRotated = 0;
    bool deleteOnExpiration = false;
    bool disabled = false;

    static AccessEntry of(const tc::auth::GetClientResponse &client);
    static AccessEntry of(const tc::auth::CreateClientResponse &client);
    static AccessEntry of(const tc::auth::GetRoleResponse &role);

    bool isClient() const { return kind == Kind::Client; }
    bool hasExpired(qint64 now) const { return isClient() && expires > 0 && expires <= now; }
    /// Whether somebody can use it now: roles always, clients unless they are disabled or have expired.
    bool isUsable(qint64 now) const { return !disabled && !hasExpired(now); }
    /// Whether it belongs to the deployment's own configuration, which the service does not change.
    bool isStatic() const;
    /// "Disabled", "Expired", or nothing while there is nothing to say.
    QString stateText(qint64 now) const;

    friend bool operator==(const AccessEntry &, const AccessEntry &) = default;
};

} // namespace core
