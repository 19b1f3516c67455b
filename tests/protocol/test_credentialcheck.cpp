// SPDX-License-Identifier: MPL-2.0
// What a deployment says about credentials, put together from two calls.
#include "scriptedserver.h"
#include "testcalls.h"

#include <tc/credentialcheck.h>

#include <QJsonDocument>
#include <QPointer>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace tc;
using namespace tc::test;

using Type = CredentialInformation::Type;

class TestCredentialCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void permanent();
    void temporary();
    void namedAsksForItsIssuer();
    void earlierEndCounts_data();
    void earlierEndCounts();
    void anonymous();
    void authorizedScopesNarrow();
    void issuerHiddenFromAnonymous();
    void issuerHiddenFromAll();
    void refusedCredentials();
    void disabledIssuer();
    void goneIssuer();
    void ended_data();
    void ended();
    void scopesNotAllowed();
    void errors();
    void badCertificate();
    void providerThatFails();
    void providerThatAnswersTwice();
    void abortIsAsynchronous();
    void clientGoesFirst();
    void parentEndsItSilently();

private:
    Step answer(const Request &request) const;
    ClientOptions options(const Credentials &credentials) const;

    std::unique_ptr<ScriptedServer> m_server;
    Step m_scopes; ///< answer to currentScopes
    Step m_issuer; ///< answer to an anonymous question for a client
    Step m_issuerSigned;
};

namespace {

const Credentials owner { u"tests/owner"_s, u"token-of-the-owner"_s, {} };

Step clientStep(const QDateTime &expires, bool disabled = false)
{
    const QString day = u"2026-01-01T00:00:00.000Z"_s;
    const QJsonObject client { { u"clientId"_s, owner.clientId }, { u"created"_s, day }, { u"lastModified"_s, day },
        { u"lastDateUsed"_s, day }, { u"lastRotated"_s, day }, { u"description"_s, QString() },
        { u"expires"_s, expires.toString(Qt::ISODateWithMs) }, { u"deleteOnExpiration"_s, false },
        { u"disabled"_s, disabled }, { u"scopes"_s, QJsonArray() }, { u"expandedScopes"_s, QJsonArray() } };
    return Step::json(QJsonDocument(client).toJson(QJsonDocument::Compact));
}

QDateTime inDays(int days)
{
    const QDateTime time = QDateTime::currentDateTimeUtc().addDays(days);
    return QDateTime(time.date(), QTime(12, 0), Qt::UTC);
}

Credentials temporaryOnes(const QString &name = {}, const QDateTime &expiry = inDays(2))
{
    const auto made = createTemporaryCredentials(owner, { expiry, { u"a:*"_s }, expiry.addDays(-4), name });
    return made.value.value_or(Credentials {});
}

/// Runs a check of \a client; what comes out is kept.
CredentialCheck *checked(Client *client)
{
    auto *check = new CredentialCheck(client, client);
    return finish(check) ? check : nullptr;
}

/// Answers as it is told, now and a second time.
class TwiceProvider : public CredentialProvider
{
public:
    explicit TwiceProvider(Result<Credentials> first) : m_first(std::move(first)) { }
    void provide(Answer answer) override
    {
        answer(m_first);
        answer({ Credentials { u"other"_s, u"other-token"_s, {} }, {} });
    }

private:
    Result<Credentials> m_first;
};

} // namespace

void TestCredentialCheck::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_server->setHandler([this](const Request &request) { return answer(request); });
    m_scopes = Step::json(R"({"scopes":["a:b","assume:x"]})");
    m_issuer = clientStep(inDays(30));
    m_issuerSigned = m_issuer;
}

Step TestCredentialCheck::answer(const Request &request) const
{
    if (request.target == "/api/auth/v1/scopes/current")
        return m_scopes;
    if (request.target == "/api/auth/v1/clients/tests%2Fowner")
        return request.header("authorization").isEmpty() ? m_issuer : m_issuerSigned;
    return Step::error(404, "ResourceNotFound", "Unexpected request");
}

ClientOptions TestCredentialCheck::options(const Credentials &credentials) const
{
    ClientOptions options;
    options.rootUrl = m_server->url();
    options.retry = fastRetries(0);
    if (!credentials.isAnonymous())
        options.credentials = fixedCredentials(credentials);
    return options;
}

void TestCredentialCheck::permanent()
{
    Client client(options(owner));
    const auto *check = checked(&client);
    QVERIFY(check);
    QVERIFY2(!check->error(), qPrintable(check->error().message));
    const auto &information = check->information();
    QCOMPARE(information.type, Type::Permanent);
    QCOMPARE(information.clientId, owner.clientId);
    QCOMPARE(information.issuer, owner.clientId);
    QCOMPARE(information.scopes, QStringList({ u"a:b"_s, u"assume:x"_s }));
    QVERIFY(information.scopesAreExpanded && information.active);
    QVERIFY(!information.start.isValid());
    QCOMPARE(information.expiry, inDays(30));
    QCOMPARE(m_server->requests().size(), 2);
    for (const auto &request : m_server->requests())
        QCOMPARE(request.header("authorization").isEmpty(), !request.target.endsWith("current"));
}

