// SPDX-License-Identifier: MPL-2.0
// What the deployment says about credentials and does to their client, asked of the demo.
#include "core/accounts/accountregistry.h"
#include "core/accounts/foundcredentials.h"
#include "core/accounts/sessionpool.h"
#include "core/credentials/clientactions.h"
#include "core/credentials/credentialdetails.h"
#include "core/credentials/mintplan.h"
#include "core/credentials/operation.h"
#include "core/credentials/scopequestion.h"
#include "demo/demodeployment.h"
#include "scriptedstore.h"

#include <tc/auth.h>

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Account;
using core::ClientActions;
using core::CredentialDetails;
using core::ScopeStep;
using Act = core::ClientActions::Act;
using tc::scopes::Verdict;
using Type = tc::CredentialInformation::Type;

class TestCredentialDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void permanent();
    void anonymous();
    void temporary();
    void disabled();
    void answersWithTheWay();
    void answersAboutOperations();
    void minted_data();
    void minted();
    void rotates();
    void disablesAndDeletes();
    void mayNot();

private:
    QString add(const tc::Credentials &credentials);
    QString addClient(const QString &clientId, const QStringList &scopes);
    std::unique_ptr<CredentialDetails> loaded(const QString &id);
    tc::Error act(const QString &id, Act act, const QString &clientId);

    demo::DemoDeployment m_demo;
    QString m_root;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ScriptedStore> m_store;
    std::unique_ptr<core::AccountRegistry> m_registry;
    std::unique_ptr<core::SessionPool> m_pool;
};

namespace {

tc::Credentials of(const demo::DemoCredentials &credentials)
{
    return { credentials.clientId, credentials.accessToken, {} };
}

const tc::Credentials admin = of(demo::adminCredentials());

} // namespace

void TestCredentialDemo::initTestCase()
{
    m_root = m_demo.startAndWait();
    QVERIFY(!m_root.isEmpty());
}

void TestCredentialDemo::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_store = std::make_unique<ScriptedStore>();
    m_registry = std::make_unique<core::AccountRegistry>(m_settings.get(), m_store.get());
    m_pool = std::make_unique<core::SessionPool>(m_registry.get());
}

void TestCredentialDemo::cleanup()
{
    m_pool.reset();
    m_registry.reset();
}

QString TestCredentialDemo::add(const tc::Credentials &credentials)
{
    Account account = core::accountFor(m_root, credentials);
    account.developmentDeployment = true;
    return m_registry->add(account, credentials);
}

QString TestCredentialDemo::addClient(const QString &clientId, const QStringList &scopes)
{
    core::Session *session = m_pool->session(add(admin));
    tc::auth::CreateClientRequest request;
    request.description = u"of a test"_s;
    request.expires = QDateTime::currentDateTimeUtc().addDays(1);
    request.scopes = scopes;
    auto *reply = session->auth()->createClient(clientId, request);
    reply->setAutoDelete(false);
    QSignalSpy finished(reply, &tc::ReplyBase::finished);
    if (!finished.wait() || reply->error())
        return {};
    return add({ clientId, reply->value().accessToken, {} });
}

std::unique_ptr<CredentialDetails> TestCredentialDemo::loaded(const QString &id)
{
    auto details = std::make_unique<CredentialDetails>(m_pool->session(id), m_registry.get(), id);
    details->load();
    if (!QTest::qWaitFor([&] { return !details->isLoading(); }))
        qWarning("the credentials did not load");
    return details;
}

tc::Error TestCredentialDemo::act(const QString &id, Act act, const QString &clientId)
{
    ClientActions actions(m_pool->session(id), m_registry.get(), id);
    QSignalSpy done(&actions, &ClientActions::done);
    QSignalSpy failed(&actions, &ClientActions::failed);
    actions.start(act, clientId);
    if (!actions.isBusy() || !QTest::qWaitFor([&] { return done.size() + failed.size() > 0; }))
        qWarning("nothing came of it");
    return failed.isEmpty() ? tc::Error() : failed.constFirst().at(2).value<tc::Error>();
}

void TestCredentialDemo::permanent()
{
    const QString id = add(of(demo::readOnlyCredentials()));
    const auto details = loaded(id);
    QCOMPARE(details->check().state, core::Part::State::Ready);
    QCOMPARE(details->information().type, Type::Permanent);
    QVERIFY(details->information().active);
    QCOMPARE(details->issuer(), demo::readOnlyCredentials().clientId);
    QVERIFY(details->listedScopes());
    QCOMPARE(*details->listedScopes(), QStringList { u"assume:project:demo:reader"_s });
    QVERIFY(details->expandedScopes().contains(u"queue:list-task-group:*"_s));
    // What everybody may do cannot be passed on.
    QVERIFY(details->expandedScopes().contains(u"auth:current-scopes"_s));
    QVERIFY(!details->passableScopes()->contains(u"auth:current-scopes"_s));
    QVERIFY(details->passableScopes()->contains(u"queue:list-task-group:*"_s));
    QVERIFY(details->clientFacts() && details->clientFacts()->created > 0);
    QCOMPARE(details->expiryState(), core::ExpiryState::Fine);
    // The list of accounts learns of the end.
    QCOMPARE(m_registry->find(id)->expires, details->expires());
}

