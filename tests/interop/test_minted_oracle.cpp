// SPDX-License-Identifier: MPL-2.0
// Temporary credentials as the application's page makes them: before an independent verifier, before npm's hawk, sent
// by the official JavaScript client to the demo deployment, and asked about by us. What the page refuses, the
// deployment refuses as well, and its reason is what a person gets to read.

#include "oracle.h"

#include "core/accounts/accountcheck.h"
#include "core/credentials/mintplan.h"
#include "demo/demodeployment.h"

#include <tc/auth.h>
#include <tc/hawk.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Account;
using core::MintIssuer;
using core::MintPlan;

class TestMintedOracle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();

private:
    MintIssuer issuer() const;
    QJsonObject theirs(const tc::Credentials &credentials);
    tc::CredentialInformation ours(const tc::Credentials &credentials);

    demo::DemoDeployment m_demo;
    QString m_root;
    Oracle m_clients; // the official packages
    Oracle m_hawk;
};

namespace {

tc::Credentials of(const demo::DemoCredentials &credentials)
{
    return { credentials.clientId, credentials.accessToken, {} };
}

// May look, and nothing else.
const tc::Credentials reader = of(demo::readOnlyCredentials());
const tc::Credentials admin = of(demo::adminCredentials());

QJsonObject toJson(const tc::Credentials &credentials)
{
    QJsonObject json { { u"clientId"_s, credentials.clientId }, { u"accessToken"_s, credentials.accessToken } };
    if (credentials.isTemporary())
        json.insert(u"certificate"_s, credentials.certificate);
    return json;
}

MintPlan planOf(const QStringList &scopes, const QString &name = {})
{
    MintPlan plan;
    plan.scopes = scopes;
    plan.name = name;
    return plan;
}

// Signed as it stands, whatever the page would say about it.
tc::Credentials signedAnyway(const MintPlan &plan, const tc::Credentials &signer)
{
    const QDateTime start = plan.start.value_or(QDateTime::currentDateTimeUtc());
    return tc::createTemporaryCredentials(
        signer, { start.addSecs(plan.lifetime.count()), plan.scopes, start, plan.name })
        .value.value_or(tc::Credentials());
}

} // namespace

void TestMintedOracle::initTestCase()
{
    m_root = m_demo.startAndWait();
    QVERIFY(!m_root.isEmpty());
    QVERIFY2(m_clients.start(u"client_oracle.mjs"_s), "node is needed; tests/run installs it");
    QVERIFY2(m_hawk.start(u"hawk_oracle.mjs"_s), "node is needed; tests/run installs it");
}

void TestMintedOracle::cleanupTestCase()
{
    QCOMPARE(m_clients.stop(), 0);
    QCOMPARE(m_hawk.stop(), 0);
}

MintIssuer TestMintedOracle::issuer() const
{
    MintIssuer issuer;
    issuer.account.rootUrl = m_root;
    issuer.account.clientId = reader.clientId;
    issuer.account.kind = Account::Kind::Permanent;
    // What the demo gives to this client, and to everybody: see demoworld.cpp.
    const QStringList held { u"assume:project:demo:reader"_s, u"queue:list-task-group:*"_s,
        u"secrets:get:project/demo/public/*"_s };
    issuer.held = tc::scopes::ScopeSet(held);
    issuer.current = tc::scopes::ScopeSet(held + QStringList { u"auth:current-scopes"_s });
    return issuer;
}

QJsonObject TestMintedOracle::theirs(const tc::Credentials &credentials)
{
    return m_clients.ask(
        { { u"ask"_s, u"information"_s }, { u"rootUrl"_s, m_root }, { u"credentials"_s, toJson(credentials) } });
}

// As the page asks, before and after something is stored.
tc::CredentialInformation TestMintedOracle::ours(const tc::Credentials &credentials)
{
    core::SessionOptions options = core::SessionOptions::demo(m_root, credentials);
    core::AccountCheck check(options);
    QSignalSpy finished(&check, &core::AccountCheck::finished);
    check.start();
    if (!finished.wait() || check.error())
        return {};
    return check.information();
}

void TestMintedOracle::accepted_data()
{
    QTest::addColumn<MintPlan>("plan");
    QTest::addColumn<bool>("byAdmin");
    const QStringList narrow { u"secrets:get:project/demo/public/x"_s, u"queue:list-task-group:a b*"_s };
    QTest::newRow("unnamed") << planOf(narrow) << false;
    QTest::newRow("named") << planOf(narrow, u"project/demo/minted|+@"_s) << true;
    QTest::newRow("a role") << planOf({ u"assume:project:demo:reader"_s }) << false;
    QTest::newRow("no scopes") << planOf({}) << false;
    MintPlan longest = planOf(narrow);
    longest.lifetime = core::longestLifetime;
    QTest::newRow("31 days") << longest << false;
    // As long as a signature may be, to a few characters.
    MintPlan full = planOf({ u"queue:list-task-group:*"_s });
    const auto next = [&full] { return u"secrets:get:project/demo/public/%1"_s.arg(full.scopes.size()); };
    while (true) {
        MintPlan longer = full;
        longer.scopes += next();
        if (core::headerLength(longer, reader.clientId) > tc::hawk::maxLength)
            break;
        full = longer;
    }
    QTest::newRow("as long as it may be") << full << false;
}

