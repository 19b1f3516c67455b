// SPDX-License-Identifier: MPL-2.0
#include "core/log/lineindex.h"

#include <algorithm>

namespace core {

void LineIndex::addMark(qint64 line, qint64 offset)
{
    const std::lock_guard lock(m_mutex);
    if (line % m_stride != 0)
        return;
    m_marks.push_back(offset);
    if (m_marks.size() < maxMarks)
        return;
    for (size_t i = 0; 2 * i < m_marks.size(); ++i)
        m_marks[i] = m_marks[2 * i];
    m_marks.resize((m_marks.size() + 1) / 2);
    m_marks.shrink_to_fit();
    m_stride *= 2;
}

void LineIndex::addLongLine(const LongLine &line)
{
    const std::lock_guard lock(m_mutex);
    m_longLines.push_back(line);
}

void LineIndex::setEnd(qint64 lines, qint64 size)
{
    const std::lock_guard lock(m_mutex);
    m_end = { lines, size };
}

LineIndex::End LineIndex::end() const
{
    const std::lock_guard lock(m_mutex);
    return m_end;
}

LineIndex::Mark LineIndex::nearest(qint64 line) const
{
    const std::lock_guard lock(m_mutex);
    if (m_marks.empty())
        return {};
    const qint64 last = static_cast<qint64>(m_marks.size()) - 1;
    const qint64 mark = std::clamp<qint64>(line / m_stride, 0, last);
    return { mark * m_stride, m_marks[static_cast<size_t>(mark)] };
}

std::optional<LineIndex::LongLine> LineIndex::longLineAt(qint64 line) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::lower_bound(m_longLines.begin(), m_longLines.end(), line,
        [](const LongLine &candidate, qint64 number) { return candidate.line < number; });
    if (found == m_longLines.end() || found->line != line)
        return {};
    return *found;
}

qint64 LineIndex::memory() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<qint64>(m_marks.size()) * qint64(sizeof(qint64))
        + static_cast<qint64>(m_longLines.size()) * qint64(sizeof(LongLine));
}

} // namespace core
