// SPDX-License-Identifier: MPL-2.0
// The next page is on its way while one is decoded and handled, and never more than that one.
#include "thinglist.h"

#include <tc/wait.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

namespace {

const Call listCall { &listThings, {}, {}, {}, {} };

/// Rows that make a page long enough to be decoded on another thread, packed or not.
QStringList manyRows(int seed)
{
    QStringList rows;
    quint32 state = static_cast<quint32>(seed) * 2654435761U + 1;
    for (int row = 0; row < 20'000; ++row) {
        state = state * 1664525U + 1013904223U;
        rows.append(QString::number(state, 36) + QString::number(state ^ 0x5bd1e995U, 36));
    }
    return rows;
}

} // namespace

class TestLookAhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { decodingTime = 0; }
    void asksWhileDecoding_data();
    void asksWhileDecoding();
    void asksWhileHandling();
    void onePageAheadAtMost();
    void nothingAheadWithoutTheOption();
    void nothingWhilePaused();
    void nothingBehindTheLastPage();
    void pageAheadFails();
    void pageAheadIsRetried();
    void undecodablePage();
    void abortsThePageAhead();
    void abortsWhileDecoding();
    void deletedWithAPageAhead();
    void resumesWhereItStopped();
    void walksRawPages();
};

void TestLookAhead::asksWhileDecoding_data()
{
    QTest::addColumn<bool>("gzipped");
    QTest::newRow("plain") << false;
    QTest::newRow("gzip") << true;
}

void TestLookAhead::asksWhileDecoding()
{
    QFETCH(const bool, gzipped);
    const QStringList rows = manyRows(1);
    const Step first = page(rows, u"t1"_s);
    ScriptedServer server;
    server.enqueue(gzipped ? first.gzipped() : first);
    server.enqueue(page({ u"end"_s }));
    Client client(optionsFor(server));
    decodingTime = 300;
    Pages pages(&client, listCall);
    pages.setAutoDelete(false);
    qsizetype received = 0;
    pages.onPage(this, [&](const ThingPage &page) {
        received += static_cast<qsizetype>(page.things.size());
        decodingTime = 0;
    });
    QTRY_COMPARE(server.requests().size(), 2);
    QCOMPARE(received, 0); // the first page is still being decoded
    QCOMPARE(tokenOf(server.requests().at(1)), u"t1"_s);
    QVERIFY(finish(&pages));
    QVERIFY(!pages.error());
    QCOMPARE(received, rows.size() + 1);
    QCOMPARE(pages.pageCount(), 2);
}

void TestLookAhead::asksWhileHandling()
{
    ScriptedServer server;
    server.enqueue(page({ u"a"_s }, u"t1"_s));
    server.enqueue(page({ u"b"_s }));
    Client client(optionsFor(server));
    Pages pages(&client, listCall);
    pages.setAutoDelete(false);
    // The server shares our thread, so a page that is paused stands for one that is being handled elsewhere.
    pages.onPage(this, [&] { pages.pause(); });
    QTRY_COMPARE(pages.pageCount(), 1);
    QTRY_COMPARE(server.requests().size(), 2);
    QCOMPARE(pages.pageCount(), 1);
    pages.resume();
    QTRY_COMPARE(pages.pageCount(), 2);
    pages.resume();
    QVERIFY(finish(&pages));
}

void TestLookAhead::onePageAheadAtMost()
{
    ScriptedServer server;
    ThingList list;
    list.serveBy(&server);
    Client client(optionsFor(server));
    Pages pages(&client, listCall);
    pages.setAutoDelete(false);
    QSignalSpy ready(&pages, &PagedReplyBase::pageReady);
    connect(&pages, &PagedReplyBase::pageReady, &pages, &PagedReplyBase::pause);
    for (int page = 1; page <= 5; ++page) {
        QTRY_COMPARE(pages.pageCount(), page);
        QTest::qWait(30);
        QCOMPARE(pages.pageCount(), page);
        QCOMPARE(list.asked.size(), page + 1);
        pages.resume();
    }
    disconnect(&pages, &PagedReplyBase::pageReady, &pages, &PagedReplyBase::pause);
    pages.resume();
    QVERIFY(finish(&pages));
    QCOMPARE(pages.pageCount(), 12);
    QCOMPARE(ready.size(), 12);
}

