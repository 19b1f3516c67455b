// SPDX-License-Identifier: MPL-2.0
// Walks over pages: tc/pagedreply.h, line by line.
#include "thingpages.h"

#include <tc/wait.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

class TestPaging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walksToTheEnd();
    void startsOnTheNextTurn();
    void emptyPageWithTokenGoesOn();
    void emptyTokenIsTheEnd();
    void limitIsAlwaysSent();
    void noLimitForMethodsWithout();
    void badLimit();
    void tokensAreSentAsTheyCame();
    void repeatedTokenIsFound_data();
    void repeatedTokenIsFound();
    void pauseHoldsTheServerBack();
    void pausedPageWaits();
    void resumesAfterAnError();
    void errorInTheMiddle();
    void retriesAreReported();
    void duplicatesGo();
    void abortInAPage();
    void abortWhilePaused();
    void deletedInAPage();
    void deadReceiverDropsTheCallback();
    void clientDestroyed();
    void deletesItself();
    void waits();
};

void TestPaging::walksToTheEnd()
{
    ScriptedServer server;
    server.enqueue(page({ u"a"_s, u"b"_s }, u"t1"_s));
    server.enqueue(page({ u"c"_s }, u"t2"_s));
    server.enqueue(page({ u"d"_s }));
    Client client(optionsFor(server));
    QStringList things;
    bool finished = false;
    auto *pages = new Pages(&client, { &listThings, {}, {}, {}, {} });
    pages
        ->onPage(this,
            [&](const ThingPage &p) {
                QVERIFY(!finished);
                for (const auto &thing : p.things)
                    things.append(thing);
            })
        ->onFinished(this, [&finished] { finished = true; })
        ->onFailure(this, [] { QFAIL("There is no failure."); });
    QVERIFY(finish(pages));
    QVERIFY(finished);
    QCOMPARE(things, QStringList({ u"a"_s, u"b"_s, u"c"_s, u"d"_s }));
    QCOMPARE(pages->pageCount(), 3);
    QVERIFY(pages->continuationToken().isEmpty());
    QCOMPARE(server.requests().size(), 3);
    delete pages;
}

void TestPaging::startsOnTheNextTurn()
{
    ScriptedServer server;
    server.enqueue(page({ u"a"_s }));
    Client client(optionsFor(server));
    auto *pages = new Pages(&client, { &listThings, {}, {}, {}, {} });
    QVERIFY(!pages->isFinished());
    int count = 0;
    pages->onPage(this, [&count] { ++count; });
    QCOMPARE(count, 0);
    QVERIFY(finish(pages));
    QCOMPARE(count, 1);
    delete pages;
}

void TestPaging::emptyPageWithTokenGoesOn()
{
    ScriptedServer server;
    server.enqueue(page({}, u"t1"_s));
    server.enqueue(page({}, u"t2"_s));
    server.enqueue(page({ u"a"_s }));
    Client client(optionsFor(server));
    auto *pages = new Pages(&client, { &listThings, {}, {}, {}, {} });
    QVERIFY(finish(pages));
    QVERIFY(!pages->error());
    QCOMPARE(pages->pageCount(), 3);
    delete pages;
}

void TestPaging::emptyTokenIsTheEnd()
{
    ScriptedServer server;
    server.enqueue(Step::json(R"({"things": [], "continuationToken": ""})"));
    Client client(optionsFor(server));
    auto *pages = new Pages(&client, { &listThings, {}, {}, {}, {} });
    QVERIFY(finish(pages));
    QVERIFY(!pages->error());
    QCOMPARE(server.requests().size(), 1);
    delete pages;
}

void TestPaging::limitIsAlwaysSent()
{
    ScriptedServer server;
    server.enqueue(page({}, u"t1"_s));
    server.enqueue(page({}));
    server.enqueue(page({}));
    server.enqueue(page({}));
    Client client(optionsFor(server));
    auto *pages = new Pages(&client, { &listThings, {}, {}, {}, {} });
    QVERIFY(finish(pages));
    auto *small = new Pages(&client, { &listThings, {}, {}, {}, {} }, { .limit = 7 });
    QVERIFY(finish(small));
    QCOMPARE(server.requests().at(0).target, "/api/test/v1/things?limit=1000"_ba);
    QCOMPARE(server.requests().at(1).target, "/api/test/v1/things?limit=1000&continuationToken=t1"_ba);
    QCOMPARE(server.requests().at(2).target, "/api/test/v1/things?limit=7"_ba);
    delete pages;
    delete small;
}

