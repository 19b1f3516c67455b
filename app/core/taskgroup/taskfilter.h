// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/task/taskrow.h"

#include <QString>

#include <vector>

namespace core {

/// Columns of the task group's table. The first seven are shown from the start.
enum class TaskColumn : quint8 {
    State,
    Name,
    Kind,
    Pool,
    Runs,
    Started,
    Duration,
    TaskId,
    Priority,
    Owner,
    Created,
    Resolved,
    Deadline,
    Reason,
    RetriesLeft,
    Project,
    Scheduler,
    Dependencies,
};

inline constexpr int taskColumnCount = 18;
inline constexpr int taskColumnsShownAtFirst = 7;

/// Which rows are wanted. The text is made of terms, all of which must match:
///   linux        name, kind, worker pool or task id contains it (without regard to case)
///   "a b"        the same with a blank in it
///   kind:test    only that field; fields: name kind pool owner project scheduler id priority reason state
///   -term        must not match
/// A field's name that does not exist is part of the text looked for.
class TaskFilter
{
public:
    enum class Field : quint8 { Any, Name, Kind, Pool, Owner, Project, Scheduler, Id, Priority, Reason, State };

    struct Term {
        Field field = Field::Any;
        QString text;
        bool negated = false;

        friend bool operator==(const Term &, const Term &) = default;
    };

    TaskFilter() = default;
    explicit TaskFilter(QString text, TaskStates states = {});

    const QString &text() const { return m_text; }
    TaskStates states() const { return m_states; }
    const std::vector<Term> &terms() const { return m_terms; }
    bool isEmpty() const { return m_terms.empty() && m_states.isEmpty(); }

    friend bool operator==(const TaskFilter &left, const TaskFilter &right)
    {
        return left.m_terms == right.m_terms && left.m_states == right.m_states;
    }

private:
    QString m_text;
    TaskStates m_states;
    std::vector<Term> m_terms;
};

/// How rows are ordered; rows that are equal keep the order in which they arrived.
struct TaskOrder {
    TaskColumn column = TaskColumn::State;
    Qt::SortOrder direction = Qt::AscendingOrder;
    bool sorted = false; ///< false is the order of arrival

    friend bool operator==(const TaskOrder &, const TaskOrder &) = default;
};

} // namespace core
