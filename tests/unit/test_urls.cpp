// SPDX-License-Identifier: MPL-2.0
#include "util/urls.h"

#include <tc/client.h>

#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace tc;

namespace {

constexpr std::array twoNames { "taskId", "name" };
const MethodInfo artifactMethod { .service = "queue",
    .version = "v1",
    .name = "getLatestArtifact",
    .verb = "GET",
    .route = "/task/<taskId>/artifacts/<name>",
    .arguments = twoNames };

} // namespace

class TestUrls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void components_data();
    void components();
    void everyCharacterSurvivesTheWire();
    void refusedArguments_data();
    void refusedArguments();
    void queryKeepsItsOrder();
    void rootUrls_data();
    void rootUrls();
    void badRootUrls_data();
    void badRootUrls();
    void rootUrlWithPath();
    void ipv6Root();
    void origins();
    void loopbackNames();
    void reach_data();
    void reach();
};

void TestUrls::components_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("raw") << u"AZaz09-_.~!*'()"_s << "AZaz09-_.~!*'()"_ba;
    QTest::newRow("reserved") << u"/?#[]@$&+,;=: %"_s << "%2F%3F%23%5B%5D%40%24%26%2B%2C%3B%3D%3A%20%25"_ba;
    QTest::newRow("unicode") << u"ü☃𝄞"_s << "%C3%BC%E2%98%83%F0%9D%84%9E"_ba;
    QTest::newRow("others") << u"\"<>\\^`{|}\n"_s << "%22%3C%3E%5C%5E%60%7B%7C%7D%0A"_ba;
    QTest::newRow("escape") << u"%2F"_s << "%252F"_ba;
}

void TestUrls::components()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, encoded);
    QCOMPARE(urls::encodeComponent(text), encoded);
}

void TestUrls::everyCharacterSurvivesTheWire()
{
    const Client client(u"https://tc.example.com"_s);
    for (char16_t c = 1; c < 0x250; ++c) {
        const QString text = u"a"_s + QChar(c) + u"b"_s;
        const auto url = client.buildUrl({ &artifactMethod, { text, text }, { { u"q"_s, text } }, {}, {} });
        QVERIFY2(url, qPrintable(url.error.message));
        const QByteArray part = urls::encodeComponent(text);
        QCOMPARE(urls::wireTarget(*url), "/api/queue/v1/task/" + part + "/artifacts/" + part + "?q=" + part);
    }
}

void TestUrls::refusedArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("empty") << QStringList { u"a"_s, QString() };
    QTest::newRow("dot") << QStringList { u"."_s, u"a"_s };
    QTest::newRow("dots") << QStringList { u"a"_s, u".."_s };
    QTest::newRow("too few") << QStringList { u"a"_s };
    QTest::newRow("too many") << QStringList { u"a"_s, u"b"_s, u"c"_s };
}

void TestUrls::refusedArguments()
{
    QFETCH(const QStringList, arguments);
    const auto url = Client(u"https://tc.example.com"_s).buildUrl({ &artifactMethod, arguments, {}, {}, {} });
    QVERIFY(!url);
    QCOMPARE(url.error.kind, ErrorKind::Usage);
    QCOMPARE(url.error.method, u"queue.getLatestArtifact"_s);
}

void TestUrls::queryKeepsItsOrder()
{
    const auto target
        = urls::methodTarget(artifactMethod, { u"t"_s, u"n"_s }, { { u"z"_s, u"1 2"_s }, { u"a"_s, u"***"_s } });
    QVERIFY(target);
    QCOMPARE(*target, "/api/queue/v1/task/t/artifacts/n?z=1%202&a=***"_ba);
}

void TestUrls::rootUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QUrl>("url");
    QTest::newRow("plain") << u"https://tc.example.com"_s << QUrl(u"https://tc.example.com"_s);
    QTest::newRow("slashes") << u" https://tc.example.com// "_s << QUrl(u"https://tc.example.com"_s);
    QTest::newRow("port") << u"http://127.0.0.1:8080/"_s << QUrl(u"http://127.0.0.1:8080"_s);
    QTest::newRow("path") << u"https://example.com/tc/"_s << QUrl(u"https://example.com/tc"_s);
    QTest::newRow("case") << u"HTTPS://TC.Example.com"_s << QUrl(u"https://tc.example.com"_s);
}

