// SPDX-License-Identifier: MPL-2.0
// Temporary credentials and signed URLs, ours before an independent verifier and the official JavaScript client's
// before ours.

#include "oracle.h"

#include <tc/client.h>
#include <tc/hawk.h>
#include <tc/methods.h>
#include <tc/temporarycredentials.h>

#include <QJsonArray>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace tc;

class TestCredentialsOracle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void oursAreTaken_data();
    void oursAreTaken();
    void verifierRefuses_data();
    void verifierRefuses();
    void theirsAreRead_data();
    void theirsAreRead();
    void theirsWithoutScopesAreRefused();
    void bothRefuse_data();
    void bothRefuse();
    void signedUrls_data();
    void signedUrls();

private:
    QString refusal(const Credentials &credentials);
    QJsonObject issue(const TemporaryCredentialsOptions &options);

    Oracle m_oracle;
};

namespace {

const Credentials issuer { u"tests/issuer|x"_s, u"tökén-of-the-issuer"_s, {} };
constexpr qint64 day = 24LL * 3600 * 1000;

QJsonObject toJson(const Credentials &credentials)
{
    QJsonObject json { { u"clientId"_s, credentials.clientId }, { u"accessToken"_s, credentials.accessToken } };
    if (credentials.isTemporary())
        json.insert(u"certificate"_s, credentials.certificate);
    return json;
}

Credentials fromJson(const QJsonObject &json)
{
    return { json[u"clientId"_s].toString(), json[u"accessToken"_s].toString(), json[u"certificate"_s].toString() };
}

TemporaryCredentialsOptions optionsOf(const QStringList &scopes, const QString &name, qint64 length)
{
    const QDateTime start = QDateTime::currentDateTimeUtc();
    return { start.addMSecs(length), scopes, start, name };
}

void kindsOfCredentials()
{
    QTest::addColumn<QStringList>("scopes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("length");
    const QStringList several { u"queue:create-task:*"_s, u"a b \"quoted\" \\ ~"_s, u"assume:<..>"_s };
    QTest::newRow("unnamed") << several << QString() << day;
    QTest::newRow("named") << several << u"tests/named/x"_s << day;
    QTest::newRow("one scope") << QStringList { u"*"_s } << QString() << qint64(1);
    QTest::newRow("31 days") << several << u"n"_s << 31 * day;
}

} // namespace

void TestCredentialsOracle::initTestCase()
{
    QVERIFY2(m_oracle.start(u"client_oracle.mjs"_s), "node is needed; tests/run installs it");
}

void TestCredentialsOracle::cleanupTestCase()
{
    QCOMPARE(m_oracle.stop(), 0);
}

QString TestCredentialsOracle::refusal(const Credentials &credentials)
{
    const QJsonObject answer = m_oracle.ask({ { u"ask"_s, u"verify"_s }, { u"credentials"_s, toJson(credentials) },
        { u"issuer"_s, toJson(issuer) }, { u"now"_s, QDateTime::currentMSecsSinceEpoch() } });
    return answer[u"refusal"_s].toString(u"no answer: "_s + answer[u"thrown"_s].toString());
}

QJsonObject TestCredentialsOracle::issue(const TemporaryCredentialsOptions &options)
{
    QJsonObject json { { u"scopes"_s, QJsonArray::fromStringList(options.scopes) },
        { u"start"_s, options.start->toMSecsSinceEpoch() }, { u"expiry"_s, options.expiry.toMSecsSinceEpoch() } };
    if (!options.clientId.isEmpty())
        json.insert(u"clientId"_s, options.clientId);
    return m_oracle.ask({ { u"ask"_s, u"issue"_s }, { u"issuer"_s, toJson(issuer) }, { u"options"_s, json } });
}

void TestCredentialsOracle::oursAreTaken_data()
{
    kindsOfCredentials();
    QTest::newRow("no scopes") << QStringList {} << QString() << day;
    QTest::newRow("no scopes, named") << QStringList {} << u"tests/named"_s << day;
}

void TestCredentialsOracle::oursAreTaken()
{
    QFETCH(const QStringList, scopes);
    QFETCH(const QString, name);
    QFETCH(const qint64, length);
    const auto made = createTemporaryCredentials(issuer, optionsOf(scopes, name, length));
    QVERIFY2(made, qPrintable(made.error.message));
    QCOMPARE(refusal(*made), QString());
}

void TestCredentialsOracle::verifierRefuses_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("reason");
    QTest::newRow("more scopes") << u"\"a:b\""_s << u"\"*\""_s << u"signature"_s;
    QTest::newRow("other issuer") << u"tests/issuer|x"_s << u"root"_s << u"issuer"_s;
    QTest::newRow("no issuer") << u"\"issuer\":\"tests/issuer|x\","_s << QString() << u"issuer"_s;
    QTest::newRow("version") << u"\"version\":1"_s << u"\"version\":2"_s << u"version"_s;
}

