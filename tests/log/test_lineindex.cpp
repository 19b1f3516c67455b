// SPDX-License-Identifier: MPL-2.0
#include "core/log/linereader.h"
#include "core/log/linescanner.h"
#include "core/log/linescroll.h"
#include "core/log/logsearch.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// Lines by the definition: each ends with LF, CR LF or CR; what follows the last end is a line when it is not empty.
QList<QByteArray> naiveLines(const QByteArray &text)
{
    QList<QByteArray> lines;
    QByteArray line;
    bool open = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\n' || text[i] == '\r') {
            if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
                ++i;
            lines += line;
            line.clear();
            open = false;
        } else {
            line += text[i];
            open = true;
        }
    }
    if (open)
        lines += line;
    return lines;
}

QByteArray randomText(QRandomGenerator &random, int pieces, int longest)
{
    QByteArray text;
    for (int i = 0; i < pieces; ++i) {
        const int kind = random.bounded(10);
        text += QByteArray(random.bounded(longest), static_cast<char>('a' + random.bounded(26)));
        text += kind < 6 ? "\n" : (kind < 8 ? "\r\n" : (kind < 9 ? "\r" : "\n\r\r\n"));
    }
    if (random.bounded(2) == 0)
        text += "no end";
    return text;
}

// A file with an index of it, fed in pieces of random size.
struct Indexed {
    QTemporaryFile temporary;
    core::ReadOnlyFile file;
    core::LineIndex index;
    core::LineScanner scanner { &index };

    Indexed(const QByteArray &text, QRandomGenerator &random, int largestPiece)
    {
        if (!temporary.open() || temporary.write(text) != text.size() || !temporary.flush())
            qFatal("the temporary file cannot be written");
        file.open(temporary.fileName());
        for (qsizetype done = 0; done < text.size();) {
            const qsizetype size = qMin<qsizetype>(random.bounded(1, largestPiece), text.size() - done);
            scanner.feed(text.constData() + done, size);
            done += size;
        }
    }
};

} // namespace

class TestLineIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheNaiveForm();
    void readsFromAnyLine();
    void longLines();
    void growing();
    void threeBillionLines();
    void scrollBar_data();
    void scrollBar();
    void finds();
    void findsInLongLines();
    void searchStops();
};

void TestLineIndex::agreesWithTheNaiveForm()
{
    QRandomGenerator random(2);
    for (int round = 0; round < 300; ++round) {
        const QByteArray text = randomText(random, random.bounded(400), 40);
        const QList<QByteArray> expected = naiveLines(text);
        const Indexed indexed(text, random, round % 3 == 0 ? 2 : 200);
        QCOMPARE(indexed.index.end().lines, expected.size());
        QCOMPARE(indexed.index.end().size, text.size());
        core::LineReader reader(&indexed.file, &indexed.index);
        reader.seek(0);
        for (const QByteArray &line : expected) {
            QVERIFY(!reader.atEnd());
            const core::LineReader::Line read = reader.next(1000);
            QCOMPARE(read.text, line);
            QCOMPARE(read.length, line.size());
        }
        QVERIFY(reader.atEnd());
    }
}

