// SPDX-License-Identifier: MPL-2.0
// What the demo deployment accepts and refuses as a signature. Requests are signed by the library and checked by the
// demo's own code, so the two implementations hold each other.
#include "demofixture.h"

#include "demo/data/demoworld.h"

#include <tc/hawk.h>

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tc::test;

namespace {

constexpr qint64 kNow = 1'795'000'000'000;
constexpr qint64 kMinute = 60'000;
constexpr qint64 kDay = 24 * 60 * kMinute;
const QByteArray kPath = "/api/auth/v1/scopes/current";

using Scopes = std::optional<QStringList>;

tc::Credentials of(const demo::DemoCredentials &credentials)
{
    return { credentials.clientId, credentials.accessToken, {} };
}

Temporary temporary(const QString &name = {}, const QStringList &scopes = { u"queue:*"_s })
{
    return { demo::adminCredentials().clientId, demo::adminCredentials().accessToken, name, scopes, kNow - kMinute,
        kNow + 60 * kMinute };
}

// A certificate with one member changed after it was signed.
tc::Credentials tampered(const QString &member, const QJsonValue &value)
{
    tc::Credentials credentials = makeTemporary(temporary());
    QJsonObject certificate = QJsonDocument::fromJson(credentials.certificate.toUtf8()).object();
    certificate.insert(member, value);
    credentials.certificate = QString::fromUtf8(QJsonDocument(certificate).toJson(QJsonDocument::Compact));
    return credentials;
}

tc::Credentials withTimes(qint64 start, qint64 expiry)
{
    Temporary wanted = temporary();
    wanted.start = start;
    wanted.expiry = expiry;
    return makeTemporary(wanted);
}

} // namespace

class TestDemoHawk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void header_data();
    void header();
    void skew_data();
    void skew();
    void bewit_data();
    void bewit();
    void malformed_data();
    void malformed();
    void authorizedScopes_data();
    void authorizedScopes();
    void payloadHash();
    void standardAndUrlSafeExt();
    void methodsWithoutScopesIgnoreCredentials();

private:
    WireReply get(const QByteArray &authorization, const QByteArray &target = kPath) const;
    QByteArray signedHeader(const tc::Credentials &credentials, const tc::hawk::SigningOptions &options = {},
        const QByteArray &target = kPath) const;
    tc::hawk::Request requestFor(const QByteArray &target) const
    {
        return { "GET", target, "127.0.0.1", m_demo->port() };
    }

    std::unique_ptr<DemoFixture> m_demo;
};

void TestDemoHawk::initTestCase()
{
    demo::DemoOptions options;
    options.simulate = false;
    options.clock = [] { return kNow; };
    demo::DemoState state = demo::makeWorld(1, kNow);
    state.clients[u"narrow"_s] = { u"narrow"_s, u"narrow-token"_s, {}, kNow + kDay, kNow, { u"a:*"_s }, false, false };
    m_demo = std::make_unique<DemoFixture>(options, state);
}

WireReply TestDemoHawk::get(const QByteArray &authorization, const QByteArray &target) const
{
    return fetch(m_demo->port(), "GET", target, { { "Authorization", authorization } });
}

QByteArray TestDemoHawk::signedHeader(
    const tc::Credentials &credentials, const tc::hawk::SigningOptions &options, const QByteArray &target) const
{
    tc::hawk::SigningOptions all = options;
    if (!all.timestamp)
        all.timestamp = kNow / 1000;
    const auto made = tc::hawk::authorizationHeader(credentials, requestFor(target), all);
    return made.value.value_or(QByteArray());
}

