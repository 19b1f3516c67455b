// SPDX-License-Identifier: MPL-2.0
// Pages asked for on speculation: never others than asking in turn would give, never more than five in vain.
#include "thinglist.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

namespace {

const PagingOptions speculative { .limit = 100, .speculative = true };

QStringList tokens(int from, int to)
{
    QStringList list;
    for (int page = from; page <= to; ++page)
        list.append(ThingList::token(page));
    return list;
}

Call listCall(const QString &list = {})
{
    Call call;
    call.method = &listThings;
    if (!list.isEmpty())
        call.query.append({ u"list"_s, list });
    return call;
}

} // namespace

class TestSpeculation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void asksForFiveAtOnce();
    void nothingWithoutKnownTokens();
    void nothingWithoutTheOption();
    void nothingForSmallPages();
    void nothingForOtherLimits();
    void nothingForCallsThatCount();
    void nothingForRowNames();
    void stopsAtTheEnd();
    void endBeforeItsTurn();
    void shortPages();
    void pageThatLies();
    void repeatedToken();
    void tooManyRequests();
    void serverError_data();
    void serverError();
    void waitsAsLongAsAsked();
    void gone();
    void growsMeanwhile();
    void pausedInTheMiddle();
    void abortedInTheMiddle();
    void deletedInTheMiddle();
    void clientDestroyed();
    void switchedOnLater();
    void switchedOffLater();
    void goesOnFromAToken();
    void disputedTokensAreLeftAlone();
    void badWalksTeachNothing();
    void derivedClientsShare();

private:
    /// A walk to the end; the reply is kept in m_walk.
    QStringList walk(const PagingOptions &options = speculative, Client *client = nullptr);
    Pages *start(const PagingOptions &options = speculative, Client *client = nullptr);
    void teach();
    int wasted(int pages) const { return static_cast<int>(m_list.asked.size()) - pages; }

    ThingList m_list;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Client> m_client;
    QPointer<Pages> m_walk;
    QStringList m_rows;
    int m_finished = 0;
};

void TestSpeculation::init()
{
    m_list = {};
    m_server = std::make_unique<ScriptedServer>();
    m_list.serveBy(m_server.get());
    m_client = std::make_unique<Client>(optionsFor(*m_server, 3));
}

void TestSpeculation::cleanup()
{
    delete m_walk;
    m_client.reset();
    m_server.reset();
}

Pages *TestSpeculation::start(const PagingOptions &options, Client *client)
{
    delete m_walk;
    m_rows.clear();
    m_finished = 0;
    m_walk = new Pages(client ? client : m_client.get(), listCall(), options);
    m_walk->setAutoDelete(false);
    m_walk->onPage(
        this, [this](const ThingPage &page) { m_rows += QStringList(page.things.begin(), page.things.end()); });
    connect(m_walk, &PagedReplyBase::finished, this, [this] { ++m_finished; });
    return m_walk;
}

QStringList TestSpeculation::walk(const PagingOptions &options, Client *client)
{
    return finish(start(options, client)) ? m_rows : QStringList { u"no end"_s };
}

/// One walk over the list as it is now; then the server has been asked for nothing yet.
void TestSpeculation::teach()
{
    walk({ .limit = 100 });
    QVERIFY(!m_walk->error());
    m_list.asked.clear();
}

void TestSpeculation::asksForFiveAtOnce()
{
    teach();
    m_list.delay = 200ms;
    m_list.delays.insert(QString(), 0ms);
    start();
    QTRY_COMPARE(m_list.asked, tokens(0, 6)); // the page whose turn it is, and five more
    QTest::qWait(60);
    QCOMPARE(m_list.asked.size(), 7);
    QCOMPARE(m_rows.size(), 1);
    QVERIFY(m_walk->isSpeculative());
    QVERIFY(finish(m_walk.data()));
    QVERIFY(!m_walk->error());
    int pages = 0;
    QCOMPARE(m_rows, m_list.inTurn(&pages));
    QCOMPARE(m_walk->pageCount(), 12);
    QCOMPARE(m_list.asked.size(), 12); // each once
    QVERIFY(m_walk->isSpeculative());
    QCOMPARE(m_finished, 1);
}

