// SPDX-License-Identifier: MPL-2.0
// Clients that are made, changed and deleted.
#include "demo/auth/scopes.h"
#include "demo/services/authparts.h"
#include "demo/services/services.h"
#include "demo/util/slugs.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

// A creation that is asked for again soon is the same creation.
constexpr qint64 kRepeatMs = 15LL * 60 * 1000;

AuthClient *found(ApiCall &call)
{
    const auto client = call.state().clients.find(call.param("clientId"_L1));
    if (client != call.state().clients.end())
        return &*client;
    call.fail("ResourceNotFound", u"Client not found"_s);
    return nullptr;
}

void reply(ApiCall &call, const AuthClient &client, const QString &token = {})
{
    JsonWriter writer;
    writeClient(writer, client, call.state(), token);
    call.reply(writer.take());
}

bool refuseStatic(ApiCall &call)
{
    const QString id = call.param("clientId"_L1);
    const bool isStatic = id.startsWith(u"static/");
    if (isStatic) {
        call.fail("InputError",
            u"clientId \"%1\" starts with \"static/\" which is reserved for statically configured clients. "
            "Contact your administrator to change static clients."_s.arg(id));
    }
    return isStatic;
}

// The body with its defaults, if it is right and the client is not one of the deployment's own; answers otherwise.
std::optional<Wanted> wantedFor(ApiCall &call)
{
    QJsonObject body = call.payload.toObject();
    if (!body.contains("deleteOnExpiration"_L1))
        body.insert(u"deleteOnExpiration"_s, false);
    call.payload = body;
    Wanted wanted = Wanted::client(body);
    if (!wanted.errors.isEmpty())
        call.failValidation("create-client-request.json", wanted.errors);
    else if (!refuseStatic(call) && !refuseDoubleStars(call, wanted.scopes.value_or(QStringList())))
        return wanted;
    return std::nullopt;
}

bool isSame(const AuthClient &client, const Wanted &wanted)
{
    return client.description == wanted.description && client.expires == wanted.expires
        && client.scopes == wanted.scopes.value_or(QStringList())
        && client.deleteOnExpiration == wanted.deleteOnExpiration;
}

void createClient(ApiCall &call)
{
    const auto wanted = wantedFor(call);
    if (!wanted)
        return;
    const QString id = call.param("clientId"_L1);
    const QStringList scopes = wanted->scopes.value_or(QStringList());
    if (!call.authorize(allOf(QStringList { u"auth:create-client:"_s + id } + scopes)))
        return;
    const auto there = call.state().clients.constFind(id);
    if (there != call.state().clients.constEnd()) {
        if (there->created + kRepeatMs > call.now() && isSame(*there, *wanted))
            reply(call, *there, there->accessToken);
        else
            call.fail("RequestConflict", u"Client already exists"_s);
        return;
    }
    AuthClient client;
    client.clientId = id;
    client.accessToken = randomSlug() + randomSlug();
    client.description = wanted->description;
    client.expires = wanted->expires;
    client.created = call.now();
    client.scopes = scopes;
    client.deleteOnExpiration = wanted->deleteOnExpiration;
    call.state().clients.insert(id, client);
    call.audit("client", id, "created");
    reply(call, client, client.accessToken);
}

void updateClient(ApiCall &call)
{
    const auto wanted = wantedFor(call);
    AuthClient *client = wanted ? found(call) : nullptr;
    if (!client)
        return;
    QStringList needed { u"auth:update-client:"_s + client->clientId };
    const QStringList held = expanded(client->scopes, call.state().roles);
    for (const QString &scope : wanted->scopes.value_or(QStringList())) {
        if (!hasScope(held, scope))
            needed += scope;
    }
    if (!call.authorize(allOf(needed)))
        return;
    client->description = wanted->description;
    client->expires = wanted->expires;
    client->scopes = wanted->scopes.value_or(client->scopes);
    client->deleteOnExpiration = wanted->deleteOnExpiration;
    client->lastModified = call.now();
    call.audit("client", client->clientId, "updated");
    reply(call, *client);
}

AuthClient *changeable(ApiCall &call)
{
    return refuseStatic(call) ? nullptr : found(call);
}

void setDisabled(ApiCall &call, bool disabled)
{
    if (AuthClient *client = changeable(call)) {
        client->disabled = disabled;
        client->lastModified = call.now();
        call.audit("client", client->clientId, disabled ? "client disabled" : "client enabled");
        reply(call, *client);
    }
}

void resetAccessToken(ApiCall &call)
{
    if (AuthClient *client = changeable(call)) {
        client->accessToken = randomSlug() + randomSlug();
        client->lastRotated = call.now();
        call.audit("client", client->clientId, "updated");
        reply(call, *client, client->accessToken);
    }
}

void deleteClient(ApiCall &call)
{
    if (refuseStatic(call))
        return;
    const QString id = call.param("clientId"_L1);
    if (call.state().clients.remove(id) > 0)
        call.audit("client", id, "deleted");
    call.replyNothing();
}

} // namespace

void addAuthClientRoutes(Router &router)
{
    const char *one = "/clients/<clientId>";
    router.add({ "auth", "createClient", "PUT", one, nullptr, true, {}, createClient });
    router.add({ "auth", "updateClient", "POST", one, nullptr, true, {}, updateClient });
    router.add({ "auth", "deleteClient", "DELETE", one, "auth:delete-client:<clientId>", true, {}, deleteClient });
    router.add({ "auth", "enableClient", "POST", "/clients/<clientId>/enable", "auth:enable-client:<clientId>", true,
        {}, [](ApiCall &call) { setDisabled(call, false); } });
    router.add({ "auth", "disableClient", "POST", "/clients/<clientId>/disable", "auth:disable-client:<clientId>", true,
        {}, [](ApiCall &call) { setDisabled(call, true); } });
    router.add({ "auth", "resetAccessToken", "POST", "/clients/<clientId>/reset", "auth:reset-access-token:<clientId>",
        true, {}, resetAccessToken });
}

} // namespace demo
