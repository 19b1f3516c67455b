// SPDX-License-Identifier: MPL-2.0
// Attempts are counted at the server, because the network library sends things again by itself.
#include "scriptedserver.h"
#include "testcalls.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

class TestRetries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsRetried_data();
    void whatIsRetried();
    void succeedsInTheEnd();
    void eachAttemptIsSignedAfresh();
    void noRetriesWhenTold();
    void delaysGrow();
    void retryAfter_data();
    void retryAfter();
    void retryAfterTooLong();
    void cutConnections_data();
    void cutConnections();
    void marksAreKept_data();
    void marksAreKept();
    void markedBodiesArriveWhole();
    void refusedConnectionIsRetried();
    void idleConnectionsThatTheServerClosed();
};

namespace {

ClientOptions optionsFor(const ScriptedServer &server, int retries = 2)
{
    ClientOptions options;
    options.rootUrl = server.url();
    options.retry = fastRetries(retries);
    options.credentials = fixedCredentials({ u"me"_s, u"a-long-enough-token"_s, {} });
    return options;
}

Call mailCall()
{
    return { &sendMail, {}, {}, "{\"to\":\"you\"}"_ba, {} };
}

QByteArray httpDate(const QDateTime &date)
{
    return QLocale::c().toString(date.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace

void TestRetries::whatIsRetried_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("requests");
    for (const int status : { 500, 502, 503, 504, 429 })
        QTest::newRow(qPrintable(QString::number(status))) << status << 3;
    for (const int status : { 301, 302, 307, 400, 401, 403, 404, 409, 410, 413, 424 })
        QTest::newRow(qPrintable(QString::number(status))) << status << 1;
}

void TestRetries::whatIsRetried()
{
    QFETCH(const int, status);
    QFETCH(const int, requests);
    ScriptedServer server;
    server.setHandler([status](const Request &) { return Step::error(status, "X", "no"); });
    Client client(optionsFor(server));
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QCOMPARE(server.requests().size(), requests);
    QCOMPARE(reply->error().attempts, requests);
    QCOMPARE(reply->error().httpStatus, status);
    delete reply;
}

void TestRetries::succeedsInTheEnd()
{
    ScriptedServer server;
    server.enqueue(Step::error(503, "X", "no"));
    server.enqueue(Step::error(429, "TooManyRequests", "slow down"));
    server.enqueue(Step::json("{}"));
    Client client(optionsFor(server));
    auto *reply = client.call<Json>({ &createThing, {}, {}, "{\"x\":1}"_ba, {} });
    QSignalSpy retrying(reply, &ReplyBase::retrying);
    QVERIFY(finish(reply));
    QVERIFY(!reply->error());
    QCOMPARE(retrying.size(), 2);
    QCOMPARE(retrying.at(1).at(0).toInt(), 3);
    QCOMPARE(reply->response().attempts, 3);
    for (const Request &request : server.requests())
        QCOMPARE(request.body, "{\"x\":1}"_ba);
    delete reply;
}

void TestRetries::eachAttemptIsSignedAfresh()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Step::error(500, "X", "no"); });
    Client client(optionsFor(server));
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QSet<QByteArray> signatures;
    for (const Request &request : server.requests()) {
        QVERIFY(request.header("authorization").startsWith("Hawk id=\"me\""));
        signatures.insert(request.header("authorization"));
    }
    QCOMPARE(signatures.size(), 3);
    delete reply;
}

void TestRetries::noRetriesWhenTold()
{
    ScriptedServer server;
    Client client(optionsFor(server, 0));
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QCOMPARE(server.requests().size(), 1);
    delete reply;
}

void TestRetries::delaysGrow()
{
    ScriptedServer server;
    ClientOptions options = optionsFor(server);
    options.retry = { .retries = 3, .base = 20ms, .jitter = 0 };
    Client client(options);
    QList<std::chrono::milliseconds> delays;
    QElapsedTimer clock;
    clock.start();
    auto *reply = client.call<Json>(thingCall());
    connect(reply, &ReplyBase::retrying, this, [&](int, std::chrono::milliseconds delay) { delays.append(delay); });
    QVERIFY(finish(reply));
    QCOMPARE(delays, QList<std::chrono::milliseconds>({ 20ms, 40ms, 80ms }));
    QVERIFY(clock.elapsed() >= 130);
    delete reply;
}

void TestRetries::retryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("serverOffset"); // seconds that the server's clock is ahead; it says so when it is
    QTest::newRow("seconds") << "1"_ba << 0;
    QTest::newRow("date") << QByteArray() << 0;
    QTest::newRow("date of a server in the past") << QByteArray() << -86'400;
}

void TestRetries::retryAfter()
{
    QFETCH(const QByteArray, value);
    QFETCH(const int, serverOffset);
    ScriptedServer server;
    // A date has no fractions, so it is between one and two seconds away.
    const QDateTime serverNow = QDateTime::currentDateTimeUtc().addSecs(serverOffset);
    Step step = Step::error(429, "TooManyRequests", "later")
                    .with("Retry-After", value.isEmpty() ? httpDate(serverNow.addSecs(2)) : value);
    server.enqueue(serverOffset == 0 ? step : step.with("Date", httpDate(serverNow)));
    server.enqueue(Step::json("{}"));
    Client client(optionsFor(server));
    QElapsedTimer clock;
    clock.start();
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QVERIFY(!reply->error());
    QVERIFY2(clock.elapsed() >= 900 && clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
    delete reply;
}

void TestRetries::retryAfterTooLong()
{
    ScriptedServer server;
    server.enqueue(Step::error(503, "X", "tomorrow").with("Retry-After", "86400"));
    Client client(optionsFor(server));
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, ErrorKind::Server);
    QCOMPARE(server.requests().size(), 1);
    delete reply;
}