void TestDemoHawk::header_data()
{
    QTest::addColumn<tc::Credentials>("credentials");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("reason");
    const auto good = [](const char *name, const tc::Credentials &credentials) {
        QTest::newRow(name) << credentials << 200 << QString();
    };
    const auto bad = [](const char *name, const tc::Credentials &credentials, const QString &reason) {
        QTest::newRow(name) << credentials << 401 << reason;
    };
    const tc::Credentials admin = of(demo::adminCredentials());
    good("admin", admin);
    good("reader", of(demo::readOnlyCredentials()));
    bad("wrong token", { admin.clientId, u"wrong"_s, {} }, u"Unauthorized: Bad mac"_s);
    bad("unknown client", { u"nobody"_s, u"x"_s, {} }, u"Client with clientId 'nobody' not found"_s);
    bad("disabled", of(demo::disabledCredentials()), u"is disabled"_s);
    bad("expired", of(demo::expiredCredentials()), u"has expired"_s);

    good("unnamed certificate", makeTemporary(temporary()));
    good("named certificate", makeTemporary(temporary(u"someone/for-an-hour"_s)));
    good("certificate without scopes", makeTemporary(temporary({}, {})));
    good("named certificate without scopes", makeTemporary(temporary(u"someone/small"_s, {})));
    good("unknown members in a certificate", tampered(u"color"_s, u"green"_s));
    good("issuer null is unnamed", tampered(u"issuer"_s, QJsonValue()));
    const QString signature = u"signature is not valid"_s;
    bad("more scopes than were signed", tampered(u"scopes"_s, QJsonArray { u"*"_s }), signature);
    bad("longer than was signed", tampered(u"expiry"_s, kNow + 70 * kMinute), signature);
    bad("wrong signature", tampered(u"signature"_s, u"AAAA"_s), signature);
    bad("another version", tampered(u"version"_s, 2), u"version must be 1"_s);
    bad("short seed", tampered(u"seed"_s, u"abc"_s), u"seed must be 44 characters"_s);
    bad("seed is a number", tampered(u"seed"_s, 5), u"seed must be a string"_s);
    bad("start is text", tampered(u"start"_s, u"now"_s), u"start must be a Number"_s);
    bad("expiry is text", tampered(u"expiry"_s, u"then"_s), u"expiry must be a Number"_s);
    bad("scopes is text", tampered(u"scopes"_s, u"*"_s), u"scopes must be an array"_s);
    bad("scope with a line feed", tampered(u"scopes"_s, QJsonArray { u"a\nb"_s }), u"array of valid scopes"_s);
    bad("issuer is a number", tampered(u"issuer"_s, 5), u"issuer must be a string"_s);
    bad("issuer is the client itself", tampered(u"issuer"_s, admin.clientId), u"must differ"_s);

    good("starts in four minutes", withTimes(kNow + 4 * kMinute, kNow + kDay));
    bad("starts in six minutes", withTimes(kNow + 6 * kMinute, kNow + kDay), u"start > now"_s);
    good("ended four minutes ago", withTimes(kNow - kDay, kNow - 4 * kMinute));
    bad("ended six minutes ago", withTimes(kNow - kDay, kNow - 6 * kMinute), u"expiry < now"_s);
    good("31 days", withTimes(kNow, kNow + 31 * kDay));
    bad("32 days", withTimes(kNow, kNow + 32 * kDay), u"31 days"_s);

    Temporary beyond = temporary({}, { u"b:x"_s });
    beyond.issuer = u"narrow"_s;
    beyond.issuerToken = u"narrow-token"_s;
    bad("scopes that the issuer lacks", makeTemporary(beyond), u"doesn't satisfy"_s);
    beyond.scopes = { u"a:x"_s };
    good("scopes that the issuer has", makeTemporary(beyond));
    beyond.name = u"someone/else"_s;
    bad("name that the issuer may not give", makeTemporary(beyond), u"auth:create-client:someone/else"_s);
}

void TestDemoHawk::header()
{
    QFETCH(tc::Credentials, credentials);
    QFETCH(int, status);
    QFETCH(QString, reason);
    const WireReply reply = get(signedHeader(credentials));
    const QString message = reply.json()["message"_L1].toString();
    QVERIFY2(reply.status == status, qPrintable(message));
    QVERIFY2(message.contains(reason), qPrintable(message));
    if (status == 401) {
        QCOMPARE(reply.json()["code"_L1].toString(), u"AuthenticationFailed"_s);
        QCOMPARE(reply.headers.value("www-authenticate"), QByteArray("hawk"));
    }
}

void TestDemoHawk::skew_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("status");
    QTest::newRow("14 slow") << -14 << 200;
    QTest::newRow("16 slow") << -16 << 401;
    QTest::newRow("14 fast") << 14 << 200;
    QTest::newRow("16 fast") << 16 << 401;
}

