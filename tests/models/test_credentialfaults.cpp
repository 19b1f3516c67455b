// SPDX-License-Identifier: MPL-2.0
// Credentials where something is refused, cut off or locked away.
#include "apidata.h"
#include "core/accounts/accountregistry.h"
#include "core/accounts/foundcredentials.h"
#include "core/accounts/sessionpool.h"
#include "core/credentials/clientactions.h"
#include "core/credentials/credentialdetails.h"
#include "core/credentials/scopequestion.h"
#include "scriptedstore.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::ClientActions;
using core::CredentialDetails;
using core::ScopeStep;
using tc::scopes::Verdict;
using tc::test::Request;
using tc::test::ScriptedServer;
using tc::test::Step;
using Act = core::ClientActions::Act;

namespace {

const tc::Credentials alice { u"project/alice"_s, u"SECRET-token-of-alice"_s, {} };
const QString newToken = u"SECRET-new-token-of-alice"_s;
const QString when = u"2026-01-02T03:04:05.678Z"_s;

QJsonObject client(const QStringList &scopes, const QString &token = {})
{
    QJsonObject json { { u"clientId"_s, alice.clientId }, { u"description"_s, u""_s },
        { u"expires"_s, u"2999-01-01T00:00:00.000Z"_s }, { u"created"_s, when }, { u"lastModified"_s, when },
        { u"lastDateUsed"_s, when }, { u"lastRotated"_s, when }, { u"scopes"_s, QJsonArray::fromStringList(scopes) },
        { u"expandedScopes"_s, QJsonArray() }, { u"disabled"_s, false }, { u"deleteOnExpiration"_s, true } };
    if (!token.isEmpty())
        json.insert(u"accessToken"_s, token);
    return json;
}

QJsonObject role(const QString &roleId, const QStringList &scopes, const QStringList &expanded)
{
    return { { u"roleId"_s, roleId }, { u"description"_s, u""_s }, { u"created"_s, when }, { u"lastModified"_s, when },
        { u"scopes"_s, QJsonArray::fromStringList(scopes) },
        { u"expandedScopes"_s, QJsonArray::fromStringList(expanded) } };
}

Step refusal(const QString &scope)
{
    return Step::error(403, "InsufficientScopes",
        "Client ID x does not have sufficient scopes and is missing:\n\n```\n" + scope.toUtf8() + "\n```\n");
}

} // namespace

class TestCredentialFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void rolesMayNotBeListed();
    void clientMayNotBeLookedAt();
    void keychainIsLocked();
    void rotationIsCutOff();
    void rotationOutlivesThePage();

private:
    QString add();
    QString tokenOf(const QString &id);

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ScriptedStore> m_store;
    std::unique_ptr<core::AccountRegistry> m_registry;
    std::unique_ptr<core::SessionPool> m_pool;
};

void TestCredentialFaults::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_store = std::make_unique<ScriptedStore>();
    m_registry = std::make_unique<core::AccountRegistry>(m_settings.get(), m_store.get());
    m_pool = std::make_unique<core::SessionPool>(m_registry.get());
}

void TestCredentialFaults::cleanup()
{
    m_pool.reset();
    m_registry.reset();
}

QString TestCredentialFaults::add()
{
    core::Account account = core::accountFor(m_server->url(), alice);
    account.developmentDeployment = true;
    const QString id = m_registry->add(account, alice);
    if (!QTest::qWaitFor([&] { return m_registry->find(id)->secret == core::Account::Secret::Keychain; }))
        qWarning("the account was not stored");
    return id;
}

QString TestCredentialFaults::tokenOf(const QString &id)
{
    QString token;
    m_registry->provide(id, [&token](const tc::Result<tc::Credentials> &credentials) {
        if (credentials)
            token = credentials->accessToken;
    });
    return token;
}

