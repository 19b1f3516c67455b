// SPDX-License-Identifier: MPL-2.0
#include "core/task/convert.h"
#include "core/taskgroup/taskstore.h"
#include "taskdata.h"

#include <tc/queue.h>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace Qt::StringLiterals;

class TestTaskStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsAndCounts();
    void newerWins();
    void olderAndEqualDoNot();
    void sameTaskTwiceInAPage();
    void snapshotsStay();
    void rowsAreSmall();
    void takesRecordedGroup();
    void leavesOutWhatHasNoId();
    void keepsOddValues();
};

void TestTaskStore::addsAndCounts()
{
    core::TaskStore store;
    const core::TaskRows rows = testdata::rows(3000, *store.pool());
    core::StateCounts expected;
    for (const core::TaskRow &row : rows.rows)
        ++expected[row.state];
    const core::TaskStore::Change change = store.merge(rows);
    QCOMPARE(change.firstAdded, 0);
    QVERIFY(change.replaced.empty());
    QCOMPARE(store.size(), 3000);
    QVERIFY(store.counts() == expected);
    QCOMPARE(store.counts().total(), 3000);
    for (int i = 0; i < store.size(); ++i) {
        QVERIFY(store.at(i) == rows.rows[static_cast<size_t>(i)]);
        QCOMPARE(store.indexOf(testdata::taskId(static_cast<quint32>(i))), i);
    }
    QCOMPARE(store.indexOf(testdata::taskId(3000)), -1);
}

void TestTaskStore::newerWins()
{
    core::TaskStore store;
    core::TaskRows rows = testdata::rows(2000, *store.pool());
    for (core::TaskRow &row : rows.rows) {
        row.state = core::TaskState::Running;
        row.runs = 1;
    }
    store.merge(rows);
    core::TaskRow newer = rows.rows[1500];
    newer.state = core::TaskState::Failed;
    core::TaskRow rerun = rows.rows[7];
    rerun.state = core::TaskState::Pending;
    rerun.runs = 2;
    const core::TaskStore::Change change = store.merge({ { newer, rerun }, 0 });
    QCOMPARE(change.firstAdded, 2000);
    QVERIFY((change.replaced == std::vector { 7, 1500 }));
    QVERIFY(store.at(1500) == newer);
    QVERIFY(store.at(7) == rerun);
    QCOMPARE(store.counts()[core::TaskState::Running], 1998);
    QCOMPARE(store.counts()[core::TaskState::Failed], 1);
    QCOMPARE(store.counts()[core::TaskState::Pending], 1);
}

void TestTaskStore::olderAndEqualDoNot()
{
    core::TaskStore store;
    core::TaskRows rows = testdata::rows(1, *store.pool());
    rows.rows[0].state = core::TaskState::Completed;
    rows.rows[0].runs = 2;
    store.merge(rows);
    core::TaskRow older = rows.rows[0];
    older.state = core::TaskState::Running;
    core::TaskRow muchOlder = rows.rows[0];
    muchOlder.runs = 1;
    QVERIFY(store.merge({ { older, muchOlder, rows.rows[0] }, 0 }).replaced.empty());
    QVERIFY(store.at(0) == rows.rows[0]);
}

void TestTaskStore::sameTaskTwiceInAPage()
{
    core::TaskStore store;
    core::TaskRows rows = testdata::rows(1, *store.pool());
    rows.rows[0].state = core::TaskState::Pending;
    rows.rows.push_back(rows.rows[0]);
    rows.rows[1].state = core::TaskState::Running;
    const core::TaskStore::Change change = store.merge(rows);
    QCOMPARE(store.size(), 1);
    QVERIFY(change.replaced.empty()); // it is new all the same
    QCOMPARE(store.at(0).state, core::TaskState::Running);
    QCOMPARE(store.counts().total(), 1);
}

void TestTaskStore::snapshotsStay()
{
    core::TaskStore store;
    store.merge(testdata::rows(1500, *store.pool()));
    const core::TaskSnapshot before = store.snapshot();
    const core::TaskRow old = before.at(10);
    core::TaskRow changed = old;
    changed.runs = 9;
    changed.name = u"another name"_s;
    core::TaskRows rows = testdata::rows(1500, *store.pool(), 1500, 2);
    rows.rows.push_back(changed);
    store.merge(std::move(rows));
    QCOMPARE(before.size(), 1500);
    QVERIFY(before.at(10) == old);
    QVERIFY(store.at(10) == changed);
    QCOMPARE(store.size(), 3000);
    const core::TaskSnapshot orphan = [] {
        core::TaskStore gone;
        gone.merge(testdata::rows(10, *gone.pool()));
        return gone.snapshot();
    }();
    QVERIFY(!orphan.at(9).pool->isEmpty()); // the pool lives as long as the rows
}

