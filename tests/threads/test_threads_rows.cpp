// SPDX-License-Identifier: MPL-2.0
// The rows of a task group on several threads: workers make pages and intern their strings, others filter and sort
// snapshots, while the store takes rows in. Meant for the thread sanitizer, right without it too.
#include "core/taskgroup/arrange.h"
#include "taskdata.h"
#include "together.h"

#include <QTest>

#include <atomic>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace tc::test;

class TestThreadsRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onePool();
    void arrangesWhileRowsChange();
    void stopsAWorker();
};

namespace {

/// The newest snapshot, for the first who wants it: as the model hands it to its workers. Nobody else keeps it, so the
/// store may write again into rows that a worker has just left.
class Board
{
public:
    void put(core::TaskSnapshot snapshot)
    {
        const std::lock_guard lock(m_mutex);
        m_snapshot = std::move(snapshot);
    }
    core::TaskSnapshot take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_snapshot, {});
    }

private:
    std::mutex m_mutex;
    core::TaskSnapshot m_snapshot;
};

/// Pages that workers made, for the thread that owns the store.
class Pages
{
public:
    void put(core::TaskRows rows)
    {
        const std::lock_guard lock(m_mutex);
        m_pages.push_back(std::move(rows));
    }
    std::vector<core::TaskRows> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_pages, {});
    }

private:
    std::mutex m_mutex;
    std::vector<core::TaskRows> m_pages;
};

constexpr int pageSize = 300;
constexpr int pageCount = 12;
constexpr int rounds = 4; ///< how often each page comes, with newer rows

/// A page of which every row tells by its numbers which round made it.
core::TaskRows pageOf(int number, int round, core::StringPool &pool)
{
    core::TaskRows page = testdata::rows(pageSize, pool, static_cast<quint32>(number * pageSize));
    for (auto &row : page.rows) {
        row.runs = static_cast<quint16>(round + 1);
        row.created = 1'000'000 + round;
        row.name = u"round %1"_s.arg(round);
    }
    return page;
}

bool isConsistent(const core::TaskRow &row)
{
    return row.created == 1'000'000 + row.runs - 1 && row.name == QString(u"round %1"_s.arg(row.runs - 1))
        && !row.scheduler->isEmpty();
}

} // namespace

void TestThreadsRows::onePool()
{
    core::StringPool pool;
    constexpr int count = 4;
    std::vector<std::vector<const QString *>> interned(count);
    together(count, [&](int number) {
        for (int i = 0; i < 2000; ++i)
            interned[static_cast<std::size_t>(number)].push_back(pool.intern(u"text %1"_s.arg(i % 500)));
    });
    QCOMPARE(pool.size(), 500);
    for (const auto &each : interned)
        QVERIFY(each == interned.front());
}

void TestThreadsRows::arrangesWhileRowsChange()
{
    core::TaskStore store;
    const auto pool = store.pool();
    Board board;
    Pages pages;
    std::atomic<int> makersLeft = 2;
    std::atomic<bool> done = false;
    std::atomic<int> wrong = 0;
    std::atomic<int> arranged = 0;
    together(6, [&](int number) {
        if (number < 2) {
            for (int round = 0; round < rounds; ++round) {
                for (int page = number; page < pageCount; page += 2)
                    pages.put(pageOf(page, round, *pool));
            }
            --makersLeft;
            return;
        }
        if (number == 2) {
            for (bool last = false; !last;) {
                last = makersLeft == 0;
                for (auto &page : pages.take()) {
                    store.merge(std::move(page));
                    board.put(store.snapshot());
                }
            }
            done = true;
            return;
        }
        const core::TaskFilter filter(number == 3 ? u"round"_s : u"-nothing"_s);
        const core::TaskOrder order { number == 5 ? core::TaskColumn::Name : core::TaskColumn::Created,
            Qt::DescendingOrder, true };
        do {
            const core::TaskSnapshot snapshot = board.take();
            const auto rows = core::arrange(snapshot, filter, order, 2'000'000);
            wrong += static_cast<int>(rows.size()) == snapshot.size() ? 0 : 1;
            for (const int row : rows)
                wrong += isConsistent(snapshot.at(row)) ? 0 : 1;
            ++arranged;
        } while (!done);
    });
    QCOMPARE(wrong.load(), 0);
    QVERIFY(arranged >= 3);
    QCOMPARE(store.size(), pageSize * pageCount);
    for (int row = 0; row < store.size(); ++row)
        QCOMPARE(store.at(row).runs, quint16(rounds));
}

void TestThreadsRows::stopsAWorker()
{
    core::TaskStore store;
    store.merge(testdata::rows(20'000, *store.pool()));
    const core::TaskSnapshot snapshot = store.snapshot();
    std::stop_source stop;
    together(2, [&](int number) {
        if (number == 0)
            stop.request_stop();
        else
            core::arrange(snapshot, core::TaskFilter(u"mochitest"_s),
                { core::TaskColumn::Name, Qt::AscendingOrder, true }, 0, stop.get_token());
    });
    QVERIFY(stop.stop_requested());
    QCOMPARE(core::arrange(snapshot, {}, {}, 0).size(), std::size_t(20'000));
}

QTEST_GUILESS_MAIN(TestThreadsRows)
#include "test_threads_rows.moc"
