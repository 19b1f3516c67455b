// SPDX-License-Identifier: MPL-2.0
#include "demo/api/paging.h"
#include "demo/http/gzip.h"
#include "demo/services/services.h"
#include "demo/util/jsonwriter.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

// Answers of listTaskGroup, kept until a task on them changes: making a page of a thousand tasks costs more than
// a client that is measured against it may be made to wait for.
class PageCache
{
public:
    struct Page {
        quint64 revision = 0;
        QByteArray json;
        QByteArray gzipped; // made when a client takes it
        QByteArray etag;
    };

    Page *find(const QByteArray &key, quint64 revision)
    {
        const auto page = m_pages.find(key);
        return page == m_pages.end() || page->revision != revision ? nullptr : &*page;
    }

    Page *keep(const QByteArray &key, quint64 revision, const QByteArray &json)
    {
        constexpr qsizetype kMost = 64;
        if (m_pages.size() >= kMost)
            m_pages.clear();
        return &*m_pages.insert(key, { revision, json, {}, ApiCall::etagOf(json) });
    }

private:
    QHash<QByteArray, Page> m_pages;
};

void writeTask(JsonWriter &writer, const DemoTask &task)
{
    writer.beginObject();
    writer.key("status");
    task.status.write(writer);
    writer.key("task");
    DemoState::definition(task).write(writer);
    writer.endObject();
}

void endPage(JsonWriter &writer, const PageRange &range)
{
    writer.endArray();
    if (!range.nextToken.isEmpty())
        writer.member("continuationToken", range.nextToken);
    writer.endObject();
}

void task(ApiCall &call)
{
    const DemoTask *task = call.state().task(call.param("taskId"_L1));
    if (!task) {
        call.fail("ResourceNotFound",
            u"`%1` does not correspond to a task that exists.\nAre you sure this task has already been submitted?"_s
                .arg(call.param("taskId"_L1)));
        return;
    }
    JsonWriter writer;
    DemoState::definition(*task).write(writer);
    call.reply(writer.take());
}

void status(ApiCall &call)
{
    const DemoTask *task = call.state().task(call.param("taskId"_L1));
    if (!task) {
        call.fail("ResourceNotFound",
            u"`%1` does not correspond to a task that exists.\nAre you sure this task exists?"_s.arg(
                call.param("taskId"_L1)));
        return;
    }
    JsonWriter writer;
    writer.beginObject();
    writer.key("status");
    task->status.write(writer);
    writer.endObject();
    call.reply(writer.take());
}

// The tasks that the body names, each once, in the order of a listing; or an answer with 400 or 403.
std::optional<std::vector<const DemoTask *>> namedTasks(ApiCall &call, const char *scope, const char *schema)
{
    const QJsonObject body = call.payload.toObject();
    const QJsonValue ids = body["taskIds"_L1];
    QStringList errors;
    if (!call.payload.isObject())
        errors += u"data must be object"_s;
    for (const QString &name : body.keys()) {
        if (name != u"taskIds")
            errors += u"data must NOT have additional properties: \"%1\""_s.arg(name);
    }
    if (!ids.isUndefined() && !ids.isArray())
        errors += u"data/taskIds must be array"_s;
    static const QRegularExpression slug(
        u"^[A-Za-z0-9_-]{8}[Q-T][A-Za-z0-9_-][CGKOSWaeimquy26-][A-Za-z0-9_-]{10}[AQgw]$"_s);
    const QJsonArray list = ids.toArray();
    QJsonArray scopes;
    for (qsizetype at = 0; at < list.size(); ++at) {
        if (!list[at].isString() || !slug.match(list[at].toString()).hasMatch())
            errors += u"data/taskIds/%1 must match pattern \"%2\""_s.arg(at).arg(slug.pattern());
        scopes.append(QString(QString::fromLatin1(scope) + list[at].toString()));
    }
    if (!errors.isEmpty()) {
        call.failValidation(schema, errors);
        return std::nullopt;
    }
    if (!call.authorize(QJsonObject { { u"AllOf"_s, scopes } }))
        return std::nullopt;
    std::vector<const DemoTask *> tasks;
    for (const auto id : list) {
        const DemoTask *task = call.state().task(id.toString());
        if (task && std::find(tasks.begin(), tasks.end(), task) == tasks.end())
            tasks.push_back(task);
    }
    return tasks;
}

void tasks(ApiCall &call)
{
    const auto found = namedTasks(call, "queue:get-task:", "tasks-request.json");
    const auto range = found ? PageRange::of(call, static_cast<qsizetype>(found->size())) : std::nullopt;
    if (!range)
        return;
    JsonWriter writer;
    writer.beginObject();
    writer.key("tasks");
    writer.beginArray();
    for (auto at = range->from; at < range->to; ++at) {
        const DemoTask *task = (*found)[static_cast<std::size_t>(at)];
        writer.beginObject();
        writer.member("taskId", task->status.taskId);
        writer.key("task");
        DemoState::definition(*task).write(writer);
        writer.endObject();
    }
    endPage(writer, *range);
    call.reply(writer.take());
}

