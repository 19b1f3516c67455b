// SPDX-License-Identifier: MPL-2.0
// The signature was calculated with the openssl command from the documented text.
#include "auth/certificate.h"

#include <tc/hawk.h>
#include <tc/slugid.h>

#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace tc;

class TestTemporaryCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentedText();
    void unnamed();
    void named();
    void noScopes();
    void timesHaveMilliseconds();
    void startsNow();
    void exactly31Days();
    void refused_data();
    void refused();
    void tooManyScopes();
    void parses();
    void parsesForeignForms_data();
    void parsesForeignForms();
    void badCertificates_data();
    void badCertificates();
    void offlineInformation();
    void offlineTimes_data();
    void offlineTimes();
};

namespace {

const auto start = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);

Credentials issuer()
{
    return { u"tests/issuer"_s, u"token-of-the-issuer"_s, {} };
}

TemporaryCredentialsOptions hourOf(const QStringList &scopes, const QString &name = {})
{
    return { start.addSecs(3600), scopes, start, name };
}

QByteArray hmac(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

/// A certificate as another client might write it, with one member changed.
QString certificateWith(const QString &member, const QJsonValue &value)
{
    QJsonObject json { { u"version"_s, 1 }, { u"scopes"_s, QJsonArray { u"a"_s } }, { u"start"_s, 1000 },
        { u"expiry"_s, 2000 }, { u"seed"_s, QString(44, u's') }, { u"signature"_s, u"sig="_s } };
    if (value.isUndefined())
        json.remove(member);
    else
        json.insert(member, value);
    return QString::fromUtf8(QJsonDocument(json).toJson());
}

} // namespace

void TestTemporaryCredentials::documentedText()
{
    Certificate certificate;
    certificate.scopes = { u"scope:a"_s, u"b:*"_s };
    certificate.start = start;
    certificate.expiry = start.addSecs(60);
    certificate.seed = u"0123456789012345678901AAAAAAAAAAAAAAAAAAAAAA"_s;
    QCOMPARE(certificateText(certificate, {}),
        "version:1\nseed:0123456789012345678901AAAAAAAAAAAAAAAAAAAAAA\nstart:1700000000123\nexpiry:1700000060123\n"
        "scopes:\nscope:a\nb:*"_ba);
    certificate.issuer = u"me"_s;
    certificate.scopes.clear();
    QCOMPARE(certificateText(certificate, u"name"_s),
        "version:1\nclientId:name\nissuer:me\nseed:0123456789012345678901AAAAAAAAAAAAAAAAAAAAAA\n"
        "start:1700000000123\nexpiry:1700000060123\nscopes:"_ba);
}

