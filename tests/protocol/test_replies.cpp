// SPDX-License-Identifier: MPL-2.0
// What comes back: errors of every status and shape, damaged and oversized bodies, headers that go out.
#include "scriptedserver.h"
#include "testcalls.h"
#include "testidentity.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

class TestReplies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errorTable_data();
    void errorTable();
    void seeOtherIsAResult();
    void otherRedirectsAreErrors_data();
    void otherRedirectsAreErrors();
    void brokenBodies_data();
    void brokenBodies();
    void requestHeaders();
    void bodyAndVerb_data();
    void bodyAndVerb();
    void gzippedReplies();
    void chunkedReplies();
    void tooLarge_data();
    void tooLarge();
    void hugeReplyTakesNoMemory();
    void largeErrorIsStillAnError();
    void keepsOneConnection();
    void manyAtOnceUseMoreConnections();
    void noCookiesNoCache();
};

namespace {

ClientOptions optionsFor(const ScriptedServer &server, int retries = 0)
{
    ClientOptions options;
    options.rootUrl = server.url();
    options.retry = fastRetries(retries);
    return options;
}

/// Peak of this process's memory in bytes.
[[maybe_unused]] qint64 peakMemory()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().chopped(3).trimmed().toLongLong() * 1024;
    }
    return -1;
}

} // namespace

void TestReplies::errorTable_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    const auto service = [](int status, const char *code, ErrorKind kind) {
        QTest::newRow(code) << Step::error(status, code, "What happened.\\n\\n---\\n\\n* method:     x") << kind
                            << QString::fromLatin1(code) << u"What happened."_s;
    };
    service(400, "InputError", ErrorKind::Client);
    service(401, "AuthenticationFailed", ErrorKind::Authentication);
    service(403, "InsufficientScopes", ErrorKind::Scope);
    service(404, "ResourceNotFound", ErrorKind::NotFound);
    service(409, "RequestConflict", ErrorKind::Conflict);
    service(410, "ResourceExpired", ErrorKind::Expired);
    service(413, "InputTooLarge", ErrorKind::Client);
    service(429, "TooManyRequests", ErrorKind::RateLimited);
    service(500, "InternalServerError", ErrorKind::Server);
    service(503, "ProviderSetupFailed", ErrorKind::Server);
    QTest::newRow("error artifact") << Step::json(R"({"reason":"file-missing-on-worker","message":"Gone"})", 424)
                                    << ErrorKind::Artifact << u"file-missing-on-worker"_s << u"Gone"_s;
    QTest::newRow("router") << Step::json(R"({"error":"Not found"})", 404) << ErrorKind::NotFound << QString()
                            << u"Not found"_s;
    QTest::newRow("HTML") << Step::reply(502, "text/html", "<html><title>502 Bad Gateway</title></html>")
                          << ErrorKind::Server << QString()
                          << u"127.0.0.1 answered with status 502 and a web page: 502 Bad Gateway"_s;
    QTest::newRow("gzipped HTML") << Step::reply(414, "text/html", "<html><title>Too long</title></html>").gzipped()
                                  << ErrorKind::Client << QString()
                                  << u"127.0.0.1 answered with status 414 and a web page: Too long"_s;
    QTest::newRow("XML") << Step::reply(
        403, "application/xml", "<Error><Code>AccessDenied</Code><Message>No</Message></Error>")
                         << ErrorKind::Scope << u"AccessDenied"_s << u"No"_s;
    QTest::newRow("nothing") << Step::reply(500, "text/plain", {}) << ErrorKind::Server << QString()
                             << u"127.0.0.1 failed with status 500."_s;
}

void TestReplies::errorTable()
{
    QFETCH(const Step, step);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, code);
    QFETCH(const QString, message);
    ScriptedServer server;
    server.enqueue(step);
    Client client(optionsFor(server));
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, kind);
    QCOMPARE(reply->error().code, code);
    QCOMPARE(reply->error().message, message);
    QCOMPARE(reply->error().httpStatus, step.status);
    QCOMPARE(reply->error().method, u"test.getThing"_s);
    delete reply;
}