void statuses(ApiCall &call)
{
    const auto found = namedTasks(call, "queue:status:", "task-statuses-request.json");
    const auto range = found ? PageRange::of(call, static_cast<qsizetype>(found->size())) : std::nullopt;
    if (!range)
        return;
    JsonWriter writer;
    writer.beginObject();
    writer.key("statuses");
    writer.beginArray();
    for (auto at = range->from; at < range->to; ++at) {
        const DemoTask *task = (*found)[static_cast<std::size_t>(at)];
        writer.beginObject();
        writer.member("taskId", task->status.taskId);
        writer.key("status");
        task->status.write(writer);
        writer.endObject();
    }
    endPage(writer, *range);
    call.reply(writer.take());
}

const TaskGroup *findGroup(ApiCall &call)
{
    const QString id = call.param("taskGroupId"_L1);
    const TaskGroup *group = call.state().group(id);
    if (!group)
        call.fail("ResourceNotFound", u"No task-group with taskGroupId: `%1`"_s.arg(id));
    return group;
}

void writeGroup(JsonWriter &writer, const TaskGroup &group)
{
    writer.member("taskGroupId", group.taskGroupId);
    writer.member("schedulerId", group.schedulerId);
    writer.date("expires", group.expires);
    if (group.sealed != 0)
        writer.date("sealed", group.sealed);
}

QByteArray groupPage(ApiCall &call, const TaskGroup &group, const std::vector<quint32> &members, const PageRange &range)
{
    JsonWriter writer;
    writer.beginObject();
    writeGroup(writer, group);
    writer.key("tasks");
    writer.beginArray();
    for (auto at = range.from; at < range.to; ++at)
        writeTask(writer, call.state().tasks()[members[static_cast<std::size_t>(at)]]);
    endPage(writer, range);
    return writer.take();
}

void listTaskGroup(ApiCall &call, PageCache &cache)
{
    const TaskGroup *group = findGroup(call);
    if (!group)
        return;
    const std::vector<quint32> &members = call.state().groupMembers(group->taskGroupId);
    const auto range = PageRange::of(call, static_cast<qsizetype>(members.size()));
    if (!range)
        return;
    quint64 revision = members.size();
    for (auto at = range->from; at < range->to; ++at)
        revision += call.state().tasks()[members[static_cast<std::size_t>(at)]].revision << 20;
    const QByteArray key
        = group->taskGroupId.toLatin1() + ' ' + QByteArray::number(range->from) + ' ' + QByteArray::number(range->to);
    PageCache::Page *page = cache.find(key, revision);
    if (!page)
        page = cache.keep(key, revision, groupPage(call, *group, members, *range));
    if (call.acceptsGzip() && page->gzipped.isEmpty())
        page->gzipped = gzip(page->json);
    call.replyPacked(page->json, page->gzipped, page->etag);
}

void getTaskGroup(ApiCall &call)
{
    const TaskGroup *group = findGroup(call);
    if (!group)
        return;
    JsonWriter writer;
    writer.beginObject();
    writeGroup(writer, *group);
    writer.endObject();
    call.reply(writer.take());
}

void listDependentTasks(ApiCall &call)
{
    const QString id = call.param("taskId"_L1);
    if (!call.state().task(id)) {
        call.fail("ResourceNotFound", u"Task with taskId: `%1` was not found"_s.arg(id));
        return;
    }
    const QStringList ids = call.state().dependents(id);
    const auto range = PageRange::of(call, ids.size());
    if (!range)
        return;
    JsonWriter writer;
    writer.beginObject();
    writer.member("taskId", id);
    writer.key("tasks");
    writer.beginArray();
    for (auto at = range->from; at < range->to; ++at)
        writeTask(writer, *call.state().task(ids[at]));
    endPage(writer, *range);
    call.reply(writer.take());
}

} // namespace

void addQueueTaskRoutes(Router &router)
{
    const QByteArrayList paged = { "continuationToken", "limit" };
    router.add({ "queue", "task", "GET", "/task/<taskId>", "queue:get-task:<taskId>", true, {}, task });
    router.add({ "queue", "status", "GET", "/task/<taskId>/status", "queue:status:<taskId>", true, {}, status });
    router.add({ "queue", "tasks", "POST", "/tasks", nullptr, true, paged, tasks });
    router.add({ "queue", "statuses", "POST", "/tasks/status", nullptr, true, paged, statuses });
    const auto cache = std::make_shared<PageCache>();
    router.add({ "queue", "listTaskGroup", "GET", "/task-group/<taskGroupId>/list",
        "queue:list-task-group:<taskGroupId>", true, paged, [cache](ApiCall &call) { listTaskGroup(call, *cache); } });
    router.add({ "queue", "getTaskGroup", "GET", "/task-group/<taskGroupId>", "queue:list-task-group:<taskGroupId>",
        true, {}, getTaskGroup });
    router.add({ "queue", "listDependentTasks", "GET", "/task/<taskId>/dependents",
        "queue:list-dependent-tasks:<taskId>", true, paged, listDependentTasks });
}

} // namespace demo