void TestCredentialCheck::temporary()
{
    Client client(options(temporaryOnes()));
    const auto *check = checked(&client);
    QVERIFY(check && !check->error());
    QCOMPARE(check->information().type, Type::Temporary);
    QCOMPARE(check->information().start, inDays(-2));
    QCOMPARE(check->information().expiry, inDays(2));
    QVERIFY(check->information().active);
}

void TestCredentialCheck::namedAsksForItsIssuer()
{
    Client client(options(temporaryOnes(u"tests/named"_s)));
    const auto *check = checked(&client);
    QVERIFY(check && !check->error());
    QCOMPARE(check->information().clientId, u"tests/named"_s);
    QCOMPARE(check->information().issuer, owner.clientId);
}

void TestCredentialCheck::earlierEndCounts_data()
{
    QTest::addColumn<int>("issuer");
    QTest::addColumn<int>("expected");
    QTest::newRow("issuer") << 1 << 1;
    QTest::newRow("certificate") << 30 << 2;
}

void TestCredentialCheck::earlierEndCounts()
{
    QFETCH(const int, issuer);
    QFETCH(const int, expected);
    m_issuer = clientStep(inDays(issuer));
    Client client(options(temporaryOnes()));
    const auto *check = checked(&client);
    QVERIFY(check && !check->error());
    QCOMPARE(check->information().expiry, inDays(expected));
}

void TestCredentialCheck::anonymous()
{
    Client client(options({}));
    const auto *check = checked(&client);
    QVERIFY(check && !check->error());
    QCOMPARE(check->information().type, Type::Anonymous);
    QCOMPARE(check->information().scopes.size(), 2);
    QCOMPARE(m_server->requests().size(), 1);
    QVERIFY(m_server->requests().constFirst().header("authorization").isEmpty());
}

void TestCredentialCheck::authorizedScopesNarrow()
{
    ClientOptions narrow = options(owner);
    narrow.authorizedScopes = QStringList { u"a:b"_s };
    Client client(narrow);
    QVERIFY(checked(&client));
    for (const auto &request : m_server->requests()) {
        if (request.target.endsWith("current"))
            QVERIFY(request.header("authorization").contains("ext="));
    }
}

void TestCredentialCheck::issuerHiddenFromAnonymous()
{
    m_issuer = Step::error(403, "InsufficientScopes", "no");
    Client client(options(owner));
    const auto *check = checked(&client);
    QVERIFY(check && !check->error());
    QCOMPARE(check->information().expiry, inDays(30));
    QCOMPARE(m_server->requests().size(), 3);
}

void TestCredentialCheck::issuerHiddenFromAll()
{
    m_issuer = Step::error(403, "InsufficientScopes", "no");
    m_issuerSigned = m_issuer;
    Client client(options(owner));
    const auto *check = checked(&client);
    QVERIFY(check && !check->error());
    QVERIFY(!check->information().expiry.isValid());
    QVERIFY(check->information().active);
}

void TestCredentialCheck::refusedCredentials()
{
    m_scopes = Step::error(401, "AuthenticationFailed", "ext.certificate.expiry < now");
    Client client(options(temporaryOnes()));
    const auto *check = checked(&client);
    QVERIFY(check);
    QVERIFY(!check->error());
    QVERIFY(!check->information().active);
    QCOMPARE(check->information().inactiveReason, u"ext.certificate.expiry < now"_s);
    QCOMPARE(check->information().scopes, QStringList({ u"a:*"_s }));
    QVERIFY(!check->information().scopesAreExpanded);
}

void TestCredentialCheck::disabledIssuer()
{
    m_issuer = clientStep(inDays(30), true);
    Client client(options(owner));
    const auto *check = checked(&client);
    QVERIFY(check && !check->error());
    QVERIFY(!check->information().active);
    QVERIFY(check->information().inactiveReason.contains(owner.clientId));
}

void TestCredentialCheck::goneIssuer()
{
    m_issuer = Step::error(404, "ResourceNotFound", "no such client");
    Client client(options(owner));
    const auto *check = checked(&client);
    QVERIFY(check && !check->error());
    QVERIFY(!check->information().active);
    QVERIFY(check->information().inactiveReason.contains(owner.clientId));
}

