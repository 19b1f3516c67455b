// SPDX-License-Identifier: MPL-2.0
#include "demo/services/requestparts.h"
#include "demo/services/services.h"
#include "demo/util/jsonwriter.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qint64 kClaimMs = 20LL * 60 * 1000;
constexpr int kMostTasks = 32;

const QString kWorkerName = u"^([a-zA-Z0-9-_]*)$"_s;

// "2026-11-21T20:35:02.538+00:00": the one date that the service writes so.
QString databaseDate(qint64 msecs)
{
    return isoDate(msecs).chopped(1) + u"+00:00"_s;
}

PayloadCheck workerCheck(const ApiCall &call)
{
    PayloadCheck check(call.payload.toObject());
    check.require({ u"workerGroup"_s, u"workerId"_s });
    check.text(u"workerGroup"_s, 1, 38, kWorkerName);
    check.text(u"workerId"_s, 1, 38, kWorkerName);
    return check;
}

bool mayClaim(ApiCall &call, const QString &claim)
{
    const QString worker = call.payload["workerGroup"_L1].toString() + u'/' + call.payload["workerId"_L1].toString();
    const QJsonArray all { claim, QString(u"queue:worker-id:"_s + worker) };
    return call.authorize(QJsonObject { { u"AllOf"_s, all } });
}

// The task of the request, with the run that it names; answers otherwise.
DemoTask *namedRun(ApiCall &call, TaskRun **run)
{
    const QString taskId = call.param("taskId"_L1);
    DemoTask *task = call.state().task(taskId);
    if (!task) {
        call.fail("ResourceNotFound", u"Task `%1` not found. Are you sure it was created?"_s.arg(taskId));
        return nullptr;
    }
    const auto runId = static_cast<std::size_t>(call.param("runId"_L1).toUInt());
    if (runId >= task->status.runs.size()) {
        call.fail("ResourceNotFound", u"Run %1 not found on task `%2`."_s.arg(call.param("runId"_L1), taskId));
        return nullptr;
    }
    *run = &task->status.runs[runId];
    return task;
}

void claim(const ApiCall &call, DemoTask &task, TaskRun &run)
{
    run.state = u"running"_s;
    run.workerGroup = call.payload["workerGroup"_L1].toString();
    run.workerId = call.payload["workerId"_L1].toString();
    run.started = call.now();
    run.takenUntil = call.now() + kClaimMs;
    task.status.state = run.state;
    ++task.revision;
}

enum class Shape { Claim, Reclaim };

void writeClaim(JsonWriter &writer, const ApiCall &call, const DemoTask &task, const TaskRun &run, Shape shape)
{
    const TaskDefinition definition = DemoState::definition(task);
    writer.beginObject();
    writer.key("status");
    task.status.write(writer);
    writer.member("runId", run.runId);
    writer.member("workerGroup", run.workerGroup);
    writer.member("workerId", run.workerId);
    if (shape == Shape::Claim) {
        writer.member("takenUntil", databaseDate(run.takenUntil));
        writer.key("task");
        definition.write(writer);
    } else {
        writer.date("takenUntil", run.takenUntil);
    }
    writeCredentials(writer, taskCredentials(call.context, task, run, definition.scopes));
    writer.endObject();
}

void claimTask(ApiCall &call)
{
    PayloadCheck check = workerCheck(call);
    check.allowOnly({ u"workerGroup"_s, u"workerId"_s });
    if (!check.errors().isEmpty()) {
        call.failValidation("task-claim-request.json", check.errors());
        return;
    }
    TaskRun *run = nullptr;
    DemoTask *task = namedRun(call, &run);
    if (!task || !mayClaim(call, u"queue:claim-task:"_s + task->status.taskQueueId))
        return;
    if (task->status.deadline < call.now()) {
        call.fail("RequestConflict",
            u"Task `%1` can't be claimed past its deadline of %2."_s.arg(
                task->status.taskId, isoDate(task->status.deadline)));
    } else if (run->state != u"pending") {
        call.fail("RequestConflict", u"Run %1 was already claimed by another worker."_s.arg(run->runId));
    } else {
        claim(call, *task, *run);
        JsonWriter writer;
        writeClaim(writer, call, *task, *run, Shape::Claim);
        call.reply(writer.take());
    }
}