void TestCredentialsOracle::verifierRefuses()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, reason);
    auto made = createTemporaryCredentials(issuer, optionsOf({ u"a:b"_s }, u"named"_s, day));
    QVERIFY2(made, qPrintable(made.error.message));
    QVERIFY(made.value->certificate.contains(from));
    made.value->certificate.replace(from, to);
    QCOMPARE(refusal(*made), reason);
    auto other = createTemporaryCredentials(issuer, optionsOf({ u"a:b"_s }, u"named"_s, day));
    other.value->accessToken = made->accessToken;
    QCOMPARE(refusal(*other), u"token"_s);
}

void TestCredentialsOracle::theirsAreRead_data()
{
    kindsOfCredentials();
}

void TestCredentialsOracle::theirsAreRead()
{
    QFETCH(const QStringList, scopes);
    QFETCH(const QString, name);
    QFETCH(const qint64, length);
    const TemporaryCredentialsOptions options = optionsOf(scopes, name, length);
    const Credentials theirs = fromJson(issue(options));
    QCOMPARE(refusal(theirs), QString());
    const auto certificate = parseCertificate(theirs.certificate);
    QVERIFY2(certificate, qPrintable(certificate.error.message));
    QCOMPARE(certificate->scopes, scopes);
    QCOMPARE(certificate->start, *options.start);
    QCOMPARE(certificate->expiry, options.expiry);
    QCOMPARE(certificate->issuer, name.isEmpty() ? QString() : issuer.clientId);
    QCOMPARE(theirs.clientId, name.isEmpty() ? issuer.clientId : name);
    const auto information = credentialInformation(theirs, *options.start);
    QVERIFY(information && information->active);
    QCOMPARE(information->issuer, issuer.clientId);
}

/// The reason for a line in the guide: an empty list of scopes, their default, makes them sign another text.
void TestCredentialsOracle::theirsWithoutScopesAreRefused()
{
    const Credentials theirs = fromJson(issue(optionsOf({}, {}, day)));
    QVERIFY(parseCertificate(theirs.certificate));
    QCOMPARE(refusal(theirs), u"signature"_s);
}

void TestCredentialsOracle::bothRefuse_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("length");
    QTest::newRow("too long") << QString() << 31 * day + 1;
    QTest::newRow("name of the issuer") << issuer.clientId << day;
}

void TestCredentialsOracle::bothRefuse()
{
    QFETCH(const QString, name);
    QFETCH(const qint64, length);
    const TemporaryCredentialsOptions options = optionsOf({ u"a"_s }, name, length);
    QCOMPARE(createTemporaryCredentials(issuer, options).error.kind, ErrorKind::Usage);
    QVERIFY(issue(options).contains(u"thrown"_s));
}

