// SPDX-License-Identifier: MPL-2.0
#include "demo/data/demostate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

void DemoTask::addRun(const QString &reason, qint64 now)
{
    TaskRun run;
    run.runId = static_cast<int>(status.runs.size());
    run.state = u"pending"_s;
    run.reasonCreated = reason;
    run.scheduled = now;
    status.runs.push_back(run);
    status.state = run.state;
    ++revision;
}

const TaskGroup *DemoState::group(const QString &taskGroupId) const
{
    const auto found = m_groups.constFind(taskGroupId);
    return found == m_groups.constEnd() ? nullptr : &*found;
}

DemoTask &DemoState::setTask(DemoTask task)
{
    m_linked = false;
    const auto found = m_positions.constFind(task.status.taskId);
    if (found != m_positions.constEnd())
        return m_tasks[*found] = std::move(task);
    m_positions.insert(task.status.taskId, static_cast<quint32>(m_tasks.size()));
    m_tasks.push_back(std::move(task));
    return m_tasks.back();
}

DemoTask *DemoState::task(const QString &taskId)
{
    const auto found = m_positions.constFind(taskId);
    return found == m_positions.constEnd() ? nullptr : &m_tasks[*found];
}

const DemoTask *DemoState::task(const QString &taskId) const
{
    const auto found = m_positions.constFind(taskId);
    return found == m_positions.constEnd() ? nullptr : &m_tasks[*found];
}

const std::vector<quint32> &DemoState::groupMembers(const QString &taskGroupId)
{
    link();
    return m_members[taskGroupId];
}

QStringList DemoState::dependents(const QString &taskId)
{
    link();
    return m_dependents.value(taskId);
}

void DemoState::scheduleIfReady(DemoTask &task, qint64 now)
{
    const bool anyEnd = definition(task).requires_ == u"all-resolved";
    const auto isOver = [this, anyEnd](const QString &id) {
        const DemoTask *other = this->task(id);
        if (!other || other->status.state == u"completed")
            return true;
        return anyEnd && (other->status.state == u"failed" || other->status.state == u"exception");
    };
    const QStringList waitsFor = dependencies(task);
    if (task.status.state == u"unscheduled" && std::all_of(waitsFor.begin(), waitsFor.end(), isOver))
        task.addRun(u"scheduled"_s, now);
}

void DemoState::scheduleDependents(const QString &taskId, qint64 now)
{
    const QStringList waiting = dependents(taskId);
    for (const QString &id : waiting) {
        if (DemoTask *dependent = task(id))
            scheduleIfReady(*dependent, now);
    }
}

void DemoState::link()
{
    if (m_linked)
        return;
    m_linked = true;
    m_members.clear();
    m_dependents.clear();
    for (quint32 at = 0; at < m_tasks.size(); ++at) {
        m_members[m_tasks[at].status.taskGroupId].push_back(at);
        const QStringList waitsFor = dependencies(m_tasks[at]);
        for (const QString &id : waitsFor)
            m_dependents[id].append(m_tasks[at].status.taskId);
    }
    // The services' database orders ids by letter first and by case second.
    const auto before = [this](quint32 a, quint32 b) {
        const QString &left = m_tasks[a].status.taskId;
        const QString &right = m_tasks[b].status.taskId;
        const int order = left.compare(right, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : left < right;
    };
    for (auto &members : m_members)
        std::sort(members.begin(), members.end(), before);
}

TaskDefinition DemoState::definition(const DemoTask &task)
{
    if (task.definition)
        return *task.definition;
    return task.source ? task.source->definition(task) : TaskDefinition();
}

QStringList DemoState::dependencies(const DemoTask &task)
{
    if (task.definition)
        return task.definition->dependencies;
    return task.source ? task.source->dependencies(task) : QStringList();
}

std::vector<Artifact> DemoState::artifacts(const DemoTask &task, int runId)
{
    std::vector<Artifact> list;
    if (task.source)
        list = task.source->artifacts(task, runId);
    if (const auto found = task.artifacts.find(runId); found != task.artifacts.end()) {
        for (const Artifact &own : found->second) {
            std::erase_if(list, [&own](const Artifact &made) { return made.name == own.name; });
            list.push_back(own);
        }
    }
    std::sort(list.begin(), list.end(), [](const Artifact &a, const Artifact &b) { return a.name < b.name; });
    return list;
}

Artifact *DemoState::created(DemoTask &task, int runId, const QString &name)
{
    const auto run = task.artifacts.find(runId);
    if (run == task.artifacts.end())
        return nullptr;
    const auto found = std::find_if(
        run->second.begin(), run->second.end(), [&name](const Artifact &artifact) { return artifact.name == name; });
    return found == run->second.end() ? nullptr : &*found;
}

std::optional<Artifact> DemoState::artifact(const DemoTask &task, int runId, const QString &name)
{
    for (Artifact &artifact : artifacts(task, runId)) {
        if (artifact.name == name)
            return std::move(artifact);
    }
    return std::nullopt;
}

} // namespace demo
