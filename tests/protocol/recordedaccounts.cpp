// SPDX-License-Identifier: MPL-2.0
// What recorded requests about clients, roles and secrets presuppose.
#include "recordedstate.h"

#include "demo/util/hashids.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace demo;

namespace tc::test {

namespace {

constexpr qint64 kDay = 24LL * 3600 * 1000;

QStringList strings(const QJsonValue &array)
{
    QStringList list;
    const QJsonArray items = array.toArray();
    for (const auto item : items)
        list.append(item.toString());
    return list;
}

void presupposeClient(const Recording &recording, DemoState *state)
{
    const QString id = recording.arg("clientId");
    if (id.startsWith(u"static/"))
        return;
    const bool creates = recording.method() == u"createClient";
    if ((creates && recording.status() != 409) || recording.status() == 404) {
        state->clients.remove(id);
        return;
    }
    AuthClient client = state->clients.value(id);
    client.clientId = id;
    client.created = recording.time() - kDay;
    client.expires = recording.time() + kDay;
    // An update without scopes answers with those that were there.
    client.scopes = strings(recording.body()["scopes"_L1]);
    state->clients.insert(id, client);
}

void presupposeRole(const Recording &recording, DemoState *state)
{
    const QString id = recording.arg("roleId");
    if (recording.method() == u"createRole" || recording.status() == 404)
        state->roles.remove(id);
    else
        state->roles.insert(id, { id, u"Before"_s, recording.time() - kDay, {} });
}

void presupposeSecret(const Recording &recording, DemoState *state)
{
    state->secrets.clear();
    const QJsonObject body = recording.body();
    const QStringList names = strings(body["secrets"_L1]);
    for (const QString &name : names)
        state->secrets.insert(name, { {}, recording.time() + kDay });
    if (body.contains("continuationToken"_L1))
        state->secrets.insert(u"zzz"_s, { {}, recording.time() + kDay });
    if (recording.method() == u"get" && recording.status() != 404)
        state->secrets.insert(recording.arg("name"), { body["secret"_L1].toObject(), recording.time() + kDay });
}

// As many entries before the page as its token says, those of the page, and one more when there is another page.
void presupposeHistory(const Recording &recording, DemoState *state)
{
    AuditEntry entry { recording.arg("clientId"), u"created"_s, recording.time() - kDay, recording.arg("entityId"),
        recording.arg("entityType") };
    const QString token = recording.request()["query"_L1]["continuationToken"_L1].toString();
    state->audit.assign(decodeOffset(token.toLatin1()).value_or(0), entry);
    const QJsonArray page = recording.body()["auditHistory"_L1].toArray();
    for (const auto item : page) {
        state->audit.push_back({ item["clientId"_L1].toString(), item["actionType"_L1].toString(), recording.time(),
            item["entityId"_L1].toString(), item["entityType"_L1].toString() });
    }
    if (recording.body().contains("continuationToken"_L1))
        state->audit.push_back(entry);
}

} // namespace

void presupposeAccount(const Recording &recording, DemoState *state)
{
    static const QStringList changes = { u"createClient"_s, u"updateClient"_s, u"deleteClient"_s, u"enableClient"_s,
        u"disableClient"_s, u"resetAccessToken"_s, u"createRole"_s, u"updateRole"_s, u"deleteRole"_s };
    if (recording.service() == u"secrets")
        presupposeSecret(recording, state);
    if (recording.method() == u"getEntityHistory" || recording.method() == u"listAuditHistory")
        presupposeHistory(recording, state);
    if (recording.service() != u"auth" || !changes.contains(recording.method()))
        return;
    if (recording.method().endsWith(u"Role"))
        presupposeRole(recording, state);
    else
        presupposeClient(recording, state);
}

} // namespace tc::test
