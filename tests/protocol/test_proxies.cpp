// SPDX-License-Identifier: MPL-2.0
// HTTP proxies: which requests go through one, and what it gets to see.
#include "environment.h"
#include "http/proxies.h"
#include "scriptedproxy.h"
#include "scriptedserver.h"
#include "testcalls.h"
#include "testidentity.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tc;
using namespace tc::test;

class TestProxies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void environmentRules_data();
    void environmentRules();
    void proxiesThatAreNotSupported();
    void capitalsAreAHeaderOfVisitors();
    void tunnelsHttps_data();
    void tunnelsHttps();
    void forwardsPlainHttp();
    void exceptionsGoDirectly();
    void loopbackGoesDirectly_data();
    void loopbackGoesDirectly();
    void credentialsOverPlainHttpGoDirectly();
    void proxyThatWantsAUser();
    void proxyThatRefuses();
    void proxyThatIsNotThere();
    void markedCallsGoOutOnce();
    void desktopIsAskedElsewhere();

private:
    std::unique_ptr<Environment> m_environment;
};

namespace {

const Credentials me { u"tester/me"_s, u"SECRET-access-token-0123456789"_s, {} };

ClientOptions optionsFor(const QString &rootUrl)
{
    ClientOptions options;
    options.rootUrl = rootUrl;
    options.retry = fastRetries(1);
    options.credentials = fixedCredentials(me);
    options.tls = clientTls();
    return options;
}

QByteArray urlOf(const ScriptedProxy &proxy, const QByteArray &user = {})
{
    return "http://" + user + "127.0.0.1:" + QByteArray::number(proxy.port());
}

/// "host:port", or nothing for a direct connection.
QString described(const std::optional<QNetworkProxy> &proxy)
{
    if (!proxy)
        return u"unsaid"_s;
    if (proxy->type() == QNetworkProxy::NoProxy)
        return u"direct"_s;
    const auto scheme = proxy->type() == QNetworkProxy::Socks5Proxy ? "socks "_L1 : "http "_L1;
    return scheme + proxy->hostName() + u':' + QString::number(proxy->port());
}

} // namespace

void TestProxies::init()
{
    const std::initializer_list<Environment::Variable> none { { "http_proxy", {} }, { "https_proxy", {} },
        { "all_proxy", {} }, { "no_proxy", {} }, { "HTTP_PROXY", {} }, { "HTTPS_PROXY", {} }, { "ALL_PROXY", {} },
        { "NO_PROXY", {} } };
    m_environment = std::make_unique<Environment>(none);
}

void TestProxies::cleanup()
{
    m_environment.reset();
}

void TestProxies::environmentRules_data()
{
    QTest::addColumn<QByteArray>("http");
    QTest::addColumn<QByteArray>("https");
    QTest::addColumn<QByteArray>("all");
    QTest::addColumn<QByteArray>("none");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("proxy");
    const QString https = u"https://tc.example.com"_s;
    const QString http = u"http://tc.example.com"_s;
    const QByteArray p = "http://p:3128";
    const QByteArray no;
    QTest::newRow("nothing") << no << no << no << no << https << u"unsaid"_s;
    QTest::newRow("https") << no << p << no << no << https << u"http p:3128"_s;
    QTest::newRow("https is not for http") << no << p << no << no << http << u"unsaid"_s;
    QTest::newRow("http is not for https") << p << no << no << no << https << u"unsaid"_s;
    QTest::newRow("http") << p << no << no << no << http << u"http p:3128"_s;
    QTest::newRow("all") << no << no << p << no << https << u"http p:3128"_s;
    QTest::newRow("the special one first") << no << "http://q:1"_ba << p << no << https << u"http q:1"_s;
    QTest::newRow("without a scheme") << no << "p:8080"_ba << no << no << https << u"http p:8080"_s;
    QTest::newRow("without a port") << no << "http://p/"_ba << no << no << https << u"http p:80"_s;
    QTest::newRow("socks") << no << no << "socks5h://p"_ba << no << https << u"socks p:1080"_s;
    const auto exception = [&](const char *entry, const QString &url, bool direct) {
        QTest::addRow("no_proxy %s for %s", entry, qPrintable(url))
            << no << p << p << QByteArray(entry) << url << (direct ? u"direct"_s : u"http p:3128"_s);
    };
    exception("*", https, true);
    exception("tc.example.com", https, true);
    exception("TC.Example.com", https, true);
    exception("example.com", https, true);
    exception(".example.com", https, true);
    exception("*.example.com", https, true);
    exception("other.com, example.com", https, true);
    exception("other.com example.com", https, true);
    exception("ample.com", https, false);
    exception("other.com", https, false);
    exception("example.com:443", https, true);
    exception("example.com:444", https, false);
    exception("10.0.0.0/8", u"https://10.1.2.3"_s, true);
    exception("10.0.0.0/8", u"https://11.1.2.3"_s, false);
    exception("10.1.2.3", u"https://10.1.2.3"_s, true);
    exception("[fd00::1]:443", u"https://[fd00::1]"_s, true);
    exception("fd00::1", u"https://[fd00::1]"_s, true);
    exception("nonsense/x", https, false);
}

