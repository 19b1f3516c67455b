// SPDX-License-Identifier: MPL-2.0
#include "core/log/linescanner.h"

#include <cstring>
#include <utility>

namespace core {

namespace {

const char *find(const char *from, const char *end, char wanted)
{
    const void *found = std::memchr(from, wanted, static_cast<size_t>(end - from));
    return found ? static_cast<const char *>(found) : end;
}

} // namespace

LineScanner::LineScanner(LineIndex *index) : m_index(index)
{
    m_index->addMark(0, 0);
}

void LineScanner::feed(const char *data, qint64 size)
{
    if (size <= 0)
        return;
    const char *end = data + size;
    const char *position = data;
    const auto offsetOf = [this, data](const char *p) { return m_offset + (p - data); };
    if (std::exchange(m_afterCr, false)) {
        position += *data == '\n' ? 1 : 0;
        endLine(offsetOf(position));
    }
    // Nearly all lines end with LF: look for those, and for CRs only in between.
    while (position < end) {
        const char *lf = find(position, end, '\n');
        for (const char *cr = find(position, lf, '\r'); cr != lf; cr = find(position, lf, '\r')) {
            position = cr + 1;
            if (position == end)
                m_afterCr = true;
            else if (position != lf)
                endLine(offsetOf(position));
        }
        if (lf != end)
            endLine(offsetOf(lf + 1));
        position = lf == end ? end : lf + 1;
    }
    m_offset += size;
    m_index->setEnd(lineCount(), m_offset);
}

qint64 LineScanner::lineCount() const
{
    return m_line + (m_offset > m_lineStart ? 1 : 0);
}

void LineScanner::endLine(qint64 next)
{
    if (next - m_lineStart > LineIndex::longLine)
        m_index->addLongLine({ m_line, m_lineStart, next });
    ++m_line;
    m_lineStart = next;
    if (m_line % LineIndex::firstStride == 0)
        m_index->addMark(m_line, next);
}

LineEnd findLineEnd(const char *data, qint64 size)
{
    const char *end = data + size;
    const char *lf = find(data, end, '\n');
    const char *cr = find(data, lf, '\r');
    if (cr == lf)
        return lf == end ? LineEnd() : LineEnd { lf - data, lf - data + 1 };
    if (cr + 1 == end)
        return {};
    return { cr - data, cr - data + (cr[1] == '\n' ? 2 : 1) };
}

} // namespace core
