// SPDX-License-Identifier: MPL-2.0
#include "demo/simulation.h"

#include "demo/data/demoworld.h"
#include "demo/data/groupsource.h"
#include "demo/util/slugs.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qint64 kClaimMs = 20 * 60 * 1000;
constexpr std::size_t kMostRuns = 6;
constexpr std::size_t kMovingTail = 200;

} // namespace

void Simulation::step(qint64 now)
{
    for (const int size : { kSmallGroup, kMediumGroup, kLargeGroup }) {
        const std::size_t still = size == kLargeGroup ? std::size_t(size) - kMovingTail : 0;
        std::vector<DemoTask *> tasks = movable(GroupSource::taskId(size, 0), still);
        if (tasks.empty())
            continue;
        // A small group moves once in a while, a larger one all the time.
        const quint64 roll = mix(chance(), static_cast<quint64>(size));
        if (size == kSmallGroup && roll % 5 != 0)
            continue;
        advance(*tasks[(roll >> 8) % tasks.size()], now);
    }
}

std::vector<DemoTask *> Simulation::movable(const QString &groupId, std::size_t keepStill)
{
    std::vector<DemoTask *> open;
    std::vector<DemoTask *> done;
    const std::vector<quint32> &members = m_state.groupMembers(groupId);
    for (std::size_t at = keepStill; at < members.size(); ++at) {
        DemoTask &task = m_state.tasks()[members[at]];
        if (task.status.state == u"running" || task.status.state == u"pending")
            open.push_back(&task);
        else if (task.recipe != 0 && !task.status.runs.empty() && task.status.runs.size() < kMostRuns)
            done.push_back(&task);
    }
    return open.empty() ? done : open;
}

void Simulation::advance(DemoTask &task, qint64 now)
{
    if (task.status.deadline < now)
        return;
    if (task.status.state == u"pending")
        claim(task, now);
    else if (task.status.state == u"running")
        resolve(task, now);
    else
        runAgain(task, now);
}

void Simulation::claim(DemoTask &task, qint64 now)
{
    TaskRun &run = task.status.runs.back();
    run.state = u"running"_s;
    run.workerGroup = u"us-east1-b"_s;
    run.workerId = QString::number(mix(chance(), 3));
    run.started = now;
    run.takenUntil = now + kClaimMs;
    task.status.state = run.state;
    ++task.revision;
}

void Simulation::resolve(DemoTask &task, qint64 now)
{
    TaskRun &run = task.status.runs.back();
    run.state = mix(chance(), 4) % 6 == 0 ? u"failed"_s : u"completed"_s;
    run.reasonResolved = run.state;
    run.resolved = now;
    task.status.state = run.state;
    ++task.revision;
    if (run.state == u"completed")
        m_state.scheduleDependents(task.status.taskId, now);
}

void Simulation::runAgain(DemoTask &task, qint64 now)
{
    task.addRun(u"rerun"_s, now);
}

} // namespace demo
