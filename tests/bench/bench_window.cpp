// SPDX-License-Identifier: MPL-2.0
// The real window opens a large group of a deployment in another process; how long is its thread ever busy in one
// piece? usage: bench_window ROOT-URL TASK-GROUP-ID

#include "core/accounts/memorystore.h"
#include "core/taskgroup/taskgroupmodel.h"
#include "heartbeat.h"
#include "ui/pages/taskgroup/taskgrouppage.h"
#include "ui/window/launch.h"
#include "ui/window/mainwindow.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>

using namespace std::chrono_literals;

namespace {

/// Prints and ends once the page in front is still and has been so for a while.
void finishWhenLoaded(ui::MainWindow *window, const Heartbeat *heartbeat, const QElapsedTimer *elapsed)
{
    auto *check = new QTimer(window);
    check->callOnTimeout(window, [=, quiet = 0]() mutable {
        const auto *page = qobject_cast<ui::TaskGroupPage *>(window->currentPage());
        quiet = page && !page->isLoading() && !page->model()->isArranging() ? quiet + 1 : 0;
        if (quiet < 10)
            return;
        std::printf("{\"rows\": %d, \"longestStallMs\": %.2f, \"longestWaitMs\": %.2f, \"mostWorkMs\": %.2f, "
                    "\"seconds\": %.2f}\n",
            page->model()->rowCount(), heartbeat->longestStall(), heartbeat->longestWait(), heartbeat->mostWork(),
            static_cast<double>(elapsed->elapsed()) / 1000);
        QCoreApplication::quit();
    });
    check->start(50ms);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::applyColorScheme(ui::ColorScheme::Light);
    const QStringList arguments = QCoreApplication::arguments();
    const QTemporaryDir folder;
    if (arguments.size() != 3 || !folder.isValid())
        qFatal("usage: bench_window ROOT-URL TASK-GROUP-ID");
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    ui::Workspace workspace(&settings, std::make_unique<ui::DesktopOutside>(), std::make_unique<core::MemoryStore>());
    workspace.open(core::SessionOptions::anonymous(arguments.at(1)));
    ui::MainWindow window(&workspace);
    window.resize(1400, 900);
    window.show();

    Heartbeat heartbeat;
    QElapsedTimer elapsed;
    // Once the empty window is there: it is the load that is measured.
    QTimer::singleShot(500ms, &window, [&] {
        elapsed.start();
        heartbeat.start();
        window.openInTab(core::Location::taskGroup(arguments.at(1), arguments.at(2)));
        finishWhenLoaded(&window, &heartbeat, &elapsed);
    });
    return QApplication::exec();
}