void TestDemoHawk::skew()
{
    QFETCH(int, minutes);
    tc::hawk::SigningOptions options;
    options.timestamp = kNow / 1000 + minutes * 60;
    const WireReply reply = get(signedHeader(of(demo::adminCredentials()), options));
    QTEST(reply.status, "status");
    // The answer tells the time by which a client can set its own.
    QCOMPARE(reply.headers.value("date"), QByteArray("Wed, 18 Nov 2026 11:06:40 GMT"));
}

void TestDemoHawk::bewit_data()
{
    QTest::addColumn<qint64>("secondsLeft");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("extra");
    QTest::addColumn<int>("status");
    QTest::newRow("good") << qint64(60) << kPath << QByteArray() << 200;
    QTest::newRow("one second") << qint64(1) << kPath << QByteArray() << 200;
    QTest::newRow("over, without tolerance") << qint64(0) << kPath << QByteArray() << 401;
    QTest::newRow("long ago") << qint64(-3600) << kPath << QByteArray() << 401;
    const QByteArray paged = "/api/auth/v1/clients/?limit=2";
    QTest::newRow("with a query") << qint64(60) << paged << QByteArray() << 200;
    QTest::newRow("with a query that was not signed") << qint64(60) << kPath << QByteArray("&limit=2") << 401;
}

void TestDemoHawk::bewit()
{
    QFETCH(qint64, secondsLeft);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, extra);
    const auto made = tc::hawk::bewit(of(demo::adminCredentials()), requestFor(target), kNow / 1000 + secondsLeft);
    QVERIFY(made);
    const QByteArray mark = target.contains('?') ? "&bewit=" : "?bewit=";
    const QByteArray url = target + mark + *made + extra;
    QTEST(fetch(m_demo->port(), "GET", url).status, "status");
    QCOMPARE(
        fetch(m_demo->port(), "GET", url, { { "Authorization", signedHeader(of(demo::adminCredentials())) } }).status,
        401);
}

void TestDemoHawk::malformed_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::newRow("empty") << QByteArray("Hawk");
    QTest::newRow("bearer") << QByteArray("Bearer abc");
    QTest::newRow("basic") << QByteArray("Basic YTpi");
    QTest::newRow("no quotes") << QByteArray("Hawk id=a, ts=1");
    QTest::newRow("empty id") << QByteArray("Hawk id=\"\", ts=\"1\", nonce=\"a\", mac=\"b\"");
    QTest::newRow("no mac") << QByteArray("Hawk id=\"a\", ts=\"1\", nonce=\"a\"");
    QTest::newRow("twice the same") << QByteArray("Hawk id=\"a\", id=\"a\", ts=\"1\", nonce=\"a\", mac=\"b\"");
    QTest::newRow("unknown attribute") << QByteArray("Hawk id=\"a\", ts=\"1\", nonce=\"a\", mac=\"b\", x=\"y\"");
    QTest::newRow("time is no number") << QByteArray(
        "Hawk id=\"project/demo/admin\", ts=\"x\", nonce=\"a\", mac=\"b\"");
    QTest::newRow("long") << "Hawk id=\"a\", ts=\"1\", nonce=\"a\", mac=\"" + QByteArray(4200, 'b') + '"';
    QTest::newRow("ext is no base64") << QByteArray("Hawk id=\"a\", ts=\"1\", nonce=\"a\", mac=\"b\", ext=\"!!\"");
    QTest::newRow("ext is no object") << "Hawk id=\"a\", ts=\"1\", nonce=\"a\", mac=\"b\", ext=\""
            + QByteArray("[]").toBase64() + '"';
    QTest::newRow("certificate is text") << "Hawk id=\"a\", ts=\"1\", nonce=\"a\", mac=\"b\", ext=\""
            + QByteArray("{\"certificate\":\"{}\"}").toBase64() + '"';
}

void TestDemoHawk::malformed()
{
    QFETCH(QByteArray, authorization);
    const WireReply reply = get(authorization);
    QCOMPARE(reply.status, 401);
    QCOMPARE(reply.json()["code"_L1].toString(), u"AuthenticationFailed"_s);
}