void TestPaging::noLimitForMethodsWithout()
{
    ScriptedServer server;
    server.enqueue(page({}));
    Client client(optionsFor(server));
    MethodInfo method = listThings;
    static constexpr std::array onlyToken { "continuationToken" };
    method.query = onlyToken;
    auto *pages = new Pages(&client, { &method, {}, {}, {}, {} });
    QVERIFY(finish(pages));
    QCOMPARE(server.requests().at(0).target, "/api/test/v1/things"_ba);
    delete pages;
}

void TestPaging::badLimit()
{
    ScriptedServer server;
    Client client(optionsFor(server));
    auto *pages = new Pages(&client, { &listThings, {}, {}, {}, {} }, { .limit = 0 });
    QVERIFY(finish(pages));
    QCOMPARE(pages->error().kind, ErrorKind::Usage);
    QCOMPARE(server.requests().size(), 0);
    delete pages;
}

void TestPaging::tokensAreSentAsTheyCame()
{
    ScriptedServer server;
    const auto odd = u"a+b/c==&x=1 ü***"_s;
    server.enqueue(page({}, odd));
    server.enqueue(page({}));
    Client client(optionsFor(server));
    auto *pages = new Pages(&client, { &listThings, {}, {}, {}, {} });
    QVERIFY(finish(pages));
    QCOMPARE(queryItem(server.requests().at(1), u"continuationToken"_s), odd);
    delete pages;
}

void TestPaging::repeatedTokenIsFound_data()
{
    QTest::addColumn<QStringList>("tokens");
    QTest::addColumn<QString>("start");
    QTest::addColumn<int>("requests");
    QTest::newRow("at once") << QStringList { u"t1"_s, u"t1"_s } << QString() << 2;
    QTest::newRow("in a circle") << QStringList { u"t1"_s, u"t2"_s, u"t3"_s, u"t1"_s } << QString() << 4;
    QTest::newRow("back to where it started") << QStringList { u"t1"_s, u"t0"_s } << u"t0"_s << 2;
}

void TestPaging::repeatedTokenIsFound()
{
    QFETCH(const QStringList, tokens);
    QFETCH(const QString, start);
    QFETCH(const int, requests);
    ScriptedServer server;
    for (const QString &token : tokens)
        server.enqueue(page({ token }, token));
    Client client(optionsFor(server));
    auto *pages = new Pages(&client, { &listThings, {}, {}, {}, {} }, { .startToken = start });
    QVERIFY(finish(pages));
    QCOMPARE(pages->error().kind, ErrorKind::Protocol);
    QCOMPARE(pages->error().method, u"test.listThings"_s);
    QCOMPARE(server.requests().size(), requests);
    QCOMPARE(pages->pageCount(), requests); // the page itself is good
    delete pages;
}

void TestPaging::pauseHoldsTheServerBack()
{
    ScriptedServer server;
    server.enqueue(page({ u"a"_s }, u"t1"_s));
    server.enqueue(page({ u"b"_s }));
    Client client(optionsFor(server));
    auto *pages = new Pages(&client, { &listThings, {}, {}, {}, {} }, { .lookAhead = false });
    QSignalSpy ready(pages, &PagedReplyBase::pageReady);
    pages->onPage(this, [pages] { pages->pause(); });
    QVERIFY(ready.wait());
    QTest::qWait(50);
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(pages->isPaused());
    pages->resume();
    QVERIFY(ready.wait());
    pages->resume();
    QVERIFY(finish(pages));
    QVERIFY(!pages->error());
    QCOMPARE(server.requests().size(), 2);
    delete pages;
}