void TestProxies::environmentRules()
{
    QFETCH(const QByteArray, http);
    QFETCH(const QByteArray, https);
    QFETCH(const QByteArray, all);
    QFETCH(const QByteArray, none);
    QFETCH(const QString, url);
    QFETCH(const QString, proxy);
    m_environment->set("http_proxy", http);
    m_environment->set("HTTPS_PROXY", https); // in capitals as well
    m_environment->set("all_proxy", all);
    m_environment->set("no_proxy", none);
    QCOMPARE(described(EnvironmentProxies().proxyFor(QUrl(url))), proxy);
}

void TestProxies::proxiesThatAreNotSupported()
{
    m_environment->set("https_proxy", "https://user:SECRET-password@p:443");
    QTest::ignoreMessage(
        QtWarningMsg, "The environment names a proxy of a kind that is not supported; it is not used.");
    QCOMPARE(described(EnvironmentProxies().proxyFor(QUrl(u"https://tc.example.com"_s))), u"unsaid"_s);
}

void TestProxies::capitalsAreAHeaderOfVisitors()
{
    m_environment->set("HTTP_PROXY", "http://evil:1");
    m_environment->set("REQUEST_METHOD", "GET");
    QCOMPARE(described(EnvironmentProxies().proxyFor(QUrl(u"http://tc.example.com"_s))), u"unsaid"_s);
}

void TestProxies::tunnelsHttps_data()
{
    QTest::addColumn<bool>("fromEnvironment");
    QTest::newRow("environment") << true;
    QTest::newRow("given") << false;
}

void TestProxies::tunnelsHttps()
{
    QFETCH(const bool, fromEnvironment);
    ScriptedServer server(ScriptedServer::Security::Tls);
    server.setHandler([](const Request &) { return Step::json("{}"); });
    ScriptedProxy proxy(server.port());
    ClientOptions options = optionsFor(u"https://tc.example.com"_s);
    if (fromEnvironment)
        m_environment->set("https_proxy", urlOf(proxy));
    else
        options.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.port());
    Client client(options);
    for (int i = 0; i < 3; ++i) {
        const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
        QVERIFY(finish(reply.get()));
        QVERIFY2(!reply->error(), qPrintable(reply->error().message));
    }
    QCOMPARE(server.requests().size(), 3);
    QVERIFY(server.requests().constFirst().header("authorization").startsWith("Hawk "));
    QCOMPARE(proxy.heads().size(), 1); // one tunnel carries them all
    QVERIFY2(proxy.heads().constFirst().startsWith("CONNECT tc.example.com:443 HTTP/1."),
        proxy.heads().constFirst().constData());
    for (const char *const secret : { "Hawk", "authorization", "tester", "SECRET", "/api/" })
        QVERIFY(!proxy.received().toLower().contains(QByteArray(secret).toLower()));
}

void TestProxies::forwardsPlainHttp()
{
    ScriptedServer server;
    server.enqueue(Step::json("{}"));
    ScriptedProxy proxy(server.port());
    m_environment->set("http_proxy", urlOf(proxy));
    ClientOptions options = optionsFor(u"http://tc.example.com"_s);
    Client refused(options);
    const std::unique_ptr<Reply<Json>> signedReply(refused.call<Json>(thingCall()));
    QVERIFY(finish(signedReply.get()));
    QCOMPARE(signedReply->error().kind, ErrorKind::Usage); // credentials do not even get as far as a proxy
    options.credentials.reset();
    Client client(options);
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QVERIFY2(!reply->error(), qPrintable(reply->error().message));
    QCOMPARE(proxy.heads().size(), 1);
    QVERIFY2(proxy.heads().constFirst().startsWith("GET http://tc.example.com/api/test/v1/thing/a HTTP/1.1"),
        proxy.heads().constFirst().constData());
    QVERIFY(!proxy.heads().constFirst().toLower().contains("authorization"));
}

void TestProxies::exceptionsGoDirectly()
{
    ScriptedServer server(ScriptedServer::Security::Tls);
    ScriptedProxy proxy(server.port());
    m_environment->set("https_proxy", urlOf(proxy));
    m_environment->set("no_proxy", "*");
    // A name that no server has: what goes directly finds nobody.
    Client client(optionsFor(u"https://nobody.invalid"_s));
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::Network);
    QCOMPARE(proxy.heads().size(), 0);
    QCOMPARE(server.connections(), 0);
}

void TestProxies::loopbackGoesDirectly_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("https://localhost") << true;
    QTest::newRow("http://127.0.0.1") << false;
}