void TestReplies::seeOtherIsAResult()
{
    ScriptedServer server;
    ScriptedServer other;
    server.enqueue(Step::redirect(QUrl(other.url() + u"/x"_s)));
    Client client(optionsFor(server));
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QVERIFY2(!reply->error(), qPrintable(reply->error().message));
    QCOMPARE(reply->value().toObject().value("url"_L1).toString(), other.url() + u"/x"_s);
    QTest::qWait(50);
    QCOMPARE(other.connections(), 0);
    delete reply;
}

void TestReplies::otherRedirectsAreErrors_data()
{
    QTest::addColumn<int>("status");
    for (const int status : { 301, 302, 307, 308 })
        QTest::newRow(qPrintable(QString::number(status))) << status;
}

void TestReplies::otherRedirectsAreErrors()
{
    QFETCH(const int, status);
    ScriptedServer server;
    ScriptedServer other;
    server.enqueue(Step::redirect(QUrl(other.url() + u"/x?bewit=SECRET"_s), status));
    ClientOptions options = optionsFor(server);
    options.credentials = fixedCredentials({ u"me"_s, u"a-long-enough-token"_s, {} });
    Client client(options);
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, ErrorKind::Client);
    QVERIFY(!reply->error().message.contains(u"SECRET"_s));
    QTest::qWait(50);
    QCOMPARE(other.connections(), 0); // neither credentials nor anything else went there
    delete reply;
}

void TestReplies::brokenBodies_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<QString>("words");
    QTest::newRow("HTML") << Step::reply(200, "text/html", "<!doctype html><html><title>Sign in</title></html>")
                          << u"Sign in"_s;
    QTest::newRow("cut JSON") << Step::json(R"({"a": [1, 2)") << u"not what the API promises"_s;
    QTest::newRow("two values") << Step::json("{} {}") << u"not what the API promises"_s;
    QTest::newRow("nothing") << Step::json({}) << u"empty"_s;
    QTest::newRow("no content") << Step::reply(204, "text/plain", {}) << u"empty"_s;
    QTest::newRow("plain See Other") << Step::reply(303, "text/plain", "See Other") << u"not what the API promises"_s;
    Step damaged = Step::json(QByteArray(5000, ' ') + "{}").gzipped();
    damaged.body[damaged.body.size() - 5] = static_cast<char>(damaged.body.at(damaged.body.size() - 5) ^ 1);
    QTest::newRow("damaged gzip") << damaged << u"damaged"_s;
    QTest::newRow("no gzip at all") << Step::json("{}").with("Content-Encoding", "gzip") << u"damaged"_s;
}

void TestReplies::brokenBodies()
{
    QFETCH(const Step, step);
    QFETCH(const QString, words);
    ScriptedServer server;
    server.enqueue(step);
    Client client(optionsFor(server, 3));
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, ErrorKind::Protocol);
    QVERIFY2(reply->error().message.contains(words), qPrintable(reply->error().message));
    QCOMPARE(reply->error().method, u"test.getThing"_s);
    QCOMPARE(reply->error().httpStatus, step.status);
    QCOMPARE(server.requests().size(), 1);
    delete reply;
}

void TestReplies::requestHeaders()
{
    ScriptedServer server;
    server.enqueue(Step::json("{}"));
    Client client(optionsFor(server));
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    const Request request = server.requests().constFirst();
    QVERIFY(request.header("user-agent").startsWith("libtc/"));
    QVERIFY(request.header("user-agent").endsWith(qVersion()));
    QCOMPARE(request.header("accept-encoding"), "gzip"_ba);
    QCOMPARE(request.header("host"), "127.0.0.1:" + QByteArray::number(server.port()));
    QVERIFY(request.header("authorization").isEmpty());
    QVERIFY(request.header("cookie").isEmpty());
    QVERIFY(request.header("content-type").isEmpty());
    QVERIFY(request.header("x-taskcluster-trace-id").isEmpty());
    delete reply;
}

