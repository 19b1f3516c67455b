// SPDX-License-Identifier: MPL-2.0
#include "demo/services/authparts.h"

#include "demo/auth/scopes.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

QStringList scopeErrors(const QJsonValue &list, const QString &place)
{
    QStringList errors;
    QSet<QString> seen;
    const QJsonArray scopes = list.toArray();
    for (qsizetype at = 0; at < scopes.size(); ++at) {
        const QString scope = scopes[at].toString();
        if (!scopes[at].isString())
            errors += u"%1/%2 must be string"_s.arg(place).arg(at);
        else if (!isScope(scope))
            errors += u"%1/%2 must match pattern \"^[ -~]*$\""_s.arg(place).arg(at);
        else if (seen.contains(scope))
            errors += u"%1 must NOT have duplicate items (item %2 is there before)"_s.arg(place).arg(at);
        seen.insert(scope);
    }
    return errors;
}

QStringList strings(const QJsonValue &list)
{
    QStringList result;
    const QJsonArray items = list.toArray();
    for (const auto item : items)
        result.append(item.toString());
    return result;
}

QJsonObject allOf(const QStringList &scopes)
{
    return { { u"AllOf"_s, QJsonArray::fromStringList(scopes) } };
}

void writeClient(JsonWriter &writer, const AuthClient &client, const DemoState &state, const QString &token)
{
    writer.beginObject();
    writer.member("clientId", client.clientId);
    writer.member("description", client.description);
    writer.date("expires", client.expires);
    writer.date("created", client.created);
    writer.date("lastModified", std::max(client.created, client.lastModified));
    writer.date("lastDateUsed", std::max(client.created, client.lastUsed));
    writer.date("lastRotated", std::max(client.created, client.lastRotated));
    writer.member("deleteOnExpiration", client.deleteOnExpiration);
    writer.member("scopes", client.scopes);
    writer.member("expandedScopes", expanded(client.scopes, state.roles));
    writer.member("disabled", client.disabled);
    if (!token.isEmpty())
        writer.member("accessToken", token);
    writer.endObject();
}

void writeRole(JsonWriter &writer, const AuthRole &role, const DemoState &state)
{
    writer.beginObject();
    writer.member("roleId", role.roleId);
    writer.member("scopes", role.scopes);
    writer.member("expandedScopes", expanded({ u"assume:"_s + role.roleId }, state.roles));
    writer.member("description", role.description);
    writer.date("lastModified", std::max(role.created, role.lastModified));
    writer.date("created", role.created);
    writer.endObject();
}

void Wanted::readCommon(const QJsonObject &body)
{
    const QJsonValue text = body["description"_L1];
    description = text.toString();
    if (!text.isUndefined() && !text.isString())
        errors += u"data/description must be string"_s;
    else if (description.size() > 10'240)
        errors += u"data/description must NOT have more than 10240 characters"_s;
    const QJsonValue list = body["scopes"_L1];
    if (list.isUndefined())
        return;
    if (!list.isArray()) {
        errors += u"data/scopes must be array"_s;
        return;
    }
    errors += scopeErrors(list, u"data/scopes"_s);
    scopes = strings(list);
    std::sort(scopes->begin(), scopes->end());
}

Wanted Wanted::client(const QJsonObject &body)
{
    Wanted wanted;
    for (const QString &name : { u"expires"_s, u"description"_s }) {
        if (!body.contains(name))
            wanted.errors += u"data must have required property '%1'"_s.arg(name);
    }
    const QJsonValue expires = body["expires"_L1];
    wanted.expires = fromIsoDate(expires.toString());
    if (!expires.isUndefined() && wanted.expires == 0)
        wanted.errors += u"data/expires must match format \"date-time\""_s;
    wanted.readCommon(body);
    const QJsonValue deletion = body["deleteOnExpiration"_L1];
    wanted.deleteOnExpiration = deletion.toBool();
    if (!deletion.isUndefined() && !deletion.isBool())
        wanted.errors += u"data/deleteOnExpiration must be boolean"_s;
    return wanted;
}

Wanted Wanted::role(const QJsonObject &body)
{
    Wanted wanted;
    for (const QString &name : { u"scopes"_s, u"description"_s }) {
        if (!body.contains(name))
            wanted.errors += u"data must have required property '%1'"_s.arg(name);
    }
    wanted.readCommon(body);
    return wanted;
}

bool refuseDoubleStars(ApiCall &call, const QStringList &scopes)
{
    const bool found = std::any_of(scopes.begin(), scopes.end(), [](const QString &s) { return s.endsWith(u"**"); });
    if (found)
        call.fail("InputError", u"scopes must not end with `**`"_s);
    return found;
}

} // namespace demo
