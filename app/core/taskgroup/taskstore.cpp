// SPDX-License-Identifier: MPL-2.0
#include "core/taskgroup/taskstore.h"

#include <algorithm>

namespace core {

namespace {

// What QHash of Qt 6 takes: spans of 128 buckets with a byte of offset for each, and a storage of entries that grows in
// steps (48, 80, then 16 at a time).
qsizetype hashMemory(qsizetype size, qsizetype capacity)
{
    if (capacity == 0)
        return 0;
    constexpr qsizetype spanBuckets = 128;
    constexpr qsizetype entry = sizeof(SlugId) + sizeof(int);
    const qsizetype spans = (qMax(capacity * 2, spanBuckets) + spanBuckets - 1) / spanBuckets;
    const qsizetype perSpan = qMin(spanBuckets, size / spans + 1);
    const qsizetype entries = perSpan <= 48 ? 48 : (perSpan <= 80 ? 80 : (perSpan + 15) / 16 * 16);
    constexpr qsizetype spanHeader = spanBuckets + 16;
    return spans * (spanHeader + allocatedSize(entries * entry));
}

} // namespace

TaskStore::TaskStore()
{
    m_snapshot.m_pool = std::make_shared<StringPool>();
}

TaskStore::Change TaskStore::merge(TaskRows rows)
{
    Change change;
    change.firstAdded = size();
    m_malformed += rows.malformed;
    for (TaskRow &row : rows.rows) {
        const auto known = m_index.constFind(row.taskId);
        if (known == m_index.constEnd()) {
            append(std::move(row));
            continue;
        }
        const int position = *known;
        const TaskRow &old = at(position);
        if (row == old || !old.isOlderThan(row))
            continue;
        --m_counts[old.state];
        ++m_counts[row.state];
        m_nameMemory += textMemory(row.name) - textMemory(old.name);
        writable(position) = std::move(row);
        if (position < change.firstAdded)
            change.replaced.push_back(position);
    }
    std::sort(change.replaced.begin(), change.replaced.end());
    change.replaced.erase(std::unique(change.replaced.begin(), change.replaced.end()), change.replaced.end());
    return change;
}

// The row in a block that nobody else holds.
TaskRow &TaskStore::writable(int row)
{
    const auto index = static_cast<size_t>(row);
    auto &block = m_snapshot.m_blocks[index / TaskSnapshot::blockSize];
    if (block.use_count() > 1) {
        auto copy = std::make_shared<TaskSnapshot::Block>();
        copy->reserve(TaskSnapshot::blockSize);
        *copy = *block;
        block = std::move(copy);
    } else {
        // A count of one alone does not order what a worker read before it let go with what is written now; taking part
        // in the counting does.
        const auto holder = block;
    }
    return (*block)[index % TaskSnapshot::blockSize];
}

void TaskStore::append(TaskRow row)
{
    m_index.insert(row.taskId, size());
    ++m_counts[row.state];
    m_nameMemory += textMemory(row.name);
    if (size() % TaskSnapshot::blockSize == 0) {
        m_snapshot.m_blocks.push_back(std::make_shared<TaskSnapshot::Block>());
        m_snapshot.m_blocks.back()->reserve(TaskSnapshot::blockSize);
    } else {
        writable(size() - 1); // snapshots must not see the vector grow
    }
    m_snapshot.m_blocks.back()->push_back(std::move(row));
    ++m_snapshot.m_size;
}

qsizetype TaskStore::memory() const
{
    const auto blocks = static_cast<qsizetype>(m_snapshot.m_blocks.size());
    const auto pointers
        = static_cast<qsizetype>(m_snapshot.m_blocks.capacity()) * qsizetype { sizeof(std::shared_ptr<void>) };
    constexpr qsizetype control = 16 + sizeof(TaskSnapshot::Block);
    constexpr qsizetype block = TaskSnapshot::blockSize * sizeof(TaskRow);
    return blocks * (allocatedSize(block) + allocatedSize(control)) + allocatedSize(pointers) + m_nameMemory
        + pool()->memory() + hashMemory(m_index.size(), m_index.capacity());
}

} // namespace core
