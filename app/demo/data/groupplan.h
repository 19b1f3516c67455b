// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

#include <vector>

namespace demo {

enum class TaskKind : quint8 {
    Decision,
    DockerImage,
    Fetch,
    Toolchain,
    SourceTest,
    Build,
    Signing,
    L10n,
    Test,
    Perf,
};

enum class TaskState : quint8 { Completed, Failed, Exception, Running, Pending, Unscheduled };

// What has to be remembered of a generated task; everything else follows from it.
struct TaskPlan {
    TaskKind kind = TaskKind::Test;
    TaskState state = TaskState::Completed;
    quint8 platform = 0;
    quint8 type = 0; // opt, debug, asan ...
    quint8 suite = 0;
    quint8 variant = 0;
    quint16 chunk = 0;
    quint32 parent = 0; // the task of the group that this one needs beside the decision task
};

// Lays a group of size tasks out: kinds in the proportions of a push to a large project, tests that need a build
// of their platform, states that fit to each other (what is unscheduled waits for something unfinished).
std::vector<TaskPlan> planGroup(int size, quint64 seed);

struct Platform {
    const char *name; // of builds and tests: linux1804-64
    const char *build; // the platform that builds for it: linux64
    const char *os;
    const char *testPool;
    const char *buildPool;
    bool genericWorker;
};

const Platform &platformOf(const TaskPlan &plan);
QString typeOf(const TaskPlan &plan);
QString suiteOf(const TaskPlan &plan);
QString labelOf(const TaskPlan &plan);
QString kindName(TaskKind kind);
QString taskQueueOf(const TaskPlan &plan);
QString stateName(TaskState state);

} // namespace demo
