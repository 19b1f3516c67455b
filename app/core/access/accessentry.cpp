// SPDX-License-Identifier: MPL-2.0
#include "core/access/accessentry.h"

#include "core/task/convert.h"

#include <tc/auth_types.h>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::AccessEntry)
};

// A client as it is read and as it comes back from its creation are two types with the same members.
template <typename Client>
AccessEntry fromClient(const Client &client)
{
    AccessEntry entry;
    entry.kind = AccessEntry::Kind::Client;
    entry.id = client.clientId;
    entry.description = client.description;
    entry.scopes = client.scopes;
    entry.expandedScopes = client.expandedScopes;
    entry.created = toTime(client.created);
    entry.lastModified = toTime(client.lastModified);
    entry.expires = toTime(client.expires);
    entry.lastUsed = toTime(client.lastDateUsed);
    entry.lastRotated = toTime(client.lastRotated);
    entry.deleteOnExpiration = client.deleteOnExpiration;
    entry.disabled = client.disabled;
    return entry;
}

} // namespace

AccessEntry AccessEntry::of(const tc::auth::GetClientResponse &client)
{
    return fromClient(client);
}

AccessEntry AccessEntry::of(const tc::auth::CreateClientResponse &client)
{
    return fromClient(client);
}

AccessEntry AccessEntry::of(const tc::auth::GetRoleResponse &role)
{
    AccessEntry entry;
    entry.kind = Kind::Role;
    entry.id = role.roleId;
    entry.description = role.description;
    entry.scopes = role.scopes;
    entry.expandedScopes = role.expandedScopes;
    entry.created = toTime(role.created);
    entry.lastModified = toTime(role.lastModified);
    return entry;
}

bool AccessEntry::isStatic() const
{
    return isClient() && id.startsWith(u"static/");
}

QString AccessEntry::stateText(qint64 now) const
{
    if (disabled)
        return Texts::tr("Disabled");
    return hasExpired(now) ? Texts::tr("Expired") : QString();
}

} // namespace core
