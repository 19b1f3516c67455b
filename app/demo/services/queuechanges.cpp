// SPDX-License-Identifier: MPL-2.0
#include "demo/services/services.h"
#include "demo/util/jsonwriter.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

// The task of the request, if the caller may do verb ("cancel") with it before its deadline; answers otherwise.
DemoTask *changeable(ApiCall &call, const QString &verb, const QString &deadlineText)
{
    const QString id = call.param("taskId"_L1);
    DemoTask *task = call.state().task(id);
    if (!task) {
        call.fail("ResourceNotFound", u"Task `%1` not found. Are you sure it was created?"_s.arg(id));
        return nullptr;
    }
    const TaskStatus &status = task->status;
    const QString place = status.schedulerId + u'/' + status.taskGroupId;
    const QString scope = u"queue:%1-task"_s.arg(verb);
    const QString own = scope + u':' + place + u'/' + id;
    const QString ofProject = scope + u"-in-project:" + status.projectId;
    const QString ofScheduler = u"assume:scheduler-id:"_s + place;
    const QJsonArray choices = { own, ofProject, QJsonObject { { u"AllOf"_s, QJsonArray { scope, ofScheduler } } } };
    if (!call.authorize(QJsonObject { { u"AnyOf"_s, choices } }))
        return nullptr;
    if (status.deadline < call.now()) {
        call.fail("RequestConflict", u"Task `%1` can't be %2 %3."_s.arg(id, deadlineText, isoDate(status.deadline)));
        return nullptr;
    }
    return task;
}

void replyStatus(ApiCall &call, const DemoTask &task)
{
    JsonWriter writer;
    writer.beginObject();
    writer.key("status");
    task.status.write(writer);
    writer.endObject();
    call.reply(writer.take());
}

bool isResolved(const TaskStatus &status)
{
    return status.state == u"completed" || status.state == u"failed" || status.state == u"exception";
}

void cancelTask(ApiCall &call)
{
    DemoTask *task = changeable(call, u"cancel"_s, u"canceled past its deadline of"_s);
    if (!task)
        return;
    TaskStatus &status = task->status;
    if (isResolved(status) && status.runs.back().reasonResolved != u"canceled") {
        call.fail("RequestConflict",
            u"Task `%1` was already resolved as %2 and can't be canceled."_s.arg(status.taskId, status.state));
        return;
    }
    if (!isResolved(status)) {
        // A task that was never scheduled gets a run that says that it was canceled.
        if (status.runs.empty())
            task->addRun(u"exception"_s, call.now());
        TaskRun &run = status.runs.back();
        run.state = u"exception"_s;
        run.reasonResolved = u"canceled"_s;
        run.resolved = call.now();
        status.state = run.state;
        ++task->revision;
    }
    replyStatus(call, *task);
}

void rerunTask(ApiCall &call)
{
    DemoTask *task = changeable(call, u"rerun"_s, u"rerun past its deadline at"_s);
    if (!task)
        return;
    if (isResolved(task->status) || task->status.state == u"unscheduled") {
        task->addRun(u"rerun"_s, call.now());
        task->status.retriesLeft = DemoState::definition(*task).retries;
    }
    replyStatus(call, *task);
}

void scheduleTask(ApiCall &call)
{
    DemoTask *task = changeable(call, u"schedule"_s, u"scheduled past its deadline at"_s);
    if (!task)
        return;
    if (task->status.state == u"unscheduled")
        task->addRun(u"scheduled"_s, call.now());
    replyStatus(call, *task);
}

} // namespace

void addQueueChangeRoutes(Router &router)
{
    router.add({ "queue", "cancelTask", "POST", "/task/<taskId>/cancel", nullptr, true, {}, cancelTask });
    router.add({ "queue", "rerunTask", "POST", "/task/<taskId>/rerun", nullptr, true, {}, rerunTask });
    router.add({ "queue", "scheduleTask", "POST", "/task/<taskId>/schedule", nullptr, true, {}, scheduleTask });
}

} // namespace demo