void TestSpeculation::nothingWithoutKnownTokens()
{
    m_list.delay = 20ms;
    start();
    QTRY_VERIFY(m_rows.size() >= 2);
    QVERIFY(m_list.asked.size() <= m_rows.size() + 2);
    QVERIFY(finish(m_walk.data()));
    QCOMPARE(m_list.asked, tokens(0, 11));
}

void TestSpeculation::nothingWithoutTheOption()
{
    teach();
    m_list.delays.insert(ThingList::token(1), 200ms);
    start({ .limit = 100 });
    QTRY_COMPARE(m_rows.size(), 1);
    QTest::qWait(50);
    QCOMPARE(m_list.asked, tokens(0, 1));
    QVERIFY(!m_walk->isSpeculative());
}

void TestSpeculation::nothingForSmallPages()
{
    walk({ .limit = 99 });
    m_list.asked.clear();
    m_list.delays.insert(ThingList::token(1), 200ms);
    start({ .limit = 99, .speculative = true });
    QTRY_COMPARE(m_rows.size(), 1);
    QTest::qWait(50);
    QCOMPARE(m_list.asked, tokens(0, 1));
}

void TestSpeculation::nothingForOtherLimits()
{
    teach();
    m_list.delays.insert(ThingList::token(1), 200ms);
    start({ .limit = 200, .speculative = true });
    QTRY_COMPARE(m_rows.size(), 1);
    QTest::qWait(50);
    QCOMPARE(m_list.asked, tokens(0, 1));
}

void TestSpeculation::nothingForCallsThatCount()
{
    teach();
    m_list.delays.insert(ThingList::token(1), 200ms);
    MethodInfo method = listThings;
    method.idempotent = false;
    Call call;
    call.method = &method;
    Pages pages(m_client.get(), call, speculative);
    pages.setAutoDelete(false);
    QTRY_COMPARE(pages.pageCount(), 1);
    QTest::qWait(50);
    QCOMPARE(m_list.asked, tokens(0, 1));
}

void TestSpeculation::nothingForRowNames()
{
    const auto name = [](int page) {
        return QString::fromLatin1(QByteArray("[\"row\"," + QByteArray::number(page) + "]").toBase64());
    };
    m_list.odd.insert({}, { { u"0"_s }, name(1) });
    for (int page = 1; page < 8; ++page)
        m_list.odd.insert(name(page), { { QString::number(page) }, page < 7 ? name(page + 1) : QString() });
    teach();
    m_list.delays.insert(name(1), 200ms);
    start();
    QTRY_COMPARE(m_rows.size(), 1);
    QTest::qWait(50);
    QCOMPARE(m_list.asked, QStringList({ QString(), name(1) }));
    QVERIFY(finish(m_walk.data()));
    QCOMPARE(m_walk->pageCount(), 8);
}

void TestSpeculation::stopsAtTheEnd()
{
    teach();
    m_list.pages = 3;
    m_list.delay = 20ms;
    QCOMPARE(walk(), QStringList({ ThingList::row(0), ThingList::row(1), ThingList::row(2) }));
    QVERIFY(!m_walk->error());
    QCOMPARE(m_walk->continuationToken(), QString());
    // What was on its way when the walk ended may still arrive, and counts.
    QTest::qWait(60);
    QVERIFY2(wasted(3) <= 5, qPrintable(m_list.asked.join(u' ')));
}

/// The page without a token comes before those that lead to it: nothing is asked for behind it any more.
void TestSpeculation::endBeforeItsTurn()
{
    teach();
    m_list.pages = 4;
    m_list.delay = 400ms;
    m_list.delays.insert(QString(), 0ms);
    m_list.delays.insert(ThingList::token(3), 0ms);
    m_list.delays.insert(ThingList::token(1), 200ms);
    start();
    QTRY_COMPARE(m_list.asked.size(), 7);
    QTRY_VERIFY(m_rows.size() >= 2);
    QVERIFY(finish(m_walk.data()));
    QCOMPARE(m_walk->pageCount(), 4);
    QCOMPARE(m_list.asked.size(), 7);
    QVERIFY(m_walk->isSpeculative());
}

