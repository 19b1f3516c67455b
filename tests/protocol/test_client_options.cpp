// SPDX-License-Identifier: MPL-2.0
// What a client's options do: deriving, retries, cancellation from elsewhere, names, signed URLs, response metadata.
#include "scriptedserver.h"
#include "testcalls.h"

#include <tc/hawk.h>
#include <tc/version.h>

#include <QDateTime>
#include <QElapsedTimer>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

class TestClientOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void derivedSharesConnections();
    void derivedWithOtherPolicyDoesNot_data();
    void derivedWithOtherPolicyDoesNot();
    void derivedSharesTheClock();
    void derivedOutlivesItsBase();
    void derivedHasItsOwnCredentials();
    void maxRetries_data();
    void maxRetries();
    void stopTokenCancels_data();
    void stopTokenCancels();
    void stopTokenOfAFinishedCall();
    void stopFromAnotherThread();
    void userAgent_data();
    void userAgent();
    void traceId();
    void responseMetadata();
    void responseMetadataOfAnError();
    void signedUrlExpiration_data();
    void signedUrlExpiration();
    void signAnyUrl();
    void signAnyUrlRefuses_data();
    void signAnyUrlRefuses();
    void signedUrlThatIsTooLong();
    void versions();
};

namespace {

const Credentials me { u"tester/me"_s, u"SECRET-access-token-0123456789"_s, {} };
const Credentials other { u"tester/other"_s, u"SECRET-other-token-0123456789"_s, {} };

ClientOptions optionsFor(const ScriptedServer &server)
{
    ClientOptions options;
    options.rootUrl = server.url();
    options.retry = fastRetries(2);
    options.credentials = fixedCredentials(me);
    return options;
}

QByteArrayList bewitParts(const QUrl &url)
{
    const QByteArray encoded = url.toEncoded();
    return QByteArray::fromBase64(encoded.mid(encoded.indexOf("bewit=") + 6), QByteArray::Base64UrlEncoding)
        .split('\\');
}

/// Calls and waits; the error's kind.
ErrorKind callOnce(Client &client, const CallOptions &options = {})
{
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall(options)));
    return finish(reply.get()) ? reply->error().kind : ErrorKind::Timeout;
}

} // namespace

void TestClientOptions::derivedSharesConnections()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Step::json("{}"); });
    Client client(optionsFor(server));
    QCOMPARE(callOnce(client), ErrorKind::None);
    ClientOptions changed = client.options();
    changed.authorizedScopes = QStringList {};
    changed.timeout = 1s;
    changed.rootUrl += u"//"_s; // the same one, written otherwise
    const auto derived = client.derive(changed);
    QCOMPARE(derived->rootUrl(), client.rootUrl());
    QCOMPARE(callOnce(*derived), ErrorKind::None);
    QCOMPARE(server.connections(), 1);
    QCOMPARE(derived->options().timeout, 1s);
    QVERIFY(!client.options().authorizedScopes);
}

void TestClientOptions::derivedWithOtherPolicyDoesNot_data()
{
    QTest::addColumn<int>("change");
    QTest::newRow("marked for development") << 0;
    QTest::newRow("another user agent") << 1;
    QTest::newRow("its own authorities") << 2;
    QTest::newRow("no proxy") << 3;
}

void TestClientOptions::derivedWithOtherPolicyDoesNot()
{
    QFETCH(const int, change);
    ScriptedServer server;
    server.setHandler([](const Request &) { return Step::json("{}"); });
    Client client(optionsFor(server));
    QCOMPARE(callOnce(client), ErrorKind::None);
    ClientOptions changed = client.options();
    if (change == 0)
        changed.developmentDeployment = true;
    else if (change == 1)
        changed.userAgent = u"other/1"_s;
    else if (change == 2)
        changed.tls = QSslConfiguration::defaultConfiguration();
    else
        changed.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    const auto derived = client.derive(changed);
    QCOMPARE(callOnce(*derived), ErrorKind::None);
    QCOMPARE(server.connections(), 2);
}

