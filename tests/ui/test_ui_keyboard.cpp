// SPDX-License-Identifier: MPL-2.0
// The window with the keyboard alone: where the focus is after a place was opened, and how it gets elsewhere.
#include "demo/demodeployment.h"
#include "ui/pages/page.h"
#include "windowfixture.h"

#include <QAction>
#include <QApplication>

using namespace Qt::StringLiterals;
using namespace uitest;
using demo::DemoDeployment;

class TestUiKeyboard : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    ui::MainWindow *window() const { return m_fixture->window(); }
    static QString focused()
    {
        const QWidget *widget = QApplication::focusWidget();
        return widget && widget->isVisible() ? widget->objectName() : QString();
    }
    QRect placeOf(const QWidget *widget) const { return { widget->mapTo(window(), QPoint()), widget->size() }; }

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open({ demoSession() }, sharedDemo());
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void aGroupTakesTheArrows()
    {
        window()->openInTab(core::Location::taskGroup(sharedDemo()->rootUrl(), DemoDeployment::groupOf300()));
        QVERIFY(m_fixture->waitLoaded());
        QTRY_COMPARE(focused(), u"taskTable"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTRY_VERIFY(m_fixture->shows("taskTabs"));
        QVERIFY(m_fixture->waitLoaded());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(focused(), u"taskTable"_s);
    }

    void tabFollowsTheEye_data()
    {
        QTest::addColumn<QString>("place");
        const QString task = DemoDeployment::everyArtifactTask();
        QTest::newRow("group") << u"/tasks/groups/"_s + DemoDeployment::groupOf300();
        QTest::newRow("task") << u"/tasks/"_s + task;
        QTest::newRow("log") << u"/tasks/"_s + task + u"/runs/0/logs/public/logs/live.log"_s;
        QTest::newRow("groups") << u"/tasks/groups"_s;
        QTest::newRow("index") << u"/tasks/index"_s;
        QTest::newRow("secrets") << u"/secrets"_s;
        QTest::newRow("secret") << u"/secrets/project%2Fdemo%2Fdeploy"_s;
        QTest::newRow("clients") << u"/auth/clients"_s;
        QTest::newRow("client") << u"/auth/clients/project%2Fdemo%2Freader"_s;
        QTest::newRow("roles") << u"/auth/roles"_s;
        QTest::newRow("scopes") << u"/auth/scopes"_s;
        QTest::newRow("accounts") << u"actionGoAccounts"_s;
        QTest::newRow("settings") << u"actionSettings"_s;
        QTest::newRow("transfers") << u"actionGoTransfers"_s;
    }

    // From widget to widget down or to the right, or to the head of what stands to the right; never back.
    void tabFollowsTheEye()
    {
        QFETCH(QString, place);
        if (place.startsWith(u'/'))
            m_fixture->go(sharedDemo()->rootUrl() + place);
        else
            window()->findChild<QAction *>(place)->trigger();
        QVERIFY(m_fixture->waitLoaded());
        const ui::Page *page = window()->currentPage();
        m_fixture->find<QWidget>("newTabButton")->setFocus(Qt::TabFocusReason);
        QStringList names, back;
        const QWidget *before = nullptr;
        bool left = false;
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            const QWidget *widget = QApplication::focusWidget();
            QVERIFY(widget);
            left = !page->isAncestorOf(widget);
            if (left)
                break;
            names.append(widget->objectName());
            // Where both are now: what scrolls has come along.
            if (before && placeOf(widget).bottom() <= placeOf(before).top()
                && placeOf(widget).left() < placeOf(before).right())
                back.append(names.last());
            before = widget;
        }
        QVERIFY2(left, qPrintable(u"Tab never leaves the page: "_s + names.join(u' ')));
        QVERIFY2(names.size() > 1, qPrintable(names.join(u' ')));
        QVERIFY2(back.isEmpty(), qPrintable(back.join(u' ') + u" in "_s + names.join(u' ')));
    }

    void everySideTakesTheKeyboard_data()
    {
        QTest::addColumn<int>("key");
        for (int key = Qt::Key_1; key <= Qt::Key_7; ++key)
            QTest::addRow("Alt+%c", key) << key;
    }

    void everySideTakesTheKeyboard()
    {
        QFETCH(int, key);
        window()->openInTab(core::Location::taskGroup(sharedDemo()->rootUrl(), DemoDeployment::groupOf5()));
        QVERIFY(m_fixture->waitLoaded());
        QTest::keyClick(window(), static_cast<Qt::Key>(key), Qt::AltModifier);
        QVERIFY(m_fixture->waitLoaded());
        QVERIFY(window()->currentPage()->isAncestorOf(QApplication::focusWidget()));
        // From the side bar, too.
        QTest::keyClick(window(), Qt::Key_1, Qt::AltModifier);
        QVERIFY(m_fixture->waitLoaded());
        const QStringList sides { u"sideGroups"_s, u"sideTasks"_s, u"sideIndex"_s, u"sideSecrets"_s, u"sideAccess"_s,
            u"sideAccounts"_s, u"sideTransfers"_s };
        auto *side = m_fixture->find<QWidget>(sides.at(key - Qt::Key_1).toUtf8().constData());
        side->setFocus(Qt::TabFocusReason);
        QTest::keyClick(side, Qt::Key_Return);
        QVERIFY(m_fixture->waitLoaded());
        QVERIFY(window()->currentPage()->isAncestorOf(QApplication::focusWidget()));
    }
};

QTEST_MAIN(TestUiKeyboard)
#include "test_ui_keyboard.moc"
