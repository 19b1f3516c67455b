// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <string_view>

/// What stands inside JSON strings: escapes, UTF-8 and dates.
namespace tc::jsontext {

/// The text of a string's inside. A lone surrogate or an escape that is none becomes U+FFFD and sets \a damaged.
QString unescape(std::string_view inside, bool *damaged);

/// \a bytes with every byte that is not part of valid UTF-8 replaced by U+FFFD, with \a padding more bytes reserved.
QByteArray repairUtf8(const QByteArray &bytes, qsizetype padding);

/// Milliseconds since 1970 of an ISO 8601 time with Z or an offset and any number of decimals.
std::optional<qint64> parseDate(std::string_view text);

} // namespace tc::jsontext
