// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/log/lineindex.h"

namespace core {

/// Finds lines in bytes that arrive in pieces, and fills an index. Lines end with LF, CR LF or a lone CR.
class LineScanner
{
public:
    explicit LineScanner(LineIndex *index);

    /// The bytes that follow those fed before.
    void feed(const char *data, qint64 size);
    /// Bytes fed so far.
    qint64 offset() const { return m_offset; }
    /// Lines so far; one that has no end yet counts once it has a byte.
    qint64 lineCount() const;

private:
    void endLine(qint64 next);

    LineIndex *m_index;
    qint64 m_offset = 0;
    qint64 m_lineStart = 0;
    qint64 m_line = 0; ///< number of the line that begins at m_lineStart
    bool m_afterCr = false; ///< the last byte was a CR; a LF that follows belongs to the same end of line
};

/// A line at the front of some bytes: its length without its end, and with it. Without an end in there, and with a CR
/// as the very last byte, which may be half of one, both are -1.
struct LineEnd {
    qint64 length = -1;
    qint64 next = -1;
};
LineEnd findLineEnd(const char *data, qint64 size);

} // namespace core