void TestReplies::bodyAndVerb_data()
{
    QTest::addColumn<const MethodInfo *>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("GET") << &getThing << QByteArray();
    QTest::newRow("PUT") << &putThing << "{\"a\": 1}"_ba;
    QTest::newRow("POST") << &createThing << "{\"a\": 1}"_ba;
    QTest::newRow("DELETE") << &deleteThing << QByteArray();
    QTest::newRow("DELETE with a body") << &deleteThing << "{\"a\": 1}"_ba;
    QTest::newRow("POST without a body") << &createThing << QByteArray();
    QTest::newRow("POST, marked") << &sendMail << "{\"a\": 1}"_ba;
    QTest::newRow("POST, marked, without a body") << &ring << QByteArray();
}

void TestReplies::bodyAndVerb()
{
    QFETCH(const MethodInfo *, method);
    QFETCH(const QByteArray, body);
    ScriptedServer server;
    server.enqueue(Step::json("{}"));
    Client client(optionsFor(server));
    Call call;
    call.method = method;
    if (!method->arguments.empty())
        call.arguments.append(u"a"_s);
    if (!body.isEmpty())
        call.body = body;
    auto *reply = client.call<void>(call);
    QVERIFY(finish(reply));
    QVERIFY2(!reply->error(), qPrintable(reply->error().message));
    const Request request = server.requests().constFirst();
    QCOMPARE(request.verb, QByteArray(method->verb));
    QCOMPARE(request.body, body);
    QCOMPARE(request.header("content-type"), body.isEmpty() ? QByteArray() : "application/json"_ba);
    if (request.verb == "POST") // proxies refuse a POST without a length
        QCOMPARE(request.header("content-length"), QByteArray::number(body.size()));
    delete reply;
}

void TestReplies::gzippedReplies()
{
    ScriptedServer server;
    const QByteArray list = '[' + QByteArray("{\"a\":1},").repeated(1000) + "{}]";
    server.enqueue(Step::json(list).gzipped());
    Client client(optionsFor(server));
    auto *reply = client.call<Json>(thingCall());
    qint64 last = 0;
    connect(reply, &ReplyBase::progress, this, [&last](qint64 received) { last = received; });
    QVERIFY(finish(reply));
    QVERIFY2(!reply->error(), qPrintable(reply->error().message));
    QCOMPARE(reply->value().toArray().size(), 1001);
    QCOMPARE(last, gzip(list).size()); // counted on the wire
    delete reply;
}

void TestReplies::chunkedReplies()
{
    ScriptedServer server;
    const QByteArray list = '[' + QByteArray("{\"a\":1},").repeated(1000) + "{}]";
    Step step = Step::json(list).slowly(1000, 1ms);
    step.chunked = true;
    server.enqueue(step);
    Client client(optionsFor(server));
    auto *reply = client.call<Json>(thingCall());
    QList<qint64> totals;
    connect(reply, &ReplyBase::progress, this, [&totals](qint64, qint64 total) { totals.append(total); });
    QVERIFY(finish(reply));
    QCOMPARE(reply->value().toArray().size(), 1001);
    QCOMPARE(totals.first(), -1);
    delete reply;
}

