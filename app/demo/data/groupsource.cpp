// SPDX-License-Identifier: MPL-2.0
#include "demo/data/groupsource.h"

#include "demo/data/artifactset.h"
#include "demo/data/payloads.h"
#include "demo/util/slugs.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kBigLog = 200LL * 1024 * 1024;

QString priorityOf(const TaskPlan &plan)
{
    if (plan.kind == TaskKind::Decision || plan.kind == TaskKind::Toolchain)
        return u"high"_s;
    return plan.kind == TaskKind::Perf ? u"very-low"_s : u"medium"_s;
}

qint64 between(quint64 chance, qint64 low, qint64 high)
{
    return low + static_cast<qint64>(chance % static_cast<quint64>(high - low));
}

} // namespace

GroupSource::GroupSource(int size, quint64 seed, qint64 now)
    : m_size(size), m_seed(mix(seed, static_cast<quint64>(size))), m_now(now), m_created(now - 95 * kMinute),
      m_groupId(taskId(size, 0)), m_plans(planGroup(size, seed))
{
    if (m_size >= 300)
        m_plans[kBigLogIndex].state = TaskState::Failed;
}

QString GroupSource::taskId(int size, int index)
{
    return slugFor("demo group of " + QByteArray::number(size) + ", task " + QByteArray::number(index));
}

void GroupSource::addTo(DemoState &state) const
{
    state.setGroup({ m_groupId, u"gecko-level-3"_s, m_created + 366 * kDay, 0 });
    for (int index = 0; index < m_size; ++index) {
        DemoTask task;
        task.status = status(index);
        task.source = shared_from_this();
        task.recipe = static_cast<quint32>(index);
        state.setTask(std::move(task));
    }
}

TaskStatus GroupSource::status(int index) const
{
    const TaskPlan &plan = m_plans[static_cast<std::size_t>(index)];
    TaskStatus status;
    status.taskId = taskId(m_size, index);
    status.taskQueueId = taskQueueOf(plan);
    status.schedulerId = u"gecko-level-3"_s;
    status.projectId = u"none"_s;
    status.taskGroupId = m_groupId;
    status.priority = priorityOf(plan);
    status.deadline = m_created + kDay;
    status.expires = m_created + 365 * kDay;
    status.retriesLeft = 5;
    status.state = stateName(plan.state);
    addRuns(status, plan, mix(m_seed, static_cast<quint64>(index), 1));
    return status;
}

void GroupSource::addRuns(TaskStatus &status, const TaskPlan &plan, quint64 chance) const
{
    if (plan.state == TaskState::Unscheduled)
        return;
    qint64 scheduled = m_created + 20 * kSecond;
    if (plan.kind == TaskKind::Build || plan.kind == TaskKind::Toolchain)
        scheduled += between(chance, 4 * kMinute, 8 * kMinute);
    else if (plan.kind >= TaskKind::Signing)
        scheduled += between(chance, 25 * kMinute, 40 * kMinute);
    // One task in twelve has been tried before; a few of those twice.
    const int earlier = chance % 12 != 0 ? 0 : (chance % 60 == 0 ? 2 : 1);
    for (int runId = 0; runId < earlier && plan.kind != TaskKind::Decision; ++runId) {
        TaskPlan first = plan;
        first.state = chance % 5 == 0 ? TaskState::Failed : TaskState::Exception;
        TaskRun old = run(runId, first, scheduled, mix(chance, static_cast<quint64>(runId)));
        const bool failed = first.state == TaskState::Failed;
        static const QStringList reasons = { u"claim-expired"_s, u"worker-shutdown"_s, u"intermittent-task"_s };
        if (!failed)
            old.reasonResolved = reasons[static_cast<qsizetype>((chance >> 7) % 3)];
        scheduled = old.resolved + 60;
        status.runs.push_back(old);
        status.retriesLeft -= failed ? 0 : 1;
    }
    TaskRun last = run(static_cast<int>(status.runs.size()), plan, scheduled, chance);
    if (!status.runs.empty()) {
        const QString &before = status.runs.back().reasonResolved;
        last.reasonCreated = before == u"failed" ? u"rerun"_s
            : before == u"intermittent-task"     ? u"task-retry"_s
                                                 : u"retry"_s;
    }
    status.runs.push_back(last);
}

