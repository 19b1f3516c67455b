// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

#include <QDateTime>
#include <QString>

namespace tc {

/// The time that lies \a offset after \a reference, or before it when the offset begins with a minus: "2 days 3 hours",
/// "- 1 year 2 months 3 weeks 5 seconds", "1h30min".
///
/// Units, from high to low and each at most once, in any case:
///   years year yr y (365 days), months month mo (30 days), weeks week wk w, days day d, hours hour hr h,
///   minutes minute min m, seconds second sec s
/// White space may stand anywhere but inside a number or a unit, and a plus before all changes nothing. An empty text
/// is the reference itself. This is the grammar of the official JavaScript client.
///
/// In UTC, with milliseconds. A Usage error for any other text, for an invalid reference, and for a result more than
/// 100,000,000 days away from 1970 (JavaScript's own limit). Any thread.
Result<QDateTime> fromNow(const QString &offset, const QDateTime &reference = QDateTime::currentDateTimeUtc());

/// The same as the services write times, see toTimestamp().
Result<QString> fromNowJson(const QString &offset, const QDateTime &reference = QDateTime::currentDateTimeUtc());

/// A time as it goes to the services: RFC 3339, UTC, milliseconds, "2026-11-21T19:33:31.055Z". A Usage error for an
/// invalid time and for years beyond 1 to 9999, which that form cannot hold.
Result<QString> toTimestamp(const QDateTime &time);

/// A time as services send it: RFC 3339 with "Z" or an offset and any number of decimals, those beyond milliseconds
/// cut off. In UTC. A Usage error for anything else, leap seconds among it.
Result<QDateTime> parseTimestamp(const QString &text);

} // namespace tc