void TestUrls::rootUrls()
{
    QFETCH(const QString, text);
    QFETCH(const QUrl, url);
    QVERIFY(!Client::checkRootUrl(text));
    QCOMPARE(Client(text).rootUrl(), url);
}

void TestUrls::badRootUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("word") << u"taskcluster"_s;
    QTest::newRow("scheme") << u"ftp://tc.example.com"_s;
    QTest::newRow("no host") << u"https://"_s;
    QTest::newRow("user") << u"https://me:secret@tc.example.com"_s;
    QTest::newRow("query") << u"https://tc.example.com?x=1"_s;
    QTest::newRow("fragment") << u"https://tc.example.com/#x"_s;
    QTest::newRow("space") << u"https://tc example.com"_s;
}

void TestUrls::badRootUrls()
{
    QFETCH(const QString, text);
    const Error error = Client::checkRootUrl(text);
    QCOMPARE(error.kind, ErrorKind::Usage);
    QVERIFY(!error.message.isEmpty());
    QVERIFY(!error.message.contains(u"secret"_s));
    const auto url = Client(text).buildUrl({ &artifactMethod, { u"a"_s, u"b"_s }, {}, {}, {} });
    QCOMPARE(url.error.kind, ErrorKind::Usage);
}

void TestUrls::rootUrlWithPath()
{
    const auto url
        = Client(u"https://example.com/tc/"_s).buildUrl({ &artifactMethod, { u"a"_s, u"b/c"_s }, {}, {}, {} });
    QVERIFY(url);
    QCOMPARE(url->toEncoded(), "https://example.com/tc/api/queue/v1/task/a/artifacts/b%2Fc"_ba);
}

void TestUrls::ipv6Root()
{
    const QUrl url(u"https://[2001:DB8::1]:8443"_s);
    QCOMPARE(urls::hostForHeader(url), "[2001:db8::1]"_ba);
    QCOMPARE(urls::port(url), 8443);
    QCOMPARE(urls::port(QUrl(u"https://h"_s)), 443);
    QCOMPARE(urls::port(QUrl(u"http://h"_s)), 80);
}

void TestUrls::origins()
{
    const QUrl root(u"https://tc.example.com"_s);
    QVERIFY(urls::sameOrigin(root, QUrl(u"https://TC.example.com:443/x"_s)));
    QVERIFY(!urls::sameOrigin(root, QUrl(u"http://tc.example.com"_s)));
    QVERIFY(!urls::sameOrigin(root, QUrl(u"https://tc.example.com:444"_s)));
    QVERIFY(!urls::sameOrigin(root, QUrl(u"https://tc.example.com.evil.org"_s)));
}

void TestUrls::loopbackNames()
{
    for (const auto &host :
        { u"localhost"_s, u"LOCALHOST"_s, u"a.localhost"_s, u"127.0.0.1"_s, u"127.9.9.9"_s, u"::1"_s })
        QVERIFY2(urls::isLoopbackHost(host), qPrintable(host));
    for (const auto &host : { u"localhost.example.com"_s, u"128.0.0.1"_s, u"10.0.0.1"_s, u"example.com"_s, QString() })
        QVERIFY2(!urls::isLoopbackHost(host), qPrintable(host));
}

void TestUrls::reach_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("expected");
    const auto add = [](const char *address, urls::Reach reach) {
        QTest::newRow(address) << QString::fromLatin1(address) << static_cast<int>(reach);
    };
    for (const char *a : { "8.8.8.8", "172.32.0.1", "172.15.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "100.128.0.1" })
        add(a, urls::Reach::Public);
    for (const char *a : { "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "fd00::1",
             "fec0::1", "::ffff:10.0.0.1", "224.0.0.1", "255.255.255.255", "64:ff9b::a00:1", "ff02::1", "198.18.0.1" })
        add(a, urls::Reach::Private);
    for (const char *a : { "169.254.169.254", "fe80::1", "::ffff:169.254.1.1" })
        add(a, urls::Reach::LinkLocal);
    for (const char *a : { "127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1", "0.0.0.0", "::" })
        add(a, urls::Reach::Loopback);
}

void TestUrls::reach()
{
    QFETCH(const QString, address);
    QFETCH(const int, expected);
    QCOMPARE(static_cast<int>(urls::reach(QHostAddress(address))), expected);
}

QTEST_GUILESS_MAIN(TestUrls)
#include "test_urls.moc"
