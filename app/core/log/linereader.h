// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/log/lineindex.h"
#include "core/log/readonlyfile.h"

#include <QByteArray>

namespace core {

/// Walks the lines of a file from any line on. Works with what was indexed when it was made.
class LineReader
{
public:
    LineReader(const ReadOnlyFile *file, const LineIndex *index);

    /// Goes to the nearest place before \a line that is known, and from there line by line.
    void seek(qint64 line);
    qint64 line() const { return m_line; } ///< the one that comes next
    bool atEnd() const { return m_line >= m_end.lines; }

    /// A line without its end.
    struct Line {
        qint64 start = 0; ///< in the file
        qint64 length = 0;
        QByteArray text; ///< the first bytes of it
    };
    /// The next line with at most \a limit bytes of its text.
    Line next(qint64 limit);

private:
    Line takeLong(const LineIndex::LongLine &known, qint64 limit);
    qint64 available(qint64 wanted);

    const ReadOnlyFile *m_file;
    const LineIndex *m_index;
    LineIndex::End m_end;
    qint64 m_line = 0;
    qint64 m_offset = 0;
    QByteArray m_buffer;
    qint64 m_bufferStart = 0;
};

} // namespace core
