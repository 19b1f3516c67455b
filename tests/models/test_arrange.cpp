// SPDX-License-Identifier: MPL-2.0
#include "core/taskgroup/arrange.h"
#include "core/taskgroup/taskcolumns.h"
#include "taskdata.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using core::TaskColumn;
using core::TaskFilter;
using core::TaskOrder;

namespace {

constexpr qint64 now = 1'763'000'100'000;

core::TaskStore storeOf(int count, quint32 seed = 1)
{
    core::TaskStore store;
    store.merge(testdata::rows(count, *store.pool(), 0, seed));
    return store;
}

// The same as arrange(), written for the reader and not for speed.
namespace naive {

bool contains(const QString &text, const QString &part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

bool matches(const core::TaskRow &row, const TaskFilter::Term &term)
{
    using Field = TaskFilter::Field;
    switch (term.field) {
    case Field::Any:
        return contains(row.name, term.text) || contains(*row.kind, term.text) || contains(*row.pool, term.text)
            || contains(row.taskId.toText(), term.text);
    case Field::Name:
        return contains(row.name, term.text);
    case Field::Kind:
        return contains(*row.kind, term.text);
    case Field::Pool:
        return contains(*row.pool, term.text);
    case Field::Owner:
        return contains(*row.owner, term.text);
    case Field::Project:
        return contains(*row.project, term.text);
    case Field::Scheduler:
        return contains(*row.scheduler, term.text);
    case Field::Id:
        return contains(row.taskId.toText(), term.text);
    case Field::Priority:
        return contains(core::taskPriorityToText(row.priority), term.text);
    case Field::Reason:
        return contains(*row.reason, term.text);
    case Field::State:
        return contains(core::taskStateToText(row.state), term.text);
    }
    return false;
}

bool less(const core::TaskRow &left, const core::TaskRow &right, TaskColumn column)
{
    const QVariant a = core::taskColumnValue(left, column, now);
    const QVariant b = core::taskColumnValue(right, column, now);
    if (column == TaskColumn::TaskId)
        return a.toString() < b.toString();
    if (a.typeId() == QMetaType::QString)
        return core::compareNaturally(a.toString(), b.toString()) < 0;
    if (column == TaskColumn::State)
        return left.state < right.state;
    return a.toLongLong() < b.toLongLong();
}

std::vector<int> arrange(const core::TaskStore &store, const TaskFilter &filter, const TaskOrder &order)
{
    std::vector<int> rows;
    for (int i = 0; i < store.size(); ++i) {
        const core::TaskRow &row = store.at(i);
        bool wanted = filter.states().isEmpty() || filter.states().contains(row.state);
        for (const TaskFilter::Term &term : filter.terms())
            wanted = wanted && matches(row, term) != term.negated;
        if (wanted)
            rows.push_back(i);
    }
    if (order.sorted) {
        std::stable_sort(rows.begin(), rows.end(), [&](int left, int right) {
            return order.direction == Qt::AscendingOrder ? less(store.at(left), store.at(right), order.column)
                                                         : less(store.at(right), store.at(left), order.column);
        });
    }
    return rows;
}

} // namespace naive

} // namespace

class TestArrange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesFilters_data();
    void parsesFilters();
    void agreesWithTheNaiveForm();
    void sortsEveryColumn_data();
    void sortsEveryColumn();
    void comparesNaturally_data();
    void comparesNaturally();
    void ordersNaturallyLikeAnOrder();
    void stops();
    void takesAHundredThousandRows();
};

