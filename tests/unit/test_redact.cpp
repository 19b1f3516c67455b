// SPDX-License-Identifier: MPL-2.0
#include "http/redact.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tc;

class TestRedact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsGo_data();
    void secretsGo();
    void otherTextStays_data();
    void otherTextStays();
    void knownSecretsGo();
    void jsonStaysJson();
    void urls();
};

void TestRedact::secretsGo_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("kept");
    // Everything secret below contains the word SECRET.
    QTest::newRow("bewit") << "GET /x?limit=1&bewit=SECRET_x-1&a=2"_ba
                           << "limit=1"_ba;
    QTest::newRow("bewit is first") << "https://h/x?bewit=SECRET"_ba
                                    << "https://h/x"_ba;
    QTest::newRow("token in JSON") << R"({"clientId": "me", "accessToken": "SECRET-_"})"_ba
                                   << "\"me\""_ba;
    QTest::newRow("token in JSON in JSON") << R"({"m":"{\"accessToken\":\"SECRET\",\"b\":1}"})"_ba
                                           << "b\\\":1"_ba;
    QTest::newRow("token in a form") << "accessToken=SECRET&clientId=me"_ba
                                     << "clientId=me"_ba;
    QTest::newRow("header") << "Authorization: Hawk id=\"me\", ts=\"1\", nonce=\"SECRET\", mac=\"SECRET=\"\nHost: h"_ba
                            << "Host: h"_ba;
    QTest::newRow("header in JSON") << R"({"authorization":"Hawk id=\"me\", mac=\"SECRET/+=\"","host":"h"})"_ba
                                    << "\"host\":\"h\""_ba;
    QTest::newRow("mac alone") << "Bad mac in id=\"me\", ext=\"SECRET\", mac=\"SECRET\""_ba
                               << "Bad mac"_ba;
    QTest::newRow("bearer") << "sent Bearer SECRETSECRET.x to h"_ba
                            << "to h"_ba;
    QTest::newRow("basic") << "Authorization: Basic SECRETSECRET=="_ba
                           << "Authorization"_ba;
    QTest::newRow("S3") << "https://s3/x?X-Amz-Date=1&X-Amz-Signature=SECRET&X-Amz-Credential=SECRET%2Fb"_ba
                        << "X-Amz-Date=1"_ba;
    QTest::newRow("GCS") << "https://g/x?X-Goog-Signature=SECRET&alt=media"_ba
                         << "alt=media"_ba;
    QTest::newRow("Azure") << "https://a/x?sv=1&sig=SECRET%3D"_ba
                           << "sv=1"_ba;
}

void TestRedact::secretsGo()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, kept);
    const QByteArray redacted = Redactor().redact(text);
    QVERIFY2(!redacted.contains("SECRET"), redacted.constData());
    QVERIFY2(redacted.contains(kept), redacted.constData());
}

void TestRedact::otherTextStays_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << "No task with id abc"_ba;
    QTest::newRow("words") << "The authorization failed: your access token has expired."_ba;
    QTest::newRow("basic words") << "basic authentication is not supported"_ba;
    QTest::newRow("unicode") << "Zugriff über bewit verweigert ☃"_ba;
}

void TestRedact::otherTextStays()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(Redactor().redact(text), text);
}

void TestRedact::knownSecretsGo()
{
    Redactor redactor;
    redactor.addSecret("aVeryOwnSecret");
    redactor.addSecret("short");
    QCOMPARE(redactor.redact("is aVeryOwnSecret short?"_ba), "is [redacted] short?"_ba);
    QCOMPARE(redactor.redact(u"ü aVeryOwnSecret"_s), u"ü [redacted]"_s);
}

void TestRedact::jsonStaysJson()
{
    const QByteArray text
        = R"({"message":"Authorization: Hawk id=\"a\", mac=\"SECRET\"","payload":{"accessToken":"SECRET","url":"https://h/?bewit=SECRET"}})";
    const QByteArray redacted = Redactor().redact(text);
    QVERIFY2(QJsonDocument::fromJson(redacted).isObject(), redacted.constData());
    QVERIFY2(!redacted.contains("SECRET"), redacted.constData());
}

void TestRedact::urls()
{
    const QString url = Redactor::url(QUrl(u"https://me:SECRET@h:1/p%2Fq?bewit=SECRET&x=%20#SECRET"_s));
    QVERIFY2(!url.contains(u"SECRET"_s), qPrintable(url));
    QVERIFY(url.startsWith(u"https://h:1/p%2Fq?"_s));
    QVERIFY(url.contains(u"x=%20"_s));
}

QTEST_GUILESS_MAIN(TestRedact)
#include "test_redact.moc"
