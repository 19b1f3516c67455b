// SPDX-License-Identifier: MPL-2.0
// The demo's page for the sign-in through the browser, and the library's half of it, together.
#include "demo/services/services.h"
#include "demofixture.h"
#include "htmlform.h"

#include <tc/signin.h>

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace tc;
using namespace tc::test;

class TestDemoSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void personSaves();
    void formEscapes();
    void callbackMustBeLocalhost_data();
    void callbackMustBeLocalhost();
    void clientMustBeNew();

private:
    WireReply save(const QByteArray &form);

    DemoFixture m_demo { demo::DemoOptions { .simulate = false } };
};

WireReply TestDemoSignIn::save(const QByteArray &form)
{
    return fetch(m_demo.port(), "POST", "/auth/clients/create",
        { { "Content-Type", "application/x-www-form-urlencoded" } }, form);
}

void TestDemoSignIn::personSaves()
{
    ClientOptions client;
    client.rootUrl = u"http://127.0.0.1:%1"_s.arg(m_demo.port());
    SignInOptions options;
    options.name = u"desktop+1"_s;
    options.scopes = QStringList { u"queue:*"_s, u"secrets:get:a b+c"_s };
    SignIn signIn(client, options);
    QSignalSpy finished(&signIn, &SignIn::finished);
    const auto url = signIn.start();
    QVERIFY(url);

    // The form, and its fields sent back as they are.
    const WireReply page = fetch(m_demo.port(), "GET", url->toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority));
    QCOMPARE(page.status, 200);
    const QString clientId = formField(page.body, u"clientId"_s);
    const WireReply saved = save("clientId=" + formEncoded(clientId)
        + "&expires=1+day&description=&scopes=" + formEncoded(u"queue:*\r\nsecrets:get:a b+c\r\n"_s)
        + "&callback_url=" + formEncoded(formField(page.body, u"callback_url"_s)));
    QCOMPARE(saved.status, 303);
    const QByteArray location = saved.headers.value("location");
    QVERIFY(location.contains("?clientId=project/demo/admin/desktop+1-")); // not encoded

    const QUrl back = QUrl::fromEncoded(location, QUrl::StrictMode);
    WireClient browser(static_cast<quint16>(back.port()));
    browser.write("GET " + location.mid(location.indexOf('/', 8))
        + " HTTP/1.1\r\nHost: localhost:" + QByteArray::number(back.port()) + "\r\n\r\n");
    QVERIFY(finished.count() == 1 || finished.wait(5000));
    QVERIFY2(!signIn.error(), qPrintable(signIn.error().message));
    QCOMPARE(browser.read().status, 200);
    QCOMPARE(signIn.credentials().clientId, clientId);
    QVERIFY(signIn.scopes().contains(u"queue:*"_s));
    QVERIFY(signIn.scopes().contains(u"secrets:get:a b+c"_s));
    m_demo.with([&clientId](demo::DemoServer &server) {
        const demo::AuthClient made = server.context().state.clients.value(clientId);
        QVERIFY(made.deleteOnExpiration);
        QVERIFY(made.expires > server.context().now() + 23 * 3600 * 1000);
    });
}

void TestDemoSignIn::formEscapes()
{
    const WireReply page = fetch(m_demo.port(), "GET",
        "/auth/clients/create?name=a%22%3E%3Cscript%3E&description=%3Cb%3E&scope=%3C/textarea%3E");
    QCOMPARE(page.status, 200);
    QVERIFY(!page.body.contains("<script"));
    QVERIFY(!page.body.contains("<b>"));
    QCOMPARE(page.body.count("</textarea>"), 1);
}

void TestDemoSignIn::callbackMustBeLocalhost_data()
{
    QTest::addColumn<QString>("callback");
    QTest::addColumn<int>("status");
    QTest::newRow("port") << u"http://localhost:8080"_s << 200;
    QTest::newRow("path") << u"https://localhost:8080/nonce"_s << 200;
    QTest::newRow("address") << u"http://127.0.0.1:8080/"_s << 400;
    QTest::newRow("longer name") << u"http://localhost.example.com/"_s << 400;
    QTest::newRow("user") << u"http://localhost:80@example.com/"_s << 400;
    QTest::newRow("scheme") << u"javascript:localhost"_s << 400;
}

void TestDemoSignIn::callbackMustBeLocalhost()
{
    QFETCH(const QString, callback);
    QFETCH(const int, status);
    const QByteArray escaped = formEncoded(callback);
    QCOMPARE(fetch(m_demo.port(), "GET", "/auth/clients/create?name=x&callback_url=" + escaped).status, status);
    if (status == 400)
        QCOMPARE(save("clientId=a/b&expires=1d&scopes=&callback_url=" + escaped).status, 400);
}

void TestDemoSignIn::clientMustBeNew()
{
    const QByteArray rest = "&expires=1d&scopes=&callback_url=" + formEncoded(u"http://localhost:1/x"_s);
    QCOMPARE(save("clientId=project/demo/reader" + rest).status, 400);
    QCOMPARE(save("clientId=two%20words" + rest).status, 400);
    QCOMPARE(save("clientId=a/c&expires=soon&scopes=&callback_url=http://localhost:1/x").status, 400);
    QCOMPARE(save("clientId=a/d" + rest).status, 303);
    QCOMPARE(save("clientId=a/d" + rest).status, 400);
}

QTEST_GUILESS_MAIN(TestDemoSignIn)
#include "test_demo_signin.moc"
