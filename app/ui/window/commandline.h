// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <chrono>

namespace ui {

/// What the command line asks for.
struct CommandLine {
    enum class Outcome { Run, Help, Version, Error };

    Outcome outcome = Outcome::Run;
    QString message; ///< help, version or what is wrong, to be printed
    bool demo = false;
    QString rootUrl;
    QString location; ///< what to open, as typed
    QString screenshot; ///< path of a PNG file; empty for none
    std::chrono::seconds screenshotTimeout { 60 };
    QSize windowSize; ///< empty keeps the one from before
    ColorScheme colorScheme = ColorScheme::System;
    QString language; ///< "de"; empty follows the system

    /// \a arguments with the program's name first, without those that Qt has taken out.
    static CommandLine parse(const QStringList &arguments);
};

} // namespace ui
