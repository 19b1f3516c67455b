// SPDX-License-Identifier: MPL-2.0
// The values are from the scheme's own documentation, or were calculated with the openssl command from the normalised
// text.
#include <tc/hawk.h>

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tc;

namespace {

const auto exampleKey = u"werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn"_s;

/// The attribute of a Hawk header.
QString attribute(const QByteArray &header, const QString &name)
{
    return QRegularExpression(u"\\b"_s + name + u"=\"([^\"]*)\""_s).match(QString::fromLatin1(header)).captured(1);
}

QJsonObject decodedExt(const QByteArray &ext)
{
    return QJsonDocument::fromJson(QByteArray::fromBase64(ext)).object();
}

} // namespace

class TestHawk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentedHeader();
    void documentedPayload();
    void keysAreUtf8();
    void extIsEscaped();
    void contentTypeWithoutParameters();
    void headerHasWhatIsNeeded();
    void nonceIsFresh();
    void extOnlyWhenThereIsSomethingToSay();
    void emptyScopesAreNotAbsent();
    void certificateStaysAsItCame();
    void badCertificate();
    void badClientId();
    void headerTooLong_data();
    void headerTooLong();
    void headerJustShortEnough();
    void bewitFormat();
    void bewitTooLong();
};

void TestHawk::documentedHeader()
{
    const hawk::Request request { "GET", "/resource/1?b=1&a=2", "example.com", 8000 };
    const hawk::Artifacts artifacts { 1353832234, "j4h3g2", {}, "some-app-ext-data" };
    const QByteArray text = hawk::normalizedHeader(request, artifacts);
    QCOMPARE(text,
        "hawk.1.header\n1353832234\nj4h3g2\nGET\n/resource/1?b=1&a=2\nexample.com\n8000\n\nsome-app-ext-data\n"_ba);
    QCOMPARE(hawk::mac(exampleKey.toUtf8(), text), "6R4rV5iE+NPoym+WwjeHzjAGXUtLNIxmo1vpMofpLAE="_ba);
}

void TestHawk::documentedPayload()
{
    const QByteArray hash = hawk::payloadHash("text/plain", "Thank you for flying Hawk");
    QCOMPARE(hash, "Yi9LfIIFRtBEPt74PVmbTF/xVAwPn7ub15ePICfgnuY="_ba);
    const hawk::Request request { "POST", "/resource/1?b=1&a=2", "example.com", 8000 };
    const hawk::Artifacts artifacts { 1353832234, "j4h3g2", hash, "some-app-ext-data" };
    QCOMPARE(hawk::mac(exampleKey.toUtf8(), hawk::normalizedHeader(request, artifacts)),
        "aSe1DERmZuRl3pI36/9BdZmnErTw3sNzOOAUlfeKjVw="_ba);
}

void TestHawk::keysAreUtf8()
{
    const Credentials credentials { u"me"_s, u"søde-nøgle"_s, {} };
    hawk::SigningOptions options;
    options.timestamp = 1700000000;
    options.nonce = "abc123";
    const auto header = hawk::authorizationHeader(
        credentials, { "GET", "/api/queue/v1/task/a%2Fb%20c?limit=5", "[::1]", 8443 }, options);
    QVERIFY(header);
    QCOMPARE(attribute(*header, u"mac"_s), u"/JX5z40hM5Gxzyc7Q2tEdKxSo9yrhxOlTlZy03eRWLE="_s);
}

void TestHawk::extIsEscaped()
{
    const QByteArray text = hawk::normalizedHeader({ "put", "/", "HOST", 80 }, { 1, "n", {}, "a\\b\nc" });
    QCOMPARE(text, "hawk.1.header\n1\nn\nPUT\n/\nhost\n80\n\na\\\\b\\nc\n"_ba);
}

void TestHawk::contentTypeWithoutParameters()
{
    QCOMPARE(hawk::payloadHash("Application/JSON; charset=utf-8", "{}"), hawk::payloadHash("application/json", "{}"));
    QCOMPARE(hawk::payloadHash({}, {}), "B0weSUXsMcb5UhL41FZbrUJCAotzSI3HawE1NPLRUz8="_ba);
}

void TestHawk::headerHasWhatIsNeeded()
{
    const Credentials credentials { u"project/a:b.+|_-@!c"_s, u"key"_s, {} };
    const qint64 before = QDateTime::currentSecsSinceEpoch();
    const auto header = hawk::authorizationHeader(credentials, { "GET", "/", "h", 443 });
    QVERIFY(header);
    QVERIFY(header->startsWith("Hawk id=\"project/a:b.+|_-@!c\""));
    const qint64 timestamp = attribute(*header, u"ts"_s).toLongLong();
    QVERIFY(timestamp >= before && timestamp <= QDateTime::currentSecsSinceEpoch());
    QVERIFY(!header->contains("hash="));
    QVERIFY(!header->contains("ext="));
}

void TestHawk::nonceIsFresh()
{
    QSet<QString> nonces;
    for (int i = 0; i < 100; ++i)
        nonces.insert(
            attribute(*hawk::authorizationHeader({ u"me"_s, u"k"_s, {} }, { "GET", "/", "h", 1 }), u"nonce"_s));
    QCOMPARE(nonces.size(), 100);
}

void TestHawk::extOnlyWhenThereIsSomethingToSay()
{
    const auto ext = hawk::ext({ u"me"_s, u"k"_s, {} }, {});
    QVERIFY(ext);
    QVERIFY(ext->isEmpty());
}