void TestPaging::pausedPageWaits()
{
    ScriptedServer server;
    server.enqueue(page({ u"a"_s }).after(50ms));
    Client client(optionsFor(server));
    auto *pages = new Pages(&client, { &listThings, {}, {}, {}, {} });
    QSignalSpy ready(pages, &PagedReplyBase::pageReady);
    QTRY_COMPARE(server.requests().size(), 1);
    pages->pause();
    QTest::qWait(150);
    QCOMPARE(ready.size(), 0);
    QVERIFY(!pages->isFinished());
    pages->resume();
    QVERIFY(finish(pages));
    QCOMPARE(ready.size(), 1);
    delete pages;
}

void TestPaging::resumesAfterAnError()
{
    ScriptedServer server;
    server.enqueue(page({ u"a"_s }, u"t1"_s));
    server.enqueue(Step::error(500, "X", "no"), 2);
    server.enqueue(page({ u"b"_s }));
    Client client(optionsFor(server));
    auto *first = new Pages(&client, { &listThings, {}, {}, {}, {} });
    QVERIFY(finish(first));
    QCOMPARE(first->error().kind, ErrorKind::Server);
    QCOMPARE(first->continuationToken(), u"t1"_s);
    auto *second = new Pages(&client, { &listThings, {}, {}, {}, {} }, { .startToken = first->continuationToken() });
    QStringList things;
    second->onPage(this, [&things](const ThingPage &p) { things.append(p.things.front()); });
    QVERIFY(finish(second));
    QVERIFY(!second->error());
    QCOMPARE(things, QStringList { u"b"_s });
    QCOMPARE(queryItem(server.requests().constLast(), u"continuationToken"_s), u"t1"_s);
    delete first;
    delete second;
}

void TestPaging::errorInTheMiddle()
{
    ScriptedServer server;
    server.enqueue(page({ u"a"_s }, u"t1"_s));
    server.enqueue(Step::json("{\"things\": 1"));
    Client client(optionsFor(server));
    auto *pages = new Pages(&client, { &listThings, {}, {}, {}, {} });
    int count = 0;
    bool failed = false;
    pages->onPage(this, [&count] { ++count; })->onFailure(this, [&failed](const Error &error) {
        failed = error.kind == ErrorKind::Protocol;
    });
    QVERIFY(finish(pages));
    QCOMPARE(count, 1);
    QVERIFY(failed);
    delete pages;
}

void TestPaging::retriesAreReported()
{
    ScriptedServer server;
    server.enqueue(Step::error(500, "X", "no"));
    server.enqueue(page({}));
    Client client(optionsFor(server));
    auto *pages = new Pages(&client, { &listThings, {}, {}, {}, {} });
    QSignalSpy retrying(pages, &PagedReplyBase::retrying);
    QVERIFY(finish(pages));
    QCOMPARE(retrying.size(), 1);
    delete pages;
}

void TestPaging::duplicatesGo()
{
    ScriptedServer server;
    server.enqueue(page({ u"a"_s, u"b"_s, u"a"_s }, u"t1"_s));
    server.enqueue(page({ u"b"_s, u"c"_s }, u"t2"_s));
    server.enqueue(page({ u"c"_s }));
    Client client(optionsFor(server));
    QStringList things;
    auto *pages = new Pages(&client, { &listThings, {}, {}, {}, {} });
    pages->deduplicateBy(&ThingPage::things, [](const QString &thing) { return thing; })
        ->onPage(this, [&things](const ThingPage &p) { things.append(QStringList(p.things.begin(), p.things.end())); });
    QVERIFY(finish(pages));
    QCOMPARE(things, QStringList({ u"a"_s, u"b"_s, u"c"_s }));
    QCOMPARE(pages->pageCount(), 3);
    delete pages;
}

