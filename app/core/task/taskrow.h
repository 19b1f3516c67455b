// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/task/taskstate.h"
#include "core/util/slugid.h"
#include "core/util/stringpool.h"

#include <QString>

#include <vector>

namespace core {

/// Priorities in their order; Unknown is one that the service adds later, or none.
enum class TaskPriority : quint8 { Unknown, Lowest, VeryLow, Low, Medium, High, VeryHigh, Highest };

TaskPriority taskPriorityFromText(QStringView text);
/// Taskcluster's own word, "very-low"; empty for Unknown.
QString taskPriorityToText(TaskPriority priority);

/// What a row of a task group shows, packed for 100,000 of them. Times are ms since the epoch, 0 is "not yet".
/// Interned strings point into the pool of the store that holds the row and are never null.
struct TaskRow {
    SlugId taskId;
    QString name; // mostly unique, so not interned
    const QString *kind = StringPool::empty(); ///< of the tags
    const QString *pool = StringPool::empty(); ///< task queue id, "provisioner/workerType"
    const QString *owner = StringPool::empty();
    const QString *project = StringPool::empty();
    const QString *scheduler = StringPool::empty();
    const QString *reason = StringPool::empty(); ///< why the last run was resolved; empty while it is not
    qint64 created = 0;
    qint64 deadline = 0;
    qint64 scheduled = 0; ///< of the last run, as are started and resolved
    qint64 started = 0;
    qint64 resolved = 0;
    quint16 runs = 0;
    qint16 retriesLeft = 0;
    quint16 dependencies = 0;
    TaskState state = TaskState::Unknown;
    TaskPriority priority = TaskPriority::Unknown;

    /// Time between start and end of the last run, up to \a now while it runs; -1 before it starts.
    qint64 duration(qint64 now) const;
    /// Whether another row of the same task tells something newer; on a tie the later arrival wins.
    bool isOlderThan(const TaskRow &other) const;

    friend bool operator==(const TaskRow &, const TaskRow &) = default;
};

static_assert(sizeof(TaskRow) <= 200);

/// A page of a group as a worker made it.
struct TaskRows {
    std::vector<TaskRow> rows;
    int malformed = 0; ///< tasks left out because their id is not one
};

} // namespace core