void TestTemporaryCredentials::unnamed()
{
    const auto made = createTemporaryCredentials(issuer(), hourOf({ u"a:b"_s, u"c:*"_s }));
    QVERIFY2(made, qPrintable(made.error.message));
    QCOMPARE(made->clientId, issuer().clientId);
    const QJsonObject json = QJsonDocument::fromJson(made->certificate.toUtf8()).object();
    QCOMPARE(
        json.keys(), QStringList({ u"expiry"_s, u"scopes"_s, u"seed"_s, u"signature"_s, u"start"_s, u"version"_s }));
    const QByteArray seed = json["seed"_L1].toString().toLatin1();
    QVERIFY(decodeSlugId(QString::fromLatin1(seed.first(22))));
    QVERIFY(decodeSlugId(QString::fromLatin1(seed.sliced(22))));
    const QByteArray key = issuer().accessToken.toUtf8();
    QVERIFY(made->accessToken.toLatin1()
        == hmac(key, seed).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    const QByteArray text
        = "version:1\nseed:" + seed + "\nstart:1700000000123\nexpiry:1700003600123\nscopes:\na:b\nc:*";
    QVERIFY(json["signature"_L1].toString().toLatin1() == hmac(key, text).toBase64());
    const auto second = createTemporaryCredentials(issuer(), hourOf({}));
    QVERIFY(second && second->accessToken != made->accessToken);
}

void TestTemporaryCredentials::named()
{
    const auto made = createTemporaryCredentials(issuer(), hourOf({ u"a"_s }, u"tests/name"_s));
    QVERIFY2(made, qPrintable(made.error.message));
    QCOMPARE(made->clientId, u"tests/name"_s);
    const auto certificate = parseCertificate(made->certificate);
    QVERIFY(certificate);
    QCOMPARE(certificate->issuer, issuer().clientId);
    const QByteArray text = "version:1\nclientId:tests/name\nissuer:tests/issuer\nseed:" + certificate->seed.toLatin1()
        + "\nstart:1700000000123\nexpiry:1700003600123\nscopes:\na";
    QVERIFY(certificate->signature.toLatin1() == hmac(issuer().accessToken.toUtf8(), text).toBase64());
}

void TestTemporaryCredentials::noScopes()
{
    const auto made = createTemporaryCredentials(issuer(), hourOf({}));
    QVERIFY2(made, qPrintable(made.error.message));
    const auto certificate = parseCertificate(made->certificate);
    QVERIFY(certificate);
    QVERIFY(certificate->scopes.isEmpty());
    QVERIFY(QJsonDocument::fromJson(made->certificate.toUtf8()).object()["scopes"_L1].isArray());
}

void TestTemporaryCredentials::timesHaveMilliseconds()
{
    TemporaryCredentialsOptions options = hourOf({});
    options.start = start.toTimeZone(QTimeZone(7200));
    const auto made = createTemporaryCredentials(issuer(), options);
    QVERIFY(made);
    const auto certificate = parseCertificate(made->certificate);
    QVERIFY(certificate);
    QCOMPARE(certificate->start.toMSecsSinceEpoch(), start.toMSecsSinceEpoch());
    QCOMPARE(certificate->expiry.toMSecsSinceEpoch(), start.toMSecsSinceEpoch() + 3'600'000);
    QCOMPARE(certificate->start.timeSpec(), Qt::UTC);
}

void TestTemporaryCredentials::startsNow()
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const auto made = createTemporaryCredentials(issuer(), { before.addSecs(600), {}, {}, {} });
    QVERIFY2(made, qPrintable(made.error.message));
    const auto certificate = parseCertificate(made->certificate);
    QVERIFY(certificate->start >= before && certificate->start <= QDateTime::currentDateTimeUtc());
}

void TestTemporaryCredentials::exactly31Days()
{
    QVERIFY(createTemporaryCredentials(issuer(), { start.addDays(31), {}, start, {} }));
}

