// SPDX-License-Identifier: MPL-2.0
// Sign-in through the browser: what the listener takes, from whom, and how it ends.
#include "callbackbrowser.h"
#include "scriptedserver.h"
#include "testcalls.h"

#include <tc/signin.h>

#include <QCryptographicHash>
#include <QNetworkInterface>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

class TestSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void urlSaysWhatIsWanted();
    void noncesDiffer();
    void browserBringsCredentials_data();
    void browserBringsCredentials();
    void pageKeepsNothing();
    void strangersChangeNothing_data();
    void strangersChangeNothing();
    void secondGetIsGone();
    void incompleteGetEndsIt_data();
    void incompleteGetEndsIt();
    void refusedCredentials();
    void timeout();
    void abortWhileWaiting();
    void abortWhileChecking();
    void submitted();
    void submittedTooLate();
    void destroyed_data();
    void destroyed();
    void misuse();
    void ipv6();
    void portTakenOnOneAddress();
    void headInPieces();
};

namespace {

const QByteArray token = "SECRET-access-token-of-no-use-000000000000000";
const QByteArray goodQuery = "?clientId=me/libtc-abc&accessToken=" + token;

QUrl callbackOf(const QUrl &url)
{
    return QUrl(QUrlQuery(url).queryItemValue(u"callback_url"_s, QUrl::FullyDecoded));
}

bool refusesConnections(quint16 port)
{
    return !Browser(port).isOpen();
}

/// A sign-in under way at a deployment that is a scripted server.
struct Flow {
    explicit Flow(const SignInOptions &options = {})
        : signIn(deployment(), options), spy(&signIn, &SignIn::finished), callback(callbackOf(*signIn.start())),
          port(static_cast<quint16>(callback.port()))
    {
    }

    ClientOptions deployment() const
    {
        ClientOptions client;
        client.rootUrl = server.url();
        client.retry = fastRetries(1);
        return client;
    }
    QByteArray path() const { return callback.path().toLatin1(); }
    bool finish() { return signIn.isFinished() || spy.wait(5000); }
    void goWell() { server.enqueue(Step::json(R"({"scopes": ["queue:*", "secrets:get:x"]})")); }

    ScriptedServer server;
    SignIn signIn;
    QSignalSpy spy;
    QUrl callback;
    quint16 port = 0;
};

bool hasIpv6()
{
    return QNetworkInterface::allAddresses().contains(QHostAddress(QHostAddress::LocalHostIPv6));
}

} // namespace

void TestSignIn::urlSaysWhatIsWanted()
{
    ClientOptions client;
    client.rootUrl = u"https://tc.example.com/"_s;
    SignInOptions options;
    options.name = u"desktop"_s;
    options.scopes = QStringList { u"queue:get-artifact:private/*"_s, u"a b+c&d"_s };
    options.expires = u"3 days"_s;
    options.description = u"Made by “me” & co"_s;
    SignIn signIn(client, options);
    QVERIFY(signIn.url().isEmpty());
    const auto url = signIn.start();
    QVERIFY(url);
    QCOMPARE(signIn.url(), *url);
    const QString text = QString::fromLatin1(url->toEncoded());
    QVERIFY2(text.startsWith(u"https://tc.example.com/auth/clients/create?scope=queue%3Aget-artifact%3Aprivate%2F*&"
                             "scope=a%20b%2Bc%26d&name=desktop-"),
        qPrintable(text));
    const QUrlQuery query(*url);
    QVERIFY(QRegularExpression(u"^desktop-[A-Za-z0-9_-]{6}$"_s).match(query.queryItemValue(u"name"_s)).hasMatch());
    QCOMPARE(query.queryItemValue(u"expires"_s, QUrl::FullyDecoded), options.expires);
    QCOMPARE(query.queryItemValue(u"description"_s, QUrl::FullyDecoded), options.description);
    // The page takes no other host than this name, and no query.
    const QString callback = query.queryItemValue(u"callback_url"_s, QUrl::FullyDecoded);
    QVERIFY(QRegularExpression(u"^http://localhost:[0-9]+/[A-Za-z0-9_-]{22}$"_s).match(callback).hasMatch());
}