void TestLineIndex::readsFromAnyLine()
{
    QRandomGenerator random(3);
    const QByteArray text = randomText(random, 5000, 60);
    const QList<QByteArray> expected = naiveLines(text);
    const Indexed indexed(text, random, 10'000);
    for (int i = 0; i < 1000; ++i) {
        const int line = random.bounded(static_cast<int>(expected.size()));
        core::LineReader reader(&indexed.file, &indexed.index);
        reader.seek(line);
        QCOMPARE(reader.line(), line);
        QCOMPARE(reader.next(1000).text, expected[line]);
    }
}

void TestLineIndex::longLines()
{
    QRandomGenerator random(4);
    const int limit = static_cast<int>(core::LineIndex::longLine);
    for (int round = 0; round < 20; ++round) {
        QByteArray text;
        for (int i = 0; i < 30; ++i) {
            const int kind = random.bounded(6);
            const int size = kind < 3 ? random.bounded(100)
                                      : (kind < 5 ? limit + random.bounded(-3, 4) : random.bounded(3 * limit));
            text += QByteArray(size, static_cast<char>('a' + i % 26)) + (random.bounded(3) == 0 ? "\r\n" : "\n");
        }
        text += QByteArray(random.bounded(2) == 0 ? 5 : 2 * limit, 'z'); // without an end
        const QList<QByteArray> expected = naiveLines(text);
        const Indexed indexed(text, random, 50'000);
        QCOMPARE(indexed.index.end().lines, expected.size());
        for (int first = 0; first < expected.size(); ++first) {
            core::LineReader reader(&indexed.file, &indexed.index);
            reader.seek(first);
            const core::LineReader::Line whole = reader.next(10 * limit);
            QCOMPARE(whole.length, expected[first].size());
            QVERIFY(whole.text == expected[first]);
            core::LineReader again(&indexed.file, &indexed.index);
            again.seek(first);
            QVERIFY(again.next(10).text == expected[first].left(10));
        }
    }
}

// What is known while the end is still to come, also between the halves of a CR LF.
void TestLineIndex::growing()
{
    core::LineIndex index;
    core::LineScanner scanner(&index);
    QCOMPARE(index.end().lines, 0);
    scanner.feed("ab", 2);
    QCOMPARE(index.end().lines, 1);
    scanner.feed("c\r", 2);
    QCOMPARE(index.end().lines, 1);
    scanner.feed("\n", 1);
    QCOMPARE(index.end().lines, 1);
    scanner.feed("d", 1);
    QCOMPARE(index.end().lines, 2);
    scanner.feed("\r", 1);
    scanner.feed("\r", 1);
    QCOMPARE(index.end().lines, 3);
    scanner.feed("e", 1);
    QCOMPARE(index.end().lines, 4);
    scanner.feed(nullptr, 0);
    QCOMPARE(index.end().lines, 4);
    QCOMPARE(index.end().size, 9);
}

// No file is needed to see whether the index keeps its memory and its places: marks as 3·10⁹ lines of 100 bytes give.
void TestLineIndex::threeBillionLines()
{
    constexpr qint64 lines = 3'000'000'000;
    constexpr qint64 bytes = 100;
    core::LineIndex index;
    for (qint64 line = 0; line < lines; line += core::LineIndex::firstStride)
        index.addMark(line, line * bytes);
    index.setEnd(lines, lines * bytes);
    QVERIFY2(index.memory() <= 9 * 1024 * 1024, qPrintable(QString::number(index.memory())));
    for (const qint64 line : { qint64(0), qint64(63), qint64(64), qint64(2'147'483'648), qint64(2'999'999'999) }) {
        const core::LineIndex::Mark mark = index.nearest(line);
        QCOMPARE(mark.offset, mark.line * bytes);
        QVERIFY(mark.line <= line);
        QVERIFY2(line - mark.line < 8192, qPrintable(QString::number(line - mark.line)));
    }
}

void TestLineIndex::scrollBar_data()
{
    QTest::addColumn<qint64>("lines");
    for (const qint64 lines : { 0LL, 1LL, 40LL, 41LL, 1000LL, 999'999'999LL, 3'000'000'000LL, 9'000'000'000'000LL })
        QTest::addRow("%lld", lines) << qint64(lines);
}

void TestLineIndex::scrollBar()
{
    QFETCH(qint64, lines);
    const core::LineScroll scroll(lines, 40);
    QCOMPARE(scroll.lastFirstLine(), qMax<qint64>(0, lines - 40));
    QVERIFY(scroll.maximum() >= 0);
    QCOMPARE(scroll.lineOf(0), 0);
    QCOMPARE(scroll.lineOf(scroll.maximum()), scroll.lastFirstLine()); // the end can be reached
    QCOMPARE(scroll.valueOf(scroll.lastFirstLine()), scroll.maximum());
    QCOMPARE(scroll.valueOf(lines * 2), scroll.maximum());
    QCOMPARE(scroll.valueOf(-5), 0);
    qint64 last = -1;
    for (int i = 0; i <= 1000; ++i) {
        const qint64 line = scroll.lastFirstLine() / 1000 * i;
        const int value = scroll.valueOf(line);
        QVERIFY(value >= 0 && value <= scroll.maximum());
        const qint64 back = scroll.lineOf(value);
        QVERIFY2(qAbs(back - line) <= lines / core::LineScroll::maxValue + 1, qPrintable(QString::number(back - line)));
        QVERIFY(back >= last);
        last = back;
    }
}

void TestLineIndex::finds()
{
    QByteArray text;
    for (int i = 0; i < 20'000; ++i)
        text += "line " + QByteArray::number(i) + (i % 5000 == 77 ? " Needle \xC3\xA9\n" : "\n");
    QRandomGenerator random(6);
    const Indexed indexed(text, random, 60'000);
    const auto search = [&](const char *what, qint64 from, bool forwards, bool caseSensitive = false) {
        return core::searchLog(
            indexed.file, indexed.index, { what, caseSensitive, forwards, from }, [] { return false; });
    };
    QCOMPARE(search("needle", 0, true), 77);
    QCOMPARE(search("needle", 77, true), 77);
    QCOMPARE(search("needle", 78, true), 5077);
    QCOMPARE(search("needle", 15'078, true), 77); // once around
    QCOMPARE(search("needle", 15'076, false), 10'077);
    QCOMPARE(search("needle", 76, false), 15'077);
    QCOMPARE(search("needle", 0, true, true), -1);
    QCOMPARE(search("Needle \xC3\xA9", 0, true, true), 77);
    QCOMPARE(search("line 19999", 0, true), 19'999);
    QCOMPARE(search("line 0", 19'999, false), 0);
    QCOMPARE(search("xyzzy", 5, true), -1);
    QCOMPARE(search("xyzzy", 5, false), -1);
    QCOMPARE(search("", 0, true), -1);
    QCOMPARE(search("needle", 1'000'000, true), 77);
}

void TestLineIndex::findsInLongLines()
{
    const QByteArray filler(1024 * 1024 - 3, 'x');
    const QByteArray text = "first\n" + filler + "Needle" + filler + "end\nlast\n"; // across the border of two pieces
    QRandomGenerator random(8);
    const Indexed indexed(text, random, 500'000);
    const auto search = [&](const char *what) {
        return core::searchLog(indexed.file, indexed.index, { what, false, true, 0 }, [] { return false; });
    };
    QCOMPARE(search("needle"), 1);
    QCOMPARE(search("xend"), 1);
    QCOMPARE(search("last"), 2);
    QCOMPARE(search("endlast"), -1);
}

void TestLineIndex::searchStops()
{
    QByteArray text;
    for (int i = 0; i < 200'000; ++i)
        text += "a line that does not have it\n";
    QRandomGenerator random(9);
    const Indexed indexed(text, random, 1'000'000);
    int asked = 0;
    const auto stopped = [&asked] { return ++asked > 2; };
    QCOMPARE(core::searchLog(indexed.file, indexed.index, { "needle", false, true, 0 }, stopped), -1);
    QVERIFY2(asked <= 5, qPrintable(QString::number(asked)));
}

QTEST_GUILESS_MAIN(TestLineIndex)
#include "test_lineindex.moc"
