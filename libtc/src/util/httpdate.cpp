// SPDX-License-Identifier: MPL-2.0
#include "util/httpdate.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tc {

QDateTime parseHttpDate(QByteArrayView text)
{
    static const QLocale c = QLocale::c();
    auto date = c.toDateTime(QString::fromLatin1(text.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (date.isValid())
        date.setTimeSpec(Qt::UTC);
    return date;
}

std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView text, const QDateTime &now)
{
    const QByteArrayView value = text.trimmed();
    bool isNumber = false;
    const qint64 seconds = value.toLongLong(&isNumber);
    if (isNumber) {
        if (seconds < 0)
            return {};
        // Beyond a year it is as good as never, and safe to calculate with.
        constexpr qint64 year = 365 * 24 * 3600;
        return std::chrono::seconds(std::min(seconds, year));
    }
    const QDateTime date = parseHttpDate(value);
    if (!date.isValid())
        return {};
    return std::chrono::milliseconds(std::max<qint64>(0, now.msecsTo(date)));
}

} // namespace tc
