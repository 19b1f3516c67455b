// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

namespace core {

/// Times are milliseconds since the epoch (UTC); 0 is "not known" and gives an empty text.
enum class TimeZone { Utc, Local };

/// "14 s", "3 m 07 s", "1 h 04 m", "2 d 03 h"; negative durations count as none.
QString formatDuration(qint64 ms);
/// "just now", "12 min ago", "in 3 days" as seen at \a now.
QString formatRelativeTime(qint64 time, qint64 now);
/// "2026-11-21 20:16:01 UTC", or the local time with its offset: what hovering over a relative time shows.
QString formatExactTime(qint64 time, TimeZone zone = TimeZone::Utc);
/// "512 bytes", "1.4 MB".
QString formatSize(qint64 bytes);
/// "4,000" in the person's locale.
QString formatCount(qint64 count);
/// Now, in milliseconds since the epoch.
qint64 currentTime();

} // namespace core
