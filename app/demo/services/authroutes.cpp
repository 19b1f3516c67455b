// SPDX-License-Identifier: MPL-2.0
#include "demo/api/paging.h"
#include "demo/auth/scopes.h"
#include "demo/services/authparts.h"
#include "demo/services/services.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

void replyScopes(ApiCall &call, const QStringList &scopes)
{
    JsonWriter writer;
    writer.beginObject();
    writer.member("scopes", scopes);
    writer.endObject();
    call.reply(writer.take());
}

void currentScopes(ApiCall &call)
{
    replyScopes(call, call.identity.scopes);
}

void expandScopes(ApiCall &call)
{
    const QJsonValue scopes = call.payload.toObject()["scopes"_L1];
    const QStringList errors = scopes.isArray() ? scopeErrors(scopes, u"data/scopes"_s)
                                                : QStringList { u"data must have required property 'scopes'"_s };
    if (!errors.isEmpty())
        call.failValidation("scopeset.json", errors);
    else
        replyScopes(call, expanded(strings(scopes), call.state().roles));
}

void client(ApiCall &call)
{
    const auto found = call.state().clients.constFind(call.param("clientId"_L1));
    if (found == call.state().clients.constEnd()) {
        call.fail("ResourceNotFound", u"Client not found"_s);
        return;
    }
    JsonWriter writer;
    writeClient(writer, *found, call.state());
    call.reply(writer.take());
}

void listClients(ApiCall &call)
{
    const QString prefix = call.query.value(u"prefix"_s);
    QList<AuthClient> found;
    for (const AuthClient &client : std::as_const(call.state().clients)) {
        if (client.clientId.startsWith(prefix))
            found.append(client);
    }
    const auto range = PageRange::of(call, found.size());
    if (!range)
        return;
    JsonWriter writer;
    writer.beginObject();
    writer.key("clients");
    writer.beginArray();
    for (auto at = range->from; at < range->to; ++at)
        writeClient(writer, found[at], call.state());
    writer.endArray();
    if (!range->nextToken.isEmpty())
        writer.member("continuationToken", range->nextToken);
    writer.endObject();
    call.reply(writer.take());
}

void role(ApiCall &call)
{
    const auto found = call.state().roles.constFind(call.param("roleId"_L1));
    if (found == call.state().roles.constEnd()) {
        call.fail("ResourceNotFound", u"Role not found"_s);
        return;
    }
    JsonWriter writer;
    writeRole(writer, *found, call.state());
    call.reply(writer.take());
}

void listRoles(ApiCall &call)
{
    JsonWriter writer;
    writer.beginArray();
    for (const AuthRole &role : std::as_const(call.state().roles))
        writeRole(writer, role, call.state());
    writer.endArray();
    call.reply(writer.take());
}

// Roles are paged only when a limit is given; a token alone is not looked at.
std::optional<PageRange> rolePage(ApiCall &call)
{
    const qsizetype count = call.state().roles.size();
    if (!call.query.contains(u"limit"_s))
        return PageRange { 0, count, {} };
    return PageRange::of(call, count);
}

void listRolesPaged(ApiCall &call, bool idsOnly)
{
    const auto range = rolePage(call);
    if (!range)
        return;
    const QList<AuthRole> roles = call.state().roles.values();
    JsonWriter writer;
    writer.beginObject();
    if (!range->nextToken.isEmpty())
        writer.member("continuationToken", range->nextToken);
    writer.key(idsOnly ? "roleIds" : "roles");
    writer.beginArray();
    for (auto at = range->from; at < range->to; ++at) {
        if (idsOnly)
            writer.value(roles[at].roleId);
        else
            writeRole(writer, roles[at], call.state());
    }
    writer.endArray();
    writer.endObject();
    call.reply(writer.take());
}

// testAuthenticate: a deployment of its own, with one client whose token everybody knows.
void testWith(ApiCall &call, const QStringList &clientScopes, const QJsonValue &required)
{
    DemoState state;
    AuthClient tester;
    tester.clientId = u"tester"_s;
    tester.accessToken = u"no-secret"_s;
    tester.expires = call.now() + 24 * 3600 * 1000;
    tester.scopes = clientScopes;
    state.clients.insert(tester.clientId, tester);
    call.identity = Authenticator(state, call.now()).identify(call.request);
    if (call.identity.refused()) {
        call.fail("AuthenticationFailed", call.identity.error);
        return;
    }
    if (!call.authorize(required))
        return;
    JsonWriter writer;
    writer.beginObject();
    writer.member("clientId", call.identity.clientId);
    writer.member("scopes", call.identity.scopes);
    writer.endObject();
    call.reply(writer.take());
}

void testAuthenticate(ApiCall &call)
{
    QJsonObject body = { { u"clientScopes"_s, QJsonArray() }, { u"requiredScopes"_s, QJsonArray() } };
    const QJsonObject given = call.payload.toObject();
    for (auto it = given.begin(); it != given.end(); ++it)
        body.insert(it.key(), it.value());
    call.payload = body; // defaults show in what errors repeat
    const QStringList errors = scopeErrors(body["clientScopes"_L1], u"data/clientScopes"_s)
        + scopeErrors(body["requiredScopes"_L1], u"data/requiredScopes"_s);
    if (!errors.isEmpty()) {
        call.failValidation("test-authenticate-request.json", errors);
        return;
    }
    testWith(call, strings(body["clientScopes"_L1]), allOf(strings(body["requiredScopes"_L1])));
}

void testAuthenticateGet(ApiCall &call)
{
    testWith(call, { u"test:*"_s, u"auth:create-client:test:*"_s },
        QJsonObject { { u"AllOf"_s, QJsonArray { u"test:authenticate-get"_s } } });
}

} // namespace

void addAuthRoutes(Router &router)
{
    const QByteArrayList paged = { "continuationToken", "limit" };
    const QByteArrayList clientQuery = { "prefix", "continuationToken", "limit" };
    router.add({ "auth", "currentScopes", "GET", "/scopes/current", "auth:current-scopes", true, {}, currentScopes });
    router.add({ "auth", "expandScopes", "POST", "/scopes/expand", "auth:expand-scopes", true, {}, expandScopes });
    router.add({ "auth", "listClients", "GET", "/clients/", "auth:list-clients", true, clientQuery, listClients });
    router.add({ "auth", "client", "GET", "/clients/<clientId>", "auth:get-client:<clientId>", true, {}, client });
    router.add({ "auth", "listRoles", "GET", "/roles/", "auth:list-roles", true, {}, listRoles });
    router.add({ "auth", "listRoles2", "GET", "/roles2/", "auth:list-roles", true, paged,
        [](ApiCall &call) { listRolesPaged(call, false); } });
    router.add({ "auth", "listRoleIds", "GET", "/roleids/", "auth:list-roles", true, paged,
        [](ApiCall &call) { listRolesPaged(call, true); } });
    router.add({ "auth", "role", "GET", "/roles/<roleId>", "auth:get-role:<roleId>", true, {}, role });
    router.add({ "auth", "testAuthenticate", "POST", "/test-authenticate", nullptr, false, {}, testAuthenticate });
    router.add({ "auth", "testAuthenticateGet", "GET", "/test-authenticate-get/", nullptr, false, { "bewit" },
        testAuthenticateGet });
}

} // namespace demo
