// SPDX-License-Identifier: MPL-2.0
// Real input: recorded replies of a real deployment, under their real paths, in the real window.
#include "recordedserver.h"
#include "windowfixture.h"

#include "core/accounts/memorystore.h"
#include "core/task/artifactmodel.h"
#include "core/task/runmodel.h"
#include "core/taskgroup/taskgroupmodel.h"
#include "ui/pages/log/logpage.h"
#include "ui/pages/task/tasktabs.h"
#include "ui/pages/taskgroup/taskgrouppage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/logview.h"
#include "ui/window/commandline.h"
#include "ui/window/launch.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;
using namespace uitest;

class TestUiRecordings : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RecordedServer> m_server;
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::Workspace> m_workspace;
    std::unique_ptr<ui::MainWindow> m_window;
    FakeOutside *m_outside = nullptr;

    /// As a person starts the program: --root-url and the credentials in the environment.
    void openWindow(const QString &location)
    {
        QProcessEnvironment environment;
        environment.insert(u"TASKCLUSTER_ROOT_URL"_s, m_server->rootUrl());
        environment.insert(u"TASKCLUSTER_CLIENT_ID"_s, u"someone/of-the-test"_s);
        environment.insert(u"TASKCLUSTER_ACCESS_TOKEN"_s, u"a-token-of-the-test"_s);
        ui::CommandLine line;
        line.rootUrl = m_server->rootUrl();
        line.location = location;
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        auto outside = std::make_unique<FakeOutside>();
        m_outside = outside.get();
        m_workspace = std::make_unique<ui::Workspace>(
            m_settings.get(), std::move(outside), std::make_unique<core::MemoryStore>());
        m_window = ui::openWindow(m_workspace.get(), line, environment);
        m_window->show();
    }

    bool waitLoaded(int timeout = 30'000)
    {
        int still = 0;
        return QTest::qWaitFor(
            [&] {
                still = m_window->currentPage() && !m_window->currentPage()->isLoading() ? still + 1 : 0;
                return still > 8;
            },
            timeout);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString folder = qEnvironmentVariable("TC_RECORDINGS");
        if (folder.isEmpty())
            QSKIP("TC_RECORDINGS does not name the folder of the recordings");
        m_server = std::make_unique<RecordedServer>(folder);
        QVERIFY(m_server->start());
    }

    void cleanup()
    {
        m_window.reset();
        m_workspace.reset();
        m_settings.reset();
    }

    void groupIsThereToTheLastRow()
    {
        openWindow(m_server->rootUrl() + u"/tasks/groups/"_s + m_server->groupId());
        QVERIFY(QTest::qWaitFor(
            [this] { return qobject_cast<ui::TaskGroupPage *>(m_window->currentPage()) != nullptr; }, 10'000));
        auto *page = qobject_cast<ui::TaskGroupPage *>(m_window->currentPage());
        QVERIFY(waitLoaded());
        QCOMPARE(m_server->pages(), 4);
        QCOMPARE(m_server->taskCount(), 3201);
        QCOMPARE(page->model()->taskCount(), 3201);
        QCOMPARE(page->model()->rowCount(), 3201);
        for (const core::TaskState state : core::allTaskStates)
            QCOMPARE(page->model()->counts()[state], m_server->stateCounts().value(core::taskStateToText(state)));
        QVERIFY(m_server->signedRequests() > 0);
    }

    void taskShowsItsRunsAndArtifacts()
    {
        const RecordedServer::Task task = m_server->completeTask();
        QVERIFY(!task.taskId.isEmpty());
        openWindow(m_server->rootUrl() + u"/tasks/"_s + task.taskId);
        QVERIFY(waitLoaded());
        auto *tabs = m_window->currentPage()->findChild<ui::TaskTabs *>();
        QVERIFY(tabs);
        QCOMPARE(tabs->details()->runs()->rowCount(), task.runs);
        QCOMPARE(tabs->details()->artifacts()->rowCount(), task.artifacts.size());
        for (const QString &name : task.artifacts)
            QVERIFY2(tabs->details()->artifacts()->rowOf(name) >= 0, qPrintable(name));
        QVERIFY(tabs->details()->definition());
        for (const auto part :
            { core::TaskDetails::StatusPart, core::TaskDetails::DefinitionPart, core::TaskDetails::ArtifactsPart })
            QVERIFY(tabs->details()->part(part).state == core::Part::State::Ready);
    }

    void logIsReadAndSavedByteForByte()
    {
        openWindow(core::Location::log(m_server->rootUrl(), m_server->logTaskId(), 0, m_server->logArtifact())
                       .toUrl()
                       .toString(QUrl::FullyEncoded));
        QVERIFY(waitLoaded());
        auto *page = qobject_cast<ui::LogPage *>(m_window->currentPage());
        QVERIFY(page);
        QVERIFY2(page->findChild<QWidget *>(u"logBanner"_s)->isHidden(),
            qPrintable(page->findChild<ui::Banner *>(u"logBanner"_s)->text().details));
        page->view()->selectAll();
        const QString text = page->view()->selectedText();
        // 32,004 line feeds; the 192 progress bars of the log end their lines with a carriage return alone.
        QCOMPARE(text.count(u'\n'), 32'004 + 192);
        QVERIFY(text.startsWith(u"[taskcluster 2026-11-21T19:16:02.843Z] Task ID: recorded"_s));
        QVERIFY(text.contains(u"m\u00f6dule_7.py:7 \u2603"_s));
        QVERIFY(!text.contains(QChar(0x1b))); // colours became spans

        const QString target = m_folder.filePath(u"live.log"_s);
        m_outside->nextPath = target;
        page->findChild<QAction *>(u"actionSaveLog"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target), 20'000);
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray saved = file.readAll();
        QCOMPARE(saved.size(), 4'279'468);
        QCOMPARE(QCryptographicHash::hash(saved, QCryptographicHash::Sha256).toHex(),
            QByteArray("7ba043dbd2ae068ffcd177b17a06338f3faae08db46e11c603cab4412c4e0043"));
        QCOMPARE(m_server->signedStorageRequests(), 0);
    }
};

QTEST_MAIN(TestUiRecordings)
#include "test_ui_recordings.moc"
