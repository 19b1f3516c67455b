// SPDX-License-Identifier: MPL-2.0
#include "demo/demodeployment.h"
#include "ui/window/commandline.h"
#include "ui/window/launch.h"
#include "ui/window/mainwindow.h"
#include "ui/window/screenshot.h"
#include "ui/window/workspace.h"

#include <QApplication>
#include <QIcon>
#include <QProcessEnvironment>
#include <QSettings>

#include <cstdio>

using namespace Qt::StringLiterals;
using demo::DemoDeployment;

namespace {

std::optional<ui::Demo> startDemo(DemoDeployment *deployment)
{
    const QString root = deployment->startAndWait();
    if (root.isEmpty())
        return std::nullopt;
    const demo::DemoCredentials admin = DemoDeployment::admin();
    return ui::Demo { core::SessionOptions::demo(root, { admin.clientId, admin.accessToken, {} }),
        { DemoDeployment::groupOf300(), DemoDeployment::groupOf12000(), DemoDeployment::groupOf5() } };
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
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"taskcluster-desktop"_s);
    QApplication::setOrganizationName(u"taskcluster-desktop"_s);
    QApplication::setApplicationDisplayName(u"Taskcluster Desktop"_s);
    QApplication::setApplicationVersion(QStringLiteral(TC_VERSION));
    QApplication::setDesktopFileName(u"org.taskcluster.Desktop"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/taskcluster-desktop.svg"_s));

    ui::installTranslations(&application, ui::CommandLine::parse(QApplication::arguments()).language);
    const ui::CommandLine line = ui::CommandLine::parse(QApplication::arguments()); // again, in the right language
    if (line.outcome != ui::CommandLine::Outcome::Run)
        return say(line);
    ui::applyColorScheme(line.colorScheme);

    const std::unique_ptr<QSettings> settings = ui::openSettings(line);
    DemoDeployment deployment;
    ui::Workspace workspace(settings.get(), std::make_unique<ui::DesktopOutside>());
    workspace.setDemoStarter([&deployment] { return startDemo(&deployment); });
    const auto window = ui::openWindow(&workspace, line, QProcessEnvironment::systemEnvironment());
    window->show();
    if (!line.screenshot.isEmpty()) {
        auto *picture = new ui::Screenshot(window.get(), line.screenshot, line.screenshotTimeout, window.get());
        QObject::connect(picture, &ui::Screenshot::finished, &application, [](const QString &error) {
            if (!error.isEmpty())
                std::fprintf(stderr, "%s\n", qUtf8Printable(error));
            QCoreApplication::exit(error.isEmpty() ? 0 : 1);
        });
    }
    return QApplication::exec();
}