// What waits in the queue. The service holds a request without any for 20 seconds; the demo answers at once.
void claimWork(ApiCall &call)
{
    PayloadCheck check = workerCheck(call);
    check.allowOnly({ u"workerGroup"_s, u"workerId"_s, u"tasks"_s });
    check.number(u"tasks"_s, 1, kMostTasks);
    if (!check.errors().isEmpty()) {
        call.failValidation("claim-work-request.json", check.errors());
        return;
    }
    const QString queue = call.param("taskQueueId"_L1);
    if (!mayClaim(call, u"queue:claim-work:"_s + queue))
        return;
    int left = call.payload["tasks"_L1].toInt(1);
    JsonWriter writer;
    writer.beginObject();
    writer.key("tasks");
    writer.beginArray();
    for (DemoTask &task : call.state().tasks()) {
        const bool waits = task.status.state == u"pending" && task.status.taskQueueId == queue;
        if (left == 0 || !waits || task.status.deadline < call.now())
            continue;
        TaskRun &run = task.status.runs.back();
        claim(call, task, run);
        writeClaim(writer, call, task, run, Shape::Claim);
        --left;
    }
    writer.endArray();
    writer.endObject();
    call.reply(writer.take());
}

void reclaimTask(ApiCall &call)
{
    TaskRun *run = nullptr;
    DemoTask *task = namedRun(call, &run);
    if (!task)
        return;
    if (run->state != u"running" || run->takenUntil < call.now()) {
        call.fail("RequestConflict",
            u"Run %1 on task `%2` is resolved or not running."_s.arg(run->runId).arg(task->status.taskId));
        return;
    }
    run->takenUntil = call.now() + kClaimMs;
    ++task->revision;
    JsonWriter writer;
    writeClaim(writer, call, *task, *run, Shape::Reclaim);
    call.reply(writer.take());
}

void resolve(ApiCall &call, const QString &state, const QString &reason)
{
    TaskRun *run = nullptr;
    DemoTask *task = namedRun(call, &run);
    if (!task)
        return;
    const bool isSameAgain = run->state == state && run->reasonResolved == reason;
    if (!isSameAgain && (run->state != u"running" || run->takenUntil < call.now())) {
        call.fail("RequestConflict",
            u"Run %1 of task `%2` is not running or %3."_s.arg(run->runId).arg(task->status.taskId, state));
        return;
    }
    if (!isSameAgain) {
        run->state = state;
        run->reasonResolved = reason;
        run->resolved = call.now();
        task->status.state = state;
        ++task->revision;
        const bool again = reason == u"worker-shutdown" || reason == u"intermittent-task";
        if (again && task->status.retriesLeft > 0) {
            --task->status.retriesLeft;
            task->addRun(reason == u"worker-shutdown" ? u"retry"_s : u"task-retry"_s, call.now());
        }
        call.state().scheduleDependents(task->status.taskId, call.now());
    }
    JsonWriter writer;
    writer.beginObject();
    writer.key("status");
    task->status.write(writer);
    writer.endObject();
    call.reply(writer.take());
}

void reportException(ApiCall &call)
{
    PayloadCheck check(call.payload.toObject());
    check.allowOnly({ u"reason"_s });
    check.require({ u"reason"_s });
    check.oneOf(u"reason"_s,
        { u"worker-shutdown"_s, u"malformed-payload"_s, u"resource-unavailable"_s, u"internal-error"_s,
            u"intermittent-task"_s });
    if (check.errors().isEmpty())
        resolve(call, u"exception"_s, call.payload["reason"_L1].toString());
    else
        call.failValidation("task-exception-request.json", check.errors());
}

} // namespace

void addQueueClaimRoutes(Router &router)
{
    const auto add = [&router](const char *method, const char *path, const char *scope, auto handler) {
        router.add({ "queue", method, "POST", path, scope, true, {}, handler });
    };
    const char *resolving = "queue:resolve-task:<taskId>/<runId>";
    add("claimTask", "/task/<taskId>/runs/<runId>/claim", nullptr, claimTask);
    add("claimWork", "/claim-work/<taskQueueId>", nullptr, claimWork);
    add("reclaimTask", "/task/<taskId>/runs/<runId>/reclaim", "queue:reclaim-task:<taskId>/<runId>", reclaimTask);
    add("reportCompleted", "/task/<taskId>/runs/<runId>/completed", resolving,
        [](ApiCall &call) { resolve(call, u"completed"_s, u"completed"_s); });
    add("reportFailed", "/task/<taskId>/runs/<runId>/failed", resolving,
        [](ApiCall &call) { resolve(call, u"failed"_s, u"failed"_s); });
    add("reportException", "/task/<taskId>/runs/<runId>/exception", resolving, reportException);
}

} // namespace demo
