// SPDX-License-Identifier: MPL-2.0
#include "ui/theme/theme.h"

#include <array>
#include <cmath>

namespace ui {

namespace {

constexpr Tone system = Tone::Count;

constexpr Tone ansi(int index)
{
    return static_cast<Tone>(static_cast<int>(Tone::Ansi0) + index);
}

constexpr Tone account(int index)
{
    return static_cast<Tone>(static_cast<int>(Tone::Account0) + index);
}

// clang-format off
constexpr std::array table {
    ToneRow { Tone::Completed,           Use::Mark,       system,                    0xff2e7d32, 0xff66bb6a },
    ToneRow { Tone::Failed,              Use::Mark,       system,                    0xffc62828, 0xffef5350 },
    ToneRow { Tone::Exception,           Use::Mark,       system,                    0xff8e24aa, 0xffce93d8 },
    ToneRow { Tone::Running,             Use::Mark,       system,                    0xff1565c0, 0xff64b5f6 },
    ToneRow { Tone::Pending,             Use::Mark,       system,                    0xffb26a00, 0xffffb74d },
    ToneRow { Tone::Unscheduled,         Use::Mark,       system,                    0xff6b6b6b, 0xffa0a0a0 },
    ToneRow { Tone::Secondary,           Use::Text,       system,                    0xff5a5f66, 0xffa9afb7 },
    ToneRow { Tone::Link,                Use::Text,       system,                    0xff0b57a4, 0xff7ab8f5 },
    ToneRow { Tone::ErrorText,           Use::Text,       Tone::ErrorBackground,     0xff7a1414, 0xffffcdcb },
    ToneRow { Tone::ErrorBackground,     Use::Background, system,                    0xfffbe4e2, 0xff4a1f1f },
    ToneRow { Tone::AddedText,           Use::Text,       Tone::AddedBackground,     0xff12491a, 0xffc5ecc9 },
    ToneRow { Tone::AddedBackground,     Use::Background, system,                    0xffe0f2e3, 0xff1d3a22 },
    ToneRow { Tone::WarningText,         Use::Text,       Tone::WarningBackground,   0xff5f3b00, 0xffffe0b0 },
    ToneRow { Tone::WarningBackground,   Use::Background, system,                    0xfffdf0d8, 0xff443413 },
    ToneRow { Tone::NoteText,            Use::Text,       Tone::NoteBackground,      0xff123f6b, 0xffcfe5fb },
    ToneRow { Tone::NoteBackground,      Use::Background, system,                    0xffe3effa, 0xff1c3348 },
    ToneRow { Tone::LogText,             Use::Text,       Tone::LogBackground,       0xff1f2328, 0xffdfe3e8 },
    ToneRow { Tone::LogBackground,       Use::Background, system,                    0xffffffff, 0xff16191d },
    ToneRow { Tone::LogGutterText,       Use::Text,       Tone::LogGutterBackground, 0xff5a5f66, 0xff9aa1aa },
    ToneRow { Tone::LogGutterBackground, Use::Background, system,                    0xfff3f4f6, 0xff1e2227 },
    ToneRow { ansi(0),                   Use::Text,       Tone::LogBackground,       0xff1f2328, 0xff9097a0 },
    ToneRow { ansi(1),                   Use::Text,       Tone::LogBackground,       0xffb3261e, 0xffff7b72 },
    ToneRow { ansi(2),                   Use::Text,       Tone::LogBackground,       0xff1e6b2b, 0xff6fcf7d },
    ToneRow { ansi(3),                   Use::Text,       Tone::LogBackground,       0xff7a5200, 0xffe3b341 },
    ToneRow { ansi(4),                   Use::Text,       Tone::LogBackground,       0xff0b57a4, 0xff79b8ff },
    ToneRow { ansi(5),                   Use::Text,       Tone::LogBackground,       0xff8024a0, 0xffd2a8ff },
    ToneRow { ansi(6),                   Use::Text,       Tone::LogBackground,       0xff0f6674, 0xff56d4dd },
    ToneRow { ansi(7),                   Use::Text,       Tone::LogBackground,       0xff5a5f66, 0xffc9d1d9 },
    ToneRow { ansi(8),                   Use::Text,       Tone::LogBackground,       0xff5f656d, 0xff9aa1aa },
    ToneRow { ansi(9),                   Use::Text,       Tone::LogBackground,       0xffc62828, 0xffffa198 },
    ToneRow { ansi(10),                  Use::Text,       Tone::LogBackground,       0xff22772f, 0xff8ee89a },
    ToneRow { ansi(11),                  Use::Text,       Tone::LogBackground,       0xff875b00, 0xfff0cf6b },
    ToneRow { ansi(12),                  Use::Text,       Tone::LogBackground,       0xff1565c0, 0xffa5d2ff },
    ToneRow { ansi(13),                  Use::Text,       Tone::LogBackground,       0xff8e24aa, 0xffe2c5ff },
    ToneRow { ansi(14),                  Use::Text,       Tone::LogBackground,       0xff10707f, 0xff8be9f0 },
    ToneRow { ansi(15),                  Use::Text,       Tone::LogBackground,       0xff3a3f45, 0xffffffff },
    ToneRow { account(0),                Use::Mark,       system,                    0xff1565c0, 0xff64b5f6 },
    ToneRow { account(1),                Use::Mark,       system,                    0xffb04a00, 0xffffb74d },
    ToneRow { account(2),                Use::Mark,       system,                    0xff2e7d32, 0xff81c784 },
    ToneRow { account(3),                Use::Mark,       system,                    0xff6a3ab2, 0xffb39ddb },
    ToneRow { account(4),                Use::Mark,       system,                    0xffc62828, 0xffef8a85 },
    ToneRow { account(5),                Use::Mark,       system,                    0xff00707a, 0xff4dd0c4 },
    ToneRow { account(6),                Use::Mark,       system,                    0xff6d4c41, 0xffbcaaa4 },
    ToneRow { account(7),                Use::Mark,       system,                    0xffad1457, 0xfff48fb1 },
};
// clang-format on

static_assert(table.size() == static_cast<std::size_t>(Tone::Count), "one row for each tone");

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

struct SchemeColours {
    QRgb window, base, alternate, button, text, disabled, placeholder, mid, highlight, highlightedText;
};

QPalette paletteOf(const SchemeColours &colours)
{
    QPalette result(QColor::fromRgb(colours.button), QColor::fromRgb(colours.window));
    const QColor text = QColor::fromRgb(colours.text);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText })
        result.setColor(role, text);
    result.setColor(QPalette::Window, QColor::fromRgb(colours.window));
    result.setColor(QPalette::Base, QColor::fromRgb(colours.base));
    result.setColor(QPalette::AlternateBase, QColor::fromRgb(colours.alternate));
    result.setColor(QPalette::Button, QColor::fromRgb(colours.button));
    result.setColor(QPalette::ToolTipBase, QColor::fromRgb(colours.alternate));
    result.setColor(QPalette::PlaceholderText, QColor::fromRgb(colours.placeholder));
    result.setColor(QPalette::Mid, QColor::fromRgb(colours.mid));
    result.setColor(QPalette::Highlight, QColor::fromRgb(colours.highlight));
    result.setColor(QPalette::HighlightedText, QColor::fromRgb(colours.highlightedText));
    result.setColor(QPalette::Link, tone(Tone::Link, isDark(result)));
    const QColor disabled = QColor::fromRgb(colours.disabled);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        result.setColor(QPalette::Disabled, role, disabled);
    return result;
}

} // namespace

