// SPDX-License-Identifier: MPL-2.0
#include "demo/services/requestparts.h"
#include "demo/services/services.h"
#include "demo/util/jsonwriter.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qint64 kDriftMs = 15LL * 60 * 1000;
constexpr qint64 kMostDeadlineMs = 5LL * 24 * 3600 * 1000;
constexpr qint64 kYearMs = 365LL * 24 * 3600 * 1000;
constexpr int kMostRetries = 49;

// From the most urgent one.
QStringList priorities()
{
    return { u"highest"_s, u"very-high"_s, u"high"_s, u"medium"_s, u"low"_s, u"very-low"_s, u"lowest"_s };
}

// What a definition leaves open, as the service fills it in before it looks at anything else.
void fillIn(ApiCall &call)
{
    if (!call.payload.isObject() || call.request.body.isEmpty() || !isSlugId(call.param("taskId"_L1)))
        return;
    QJsonObject body = call.payload.toObject();
    const QJsonObject defaults { { u"dependencies"_s, QJsonArray() }, { u"extra"_s, QJsonObject() },
        { u"payload"_s, QJsonArray() }, { u"priority"_s, u"lowest"_s }, { u"projectId"_s, u"none"_s },
        { u"requires"_s, u"all-completed"_s }, { u"retries"_s, 5 }, { u"routes"_s, QJsonArray() },
        { u"schedulerId"_s, u"-"_s }, { u"scopes"_s, QJsonArray() }, { u"tags"_s, QJsonObject() } };
    for (auto it = defaults.begin(); it != defaults.end(); ++it) {
        if (!body.contains(it.key()))
            body.insert(it.key(), *it);
    }
    call.payload = body;
}

QStringList createErrors(const QJsonObject &body)
{
    PayloadCheck check(body);
    check.require({ u"created"_s, u"deadline"_s, u"metadata"_s });
    check.allowOnly({ u"created"_s, u"deadline"_s, u"dependencies"_s, u"expires"_s, u"extra"_s, u"metadata"_s,
        u"payload"_s, u"priority"_s, u"projectId"_s, u"provisionerId"_s, u"requires"_s, u"retries"_s, u"routes"_s,
        u"schedulerId"_s, u"scopes"_s, u"tags"_s, u"taskGroupId"_s, u"taskQueueId"_s, u"workerType"_s });
    for (const QString &name : { u"created"_s, u"deadline"_s, u"expires"_s })
        check.date(name);
    for (const QString &name : { u"dependencies"_s, u"routes"_s, u"scopes"_s })
        check.strings(name);
    for (const QString &name : { u"payload"_s, u"tags"_s, u"extra"_s, u"metadata"_s })
        check.isObject(name);
    check.oneOf(u"priority"_s, priorities() << u"normal"_s);
    check.oneOf(u"requires"_s, { u"all-completed"_s, u"all-resolved"_s });
    check.number(u"retries"_s, 0, kMostRetries);
    check.slugId(u"taskGroupId"_s);
    check.text(u"taskQueueId"_s, 1, 77, u"^[a-zA-Z0-9-_]{1,38}/[a-z]([-a-z0-9]{0,36}[a-z0-9])?$"_s);
    if (body["metadata"_L1].isObject()) {
        PayloadCheck metadata(body["metadata"_L1].toObject(), u"data/metadata"_s);
        metadata.require({ u"name"_s, u"description"_s, u"owner"_s, u"source"_s });
        check.add(metadata);
    }
    return check.errors();
}

// The queue by either of its names; answers when they contradict or neither is there.
bool nameQueue(ApiCall &call)
{
    QJsonObject body = call.payload.toObject();
    const QString pair = body.value("provisionerId"_L1).toString() + u'/' + body.value("workerType"_L1).toString();
    const bool hasPair = body.contains("provisionerId"_L1) && body.contains("workerType"_L1);
    if (!body.contains("taskQueueId"_L1) && !hasPair) {
        call.fail("InputError", u"at least a provisionerId and a workerType or a taskQueueId must be provided\""_s);
        return false;
    }
    const QString queue = body.value("taskQueueId"_L1).toString(pair);
    if (hasPair && queue != pair) {
        call.fail("InputError", u"taskQueueId must match \"provisionerId/workerType\""_s);
        return false;
    }
    body.insert(u"taskQueueId"_s, queue);
    body.insert(u"provisionerId"_s, queue.section(u'/', 0, 0));
    body.insert(u"workerType"_s, queue.section(u'/', 1));
    call.payload = body;
    return true;
}

// Runs before it is known who asks, as in the service, where that comes with the scopes.
void prepare(ApiCall &call)
{
    fillIn(call);
    if (isSlugId(call.param("taskId"_L1)) && createErrors(call.payload.toObject()).isEmpty()
        && call.payload.toObject().contains("taskQueueId"_L1))
        nameQueue(call);
}

