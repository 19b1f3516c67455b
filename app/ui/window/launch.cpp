// SPDX-License-Identifier: MPL-2.0
#include "ui/window/launch.h"

#include "ui/pages/start/recentpage.h"
#include "ui/theme/fusion.h"
#include "ui/window/commandline.h"
#include "ui/window/mainwindow.h"
#include "ui/window/screenshot.h"
#include "ui/workspace/preferences.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QProcessEnvironment>
#include <QSettings>
#include <QStyle>
#include <QStyleFactory>
#include <QTemporaryFile>
#include <QTranslator>

#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

void install(const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(name, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

// Settings in a file that is removed at the end.
class PassingSettings : public QSettings
{
public:
    explicit PassingSettings(std::unique_ptr<QTemporaryFile> file)
        : QSettings(file->fileName(), QSettings::IniFormat), m_file(std::move(file))
    {
    }
    // What would be written later would bring the file back.
    ~PassingSettings() override { sync(); }
    Q_DISABLE_COPY_MOVE(PassingSettings)

private:
    std::unique_ptr<QTemporaryFile> m_file;
};

} // namespace

void installTranslations(const QString &language)
{
    const QString name = language.isEmpty() ? QLocale::system().name() : language;
    // English has only the plural forms, which hold for every language that lacks a text. Ours are loaded by file
    // name, because the pseudo-locale of the tests is none that QLocale knows.
    install(u"taskcluster-desktop_en"_s, u":/i18n"_s);
    install(u"qtbase_"_s + name.section(u'_', 0, 0), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (QStringList { u"en"_s, u"C"_s }.contains(name))
        return;
    install(u"taskcluster-desktop_"_s + name, u":/i18n"_s);
    if (!language.isEmpty())
        QLocale::setDefault(QLocale(name));
}

QString languageFor(const CommandLine &line)
{
    if (!line.language.isEmpty() || !line.screenshot.isEmpty())
        return line.language;
    QSettings settings;
    return Preferences(&settings).language();
}

void applyColorScheme(ColorScheme scheme)
{
    static const QString systemStyle = QApplication::style()->name();
    static bool hasOwnPalette = false;
    const bool isSystem = scheme == ColorScheme::System;
    const bool isFusion = !isSystem || systemStyle.compare(u"Fusion"_s, Qt::CaseInsensitive) == 0;
    if (!isFusion)
        QApplication::setStyle(QStyleFactory::create(systemStyle));
    else if (!qobject_cast<Fusion *>(QApplication::style()))
        QApplication::setStyle(new Fusion);
    if (!isSystem || hasOwnPalette)
        QApplication::setPalette(isSystem ? QPalette() : schemePalette(scheme));
    hasOwnPalette = !isSystem;
}

std::unique_ptr<QSettings> openSettings(const CommandLine &line)
{
    if (line.screenshot.isEmpty())
        return std::make_unique<QSettings>();
    auto file = std::make_unique<QTemporaryFile>();
    if (!file->open())
        return std::make_unique<QSettings>();
    return std::make_unique<PassingSettings>(std::move(file));
}

std::unique_ptr<MainWindow> openWindow(
    Workspace *workspace, const CommandLine &line, const QProcessEnvironment &environment)
{
    core::Session *first = workspace->demoRoot().isEmpty()
        ? nullptr
        : workspace->session(core::Location::deployment(workspace->demoRoot()));
    const auto given = core::SessionOptions::fromEnvironment(environment, line.rootUrl);
    const bool named = !given.account.rootUrl.isEmpty();
    const bool malformed = named && tc::Client::checkRootUrl(given.account.rootUrl);
    if (named && !malformed) {
        core::Session *session = workspace->open(given);
        first = first ? first : session;
    }
    const Preferences *preferences = workspace->preferences();
    auto dress = [preferences, asked = line.colorScheme, worn = std::optional<ColorScheme>()]() mutable {
        const ColorScheme wanted = asked != ColorScheme::System ? asked : preferences->colorScheme();
        if (std::exchange(worn, wanted) != wanted)
            applyColorScheme(wanted);
    };
    dress();
    auto window = std::make_unique<MainWindow>(workspace);
    QObject::connect(preferences, &Preferences::changed, window.get(), dress);
    window->restore();
    if (malformed)
        window->openStart(given.account.rootUrl);
    else if (!line.location.isEmpty())
        window->openText(line.location, true);
    else if (line.demo && first && window->currentRoot() != workspace->demoRoot())
        window->openInTab(core::Location::taskGroup(workspace->demoRoot(), workspace->demoGroups().value(0)));
    else if (first && (window->tabCount() == 0 || !line.rootUrl.isEmpty()))
        window->openInTab(line.demo ? core::Location::taskGroup(workspace->demoRoot(), workspace->demoGroups().value(0))
                                    : RecentPage::place(Recents::List::Groups, first->rootUrl()));
    if (window->tabCount() == 0)
        window->openStart();
    if (line.windowSize.isValid())
        window->resize(line.windowSize);
    return window;
}

void takePicture(MainWindow *window, const CommandLine &line)
{
    if (line.screenshot.isEmpty())
        return;
    auto *picture = new Screenshot(window, line.screenshot, line.screenshotTimeout, window);
    QObject::connect(picture, &Screenshot::finished, window, [](const QString &error) {
        if (!error.isEmpty())
            std::fprintf(stderr, "%s\n", qUtf8Printable(error));
        QCoreApplication::exit(error.isEmpty() ? 0 : 1);
    });
}

} // namespace ui