void TestClientOptions::derivedSharesTheClock()
{
    constexpr qint64 offset = 3600;
    ScriptedServer server;
    const QDateTime theirs = QDateTime::currentDateTimeUtc().addSecs(offset);
    const QByteArray date = QLocale::c().toString(theirs, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
    server.enqueue(Step::error(401, "AuthenticationFailed", "Stale timestamp").with("Date", date));
    server.setHandler([](const Request &) { return Step::json("{}"); });
    Client client(optionsFor(server));
    ClientOptions changed = client.options();
    changed.userAgent = u"other/1"_s; // connections of its own
    const auto derived = client.derive(changed);
    QCOMPARE(callOnce(client), ErrorKind::None);
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(callOnce(*derived), ErrorKind::None);
    QCOMPARE(server.requests().size(), 3);
    static const QRegularExpression stamp(u"ts=\"(\\d+)\""_s);
    const QString header = QString::fromLatin1(server.requests().constLast().header("authorization"));
    QVERIFY(qAbs(stamp.match(header).captured(1).toLongLong() - theirs.toSecsSinceEpoch()) < 10);
}

void TestClientOptions::derivedOutlivesItsBase()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Step::json("{}"); });
    auto client = std::make_unique<Client>(optionsFor(server));
    const auto derived = client->derive(client->options());
    std::unique_ptr<Reply<Json>> reply(derived->call<Json>(thingCall()));
    reply->setAutoDelete(false);
    QTRY_COMPARE(server.requests().size(), 1);
    client.reset();
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::None);
    QCOMPARE(callOnce(*derived), ErrorKind::None);
}

void TestClientOptions::derivedHasItsOwnCredentials()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Step::json("{}"); });
    Client client(optionsFor(server));
    ClientOptions changed = client.options();
    changed.credentials = fixedCredentials(other);
    const auto derived = client.derive(changed);
    QCOMPARE(callOnce(*derived), ErrorKind::None);
    QVERIFY(server.requests().constLast().header("authorization").contains("id=\"tester/other\""));
    QCOMPARE(callOnce(client), ErrorKind::None);
    QVERIFY(server.requests().constLast().header("authorization").contains("id=\"tester/me\""));
}

void TestClientOptions::maxRetries_data()
{
    QTest::addColumn<int>("client"); // -1 is absent
    QTest::addColumn<int>("call");
    QTest::addColumn<int>("policyOfCall");
    QTest::addColumn<int>("requests");
    QTest::newRow("the policy's") << -1 << -1 << -1 << 3;
    QTest::newRow("the client's") << 1 << -1 << -1 << 2;
    QTest::newRow("the call's") << 1 << 0 << -1 << 1;
    QTest::newRow("a policy for the call") << 1 << -1 << 3 << 4;
    QTest::newRow("both for the call") << 1 << 0 << 3 << 1;
}

void TestClientOptions::maxRetries()
{
    QFETCH(const int, client);
    QFETCH(const int, call);
    QFETCH(const int, policyOfCall);
    QFETCH(const int, requests);
    ScriptedServer server;
    server.setHandler([](const Request &) { return Step::error(500, "InternalServerError", "no"); });
    ClientOptions options = optionsFor(server);
    if (client >= 0)
        options.maxRetries = client;
    CallOptions callOptions;
    if (call >= 0)
        callOptions.maxRetries = call;
    if (policyOfCall >= 0)
        callOptions.retry = fastRetries(policyOfCall);
    Client caller(options);
    QCOMPARE(callOnce(caller, callOptions), ErrorKind::Server);
    QCOMPARE(server.requests().size(), requests);
}

void TestClientOptions::stopTokenCancels_data()
{
    QTest::addColumn<bool>("before");
    QTest::newRow("before the call") << true;
    QTest::newRow("while it waits") << false;
}

void TestClientOptions::stopTokenCancels()
{
    QFETCH(const bool, before);
    ScriptedServer server;
    server.setHandler([](const Request &) { return Step::silence(Step::Fault::Stall); });
    Client client(optionsFor(server));
    std::stop_source source;
    if (before)
        source.request_stop();
    CallOptions options;
    options.cancel = source.get_token();
    std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall(options)));
    reply->setAutoDelete(false);
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    if (!before)
        QTRY_COMPARE(server.requests().size(), 1);
    source.request_stop();
    QCOMPARE(finished.size(), 0); // never from inside the call that stops
    QVERIFY(finished.wait());
    QCOMPARE(reply->error().kind, ErrorKind::Cancelled);
    QCOMPARE(server.requests().size(), before ? 0 : 1);
    QTest::qWait(20);
    QCOMPARE(finished.size(), 1);
}

void TestClientOptions::stopTokenOfAFinishedCall()
{
    ScriptedServer server;
    server.enqueue(Step::json("{}"));
    Client client(optionsFor(server));
    std::stop_source source;
    CallOptions options;
    options.cancel = source.get_token();
    auto *reply = client.call<Json>(thingCall(options));
    QVERIFY(finish(reply));
    delete reply;
    source.request_stop(); // tells nobody
    QTest::qWait(10);
}

