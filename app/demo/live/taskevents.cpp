// SPDX-License-Identifier: MPL-2.0
#include "demo/live/taskevents.h"

#include "demo/util/jsonwriter.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

// A word without a value.
QString word(const QString &value)
{
    return value.isEmpty() ? u"_"_s : value;
}

QJsonObject statusOf(const DemoTask &task)
{
    JsonWriter writer;
    task.status.write(writer);
    return QJsonDocument::fromJson(writer.take()).object();
}

QJsonObject tagsOf(const TaskDefinition &definition)
{
    QJsonObject tags;
    for (const auto &[name, value] : definition.tags)
        tags.insert(name, value);
    return tags;
}

QString routingKey(const TaskStatus &status, const TaskRun *run)
{
    const QString runId = run ? QString::number(run->runId) : QString();
    const QString group = run ? run->workerGroup : QString();
    const QString worker = run ? run->workerId : QString();
    return QStringList { u"primary"_s, status.taskId, word(runId), word(group), word(worker),
        word(status.taskQueueId.section(u'/', 0, 0)), word(status.taskQueueId.section(u'/', 1)),
        word(status.schedulerId), status.taskGroupId, u"_"_s }
        .join(u'.');
}

TaskEvent makeEvent(const QString &name, const DemoTask &task, const TaskRun *run)
{
    const TaskDefinition definition = DemoState::definition(task);
    TaskEvent event;
    event.exchange = u"exchange/taskcluster-queue/v1/"_s + name;
    event.routingKey = routingKey(task.status, run);
    for (const QString &route : definition.routes)
        event.copies.append(u"route."_s + route);
    event.payload = { { u"status"_s, statusOf(task) }, { u"task"_s, QJsonObject { { u"tags"_s, tagsOf(definition) } } },
        { u"version"_s, 1 } };
    if (run)
        event.payload.insert(u"runId"_s, run->runId);
    if (run && !run->workerId.isEmpty()) {
        event.payload.insert(u"workerGroup"_s, run->workerGroup);
        event.payload.insert(u"workerId"_s, run->workerId);
    }
    if (name == u"task-running")
        event.payload.insert(u"takenUntil"_s, isoDate(run->takenUntil));
    return event;
}

// A run that was made only to say how the task ended was never waiting.
bool wasPending(const TaskRun &run)
{
    return run.reasonCreated != u"exception";
}

} // namespace

TaskEvents::Known TaskEvents::of(const DemoTask &task)
{
    const auto &runs = task.status.runs;
    return { task.revision, runs.size(), runs.empty() ? QString() : runs.back().state };
}

void TaskEvents::begin(DemoState &state)
{
    m_known.clear();
    for (const DemoTask &task : state.tasks())
        m_known.push_back(of(task));
}

std::vector<TaskEvent> TaskEvents::since(DemoState &state)
{
    std::vector<TaskEvent> events;
    const auto &tasks = state.tasks();
    for (std::size_t at = 0; at < tasks.size(); ++at) {
        const DemoTask &task = tasks[at];
        const bool isNew = at == m_known.size();
        if (isNew) {
            m_known.emplace_back();
            events.push_back(makeEvent(u"task-defined"_s, task, nullptr));
        } else if (m_known[at].revision == task.revision) {
            continue;
        }
        Known &known = m_known[at];
        const auto &runs = task.status.runs;
        for (std::size_t i = known.runs > 0 ? known.runs - 1 : 0; i < runs.size(); ++i) {
            const bool isNewRun = i >= known.runs;
            if (isNewRun && wasPending(runs[i]))
                events.push_back(makeEvent(u"task-pending"_s, task, &runs[i]));
            if (runs[i].state != u"pending" && (isNewRun || runs[i].state != known.lastState))
                events.push_back(makeEvent(u"task-"_s + runs[i].state, task, &runs[i]));
        }
        known = of(task);
    }
    return events;
}

} // namespace demo
