// SPDX-License-Identifier: MPL-2.0
#include "core/task/taskstate.h"

#include <QCoreApplication>

namespace core {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::TaskState)
};

constexpr std::array words { "running"_L1, "pending"_L1, "unscheduled"_L1, "failed"_L1, "exception"_L1,
    "completed"_L1 };

} // namespace

TaskState taskStateFromText(QStringView text)
{
    for (size_t i = 0; i < words.size(); ++i) {
        if (text == words[i])
            return static_cast<TaskState>(i);
    }
    return TaskState::Unknown;
}

QString taskStateToText(TaskState state)
{
    const auto index = static_cast<size_t>(state);
    return index < words.size() ? QString(words[index]) : QString();
}

QString taskStateName(TaskState state)
{
    switch (state) {
    case TaskState::Running:
        return Texts::tr("Running");
    case TaskState::Pending:
        return Texts::tr("Pending");
    case TaskState::Unscheduled:
        return Texts::tr("Unscheduled");
    case TaskState::Failed:
        return Texts::tr("Failed");
    case TaskState::Exception:
        return Texts::tr("Exception");
    case TaskState::Completed:
        return Texts::tr("Completed");
    case TaskState::Unknown:
        break;
    }
    return Texts::tr("Unknown");
}

} // namespace core