// The way is known as far as single roles tell it.
void TestCredentialFaults::rolesMayNotBeListed()
{
    m_server->setHandler([](const Request &request) {
        const QString path = testdata::path(request);
        if (path.endsWith(u"/roles2/"))
            return refusal(u"auth:list-roles"_s);
        if (path.endsWith(u"/roles/team%3Ab"))
            return testdata::json(role(u"team:b"_s, { u"assume:inner"_s }, { u"assume:inner"_s, u"queue:x:*"_s }));
        return testdata::notFound();
    });
    core::ScopeQuestion question(m_pool->session(add()));
    question.setScopes({ u"assume:team:a"_s, u"assume:team:b"_s },
        { u"assume:team:a"_s, u"assume:team:b"_s, u"assume:inner"_s, u"queue:x:*"_s });
    question.ask(tc::scopes::Expression::ofScope(u"queue:x:1"_s));
    QCOMPARE(question.answer().verdict, Verdict::Yes);
    QCOMPARE(question.answer().given.constFirst().coveredBy, u"queue:x:*"_s);
    const QList<ScopeStep> way { { {}, u"assume:team:b"_s }, { u"team:b"_s, u"queue:x:*"_s } };
    QTRY_COMPARE(question.answer().given.constFirst().way, way);
    QVERIFY(question.roles().hasFailed());
    QCOMPARE(question.roles().error.kind, tc::ErrorKind::Scope);
}

void TestCredentialFaults::clientMayNotBeLookedAt()
{
    m_server->setHandler([](const Request &request) {
        if (testdata::path(request).endsWith(u"/scopes/current"))
            return testdata::json({ { u"scopes"_s, QJsonArray { u"queue:*"_s } } });
        return refusal(u"auth:get-client:project/alice"_s);
    });
    const QString id = add();
    CredentialDetails details(m_pool->session(id), m_registry.get(), id);
    details.load();
    QTRY_VERIFY(!details.isLoading());
    QVERIFY(details.information().active);
    QVERIFY(details.client().hasFailed());
    QVERIFY(!details.listedScopes());
    QVERIFY(!details.passableScopes());
    QCOMPARE(details.expandedScopes(), QStringList { u"queue:*"_s });
    QCOMPARE(details.expiryState(), core::ExpiryState::Unknown);
}

// Who they are is known all the same, and what that client is may be asked as nobody.
void TestCredentialFaults::keychainIsLocked()
{
    m_server->setHandler([](const Request &) { return testdata::json(client({ u"queue:*"_s })); });
    const QString id = add();
    m_pool.reset();
    m_registry = std::make_unique<core::AccountRegistry>(m_settings.get(), m_store.get());
    m_pool = std::make_unique<core::SessionPool>(m_registry.get());
    m_store->next = core::SecretOutcome { core::SecretOutcome::Status::Locked };
    CredentialDetails details(m_pool->session(id), m_registry.get(), id);
    details.load();
    QTRY_VERIFY(!details.isLoading());
    QVERIFY(details.check().hasFailed());
    QVERIFY2(details.check().error.code.startsWith(u"Keychain"_s), qPrintable(details.check().error.code));
    QCOMPARE(details.issuer(), alice.clientId);
    QVERIFY(details.clientFacts());
    QVERIFY(!m_server->requests().isEmpty());
    for (const Request &request : m_server->requests())
        QVERIFY(request.header("authorization").isEmpty());
    m_store->next.reset();
    details.load();
    QTRY_VERIFY(!details.isLoading());
    QCOMPARE(details.listedScopes().value_or(QStringList()), QStringList { u"queue:*"_s });
}

// Asked once, answered never: nobody knows which token holds, and it is not asked again by itself.
void TestCredentialFaults::rotationIsCutOff()
{
    m_server->setHandler([](const Request &) { return Step::silence(Step::Fault::Close); });
    const QString id = add();
    ClientActions actions(m_pool->session(id), m_registry.get(), id);
    QSignalSpy failed(&actions, &ClientActions::failed);
    actions.start(Act::Rotate, alice.clientId);
    actions.start(Act::Delete, alice.clientId); // one thing at a time
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(ClientActions::isUncertain(Act::Rotate, failed.constFirst().at(2).value<tc::Error>()));
    QTest::qWait(200);
    QCOMPARE(m_server->requests().size(), 1);
    QVERIFY(tokenOf(id) == alice.accessToken);
}

// Nobody else has the new token.
void TestCredentialFaults::rotationOutlivesThePage()
{
    m_server->setHandler(
        [](const Request &) { return testdata::json(client({}, newToken)).after(std::chrono::milliseconds(100)); });
    const QString id = add();
    auto actions = std::make_unique<ClientActions>(m_pool->session(id), m_registry.get(), id);
    actions->start(Act::Rotate, alice.clientId);
    QTRY_COMPARE(m_server->requests().size(), 1);
    actions.reset();
    QTRY_VERIFY(tokenOf(id) == newToken);
    QTRY_VERIFY(m_store->secrets.value(m_registry->keyInKeychain(id)).contains(newToken.toUtf8()));
}

QTEST_GUILESS_MAIN(TestCredentialFaults)

#include "test_credentialfaults.moc"
