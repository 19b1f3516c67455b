// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <compare>

namespace ui {

/// A place between two characters of a log.
struct LogPosition {
    qint64 line = 0;
    int column = 0;

    // NOLINTNEXTLINE(modernize-use-nullptr) clang-tidy 14 finds a null pointer in what the compiler writes
    friend auto operator<=>(const LogPosition &, const LogPosition &) = default;
};

/// What is selected in a log: from where the mouse went down to where it is.
struct LogSelection {
    LogPosition anchor;
    LogPosition cursor;

    bool isEmpty() const { return anchor == cursor; }
    LogPosition first() const { return std::min(anchor, cursor); }
    LogPosition last() const { return std::max(anchor, cursor); }
    /// Columns of \a line that are selected, from (inclusive) to (exclusive); to is \a length + 1 where the end of
    /// the line is selected too.
    std::pair<int, int> columns(qint64 line, int length) const
    {
        if (isEmpty() || line < first().line || line > last().line)
            return { 0, 0 };
        const int from = line == first().line ? first().column : 0;
        const int to = line == last().line ? last().column : length + 1;
        return { from, to };
    }
};

} // namespace ui
