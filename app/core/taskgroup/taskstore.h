// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/task/taskrow.h"

#include <QHash>

#include <memory>
#include <vector>

namespace core {

/// All rows of a group at one moment. Cheap to copy and safe to read on any thread: rows are shared in blocks
/// that are never written again while somebody else holds them.
class TaskSnapshot
{
public:
    static constexpr int blockSize = 1024;

    int size() const { return m_size; }
    const TaskRow &at(int row) const
    {
        const auto index = static_cast<size_t>(row);
        return (*m_blocks[index / blockSize])[index % blockSize];
    }

private:
    friend class TaskStore;
    using Block = std::vector<TaskRow>;

    std::vector<std::shared_ptr<Block>> m_blocks;
    std::shared_ptr<StringPool> m_pool; ///< keeps what the rows point to
    int m_size = 0;
};

/// The rows of a task group. Rows are only added and replaced, never moved or removed, so their numbers stay.
class TaskStore
{
public:
    TaskStore();

    /// What a merge did.
    struct Change {
        int firstAdded = 0; ///< rows from here to size() are new
        std::vector<int> replaced; ///< rows that tell something else now, ascending
    };

    /// Adds \a rows (whose strings are in pool()). Of two rows with the same task id the newer one stays.
    Change merge(TaskRows rows);

    int size() const { return m_snapshot.size(); }
    const TaskRow &at(int row) const { return m_snapshot.at(row); }
    /// Row of a task, or -1.
    int indexOf(const SlugId &taskId) const { return m_index.value(taskId, -1); }
    TaskSnapshot snapshot() const { return m_snapshot; }
    const std::shared_ptr<StringPool> &pool() const { return m_snapshot.m_pool; }
    const StateCounts &counts() const { return m_counts; }
    int malformed() const { return m_malformed; }

    /// Memory in bytes: blocks, names, pool and index, as the allocator rounds them.
    qsizetype memory() const;

private:
    TaskRow &writable(int row);
    void append(TaskRow row);

    TaskSnapshot m_snapshot;
    QHash<SlugId, int> m_index;
    StateCounts m_counts;
    qsizetype m_nameMemory = 0;
    int m_malformed = 0;
};

} // namespace core