void TestSpeculation::shortPages()
{
    teach();
    // The first token is the one that was expected; then this list counts in its own way.
    m_list.odd.insert(ThingList::token(1), { { u"short"_s }, u"odd1"_s });
    m_list.odd.insert(u"odd1"_s, { { u"shorter"_s }, u"odd2"_s });
    m_list.odd.insert(u"odd2"_s, { {}, u"odd3"_s });
    m_list.odd.insert(u"odd3"_s, { { u"end"_s }, {} });
    m_list.delays.insert(u"odd1"_s, 40ms);
    QCOMPARE(walk(), QStringList({ ThingList::row(0), u"short"_s, u"shorter"_s, u"end"_s }));
    QVERIFY(!m_walk->error());
    QVERIFY(!m_walk->isSpeculative());
    QCOMPARE(m_walk->pageCount(), 5);
    QVERIFY2(wasted(5) <= 5, qPrintable(m_list.asked.join(u' ')));
}

void TestSpeculation::pageThatLies()
{
    teach();
    // In this list the token of the third page is not known: the service starts again at the first row.
    m_list.odd.insert(ThingList::token(2), { { ThingList::row(0) }, ThingList::token(1) });
    m_list.odd.insert(ThingList::token(1), { { u"second"_s }, u"own"_s });
    m_list.odd.insert(u"own"_s, { { u"third"_s }, {} });
    m_list.delays.insert(ThingList::token(1), 200ms);
    QCOMPARE(walk(), QStringList({ ThingList::row(0), u"second"_s, u"third"_s }));
    QVERIFY(!m_walk->error());
    QVERIFY(!m_walk->isSpeculative());
    QVERIFY(wasted(3) <= 5);
}

void TestSpeculation::repeatedToken()
{
    teach();
    m_list.odd.insert(ThingList::token(4), { { u"again"_s }, ThingList::token(2) });
    QCOMPARE(walk().size(), 5);
    QCOMPARE(m_walk->error().kind, ErrorKind::Protocol);
    QCOMPARE(m_walk->pageCount(), 5);
    QVERIFY(wasted(5) <= 5);
    QCOMPARE(m_finished, 1);
}

void TestSpeculation::tooManyRequests()
{
    teach();
    m_list.delay = 250ms;
    m_list.delays.insert(QString(), 0ms);
    m_list.faults.insert(ThingList::token(3), { Step::error(429, "TooManyRequests", "slower") });
    start();
    QSignalSpy retrying(m_walk, &PagedReplyBase::retrying);
    QTRY_VERIFY(!m_walk->isSpeculative());
    const auto before = m_list.asked.size();
    QCOMPARE(before, 7);
    m_list.delay = 5ms;
    QVERIFY(finish(m_walk.data()));
    QVERIFY(!m_walk->error());
    int pages = 0;
    QCOMPARE(m_rows, m_list.inTurn(&pages));
    // The refused page a second time; the rest one after the other, each once.
    QCOMPARE(m_list.asked.size(), 13);
    QCOMPARE(m_list.asked.count(ThingList::token(3)), 2);
    QCOMPARE(m_list.asked.mid(8), tokens(7, 11));
    QCOMPARE(retrying.size(), 1);
    QCOMPARE(m_finished, 1);
}

void TestSpeculation::serverError_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isInTurn");
    QTest::newRow("500, the page whose turn it is") << 1 << 500 << true;
    QTest::newRow("502, the next page") << 2 << 502 << false;
    QTest::newRow("503, the last that was asked for") << 6 << 503 << false;
    QTest::newRow("429, the page whose turn it is") << 1 << 429 << true;
    QTest::newRow("500, the first page") << 0 << 500 << true;
}

void TestSpeculation::serverError()
{
    QFETCH(const int, page);
    QFETCH(const int, status);
    teach();
    m_list.delay = 20ms;
    m_list.faults.insert(ThingList::token(page), { Step::error(status, "X", "no") });
    int pages = 0;
    QCOMPARE(walk(), m_list.inTurn(&pages));
    QVERIFY(!m_walk->error());
    QVERIFY(!m_walk->isSpeculative());
    QCOMPARE(m_list.asked.size(), 13);
}

