// SPDX-License-Identifier: MPL-2.0
#include "json/jsontext.h"

#include "json/jsonwords.h"

namespace tc::jsontext {

namespace {

constexpr char16_t replacement = u'\xfffd';

/// Four hexadecimal digits at the start of \a text, or -1.
int hexUnit(std::string_view text)
{
    if (text.size() < 4)
        return -1;
    int value = 0;
    for (const char c : text.substr(0, 4)) {
        const int digit = c >= '0' && c <= '9' ? c - '0'
            : c >= 'a' && c <= 'f'             ? c - 'a' + 10
            : c >= 'A' && c <= 'F'             ? c - 'A' + 10
                                               : -1;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

/// Appends the character of a \u escape whose digits start \a rest; returns how many bytes of \a rest it took.
std::size_t appendUnicode(QString &out, std::string_view rest, bool *damaged)
{
    const int unit = hexUnit(rest);
    if (unit >= 0 && !QChar::isSurrogate(static_cast<char32_t>(unit))) {
        out += QChar(static_cast<char16_t>(unit));
        return 4;
    }
    if (unit >= 0 && QChar::isHighSurrogate(static_cast<char32_t>(unit)) && rest.substr(4, 2) == "\\u") {
        const int low = hexUnit(rest.substr(6));
        if (low >= 0 && QChar::isLowSurrogate(static_cast<char32_t>(low))) {
            out += QChar(static_cast<char16_t>(unit));
            out += QChar(static_cast<char16_t>(low));
            return 10;
        }
    }
    *damaged = true;
    out += replacement;
    return unit >= 0 ? 4 : 0;
}

/// The character of a one-letter escape, or NUL for a letter that is none.
char16_t simpleEscape(char letter)
{
    switch (letter) {
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case 'n':
        return u'\n';
    case 'r':
        return u'\r';
    case 't':
        return u'\t';
    case '"':
    case '\\':
    case '/':
        return static_cast<char16_t>(letter);
    default:
        return u'\0';
    }
}

/// Length of the valid UTF-8 sequence at \a at, or 0.
qsizetype sequenceLength(const char *at, const char *end)
{
    const auto byte = [at](qsizetype i) { return static_cast<unsigned char>(at[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return 1;
    const qsizetype length = first >= 0xc2 && first < 0xe0 ? 2
        : first >= 0xe0 && first < 0xf0                    ? 3
        : first >= 0xf0 && first < 0xf5                    ? 4
                                                           : 0;
    if (length == 0 || end - at < length)
        return 0;
    for (qsizetype i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return 0;
    }
    // Over-long forms, surrogates, and what lies beyond U+10FFFF.
    if ((first == 0xe0 && byte(1) < 0xa0) || (first == 0xed && byte(1) >= 0xa0) || (first == 0xf0 && byte(1) < 0x90)
        || (first == 0xf4 && byte(1) >= 0x90))
        return 0;
    return length;
}

/// Two digits at \a at as a number; anything else makes \a bad true.
int twoDigits(const char *at, bool *bad)
{
    const int high = at[0] - '0';
    const int low = at[1] - '0';
    *bad |= high < 0 || high > 9 || low < 0 || low > 9;
    return high * 10 + low;
}

/// Days from 1970-01-01 to a date of the Gregorian calendar.
qint64 daysFromCivil(int year, int month, int day)
{
    // Years that start in March put the leap day at the end, so that no month needs a table.
    const int shifted = month <= 2 ? year - 1 : year;
    const int era = shifted / 400;
    const int yearOfEra = shifted - era * 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return qint64(era) * 146'097 + dayOfEra - 719'468;
}

int daysInMonth(int year, int month)
{
    if (month == 2)
        return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// Decimals of a second in milliseconds, further ones cut off; \a at moves behind them.
int milliseconds(std::string_view text, std::size_t *at)
{
    int result = 0;
    int scale = 100;
    while (*at < text.size() && text[*at] >= '0' && text[*at] <= '9') {
        result += scale * (text[*at] - '0');
        scale /= 10;
        ++*at;
    }
    return result;
}

/// Minutes east of UTC that the rest of a time says; nothing for a rest that is no zone.
std::optional<int> offsetMinutes(std::string_view rest)
{
    if (rest == "Z" || rest == "z")
        return 0;
    if (rest.size() != 6 || (rest[0] != '+' && rest[0] != '-') || rest[3] != ':')
        return {};
    bool bad = false;
    const int hour = twoDigits(rest.data() + 1, &bad);
    const int minute = twoDigits(rest.data() + 4, &bad);
    if (bad || hour > 23 || minute > 59)
        return {};
    return rest[0] == '-' ? -(hour * 60 + minute) : hour * 60 + minute;
}

/// Whether every byte of \a word under \a mask (0xff for each) is a digit.
constexpr bool areDigits(std::uint64_t word, std::uint64_t mask)
{
    const std::uint64_t value = (word ^ 0x3030'3030'3030'3030) & mask;
    return ((value + (0x7676'7676'7676'7676 & mask)) & 0x8080'8080'8080'8080) == 0
        && (value & 0xf0f0'f0f0'f0f0'f0f0) == 0;
}

/// Every byte holds the number of two digits that its byte of \a word and the next one are. No digit of a word that has
/// a mark in it disturbs another, because no sum passes 255.
constexpr std::uint64_t pairs(std::uint64_t word)
{
    const std::uint64_t digits = word & 0x0f0f'0f0f'0f0f'0f0f;
    return digits * 10 + (digits >> 8);
}

constexpr int byteOf(std::uint64_t word, int index)
{
    return static_cast<int>(word >> (8 * index) & 0xff);
}

/// The form that nearly all dates have, 2026-11-21T19:33:31.055Z, three words at a time.
std::optional<qint64> parseUsualDate(std::string_view text)
{
    if (text.size() != 24)
        return {};
    const std::uint64_t date = jsonwords::load(text.data()); // YYYY-MM-
    const std::uint64_t hours = jsonwords::load(text.data() + 8); // DDTHH:MM
    const std::uint64_t seconds = jsonwords::load(text.data() + 16); // :SS.mmmZ
    constexpr std::uint64_t dateMarks = 0xff00'00ff'0000'0000;
    constexpr std::uint64_t hourMarks = 0x0000'ff00'00ff'0000;
    constexpr std::uint64_t secondMarks = 0xff00'0000'ff00'00ff;
    if ((date & dateMarks) != 0x2d00'002d'0000'0000 || (hours & hourMarks) != 0x0000'3a00'0054'0000
        || (seconds & secondMarks) != 0x5a00'0000'2e00'003a || !areDigits(date, ~dateMarks)
        || !areDigits(hours, ~hourMarks) || !areDigits(seconds, ~secondMarks))
        return {};
    const std::uint64_t datePairs = pairs(date);
    const std::uint64_t hourPairs = pairs(hours);
    const std::uint64_t secondPairs = pairs(seconds);
    const int year = byteOf(datePairs, 0) * 100 + byteOf(datePairs, 2);
    const int month = byteOf(datePairs, 5);
    const int day = byteOf(hourPairs, 0);
    const int hour = byteOf(hourPairs, 3);
    const int minute = byteOf(hourPairs, 6);
    const int second = byteOf(secondPairs, 1);
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        return {};
    const qint64 minutes = daysFromCivil(year, month, day) * 1440 + hour * 60 + minute;
    return (minutes * 60 + second) * 1000 + byteOf(secondPairs, 4) * 10 + (byteOf(seconds, 6) & 0xf);
}

} // namespace

QString unescape(std::string_view inside, bool *damaged)
{
    QString out;
    out.reserve(static_cast<qsizetype>(inside.size()));
    std::size_t start = 0;
    while (start < inside.size()) {
        const std::size_t slash = inside.find('\\', start);
        const std::string_view plain = inside.substr(start, slash - start);
        out += QString::fromUtf8(plain.data(), static_cast<qsizetype>(plain.size()));
        if (slash == std::string_view::npos)
            break;
        const char letter = slash + 1 < inside.size() ? inside[slash + 1] : '\0';
        start = slash + 2;
        if (letter == 'u') {
            start += appendUnicode(out, inside.substr(start), damaged);
        } else if (const char16_t simple = simpleEscape(letter)) {
            out += QChar(simple);
        } else {
            *damaged = true;
            out += replacement;
        }
    }
    return out;
}

QByteArray repairUtf8(const QByteArray &bytes, qsizetype padding)
{
    QByteArray out;
    out.reserve(bytes.size() + padding);
    const char *at = bytes.constData();
    const char *end = at + bytes.size();
    while (at < end) {
        const qsizetype length = sequenceLength(at, end);
        if (length > 0)
            out.append(at, length);
        else
            out.append("\xef\xbf\xbd");
        at += qMax<qsizetype>(length, 1);
    }
    out.reserve(out.size() + padding);
    return out;
}

std::optional<qint64> parseDate(std::string_view text)
{
    if (const auto usual = parseUsualDate(text))
        return usual;
    // 2026-11-21T19:33:31.055Z; the shortest form is 2026-11-21T19:33:31Z.
    if (text.size() < 20 || text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != 't') || text[13] != ':'
        || text[16] != ':')
        return {};
    bool bad = false;
    const char *at = text.data();
    const int year = twoDigits(at, &bad) * 100 + twoDigits(at + 2, &bad);
    const int month = twoDigits(at + 5, &bad);
    const int day = twoDigits(at + 8, &bad);
    const int hour = twoDigits(at + 11, &bad);
    const int minute = twoDigits(at + 14, &bad);
    const int second = twoDigits(at + 17, &bad);
    if (bad || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || hour > 23 || minute > 59
        || second > 59)
        return {};
    std::size_t position = 19;
    int millisecond = 0;
    if (text[position] == '.') {
        ++position;
        const std::size_t first = position;
        millisecond = milliseconds(text, &position);
        if (position == first)
            return {};
    }
    const auto offset = offsetMinutes(text.substr(position));
    if (!offset)
        return {};
    const qint64 minutes = daysFromCivil(year, month, day) * 1440 + hour * 60 + minute - *offset;
    return (minutes * 60 + second) * 1000 + millisecond;
}

} // namespace tc::jsontext
