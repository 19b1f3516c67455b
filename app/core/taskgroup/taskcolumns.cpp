// SPDX-License-Identifier: MPL-2.0
#include "core/taskgroup/taskcolumns.h"

#include "core/util/visibletext.h"

#include <QCoreApplication>

#include <array>

namespace core {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::TaskColumn)
};

struct ColumnNames {
    QLatin1StringView key;
    const char *name = nullptr;
};

constexpr std::array<ColumnNames, taskColumnCount> columns { {
    { "state"_L1, QT_TRANSLATE_NOOP("core::TaskColumn", "State") },
    { "name"_L1, QT_TRANSLATE_NOOP("core::TaskColumn", "Name") },
    { "kind"_L1, QT_TRANSLATE_NOOP("core::TaskColumn", "Kind") },
    { "pool"_L1, QT_TRANSLATE_NOOP("core::TaskColumn", "Worker pool") },
    { "runs"_L1, QT_TRANSLATE_NOOP("core::TaskColumn", "Runs") },
    { "started"_L1, QT_TRANSLATE_NOOP("core::TaskColumn", "Started") },
    { "duration"_L1, QT_TRANSLATE_NOOP("core::TaskColumn", "Duration") },
    { "id"_L1, QT_TRANSLATE_NOOP("core::TaskColumn", "Task ID") },
    { "priority"_L1, QT_TRANSLATE_NOOP("core::TaskColumn", "Priority") },
    { "owner"_L1, QT_TRANSLATE_NOOP("core::TaskColumn", "Owner") },
    { "created"_L1, QT_TRANSLATE_NOOP("core::TaskColumn", "Created") },
    { "resolved"_L1, QT_TRANSLATE_NOOP("core::TaskColumn", "Resolved") },
    { "deadline"_L1, QT_TRANSLATE_NOOP("core::TaskColumn", "Deadline") },
    { "reason"_L1, QT_TRANSLATE_NOOP("core::TaskColumn", "Reason resolved") },
    { "retries"_L1, QT_TRANSLATE_NOOP("core::TaskColumn", "Retries left") },
    { "project"_L1, QT_TRANSLATE_NOOP("core::TaskColumn", "Project") },
    { "scheduler"_L1, QT_TRANSLATE_NOOP("core::TaskColumn", "Scheduler") },
    { "dependencies"_L1, QT_TRANSLATE_NOOP("core::TaskColumn", "Dependencies") },
} };

// The time that a column shows, or 0 for a column that shows none.
qint64 timeOf(const TaskRow &row, TaskColumn column)
{
    switch (column) {
    case TaskColumn::Started:
    case TaskColumn::Duration:
        return row.started;
    case TaskColumn::Created:
        return row.created;
    case TaskColumn::Resolved:
        return row.resolved;
    case TaskColumn::Deadline:
        return row.deadline;
    default:
        return 0;
    }
}

} // namespace

QString taskColumnName(TaskColumn column)
{
    return Texts::tr(columns[static_cast<size_t>(column)].name);
}

QString taskColumnKey(TaskColumn column)
{
    return columns[static_cast<size_t>(column)].key;
}

QVariant taskColumnValue(const TaskRow &row, TaskColumn column, qint64 now)
{
    switch (column) {
    case TaskColumn::State:
        return QVariant::fromValue(row.state);
    case TaskColumn::Name:
        return row.name;
    case TaskColumn::Kind:
        return *row.kind;
    case TaskColumn::Pool:
        return *row.pool;
    case TaskColumn::Runs:
        return static_cast<int>(row.runs);
    case TaskColumn::Duration:
        return row.duration(now);
    case TaskColumn::TaskId:
        return row.taskId.toText();
    case TaskColumn::Priority:
        return static_cast<int>(row.priority);
    case TaskColumn::Owner:
        return *row.owner;
    case TaskColumn::Started:
    case TaskColumn::Created:
    case TaskColumn::Resolved:
    case TaskColumn::Deadline:
        return timeOf(row, column);
    case TaskColumn::Reason:
        return *row.reason;
    case TaskColumn::RetriesLeft:
        return static_cast<int>(row.retriesLeft);
    case TaskColumn::Project:
        return *row.project;
    case TaskColumn::Scheduler:
        return *row.scheduler;
    case TaskColumn::Dependencies:
        return static_cast<int>(row.dependencies);
    }
    return {};
}

QString taskColumnText(const TaskRow &row, TaskColumn column, qint64 now)
{
    switch (column) {
    case TaskColumn::State:
        return taskStateName(row.state);
    case TaskColumn::Duration:
        return formatDuration(row.duration(now));
    case TaskColumn::Priority:
        return taskPriorityToText(row.priority);
    case TaskColumn::Started:
    case TaskColumn::Created:
    case TaskColumn::Resolved:
    case TaskColumn::Deadline:
        return formatTime(timeOf(row, column), now);
    case TaskColumn::Runs:
    case TaskColumn::RetriesLeft:
    case TaskColumn::Dependencies:
        return formatCount(taskColumnValue(row, column, now).toInt());
    default:
        return visibleText(taskColumnValue(row, column, now).toString());
    }
}

QString taskColumnToolTip(const TaskRow &row, TaskColumn column, qint64 now)
{
    if (column == TaskColumn::Duration && row.started != 0) {
        const QString end = row.resolved != 0 ? formatExactTime(row.resolved) : Texts::tr("now");
        return Texts::tr("%1 to %2").arg(formatExactTime(row.started), end);
    }
    const qint64 time = timeOf(row, column);
    return time != 0 ? formatExactTime(time) : taskColumnText(row, column, now);
}

} // namespace core
