// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QtGlobal>

#include <deque>
#include <mutex>
#include <optional>

namespace core {

/// Where lines begin in a file: the offset of every 64th (later, in very long files, of every 128th and so on, so
/// that memory stays bounded), and of every very long line. One worker adds, any thread asks.
class LineIndex
{
public:
    static constexpr int firstStride = 64;
    static constexpr qint64 longLine = 16 * 1024; ///< bytes from which a line is remembered by itself
    static constexpr size_t maxMarks = 1 << 20; ///< then the stride doubles

    /// A line from which to go on reading.
    struct Mark {
        qint64 line = 0;
        qint64 offset = 0;
    };
    struct LongLine {
        qint64 line = 0;
        qint64 start = 0;
        qint64 next = 0; ///< offset of the line after it
    };

    /// Line \a line begins at \a offset; called for each multiple of firstStride, in order.
    void addMark(qint64 line, qint64 offset);
    void addLongLine(const LongLine &line);
    void setEnd(qint64 lines, qint64 size);

    /// What is known so far: lines, and the bytes that they are in.
    struct End {
        qint64 lines = 0;
        qint64 size = 0;
    };
    End end() const;
    /// Nearest place at or before \a line whose offset is known.
    Mark nearest(qint64 line) const;
    /// The long line with number \a line.
    std::optional<LongLine> longLineAt(qint64 line) const;
    qint64 memory() const;

private:
    mutable std::mutex m_mutex;
    std::deque<qint64> m_marks; ///< offset of line number × m_stride
    std::deque<LongLine> m_longLines;
    qint64 m_stride = firstStride;
    End m_end;
};

} // namespace core
