// SPDX-License-Identifier: MPL-2.0
#include <tc/fromnow.h>

#include "util/makeerror.h"
#include "util/text.h"
#include "json/jsontext.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

/// As far from 1970 as JavaScript goes, in milliseconds.
constexpr qint64 farthest = 8'640'000'000'000'000;
/// More than brings any time back from one end to the other.
constexpr qint64 largestTerm = 2 * farthest;

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

struct Unit {
    std::array<QLatin1StringView, 4> names; ///< filled up with the first one
    qint64 milliseconds = 0;
};

/// In the order in which they must come.
constexpr std::array units {
    Unit { { "y"_L1, "yr"_L1, "year"_L1, "years"_L1 }, 365 * day },
    Unit { { "mo"_L1, "month"_L1, "months"_L1, "mo"_L1 }, 30 * day },
    Unit { { "w"_L1, "wk"_L1, "week"_L1, "weeks"_L1 }, 7 * day },
    Unit { { "d"_L1, "day"_L1, "days"_L1, "d"_L1 }, day },
    Unit { { "h"_L1, "hr"_L1, "hour"_L1, "hours"_L1 }, hour },
    Unit { { "m"_L1, "min"_L1, "minute"_L1, "minutes"_L1 }, minute },
    Unit { { "s"_L1, "sec"_L1, "second"_L1, "seconds"_L1 }, second },
};

enum class Outcome { Ok, Malformed, TooFar };

/// Reads an offset from its front to its end.
class OffsetParser
{
public:
    explicit OffsetParser(QStringView text) : m_rest(text) { }

    Outcome parse()
    {
        skipSpace();
        if (m_rest.startsWith(u'-') || m_rest.startsWith(u'+')) {
            m_negative = m_rest.startsWith(u'-');
            m_rest = m_rest.sliced(1);
        }
        skipSpace();
        auto outcome = Outcome::Ok;
        while (!m_rest.isEmpty()) {
            const Outcome term = parseTerm();
            if (term == Outcome::Malformed)
                return term;
            if (term == Outcome::TooFar)
                outcome = term; // the rest may still be malformed, which is the better thing to say
            skipSpace();
        }
        return outcome;
    }

    qint64 milliseconds() const { return m_negative ? -m_sum : m_sum; }

private:
    /// The characters that JavaScript takes for white space.
    static bool isSpace(QChar c)
    {
        const char16_t code = c.unicode();
        return (code >= 0x9 && code <= 0xd) || code == 0x2028 || code == 0x2029 || code == 0xfeff
            || c.category() == QChar::Separator_Space;
    }
    static bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
    static bool isLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

    void skipSpace() { take(isSpace); }

    /// Takes what is \a wanted off the front.
    QStringView take(bool (*wanted)(QChar))
    {
        qsizetype length = 0;
        while (length < m_rest.size() && wanted(m_rest[length]))
            ++length;
        const QStringView front = m_rest.first(length);
        m_rest = m_rest.sliced(length);
        return front;
    }

    /// The next unit that \a name stands for, from where the last one was.
    const Unit *takeUnit(QStringView name)
    {
        while (m_nextUnit < units.size()) {
            const Unit &unit = units[m_nextUnit++];
            for (const auto &known : unit.names) {
                if (name.compare(known, Qt::CaseInsensitive) == 0)
                    return &unit;
            }
        }
        return nullptr;
    }

    Outcome parseTerm()
    {
        const QStringView digits = take(isDigit);
        skipSpace();
        const Unit *unit = takeUnit(take(isLetter));
        if (digits.isEmpty() || !unit)
            return Outcome::Malformed;
        qint64 number = 0;
        for (const QChar digit : digits) {
            number = number * 10 + (digit.unicode() - u'0');
            if (number > largestTerm / unit->milliseconds)
                return Outcome::TooFar;
        }
        m_sum += number * unit->milliseconds;
        return Outcome::Ok;
    }

    QStringView m_rest;
    qint64 m_sum = 0;
    std::size_t m_nextUnit = 0;
    bool m_negative = false;
};

/// \a text as a message may show it.
QString shown(const QString &text)
{
    constexpr qsizetype longest = 60;
    return text.size() <= longest ? text : text.left(longest) + u'…';
}

Error tooFar(const QString &offset)
{
    return usageError(Text::tr("\"%1\" leads to a time too far away.").arg(shown(offset)));
}

bool isInReach(qint64 milliseconds)
{
    return milliseconds >= -farthest && milliseconds <= farthest;
}

} // namespace

Result<QDateTime> fromNow(const QString &offset, const QDateTime &reference)
{
    if (!reference.isValid())
        return { {}, usageError(Text::tr("The time to count from is not a valid one.")) };
    OffsetParser parser(offset);
    const Outcome outcome = parser.parse();
    if (outcome == Outcome::Malformed) {
        const QString message = Text::tr("\"%1\" is not a span of time such as 2 days 3 hours.");
        return { {}, usageError(message.arg(shown(offset))) };
    }
    const qint64 start = reference.toMSecsSinceEpoch();
    // Seven terms and a start within these limits are far from what 64 bits hold.
    if (outcome == Outcome::TooFar || !isInReach(start) || !isInReach(start + parser.milliseconds()))
        return { {}, tooFar(offset) };
    return { QDateTime::fromMSecsSinceEpoch(start + parser.milliseconds(), Qt::UTC), {} };
}

Result<QString> fromNowJson(const QString &offset, const QDateTime &reference)
{
    const auto time = fromNow(offset, reference);
    if (!time)
        return { {}, time.error };
    auto text = toTimestamp(*time);
    if (!text)
        text.error = tooFar(offset);
    return text;
}

Result<QString> toTimestamp(const QDateTime &time)
{
    if (!time.isValid())
        return { {}, usageError(Text::tr("There is no valid time.")) };
    const QDateTime utc = time.toUTC();
    if (utc.date().year() < 1 || utc.date().year() > 9999)
        return { {}, usageError(Text::tr("The services take times of the years 1 to 9999 only.")) };
    return { utc.toString(Qt::ISODateWithMs), {} };
}

Result<QDateTime> parseTimestamp(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const auto milliseconds = jsontext::parseDate({ bytes.constData(), static_cast<std::size_t>(bytes.size()) });
    if (!milliseconds) {
        const QString message = Text::tr("\"%1\" is not a time such as 2026-11-21T19:33:31.055Z.");
        return { {}, usageError(message.arg(shown(text))) };
    }
    return { QDateTime::fromMSecsSinceEpoch(*milliseconds, Qt::UTC), {} };
}

} // namespace tc