void TestLookAhead::nothingAheadWithoutTheOption()
{
    ScriptedServer server;
    server.enqueue(page(manyRows(2), u"t1"_s));
    server.enqueue(page({ u"end"_s }));
    Client client(optionsFor(server));
    decodingTime = 150;
    Pages pages(&client, listCall, { .lookAhead = false });
    pages.setAutoDelete(false);
    qsizetype atFirstPage = 0;
    pages.onPage(this, [&] {
        if (pages.pageCount() == 1)
            atFirstPage = server.requests().size();
    });
    QVERIFY(finish(&pages));
    QCOMPARE(atFirstPage, 1);
    QCOMPARE(pages.pageCount(), 2);
}

void TestLookAhead::nothingWhilePaused()
{
    ScriptedServer server;
    server.enqueue(page(manyRows(3), u"t1"_s).after(200ms));
    server.enqueue(page({ u"end"_s }));
    Client client(optionsFor(server));
    decodingTime = 50;
    Pages pages(&client, listCall);
    pages.setAutoDelete(false);
    QTRY_COMPARE(server.requests().size(), 1);
    pages.pause(); // before the page has come
    QTest::qWait(450);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(pages.pageCount(), 0);
    pages.resume();
    QVERIFY(finish(&pages));
    QCOMPARE(pages.pageCount(), 2);
}

void TestLookAhead::nothingBehindTheLastPage()
{
    // What looks like a token at the end belongs to a row.
    QByteArray body = pageBody(manyRows(4));
    body.chop(1);
    body += R"(,"extra":{"continuationToken":"trap"}})";
    ScriptedServer server;
    server.enqueue(Step::json(body));
    Client client(optionsFor(server));
    Pages pages(&client, listCall);
    QVERIFY(finish(&pages));
    QVERIFY(!pages.error());
    QTest::qWait(30);
    QCOMPARE(server.requests().size(), 1);
}

void TestLookAhead::pageAheadFails()
{
    ScriptedServer server;
    server.enqueue(page({ u"a"_s }, u"t1"_s));
    server.enqueue(Step::error(404, "ResourceNotFound", "gone"));
    Client client(optionsFor(server));
    Pages pages(&client, listCall);
    pages.setAutoDelete(false);
    connect(&pages, &PagedReplyBase::pageReady, &pages, &PagedReplyBase::pause);
    QTRY_COMPARE(server.requests().size(), 2);
    QTest::qWait(50);
    QVERIFY(!pages.isFinished()); // the page before it has not been dealt with
    QCOMPARE(pages.pageCount(), 1);
    pages.resume();
    QVERIFY(finish(&pages));
    QCOMPARE(pages.error().kind, ErrorKind::NotFound);
    QCOMPARE(pages.continuationToken(), u"t1"_s);
    QCOMPARE(server.requests().size(), 2);
}

void TestLookAhead::pageAheadIsRetried()
{
    ScriptedServer server;
    server.enqueue(page({ u"a"_s }, u"t1"_s));
    server.enqueue(Step::error(503, "X", "no"), 3);
    server.enqueue(page({ u"b"_s }));
    Client client(optionsFor(server, 3));
    Pages pages(&client, listCall);
    QSignalSpy retrying(&pages, &PagedReplyBase::retrying);
    QVERIFY(finish(&pages));
    QVERIFY(!pages.error());
    QCOMPARE(retrying.size(), 3);
    QCOMPARE(pages.pageCount(), 2);
}