void TestTemporaryCredentials::refused_data()
{
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QString>("accessToken");
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QStringList>("scopes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("length"); // milliseconds
    QTest::addColumn<QString>("reason");
    const qint64 hour = 3'600'000;
    const auto add
        = [&](const char *row, const QString &name, const QStringList &scopes, qint64 length, const QString &reason) {
              QTest::newRow(row) << u"me"_s << u"secret-token"_s << QString() << scopes << name << length << reason;
          };
    add("too long", {}, {}, 31LL * 24 * hour + 1, u"31 days"_s);
    add("no length", {}, {}, 0, u"end after"_s);
    add("backwards", {}, {}, -hour, u"end after"_s);
    add("name of the issuer", u"me"_s, {}, hour, u"other than"_s);
    add("name with a line feed", u"a\nissuer:root"_s, {}, hour, u"characters"_s);
    add("name with a quote", u"a\"b"_s, {}, hour, u"characters"_s);
    add("name beyond ASCII", u"é"_s, {}, hour, u"characters"_s);
    add("scope with a line feed", {}, { u"a"_s, u"b\nc"_s }, hour, u"ASCII"_s);
    add("scope beyond ASCII", {}, { u"ü"_s }, hour, u"ASCII"_s);
    QTest::newRow("no client id") << QString() << u"secret-token"_s << QString() << QStringList() << QString() << hour
                                  << u"client id"_s;
    QTest::newRow("no token") << u"me"_s << QString() << QString() << QStringList() << QString() << hour
                              << u"access token"_s;
    QTest::newRow("temporary") << u"me"_s << u"secret-token"_s << u"{\"secret-token\":1}"_s << QStringList()
                               << QString() << hour << u"temporary"_s;
}

void TestTemporaryCredentials::refused()
{
    QFETCH(const QString, clientId);
    QFETCH(const QString, accessToken);
    QFETCH(const QString, certificate);
    QFETCH(const QStringList, scopes);
    QFETCH(const QString, name);
    QFETCH(const qint64, length);
    QFETCH(const QString, reason);
    const auto made = createTemporaryCredentials(
        { clientId, accessToken, certificate }, { start.addMSecs(length), scopes, start, name });
    QVERIFY(!made);
    QCOMPARE(made.error.kind, ErrorKind::Usage);
    QVERIFY2(made.error.message.contains(reason), qPrintable(made.error.message));
    QVERIFY(!made.error.message.contains(u"secret-token"));
    QVERIFY(!createTemporaryCredentials({ clientId, accessToken, certificate }, { {}, scopes, start, name }));
}

void TestTemporaryCredentials::tooManyScopes()
{
    QStringList scopes;
    for (int i = 0; i < 200; ++i)
        scopes.append(u"queue:create-task:highest:pool/number-%1"_s.arg(i));
    const auto made = createTemporaryCredentials(issuer(), hourOf(scopes));
    QVERIFY(!made);
    QCOMPARE(made.error.kind, ErrorKind::Usage);
    QVERIFY2(made.error.message.contains(u"certificate"), qPrintable(made.error.message));
}

void TestTemporaryCredentials::parses()
{
    const auto made = createTemporaryCredentials(issuer(), hourOf({ u"b"_s, u"a \"quoted\\"_s }, u"x"_s));
    QVERIFY(made);
    const auto certificate = parseCertificate(made->certificate);
    QVERIFY(certificate);
    QCOMPARE(certificate->version, 1);
    QCOMPARE(certificate->scopes, QStringList({ u"b"_s, u"a \"quoted\\"_s }));
    QCOMPARE(certificate->start, start);
    QCOMPARE(certificateJson(*certificate), made->certificate);
}

void TestTemporaryCredentials::parsesForeignForms_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("issuer null") << certificateWith(u"issuer"_s, QJsonValue(QJsonValue::Null));
    QTest::newRow("unknown member") << certificateWith(u"later"_s, QJsonArray { 1 });
    QTest::newRow("decimal point") << certificateWith(u"start"_s, 1000).replace(u"1000"_s, u"1000.0"_s);
    QTest::newRow("white space") << u"\n "_s + certificateWith(u"version"_s, 1) + u" \n"_s;
}

void TestTemporaryCredentials::parsesForeignForms()
{
    QFETCH(const QString, text);
    const auto certificate = parseCertificate(text);
    QVERIFY2(certificate, qPrintable(certificate.error.message));
    QCOMPARE(certificate->start.toMSecsSinceEpoch(), 1000);
    QCOMPARE(certificate->expiry.toMSecsSinceEpoch(), 2000);
    QVERIFY(certificate->issuer.isEmpty());
}

