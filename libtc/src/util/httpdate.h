// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace tc {

/// A date of HTTP ("Sat, 21 Nov 2026 20:15:00 GMT"); invalid for anything else.
QDateTime parseHttpDate(QByteArrayView text);

/// The wait that a Retry-After header asks for: seconds, or a date as seen from \a now. Nothing when it is neither.
std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView text, const QDateTime &now);

} // namespace tc