void TestPaging::abortInAPage()
{
    ScriptedServer server;
    server.enqueue(page({ u"a"_s }, u"t1"_s));
    server.enqueue(page({ u"b"_s }));
    Client client(optionsFor(server));
    auto *pages = new Pages(&client, { &listThings, {}, {}, {}, {} }, { .lookAhead = false });
    bool isInside = false;
    pages->onPage(this, [&] {
        isInside = true;
        pages->abort();
        pages->abort();
        isInside = false;
    });
    connect(pages, &PagedReplyBase::finished, this, [&isInside] { QVERIFY(!isInside); });
    QSignalSpy finished(pages, &PagedReplyBase::finished);
    QVERIFY(finish(pages));
    QCOMPARE(pages->error().kind, ErrorKind::Cancelled);
    QTest::qWait(30);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(server.requests().size(), 1);
    delete pages;
}

void TestPaging::abortWhilePaused()
{
    ScriptedServer server;
    server.enqueue(page({ u"a"_s }, u"t1"_s));
    Client client(optionsFor(server));
    auto *pages = new Pages(&client, { &listThings, {}, {}, {}, {} });
    QSignalSpy ready(pages, &PagedReplyBase::pageReady);
    pages->onPage(this, [pages] { pages->pause(); });
    QVERIFY(ready.wait());
    pages->abort();
    QVERIFY(finish(pages));
    QCOMPARE(pages->error().kind, ErrorKind::Cancelled);
    QCOMPARE(pages->continuationToken(), u"t1"_s);
    delete pages;
}

void TestPaging::deletedInAPage()
{
    ScriptedServer server;
    server.enqueue(page({ u"a"_s }, u"t1"_s), 2);
    Client client(optionsFor(server));
    QPointer<Pages> pages = new Pages(&client, { &listThings, {}, {}, {}, {} }, { .lookAhead = false });
    pages->onPage(this, [&pages] { delete pages; });
    QTRY_VERIFY(!pages);
    QTest::qWait(30);
    QCOMPARE(server.requests().size(), 1);
}

void TestPaging::deadReceiverDropsTheCallback()
{
    ScriptedServer server;
    server.enqueue(page({ u"a"_s }));
    Client client(optionsFor(server));
    auto *receiver = new QObject;
    auto *pages = new Pages(&client, { &listThings, {}, {}, {}, {} });
    pages->onPage(receiver, [] { QFAIL("The receiver is dead."); });
    delete receiver;
    QVERIFY(finish(pages));
    delete pages;
}

void TestPaging::clientDestroyed()
{
    ScriptedServer server;
    server.enqueue(Step::silence(Step::Fault::Stall));
    server.enqueue(page({ u"a"_s }, u"t1"_s));
    auto client = std::make_unique<Client>(optionsFor(server));
    auto *running = new Pages(client.get(), { &listThings, {}, {}, {}, {} });
    QTRY_COMPARE(server.requests().size(), 1);
    auto *paused = new Pages(client.get(), { &listThings, {}, {}, {}, {} });
    paused->setAutoDelete(false);
    QSignalSpy ready(paused, &PagedReplyBase::pageReady);
    paused->onPage(this, [paused] { paused->pause(); });
    QVERIFY(ready.wait());
    client.reset();
    QVERIFY(finish(running));
    QVERIFY(finish(paused));
    QCOMPARE(running->error().kind, ErrorKind::Cancelled);
    QCOMPARE(paused->error().kind, ErrorKind::Cancelled);
    delete running;
    delete paused;
}

void TestPaging::deletesItself()
{
    ScriptedServer server;
    server.enqueue(page({}));
    Client client(optionsFor(server));
    QPointer<Pages> pages = new Pages(&client, { &listThings, {}, {}, {}, {} });
    QTRY_VERIFY(!pages);
    QCOMPARE(server.requests().size(), 1);
}

void TestPaging::waits()
{
    ScriptedServer server;
    server.enqueue(page({ u"a"_s }, u"t1"_s));
    server.enqueue(page({ u"b"_s }));
    Client client(optionsFor(server));
    const auto pages = wait(new Pages(&client, { &listThings, {}, {}, {}, {} }));
    QVERIFY(pages);
    QCOMPARE(pages->size(), size_t(2));
    QCOMPARE(pages->at(1).things.front(), u"b"_s);
}

QTEST_GUILESS_MAIN(TestPaging)
#include "test_paging.moc"