void TestSignIn::noncesDiffer()
{
    const Flow one;
    const Flow other;
    QVERIFY(one.path() != other.path());
}

void TestSignIn::browserBringsCredentials_data()
{
    QTest::addColumn<QByteArray>("clientId");
    QTest::addColumn<QString>("expected");
    // The page does not encode: a plus is no space, a bar and slashes come as they are.
    QTest::newRow("plain") << QByteArray("me/libtc-abc") << u"me/libtc-abc"_s;
    QTest::newRow("every character") << QByteArray("a+b/c!@/:.+|_-2") << u"a+b/c!@/:.+|_-2"_s;
    QTest::newRow("encoded after all") << QByteArray("a%2Bb%7Cc%2Fd") << u"a+b|c/d"_s;
    QTest::newRow("lower-case escape") << QByteArray("a%2bb") << u"a+b"_s;
}

void TestSignIn::browserBringsCredentials()
{
    QFETCH(const QByteArray, clientId);
    QFETCH(const QString, expected);
    Flow flow;
    flow.goWell();
    QSignalSpy received(&flow.signIn, &SignIn::received);
    Browser browser(flow.port);
    browser.send(get(flow.path() + "?clientId=" + clientId + "&accessToken=" + token + "&other=1", flow.port));
    QCOMPARE(statusOf(browser.readAll()), 200);
    QVERIFY(flow.finish());
    QCOMPARE(received.count(), 1);
    QVERIFY2(!flow.signIn.error(), qPrintable(flow.signIn.error().message));
    QCOMPARE(flow.signIn.credentials().clientId, expected);
    QVERIFY(flow.signIn.credentials().accessToken == QString::fromLatin1(token));
    QCOMPARE(flow.signIn.scopes(), (QStringList { u"queue:*"_s, u"secrets:get:x"_s }));
    QCOMPARE(flow.server.requests().size(), 1);
    const Request &check = flow.server.requests().first();
    QCOMPARE(check.target, QByteArray("/api/auth/v1/scopes/current"));
    QVERIFY(check.header("authorization").contains(QByteArray("id=\"" + expected.toLatin1() + '"')));
    QVERIFY(refusesConnections(flow.port));
    QTest::qWait(20);
    QCOMPARE(flow.spy.count(), 1);
}

void TestSignIn::pageKeepsNothing()
{
    Flow flow;
    flow.goWell();
    Browser browser(flow.port);
    browser.send(get(flow.path() + goodQuery, flow.port));
    const QByteArray reply = browser.readAll();
    const qsizetype end = reply.indexOf("\r\n\r\n");
    const QByteArray head = reply.left(end).toLower();
    const QByteArray body = reply.mid(end + 4);
    QVERIFY(head.contains("\r\ncache-control: no-store"));
    QVERIFY(head.contains("\r\nreferrer-policy: no-referrer"));
    QVERIFY(head.contains("\r\ncontent-security-policy: default-src 'none';"));
    QVERIFY(head.contains(QByteArray("\r\ncontent-length: " + QByteArray::number(body.size()))));
    QVERIFY(body.contains("history.replaceState(null, '', '/')"));
    QVERIFY(!reply.contains(token));
    QVERIFY(!reply.contains("me/libtc-abc"));
    QVERIFY(!reply.contains(flow.path().mid(1)));
    // The one script is named by its hash in the policy, so that no other could run.
    const auto script = QRegularExpression(u"<script>(.*)</script>"_s).match(QString::fromUtf8(body));
    const QByteArray hash
        = QCryptographicHash::hash(script.captured(1).toUtf8(), QCryptographicHash::Sha256).toBase64();
    QVERIFY(reply.contains(QByteArray("script-src 'sha256-" + hash + '\'')));
    QVERIFY(flow.finish());
}

