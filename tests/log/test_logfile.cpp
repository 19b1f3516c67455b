// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/session.h"
#include "core/log/logfile.h"
#include "core/navigation/location.h"
#include "demo/demodeployment.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// Memory of this process that is in use, in bytes.
qint64 residentMemory()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

QStringList temporaryLogs()
{
    return QDir(QDir::tempPath()).entryList({ u"taskcluster-log-*"_s }, QDir::Dirs);
}

} // namespace

class TestLogFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsAFile();
    void fileThatIsNotThere();
    void readsArtifacts_data();
    void readsArtifacts();
    void errorArtifact();
    void leavesNothingBehind();
    void findsOnAWorker();
    void twoHundredMegabytes();
    void diesWhileDownloading();
    void recordedLog();

private:
    std::unique_ptr<demo::DemoDeployment> m_demo;
    std::unique_ptr<core::Session> m_session;
};

void TestLogFile::initTestCase()
{
    m_demo = std::make_unique<demo::DemoDeployment>();
    const QString rootUrl = m_demo->startAndWait();
    QVERIFY(!rootUrl.isEmpty());
    m_session = std::make_unique<core::Session>(core::SessionOptions::anonymous(rootUrl));
}

void TestLogFile::readsAFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"x.log"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("one\r\n\x1B[31mtwo\x1B[0m\n" + QByteArray(100'000, 'x') + "\nfour");
    file.close();
    core::LogFile log;
    log.openFile(path);
    QTRY_COMPARE(log.part().state, core::Part::State::Ready);
    QCOMPARE(log.lineCount(), 4);
    const auto lines = log.lines(0, 100);
    QCOMPARE(lines.size(), size_t(4));
    QCOMPARE(lines[0].text, u"one"_s);
    QCOMPARE(lines[1].text, u"two"_s);
    QCOMPARE(lines[1].spans.size(), size_t(1));
    QVERIFY(lines[2].truncated);
    QCOMPARE(lines[2].bytes, 100'000);
    QCOMPARE(lines[2].text.size(), core::LogFile::maxLineBytes);
    QCOMPARE(lines[3].text, u"four"_s);
    QCOMPARE(log.rawLine(2).size(), 100'000);
    QVERIFY(log.lines(4, 10).empty());
    QVERIFY(log.lines(-1, 10).empty());
    QVERIFY(log.rawLine(99).isEmpty());
    QCOMPARE(log.lines(1, 2).front().text, u"two"_s);
}

void TestLogFile::fileThatIsNotThere()
{
    core::LogFile log;
    log.openFile(u"/nonexistent/x.log"_s);
    QVERIFY(log.part().hasFailed());
    QVERIFY(log.part().error.message.contains(u"/nonexistent/x.log"));
    QCOMPARE(log.lineCount(), 0);
}

void TestLogFile::readsArtifacts_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("link to the log that stays") << u"public/logs/live.log"_s;
    QTest::newRow("the log itself") << u"public/logs/live_backing.log"_s;
}

void TestLogFile::readsArtifacts()
{
    QFETCH(QString, name);
    core::LogFile log;
    QSignalSpy grown(&log, &core::LogFile::grown);
    log.open(m_session.get(), { demo::DemoDeployment::everyArtifactTask(), 0, name });
    QVERIFY(log.part().isLoading());
    QTRY_VERIFY(!log.part().isLoading());
    QVERIFY2(log.part().state == core::Part::State::Ready, qPrintable(log.part().error.message));
    QVERIFY(log.lineCount() > 5);
    QVERIFY(!grown.isEmpty());
    QVERIFY(!log.lines(0, 1).front().text.isEmpty());
}

void TestLogFile::errorArtifact()
{
    core::LogFile log;
    log.open(m_session.get(), { demo::DemoDeployment::everyArtifactTask(), 0, u"public/does-not-exist.log"_s });
    QTRY_VERIFY(log.part().hasFailed());
    QCOMPARE(log.part().error.kind, tc::ErrorKind::NotFound);
    log.retry();
    QVERIFY(log.part().isLoading());
    QTRY_VERIFY(log.part().hasFailed());
}

void TestLogFile::leavesNothingBehind()
{
    const QStringList before = temporaryLogs();
    {
        core::LogFile log;
        log.open(m_session.get(), { demo::DemoDeployment::everyArtifactTask(), 0, u"public/logs/live_backing.log"_s });
        QStringList now = temporaryLogs();
        now.removeIf([&](const QString &name) { return before.contains(name); });
        QCOMPARE(now.size(), 1);
        const QFileInfo folder(QDir::tempPath() + u'/' + now.first());
        QCOMPARE(folder.permissions() & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser),
            QFile::Permissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QTRY_VERIFY(log.part().state == core::Part::State::Ready);
    }
    QCOMPARE(temporaryLogs(), before);
}

void TestLogFile::findsOnAWorker()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"x.log"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 50'000; ++i)
        file.write("line " + QByteArray::number(i) + "\n");
    file.close();
    core::LogFile log;
    log.openFile(path);
    QTRY_COMPARE(log.part().state, core::Part::State::Ready);
    QSignalSpy found(&log, &core::LogFile::found);
    QSignalSpy none(&log, &core::LogFile::notFound);
    log.find(u"LINE 30000"_s, 0);
    QTRY_COMPARE(found.size(), 1);
    QCOMPARE(found[0][0].toLongLong(), 30'000);
    log.find(u"xyzzy"_s, 0);
    log.find(u"line 77"_s, 0); // the newest counts
    QTRY_COMPARE(found.size(), 2);
    QCOMPARE(found[1][0].toLongLong(), 77);
    log.find(u"xyzzy"_s, 0);
    QTRY_COMPARE(none.size(), 1);
    log.find(u"line"_s, 0);
    log.cancelFind();
    QTest::qWait(50);
    QCOMPARE(found.size(), 2);
}

void TestLogFile::twoHundredMegabytes()
{
    core::LogFile log;
    const qint64 before = residentMemory();
    qint64 worst = 0;
    qint64 longestTurn = 0;
    QElapsedTimer total;
    QElapsedTimer beat;
    total.start();
    beat.start();
    QTimer heartbeat;
    connect(&heartbeat, &QTimer::timeout, this, [&] {
        longestTurn = qMax(longestTurn, beat.restart());
        worst = qMax(worst, residentMemory());
    });
    heartbeat.start(1);
    qint64 firstLines = -1;
    connect(&log, &core::LogFile::grown, this, [&] {
        if (firstLines < 0)
            firstLines = total.elapsed();
    });
    log.open(m_session.get(), { demo::DemoDeployment::bigLogTask(), 0, u"public/logs/live_backing.log"_s });
    QTRY_VERIFY_WITH_TIMEOUT(!log.part().isLoading(), 90'000);
    heartbeat.stop();
    QVERIFY2(log.part().state == core::Part::State::Ready, qPrintable(log.part().error.message));
    QVERIFY(log.size() >= 200LL * 1000 * 1000);
    QElapsedTimer reading;
    reading.start();
    constexpr int screens = 200;
    for (int i = 0; i < screens; ++i) {
        const qint64 first = log.lineCount() * i / screens;
        QVERIFY(!log.lines(first, 60).empty());
    }
    const double screen = static_cast<double>(reading.nsecsElapsed()) / screens / 1e6;
    qInfo("%lld MB, %lld lines: whole after %lld ms, first lines after %lld ms, longest turn %lld ms, a screen of 60 "
          "lines "
          "%.2f ms, index %lld kB, memory grew by %lld MB (server in the same process)",
        log.size() / 1'000'000, log.lineCount(), total.elapsed(), firstLines, longestTurn, screen,
        log.indexMemory() / 1000, (worst - before) / 1'000'000);
    QVERIFY(firstLines < 5000);
    QVERIFY(log.indexMemory() < 2'000'000);
#if !defined(__SANITIZE_ADDRESS__) // which keeps what has been freed for a while
    QVERIFY2(worst - before < 100'000'000, "memory does not grow with the log");
#endif
}

void TestLogFile::diesWhileDownloading()
{
    const QStringList before = temporaryLogs();
    for (int wait = 0; wait < 200; wait += 40) {
        auto log = std::make_unique<core::LogFile>();
        log->open(m_session.get(), { demo::DemoDeployment::bigLogTask(), 0, u"public/logs/live_backing.log"_s });
        QTest::qWait(wait);
        log->find(u"xyzzy"_s, 0);
        log.reset();
    }
    QTest::qWait(100);
    QCOMPARE(temporaryLogs(), before);
}

void TestLogFile::recordedLog()
{
    const QString recordings = qEnvironmentVariable("TC_RECORDINGS");
    if (recordings.isEmpty())
        QSKIP("TC_RECORDINGS is not set: the recorded log cannot be read");
    QProcess gunzip;
    gunzip.start(u"gzip"_s, { u"-dc"_s, recordings + u"/bulk/storage-get--log-1mb.log.gz"_s });
    QVERIFY(gunzip.waitForFinished());
    const QByteArray bytes = gunzip.readAllStandardOutput();
    QVERIFY(bytes.size() > 1'000'000);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"x.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    core::LogFile log;
    log.openFile(file.fileName());
    QTRY_COMPARE(log.part().state, core::Part::State::Ready);
    QCOMPARE(log.size(), bytes.size());
    // Real logs have progress bars: all three ends of line occur.
    const QList<QByteArray> expected = QByteArray(bytes).replace("\r\n", "\n").replace('\r', '\n').split('\n');
    QCOMPARE(log.lineCount(), expected.size() - (expected.last().isEmpty() ? 1 : 0));
    for (qint64 line = 0; line < log.lineCount(); line += 997)
        QCOMPARE(log.rawLine(line), expected[line]);
}

QTEST_GUILESS_MAIN(TestLogFile)
#include "test_logfile.moc"