void TestTemporaryCredentials::badCertificates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << QString() << u"JSON"_s;
    QTest::newRow("no JSON") << u"{\"hidden-secret\""_s << u"JSON"_s;
    QTest::newRow("text") << u"\"hidden-secret\""_s << u"JSON"_s;
    QTest::newRow("list") << u"[\"hidden-secret\"]"_s << u"JSON"_s;
    const auto undefined = QJsonValue(QJsonValue::Undefined);
    const auto hidden = QJsonValue(u"hidden-secret"_s);
    for (const QString &member : { u"version"_s, u"scopes"_s, u"start"_s, u"expiry"_s, u"seed"_s, u"signature"_s })
        QTest::addRow("no %s", qPrintable(member)) << certificateWith(member, undefined) << member;
    for (const QString &member : { u"version"_s, u"scopes"_s, u"start"_s, u"expiry"_s, u"seed"_s })
        QTest::addRow("text as %s", qPrintable(member)) << certificateWith(member, hidden) << member;
    QTest::newRow("other version") << certificateWith(u"version"_s, 2) << u"version"_s;
    QTest::newRow("half a millisecond") << certificateWith(u"start"_s, 1.5) << u"start"_s;
    QTest::newRow("beyond time") << certificateWith(u"expiry"_s, 1e16) << u"expiry"_s;
    QTest::newRow("number as scope") << certificateWith(u"scopes"_s, QJsonArray { u"hidden-secret"_s, 1 })
                                     << u"scopes"_s;
    QTest::newRow("number as signature") << certificateWith(u"signature"_s, 1) << u"signature"_s;
    QTest::newRow("number as issuer") << certificateWith(u"issuer"_s, 1) << u"issuer"_s;
}

void TestTemporaryCredentials::badCertificates()
{
    QFETCH(const QString, text);
    QFETCH(const QString, reason);
    const auto certificate = parseCertificate(text);
    QVERIFY(!certificate);
    QCOMPARE(certificate.error.kind, ErrorKind::Usage);
    QVERIFY2(certificate.error.message.contains(reason), qPrintable(certificate.error.message));
    QVERIFY(!certificate.error.message.contains(u"hidden-secret"));
    QCOMPARE(credentialInformation({ u"me"_s, u"token"_s, text }).error.kind,
        text.isEmpty() ? ErrorKind::None : ErrorKind::Usage);
}

void TestTemporaryCredentials::offlineInformation()
{
    using Type = CredentialInformation::Type;
    QCOMPARE(credentialInformation({})->type, Type::Anonymous);
    QCOMPARE(credentialInformation({ u"me"_s, {}, {} })->type, Type::Anonymous);
    const auto permanent = credentialInformation(issuer());
    QCOMPARE(permanent->type, Type::Permanent);
    QCOMPARE(permanent->clientId, issuer().clientId);
    QVERIFY(permanent->active && !permanent->expiry.isValid() && permanent->scopes.isEmpty());

    const auto made = createTemporaryCredentials(issuer(), hourOf({ u"a"_s }, u"tests/name"_s));
    const auto information = credentialInformation(*made, start);
    QVERIFY(information);
    QCOMPARE(information->type, Type::Temporary);
    QCOMPARE(information->clientId, u"tests/name"_s);
    QCOMPARE(information->issuer, issuer().clientId);
    QCOMPARE(information->start, start);
    QCOMPARE(information->expiry, start.addSecs(3600));
    QCOMPARE(information->scopes, QStringList({ u"a"_s }));
    QVERIFY(!information->scopesAreExpanded);
    QCOMPARE(credentialInformation(*createTemporaryCredentials(issuer(), hourOf({})))->issuer, issuer().clientId);
}

void TestTemporaryCredentials::offlineTimes_data()
{
    QTest::addColumn<qint64>("milliseconds"); // after the start; they end after an hour
    QTest::addColumn<bool>("active");
    QTest::newRow("before") << qint64(-1) << false;
    QTest::newRow("begin") << qint64(0) << true;
    QTest::newRow("last") << qint64(3'599'999) << true;
    QTest::newRow("end") << qint64(3'600'000) << false;
}

void TestTemporaryCredentials::offlineTimes()
{
    QFETCH(const qint64, milliseconds);
    QFETCH(const bool, active);
    const auto made = createTemporaryCredentials(issuer(), hourOf({}));
    QCOMPARE(credentialInformation(*made, start.addMSecs(milliseconds))->active, active);
}

QTEST_GUILESS_MAIN(TestTemporaryCredentials)
#include "test_temporarycredentials.moc"
