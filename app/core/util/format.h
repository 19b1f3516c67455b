// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

namespace core {

/// Times are milliseconds since the epoch (UTC); 0 is "not known" and gives an empty text.
enum class TimeZone { Utc, Local };

/// How the application shows times.
struct TimeStyle {
    TimeZone zone = TimeZone::Utc;
    bool relative = true; ///< "12 min ago", with the exact time behind it; otherwise the exact time at once

    friend bool operator==(const TimeStyle &, const TimeStyle &) = default;
};

/// Holds from the next text that is made; from any thread.
void setTimeStyle(TimeStyle style);
TimeStyle timeStyle();

/// "14 s", "3 m 07 s", "1 h 04 m", "2 d 03 h"; negative durations count as none.
QString formatDuration(qint64 ms);
/// "just now", "12 min ago", "in 3 days" as seen at \a now.
QString formatRelativeTime(qint64 time, qint64 now);
/// "2026-11-21 20:16:01 UTC", or the local time with its offset: what hovering over a relative time shows.
QString formatExactTime(qint64 time, TimeZone zone);
/// In the zone of the time style.
QString formatExactTime(qint64 time);
/// Relative or exact, by the time style.
QString formatTime(qint64 time, qint64 now);
/// "512 bytes", "1.4 MB".
QString formatSize(qint64 bytes);
/// "4,000" in the person's locale.
QString formatCount(qint64 count);
/// Now, in milliseconds since the epoch.
qint64 currentTime();

} // namespace core
