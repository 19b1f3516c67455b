// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/logformat.h"

#include "ui/theme/theme.h"

#include <optional>
#include <utility>

namespace ui {

namespace {

// The colours above 15 of a terminal: a cube of 6 × 6 × 6, then 24 greys.
QColor cubeColour(quint32 index)
{
    if (index >= 232) {
        const int grey = 8 + 10 * static_cast<int>(index - 232);
        return { grey, grey, grey };
    }
    const auto level = [](quint32 step) { return step == 0 ? 0 : 55 + 40 * static_cast<int>(step); };
    const quint32 cube = index - 16;
    return { level(cube / 36), level(cube / 6 % 6), level(cube % 6) };
}

std::optional<QColor> colourOf(const core::LogColour &colour, bool dark)
{
    switch (colour.kind) {
    case core::LogColour::Kind::Default:
        return std::nullopt;
    case core::LogColour::Kind::Indexed:
        if (colour.value < 16)
            return tone(static_cast<Tone>(static_cast<quint32>(Tone::Ansi0) + colour.value), dark);
        return cubeColour(colour.value);
    case core::LogColour::Kind::Rgb:
        break;
    }
    return QColor::fromRgb(colour.value);
}

} // namespace

QTextCharFormat logFormat(const core::LogStyle &style, bool dark)
{
    QColor background = colourOf(style.background, dark).value_or(tone(Tone::LogBackground, dark));
    QColor foreground = colourOf(style.foreground, dark).value_or(tone(Tone::LogText, dark));
    if (style.inverse)
        std::swap(foreground, background);
    QTextCharFormat format;
    if (style.inverse || style.background.kind != core::LogColour::Kind::Default)
        format.setBackground(background);
    if (style.faint)
        foreground = tone(Tone::LogGutterText, dark);
    format.setForeground(readable(foreground, background));
    if (style.bold)
        format.setFontWeight(QFont::Bold);
    format.setFontItalic(style.italic);
    format.setFontUnderline(style.underline);
    format.setFontStrikeOut(style.strikeOut);
    return format;
}

} // namespace ui
