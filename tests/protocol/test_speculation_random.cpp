// SPDX-License-Identifier: MPL-2.0
// Walks with speculative pages over lists with random ends, jumps, empty pages and refusals, answered in random order:
// each gives what asking in turn gives.
#include "thinglist.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tc;
using namespace tc::test;

namespace {

void makeOdd(ThingList *list, quint32 seed)
{
    QRandomGenerator random(seed);
    list->pages = random.bounded(1, 20);
    for (int page = 1; page < 20; ++page) {
        const QString token = ThingList::token(page);
        list->delays.insert(token, std::chrono::milliseconds(random.bounded(12)));
        const int chance = random.bounded(14);
        if (chance == 0) // a jump ahead: rows that are not there for this caller
            list->odd.insert(token, { { u"jump"_s }, ThingList::token(page + random.bounded(2, 4)) });
        else if (chance == 1)
            list->odd.insert(token, { {}, page + 1 < list->pages ? ThingList::token(page + 1) : QString() });
        else if (chance == 2)
            list->odd.insert(token, { { u"early end"_s }, {} });
        else if (chance == 3)
            list->faults.insert(token, { Step::error(random.bounded(2) ? 429 : 503, "X", "no") });
    }
}

/// Requests whose answers were of no use. A second request for a page that was refused is not in vain.
qsizetype wasted(const ThingList &list, int pages)
{
    return QSet<QString>(list.asked.begin(), list.asked.end()).size() - pages;
}

} // namespace

class TestSpeculationRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameAsInTurn_data();
    void sameAsInTurn();
};

void TestSpeculationRandom::sameAsInTurn_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 60; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestSpeculationRandom::sameAsInTurn()
{
    QFETCH(const quint32, seed);
    ScriptedServer server;
    ThingList list;
    list.pages = 20;
    list.serveBy(&server);
    Client client(optionsFor(server, 3));
    Pages teacher(&client, { &listThings, {}, {}, {}, {} }, { .limit = 100 });
    QVERIFY(finish(&teacher));
    QVERIFY(!teacher.error());
    list.asked.clear();
    makeOdd(&list, seed);
    int count = 0;
    const QStringList expected = list.inTurn(&count);
    Pages pages(&client, { &listThings, {}, {}, {}, {} }, { .limit = 100, .speculative = true });
    QStringList rows;
    pages.onPage(this, [&rows](const ThingPage &page) { rows += QStringList(page.things.begin(), page.things.end()); });
    QSignalSpy finished(&pages, &PagedReplyBase::finished);
    QVERIFY(finish(&pages));
    QVERIFY2(!pages.error(), qPrintable(pages.error().message));
    QCOMPARE(rows, expected);
    QCOMPARE(pages.pageCount(), count);
    QCOMPARE(finished.size(), 1);
    QVERIFY2(wasted(list, count) <= 5, qPrintable(list.asked.join(u' ')));
}

QTEST_GUILESS_MAIN(TestSpeculationRandom)
#include "test_speculation_random.moc"
