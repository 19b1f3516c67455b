// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/data/demostate.h"
#include "demo/data/groupplan.h"

namespace demo {

// A generated task group: which tasks there are is fixed by its size, what happened to them by the seed, when by
// the time at which the demo starts.
class GroupSource : public TaskSource, public std::enable_shared_from_this<GroupSource>
{
public:
    GroupSource(int size, quint64 seed, qint64 now);

    // The id of the n-th task; the decision task (0) has the id of the group.
    static QString taskId(int size, int index);

    void addTo(DemoState &state) const;

    TaskDefinition definition(const DemoTask &task) const override;
    QStringList dependencies(const DemoTask &task) const override;
    std::vector<Artifact> artifacts(const DemoTask &task, int runId) const override;

    // Tasks of groups with at least 300 tasks that are out of the ordinary.
    static constexpr int kBigLogIndex = 250; // failed, with a log of 200 MiB
    static constexpr int kOddNameIndex = 260; // a name of markup and many scripts
    static constexpr int kManyArtifactsIndex = 270; // 1500 artifacts

private:
    TaskStatus status(int index) const;
    void addRuns(TaskStatus &status, const TaskPlan &plan, quint64 chance) const;
    TaskRun run(int runId, const TaskPlan &plan, qint64 scheduled, quint64 chance) const;
    bool isSpecial(quint32 recipe, int index) const { return m_size >= 300 && recipe == quint32(index); }

    int m_size;
    quint64 m_seed;
    qint64 m_now;
    qint64 m_created;
    QString m_groupId;
    std::vector<TaskPlan> m_plans;
};

} // namespace demo