void TestArrange::parsesFilters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("terms"); // field number, sign and text of each
    QTest::newRow("empty") << QString() << QStringList();
    QTest::newRow("blanks") << u"   "_s << QStringList();
    QTest::newRow("words") << u" linux  opt "_s << QStringList { u"0+linux"_s, u"0+opt"_s };
    QTest::newRow("quotes") << u"\"a b\" c"_s << QStringList { u"0+a b"_s, u"0+c"_s };
    QTest::newRow("open quote") << u"\"a b"_s << QStringList { u"0+a b"_s };
    QTest::newRow("not") << u"-linux"_s << QStringList { u"0-linux"_s };
    QTest::newRow("field") << u"kind:test"_s << QStringList { u"2+test"_s };
    QTest::newRow("field in capitals") << u"KIND:test"_s << QStringList { u"2+test"_s };
    QTest::newRow("not a field's value") << u"-state:failed"_s << QStringList { u"10-failed"_s };
    QTest::newRow("field with quotes") << u"owner:\"a b\""_s << QStringList { u"4+a b"_s };
    QTest::newRow("unknown field") << u"foo:bar"_s << QStringList { u"0+foo:bar"_s };
    QTest::newRow("quoted colon") << u"\"kind:test\""_s << QStringList { u"0+kind:test"_s };
    QTest::newRow("field without value") << u"kind:"_s << QStringList();
    QTest::newRow("lone dash") << u"-"_s << QStringList { u"0+-"_s };
    QTest::newRow("two dashes") << u"--opt"_s << QStringList { u"0--opt"_s };
    QTest::newRow("dash inside") << u"a-b"_s << QStringList { u"0+a-b"_s };
}

void TestArrange::parsesFilters()
{
    QFETCH(QString, text);
    QFETCH(QStringList, terms);
    const TaskFilter filter(text);
    QStringList parsed;
    for (const TaskFilter::Term &term : filter.terms())
        parsed += QString::number(static_cast<int>(term.field)) + (term.negated ? u'-' : u'+') + term.text;
    QCOMPARE(parsed, terms);
}

void TestArrange::agreesWithTheNaiveForm()
{
    QRandomGenerator random(11);
    const QStringList words { u"linux"_s, u"LINUX"_s, u"-linux"_s, u"kind:test"_s, u"-kind:test"_s, u"pool:t-win"_s,
        u"owner:user1"_s, u"id:a"_s, u"priority:low"_s, u"reason:fail"_s, u"state:ex"_s, u"chrome-1"_s,
        u"project:try"_s, u"scheduler:nope"_s, u"\"opt-moch\""_s, u"xyzzy"_s, u"docker"_s };
    int seenMany = 0;
    for (int round = 0; round < 150; ++round) {
        const core::TaskStore store = storeOf(random.bounded(0, 2000), random.generate());
        QString text;
        for (int i = random.bounded(4); i > 0; --i)
            text += words[random.bounded(static_cast<int>(words.size()))] + u' ';
        core::TaskStates states;
        for (int i = random.bounded(3); i > 0; --i)
            states.set(static_cast<core::TaskState>(random.bounded(core::taskStateCount)), true);
        const TaskFilter filter(text, states);
        const TaskOrder order { static_cast<TaskColumn>(random.bounded(core::taskColumnCount)),
            random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder, random.bounded(4) != 0 };
        const std::vector<int> expected = naive::arrange(store, filter, order);
        QVERIFY2(core::arrange(store.snapshot(), filter, order, now) == expected,
            qPrintable(u"%1 / %2 / %3"_s.arg(round).arg(text).arg(static_cast<int>(order.column))));
        seenMany += expected.size() > 100 ? 1 : 0;
    }
    QVERIFY2(seenMany > 30, "the filters let enough through to mean something");
}

void TestArrange::sortsEveryColumn_data()
{
    QTest::addColumn<int>("column");
    for (int column = 0; column < core::taskColumnCount; ++column)
        QTest::addRow("%s", qPrintable(core::taskColumnKey(static_cast<TaskColumn>(column)))) << column;
}

// More rows than one sorted piece has, so that merging is in it.
void TestArrange::sortsEveryColumn()
{
    QFETCH(int, column);
    const core::TaskStore store = storeOf(9000);
    for (const Qt::SortOrder direction : { Qt::AscendingOrder, Qt::DescendingOrder }) {
        const TaskOrder order { static_cast<TaskColumn>(column), direction, true };
        QVERIFY(core::arrange(store.snapshot(), {}, order, now) == naive::arrange(store, {}, order));
    }
}