bool mayCreate(ApiCall &call, const TaskDefinition &task)
{
    QJsonArray all = QJsonArray::fromStringList(task.scopes);
    for (const QString &route : task.routes)
        all.append(QString(u"queue:route:"_s + route));
    all.append(QString(u"queue:create-task:project:"_s + task.projectId));
    all.append(QString(u"queue:scheduler-id:"_s + task.schedulerId));
    QJsonArray any;
    for (const QString &priority : priorities()) {
        any.append(QString(u"queue:create-task:"_s + priority + u':' + task.taskQueueId));
        if (priority == task.priority)
            break;
    }
    all.append(QJsonObject { { u"AnyOf"_s, any } });
    return call.authorize(QJsonObject { { u"AllOf"_s, all } });
}

// Whether the definition makes sense at this time; answers otherwise.
bool isSound(ApiCall &call, const TaskDefinition &task)
{
    const auto endsInStars = [](const QString &scope) { return scope.endsWith(u"**"); };
    const char *fault = nullptr;
    if (task.created < call.now() - kDriftMs)
        fault = "`created` cannot be in the past (max 15min drift)";
    else if (task.created > call.now() + kDriftMs)
        fault = "`created` cannot be in the future (max 15min drift)";
    else if (task.created > task.deadline)
        fault = "`deadline` cannot be past `created`";
    else if (task.deadline < call.now())
        fault = "`deadline` cannot be in the past";
    else if (task.deadline > call.now() + kMostDeadlineMs)
        fault = "`deadline` cannot be more than 5 days into the future";
    else if (task.deadline > task.expires)
        fault = "`expires` cannot be before `deadline`";
    else if (std::any_of(task.scopes.begin(), task.scopes.end(), endsInStars))
        fault = "scopes must not end with `**`";
    if (fault)
        call.fail("InputError", QString::fromLatin1(fault));
    return !fault;
}

TaskStatus statusOf(const QString &taskId, const TaskDefinition &task)
{
    TaskStatus status;
    status.taskId = taskId;
    status.taskQueueId = task.taskQueueId;
    status.schedulerId = task.schedulerId;
    status.projectId = task.projectId;
    status.taskGroupId = task.taskGroupId;
    status.priority = task.priority;
    status.deadline = task.deadline;
    status.expires = task.expires;
    status.retriesLeft = task.retries;
    status.state = u"unscheduled"_s;
    return status;
}

QJsonObject withGroup(const ApiCall &call)
{
    QJsonObject body = call.payload.toObject();
    if (!body.contains("taskGroupId"_L1))
        body.insert(u"taskGroupId"_s, call.param("taskId"_L1));
    return body;
}

TaskDefinition definitionOf(const QJsonObject &body)
{
    TaskDefinition task = TaskDefinition::fromJson(body);
    if (!body.contains("expires"_L1))
        task.expires = task.deadline + kYearMs;
    return task;
}

// The task's group, made when it is the first of it; false, with an answer, when it takes no more.
bool joinGroup(ApiCall &call, const TaskDefinition &task)
{
    const TaskGroup *group = call.state().group(task.taskGroupId);
    if (group && group->sealed != 0) {
        call.fail(
            "RequestConflict", u"Task group `%1` is sealed and does not accept new tasks."_s.arg(task.taskGroupId));
        return false;
    }
    if (group && group->schedulerId != task.schedulerId) {
        call.fail("RequestConflict",
            u"Task group `%1` contains tasks with schedulerId `%2`. You are attempting to include tasks from "
            "schedulerId `%3`, which is not permitted."_s.arg(task.taskGroupId, group->schedulerId, task.schedulerId));
        return false;
    }
    TaskGroup wanted = group ? *group : TaskGroup { task.taskGroupId, task.schedulerId, 0, 0 };
    wanted.expires = std::max(wanted.expires, task.expires);
    call.state().setGroup(wanted);
    return true;
}

void createTask(ApiCall &call)
{
    if (call.request.body.isEmpty()) {
        call.fail(
            "MalformedPayload", u"Payload must be JSON with content-type: application/json got content-type: null"_s);
        return;
    }
    const QStringList errors = createErrors(call.payload.toObject());
    if (!errors.isEmpty()) {
        call.failValidation("create-task-request.json", errors);
        return;
    }
    if (!nameQueue(call))
        return;
    const QJsonObject body = withGroup(call);
    const TaskDefinition definition = definitionOf(body);
    if (!mayCreate(call, definition))
        return;
    call.payload = body;
    if (!isSound(call, definition))
        return;
    const QString taskId = call.param("taskId"_L1);
    DemoTask *task = call.state().task(taskId);
    if (task && !(DemoState::definition(*task) == definition)) {
        call.fail("RequestConflict",
            u"taskId `%1` already used by another task.\nThis could be the result of faulty idempotency!"_s.arg(
                taskId));
        return;
    }
    if (!task) {
        if (!joinGroup(call, definition))
            return;
        DemoTask made;
        made.status = statusOf(taskId, definition);
        made.definition = std::make_shared<const TaskDefinition>(definition);
        task = &call.state().setTask(std::move(made));
        call.state().scheduleIfReady(*task, call.now());
    }
    JsonWriter writer;
    writer.beginObject();
    writer.key("status");
    task->status.write(writer);
    writer.endObject();
    call.reply(writer.take());
}

} // namespace

void addQueueCreateRoutes(Router &router)
{
    router.add({ "queue", "createTask", "PUT", "/task/<taskId>", nullptr, true, {}, createTask, prepare });
}

} // namespace demo