void TestSignIn::strangersChangeNothing_data()
{
    // NONCE, ESCAPED and PORT are filled in.
    QTest::addColumn<QByteArray>("head");
    const auto row = [](const char *name, const QByteArray &head) { QTest::newRow(name) << head + "\r\n\r\n"; };
    const QByteArray tail = " HTTP/1.1\r\nHost: localhost:PORT";
    row("favicon first", "GET /favicon.ico" + tail);
    row("root", "GET /" + tail);
    row("credentials at the root", "GET /" + goodQuery + tail);
    row("longer path", "GET /NONCEx" + goodQuery + tail);
    row("path below", "GET /NONCE/" + goodQuery + tail);
    row("path behind a dot", "GET /./NONCE" + goodQuery + tail);
    row("encoded path", "GET /ESCAPED" + goodQuery + tail);
    row("two slashes", "GET //NONCE" + goodQuery + tail);
    row("POST", "POST /NONCE" + goodQuery + tail);
    row("HEAD", "HEAD /NONCE" + goodQuery + tail);
    row("OPTIONS", "OPTIONS /NONCE" + tail);
    row("lower case", "get /NONCE" + goodQuery + tail);
    row("address as host", "GET /NONCE" + goodQuery + " HTTP/1.1\r\nHost: 127.0.0.1:PORT");
    row("other host", "GET /NONCE" + goodQuery + " HTTP/1.1\r\nHost: rebound.example.com:PORT");
    row("other port", "GET /NONCE" + goodQuery + " HTTP/1.1\r\nHost: localhost:1");
    row("no port", "GET /NONCE" + goodQuery + " HTTP/1.1\r\nHost: localhost");
    row("no host", "GET /NONCE" + goodQuery + " HTTP/1.1\r\nAccept: */*");
    row("two hosts", "GET /NONCE" + goodQuery + tail + "\r\nHost: example.com");
    row("absolute form", "GET http://localhost:PORT/NONCE" + goodQuery + tail);
    row("HTTP/2", "GET /NONCE" + goodQuery + " HTTP/2.0\r\nHost: localhost:PORT");
    row("no version", "GET /NONCE" + goodQuery);
    row("no request", "");
    row("bytes", QByteArray("\x16\x03\x01\0\xff", 5));
}

void TestSignIn::strangersChangeNothing()
{
    QFETCH(QByteArray, head);
    Flow flow;
    flow.goWell();
    const QByteArray nonce = flow.path().mid(1);
    const QByteArray escaped = '%' + nonce.left(1).toHex().toUpper() + nonce.mid(1);
    head.replace("ESCAPED", escaped).replace("NONCE", nonce).replace("PORT", QByteArray::number(flow.port));
    Browser stranger(flow.port);
    stranger.send(head);
    QCOMPARE(statusOf(stranger.readAll()), 404);
    QVERIFY(!flow.signIn.isFinished());
    QVERIFY(flow.server.requests().isEmpty());
    Browser browser(flow.port);
    browser.send(get(flow.path() + goodQuery, flow.port));
    QCOMPARE(statusOf(browser.readAll()), 200);
    QVERIFY(flow.finish());
    QVERIFY(!flow.signIn.error());
}

void TestSignIn::secondGetIsGone()
{
    Flow flow;
    flow.server.enqueue(Step::json(R"({"scopes": ["a"]})").after(300ms));
    Browser first(flow.port);
    first.send(get(flow.path() + goodQuery, flow.port));
    QCOMPARE(statusOf(first.readAll()), 200);
    Browser second(flow.port);
    second.send(get(flow.path() + "?clientId=thief&accessToken=" + token, flow.port));
    QCOMPARE(statusOf(second.readAll()), 410);
    QVERIFY(flow.finish());
    QCOMPARE(flow.signIn.credentials().clientId, u"me/libtc-abc"_s);
    QCOMPARE(flow.server.requests().size(), 1);
}

void TestSignIn::incompleteGetEndsIt_data()
{
    QTest::addColumn<QByteArray>("query");
    const QByteArray good = "clientId=me&accessToken=" + token;
    QTest::newRow("no query") << QByteArray();
    QTest::newRow("empty query") << QByteArray("?");
    QTest::newRow("no token") << QByteArray("?clientId=me");
    QTest::newRow("no client id") << QByteArray("?accessToken=" + token);
    QTest::newRow("empty client id") << QByteArray("?clientId=&accessToken=" + token);
    QTest::newRow("two client ids") << QByteArray("?clientId=thief&" + good);
    QTest::newRow("two tokens") << QByteArray('?' + good + "&accessToken=" + token);
    QTest::newRow("a space") << QByteArray("?clientId=a%20b&accessToken=" + token);
    QTest::newRow("a line end") << QByteArray("?clientId=a%0D%0Ab&accessToken=" + token);
    QTest::newRow("beyond ASCII") << QByteArray("?clientId=%C3%BC&accessToken=" + token);
    QTest::newRow("short token") << QByteArray("?clientId=me&accessToken=short");
    QTest::newRow("odd token") << QByteArray("?clientId=me&accessToken=\"" + token);
    QTest::newRow("other names") << QByteArray("?clientid=me&accesstoken=" + token);
}

