// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QString>

#include <memory>

class QApplication;
class QProcessEnvironment;
class QSettings;

namespace ui {

class MainWindow;
class Workspace;
struct CommandLine;

/// Loads the texts of \a language ("de"), or of the system's language when it is empty.
void installTranslations(QApplication *application, const QString &language);
/// Sets Fusion with our palette for light or dark; System leaves everything as it is.
void applyColorScheme(ColorScheme scheme);
/// Where the window's settings are: the person's, or for a picture a place that goes away with the program.
std::unique_ptr<QSettings> openSettings(const CommandLine &line);

/// Opens the deployments and places that \a line and \a environment name, and what was open before. \a workspace
/// must outlive the window.
std::unique_ptr<MainWindow> openWindow(
    Workspace *workspace, const CommandLine &line, const QProcessEnvironment &environment);

} // namespace ui
