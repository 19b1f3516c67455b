// SPDX-License-Identifier: MPL-2.0
// The window around the pages: places, tabs, history, restart, keyboard, command line.
#include "windowfixture.h"

#include "core/accounts/memorystore.h"
#include "core/taskgroup/taskgroupmodel.h"
#include "demo/demodeployment.h"
#include "ui/pages/taskgroup/taskgrouppage.h"
#include "ui/pages/taskgroup/tasktable.h"
#include "ui/widgets/locationbar.h"
#include "ui/widgets/segmentedbar.h"
#include "ui/window/commandline.h"
#include "ui/window/launch.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QProcessEnvironment>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTcpServer>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace uitest;
using core::Location;
using demo::DemoDeployment;

class TestUiWindow : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    ui::MainWindow *window() const { return m_fixture->window(); }
    QTabWidget *tabs() const { return m_fixture->find<QTabWidget>("tabs"); }
    Location::Kind kind() const { return window()->currentPage()->location().kind; }

private Q_SLOTS:
    void initTestCase() { QVERIFY(!sharedDemo()->rootUrl().isEmpty()); }

    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open({}, sharedDemo());
    }

    void cleanup() { m_fixture.reset(); }

    void everyKindOfPlaceOpens_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Location::Kind>("kind");
        const QString root = sharedDemo()->rootUrl();
        const QString task = DemoDeployment::everyArtifactTask();
        QTest::newRow("group id") << DemoDeployment::groupOf5() << Location::Kind::TaskGroup;
        QTest::newRow("task URL") << root + u"/tasks/"_s + task << Location::Kind::Task;
        QTest::newRow("group URL") << root + u"/tasks/groups/"_s + DemoDeployment::groupOf5()
                                   << Location::Kind::TaskGroup;
        QTest::newRow("run URL") << root + u"/tasks/"_s + task + u"/runs/0"_s << Location::Kind::Run;
        QTest::newRow("definition") << root + u"/tasks/"_s + task + u"/definition"_s << Location::Kind::Definition;
        QTest::newRow("index") << root + u"/tasks/index"_s << Location::Kind::Index;
        QTest::newRow("elsewhere") << root + u"/worker-manager"_s << Location::Kind::Elsewhere;
    }

    void everyKindOfPlaceOpens()
    {
        QFETCH(QString, text);
        QFETCH(Location::Kind, kind);
        m_fixture->go(text);
        QVERIFY(m_fixture->waitLoaded());
        QCOMPARE(this->kind(), kind);
        QVERIFY(m_fixture->bannerText("windowBanner").isEmpty());
        QVERIFY(!m_fixture->find<ui::LocationBar>("locationBar")->text().isEmpty());
        if (kind == Location::Kind::Index || kind == Location::Kind::Elsewhere)
            m_fixture->picture(QString::fromLatin1(QTest::currentDataTag()));
    }

    void goesBackAndForward()
    {
        m_fixture->go(DemoDeployment::groupOf5());
        QVERIFY(m_fixture->waitLoaded());
        auto *page = window()->currentPage();
        m_fixture->go(sharedDemo()->rootUrl() + u"/tasks/"_s + DemoDeployment::everyArtifactTask());
        QVERIFY(m_fixture->waitLoaded());
        QCOMPARE(kind(), Location::Kind::Task);
        QTest::keyClick(window(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window()->currentPage(), page); // the same page, not loaded again
        QTest::keyClick(window(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(kind(), Location::Kind::Task);
        QVERIFY(!window()->findChild<QAction *>(u"actionForward"_s)->isEnabled());
    }

    void tabsHaveHistoriesOfTheirOwn()
    {
        m_fixture->go(DemoDeployment::groupOf5());
        QVERIFY(m_fixture->waitLoaded());
        const int before = window()->tabCount();
        QTest::keyClick(window(), Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(window()->tabCount(), before + 1);
        m_fixture->go(sharedDemo()->rootUrl() + u"/tasks/"_s + DemoDeployment::everyArtifactTask());
        QVERIFY(m_fixture->waitLoaded());
        QCOMPARE(kind(), Location::Kind::Task);
        QTest::keyClick(window(), Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(kind(), Location::Kind::TaskGroup);
        QTest::keyClick(window(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(window()->tabCount(), before);
        // The middle button closes one too; the last leaves a page to go on from.
        QTest::mouseClick(tabs()->tabBar(), Qt::MiddleButton, {}, tabs()->tabBar()->tabRect(0).center());
        QCOMPARE(window()->tabCount(), 1);
    }

    void comesBackAfterARestart()
    {
        m_fixture->go(DemoDeployment::groupOf300());
        QVERIFY(m_fixture->waitLoaded());
        m_fixture->find<QLineEdit>("taskFilter")->setText(u"build"_s);
        QVERIFY(m_fixture->waitLoaded());
        auto *page = qobject_cast<ui::TaskGroupPage *>(window()->currentPage());
        QVERIFY(page->model()->rowCount() > 0);
        m_fixture->find<ui::TaskTable>("taskTable")->selectOnly(0);
        QVERIFY(m_fixture->waitLoaded());
        const QString task = page->model()->taskIdAt(0);
        window()->openInTab(Location::index(sharedDemo()->rootUrl(), {}));
        QVERIFY(m_fixture->waitLoaded());
        tabs()->setCurrentIndex(0);
        window()->resize(1100, 700);
        m_fixture->close();

        m_fixture->open({}, sharedDemo());
        QVERIFY(m_fixture->waitLoaded());
        QCOMPARE(window()->size(), QSize(1100, 700));
        QCOMPARE(window()->tabCount(), 2);
        QCOMPARE(tabs()->currentIndex(), 0);
        QCOMPARE(kind(), Location::Kind::TaskGroup);
        QCOMPARE(m_fixture->find<QLineEdit>("taskFilter")->text(), u"build"_s);
        auto *table = m_fixture->find<ui::TaskTable>("taskTable");
        QTRY_COMPARE(table->currentRow().data(core::TaskGroupModel::TaskIdRole).toString(), task);
        tabs()->setCurrentIndex(1);
        QVERIFY(m_fixture->waitLoaded());
        QCOMPARE(kind(), Location::Kind::Index);
    }

    void settingsHoldNoSecret()
    {
        m_fixture->go(DemoDeployment::groupOf5());
        QVERIFY(m_fixture->waitLoaded());
        m_fixture->close();
        QFile file(m_fixture->folder() + u"/settings.ini"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(!text.isEmpty());
        QVERIFY(!text.contains(DemoDeployment::admin().accessToken.toUtf8()));
        QVERIFY(!text.contains("bewit"));
    }

    void everythingIsReachedByKeys()
    {
        QTest::keyClick(window(), Qt::Key_L, Qt::ControlModifier);
        auto *bar = m_fixture->find<ui::LocationBar>("locationBar");
        QVERIFY(bar->hasFocus());
        QTest::keyClicks(bar, DemoDeployment::groupOf5());
        QTest::keyClick(bar, Qt::Key_Return);
        QVERIFY(m_fixture->waitLoaded());
        auto *table = m_fixture->find<ui::TaskTable>("taskTable");
        QTRY_VERIFY(table->hasFocus());
        QTest::keyClick(table, Qt::Key_Home);
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(m_fixture->waitLoaded());
        QCOMPARE(kind(), Location::Kind::Task);
        QTest::keyClick(window(), Qt::Key_Up, Qt::AltModifier);
        QVERIFY(m_fixture->waitLoaded());
        QCOMPARE(kind(), Location::Kind::TaskGroup);
        QTest::keyClick(window(), Qt::Key_3, Qt::AltModifier);
        QVERIFY(m_fixture->waitLoaded());
        QCOMPARE(kind(), Location::Kind::Index);
        // Tab reaches every control of the page and comes round.
        QSet<QWidget *> seen;
        for (int i = 0; i < 80; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(QApplication::focusWidget());
            seen.insert(QApplication::focusWidget());
        }
        for (const char *name : { "locationBar", "indexTable", "sideGroups", "deploymentChip" })
            QVERIFY2(seen.contains(m_fixture->find<QWidget>(name)), name);
    }

    void everyActionIsInAMenuWithItsKey()
    {
        m_fixture->go(DemoDeployment::groupOf5());
        QVERIFY(m_fixture->waitLoaded());
        QSet<QAction *> inMenus;
        const auto menus = window()->menuBar()->findChildren<QMenu *>();
        for (const QMenu *menu : menus) {
            const auto actions = menu->actions();
            inMenus.unite(QSet<QAction *>(actions.begin(), actions.end()));
        }
        const auto actions = window()->actions() + window()->currentPage()->pageActions();
        QVERIFY(actions.size() > 15);
        QHash<QKeySequence, QAction *> keys;
        for (QAction *action : actions) {
            QVERIFY2(inMenus.contains(action), qPrintable(action->objectName()));
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!keys.contains(key), qPrintable(key.toString() + action->objectName()));
                keys.insert(key, action);
            }
        }
    }

    void asksBeforeAnUnknownOrigin()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        int connections = 0;
        connect(&server, &QTcpServer::newConnection, this, [&] { ++connections; });
        const QString root = u"http://127.0.0.1:%1"_s.arg(server.serverPort());
        m_fixture->go(root + u"/tasks/groups/"_s + DemoDeployment::groupOf5());
        QTest::qWait(300);
        QCOMPARE(window()->currentPage()->objectName(), u"originPage"_s);
        QCOMPARE(connections, 0);
        m_fixture->picture(u"unknown-deployment"_s);
        QTest::mouseClick(m_fixture->find<QPushButton>("originOpen"), Qt::LeftButton);
        QTRY_VERIFY(connections > 0);
        QTRY_COMPARE(kind(), Location::Kind::TaskGroup);
        QVERIFY(m_fixture->workspace()->session(core::Location::deployment(root))->account().clientId.isEmpty());
    }

    void nothingGivenAsksForADeployment()
    {
        m_fixture->close();
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
        QCOMPARE(window()->currentPage()->objectName(), u"startPage"_s);
        m_fixture->picture(u"start"_s);
        auto *root = m_fixture->find<QLineEdit>("rootUrl");
        root->setText(u"ftp://nowhere"_s);
        QTest::keyClick(root, Qt::Key_Return);
        QVERIFY(!m_fixture->bannerText("startBanner").isEmpty());
        QCOMPARE(window()->currentPage()->objectName(), u"startPage"_s);
        root->setText(sharedDemo()->rootUrl());
        QTest::keyClick(root, Qt::Key_Return);
        QTRY_COMPARE(window()->currentPage()->objectName(), u"recentPage"_s);
        QCOMPARE(window()->currentRoot(), sharedDemo()->rootUrl());
    }

    void readsTheCommandLine()
    {
        using ui::CommandLine;
        const auto parse = [](const QStringList &rest) { return CommandLine::parse(QStringList { u"app"_s } + rest); };
        CommandLine line = parse({ u"--demo"_s, u"--size"_s, u"1024x640"_s, u"--color-scheme"_s, u"dark"_s });
        QVERIFY(line.outcome == CommandLine::Outcome::Run && line.demo);
        QCOMPARE(line.windowSize, QSize(1024, 640));
        QVERIFY(line.colorScheme == ui::ColorScheme::Dark);
        line = parse({ u"--root-url"_s, u"https://tc.example.com"_s, u"some.index.path"_s });
        QCOMPARE(line.rootUrl, u"https://tc.example.com"_s);
        QCOMPARE(line.location, u"some.index.path"_s);
        const QList<QStringList> wrong { { u"--no-such-option"_s }, { u"one"_s, u"two"_s },
            { u"--color-scheme"_s, u"pink"_s }, { u"--size"_s, u"big"_s }, { u"--screenshot-timeout"_s, u"x"_s } };
        for (const QStringList &arguments : wrong) {
            line = parse(arguments);
            QVERIFY(line.outcome == CommandLine::Outcome::Error);
            QVERIFY(!line.message.isEmpty());
        }
        QVERIFY(parse({ u"--help"_s }).message.contains(u"--demo"_s));
    }

    void malformedRootUrlIsSaidInPlace()
    {
        m_fixture->close();
        QSettings settings(m_fixture->folder() + u"/other.ini"_s, QSettings::IniFormat);
        ui::Workspace workspace(&settings, std::make_unique<FakeOutside>(), std::make_unique<core::MemoryStore>());
        ui::CommandLine line;
        line.rootUrl = u"https://"_s;
        const auto window = ui::openWindow(&workspace, line, QProcessEnvironment());
        window->show();
        QCOMPARE(window->currentPage()->objectName(), u"startPage"_s);
        QVERIFY(window->currentPage()->findChild<QWidget *>(u"startBanner"_s)->isVisible());
    }

    void reloadsOnTheSamePlace()
    {
        m_fixture->go(DemoDeployment::groupOf5());
        QVERIFY(m_fixture->waitLoaded());
        QTest::keyClick(window(), Qt::Key_F5);
        QVERIFY(window()->currentPage()->isLoading());
        QVERIFY(m_fixture->waitLoaded());
        QCOMPARE(qobject_cast<ui::TaskGroupPage *>(window()->currentPage())->model()->taskCount(), 5);
    }
};

QTEST_MAIN(TestUiWindow)
#include "test_ui_window.moc"
