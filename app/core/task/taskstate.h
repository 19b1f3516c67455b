// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QMetaType>
#include <QString>

#include <array>
#include <numeric>

namespace core {

/// State of a task or of a run, in the order in which the application lists them. A state that the service adds
/// later is Unknown.
enum class TaskState : quint8 { Running, Pending, Unscheduled, Failed, Exception, Completed, Unknown };

inline constexpr int taskStateCount = 7;
inline constexpr std::array allTaskStates { TaskState::Running, TaskState::Pending, TaskState::Unscheduled,
    TaskState::Failed, TaskState::Exception, TaskState::Completed, TaskState::Unknown };

TaskState taskStateFromText(QStringView text);
/// Taskcluster's own word, "running"; empty for Unknown. Used in files, filters and links, never translated.
QString taskStateToText(TaskState state);
/// For a person: "Running".
QString taskStateName(TaskState state);
inline bool isResolved(TaskState state)
{
    return state == TaskState::Completed || state == TaskState::Failed || state == TaskState::Exception;
}

/// A set of states; empty means that states do not matter.
class TaskStates
{
public:
    constexpr TaskStates() = default;
    constexpr TaskStates(std::initializer_list<TaskState> states)
    {
        for (const TaskState state : states)
            set(state, true);
    }

    constexpr bool contains(TaskState state) const { return (m_bits & bit(state)) != 0; }
    constexpr bool isEmpty() const { return m_bits == 0; }
    constexpr void set(TaskState state, bool on)
    {
        m_bits = static_cast<quint8>(on ? m_bits | bit(state) : m_bits & ~bit(state));
    }

    friend constexpr bool operator==(TaskStates, TaskStates) = default;

private:
    static constexpr quint8 bit(TaskState state) { return static_cast<quint8>(1U << static_cast<unsigned>(state)); }

    quint8 m_bits = 0;
};

/// How many tasks are in each state.
struct StateCounts {
    std::array<int, taskStateCount> counts {};

    int &operator[](TaskState state) { return counts[static_cast<size_t>(state)]; }
    int operator[](TaskState state) const { return counts[static_cast<size_t>(state)]; }
    int total() const { return std::accumulate(counts.begin(), counts.end(), 0); }

    friend bool operator==(const StateCounts &, const StateCounts &) = default;
};

} // namespace core

Q_DECLARE_METATYPE(core::TaskState)
