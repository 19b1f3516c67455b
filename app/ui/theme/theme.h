// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QColor>
#include <QPalette>

#include <span>

/// Every colour that the application chooses itself. Everything else comes from the system's palette.
namespace ui {

enum class Tone {
    Completed,
    Failed,
    Exception,
    Running,
    Pending,
    Unscheduled,
    Secondary, ///< text that is there when one looks for it: hints, units, line numbers
    Link,
    ErrorText,
    ErrorBackground,
    AddedText, ///< in differences; what was removed has the colours of errors
    AddedBackground,
    WarningText,
    WarningBackground,
    NoteText,
    NoteBackground,
    LogText,
    LogBackground,
    LogGutterText,
    LogGutterBackground,
    Ansi0, ///< the sixteen colours of terminals follow in their order
    Ansi15 = Ansi0 + 15,
    Account0, ///< the eight colours that tell accounts apart follow in their order
    Account7 = Account0 + 7,
    Count,
};

/// What a tone is seen on, for the contrast that it must have.
enum class Use {
    Text, ///< at least 4.5 : 1
    Mark, ///< at least 3 : 1
    Background, ///< nothing by itself
};

/// One row of the palette table.
struct ToneRow {
    Tone tone;
    Use use;
    Tone on; ///< the background's tone; Tone::Count is the palette's base, alternate base and window
    QRgb light;
    QRgb dark;
};

std::span<const ToneRow> toneTable();

/// Whether \a palette is a dark one, by the lightness of its window.
bool isDark(const QPalette &palette);
QColor tone(Tone name, bool dark);
QColor tone(Tone name, const QPalette &palette);

/// WCAG 2 contrast of two opaque colours, 1 to 21.
double contrast(const QColor &first, const QColor &second);
/// \a colour, moved towards black or white until it has at least \a ratio on \a background.
QColor readable(const QColor &colour, const QColor &background, double ratio = 4.5);

enum class ColorScheme { System, Light, Dark };

/// The palettes for --color-scheme; they also stand for "the system" where the contrast is tested.
QPalette schemePalette(ColorScheme scheme);

} // namespace ui