std::span<const ToneRow> toneTable()
{
    return table;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QColor tone(Tone name, bool dark)
{
    const auto &row = table.at(static_cast<std::size_t>(name));
    return QColor::fromRgb(dark ? row.dark : row.light);
}

QColor tone(Tone name, const QPalette &palette)
{
    return tone(name, isDark(palette));
}

double contrast(const QColor &first, const QColor &second)
{
    const double one = luminance(first);
    const double two = luminance(second);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

QColor readable(const QColor &colour, const QColor &background, double ratio)
{
    const bool lighten = luminance(background) < 0.18;
    QColor result = colour.toRgb();
    // Black or white reaches every ratio up to 4.58, so this ends; the steps are small enough not to be seen.
    for (int step = 0; step < 20 && contrast(result, background) < ratio; ++step) {
        const auto move
            = [lighten](float channel) { return lighten ? channel + (1.0F - channel) * 0.2F : channel * 0.8F; };
        result = QColor::fromRgbF(move(result.redF()), move(result.greenF()), move(result.blueF()));
    }
    return result;
}

QPalette schemePalette(ColorScheme scheme)
{
    if (scheme == ColorScheme::Dark) {
        return paletteOf({ .window = 0xff24272b,
            .base = 0xff1b1e21,
            .alternate = 0xff22262a,
            .button = 0xff30343a,
            .text = 0xffe6e8eb,
            .disabled = 0xff7d848c,
            .placeholder = 0xff9aa1aa,
            .mid = 0xff43494f,
            .highlight = 0xff3878be,
            .highlightedText = 0xffffffff });
    }
    return paletteOf({ .window = 0xfff2f3f5,
        .base = 0xffffffff,
        .alternate = 0xfff8f9fa,
        .button = 0xffeceef0,
        .text = 0xff1f2328,
        .disabled = 0xff8b9199,
        .placeholder = 0xff666c74,
        .mid = 0xffc8ccd1,
        .highlight = 0xff1f66b0,
        .highlightedText = 0xffffffff });
}

} // namespace ui
