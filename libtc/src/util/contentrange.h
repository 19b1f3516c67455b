// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArrayView>

#include <optional>
#include <utility>

namespace tc {

/// What a Content-Range header says (RFC 9110, 14.4), in bytes.
struct ContentRange {
    /// First and last byte, both within; nothing where the header says that the range asked for does not exist.
    std::optional<std::pair<qint64, qint64>> bytes;
    std::optional<qint64> complete; ///< length of the whole; nothing for "*"

    friend bool operator==(const ContentRange &, const ContentRange &) = default;
};

/// Nothing for a header that is malformed, of another unit or at odds with itself.
std::optional<ContentRange> parseContentRange(QByteArrayView header);

} // namespace tc
