// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QtGlobal>

namespace core {

/// Maps lines to a scroll bar, whose values are ints: one to one while they fit, scaled beyond.
class LineScroll
{
public:
    static constexpr int maxValue = 1'000'000'000;

    /// \a lines in all, of which \a page are visible at once.
    LineScroll(qint64 lines, int page);

    qint64 lastFirstLine() const { return m_last; } ///< first line that is visible at the very end
    int maximum() const; ///< of the scroll bar
    int valueOf(qint64 firstLine) const;
    qint64 lineOf(int value) const;

private:
    qint64 m_last;
};

} // namespace core