void TestSpeculation::waitsAsLongAsAsked()
{
    teach();
    m_list.faults.insert(
        ThingList::token(2), { Step::error(429, "TooManyRequests", "slower").with("Retry-After", "1") });
    QElapsedTimer clock;
    clock.start();
    int pages = 0;
    QCOMPARE(walk(), m_list.inTurn(&pages));
    QVERIFY(!m_walk->error());
    QVERIFY2(clock.elapsed() >= 1000, qPrintable(QString::number(clock.elapsed())));
    // Longer than anybody waits: the walk ends, and says where.
    PagingOptions impatient = speculative;
    impatient.call.retry = fastRetries();
    impatient.call.retry->retryAfterCap = 1s;
    m_list.faults.insert(
        ThingList::token(2), { Step::error(429, "TooManyRequests", "slower").with("Retry-After", "3600") });
    QCOMPARE(walk(impatient).size(), 2);
    QCOMPARE(m_walk->error().kind, ErrorKind::RateLimited);
    QCOMPARE(m_walk->continuationToken(), ThingList::token(2));
}

/// A page that is an error in its turn as well.
void TestSpeculation::gone()
{
    teach();
    m_list.faults.insert(ThingList::token(3),
        { Step::error(404, "ResourceNotFound", "gone"), Step::error(404, "ResourceNotFound", "gone") });
    QCOMPARE(walk().size(), 3);
    QCOMPARE(m_walk->error().kind, ErrorKind::NotFound);
    QCOMPARE(m_walk->continuationToken(), ThingList::token(3));
    QCOMPARE(m_list.asked.count(ThingList::token(3)), 2);
    QCOMPARE(m_finished, 1);
}

/// Rows that are appended while five pages are on their way: the tokens decide what belongs to the list.
void TestSpeculation::growsMeanwhile()
{
    teach();
    m_list.pages = 7;
    m_list.delay = 200ms;
    m_list.delays.insert(QString(), 0ms);
    start();
    QTRY_COMPARE(m_list.asked.size(), 7); // pages 1 to 6; the last of them had no successor when it was asked for
    m_list.pages = 20;
    QVERIFY(finish(m_walk.data()));
    QVERIFY(!m_walk->error());
    QCOMPARE(m_rows.size(), 7);
    // The next walk goes beyond what any walk has seen.
    m_list.asked.clear();
    QCOMPARE(walk().size(), 20);
    QVERIFY(!m_walk->error());
    QCOMPARE(m_list.asked.size(), 20);
}

void TestSpeculation::pausedInTheMiddle()
{
    teach();
    m_list.delay = 30ms;
    m_list.delays.insert(QString(), 0ms);
    start();
    m_walk->onPage(this, [this] {
        if (m_walk->pageCount() == 2)
            m_walk->pause();
    });
    QTRY_COMPARE(m_rows.size(), 2);
    QTest::qWait(60); // what was on its way when the walk paused may still arrive
    const auto asked = m_list.asked.size();
    QVERIFY(asked <= 10);
    QTest::qWait(120);
    QCOMPARE(m_rows.size(), 2); // the others have come, and wait
    QCOMPARE(m_list.asked.size(), asked);
    QVERIFY(!m_walk->isFinished());
    m_walk->resume();
    QVERIFY(finish(m_walk.data()));
    int pages = 0;
    QCOMPARE(m_rows, m_list.inTurn(&pages));
    QCOMPARE(m_list.asked.size(), 12);
}

void TestSpeculation::abortedInTheMiddle()
{
    teach();
    m_list.delay = 100ms;
    m_list.delays.insert(QString(), 0ms);
    start();
    QTRY_COMPARE(m_list.asked.size(), 7);
    QCOMPARE(m_rows.size(), 1);
    m_walk->abort();
    m_walk->abort();
    QCOMPARE(m_finished, 0);
    QVERIFY(finish(m_walk.data()));
    QCOMPARE(m_walk->error().kind, ErrorKind::Cancelled);
    QCOMPARE(m_walk->continuationToken(), ThingList::token(1));
    QTest::qWait(200);
    QCOMPARE(m_list.asked.size(), 7);
    QCOMPARE(m_rows.size(), 1);
    QCOMPARE(m_finished, 1);
}

void TestSpeculation::deletedInTheMiddle()
{
    teach();
    m_list.delay = 40ms;
    m_list.delays.insert(QString(), 0ms);
    start();
    m_walk->onPage(this, [this] {
        if (m_walk->pageCount() == 2)
            delete m_walk;
    });
    QTRY_VERIFY(!m_walk);
    QTest::qWait(100);
    QCOMPARE(m_rows.size(), 2);
    QCOMPARE(m_finished, 0);
    QVERIFY(m_list.asked.size() <= 10);
}

