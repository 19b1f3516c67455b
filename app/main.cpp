// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/keychainstore.h"
#include "core/util/hardening.h"
#include "demo/demodeployment.h"
#include "demostarter.h"
#include "ui/window/commandline.h"
#include "ui/window/launch.h"
#include "ui/window/mainwindow.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QIcon>
#include <QSettings>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// The command line in the language that it asks for itself.
ui::CommandLine readCommandLine()
{
    ui::installTranslations(ui::languageFor(ui::CommandLine::parse(QCoreApplication::arguments())));
    return ui::CommandLine::parse(QCoreApplication::arguments());
}

int say(const ui::CommandLine &line)
{
    const bool wrong = line.outcome == ui::CommandLine::Outcome::Error;
    std::fprintf(wrong ? stderr : stdout, "%s\n", qUtf8Printable(line.message));
    return wrong ? 2 : 0;
}

} // namespace

int main(int argc, char **argv)
{
    core::disableCoreDumps(); // a core would hold every secret that is open
    core::takeSecretsOfEnvironment();
    QCoreApplication::setApplicationName(u"taskcluster-desktop"_s);
    QCoreApplication::setOrganizationName(u"taskcluster-desktop"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TC_VERSION));
    {
        // Help and version need no display. What else is wrong shows when Qt has taken its own options out.
        const QCoreApplication withoutDisplay(argc, argv);
        const ui::CommandLine line = readCommandLine();
        if (line.outcome == ui::CommandLine::Outcome::Help || line.outcome == ui::CommandLine::Outcome::Version)
            return say(line);
    }
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(u"Taskcluster Desktop"_s);
    QApplication::setDesktopFileName(u"org.taskcluster.Desktop"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/taskcluster-desktop.svg"_s));
    const ui::CommandLine line = readCommandLine();
    if (line.outcome != ui::CommandLine::Outcome::Run)
        return say(line);

    const std::unique_ptr<QSettings> settings = ui::openSettings(line);
    demo::DemoDeployment deployment;
    ui::Workspace workspace(settings.get(), std::make_unique<ui::DesktopOutside>(),
        std::make_unique<core::KeychainStore>(u"taskcluster-desktop"_s));
    workspace.setDemoStarter(demoStarter(&deployment));
    std::unique_ptr<ui::MainWindow> window;
    const auto open = [&window, &workspace, &line](const core::Session *) {
        window = ui::openWindow(&workspace, line, core::startEnvironment());
        window->show();
        ui::takePicture(window.get(), line);
    };
    if (line.demo)
        workspace.startDemo(&application, open);
    else
        open(nullptr);
    return QApplication::exec();
}