void TestCredentialDemo::anonymous()
{
    const auto details = loaded(add({}));
    QCOMPARE(details->information().type, Type::Anonymous);
    QVERIFY(details->issuer().isEmpty());
    QVERIFY(!details->expandedScopes().isEmpty());
    QCOMPARE(details->client().state, core::Part::State::Idle);
    QCOMPARE(details->expiryState(), core::ExpiryState::Unknown);
}

void TestCredentialDemo::temporary()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QStringList scopes { u"assume:project:demo:reader"_s };
    const auto made = tc::createTemporaryCredentials(admin, { now.addSecs(200), scopes, now.addSecs(-3600), u"x/y"_s });
    QVERIFY(made);
    const auto details = loaded(add(*made));
    QCOMPARE(details->information().type, Type::Temporary);
    QVERIFY(details->information().active);
    QCOMPARE(details->issuer(), admin.clientId);
    QCOMPARE(*details->listedScopes(), scopes);
    QVERIFY(details->expandedScopes().contains(u"secrets:get:project/demo/public/*"_s));
    QCOMPARE(details->expiryState(), core::ExpiryState::Soon);
}

// The deployment takes no call with them; what the client is can still be asked as nobody.
void TestCredentialDemo::disabled()
{
    const auto details = loaded(add(of(demo::disabledCredentials())));
    QCOMPARE(details->check().state, core::Part::State::Ready);
    QVERIFY(!details->information().active);
    QVERIFY(details->information().inactiveReason.contains(u"disabled"_s));
    QCOMPARE(details->client().state, core::Part::State::Ready);
    QVERIFY(details->clientFacts()->isDisabled);
    QCOMPARE(details->expansion().state, core::Part::State::Ready);
    QVERIFY(details->expandedScopes().contains(u"queue:*"_s));
}

void TestCredentialDemo::answersWithTheWay()
{
    const QString id = add(of(demo::readOnlyCredentials()));
    const auto details = loaded(id);
    core::ScopeQuestion question(m_pool->session(id));
    question.setScopes(*details->listedScopes(), details->expandedScopes());
    const auto ask = [&question](const QString &scope) {
        question.ask(tc::scopes::Expression::ofScope(scope));
        return QTest::qWaitFor([&question] { return !question.roles().isLoading(); });
    };
    QVERIFY(ask(u"secrets:get:project/demo/public/greeting"_s));
    QCOMPARE(question.answer().verdict, Verdict::Yes);
    QCOMPARE(question.answer().given.size(), 1);
    const QList<ScopeStep> way { { {}, u"assume:project:demo:reader"_s },
        { u"project:demo:reader"_s, u"secrets:get:project/demo/public/*"_s } };
    QCOMPARE(question.answer().given.constFirst().way, way);
    // What everybody has, these have as everybody.
    QVERIFY(ask(u"queue:get-task:abc"_s));
    QCOMPARE(question.answer().verdict, Verdict::Yes);
    QCOMPARE(
        question.answer().given.constFirst().way.constLast(), (ScopeStep { u"anonymous"_s, u"queue:get-task:*"_s }));
    QVERIFY(ask(u"secrets:set:x"_s));
    QCOMPARE(question.answer().verdict, Verdict::No);
    QCOMPARE(question.answer().missing, QStringList { u"secrets:set:x"_s });
    QVERIFY(question.answer().given.isEmpty());
    question.clear();
    QVERIFY(!question.isAsked());
}

void TestCredentialDemo::answersAboutOperations()
{
    const QString id = add(of(demo::readOnlyCredentials()));
    const auto details = loaded(id);
    core::ScopeQuestion question(m_pool->session(id));
    question.setScopes(*details->listedScopes(), details->expandedScopes());
    const core::Operation *get = core::findOperation(u"secrets.get");
    QVERIFY(get);
    QCOMPARE(get->values, QStringList { u"name"_s });
    question.ask(get->required);
    QCOMPARE(question.answer().verdict, Verdict::Unknown);
    QCOMPARE(question.answer().missing, QStringList { u"secrets:get:<name>"_s });
    tc::scopes::Parameters parameters;
    parameters.values.insert(u"name"_s, u"project/demo/public/greeting"_s);
    question.ask(get->required, parameters);
    QCOMPARE(question.answer().verdict, Verdict::Yes);
    parameters.values.insert(u"name"_s, u"project/demo/deploy"_s);
    question.ask(get->required, parameters);
    QCOMPARE(question.answer().verdict, Verdict::No);
}