void TestSignIn::incompleteGetEndsIt()
{
    QFETCH(const QByteArray, query);
    Flow flow;
    Browser browser(flow.port);
    browser.send(get(flow.path() + query, flow.port));
    QCOMPARE(statusOf(browser.readAll()), 200);
    QVERIFY(flow.finish());
    QCOMPARE(flow.signIn.error().kind, ErrorKind::Protocol);
    QVERIFY(!flow.signIn.error().message.contains(QString::fromLatin1(token)));
    QVERIFY(flow.signIn.credentials().isAnonymous());
    QVERIFY(flow.server.requests().isEmpty());
    QVERIFY(refusesConnections(flow.port));
}

void TestSignIn::refusedCredentials()
{
    Flow flow;
    flow.server.enqueue(Step::error(401, "AuthenticationFailed", "Client with clientId 'me' not found"));
    Browser browser(flow.port);
    browser.send(get(flow.path() + goodQuery, flow.port));
    QVERIFY(flow.finish());
    QCOMPARE(flow.signIn.error().kind, ErrorKind::Authentication);
    QCOMPARE(flow.signIn.error().method, u"auth.currentScopes"_s);
    QVERIFY(flow.signIn.credentials().isAnonymous());
    QVERIFY(flow.signIn.scopes().isEmpty());
}

void TestSignIn::timeout()
{
    SignInOptions options;
    options.timeout = 50ms;
    Flow flow(options);
    QVERIFY(flow.finish());
    QCOMPARE(flow.signIn.error().kind, ErrorKind::Timeout);
    QVERIFY(refusesConnections(flow.port));
    flow.signIn.abort();
    QTest::qWait(20);
    QCOMPARE(flow.spy.count(), 1);
}

void TestSignIn::abortWhileWaiting()
{
    Flow flow;
    Browser open(flow.port);
    flow.signIn.abort();
    flow.signIn.abort();
    QCOMPARE(flow.spy.count(), 0); // never from inside the call
    open.send(get(flow.path() + goodQuery, flow.port));
    QVERIFY(flow.finish());
    QCOMPARE(flow.signIn.error().kind, ErrorKind::Cancelled);
    QVERIFY(flow.signIn.credentials().isAnonymous());
    QVERIFY(refusesConnections(flow.port));
    QVERIFY(flow.server.requests().isEmpty());
    QTest::qWait(20);
    QCOMPARE(flow.spy.count(), 1);
}

void TestSignIn::abortWhileChecking()
{
    Flow flow;
    flow.server.enqueue(Step::silence(Step::Fault::Stall));
    QSignalSpy asked(&flow.server, &ScriptedServer::requestReceived);
    Browser browser(flow.port);
    browser.send(get(flow.path() + goodQuery, flow.port));
    QVERIFY(asked.wait(3000));
    flow.signIn.abort();
    QVERIFY(flow.finish());
    QCOMPARE(flow.signIn.error().kind, ErrorKind::Cancelled);
    QVERIFY(flow.signIn.credentials().isAnonymous());
    QCOMPARE(statusOf(browser.readAll()), 200);
    QCOMPARE(flow.spy.count(), 1);
}

void TestSignIn::submitted()
{
    Flow flow;
    flow.goWell();
    flow.signIn.submit({ u"typed"_s, QString::fromLatin1(token), {} });
    QVERIFY(!flow.signIn.isFinished());
    QVERIFY(flow.finish());
    QVERIFY(!flow.signIn.error());
    QCOMPARE(flow.signIn.credentials().clientId, u"typed"_s);
    QCOMPARE(flow.signIn.scopes().size(), 2);
}

