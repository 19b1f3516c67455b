// SPDX-License-Identifier: MPL-2.0
#include "core/log/linescroll.h"

#include <algorithm>

namespace core {

LineScroll::LineScroll(qint64 lines, int page) : m_last(std::max<qint64>(0, lines - std::max(1, page))) { }

int LineScroll::maximum() const
{
    return static_cast<int>(std::min<qint64>(m_last, maxValue));
}

int LineScroll::valueOf(qint64 firstLine) const
{
    const qint64 line = std::clamp<qint64>(firstLine, 0, m_last);
    if (m_last <= maxValue)
        return static_cast<int>(line);
    // A double holds line numbers exactly up to 2^53; the ends must be exact, the middle need not.
    return static_cast<int>(static_cast<double>(line) / static_cast<double>(m_last) * maxValue);
}

qint64 LineScroll::lineOf(int value) const
{
    const int bounded = std::clamp(value, 0, maximum());
    if (m_last <= maxValue)
        return bounded;
    return bounded == maxValue
        ? m_last
        : static_cast<qint64>(static_cast<double>(bounded) / maxValue * static_cast<double>(m_last));
}

} // namespace core
