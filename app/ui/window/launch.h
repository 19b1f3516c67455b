// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QString>

#include <memory>

class QProcessEnvironment;
class QSettings;

namespace ui {

class MainWindow;
class Workspace;
struct CommandLine;

/// Loads the texts of \a language ("de"), or of the system's language when it is empty.
void installTranslations(const QString &language);
/// The language that \a line names, else the one that the person has set; empty is the system's.
QString languageFor(const CommandLine &line);
/// Sets Fusion with our palette for light or dark; System is as everything was at first.
void applyColorScheme(ColorScheme scheme);
/// Where the window's settings are: the person's, or for a picture a place that goes away with the program.
std::unique_ptr<QSettings> openSettings(const CommandLine &line);

/// Opens the deployments and places that \a line and \a environment name, and what was open before; the demo where it
/// runs already. \a workspace must outlive the window.
std::unique_ptr<MainWindow> openWindow(
    Workspace *workspace, const CommandLine &line, const QProcessEnvironment &environment);

/// Writes the picture that \a line asks for once all of \a window has loaded, and ends the application.
void takePicture(MainWindow *window, const CommandLine &line);

} // namespace ui
