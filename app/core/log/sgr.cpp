// SPDX-License-Identifier: MPL-2.0
#include "core/log/sgr.h"

#include <QList>
#include <QStringView>

namespace core {

namespace {

using Numbers = QList<int>;

constexpr int foregroundColour = 38;
constexpr int backgroundColour = 48;

// A missing number is 0; one that is none, or absurd, is -1.
int toNumber(QStringView text)
{
    if (text.isEmpty())
        return 0;
    bool ok = false;
    const int number = text.toInt(&ok);
    return ok && number >= 0 && number <= 255 ? number : -1;
}

LogColour indexed(int index)
{
    return { LogColour::Kind::Indexed, static_cast<quint32>(index) };
}

LogColour rgb(int red, int green, int blue)
{
    return { LogColour::Kind::Rgb, static_cast<quint32>((red << 16) | (green << 8) | blue) };
}

bool applyAttribute(int number, LogStyle *style)
{
    switch (number) {
    case 0:
        *style = {};
        return true;
    case 1:
        style->bold = true;
        return true;
    case 2:
        style->faint = true;
        return true;
    case 3:
        style->italic = true;
        return true;
    case 4:
    case 21:
        style->underline = true;
        return true;
    case 7:
        style->inverse = true;
        return true;
    case 9:
        style->strikeOut = true;
        return true;
    case 22:
        style->bold = style->faint = false;
        return true;
    case 23:
        style->italic = false;
        return true;
    case 24:
        style->underline = false;
        return true;
    case 27:
        style->inverse = false;
        return true;
    case 29:
        style->strikeOut = false;
        return true;
    default:
        return false;
    }
}

void applyColour(int number, LogStyle *style)
{
    if (number >= 30 && number <= 37)
        style->foreground = indexed(number - 30);
    else if (number == 39)
        style->foreground = {};
    else if (number >= 40 && number <= 47)
        style->background = indexed(number - 40);
    else if (number == 49)
        style->background = {};
    else if (number >= 90 && number <= 97)
        style->foreground = indexed(number - 90 + 8);
    else if (number >= 100 && number <= 107)
        style->background = indexed(number - 100 + 8);
}

// Sets a colour of the extended kind from the numbers after 38 or 48: 5 and an index, or 2 and three parts. Gives how
// many of them it took.
qsizetype applyExtended(int target, const Numbers &numbers, LogStyle *style)
{
    LogColour *colour = target == foregroundColour ? &style->foreground : &style->background;
    if (numbers.value(0) == 5 && numbers.size() >= 2) {
        if (numbers[1] >= 0)
            *colour = indexed(numbers[1]);
        return 2;
    }
    if (numbers.value(0) == 2 && numbers.size() >= 4) {
        if (numbers[1] >= 0 && numbers[2] >= 0 && numbers[3] >= 0)
            *colour = rgb(numbers[1], numbers[2], numbers[3]);
        return 4;
    }
    return numbers.size(); // cut off: the rest cannot be told apart
}

// The form with colons keeps a colour together; it may name a colour space between the 2 and the parts.
void applyGroup(const QList<QStringView> &parts, LogStyle *style)
{
    Numbers numbers;
    for (const QStringView part : parts.mid(1))
        numbers += toNumber(part);
    if (numbers.value(0) == 2 && numbers.size() >= 5)
        numbers.removeAt(1);
    const int target = toNumber(parts.first());
    if (target == foregroundColour || target == backgroundColour)
        applyExtended(target, numbers, style);
    else if (target == 4)
        style->underline = numbers.value(0) != 0; // curly, dotted and so on
}

} // namespace

void applySgr(QStringView parameters, LogStyle *style)
{
    const QList<QStringView> groups = parameters.split(u';');
    for (qsizetype i = 0; i < groups.size(); ++i) {
        if (groups[i].contains(u':')) {
            applyGroup(groups[i].split(u':'), style);
            continue;
        }
        const int number = toNumber(groups[i]);
        if (number == foregroundColour || number == backgroundColour) {
            Numbers rest;
            for (const QStringView group : groups.mid(i + 1, 4))
                rest += toNumber(group);
            i += applyExtended(number, rest, style);
        } else if (!applyAttribute(number, style)) {
            applyColour(number, style);
        }
    }
}

} // namespace core
