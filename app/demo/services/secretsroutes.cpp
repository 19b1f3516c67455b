// SPDX-License-Identifier: MPL-2.0
#include "demo/api/paging.h"
#include "demo/services/services.h"
#include "demo/util/jsonwriter.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

// Errors repeat what was sent, but no secret.
void omitSecret(ApiCall &call)
{
    QJsonObject shown = call.payload.toObject();
    if (shown.contains("secret"_L1))
        shown.insert(u"secret"_s, u"(OMITTED)"_s);
    call.payload = shown;
}

void setSecret(ApiCall &call)
{
    const QJsonObject body = call.payload.toObject();
    omitSecret(call);
    QStringList errors;
    for (const QString &name : { u"secret"_s, u"expires"_s }) {
        if (!body.contains(name))
            errors += u"data must have required property '%1'"_s.arg(name);
    }
    if (body.contains("secret"_L1) && !body["secret"_L1].isObject())
        errors += u"data/secret must be object"_s;
    const qint64 expires = fromIsoDate(body["expires"_L1].toString());
    if (body.contains("expires"_L1) && expires == 0)
        errors += u"data/expires must match format \"date-time\""_s;
    const QString name = call.param("name"_L1);
    if (!call.authorize(QString(u"secrets:set:"_s + name)))
        return;
    if (!errors.isEmpty()) {
        call.failValidation("secret.json", errors);
        return;
    }
    call.audit("secret", name, call.state().secrets.contains(name) ? "updated" : "created");
    call.state().secrets.insert(name, { body["secret"_L1].toObject(), expires });
    call.replyValue(QJsonObject());
}

void getSecret(ApiCall &call)
{
    const auto found = call.state().secrets.constFind(call.param("name"_L1));
    if (found == call.state().secrets.constEnd()) {
        call.fail("ResourceNotFound", u"Secret not found"_s);
        return;
    }
    if (found->expires < call.now()) {
        call.fail("ResourceExpired", u"The requested resource has expired."_s);
        return;
    }
    JsonWriter writer;
    writer.beginObject();
    writer.member("secret", QJsonValue(found->secret));
    writer.date("expires", found->expires);
    writer.endObject();
    call.reply(writer.take());
}

void removeSecret(ApiCall &call)
{
    const QString name = call.param("name"_L1);
    if (call.state().secrets.remove(name) > 0)
        call.audit("secret", name, "deleted");
    call.replyValue(QJsonObject());
}

void listSecrets(ApiCall &call)
{
    const QStringList names = call.state().secrets.keys();
    const auto range = PageRange::of(call, names.size());
    if (!range)
        return;
    JsonWriter writer;
    writer.beginObject();
    writer.member("secrets", names.mid(range->from, range->to - range->from));
    if (!range->nextToken.isEmpty())
        writer.member("continuationToken", range->nextToken);
    writer.endObject();
    call.reply(writer.take());
}

} // namespace

void addSecretsRoutes(Router &router)
{
    const char *one = "/secret/<name>";
    const QByteArrayList paged = { "continuationToken", "limit" };
    router.add({ "secrets", "set", "PUT", one, nullptr, true, {}, setSecret });
    router.add({ "secrets", "get", "GET", one, "secrets:get:<name>", true, {}, getSecret });
    router.add({ "secrets", "remove", "DELETE", one, "secrets:set:<name>", true, {}, removeSecret });
    router.add({ "secrets", "list", "GET", "/secrets", "secrets:list-secrets", true, paged, listSecrets });
}

} // namespace demo
