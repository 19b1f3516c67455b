// SPDX-License-Identifier: MPL-2.0
#include "demo/api/paging.h"
#include "demo/auth/hawkmac.h"
#include "demo/services/services.h"
#include "demo/util/jsonwriter.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qint64 kBewitSeconds = 15 * 60;

void writeEntry(JsonWriter &writer, const QString &path, const IndexedTask &entry)
{
    writer.beginObject();
    writer.member("namespace", path);
    writer.member("taskId", entry.taskId);
    writer.member("rank", QJsonValue(entry.rank));
    writer.member("data", QJsonValue(entry.data));
    writer.date("expires", entry.expires);
    writer.endObject();
}

const IndexedTask *findEntry(const ApiCall &call, const QString &path)
{
    const auto entry = call.state().index.constFind(path);
    return entry == call.state().index.constEnd() || entry->expires <= call.now() ? nullptr : &*entry;
}

void findTask(ApiCall &call)
{
    const QString path = call.param("indexPath"_L1);
    const IndexedTask *entry = findEntry(call, path);
    if (!entry) {
        call.fail("ResourceNotFound", u"Indexed task not found"_s);
        return;
    }
    JsonWriter writer;
    writeEntry(writer, path, *entry);
    call.reply(writer.take());
}

void replyEntries(ApiCall &call, const QStringList &paths)
{
    const auto range = PageRange::of(call, paths.size());
    if (!range)
        return;
    JsonWriter writer;
    writer.beginObject();
    writer.key("tasks");
    writer.beginArray();
    for (auto at = range->from; at < range->to; ++at)
        writeEntry(writer, paths[at], call.state().index[paths[at]]);
    writer.endArray();
    if (!range->nextToken.isEmpty())
        writer.member("continuationToken", range->nextToken);
    writer.endObject();
    call.reply(writer.take());
}

void findTasksAtIndex(ApiCall &call)
{
    const QJsonValue indexes = call.payload.toObject()["indexes"_L1];
    if (!indexes.isUndefined() && !indexes.isArray()) {
        call.failValidation("tasks-at-indexes-request.json", { u"data/indexes must be array"_s });
        return;
    }
    QJsonArray scopes;
    QStringList found;
    const QJsonArray paths = indexes.toArray();
    for (const auto path : paths) {
        scopes.append(QString(u"index:find-task:"_s + path.toString()));
        if (findEntry(call, path.toString()))
            found.append(path.toString());
    }
    if (!call.authorize(QJsonObject { { u"AllOf"_s, scopes } }))
        return;
    found.removeDuplicates();
    replyEntries(call, found);
}

void listTasks(ApiCall &call)
{
    const QString space = call.param("namespace"_L1);
    const QString prefix = space.isEmpty() ? QString() : space + u'.';
    QStringList found;
    for (auto it = call.state().index.cbegin(); it != call.state().index.cend(); ++it) {
        if (it.key().startsWith(prefix) && !QStringView(it.key()).mid(prefix.size()).contains(u'.')
            && it->expires > call.now())
            found.append(it.key());
    }
    replyEntries(call, found);
}

void listNamespaces(ApiCall &call)
{
    const QString space = call.param("namespace"_L1);
    const QString prefix = space.isEmpty() ? QString() : space + u'.';
    QMap<QString, qint64> found; // name and the last end of what is in it
    for (auto it = call.state().index.cbegin(); it != call.state().index.cend(); ++it) {
        const QString rest = it.key().startsWith(prefix) ? it.key().mid(prefix.size()) : QString();
        if (const auto dot = rest.indexOf(u'.'); dot > 0 && it->expires > call.now())
            found[rest.left(dot)] = std::max(found.value(rest.left(dot)), it->expires);
    }
    const auto range = PageRange::of(call, found.size());
    if (!range)
        return;
    const QStringList names = found.keys();
    JsonWriter writer;
    writer.beginObject();
    writer.key("namespaces");
    writer.beginArray();
    for (auto at = range->from; at < range->to; ++at) {
        writer.beginObject();
        writer.member("namespace", QString(prefix + names[at]));
        writer.member("name", names[at]);
        writer.date("expires", found[names[at]]);
        writer.endObject();
    }
    writer.endArray();
    if (!range->nextToken.isEmpty())
        writer.member("continuationToken", range->nextToken);
    writer.endObject();
    call.reply(writer.take());
}

void findArtifactFromTask(ApiCall &call)
{
    const IndexedTask *entry = findEntry(call, call.param("indexPath"_L1));
    if (!entry) {
        call.fail("ResourceNotFound", u"Indexed task not found"_s);
        return;
    }
    const QString name = call.param("name"_L1);
    QByteArray resource = "/api/queue/v1/task/" + entry->taskId.toLatin1() + "/artifacts/" + encoded(name);
    if (!name.startsWith(u"public/")) {
        // The caller's scopes are proved; the index vouches for them with a bewit of its own.
        const QUrl root = QUrl::fromEncoded(call.context.rootUrl);
        const AuthClient client = call.context.internalClient(u"index"_s);
        const QByteArray port = QByteArray::number(root.port(root.scheme() == u"https" ? 443 : 80));
        resource = withBewit(resource, root.host().toLatin1(), port, call.now() / 1000 + kBewitSeconds,
            client.clientId.toLatin1(), client.accessToken.toLatin1());
    }
    call.redirect(call.context.rootUrl + resource);
}

} // namespace

void addIndexRoutes(Router &router)
{
    const QByteArrayList paged = { "continuationToken", "limit" };
    router.add({ "index", "findTask", "GET", "/task/<indexPath>", "index:find-task:<indexPath>", true, {}, findTask });
    router.add({ "index", "findArtifactFromTask", "GET", "/task/<indexPath>/artifacts/<name*>",
        "queue:get-artifact:<name>", true, {}, findArtifactFromTask });
    router.add({ "index", "findTasksAtIndex", "POST", "/tasks/indexes", nullptr, true, paged, findTasksAtIndex });
    router.add({ "index", "listNamespaces", "GET", "/namespaces/<namespace?>", "index:list-namespaces:<namespace>",
        true, paged, listNamespaces });
    router.add(
        { "index", "listTasks", "GET", "/tasks/<namespace?>", "index:list-tasks:<namespace>", true, paged, listTasks });
}

} // namespace demo