void TestTaskStore::rowsAreSmall()
{
    constexpr int count = 12'000;
#ifdef __GLIBC__
    // One arena, so that the allocator's sum is about this thread.
    const auto inUse = [] {
        const struct mallinfo2 info = mallinfo2();
        const size_t bytes = info.uordblks + info.hblkhd;
        return static_cast<qint64>(bytes);
    };
    const qint64 before = inUse();
#endif
    core::TaskStore store;
    for (quint32 page = 0; page < count / 1000; ++page)
        store.merge(testdata::rows(1000, *store.pool(), page * 1000, page));
    const double own = static_cast<double>(store.memory()) / count;
    QVERIFY2(own < 400, qPrintable(QString::number(own)));
#ifdef __GLIBC__
    const double allocated = static_cast<double>(inUse() - before) / count;
    qInfo("%.0f bytes a row by our accounting, %.0f by the allocator", own, allocated);
#if !defined(__SANITIZE_ADDRESS__)
    QVERIFY2(allocated < 400, qPrintable(QString::number(allocated)));
    QVERIFY2(qAbs(own - allocated) < 0.1 * allocated, "the accounting is honest to a tenth");
#endif
#endif
}

namespace {

// The bodies of a recorded walk, one a page.
QList<QByteArray> recordedPages(const QString &path)
{
    QProcess gunzip;
    gunzip.start(u"gzip"_s, { u"-dc"_s, path });
    gunzip.waitForFinished();
    QList<QByteArray> pages;
    for (const QByteArray &line : gunzip.readAllStandardOutput().split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonObject exchange = QJsonDocument::fromJson(line).object();
        pages += QJsonDocument(exchange[u"response"_s][u"body"_s].toObject()).toJson(QJsonDocument::Compact);
    }
    return pages;
}

} // namespace

void TestTaskStore::takesRecordedGroup()
{
    const QString recordings = qEnvironmentVariable("TC_RECORDINGS");
    if (recordings.isEmpty())
        QSKIP("TC_RECORDINGS is not set: the recorded group cannot be read");
    const auto pages = recordedPages(recordings + u"/bulk/queue-listTaskGroup--large-group-all-pages.jsonl.gz"_s);
    QCOMPARE(pages.size(), 4);
    core::TaskStore store;
    QHash<QString, QString> states;
    for (const QByteArray &body : pages) {
        for (const QJsonValue task : QJsonDocument::fromJson(body)[u"tasks"_s].toArray()) {
            const QJsonObject status = task[u"status"_s].toObject();
            states[status[u"taskId"_s].toString()] = status[u"state"_s].toString();
        }
        tc::queue::ListTaskGroupResponse page;
        QVERIFY(!tc::decodeJson(body, &page));
        store.merge(core::toTaskRows(page, *store.pool()));
    }
    QCOMPARE(store.size(), 3201);
    QCOMPARE(store.malformed(), 0);
    QCOMPARE(states.size(), 3201);
    core::StateCounts expected;
    for (const QString &state : std::as_const(states))
        ++expected[core::taskStateFromText(state)];
    QVERIFY(store.counts() == expected);
    QCOMPARE(store.counts()[core::TaskState::Unknown], 0);
    for (int i = 0; i < store.size(); ++i)
        QCOMPARE(core::taskStateToText(store.at(i).state), states[store.at(i).taskId.toText()]);
    const double bytes = static_cast<double>(store.memory()) / store.size();
    qInfo("%.0f bytes a row", bytes);
    QVERIFY(bytes < 400);
}

void TestTaskStore::leavesOutWhatHasNoId()
{
    tc::queue::ListTaskGroupResponse page;
    page.tasks.resize(3);
    page.tasks[0].status.taskId = u"So18GD6BRfSt5ludnjmN1A"_s;
    page.tasks[1].status.taskId = u"../../etc/passwd"_s;
    core::TaskStore store;
    store.merge(core::toTaskRows(page, *store.pool()));
    QCOMPARE(store.size(), 1);
    QCOMPARE(store.malformed(), 2);
}

void TestTaskStore::keepsOddValues()
{
    tc::queue::ListTaskGroupResponse page;
    page.tasks.resize(1);
    tc::queue::TaskDefinitionAndStatus &task = page.tasks[0];
    task.status.taskId = u"So18GD6BRfSt5ludnjmN1A"_s;
    task.status.state = tc::OpenEnum<tc::queue::TaskStatusState>::unknown(u"dreaming"_s);
    task.status.retriesLeft = 1'000'000'000'000;
    task.status.provisionerId = u"aws"_s;
    task.status.workerType = u"linux"_s;
    task.status.runs.resize(70'000);
    core::TaskStore store;
    store.merge(core::toTaskRows(page, *store.pool()));
    const core::TaskRow &row = store.at(0);
    QCOMPARE(row.state, core::TaskState::Unknown);
    QCOMPARE(row.runs, quint16(65'535));
    QCOMPARE(row.retriesLeft, qint16(32'767));
    QCOMPARE(*row.pool, u"aws/linux"_s);
    QCOMPARE(row.started, 0);
    QCOMPARE(row.duration(1000), -1);
}

QTEST_GUILESS_MAIN(TestTaskStore)
#include "test_taskstore.moc"