void TestRetries::cutConnections_data()
{
    QTest::addColumn<Step>("step");
    QTest::newRow("no answer") << Step::silence(Step::Fault::Close);
    QTest::newRow("cut body") << Step::json("{\"a\": \"0123456789\"}").cut(8);
    Step liar = Step::json("{}");
    liar.announcedLength = 100;
    liar.close = true;
    QTest::newRow("shorter than announced") << liar;
    Step chunked = Step::json("{\"a\": \"0123456789\"}").cut(8);
    chunked.chunked = true;
    QTest::newRow("cut chunks") << chunked;
    Step packed = Step::json(QByteArray(5000, ' ') + "{}").gzipped();
    packed.body.chop(5);
    QTest::newRow("cut gzip of the right length") << packed;
}

void TestRetries::cutConnections()
{
    QFETCH(const Step, step);
    ScriptedServer server;
    server.setHandler([step](const Request &) { return step; });
    Client client(optionsFor(server));
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, ErrorKind::Network);
    QCOMPARE(reply->error().attempts, 3);
    QVERIFY(server.requests().size() >= 3); // the network library may have doubled those without an answer
    delete reply;
}

void TestRetries::marksAreKept_data()
{
    QTest::addColumn<bool>("hasBody");
    QTest::addColumn<Step>("step");
    for (const bool hasBody : { true, false }) {
        const QString name = hasBody ? u"body, "_s : u"no body, "_s;
        QTest::newRow(qPrintable(name + u"no answer"_s)) << hasBody << Step::silence(Step::Fault::Close);
        QTest::newRow(qPrintable(name + u"cut answer"_s)) << hasBody << Step::json("{\"a\": 1}").cut(4);
        QTest::newRow(qPrintable(name + u"500"_s)) << hasBody << Step::error(500, "X", "no");
        QTest::newRow(qPrintable(name + u"503"_s)) << hasBody << Step::error(503, "X", "no").with("Retry-After", "0");
        QTest::newRow(qPrintable(name + u"429"_s)) << hasBody << Step::error(429, "X", "no");
    }
}

void TestRetries::marksAreKept()
{
    QFETCH(const bool, hasBody);
    QFETCH(const Step, step);
    ScriptedServer server;
    // On a connection that has been used, because the network library trusts those least.
    server.enqueue(Step::json("{}"));
    server.setHandler([step](const Request &) { return step; });
    Client client(optionsFor(server));
    auto *first = client.call<Json>(thingCall());
    QVERIFY(finish(first));
    auto *reply = client.call<void>(hasBody ? mailCall() : Call { &ring, {}, {}, {}, {} });
    QVERIFY(finish(reply));
    QVERIFY(reply->error());
    QCOMPARE(reply->error().attempts, 1);
    QTest::qWait(50);
    QCOMPARE(server.requests().size(), 2);
    delete first;
    delete reply;
}

void TestRetries::markedBodiesArriveWhole()
{
    ScriptedServer server;
    server.enqueue(Step::reply(200, "text/plain", "OK"), 3);
    Client client(optionsFor(server));
    const QByteArray large = "{\"text\":\"" + QByteArray(300'000, 'x') + "\"}";
    for (const Call &call : { mailCall(), Call { &ring, {}, {}, {}, {} }, Call { &sendMail, {}, {}, large, {} } }) {
        auto *reply = client.call<void>(call);
        QVERIFY(finish(reply));
        QVERIFY2(!reply->error(), qPrintable(reply->error().message));
        const Request request = server.requests().constLast();
        QCOMPARE(request.body, call.body.value_or(QByteArray()));
        QCOMPARE(request.header("content-length").toLongLong(), request.body.size());
        QVERIFY(request.header("transfer-encoding").isEmpty());
        QCOMPARE(request.header("content-type"), call.body ? "application/json"_ba : QByteArray());
        delete reply;
    }
}

void TestRetries::refusedConnectionIsRetried()
{
    ScriptedServer server;
    const ClientOptions options = optionsFor(server);
    server.stopListening();
    Client client(options);
    for (const Call &call : { thingCall(), mailCall(), Call { &ring, {}, {}, {}, {} } }) {
        auto *reply = client.call<void>(call);
        QVERIFY(finish(reply));
        QCOMPARE(reply->error().kind, ErrorKind::Network);
        QCOMPARE(reply->error().attempts, 3);
        QVERIFY2(reply->error().message.contains(u"127.0.0.1"_s), qPrintable(reply->error().message));
        delete reply;
    }
}

void TestRetries::idleConnectionsThatTheServerClosed()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Step::json("{}"); });
    Client client(optionsFor(server));
    for (int i = 0; i < 3; ++i) {
        auto *reply = client.call<void>(i == 2 ? mailCall() : thingCall());
        QVERIFY(finish(reply));
        QVERIFY2(!reply->error(), qPrintable(reply->error().message));
        QCOMPARE(reply->response().attempts, 1);
        delete reply;
        server.closeConnections();
        QTest::qWait(30);
    }
    QCOMPARE(server.requests().size(), 3);
}

QTEST_GUILESS_MAIN(TestRetries)
#include "test_retries.moc"