void TestCredentialDemo::minted_data()
{
    QTest::addColumn<QStringList>("scopes");
    QTest::addColumn<QString>("name");
    const QStringList narrow { u"queue:get-artifact:public/*"_s, u"auth:current-scopes"_s };
    QTest::newRow("unnamed") << narrow << QString();
    QTest::newRow("named") << narrow << u"project/demo/minted"_s;
    QTest::newRow("without scopes") << QStringList() << QString();
}

// Made as the page makes them, stored as an account of their own, taken by the deployment, and no wider than planned.
void TestCredentialDemo::minted()
{
    QFETCH(const QStringList, scopes);
    QFETCH(const QString, name);
    const QString issuerId = add(admin);
    const auto details = loaded(issuerId);
    core::MintIssuer issuer;
    issuer.account = details->account();
    QVERIFY(details->passableScopes());
    issuer.held = tc::scopes::ScopeSet(*details->passableScopes());
    issuer.current = tc::scopes::ScopeSet(details->expandedScopes());
    issuer.expires = details->expires();
    core::MintPlan plan;
    plan.scopes = scopes;
    plan.name = name;
    const auto made = core::mint(plan, issuer, admin, QDateTime::currentDateTimeUtc());
    QVERIFY2(made, qPrintable(made.error.message));
    const QString id = m_registry->add(core::mintedAccount(issuer.account, *made, {}), *made);
    QTRY_COMPARE(m_registry->find(id)->secret, Account::Secret::Keychain);
    const auto minted = loaded(id);
    QVERIFY2(minted->information().active, qPrintable(minted->information().inactiveReason));
    QCOMPARE(minted->account().clientId, name.isEmpty() ? admin.clientId : name);
    QCOMPARE(*minted->listedScopes(), scopes);
    const tc::scopes::ScopeSet able(minted->expandedScopes());
    QVERIFY(able.has(u"queue:get-artifact:public/x"_s));
    QVERIFY(!able.has(u"queue:cancel-task:a/b/c"_s));
    // Nothing more comes of them.
    issuer.account = minted->account();
    QVERIFY(!core::refusalOf(core::faultsOf(plan, issuer, QDateTime::currentDateTimeUtc())).isEmpty());
}

void TestCredentialDemo::rotates()
{
    const QString id = addClient(u"project/test/rotates"_s, { u"auth:reset-access-token:project/test/*"_s });
    QVERIFY(!id.isEmpty());
    QTRY_COMPARE(m_registry->find(id)->secret, Account::Secret::Keychain);
    const QString key = m_registry->keyInKeychain(id);
    const QByteArray before = m_store->secrets.value(key);
    QVERIFY(!before.isEmpty());
    const tc::Error error = act(id, Act::Rotate, u"project/test/rotates"_s);
    QVERIFY2(!error, qPrintable(error.message));
    QTRY_VERIFY(m_store->secrets.value(key) != before);
    // The session that is open goes on with the new one.
    const auto details = loaded(id);
    QVERIFY2(details->information().active, qPrintable(details->information().inactiveReason));
}

void TestCredentialDemo::disablesAndDeletes()
{
    const QString clientId = u"project/test/ends"_s;
    const QString id
        = addClient(clientId, { u"auth:disable-client:project/test/*"_s, u"auth:delete-client:project/test/*"_s });
    QVERIFY(!act(id, Act::Disable, clientId));
    QVERIFY(!loaded(id)->information().active);
    // These are of no use any more: somebody else has to delete it.
    QCOMPARE(act(id, Act::Delete, clientId).kind, tc::ErrorKind::Authentication);
    const QString adminId = add(admin);
    QVERIFY(!act(adminId, Act::Delete, clientId));
    QVERIFY(loaded(id)->information().inactiveReason.contains(clientId));
}

void TestCredentialDemo::mayNot()
{
    const QString id = add(of(demo::readOnlyCredentials()));
    const QString clientId = demo::readOnlyCredentials().clientId;
    for (const Act each : { Act::Disable, Act::Delete, Act::Rotate }) {
        const tc::Error error = act(id, each, clientId);
        QCOMPARE(error.kind, tc::ErrorKind::Scope);
        // The scope by which the button is greyed out is the one that the service asks for.
        QCOMPARE(error.missingScopes, QStringList { ClientActions::scopeFor(each, clientId) });
        QVERIFY(!ClientActions::isUncertain(each, error));
    }
    tc::Error cut;
    cut.kind = tc::ErrorKind::Network;
    QVERIFY(ClientActions::isUncertain(Act::Rotate, cut));
    QVERIFY(!ClientActions::isUncertain(Act::Delete, cut));
}

QTEST_GUILESS_MAIN(TestCredentialDemo)

#include "test_credentialdemo.moc"
