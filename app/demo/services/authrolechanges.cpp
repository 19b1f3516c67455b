// SPDX-License-Identifier: MPL-2.0
// Roles that are made, changed and deleted.
#include "demo/auth/scopes.h"
#include "demo/services/authparts.h"
#include "demo/services/services.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

void reply(ApiCall &call, const AuthRole &role)
{
    JsonWriter writer;
    writeRole(writer, role, call.state());
    call.reply(writer.take());
}

// What of wanted the caller has to hold: what the role does not give already.
QStringList added(const ApiCall &call, const QString &roleId, const QStringList &wanted)
{
    const QStringList held = expanded({ u"assume:"_s + roleId }, call.state().roles);
    QStringList result;
    for (const QString &scope : wanted) {
        if (!hasScope(held, scope))
            result += scope;
    }
    return result;
}

// Whether the role would come to assume itself; answers then.
bool refuseCycle(ApiCall &call, const QString &roleId, const QStringList &scopes)
{
    QMap<QString, AuthRole> roles = call.state().roles;
    roles[roleId].roleId = roleId;
    roles[roleId].scopes = scopes;
    // From role to role by what each gives; how one came there is told when it is the first one again.
    QList<QStringList> ways { { roleId } };
    QSet<QString> seen;
    for (qsizetype at = 0; at < ways.size(); ++at) {
        const QStringList way = ways.at(at);
        const QStringList given = roles.value(way.last()).scopes;
        for (const AuthRole &next : std::as_const(roles)) {
            const QString own = u"assume:"_s + next.roleId;
            const bool leads = std::any_of(given.begin(), given.end(),
                [&](const QString &scope) { return hasScope({ scope }, own) || hasScope({ own }, scope); });
            if (leads && next.roleId == roleId) {
                const QString chain = (way + QStringList { roleId }).join(u"' -> 'assume:"_s);
                call.fail("InputError", u"Roles may not contain dependency cycles, found: 'assume:%1'"_s.arg(chain));
                return true;
            }
            if (leads && !seen.contains(next.roleId)) {
                seen.insert(next.roleId);
                ways.append(way + QStringList { next.roleId });
            }
        }
    }
    return false;
}

std::optional<Wanted> wantedFor(ApiCall &call)
{
    Wanted wanted = Wanted::role(call.payload.toObject());
    if (!wanted.errors.isEmpty())
        call.failValidation("create-role-request.json", wanted.errors);
    else if (!refuseDoubleStars(call, *wanted.scopes))
        return wanted;
    return std::nullopt;
}

void createRole(ApiCall &call)
{
    const auto wanted = wantedFor(call);
    if (!wanted)
        return;
    const QString id = call.param("roleId"_L1);
    if (!call.authorize(allOf(QStringList { u"auth:create-role:"_s + id } + *wanted->scopes)))
        return;
    const auto there = call.state().roles.constFind(id);
    if (there != call.state().roles.constEnd()
        && (there->description != wanted->description || there->scopes != *wanted->scopes)) {
        call.fail("RequestConflict", u"Role already exists"_s);
        return;
    }
    if (refuseCycle(call, id, *wanted->scopes))
        return;
    const AuthRole role { id, wanted->description, call.now(), *wanted->scopes };
    call.state().roles.insert(id, role);
    call.audit("role", id, "created");
    reply(call, role);
}

void updateRole(ApiCall &call)
{
    const auto wanted = wantedFor(call);
    if (!wanted)
        return;
    const QString id = call.param("roleId"_L1);
    const auto role = call.state().roles.find(id);
    if (role == call.state().roles.end()) {
        call.fail("ResourceNotFound", u"Role not found"_s);
        return;
    }
    if (!call.authorize(allOf(QStringList { u"auth:update-role:"_s + id } + added(call, id, *wanted->scopes))))
        return;
    if (refuseCycle(call, id, *wanted->scopes))
        return;
    role->description = wanted->description;
    role->scopes = *wanted->scopes;
    role->lastModified = call.now();
    call.audit("role", id, "updated");
    reply(call, *role);
}

void deleteRole(ApiCall &call)
{
    const QString id = call.param("roleId"_L1);
    if (call.state().roles.remove(id) > 0)
        call.audit("role", id, "deleted");
    call.replyNothing();
}

} // namespace

void addAuthRoleRoutes(Router &router)
{
    const char *one = "/roles/<roleId>";
    router.add({ "auth", "createRole", "PUT", one, nullptr, true, {}, createRole });
    router.add({ "auth", "updateRole", "POST", one, nullptr, true, {}, updateRole });
    router.add({ "auth", "deleteRole", "DELETE", one, "auth:delete-role:<roleId>", true, {}, deleteRole });
}

} // namespace demo