void TestCredentialsOracle::signedUrls_data()
{
    QTest::addColumn<QString>("rootUrl");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("temporary");
    QTest::addColumn<QStringList>("authorized"); // a null string stands for none given
    const QStringList none { QString() };
    const auto root = u"https://tc.example.com"_s;
    const QString id = u"AAAAAAAAQACAAAAAAAAAAA"_s;
    const QStringList plain { id, u"0"_s, u"public/build/target.tar.gz"_s };
    // Without an apostrophe: their URL class makes %27 of it, ours leaves it, and both sign what they say.
    const QStringList odd { id, u"0"_s, u"public/a b+c&d=é!()*~%2F?#"_s };
    QTest::newRow("plain") << root << plain << false << none;
    QTest::newRow("odd name") << root << odd << false << none;
    QTest::newRow("port") << u"http://localhost:8080"_s << plain << false << none;
    QTest::newRow("authorized scopes") << root << plain << false << QStringList { u"queue:get-artifact:*"_s };
    QTest::newRow("no authorized scopes") << root << plain << false << QStringList {};
    QTest::newRow("temporary") << root << odd << true << none;
    QTest::newRow("temporary, narrowed") << root << plain << true << QStringList { u"a \"b\""_s };
}

void TestCredentialsOracle::signedUrls()
{
    QFETCH(const QString, rootUrl);
    QFETCH(const QStringList, arguments);
    QFETCH(const bool, temporary);
    QFETCH(const QStringList, authorized);
    const Credentials credentials
        = temporary ? fromJson(issue(optionsOf({ u"queue:*"_s }, u"tests/named"_s, day))) : issuer;
    constexpr int seconds = 600;
    QJsonObject question { { u"ask"_s, u"signedUrl"_s }, { u"rootUrl"_s, rootUrl },
        { u"credentials"_s, toJson(credentials) }, { u"service"_s, u"Queue"_s }, { u"method"_s, u"getArtifact"_s },
        { u"args"_s, QJsonArray::fromStringList(arguments) }, { u"expiration"_s, seconds } };
    std::optional<QStringList> scopes;
    if (authorized.isEmpty() || !authorized.constFirst().isNull()) {
        scopes = authorized;
        question.insert(u"authorizedScopes"_s, QJsonArray::fromStringList(authorized));
    }
    const QJsonObject answer = m_oracle.ask(question);
    const QByteArray theirs = answer[u"url"_s].toString().toUtf8();
    QVERIFY2(!theirs.isEmpty(), qPrintable(answer[u"thrown"_s].toString()));

    ClientOptions options;
    options.rootUrl = rootUrl;
    options.credentials = fixedCredentials(credentials);
    options.authorizedScopes = scopes;
    const Client client(options);
    Call call;
    call.method = findMethod("queue", "getArtifact");
    call.arguments = arguments;
    const auto plain = client.buildUrl(call);
    QVERIFY2(plain, qPrintable(plain.error.message));
    // Two signatures of the same second are the same bytes; when theirs ends stands in it.
    const QByteArray front = plain->toEncoded() + "?bewit=";
    QVERIFY(theirs.startsWith(front));
    const QByteArray theirBewit = theirs.sliced(front.size());
    const qint64 ends
        = QByteArray::fromBase64(theirBewit, QByteArray::Base64UrlEncoding).split('\\').value(1).toLongLong();
    const qint64 expected = QDateTime::currentSecsSinceEpoch() + seconds;
    QVERIFY(ends > expected - 60 && ends <= expected);
    const QUrl root(rootUrl);
    const hawk::Request request { "GET", plain->toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority),
        root.host().toLatin1(), root.port(443) };
    const auto bewit = hawk::bewit(credentials, request, ends, scopes);
    QVERIFY2(bewit, qPrintable(bewit.error.message));
    QVERIFY2(*bewit == theirBewit, "the signatures differ");
    const auto ours = client.buildSignedUrl(call, std::chrono::seconds(seconds));
    QVERIFY(ours && ours->toEncoded().startsWith(front));
    QCOMPARE(ours->toEncoded().size(), theirs.size());
}

QTEST_GUILESS_MAIN(TestCredentialsOracle)

#include "test_credentials_oracle.moc"