void TestClientOptions::stopFromAnotherThread()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Step::silence(Step::Fault::Stall); });
    Client client(optionsFor(server));
    for (int i = 0; i < 20; ++i) {
        std::stop_source source;
        CallOptions options;
        options.cancel = source.get_token();
        auto *reply = client.call<Json>(thingCall(options));
        std::thread stopper([source, i]() mutable {
            std::this_thread::sleep_for(std::chrono::microseconds(100 * i));
            source.request_stop();
        });
        const bool done = finish(reply);
        stopper.join();
        QVERIFY(done);
        QCOMPARE(reply->error().kind, ErrorKind::Cancelled);
        delete reply;
    }
}

void TestClientOptions::userAgent_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("none") << QString() << QByteArray();
    QTest::newRow("a program") << u"my-tool/1.2 (test)"_s << "my-tool/1.2 (test) "_ba;
    QTest::newRow("one with a line feed") << u"my-tool/1\r\nX-Evil: 1"_s << "my-tool/1X-Evil: 1 "_ba;
}

void TestClientOptions::userAgent()
{
    QFETCH(const QString, program);
    QFETCH(const QByteArray, before);
    ScriptedServer server;
    server.enqueue(Step::json("{}"));
    ClientOptions options = optionsFor(server);
    options.userAgent = program;
    Client client(options);
    QCOMPARE(callOnce(client), ErrorKind::None);
    const Request request = server.requests().constFirst();
    QCOMPARE(request.header("user-agent"), before + "libtc/" + libraryVersion().toLatin1() + " Qt/" + qVersion());
    QVERIFY(request.header("x-evil").isEmpty());
}

void TestClientOptions::traceId()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Step::json("{}"); });
    ClientOptions options = optionsFor(server);
    options.traceId = u"of-the-client"_s;
    Client client(options);
    QCOMPARE(callOnce(client), ErrorKind::None);
    QCOMPARE(server.requests().constLast().header("x-taskcluster-trace-id"), "of-the-client"_ba);
    CallOptions call;
    call.traceId = u"of-the-call"_s;
    QCOMPARE(callOnce(client, call), ErrorKind::None);
    QCOMPARE(server.requests().constLast().header("x-taskcluster-trace-id"), "of-the-call"_ba);
}

void TestClientOptions::responseMetadata()
{
    ScriptedServer server;
    server.enqueue(Step::error(500, "InternalServerError", "no"));
    server.enqueue(Step::json("{}")
                       .with("X-For-Request-Id", "request-1")
                       .with("X-For-Trace-Id", "trace-1")
                       .with("ETag", "abc")
                       .after(40ms));
    Client client(optionsFor(server));
    QElapsedTimer clock;
    clock.start();
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QCOMPARE(reply->response().duration, 0ms);
    QVERIFY(finish(reply.get()));
    const ResponseInfo &response = reply->response();
    QCOMPARE(response.httpStatus, 200);
    QCOMPARE(response.attempts, 2);
    QCOMPARE(response.requestId, u"request-1"_s);
    QCOMPARE(response.traceId, u"trace-1"_s);
    QCOMPARE(response.header("etag"), "abc"_ba);
    QVERIFY(response.duration >= 39ms);
    QVERIFY(response.duration.count() <= clock.elapsed() + 1);
}

void TestClientOptions::responseMetadataOfAnError()
{
    ScriptedServer server;
    server.enqueue(Step::error(404, "ResourceNotFound", "no").with("X-For-Trace-Id", "trace-1").after(20ms));
    Client client(optionsFor(server));
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::NotFound);
    QCOMPARE(reply->response().httpStatus, 404);
    QCOMPARE(reply->response().traceId, u"trace-1"_s);
    QVERIFY(reply->response().duration >= 19ms);
}

void TestClientOptions::signedUrlExpiration_data()
{
    QTest::addColumn<int>("ofClient"); // -1 is absent
    QTest::addColumn<int>("ofCall");
    QTest::addColumn<int>("expected");
    QTest::newRow("nothing said") << -1 << -1 << 900;
    QTest::newRow("the client's") << 60 << -1 << 60;
    QTest::newRow("the call's") << 60 << 5 << 5;
    QTest::newRow("zero is not absent") << 60 << 0 << 0;
}

void TestClientOptions::signedUrlExpiration()
{
    QFETCH(const int, ofClient);
    QFETCH(const int, ofCall);
    QFETCH(const int, expected);
    ClientOptions options;
    options.rootUrl = u"https://tc.example.com"_s;
    options.credentials = fixedCredentials(me);
    if (ofClient >= 0)
        options.signedUrlExpiration = std::chrono::seconds(ofClient);
    std::optional<std::chrono::seconds> expiry;
    if (ofCall >= 0)
        expiry = std::chrono::seconds(ofCall);
    const Client client(options);
    const qint64 end = QDateTime::currentSecsSinceEpoch() + expected;
    for (const auto &url : { client.buildSignedUrl(thingCall(), expiry),
             client.signUrl(QUrl(u"https://tc.example.com/api/test/v1/thing/a"_s), expiry) }) {
        QVERIFY2(url, qPrintable(url.error.message));
        QVERIFY(qAbs(bewitParts(*url).value(1).toLongLong() - end) < 5);
    }
}

