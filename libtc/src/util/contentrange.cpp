// SPDX-License-Identifier: MPL-2.0
#include "util/contentrange.h"

#include <algorithm>

namespace tc {

namespace {

/// Digits and nothing else; a number that is too large is none.
std::optional<qint64> number(QByteArrayView text)
{
    const bool isDigits
        = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    bool fits = false;
    const qint64 value = isDigits ? text.toLongLong(&fits) : 0;
    return fits ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<ContentRange> parseContentRange(QByteArrayView header)
{
    const QByteArrayView text = header.trimmed();
    const qsizetype space = text.indexOf(' ');
    const qsizetype slash = text.indexOf('/');
    if (space < 0 || slash < space || text.first(space).compare("bytes", Qt::CaseInsensitive) != 0)
        return {};
    const QByteArrayView range = text.sliced(space + 1, slash - space - 1);
    const QByteArrayView length = text.sliced(slash + 1);
    ContentRange result;
    result.complete = number(length);
    if (!result.complete && length != "*")
        return {};
    if (range == "*")
        return result.complete ? std::optional(result) : std::nullopt;
    const qsizetype dash = range.indexOf('-');
    if (dash < 0)
        return {};
    const auto first = number(range.first(dash));
    const auto last = number(range.sliced(dash + 1));
    if (!first || !last || *last < *first || (result.complete && *last >= *result.complete))
        return {};
    result.bytes = { *first, *last };
    return result;
}

} // namespace tc
