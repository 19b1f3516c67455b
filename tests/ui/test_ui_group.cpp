// SPDX-License-Identifier: MPL-2.0
// Task groups in the real window, against the demo deployment.
#include "windowfixture.h"

#include "core/taskgroup/arrange.h"
#include "core/taskgroup/taskgroupmodel.h"
#include "core/util/visibletext.h"
#include "demo/demodeployment.h"
#include "ui/pages/task/tasktabs.h"
#include "ui/pages/taskgroup/taskgrouppage.h"
#include "ui/pages/taskgroup/tasktable.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/segmentbutton.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace uitest;
using core::TaskColumn;
using core::TaskGroupModel;
using demo::DemoDeployment;

class TestUiGroup : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    TaskGroupModel *model() const
    {
        return qobject_cast<ui::TaskGroupPage *>(m_fixture->window()->currentPage())->model();
    }
    ui::TaskTable *table() const { return m_fixture->find<ui::TaskTable>("taskTable"); }
    QString cell(int row, TaskColumn column) const
    {
        return model()->index(row, static_cast<int>(column)).data().toString();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(!sharedDemo()->rootUrl().isEmpty()); }

    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open({}, sharedDemo());
    }

    void cleanup() { m_fixture.reset(); }

    void loadsAGroup()
    {
        m_fixture->go(DemoDeployment::groupOf300());
        QVERIFY(m_fixture->waitLoaded());
        QCOMPARE(m_fixture->window()->currentPage()->location().kind, core::Location::Kind::TaskGroup);
        QCOMPARE(model()->taskCount(), 300);
        QCOMPARE(table()->model()->rowCount(), 300);
        // The bar's counts are those of the rows.
        int sum = 0;
        for (const core::TaskState state : core::allTaskStates) {
            int rows = 0;
            for (int row = 0; row < model()->rowCount(); ++row)
                rows += model()->index(row, 0).data(TaskGroupModel::StateRole).value<core::TaskState>() == state;
            QCOMPARE(model()->counts()[state], rows);
            const QString word = core::taskStateToText(state).isEmpty() ? u"unknown"_s : core::taskStateToText(state);
            const auto *segment = m_fixture->window()->findChild<ui::SegmentButton *>(u"segment-state-"_s + word);
            QCOMPARE(segment->count(), rows);
            sum += rows;
        }
        QCOMPARE(sum, 300);
        QVERIFY(m_fixture->find<QLabel>("statusText")->text().contains(u"300"_s));
    }

    void loadsTwelveThousandWithoutStalls()
    {
        // A heartbeat finds the longest time in which the window could not answer.
        QElapsedTimer since;
        qint64 longest = 0;
        QTimer heartbeat;
        connect(&heartbeat, &QTimer::timeout, this, [&] { longest = std::max(longest, since.restart()); });
        m_fixture->go(DemoDeployment::groupOf12000());
        since.start();
        heartbeat.start(1);
        QVERIFY(QTest::qWaitFor(
            [this] {
                auto *page = qobject_cast<ui::TaskGroupPage *>(m_fixture->window()->currentPage());
                return page && page->model()->taskCount() == 12'000 && !page->isLoading();
            },
            60'000));
        heartbeat.stop();
        QCOMPARE(model()->rowCount(), 12'000);
        qInfo("longest stall of the heartbeat: %lld ms", longest);
        // Tests assert five times the goal of 50 ms; the bench asserts the goal.
        QVERIFY2(longest < 250, qPrintable(QString::number(longest)));
    }

    void filtersByTextAndState()
    {
        m_fixture->go(DemoDeployment::groupOf300());
        QVERIFY(m_fixture->waitLoaded());
        const QString needle = u"kind:"_s + cell(0, TaskColumn::Kind);
        int expected = 0;
        for (int row = 0; row < 300; ++row)
            expected += cell(row, TaskColumn::Kind).contains(cell(0, TaskColumn::Kind), Qt::CaseInsensitive);
        QTest::keyClick(m_fixture->window(), Qt::Key_F, Qt::ControlModifier);
        auto *filter = m_fixture->find<QLineEdit>("taskFilter");
        QVERIFY(filter->hasFocus());
        QTest::keyClicks(filter, needle);
        QCOMPARE(model()->rowCount(), 300); // not while one types
        QTRY_COMPARE(model()->rowCount(), expected);
        QVERIFY(expected < 300);

        // States: a click takes one, Ctrl adds.
        filter->clear();
        auto *failed = m_fixture->find<ui::SegmentButton>("segment-state-failed");
        auto *completed = m_fixture->find<ui::SegmentButton>("segment-state-completed");
        QTest::mouseClick(failed, Qt::LeftButton);
        QTRY_COMPARE(model()->rowCount(), failed->count());
        QTest::mouseClick(completed, Qt::LeftButton, Qt::ControlModifier);
        QTRY_COMPARE(model()->rowCount(), failed->count() + completed->count());
        QVERIFY(failed->isChecked() && completed->isChecked());
        // With the keyboard: from one to the next, and off again.
        completed->setFocus();
        QTest::keyClick(completed, Qt::Key_Space);
        QTRY_COMPARE(model()->rowCount(), completed->count());
        QTest::keyClick(completed, Qt::Key_Space);
        QTRY_COMPARE(model()->rowCount(), 300);
    }

    void saysWhenNothingMatches()
    {
        m_fixture->go(DemoDeployment::groupOf300());
        QVERIFY(m_fixture->waitLoaded());
        auto *filter = m_fixture->find<QLineEdit>("taskFilter");
        filter->setText(u"no task has this name"_s);
        QTRY_COMPARE(model()->rowCount(), 0);
        // Found anew each time: the page that was here before may take a while to go.
        QTRY_VERIFY(m_fixture->find<QPushButton>("emptyAction")->isVisible());
        QTest::mouseClick(m_fixture->find<QPushButton>("emptyAction"), Qt::LeftButton);
        QTRY_COMPARE(model()->rowCount(), 300);
        QVERIFY(filter->text().isEmpty());
    }

    void sortsByHeader()
    {
        m_fixture->go(DemoDeployment::groupOf300());
        QVERIFY(m_fixture->waitLoaded());
        QHeaderView *header = table()->horizontalHeader();
        const int name = static_cast<int>(TaskColumn::Name);
        const QPoint place(header->sectionViewportPosition(name) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        QTRY_VERIFY(!model()->isArranging() && model()->order().sorted);
        QCOMPARE(model()->order().column, TaskColumn::Name);
        for (int row = 1; row < 300; ++row)
            QVERIFY(core::compareNaturally(cell(row - 1, TaskColumn::Name), cell(row, TaskColumn::Name)) <= 0);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        QTRY_VERIFY(!model()->isArranging() && model()->order().direction == Qt::DescendingOrder);
        for (int row = 1; row < 300; ++row)
            QVERIFY(core::compareNaturally(cell(row - 1, TaskColumn::Name), cell(row, TaskColumn::Name)) >= 0);
    }

    void showsDetailsOfTheSelectedTask()
    {
        m_fixture->go(DemoDeployment::groupOf300());
        QVERIFY(m_fixture->waitLoaded());
        table()->setFocus();
        m_fixture->window()->resize(1280, 800);
        table()->selectOnly(7);
        QVERIFY(m_fixture->waitLoaded());
        auto *tabs = m_fixture->window()->currentPage()->findChild<ui::TaskTabs *>();
        QCOMPARE(tabs->details()->taskId(), model()->taskIdAt(7));
        m_fixture->picture(u"group"_s);
        QVERIFY(tabs->details()->status());
        QVERIFY(tabs->details()->definition());
        QCOMPARE(tabs->details()->definition()->name, model()->index(7, 0).data(TaskGroupModel::NameRole).toString());
        tabs->setCurrentTab(ui::TaskTabs::Definition);
        auto *text = m_fixture->find<QPlainTextEdit>("taskDefinition");
        QVERIFY(text->isReadOnly());
        QTRY_VERIFY(text->toPlainText().contains(u"\"metadata\""_s));
        // Down the list with the keyboard: details follow.
        QTest::keyClick(table(), Qt::Key_Down);
        QTRY_COMPARE(tabs->details()->taskId(), model()->taskIdAt(8));
    }

    void filteredOutTaskStaysInTheDetails()
    {
        m_fixture->go(DemoDeployment::groupOf300());
        QVERIFY(m_fixture->waitLoaded());
        auto *tabs = m_fixture->window()->currentPage()->findChild<ui::TaskTabs *>();
        table()->selectOnly(0);
        QVERIFY(m_fixture->waitLoaded());
        const QString task = model()->taskIdAt(0);
        QVERIFY(model()->taskAt(0)->state != core::TaskState::Failed);
        auto *failed = m_fixture->find<ui::SegmentButton>("segment-state-failed");
        QTest::mouseClick(failed, Qt::LeftButton);
        QTRY_COMPARE(model()->rowCount(), failed->count());
        QVERIFY(m_fixture->waitLoaded());
        QCOMPARE(tabs->details()->taskId(), task);
        QVERIFY(!table()->currentRow().isValid());
        QTest::mouseClick(failed, Qt::LeftButton);
        QTRY_COMPARE(model()->rowCount(), 300);
        QTRY_COMPARE(table()->currentRow().data(TaskGroupModel::TaskIdRole).toString(), task);
    }

    void copiesRowsAsSeen()
    {
        m_fixture->go(DemoDeployment::groupOf5());
        QVERIFY(m_fixture->waitLoaded());
        table()->setFocus();
        table()->selectAll();
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines.at(0).split(u'\t').size(), core::taskColumnsShownAtFirst);
        QCOMPARE(lines.at(2).split(u'\t').at(1), cell(2, TaskColumn::Name));
        // Ids, by the key of their own.
        table()->selectOnly(3);
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), model()->taskIdAt(3));
    }

    void showsColumnsOnDemand()
    {
        m_fixture->go(DemoDeployment::groupOf5());
        QVERIFY(m_fixture->waitLoaded());
        const int owner = static_cast<int>(TaskColumn::Owner);
        QVERIFY(table()->isColumnHidden(owner));
        std::unique_ptr<QMenu> menu(table()->columnMenu(nullptr));
        QCOMPARE(menu->actions().size(), core::taskColumnCount);
        menu->actions().at(owner)->trigger();
        QVERIFY(!table()->isColumnHidden(owner));
        // They come back with the next window.
        m_fixture->close();
        m_fixture->open({}, sharedDemo());
        QVERIFY(m_fixture->waitLoaded());
        QVERIFY(!table()->isColumnHidden(owner));
        QVERIFY(table()->isColumnHidden(static_cast<int>(TaskColumn::Project)));
    }

    void hostileNamesStayText()
    {
        m_fixture->go(DemoDeployment::oddNameTask());
        QVERIFY(m_fixture->waitLoaded());
        const QString title = m_fixture->find<ui::PageHeader>("")->title();
        QVERIFY(!title.isEmpty());
        const auto labels = m_fixture->window()->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QVERIFY2(label->textFormat() == Qt::PlainText || label->buddy() || label->text().isEmpty(),
                qPrintable(label->objectName() + label->text()));
        const auto characters = title.toUcs4();
        for (const uint character : characters)
            QVERIFY2(!core::isDeceptive(character), qPrintable(title));
    }
};

QTEST_MAIN(TestUiGroup)
#include "test_ui_group.moc"