void TestArrange::comparesNaturally_data()
{
    QTest::addColumn<QString>("less");
    QTest::addColumn<QString>("more");
    QTest::newRow("letters") << u"a"_s << u"b"_s;
    QTest::newRow("numbers") << u"chrome-2"_s << u"chrome-10"_s;
    QTest::newRow("inside") << u"a2-z"_s << u"a10-a"_s;
    QTest::newRow("zeros") << u"a02"_s << u"a10"_s;
    QTest::newRow("prefix") << u"a"_s << u"ab"_s;
    QTest::newRow("empty") << QString() << u"a"_s;
    QTest::newRow("case does not count") << u"A"_s << u"b"_s;
    QTest::newRow("case in the end") << u"A"_s << u"a"_s;
    QTest::newRow("huge numbers") << u"a99999999999999999998"_s << u"a99999999999999999999"_s;
    QTest::newRow("digits before letters") << u"1"_s << u"a"_s;
}

void TestArrange::comparesNaturally()
{
    QFETCH(QString, less);
    QFETCH(QString, more);
    QVERIFY(core::compareNaturally(less, more) < 0);
    QVERIFY(core::compareNaturally(more, less) > 0);
    QCOMPARE(core::compareNaturally(less, less), 0);
}

// Sorting with something that is no order is undefined behaviour, and the names are the task's choice.
void TestArrange::ordersNaturallyLikeAnOrder()
{
    QRandomGenerator random(5);
    const QString letters = u"0019aAbZ-é"_s;
    const auto word = [&] {
        QString text;
        for (int i = random.bounded(6); i > 0; --i)
            text += letters[random.bounded(static_cast<int>(letters.size()))];
        return text;
    };
    for (int i = 0; i < 50'000; ++i) {
        const QString a = word();
        const QString b = word();
        const QString c = word();
        const int ab = core::compareNaturally(a, b);
        QCOMPARE(ab == 0, a == b);
        QCOMPARE(core::compareNaturally(b, a) > 0, ab < 0);
        if (ab < 0 && core::compareNaturally(b, c) < 0)
            QVERIFY2(core::compareNaturally(a, c) < 0, qPrintable(a + u' ' + b + u' ' + c));
    }
}

void TestArrange::stops()
{
    const core::TaskStore store = storeOf(100'000);
    std::stop_source source;
    source.request_stop();
    const TaskOrder order { TaskColumn::Name, Qt::AscendingOrder, true };
    QVERIFY(core::arrange(store.snapshot(), {}, order, now, source.get_token()).empty());

    std::stop_source late;
    std::thread stopper([&late] {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        late.request_stop();
    });
    QElapsedTimer timer;
    timer.start();
    (void)core::arrange(store.snapshot(), TaskFilter(u"opt"_s), order, now, late.get_token());
    const qint64 stopped = timer.restart();
    stopper.join();
    (void)core::arrange(store.snapshot(), TaskFilter(u"opt"_s), order, now);
    const qint64 whole = timer.elapsed();
    qInfo("stopped after %lld ms, whole %lld ms", stopped, whole);
    QVERIFY(stopped < whole);
}

void TestArrange::takesAHundredThousandRows()
{
    const core::TaskStore store = storeOf(100'000);
    QElapsedTimer timer;
    timer.start();
    const auto filtered = core::arrange(store.snapshot(), TaskFilter(u"linux chrome-1"_s), {}, now);
    const qint64 filtering = timer.restart();
    const auto sorted = core::arrange(store.snapshot(), {}, { TaskColumn::Name, Qt::AscendingOrder, true }, now);
    const qint64 byName = timer.restart();
    const auto byPool = core::arrange(store.snapshot(), {}, { TaskColumn::Pool, Qt::DescendingOrder, true }, now);
    qInfo("100,000 rows: filter %lld ms, sort by name %lld ms, by pool %lld ms", filtering, byName, timer.elapsed());
    QVERIFY(!filtered.empty() && filtered.size() < sorted.size());
    QCOMPARE(byPool.size(), size_t(100'000));
}

QTEST_GUILESS_MAIN(TestArrange)
#include "test_arrange.moc"