void TestCredentialCheck::ended_data()
{
    QTest::addColumn<int>("certificate");
    QTest::addColumn<int>("issuer");
    QTest::newRow("certificate") << -1 << 30;
    QTest::newRow("issuer") << 2 << -1;
    QTest::newRow("not begun") << 10 << 30;
}

void TestCredentialCheck::ended()
{
    QFETCH(const int, certificate);
    QFETCH(const int, issuer);
    m_issuer = clientStep(inDays(issuer));
    Client client(options(temporaryOnes({}, inDays(certificate))));
    const auto *check = checked(&client);
    QVERIFY(check && !check->error());
    QVERIFY(!check->information().active);
}

void TestCredentialCheck::scopesNotAllowed()
{
    m_scopes = Step::error(403, "InsufficientScopes", "no");
    Client client(options(temporaryOnes()));
    const auto *check = checked(&client);
    QVERIFY(check && !check->error());
    QVERIFY(check->information().active);
    QVERIFY(!check->information().scopesAreExpanded);
    QCOMPARE(check->information().scopes, QStringList({ u"a:*"_s }));
}

void TestCredentialCheck::errors()
{
    for (Step *step : { &m_scopes, &m_issuer }) {
        const Step good = *step;
        *step = Step::error(500, "InternalServerError", "broken");
        Client client(options(owner));
        const auto *check = checked(&client);
        QVERIFY(check);
        QCOMPARE(check->error().kind, ErrorKind::Server);
        QVERIFY(check->information().clientId.isEmpty());
        *step = good;
    }
}

void TestCredentialCheck::badCertificate()
{
    Client client(options({ u"me"_s, u"token"_s, u"{\"hidden-secret\":"_s }));
    const auto *check = checked(&client);
    QVERIFY(check);
    QCOMPARE(check->error().kind, ErrorKind::Usage);
    QVERIFY(!check->error().message.contains(u"hidden-secret"));
    QVERIFY(m_server->requests().isEmpty());
}

void TestCredentialCheck::providerThatFails()
{
    ClientOptions failing = options(owner);
    Error failure;
    failure.kind = ErrorKind::Network;
    failure.message = u"no keychain"_s;
    failing.credentials = std::make_shared<TwiceProvider>(Result<Credentials> { {}, failure });
    Client client(failing);
    const auto *check = checked(&client);
    QVERIFY(check);
    QCOMPARE(check->error().kind, ErrorKind::Network);
    QCOMPARE(check->error().message, u"no keychain"_s);
}

void TestCredentialCheck::providerThatAnswersTwice()
{
    ClientOptions twice = options(owner);
    twice.credentials = std::make_shared<TwiceProvider>(Result<Credentials> { owner, {} });
    Client client(twice);
    const auto *check = checked(&client);
    QVERIFY(check && !check->error());
    QCOMPARE(check->information().clientId, owner.clientId);
    QCOMPARE(m_server->requests().size(), 2);
}

void TestCredentialCheck::abortIsAsynchronous()
{
    Client client(options(owner));
    auto *check = new CredentialCheck(&client, &client);
    QSignalSpy finished(check, &CredentialCheck::finished);
    int failures = 0;
    check->onFailure(this, [&failures](const Error &error) { failures += error.kind == ErrorKind::Cancelled ? 1 : 0; });
    check->abort();
    check->abort();
    QVERIFY(finished.isEmpty() && !check->isFinished());
    QVERIFY(finished.wait());
    QCOMPARE(failures, 1);
    QTest::qWait(50);
    QCOMPARE(finished.size(), 1);
    QVERIFY(m_server->requests().isEmpty());
}

void TestCredentialCheck::clientGoesFirst()
{
    auto client = std::make_unique<Client>(options(owner));
    m_scopes = Step::silence(Step::Fault::Stall);
    auto *check = new CredentialCheck(client.get());
    check->setAutoDelete(false);
    QSignalSpy finished(check, &CredentialCheck::finished);
    QTRY_COMPARE(m_server->requests().size(), 2);
    client.reset();
    QVERIFY(finished.isEmpty());
    QVERIFY(finished.wait());
    QCOMPARE(check->error().kind, ErrorKind::Cancelled);
    delete check;
}

void TestCredentialCheck::parentEndsItSilently()
{
    Client client(options(owner));
    m_scopes = Step::silence(Step::Fault::Stall);
    auto parent = std::make_unique<QObject>();
    const QPointer check = new CredentialCheck(&client, parent.get());
    QSignalSpy finished(check, &CredentialCheck::finished);
    QTRY_COMPARE(m_server->requests().size(), 2);
    parent.reset();
    QVERIFY(!check);
    QTest::qWait(50);
    QVERIFY(finished.isEmpty());
}

QTEST_GUILESS_MAIN(TestCredentialCheck)
#include "test_credentialcheck.moc"