void TestProxies::loopbackGoesDirectly()
{
    QFETCH(const bool, tls);
    ScriptedServer server(tls ? ScriptedServer::Security::Tls : ScriptedServer::Security::Plain);
    server.setHandler([](const Request &) { return Step::json("{}"); });
    ScriptedProxy proxy(server.port());
    m_environment->set("all_proxy", urlOf(proxy));
    ClientOptions options = optionsFor(server.url());
    for (const bool isGiven : { false, true }) {
        if (isGiven)
            options.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.port());
        Client client(options);
        const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
        QVERIFY(finish(reply.get()));
        QVERIFY2(!reply->error(), qPrintable(reply->error().message));
    }
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(proxy.heads().size(), 0);
}

void TestProxies::credentialsOverPlainHttpGoDirectly()
{
    ScriptedServer server;
    ScriptedProxy proxy(server.port());
    m_environment->set("http_proxy", urlOf(proxy));
    ClientOptions options = optionsFor(u"http://nobody.invalid"_s);
    options.developmentDeployment = true;
    Client client(options);
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::Network); // nobody has that name
    QCOMPARE(proxy.received(), QByteArray());
}

void TestProxies::proxyThatWantsAUser()
{
    ScriptedServer server(ScriptedServer::Security::Tls);
    server.setHandler([](const Request &) { return Step::json("{}"); });
    ScriptedProxy proxy(server.port(), ScriptedProxy::Mood::WantsUser);
    m_environment->set("https_proxy", urlOf(proxy));
    Client stranger(optionsFor(u"https://tc.example.com"_s));
    const std::unique_ptr<Reply<Json>> refused(stranger.call<Json>(thingCall()));
    QVERIFY(finish(refused.get()));
    QCOMPARE(refused->error().kind, ErrorKind::Network);
    QVERIFY2(refused->error().message.contains(u"user name"_s), qPrintable(refused->error().message));
    QCOMPARE(server.requests().size(), 0);
    m_environment->set("https_proxy", urlOf(proxy, "proxyuser:proxy%40password@"));
    Client client(optionsFor(u"https://tc.example.com"_s));
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QVERIFY2(!reply->error(), qPrintable(reply->error().message));
    QVERIFY(proxy.heads().constLast().contains("proxyuser:proxy@password"_ba.toBase64()));
    QVERIFY(!proxy.received().contains("Hawk"));
}

void TestProxies::proxyThatRefuses()
{
    ScriptedServer server(ScriptedServer::Security::Tls);
    ScriptedProxy proxy(server.port(), ScriptedProxy::Mood::Refusing);
    m_environment->set("https_proxy", urlOf(proxy));
    Client client(optionsFor(u"https://tc.example.com"_s));
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    // It is not the service that said 403.
    QCOMPARE(reply->error().kind, ErrorKind::Network);
    QCOMPARE(reply->error().httpStatus, 0);
    QCOMPARE(server.connections(), 0);
}

void TestProxies::proxyThatIsNotThere()
{
    quint16 port = 0;
    {
        const ScriptedServer gone;
        port = gone.port();
    }
    ClientOptions options = optionsFor(u"https://tc.example.com"_s);
    options.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, port);
    Client client(options);
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::Network);
    QCOMPARE(reply->error().attempts, 2);
}

void TestProxies::markedCallsGoOutOnce()
{
    ScriptedServer server(ScriptedServer::Security::Tls);
    server.setHandler([](const Request &) { return Step::silence(Step::Fault::Close); });
    ScriptedProxy proxy(server.port());
    m_environment->set("https_proxy", urlOf(proxy));
    Client client(optionsFor(u"https://tc.example.com"_s));
    const std::unique_ptr<Reply<void>> reply(client.call<void>({ &sendMail, {}, {}, "{}"_ba, {} }));
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::Network);
    QCOMPARE(server.requests().size(), 1);
}

void TestProxies::desktopIsAskedElsewhere()
{
    const auto proxies = std::make_shared<Proxies>(std::nullopt);
    const QUrl url(u"https://tc.example.com"_s);
    QVERIFY(!proxies->isKnown(url));
    QVERIFY(proxies->isKnown(QUrl(u"https://localhost"_s)));
    bool done = false;
    proxies->learn(url, this, [&done] { done = true; });
    QVERIFY(!done);
    QTRY_VERIFY(done);
    QVERIFY(proxies->isKnown(url));
    QVERIFY(!proxies->isKnown(QUrl(u"https://other.example.com"_s)));
    QVERIFY(!proxies->proxyFor(url).isEmpty());
    // A client waits for the answer; one that goes meanwhile hears nothing of it.
    Client client(optionsFor(u"https://nobody.invalid"_s));
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::Network);
    auto gone = std::make_unique<Client>(optionsFor(u"https://nobody.invalid"_s));
    gone->call<Json>(thingCall());
    QTest::qWait(0); // lets the call start
    gone.reset();
    QTest::qWait(50);
}

QTEST_GUILESS_MAIN(TestProxies)
#include "test_proxies.moc"