void TestSignIn::submittedTooLate()
{
    Flow flow;
    flow.server.enqueue(Step::json(R"({"scopes": []})").after(100ms));
    Browser browser(flow.port);
    browser.send(get(flow.path() + goodQuery, flow.port));
    QCOMPARE(statusOf(browser.readAll()), 200);
    flow.signIn.submit({ u"typed"_s, QString::fromLatin1(token), {} });
    QVERIFY(flow.finish());
    QCOMPARE(flow.signIn.credentials().clientId, u"me/libtc-abc"_s);
    QCOMPARE(flow.server.requests().size(), 1);
}

void TestSignIn::destroyed_data()
{
    QTest::addColumn<bool>("checking");
    QTest::newRow("while waiting") << false;
    QTest::newRow("while checking") << true;
}

void TestSignIn::destroyed()
{
    QFETCH(const bool, checking);
    quint16 port = 0;
    int finished = 0;
    {
        Flow flow;
        port = flow.port;
        connect(&flow.signIn, &SignIn::finished, this, [&finished] { ++finished; });
        flow.server.enqueue(Step::silence(Step::Fault::Stall));
        QSignalSpy asked(&flow.server, &ScriptedServer::requestReceived);
        Browser browser(port);
        if (checking) {
            browser.send(get(flow.path() + goodQuery, port));
            QVERIFY(asked.wait(3000));
        }
    }
    QTest::qWait(20);
    QCOMPARE(finished, 0);
    QVERIFY(refusesConnections(port));
}

void TestSignIn::misuse()
{
    SignIn malformed(ClientOptions { .rootUrl = u"no url"_s });
    QCOMPARE(malformed.start().error.kind, ErrorKind::Usage);
    SignInOptions options;
    options.name = u"two words"_s;
    SignIn oddName(ClientOptions { .rootUrl = u"https://tc.example.com"_s }, options);
    QCOMPARE(oddName.start().error.kind, ErrorKind::Usage);
    Flow flow;
    QCOMPARE(flow.signIn.start().error.kind, ErrorKind::Usage);
    QVERIFY(!flow.signIn.isFinished());
    SignIn notStarted(ClientOptions { .rootUrl = u"https://tc.example.com"_s });
    QSignalSpy spy(&notStarted, &SignIn::finished);
    notStarted.abort();
    notStarted.submit({ u"a"_s, u"b"_s, {} });
    QTest::qWait(20);
    QCOMPARE(spy.count(), 0);
}

void TestSignIn::ipv6()
{
    if (!hasIpv6())
        QSKIP("This machine has no IPv6 loopback address.");
    Flow flow;
    flow.goWell();
    Browser browser(flow.port, QHostAddress::LocalHostIPv6);
    browser.send(get(flow.path() + goodQuery, flow.port));
    QCOMPARE(statusOf(browser.readAll()), 200);
    QVERIFY(flow.finish());
    QVERIFY(!flow.signIn.error());
}

void TestSignIn::portTakenOnOneAddress()
{
    if (!hasIpv6())
        QSKIP("This machine has no IPv6 loopback address.");
    // Another program on ::1 would get the browser's visit on many systems.
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHostIPv6));
    SignInOptions options;
    options.port = other.serverPort();
    SignIn signIn(ClientOptions { .rootUrl = u"https://tc.example.com"_s }, options);
    const auto url = signIn.start();
    QVERIFY(!url);
    QCOMPARE(url.error.kind, ErrorKind::Network);
    QVERIFY(refusesConnections(options.port));
}

void TestSignIn::headInPieces()
{
    Flow flow;
    flow.goWell();
    Browser browser(flow.port);
    const QByteArray head = get(flow.path() + goodQuery, flow.port);
    for (qsizetype at = 0; at < head.size(); at += 7) {
        browser.send(head.mid(at, 7));
        QTest::qWait(1);
    }
    QCOMPARE(statusOf(browser.readAll()), 200);
    QVERIFY(flow.finish());
    QVERIFY(!flow.signIn.error());
}

QTEST_GUILESS_MAIN(TestSignIn)
#include "test_signin.moc"