void TestLookAhead::undecodablePage()
{
    // Not what the API promises, although it has a token where it should be.
    QByteArray body = pageBody(manyRows(5), u"t1"_s);
    body.replace("\"things\"", "\"thangs\"");
    ScriptedServer server;
    server.enqueue(Step::json(body));
    server.enqueue(page({ u"b"_s }));
    Client client(optionsFor(server));
    decodingTime = 100;
    Pages pages(&client, listCall);
    QVERIFY(finish(&pages));
    QCOMPARE(pages.error().kind, ErrorKind::Protocol);
    QCOMPARE(pages.pageCount(), 0);
    QCOMPARE(pages.continuationToken(), QString());
}

void TestLookAhead::abortsThePageAhead()
{
    ScriptedServer server;
    server.enqueue(page({ u"a"_s }, u"t1"_s));
    server.enqueue(Step::silence(Step::Fault::Stall));
    Client client(optionsFor(server));
    Pages pages(&client, listCall);
    QSignalSpy finished(&pages, &PagedReplyBase::finished);
    pages.setAutoDelete(false);
    QTRY_COMPARE(server.requests().size(), 2);
    QTRY_COMPARE(pages.pageCount(), 1);
    pages.abort();
    QCOMPARE(finished.size(), 0);
    QVERIFY(finish(&pages));
    QCOMPARE(pages.error().kind, ErrorKind::Cancelled);
    QCOMPARE(pages.continuationToken(), u"t1"_s);
    QTest::qWait(30);
    QCOMPARE(finished.size(), 1);
}

void TestLookAhead::abortsWhileDecoding()
{
    ScriptedServer server;
    server.enqueue(page(manyRows(6), u"t1"_s));
    server.enqueue(page({ u"b"_s }));
    Client client(optionsFor(server));
    decodingTime = 150;
    Pages pages(&client, listCall);
    pages.setAutoDelete(false);
    QSignalSpy finished(&pages, &PagedReplyBase::finished);
    QTRY_COMPARE(server.requests().size(), 2);
    pages.abort();
    QVERIFY(finish(&pages));
    QCOMPARE(pages.error().kind, ErrorKind::Cancelled);
    QTest::qWait(250); // the worker is done by now
    QCOMPARE(pages.pageCount(), 0);
    QCOMPARE(finished.size(), 1);
}

void TestLookAhead::deletedWithAPageAhead()
{
    for (const unsigned long time : { 0UL, 100UL }) {
        ScriptedServer server;
        server.enqueue(page(manyRows(7), u"t1"_s));
        server.enqueue(Step::silence(Step::Fault::Stall));
        Client client(optionsFor(server));
        decodingTime = time;
        auto *pages = new Pages(&client, listCall);
        QTRY_COMPARE(server.requests().size(), 2);
        delete pages;
        QTest::qWait(150);
        QCOMPARE(server.requests().size(), 2);
    }
}

void TestLookAhead::resumesWhereItStopped()
{
    ScriptedServer server;
    ThingList list;
    list.serveBy(&server);
    list.faults.insert(ThingList::token(3), { Step::error(400, "InputError", "no") });
    Client client(optionsFor(server));
    QStringList rows;
    const auto take = [&rows](const ThingPage &page) { rows += QStringList(page.things.begin(), page.things.end()); };
    Pages first(&client, listCall);
    first.onPage(this, take);
    QVERIFY(finish(&first));
    QCOMPARE(first.error().code, u"InputError"_s);
    QCOMPARE(first.continuationToken(), ThingList::token(3));
    Pages second(&client, listCall, { .startToken = first.continuationToken() });
    second.onPage(this, take);
    QVERIFY(finish(&second));
    int pages = 0;
    QCOMPARE(rows, list.inTurn(&pages));
}

/// A function by its name has no type for its pages.
void TestLookAhead::walksRawPages()
{
    ScriptedServer server;
    ThingList list;
    list.pages = 3;
    list.serveBy(&server);
    Client client(optionsFor(server));
    const auto pages = wait(new PagedReply<Json>(&client, listCall));
    QVERIFY(pages);
    QCOMPARE(pages->size(), size_t(3));
    QCOMPARE(pages->at(2).toObject().value("things"_L1).toArray().at(0).toString(), ThingList::row(2));
}

QTEST_GUILESS_MAIN(TestLookAhead)
#include "test_lookahead.moc"
