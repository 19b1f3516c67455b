// SPDX-License-Identifier: MPL-2.0
#include "core/util/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <atomic>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

std::atomic<TimeStyle> chosenStyle;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::Format)
};

QString twoDigits(qint64 number)
{
    return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
}

QString ago(qint64 distance)
{
    if (distance < hour)
        return Texts::tr("%1 min ago").arg(distance / minute);
    if (distance < day)
        return Texts::tr("%1 h ago").arg(distance / hour);
    return Texts::tr("%n day(s) ago", nullptr, static_cast<int>(distance / day));
}

QString ahead(qint64 distance)
{
    if (distance < hour)
        return Texts::tr("in %1 min").arg(distance / minute);
    if (distance < day)
        return Texts::tr("in %1 h").arg(distance / hour);
    return Texts::tr("in %n day(s)", nullptr, static_cast<int>(distance / day));
}

} // namespace

void setTimeStyle(TimeStyle style)
{
    chosenStyle = style;
}

TimeStyle timeStyle()
{
    return chosenStyle;
}

QString formatDuration(qint64 ms)
{
    if (ms < 0)
        return {};
    if (ms < minute)
        return Texts::tr("%1 s").arg(ms / second);
    if (ms < hour)
        return Texts::tr("%1 m %2 s").arg(ms / minute).arg(twoDigits(ms % minute / second));
    if (ms < day)
        return Texts::tr("%1 h %2 m").arg(ms / hour).arg(twoDigits(ms % hour / minute));
    return Texts::tr("%1 d %2 h").arg(ms / day).arg(twoDigits(ms % day / hour));
}

QString formatRelativeTime(qint64 time, qint64 now)
{
    if (time == 0)
        return {};
    const qint64 distance = now - time;
    // Clocks differ a little; a task that starts in three seconds has just started.
    if (qAbs(distance) < minute)
        return distance > -10 * second ? Texts::tr("just now") : Texts::tr("in less than a minute");
    return distance > 0 ? ago(distance) : ahead(-distance);
}

QString formatExactTime(qint64 time, TimeZone zone)
{
    if (time == 0)
        return {};
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
    if (zone == TimeZone::Utc)
        return utc.toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
    const QDateTime local = utc.toLocalTime();
    const int offset = local.offsetFromUtc() / 60;
    return local.toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s)
        + u"%1%2:%3"_s.arg(QChar(offset < 0 ? u'-' : u'+'))
              .arg(twoDigits(qAbs(offset) / 60), twoDigits(qAbs(offset) % 60));
}

QString formatExactTime(qint64 time)
{
    return formatExactTime(time, timeStyle().zone);
}

QString formatTime(qint64 time, qint64 now)
{
    return timeStyle().relative ? formatRelativeTime(time, now) : formatExactTime(time);
}

QString formatSize(qint64 bytes)
{
    if (bytes < 0)
        return {};
    if (bytes < 1000)
        return Texts::tr("%n byte(s)", nullptr, static_cast<int>(bytes));
    return QLocale().formattedDataSize(bytes, bytes < 1'000'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString formatCount(qint64 count)
{
    return QLocale().toString(count);
}

qint64 currentTime()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace core