void TestReplies::tooLarge_data()
{
    QTest::addColumn<Step>("step");
    QTest::newRow("announced") << Step::json(QByteArray(10'001, ' '));
    Step chunked = Step::json(QByteArray(100'000, ' '));
    chunked.chunked = true;
    QTest::newRow("not announced") << chunked;
    QTest::newRow("inflated") << Step::json(QByteArray(10'001, ' ')).gzipped();
    QTest::newRow("inflated elsewhere") << Step::json(QByteArray(80'000'000, ' ')).gzipped();
}

void TestReplies::tooLarge()
{
    QFETCH(const Step, step);
    ScriptedServer server;
    server.enqueue(step);
    ClientOptions options = optionsFor(server, 3);
    options.maxReplySize = step.body.size() > 60'000 ? 1'000'000 : 10'000;
    if (step.chunked)
        options.maxReplySize = 10'000;
    Client client(options);
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, ErrorKind::TooLarge);
    QVERIFY(!reply->error().message.isEmpty());
    QCOMPARE(server.requests().size(), 1);
    delete reply;
}

void TestReplies::hugeReplyTakesNoMemory()
{
    ScriptedServer server;
    Step step = Step::json("[");
    step.filler = 300LL * 1024 * 1024;
    step.chunked = true;
    server.enqueue(step);
    ClientOptions options = optionsFor(server);
    options.maxReplySize = 32LL * 1024 * 1024;
    Client client(options);
    [[maybe_unused]] const qint64 before = peakMemory();
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, ErrorKind::TooLarge);
#ifndef __SANITIZE_ADDRESS__ // which keeps what has been freed for a while
    QVERIFY2(peakMemory() - before < 100LL * 1024 * 1024, qPrintable(QString::number(peakMemory() - before)));
#endif
    QVERIFY(server.bodyBytesSent() < 150LL * 1024 * 1024);
    delete reply;
}

void TestReplies::largeErrorIsStillAnError()
{
    ScriptedServer server;
    Step step = Step::error(404, "ResourceNotFound", "no");
    step.filler = 1'000'000;
    server.enqueue(step);
    ClientOptions options = optionsFor(server);
    options.maxReplySize = 10'000;
    Client client(options);
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, ErrorKind::NotFound);
    delete reply;
}

void TestReplies::keepsOneConnection()
{
    for (const auto security : { ScriptedServer::Security::Plain, ScriptedServer::Security::Tls }) {
        ScriptedServer server(security);
        server.setHandler([](const Request &) { return Step::json("{}"); });
        ClientOptions options = optionsFor(server);
        options.tls = clientTls();
        Client client(options);
        for (int i = 0; i < 20; ++i) {
            auto *reply = client.call<Json>(thingCall());
            QVERIFY(finish(reply));
            QVERIFY2(!reply->error(), qPrintable(reply->error().message));
            delete reply;
        }
        QCOMPARE(server.connections(), 1);
    }
}

void TestReplies::manyAtOnceUseMoreConnections()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Step::json("{}").after(20ms); });
    Client client(optionsFor(server));
    int finished = 0;
    int failed = 0;
    for (int i = 0; i < 100; ++i) {
        auto *reply = client.call<Json>(thingCall());
        connect(reply, &ReplyBase::finished, this, [&, reply] {
            ++finished;
            failed += reply->error() ? 1 : 0;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(finished, 100, 10'000);
    QCOMPARE(failed, 0);
    QVERIFY2(server.connections() > 6 && server.connections() <= 24, qPrintable(QString::number(server.connections())));
}

void TestReplies::noCookiesNoCache()
{
    ScriptedServer server;
    server.enqueue(Step::json("{\"n\":1}")
                       .with("Set-Cookie", "a=b; Path=/")
                       .with("Cache-Control", "max-age=3600")
                       .with("ETag", "\"x\""));
    server.enqueue(Step::json("{\"n\":2}"));
    Client client(optionsFor(server));
    for (int i = 1; i <= 2; ++i) {
        auto *reply = client.call<Json>(thingCall());
        QVERIFY(finish(reply));
        QCOMPARE(reply->value().toObject().value("n"_L1).toInt(), i);
        delete reply;
    }
    QVERIFY(server.requests().at(1).header("cookie").isEmpty());
    QVERIFY(server.requests().at(1).header("if-none-match").isEmpty());
}

QTEST_GUILESS_MAIN(TestReplies)
#include "test_replies.moc"
