// SPDX-License-Identifier: MPL-2.0
#include "core/log/linereader.h"

#include "core/log/linescanner.h"

#include <algorithm>

namespace core {

namespace {

constexpr qint64 bufferSize = 256 * 1024;

} // namespace

LineReader::LineReader(const ReadOnlyFile *file, const LineIndex *index)
    : m_file(file), m_index(index), m_end(index->end())
{
}

void LineReader::seek(qint64 line)
{
    const LineIndex::Mark mark = m_index->nearest(line);
    m_line = mark.line;
    m_offset = mark.offset;
    while (m_line < line && !atEnd())
        next(0);
}

LineReader::Line LineReader::next(qint64 limit)
{
    if (const auto known = m_index->longLineAt(m_line))
        return takeLong(*known, limit);
    const qint64 size = available(LineIndex::longLine + 2);
    const char *data = m_buffer.constData() + (m_offset - m_bufferStart);
    LineEnd end = findLineEnd(data, size);
    if (end.next < 0) {
        // The last line, which has no end yet, or half of one.
        const qint64 rest = m_end.size - m_offset;
        end = { rest > 0 && rest <= size && data[rest - 1] == '\r' ? rest - 1 : rest, rest };
    }
    Line line { m_offset, end.length, QByteArray(data, std::min({ end.length, limit, size })) };
    if (line.text.size() < std::min(end.length, limit))
        line.text = m_file->readAt(m_offset, std::min(end.length, limit));
    m_offset += end.next;
    ++m_line;
    return line;
}

LineReader::Line LineReader::takeLong(const LineIndex::LongLine &known, qint64 limit)
{
    const QByteArray tail = m_file->readAt(known.next - 2, 2);
    const qint64 terminator = tail.endsWith("\r\n") ? 2 : (tail.endsWith('\n') || tail.endsWith('\r') ? 1 : 0);
    const qint64 length = known.next - known.start - terminator;
    m_line = known.line + 1;
    m_offset = known.next;
    return { known.start, length, m_file->readAt(known.start, std::min(length, limit)) };
}

// Sees to it that as many bytes as wanted are in the buffer from the offset on, and gives how many there are.
qint64 LineReader::available(qint64 wanted)
{
    const qint64 size = std::min(wanted, m_end.size - m_offset);
    const bool inside = m_offset >= m_bufferStart && m_offset + size <= m_bufferStart + m_buffer.size();
    if (!inside) {
        m_buffer = m_file->readAt(m_offset, std::min(bufferSize, m_end.size - m_offset));
        m_bufferStart = m_offset;
    }
    return std::min(size, m_bufferStart + m_buffer.size() - m_offset);
}

} // namespace core