TaskRun GroupSource::run(int runId, const TaskPlan &plan, qint64 scheduled, quint64 chance) const
{
    TaskRun run;
    run.runId = runId;
    run.state = stateName(plan.state);
    run.reasonCreated = u"scheduled"_s;
    run.scheduled = scheduled;
    if (plan.state == TaskState::Pending)
        return run;
    const bool canceled = plan.state == TaskState::Exception && chance % 3 == 0;
    if (plan.state == TaskState::Running)
        run.started = m_now - between(chance, 20 * kSecond, 25 * kMinute);
    else if (!canceled)
        run.started = scheduled + between(chance >> 3, 2 * kSecond, 5 * kMinute);
    if (run.started != 0) {
        run.workerGroup = platformOf(plan).genericWorker ? u"eastus2"_s : u"us-east1-b"_s;
        run.workerId = QString::number(mix(chance, 77));
        run.takenUntil = std::max(run.started, m_now - 8 * kMinute) + 20 * kMinute;
    }
    if (plan.state == TaskState::Running)
        return run;
    const qint64 duration = between(chance >> 5, 40 * kSecond, 20 * kMinute);
    run.resolved = std::min((canceled ? scheduled : run.started) + duration, m_now - 5 * kSecond);
    run.reasonResolved = run.state;
    if (plan.state == TaskState::Exception) {
        static const QStringList reasons = { u"malformed-payload"_s, u"deadline-exceeded"_s, u"internal-error"_s,
            u"resource-unavailable"_s, u"claim-expired"_s };
        run.reasonResolved = canceled ? u"canceled"_s : reasons[static_cast<qsizetype>((chance >> 9) % 5)];
    }
    return run;
}

QStringList GroupSource::dependencies(const DemoTask &task) const
{
    if (task.recipe == 0)
        return {};
    QStringList ids = { m_groupId };
    if (const quint32 parent = m_plans[task.recipe].parent; parent != 0)
        ids.append(taskId(m_size, static_cast<int>(parent)));
    return ids;
}

TaskDefinition GroupSource::definition(const DemoTask &task) const
{
    const TaskPlan &plan = m_plans[task.recipe];
    TaskDefinition made;
    made.taskQueueId = task.status.taskQueueId;
    made.schedulerId = task.status.schedulerId;
    made.projectId = task.status.projectId;
    made.taskGroupId = m_groupId;
    made.dependencies = dependencies(task);
    made.requires_ = u"all-completed"_s;
    made.priority = task.status.priority;
    made.retries = 5;
    made.created = m_created + (task.recipe == 0 ? 0 : 4 * kMinute + task.recipe % 977);
    made.deadline = task.status.deadline;
    made.expires = task.status.expires;
    describe(made, plan, m_seed);
    if (isSpecial(task.recipe, kOddNameIndex)) {
        made.name = u"test-<b>bold</b> & \"quotes\" ünïcödé ☃ 🦊 测试 العربية עברית \u202egnol"_s;
        made.description
            = u"# Markdown\n\n* list\n* **bold** <script>alert(1)</script>\n\n[link](javascript:alert(1))"_s;
    }
    return made;
}

std::vector<Artifact> GroupSource::artifacts(const DemoTask &task, int runId) const
{
    if (runId < 0 || static_cast<std::size_t>(runId) >= task.status.runs.size())
        return {};
    const TaskRun &run = task.status.runs[static_cast<std::size_t>(runId)];
    if (run.started == 0)
        return {};
    ArtifactSet set(task.status, run, m_seed + task.recipe);
    const TaskPlan &plan = m_plans[task.recipe];
    set.addLogs(isSpecial(task.recipe, kBigLogIndex) ? kBigLog : 0);
    if (run.state != u"running")
        set.addProducts(plan);
    if (task.recipe == 0)
        set.addEveryKind();
    if (isSpecial(task.recipe, kManyArtifactsIndex))
        set.addMany(1500);
    return set.take();
}

} // namespace demo
