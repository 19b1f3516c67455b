// SPDX-License-Identifier: MPL-2.0
// A log that grows: one thread writes and indexes, others read lines and search. Meant for the thread sanitizer, right
// without it too.
#include "core/log/linereader.h"
#include "core/log/linescanner.h"
#include "core/log/logsearch.h"
#include "together.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <fstream>

using namespace Qt::StringLiterals;
using namespace tc::test;

class TestThreadsLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhileItGrows();
};

namespace {

constexpr int lineCount = 20'000;
constexpr int linesAtOnce = 100;

/// Line \a number; now and then one that the index remembers by itself.
std::string lineOf(qint64 number)
{
    std::string text = "line " + std::to_string(number);
    if (number % 5000 == 4999)
        text.append(static_cast<std::size_t>(core::LineIndex::longLine) + 100, 'x');
    return text;
}

/// Reads some lines from \a line on and counts those that are not what they should be.
int misread(const core::ReadOnlyFile &file, const core::LineIndex &index, qint64 line)
{
    int wrong = 0;
    core::LineReader reader(&file, &index);
    reader.seek(line);
    for (int i = 0; i < 5 && !reader.atEnd(); ++i) {
        const qint64 number = reader.line();
        const auto read = reader.next(100);
        const std::string expected = lineOf(number);
        if (read.length != static_cast<qint64>(expected.size())
            || read.text.toStdString() != expected.substr(0, static_cast<std::size_t>(read.text.size())))
            ++wrong;
    }
    return wrong;
}

} // namespace

void TestThreadsLog::readsWhileItGrows()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"log"_s);
    std::ofstream output(path.toStdString(), std::ios::binary);
    core::ReadOnlyFile file;
    QVERIFY(file.open(path));
    core::LineIndex index;
    std::atomic<bool> done = false;
    std::atomic<int> wrong = 0;
    std::atomic<int> reads = 0;
    together(4, [&](int number) {
        if (number == 0) {
            core::LineScanner scanner(&index);
            for (int line = 0; line < lineCount; line += linesAtOnce) {
                std::string bytes;
                for (int i = 0; i < linesAtOnce; ++i)
                    bytes += lineOf(line + i) + '\n';
                output.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush();
                scanner.feed(bytes.data(), static_cast<qint64>(bytes.size()));
            }
            done = true;
            return;
        }
        for (qint64 step = number; !done || reads < 100; step += 7919) {
            const qint64 lines = index.end().lines;
            if (lines == 0)
                continue;
            if (number == 3) {
                const QByteArray wanted = "line " + QByteArray::number(step % lines);
                const qint64 found
                    = core::searchLog(file, index, { wanted, true, true, step % lines }, [] { return false; });
                wrong += found == step % lines ? 0 : 1;
            } else {
                wrong += misread(file, index, step % lines);
            }
            ++reads;
        }
    });
    QCOMPARE(wrong.load(), 0);
    QVERIFY(reads >= 100);
    QCOMPARE(index.end().lines, qint64(lineCount));
}

QTEST_GUILESS_MAIN(TestThreadsLog)
#include "test_threads_log.moc"