void TestDemoHawk::authorizedScopes_data()
{
    QTest::addColumn<Scopes>("scopes");
    QTest::addColumn<bool>("hasStar");
    QTest::addColumn<bool>("hasOne");
    QTest::newRow("absent: all") << Scopes() << true << true;
    QTest::newRow("empty: nothing of one's own") << Scopes(QStringList()) << false << false;
    QTest::newRow("one") << Scopes(QStringList { u"demo:one"_s }) << false << true;
}

void TestDemoHawk::authorizedScopes()
{
    QFETCH(Scopes, scopes);
    QFETCH(bool, hasStar);
    QFETCH(bool, hasOne);
    tc::hawk::SigningOptions options;
    options.authorizedScopes = scopes;
    const WireReply reply = get(signedHeader(of(demo::adminCredentials()), options));
    QCOMPARE(reply.status, 200);
    const QJsonArray held = reply.json()["scopes"_L1].toArray();
    QCOMPARE(held.contains(u"*"_s), hasStar);
    QCOMPARE(held.contains(u"demo:one"_s) || hasStar, hasOne);
    // Everybody has what anonymous callers have.
    QCOMPARE(held.contains(u"assume:anonymous"_s), !hasStar);

    options.authorizedScopes = QStringList { u"secrets:set:everything"_s };
    QCOMPARE(get(signedHeader(of(demo::readOnlyCredentials()), options)).status, 401);
}

void TestDemoHawk::payloadHash()
{
    const QByteArray body = "{\"scopes\": [\"a:*\"]}";
    const QByteArray target = "/api/auth/v1/scopes/expand";
    const auto send = [&](const QByteArray &hash) {
        tc::hawk::SigningOptions options;
        options.payloadHash = hash;
        options.timestamp = kNow / 1000;
        const tc::hawk::Request request = { "POST", target, "127.0.0.1", m_demo->port() };
        const auto made = tc::hawk::authorizationHeader(of(demo::adminCredentials()), request, options);
        return fetch(m_demo->port(), "POST", target,
            { { "Authorization", made.value.value_or(QByteArray()) },
                { "Content-Type", "application/json; charset=utf-8" } },
            body)
            .status;
    };
    QCOMPARE(send({}), 200);
    QCOMPARE(send(tc::hawk::payloadHash("application/json", body)), 200);
    QCOMPARE(send(tc::hawk::payloadHash("application/json", "{}")), 401);
    QCOMPARE(send("short"), 500);
}

void TestDemoHawk::standardAndUrlSafeExt()
{
    // These question marks and arrows make both characters in which the alphabets differ.
    const QByteArray json = "{\"authorizedScopes\": [\"a?\x3f>b>>?\"]}";
    for (const auto alphabet : { QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding }) {
        for (const auto padding : { QByteArray::KeepTrailingEquals, QByteArray::OmitTrailingEquals }) {
            const tc::hawk::Artifacts artifacts = { kNow / 1000, "abcdef", {}, json.toBase64(alphabet | padding) };
            const demo::DemoCredentials admin = demo::adminCredentials();
            const QByteArray mac
                = tc::hawk::mac(admin.accessToken.toUtf8(), tc::hawk::normalizedHeader(requestFor(kPath), artifacts));
            const QByteArray header = "Hawk id=\"" + admin.clientId.toUtf8() + "\", ts=\""
                + QByteArray::number(artifacts.timestamp) + "\", nonce=\"abcdef\", ext=\"" + artifacts.ext
                + "\", mac=\"" + mac + '"';
            QCOMPARE(get(header).status, 200);
        }
    }
}

void TestDemoHawk::methodsWithoutScopesIgnoreCredentials()
{
    QCOMPARE(get("Bearer nonsense", "/api/queue/v1/ping").status, 200);
    // Where scopes count, wrong credentials are refused even if nobody's would do.
    const QByteArray task = "/api/queue/v1/task-group/" + QByteArray("fN1SgQ8wQZ6zqz8H0yBBcw") + "/list";
    QCOMPARE(fetch(m_demo->port(), "GET", task).status, 404);
    QCOMPARE(get("Bearer nonsense", task).status, 401);
}

QTEST_GUILESS_MAIN(TestDemoHawk)
#include "test_demo_hawk.moc"