void TestHawk::emptyScopesAreNotAbsent()
{
    const auto ext = hawk::ext({ u"me"_s, u"k"_s, {} }, QStringList {});
    QVERIFY(ext);
    QCOMPARE(*ext, "eyJhdXRob3JpemVkU2NvcGVzIjpbXX0="_ba);
}

void TestHawk::certificateStaysAsItCame()
{
    const auto certificate = u"{\"version\":1,\"z\":1.50,\"a\":{\"new\":\"é\"},\"scopes\":[]}"_s;
    const auto ext = hawk::ext({ u"me"_s, u"k"_s, certificate }, QStringList { u"a:b"_s, u"quote\""_s });
    QVERIFY(ext);
    QVERIFY(QByteArray::fromBase64(*ext).contains(certificate.toUtf8()));
    const QJsonObject object = decodedExt(*ext);
    QCOMPARE(object.value("authorizedScopes"_L1).toArray(), QJsonArray({ u"a:b"_s, u"quote\""_s }));
    QCOMPARE(object.value("certificate"_L1).toObject().value("version"_L1).toInt(), 1);
}

void TestHawk::badCertificate()
{
    for (const auto &text : { u"nonsense"_s, u"[1]"_s, u"\"{}\""_s, u"{"_s }) {
        const auto ext = hawk::ext({ u"me"_s, u"k"_s, text }, {});
        QVERIFY(!ext);
        QCOMPARE(ext.error.kind, ErrorKind::Usage);
    }
}

void TestHawk::badClientId()
{
    for (const auto &id : { u"a\"b"_s, u"a\nb"_s, u"a\\b"_s, u"é"_s }) {
        QCOMPARE(hawk::authorizationHeader({ id, u"k"_s, {} }, { "GET", "/", "h", 1 }).error.kind, ErrorKind::Usage);
        QCOMPARE(hawk::bewit({ id, u"k"_s, {} }, { "GET", "/", "h", 1 }, 1).error.kind, ErrorKind::Usage);
    }
}

void TestHawk::headerTooLong_data()
{
    QTest::addColumn<Credentials>("credentials");
    QTest::addColumn<QStringList>("scopes");
    QTest::addColumn<QString>("blamed");
    const QStringList many(120, u"queue:get-artifact:private/some/long/name"_s);
    const QString certificate = u"{\"scopes\":[\""_s + many.join(u"\",\""_s) + u"\"]}"_s;
    QTest::newRow("certificate") << Credentials { u"me"_s, u"k"_s, certificate } << QStringList { u"a"_s }
                                 << u"certificate"_s;
    QTest::newRow("scopes") << Credentials { u"me"_s, u"k"_s, {} } << many << u"authorized scopes"_s;
    QTest::newRow("client id") << Credentials { QString(4200, u'x'), u"k"_s, {} } << QStringList { u"a"_s }
                               << u"client id"_s;
}

void TestHawk::headerTooLong()
{
    QFETCH(const Credentials, credentials);
    QFETCH(const QStringList, scopes);
    QFETCH(const QString, blamed);
    hawk::SigningOptions options;
    options.authorizedScopes = scopes;
    const auto header = hawk::authorizationHeader(credentials, { "GET", "/", "h", 1 }, options);
    QVERIFY(!header);
    QCOMPARE(header.error.kind, ErrorKind::Usage);
    QVERIFY2(header.error.message.contains(blamed), qPrintable(header.error.message));
    QVERIFY(header.error.message.contains(u"4096"_s));
}

void TestHawk::headerJustShortEnough()
{
    hawk::SigningOptions options;
    options.timestamp = 1700000000;
    options.nonce = "12345678";
    const hawk::Request request { "GET", "/", "h", 1 };
    const auto length = [&](qsizetype id) {
        return hawk::authorizationHeader({ QString(id, u'x'), u"k"_s, {} }, request, options);
    };
    const qsizetype rest = length(1)->size() - 1;
    QCOMPARE(length(4096 - rest)->size(), 4096);
    QVERIFY(!length(4097 - rest));
}

void TestHawk::bewitFormat()
{
    const auto bewit = hawk::bewit(
        { u"123456"_s, exampleKey, {} }, { "GET", "/somewhere/over/the/rainbow", "example.com", 443 }, 1356420707);
    QVERIFY(bewit);
    QCOMPARE(*bewit, "MTIzNDU2XDEzNTY0MjA3MDdcUldRY0dIWUFjSzFNQW4rYnBZdU9abW1xUUtFVzA1c09yNDlMcG1aY3oxcz1c"_ba);
    QCOMPARE(hawk::mac(exampleKey.toUtf8(),
                 hawk::normalizedBewit({ "GET", "/somewhere/over/the/rainbow", "example.com", 443 },
                     { 1356420707, {}, {}, "xandyandz" })),
        "hgmTGt++5kkr4RR9xMT8mJVOXz5HpWi5MglK0ID2AjA="_ba);
}

void TestHawk::bewitTooLong()
{
    const auto bewit = hawk::bewit({ u"me"_s, u"k"_s, {} }, { "GET", '/' + QByteArray(4060, 'p'), "h", 1 }, 1);
    QVERIFY(!bewit);
    QCOMPARE(bewit.error.kind, ErrorKind::Usage);
    QVERIFY2(bewit.error.message.contains(u"path"_s), qPrintable(bewit.error.message));
}

QTEST_GUILESS_MAIN(TestHawk)
#include "test_hawk.moc"
