// SPDX-License-Identifier: MPL-2.0
// The log viewer over logs that no disk holds.
#include "ui/widgets/logview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

class CountingSource : public ui::LogSource
{
public:
    explicit CountingSource(qint64 lines) : count(lines) { }

    qint64 lineCount() const override { return count; }

    std::vector<core::LogLine> lines(qint64 first, int wanted) const override
    {
        std::vector<core::LogLine> result;
        for (qint64 line = first; line < std::min(count, first + wanted); ++line) {
            core::LogLine made;
            made.text = u"line %1 with \x05d0\x05d1 and \u2603"_s.arg(line);
            core::LogSpan span;
            span.length = 4;
            span.style.foreground = { core::LogColour::Kind::Indexed, 1 };
            made.spans.push_back(span);
            result.push_back(made);
        }
        asked = std::max(asked, wanted);
        return result;
    }

    qint64 count;
    mutable int asked = 0;
};

} // namespace

class TestLogView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scrollsThroughThreeBillionLines()
    {
        CountingSource source(3'000'000'000);
        ui::LogView view;
        view.resize(800, 600);
        view.setSource(&source);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.topLine(), 3'000'000'000 - view.visibleLines());
        QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(view.topLine(), 3'000'000'000 - view.visibleLines() - 1);
        QTest::keyClick(&view, Qt::Key_PageUp);
        QCOMPARE(view.topLine(), 3'000'000'000 - 2 * view.visibleLines());
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
        QVERIFY(qAbs(view.topLine() - 1'500'000'000) < 1000);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.topLine(), 0);
        view.scrollToLine(2'999'999'999);
        QCOMPARE(view.topLine(), 3'000'000'000 - view.visibleLines());
        // A screenful at a time, never the log.
        QVERIFY(source.asked <= view.visibleLines() + 1);
    }

    void followsWhileTheLogGrows()
    {
        CountingSource source(10);
        ui::LogView view;
        view.resize(600, 400);
        view.setSource(&source);
        view.show();
        QSignalSpy following(&view, &ui::LogView::followingChanged);
        view.setFollowing(true);
        source.count = 5000;
        view.sourceGrown();
        QCOMPARE(view.topLine(), 5000 - view.visibleLines());
        QTest::keyClick(&view, Qt::Key_PageUp);
        QVERIFY(!view.isFollowing());
        source.count = 6000;
        const qint64 top = view.topLine();
        view.sourceGrown();
        QCOMPARE(view.topLine(), top);
        QCOMPARE(following.size(), 2);
    }

    void selectsAndCopies()
    {
        CountingSource source(1000);
        ui::LogView view;
        view.resize(600, 400);
        view.setSource(&source);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.selectLines(4, 5);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(),
            u"line 4 with \x05d0\x05d1 and \u2603\nline 5 with \x05d0\x05d1 and \u2603\n"_s);
        // With the mouse: from the start of the first line in view to the third.
        QTest::keyClick(&view, Qt::Key_Home);
        const int row = view.fontMetrics().height() + 2;
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, QPoint(3, row / 2));
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, QPoint(3, row / 2));
        QCOMPARE(view.selectedText(), u"line 0 with \x05d0\x05d1 and \u2603\n"_s);
        QTest::mousePress(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, QPoint(3, 2 * row + row / 2));
        QCOMPARE(view.selectedText().count(u'\n'), 3);
    }

    void cutsACopyThatIsTooLarge()
    {
        CountingSource source(10'000'000);
        ui::LogView view;
        view.setSource(&source);
        QSignalSpy copied(&view, &ui::LogView::copied);
        view.selectAll();
        view.copy();
        QCOMPARE(copied.size(), 1);
        QCOMPARE(copied.first().at(0).toLongLong(), ui::LogView::maxCopiedLines);
        QVERIFY(copied.first().at(1).toBool());
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), ui::LogView::maxCopiedLines);
    }

    void emptyLogIsNoTrouble()
    {
        CountingSource source(0);
        ui::LogView view;
        view.resize(300, 200);
        view.setSource(&source);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        for (const Qt::Key key : { Qt::Key_End, Qt::Key_PageDown, Qt::Key_Home, Qt::Key_Up })
            QTest::keyClick(&view, key);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(100, 100));
        view.copy();
        QCOMPARE(view.topLine(), 0);
        QVERIFY(view.selectedText().isEmpty());
    }
};

QTEST_MAIN(TestLogView)
#include "test_logview.moc"