void TestMintedOracle::accepted()
{
    QFETCH(const MintPlan, plan);
    QFETCH(const bool, byAdmin);
    MintIssuer who = issuer();
    if (byAdmin) {
        who.account.clientId = admin.clientId;
        who.held = tc::scopes::ScopeSet({ u"*"_s });
    }
    const tc::Credentials &signer = byAdmin ? admin : reader;
    const auto minted = core::mint(plan, who, signer, QDateTime::currentDateTimeUtc());
    QVERIFY2(minted, qPrintable(minted.error.message));

    const QJsonObject verified = m_clients.ask({ { u"ask"_s, u"verify"_s }, { u"credentials"_s, toJson(*minted) },
        { u"issuer"_s, toJson(signer) }, { u"now"_s, QDateTime::currentMSecsSinceEpoch() } });
    QCOMPARE(verified[u"refusal"_s].toString(u"no answer"_s), QString());

    const auto header = tc::hawk::authorizationHeader(*minted, { "GET", "/api/x", "tc.example.com", 443 });
    QVERIFY(header);
    const QJsonObject judged = m_hawk.ask({ { u"kind"_s, u"header"_s }, { u"verb"_s, u"GET"_s },
        { u"url"_s, u"/api/x"_s }, { u"host"_s, u"tc.example.com"_s }, { u"tls"_s, true },
        { u"authorization"_s, QString::fromLatin1(*header) }, { u"clientId"_s, minted->clientId },
        { u"key"_s, minted->accessToken } });
    QVERIFY2(judged[u"accepted"_s].toBool(), qPrintable(judged[u"reason"_s].toString()));
    const auto ext = QJsonDocument::fromJson(QByteArray::fromBase64(judged[u"ext"_s].toString().toLatin1()));
    QCOMPARE(ext[u"certificate"_s][u"scopes"_s].toArray(), QJsonArray::fromStringList(plan.scopes));

    const QJsonObject their = theirs(*minted);
    QVERIFY2(!their.contains(u"thrown"_s), qPrintable(their[u"thrown"_s].toString()));
    QVERIFY(their[u"active"_s].toBool());
    QCOMPARE(their[u"type"_s].toString(), u"temporary"_s);
    QCOMPARE(their[u"clientId"_s].toString(), plan.name.isEmpty() ? signer.clientId : plan.name);
    const tc::CredentialInformation our = ours(*minted);
    QVERIFY2(our.active, qPrintable(our.inactiveReason));
    QCOMPARE(their[u"scopes"_s].toArray(), QJsonArray::fromStringList(our.scopes));
}

void TestMintedOracle::refused_data()
{
    QTest::addColumn<MintPlan>("plan");
    QTest::addColumn<QString>("said"); // by the page, before anything is signed
    QTest::addColumn<QString>("reason"); // of the deployment
    QTest::newRow("a scope that is not held")
        << planOf({ u"secrets:get:project/demo/deploy"_s }) << u"You do not have secrets:get:project/demo/deploy"_s
        << u"doesn't satisfy certificate's scopes"_s;
    QTest::newRow("wider than what is held")
        << planOf({ u"secrets:*"_s }) << u"You do not have secrets:*"_s << u"doesn't satisfy certificate's scopes"_s;
    QTest::newRow("what everybody has") << planOf({ u"auth:current-scopes"_s })
                                        << u"Everybody has auth:current-scopes"_s
                                        << u"doesn't satisfy certificate's scopes"_s;
    QTest::newRow("a name that takes a scope")
        << planOf({ u"queue:list-task-group:x"_s }, u"project/demo/other"_s)
        << u"auth:create-client:project/demo/other"_s << u"auth:create-client:project/demo/other"_s;
    MintPlan over = planOf({ u"queue:list-task-group:x"_s });
    over.start = QDateTime::currentDateTimeUtc().addSecs(-7200);
    QTest::newRow("over already") << over << u"ended already"_s << u"expiry < now"_s;
    MintPlan later = planOf({ u"queue:list-task-group:x"_s });
    later.start = QDateTime::currentDateTimeUtc().addDays(1);
    QTest::newRow("not begun") << later << u"refused before"_s << u"start > now"_s;
}

void TestMintedOracle::refused()
{
    QFETCH(const MintPlan, plan);
    QFETCH(const QString, said);
    QFETCH(const QString, reason);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QList<core::MintFault> faults = core::faultsOf(plan, issuer(), now);
    QCOMPARE(faults.size(), 1);
    QVERIFY2(faults.constFirst().text.contains(said), qPrintable(faults.constFirst().text));
    QCOMPARE(bool(core::mint(plan, issuer(), reader, now)), !faults.constFirst().isFatal);

    const tc::Credentials made = signedAnyway(plan, reader);
    QVERIFY(made.isTemporary());
    const QString thrown = theirs(made)[u"thrown"_s].toString();
    QVERIFY2(thrown.contains(reason), qPrintable(thrown));
    const tc::CredentialInformation our = ours(made);
    QCOMPARE(our.type, tc::CredentialInformation::Type::Temporary);
    QVERIFY(!our.active);
    QVERIFY2(our.inactiveReason.contains(reason), qPrintable(our.inactiveReason));
}

QTEST_GUILESS_MAIN(TestMintedOracle)

#include "test_minted_oracle.moc"
