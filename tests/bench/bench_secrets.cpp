// SPDX-License-Identifier: MPL-2.0
// The real window lists thousands of secrets of a deployment in another process, opens the folder that has nearly all
// of them, and searches their names letter by letter; how long is its thread ever busy in one piece? The deployment and
// its credentials come from the environment. usage: bench_secrets

#include "core/accounts/memorystore.h"
#include "core/secrets/secretnamesmodel.h"
#include "heartbeat.h"
#include "ui/window/launch.h"
#include "ui/window/mainwindow.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QLineEdit>
#include <QProcessEnvironment>
#include <QSettings>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>

#include <cstdio>
#include <functional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// One thing that a person does, and how long the window was busy in one piece until all was still again.
struct Step {
    const char *name;
    std::function<void()> action;
    double longest = 0;
    double wait = 0;
    double work = 0;
};

class Walk : public QObject
{
public:
    Walk(ui::MainWindow *window, const core::Location &place) : m_window(window)
    {
        m_steps.push_back({ "list", [window, place] { window->openInTab(place); } });
        m_steps.push_back({ "open folders", [this] { openFolders(); } });
        m_steps.push_back({ "flat", [this] { find<QToolButton>("secretsTree")->setChecked(false); } });
        for (const char *text : { "s", "se", "sec", "secret-4", "secret-49", "secret-4999" })
            m_steps.push_back(
                { text, [this, text] { find<QLineEdit>("secretsSearch")->setText(QLatin1StringView(text)); } });
        m_steps.push_back({ "found", [this] { m_found = model()->secretCount(); } });
        m_steps.push_back({ "all", [this] { find<QLineEdit>("secretsSearch")->clear(); } });
        m_steps.push_back({ "tree", [this] { find<QToolButton>("secretsTree")->setChecked(true); } });
        m_check.callOnTimeout(this, [this] { check(); });
    }

    void start()
    {
        m_heartbeat.start();
        m_steps.front().action();
        m_check.start(10ms);
    }

private:
    template <typename T>
    T *find(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1StringView(name));
    }

    const core::SecretNamesModel *model() const
    {
        return qobject_cast<core::SecretNamesModel *>(find<QTreeView>("secretsList")->model());
    }

    void openFolders() const
    {
        auto *list = find<QTreeView>("secretsList");
        for (const QString &name : { u"project"_s, u"project/bulk"_s })
            list->expand(model()->indexOf(name));
    }

    // On to the next step once the page has been still for a while.
    void check()
    {
        const ui::Page *page = m_window->currentPage();
        m_quiet = page && !page->isLoading() && find<QTreeView>("secretsList") ? m_quiet + 1 : 0;
        if (m_quiet < 20)
            return;
        m_quiet = 0;
        m_steps[m_at].longest = m_heartbeat.longestStall();
        m_steps[m_at].wait = m_heartbeat.longestWait();
        m_steps[m_at].work = m_heartbeat.mostWork();
        m_heartbeat.forget();
        if (++m_at < m_steps.size())
            m_steps[m_at].action();
        else
            finish();
    }

    void finish()
    {
        m_check.stop();
        double longest = 0;
        QByteArray steps;
        for (const Step &step : m_steps) {
            longest = qMax(longest, step.longest);
            steps += (steps.isEmpty() ? "\"" : ", \"") + QByteArray(step.name)
                + QString::asprintf("\": [%.2f, %.2f, %.2f]", step.longest, step.wait, step.work).toUtf8();
        }
        std::printf("{\"names\": %d, \"found\": %d, \"longestStallMs\": %.2f, \"steps\": {%s}}\n",
            model()->secretCount(), m_found, longest, steps.constData());
        QCoreApplication::quit();
    }

    ui::MainWindow *m_window;
    Heartbeat m_heartbeat;
    QTimer m_check;
    std::vector<Step> m_steps;
    size_t m_at = 0;
    int m_quiet = 0;
    int m_found = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::applyColorScheme(ui::ColorScheme::Light);
    const QTemporaryDir folder;
    const auto options = core::SessionOptions::fromEnvironment(QProcessEnvironment::systemEnvironment());
    if (options.account.rootUrl.isEmpty() || !folder.isValid())
        qFatal("TASKCLUSTER_ROOT_URL and credentials are needed");
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    ui::Workspace workspace(&settings, std::make_unique<ui::DesktopOutside>(), std::make_unique<core::MemoryStore>());
    workspace.open(options);
    ui::MainWindow window(&workspace);
    window.resize(1400, 900);
    window.show();
    Walk walk(&window, core::Location::secrets(options.account.rootUrl));
    // Once the empty window is there: it is the page that is measured.
    QTimer::singleShot(500ms, &window, [&walk] { walk.start(); });
    return QApplication::exec();
}