void TestSpeculation::clientDestroyed()
{
    teach();
    m_list.delay = 100ms;
    m_list.delays.insert(QString(), 0ms);
    start();
    QTRY_COMPARE(m_list.asked.size(), 7);
    m_client.reset();
    QVERIFY(finish(m_walk.data()));
    QCOMPARE(m_walk->error().kind, ErrorKind::Cancelled);
    QCOMPARE(m_finished, 1);
}

void TestSpeculation::switchedOnLater()
{
    teach();
    m_list.delay = 200ms;
    m_list.delays.insert(QString(), 0ms);
    start({ .limit = 100 });
    m_walk->onPage(this, [this] { m_walk->setSpeculative(true); });
    QTRY_COMPARE(m_rows.size(), 1);
    QVERIFY(m_walk->isSpeculative());
    QTRY_COMPARE(m_list.asked, tokens(0, 6));
    QVERIFY(finish(m_walk.data()));
    QCOMPARE(m_rows.size(), 12);
}

void TestSpeculation::switchedOffLater()
{
    teach();
    m_list.delay = 200ms;
    m_list.delays.insert(QString(), 0ms);
    start();
    QTRY_COMPARE(m_list.asked, tokens(0, 6));
    m_walk->setSpeculative(false);
    QTRY_VERIFY(m_rows.size() >= 3);
    QVERIFY(m_list.asked.size() <= 7 || m_rows.size() >= 6);
    QVERIFY(finish(m_walk.data()));
    QCOMPARE(m_rows.size(), 12);
    QCOMPARE(m_list.asked.size(), 12);
}

void TestSpeculation::goesOnFromAToken()
{
    teach();
    m_list.delay = 200ms;
    PagingOptions options = speculative;
    options.startToken = ThingList::token(3);
    start(options);
    QTRY_COMPARE(m_list.asked, tokens(3, 8)); // at once, because the token is known
    QVERIFY(finish(m_walk.data()));
    QVERIFY(!m_walk->error());
    QCOMPARE(m_rows.size(), 9);
    QCOMPARE(m_list.asked.size(), 9);
}

void TestSpeculation::disputedTokensAreLeftAlone()
{
    teach();
    m_list.odd.insert(ThingList::token(1), { { u"odd"_s }, u"own"_s });
    m_list.odd.insert(u"own"_s, { { u"odd"_s }, {} });
    QCOMPARE(walk().size(), 3);
    m_list.odd.clear();
    m_list.asked.clear();
    m_list.delays.insert(ThingList::token(1), 200ms);
    start();
    QTRY_COMPARE(m_rows.size(), 1);
    QTest::qWait(30);
    QCOMPARE(m_list.asked, tokens(0, 1)); // what follows the first token is not the same in all lists
    QVERIFY(finish(m_walk.data()));
    QCOMPARE(m_rows.size(), 12);
    QVERIFY(m_walk->isSpeculative()); // which is no surprise
    QCOMPARE(m_list.asked.size(), 12);
}

void TestSpeculation::badWalksTeachNothing()
{
    m_list.odd.insert(ThingList::token(4), { { u"again"_s }, ThingList::token(2) });
    walk({ .limit = 100 });
    QCOMPARE(m_walk->error().kind, ErrorKind::Protocol);
    m_list.odd.clear();
    m_list.asked.clear();
    m_list.delays.insert(ThingList::token(1), 200ms);
    start();
    QTRY_COMPARE(m_rows.size(), 1);
    QTest::qWait(30);
    QCOMPARE(m_list.asked, tokens(0, 1));
}

void TestSpeculation::derivedClientsShare()
{
    teach();
    m_list.delay = 200ms;
    m_list.delays.insert(QString(), 0ms);
    ClientOptions options = m_client->options();
    options.traceId = u"other"_s;
    const auto derived = m_client->derive(options);
    start(speculative, derived.get());
    QTRY_COMPARE(m_list.asked, tokens(0, 6));
    QVERIFY(finish(m_walk.data()));
    m_list.asked.clear();
    // A client that is no relation knows nothing.
    Client stranger(optionsFor(*m_server));
    start(speculative, &stranger);
    QTRY_COMPARE(m_rows.size(), 1);
    QTest::qWait(30);
    QCOMPARE(m_list.asked, tokens(0, 1));
    delete m_walk;
}

QTEST_GUILESS_MAIN(TestSpeculation)
#include "test_speculation.moc"