void TestClientOptions::signAnyUrl()
{
    ClientOptions options;
    options.rootUrl = u"https://tc.example.com/tc/"_s;
    options.credentials = fixedCredentials(me);
    const Client client(options);
    const auto url = client.signUrl(QUrl(u"https://TC.example.com:443/tc/api/queue/v1/task/a%2Fb?x=it's&y"_s), 60s);
    QVERIFY2(url, qPrintable(url.error.message));
    const QByteArray before = "/tc/api/queue/v1/task/a%2Fb?x=it's&y&bewit=";
    QVERIFY2(url->toEncoded().contains(before), url->toEncoded().constData());
    const QByteArrayList parts = bewitParts(*url);
    QCOMPARE(parts.size(), 4);
    const hawk::Request request { "GET", "/tc/api/queue/v1/task/a%2Fb?x=it's&y", "tc.example.com", 443 };
    QCOMPARE(parts.at(2),
        hawk::mac(me.accessToken.toUtf8(), hawk::normalizedBewit(request, { parts.at(1).toLongLong(), {}, {}, {} })));
}

void TestClientOptions::signAnyUrlRefuses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("reason");
    const QString elsewhere = u"The URL is not one of"_s;
    QTest::newRow("another host") << u"https://example.com/tc/api/x"_s << elsewhere;
    QTest::newRow("another port") << u"https://tc.example.com:444/tc/api/x"_s << elsewhere;
    QTest::newRow("another scheme") << u"http://tc.example.com/tc/api/x"_s << elsewhere;
    QTest::newRow("beside the root") << u"https://tc.example.com/tcx/api"_s << elsewhere;
    QTest::newRow("out of the root") << u"https://tc.example.com/tc/../api"_s << elsewhere;
    QTest::newRow("nothing") << QString() << elsewhere;
    const QString otherwise = u"would not be sent as it is written"_s;
    QTest::newRow("dots") << u"https://tc.example.com/tc/x/../api"_s << otherwise;
    QTest::newRow("a fragment") << u"https://tc.example.com/tc/api#x"_s << otherwise;
    QTest::newRow("a user") << u"https://user@tc.example.com/tc/api"_s << otherwise;
    QTest::newRow("signed") << u"https://tc.example.com/tc/api?bewit=abc"_s << u"signed already"_s;
}

void TestClientOptions::signAnyUrlRefuses()
{
    QFETCH(const QString, url);
    QFETCH(const QString, reason);
    ClientOptions options;
    options.rootUrl = u"https://tc.example.com/tc/"_s;
    options.credentials = fixedCredentials(me);
    const auto made = Client(options).signUrl(QUrl(url));
    QVERIFY(!made);
    QCOMPARE(made.error.kind, ErrorKind::Usage);
    QVERIFY2(made.error.message.contains(reason), qPrintable(made.error.message));
    options.credentials.reset();
    QCOMPARE(Client(options).signUrl(QUrl(u"https://tc.example.com/tc/api"_s)).error.kind, ErrorKind::Usage);
}

void TestClientOptions::signedUrlThatIsTooLong()
{
    ClientOptions options;
    options.rootUrl = u"https://tc.example.com"_s;
    options.credentials = fixedCredentials(me);
    const Client client(options);
    Call call = thingCall();
    call.arguments = { QString(4000, u'x') };
    const auto url = client.buildSignedUrl(call);
    QCOMPARE(url.error.kind, ErrorKind::Usage);
    QVERIFY2(url.error.message.contains(u"4096"_s), qPrintable(url.error.message));
    QCOMPARE(url.error.method, u"test.getThing"_s);
    const auto any = client.signUrl(QUrl(u"https://tc.example.com/api/"_s + QString(4000, u'x')));
    QVERIFY2(any.error.message.contains(u"4096"_s), qPrintable(any.error.message));
    QVERIFY(client.buildUrl(call)); // without a signature there is no such limit
}

void TestClientOptions::versions()
{
    static const QRegularExpression form(u"^\\d+\\.\\d+\\.\\d+$"_s);
    QVERIFY(form.match(libraryVersion()).hasMatch());
    QVERIFY2(form.match(apiVersion()).hasMatch(), qPrintable(apiVersion()));
}

QTEST_GUILESS_MAIN(TestClientOptions)
#include "test_client_options.moc"
