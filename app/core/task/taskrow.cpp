// SPDX-License-Identifier: MPL-2.0
#include "core/task/taskrow.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array priorities { ""_L1, "lowest"_L1, "very-low"_L1, "low"_L1, "medium"_L1, "high"_L1, "very-high"_L1,
    "highest"_L1 };

// States in the order in which a run goes through them.
int progress(TaskState state)
{
    switch (state) {
    case TaskState::Unknown:
    case TaskState::Unscheduled:
        return 0;
    case TaskState::Pending:
        return 1;
    case TaskState::Running:
        return 2;
    case TaskState::Failed:
    case TaskState::Exception:
    case TaskState::Completed:
        break;
    }
    return 3;
}

} // namespace

TaskPriority taskPriorityFromText(QStringView text)
{
    // "normal" is what "lowest" was called once; the service still says it for old tasks.
    if (text == "normal"_L1)
        return TaskPriority::Lowest;
    for (size_t i = 1; i < priorities.size(); ++i) {
        if (text == priorities[i])
            return static_cast<TaskPriority>(i);
    }
    return TaskPriority::Unknown;
}

QString taskPriorityToText(TaskPriority priority)
{
    return priorities[static_cast<size_t>(priority)];
}

qint64 TaskRow::duration(qint64 now) const
{
    if (started == 0)
        return -1;
    const qint64 end = resolved != 0 ? resolved : (state == TaskState::Running ? now : started);
    return std::max<qint64>(0, end - started);
}

bool TaskRow::isOlderThan(const TaskRow &other) const
{
    // Runs are only ever added, and a run only ever goes forwards.
    return std::tuple(runs, progress(state)) <= std::tuple(other.runs, progress(other.state));
}

} // namespace core
