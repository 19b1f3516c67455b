// SPDX-License-Identifier: MPL-2.0
#include "apidata.h"
#include "core/accounts/accountcheck.h"
#include "core/accounts/accountregistry.h"
#include "core/accounts/foundcredentials.h"
#include "core/accounts/secrettext.h"
#include "core/accounts/sessionpool.h"
#include "core/navigation/sessionstate.h"
#include "scriptedstore.h"

#include <tc/queue.h>
#include <tc/temporarycredentials.h>

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Account;
using core::AccountRegistry;
using core::SecretOutcome;
using core::SecretState;
using Status = core::SecretOutcome::Status;
using tc::test::Request;
using tc::test::ScriptedServer;

namespace {

const QString root = u"https://tc.example.com"_s;
const QString otherRoot = u"https://other.example.com"_s;
const tc::Credentials alice { u"alice"_s, u"alices-access-token-22"_s, {} };

SecretOutcome outcomeOf(Status status, bool asked = false)
{
    SecretOutcome outcome;
    outcome.status = status;
    outcome.asked = asked;
    return outcome;
}

QJsonObject client(const QString &clientId)
{
    const QString when = u"2026-01-02T03:04:05.678Z"_s;
    return { { u"clientId"_s, clientId }, { u"description"_s, u""_s }, { u"expires"_s, u"2999-01-01T00:00:00.000Z"_s },
        { u"created"_s, when }, { u"lastModified"_s, when }, { u"lastDateUsed"_s, when }, { u"lastRotated"_s, when },
        { u"scopes"_s, QJsonArray() }, { u"expandedScopes"_s, QJsonArray() }, { u"disabled"_s, false },
        { u"deleteOnExpiration"_s, true } };
}

tc::Credentials mint(std::chrono::milliseconds lifetime, const QString &name = {})
{
    tc::TemporaryCredentialsOptions options;
    options.scopes = { u"queue:*"_s };
    options.expiry = QDateTime::currentDateTimeUtc().addMSecs(lifetime.count());
    options.clientId = name;
    return tc::createTemporaryCredentials(alice, options).value.value_or(tc::Credentials());
}

} // namespace

class TestAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void addsAndComesBack();
    void nothingSecretInTheSettings();
    void sameClientAgain();
    void defaults();
    void keychainDoesNotTakeIt_data();
    void keychainDoesNotTakeIt();
    void triedAgain();
    void readsWhenNeeded();
    void slowKeychain();
    void lockedKeychain();
    void unlockedWhileItIsRead();
    void foreignEntry();
    void changedRootUrl();
    void removes();
    void removalFails();
    void forgottenWhileSaved();
    void environmentIsNotKept();
    void kinds();
    void mintedRunOut();
    void runOutBehindALock();
    void rubbishInTheSettings();
    void sessions();
    void callsWaitForTheKeychain();
    void tabsComeBackWithTheirAccounts();
    void checks_data();
    void checks();

private:
    void restart();
    QString added(const tc::Credentials &credentials, const QString &rootUrl = root);
    tc::Result<tc::Credentials> provided(const QString &id);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ScriptedStore> m_store;
    std::unique_ptr<AccountRegistry> m_registry;
};

void TestAccounts::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<ScriptedStore>();
    restart();
}

void TestAccounts::cleanup()
{
    m_registry.reset();
    m_settings.reset();
}

// As after the end of the program: the settings and the keychain stay.
void TestAccounts::restart()
{
    m_registry.reset();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_registry = std::make_unique<AccountRegistry>(m_settings.get(), m_store.get());
    m_store->calls.clear();
}

QString TestAccounts::added(const tc::Credentials &credentials, const QString &rootUrl)
{
    QSignalSpy kept(m_registry.get(), &AccountRegistry::secretKept);
    QString id = m_registry->add(core::accountFor(rootUrl, credentials), credentials);
    if (!credentials.isAnonymous() && kept.isEmpty())
        kept.wait();
    return id;
}

tc::Result<tc::Credentials> TestAccounts::provided(const QString &id)
{
    std::optional<tc::Result<tc::Credentials>> result;
    m_registry->provider(id)->provide([&result](tc::Result<tc::Credentials> answer) { result = std::move(answer); });
    return QTest::qWaitFor([&result] { return result.has_value(); }) ? *result : tc::Result<tc::Credentials>();
}

void TestAccounts::addsAndComesBack()
{
    QSignalSpy addedSpy(m_registry.get(), &AccountRegistry::added);
    const QString id = added(alice);
    const QString anonymous = added({});
    const QString elsewhere = added({ u"bob"_s, u"bobs-access-token-is-22"_s, {} }, otherRoot);
    QCOMPARE(addedSpy.size(), 3);
    QCOMPARE(m_registry->find(id)->secret, Account::Secret::Keychain);
    QCOMPARE(m_registry->find(anonymous)->secret, Account::Secret::None);
    m_registry->rename(id, u"Me \u2192 you"_s);
    m_registry->setColour(elsewhere, 5);
    m_registry->setExpiry(id, QDateTime(QDate(2027, 1, 2), QTime(3, 4, 5, 678), Qt::UTC));
    const QList<Account> before = m_registry->accounts();
    restart();
    QCOMPARE(m_registry->accounts(), before);
    QCOMPARE(m_registry->at(root).size(), 2);
    QCOMPARE(m_registry->find(id)->displayName(), u"Me \u2192 you"_s);
    QVERIFY(m_store->calls.isEmpty()); // nothing is read before it is needed
    QCOMPARE(provided(id).value, alice);
    QVERIFY(provided(anonymous)->isAnonymous());
    QVERIFY(m_registry->add(core::accountFor(u"tc.example.com"_s, alice), alice).isEmpty());
}

void TestAccounts::nothingSecretInTheSettings()
{
    const tc::Credentials minted = mint(std::chrono::hours(1), u"alice/narrow"_s);
    added(alice);
    added(minted);
    m_settings->sync();
    QFile file(m_folder->filePath(u"settings.ini"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("alice/narrow"));
    const auto certificate = tc::parseCertificate(minted.certificate);
    for (const QString &secret : { alice.accessToken, minted.accessToken, certificate->signature, certificate->seed }) {
        QVERIFY(!text.contains(secret.toUtf8()));
        QVERIFY(!text.contains(secret.toUtf8().toBase64().left(16)));
    }
}

void TestAccounts::sameClientAgain()
{
    const QString id = added(alice);
    const tc::Credentials rotated { u"alice"_s, u"another-access-token22"_s, {} };
    QCOMPARE(added(rotated), id);
    QCOMPARE(m_registry->accounts().size(), 1);
    QCOMPARE(provided(id).value, rotated);
    restart();
    QCOMPARE(provided(id).value, rotated);
    // Temporary credentials each have an end of their own.
    const QString first = added(mint(std::chrono::hours(1)));
    QVERIFY(added(mint(std::chrono::hours(2))) != first);
    QCOMPARE(m_registry->accounts().size(), 3);
    m_registry->setCredentials(id, { u"mallory"_s, u"x"_s, {} }); // another client
    QCOMPARE(provided(id).value, rotated);
}

void TestAccounts::defaults()
{
    const QString first = added({});
    const QString second = added(alice);
    QCOMPARE(m_registry->defaultAt(root)->id, first);
    QVERIFY(!m_registry->defaultAt(otherRoot));
    QVERIFY(m_registry->find(first)->colour != m_registry->find(second)->colour);
    QSignalSpy changed(m_registry.get(), &AccountRegistry::changed);
    m_registry->setDefault(second);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_registry->defaultAt(root)->id, second);
    restart();
    QCOMPARE(m_registry->defaultAt(root)->id, second);
    m_registry->forget(second);
    QCOMPARE(m_registry->defaultAt(root)->id, first);
    QVERIFY(m_registry->find(first)->isDefault);
}

void TestAccounts::keychainDoesNotTakeIt_data()
{
    QTest::addColumn<Status>("status");
    QTest::newRow("locked") << Status::Locked;
    QTest::newRow("refused") << Status::Refused;
    QTest::newRow("no service") << Status::NoService;
    QTest::newRow("failed") << Status::Failed;
}

void TestAccounts::keychainDoesNotTakeIt()
{
    QFETCH(Status, status);
    m_store->next = outcomeOf(status);
    const QString id = added(alice);
    QCOMPARE(m_registry->find(id)->secret, Account::Secret::Memory);
    const SecretState state = m_registry->state(id);
    QVERIFY(state.isUnsaved && !state.isSaving);
    QCOMPARE(state.outcome.status, status);
    QVERIFY(!core::describeSecretOutcome(state.outcome).why.isEmpty());
    QCOMPARE(provided(id).value, alice); // and works all the same
    restart();
    QVERIFY(m_registry->accounts().isEmpty());
}

void TestAccounts::triedAgain()
{
    m_store->next = outcomeOf(Status::Locked, true);
    const QString id = added(alice);
    m_store->next.reset();
    QSignalSpy kept(m_registry.get(), &AccountRegistry::secretKept);
    m_registry->keep(id);
    QVERIFY(kept.wait());
    QVERIFY(!m_registry->state(id).isUnsaved);
    QCOMPARE(m_registry->find(id)->secret, Account::Secret::Keychain);
    restart();
    QCOMPARE(provided(id).value, alice);
}

void TestAccounts::readsWhenNeeded()
{
    const QString id = added(alice);
    restart();
    QList<tc::Credentials> answers;
    const auto provider = m_registry->provider(id);
    for (int i = 0; i < 3; ++i)
        provider->provide([&answers](const tc::Result<tc::Credentials> &answer) { answers += *answer; });
    QVERIFY(answers.isEmpty());
    QTRY_COMPARE(answers.size(), 3);
    QCOMPARE(m_store->calls, QStringList { u"read"_s }); // once for all of them
    provider->provide([&answers](const tc::Result<tc::Credentials> &answer) { answers += *answer; });
    QCOMPARE(answers.size(), 4); // at once
    QCOMPARE(answers.last(), alice);
    m_registry.reset();
    std::optional<tc::Result<tc::Credentials>> late;
    provider->provide([&late](tc::Result<tc::Credentials> answer) { late = std::move(answer); });
    QVERIFY(late && late->error);
}

void TestAccounts::slowKeychain()
{
    const QString id = added(alice);
    restart();
    m_store->holdsBack = true;
    QList<SecretState::Phase> phases;
    connect(m_registry.get(), &AccountRegistry::stateChanged, this,
        [&](const QString &which) { phases += m_registry->state(which).phase; });
    tc::Result<tc::Credentials> result;
    m_registry->provide(id, [&result](tc::Result<tc::Credentials> answer) { result = std::move(answer); });
    m_store->held->setPhase(core::SecretJob::Phase::Slow);
    m_store->held->setPhase(core::SecretJob::Phase::Asking);
    m_store->held->finish(m_store->heldOutcome);
    QTRY_VERIFY(result);
    using Phase = SecretState::Phase;
    QCOMPARE(phases, (QList<Phase> { Phase::Reading, Phase::Slow, Phase::Asking, Phase::Ready }));
    QVERIFY(m_registry->state(id).outcome.secret.isEmpty());
}

void TestAccounts::lockedKeychain()
{
    const QString id = added(alice);
    restart();
    m_store->next = outcomeOf(Status::Locked, true);
    tc::Result<tc::Credentials> result = provided(id);
    QCOMPARE(result.error.code, u"KeychainLocked"_s);
    QVERIFY(!result.error.message.isEmpty());
    QCOMPARE(m_registry->state(id).phase, SecretState::Phase::Unavailable);
    // The question was closed: it is not put again before the person wants it.
    m_store->next = outcomeOf(Status::Locked);
    QVERIFY(!provided(id));
    QCOMPARE(m_store->calls, (QStringList { u"read"_s, u"read without asking"_s }));
    m_store->next.reset();
    m_registry->unlock(id);
    QTRY_COMPARE(m_registry->state(id).phase, SecretState::Phase::Ready);
    QCOMPARE(m_store->calls.last(), u"read"_s);
    QCOMPARE(provided(id).value, alice);
    QCOMPARE(m_registry->accounts().size(), 1);
}

void TestAccounts::unlockedWhileItIsRead()
{
    const QString id = added(alice);
    restart();
    m_store->next = outcomeOf(Status::Locked, true);
    QVERIFY(!provided(id));
    // A page asks again by itself, and the person says Unlock before the keychain has answered that.
    m_store->next = outcomeOf(Status::Locked);
    m_store->holdsBack = true;
    m_registry->provide(id, [](const tc::Result<tc::Credentials> &) {});
    QCOMPARE(m_registry->state(id).phase, SecretState::Phase::Reading);
    m_registry->unlock(id);
    m_store->next.reset();
    m_store->holdsBack = false;
    m_store->held->finish(m_store->heldOutcome);
    QTRY_COMPARE(m_registry->state(id).phase, SecretState::Phase::Ready);
    QCOMPARE(m_store->calls, (QStringList { u"read"_s, u"read without asking"_s, u"read"_s }));
}

void TestAccounts::foreignEntry()
{
    const QString id = added(alice);
    restart();
    for (const QByteArray &secret : { QByteArray("rubbish"), QByteArray("{}"),
             QByteArray(R"({"clientId":"mallory","accessToken":"of-somebody-else"})") }) {
        for (QByteArray &stored : m_store->secrets)
            stored = secret;
        const auto result = provided(id);
        QCOMPARE(result.error.code, u"KeychainFailed"_s);
        QVERIFY(!result.error.message.contains(u"somebody"));
    }
}

void TestAccounts::changedRootUrl()
{
    const QString id = added(alice);
    m_settings->setValue(u"accounts/%1/rootUrl"_s.arg(id), u"https://evil.example"_s);
    restart();
    QCOMPARE(m_registry->find(id)->rootUrl, u"https://evil.example"_s);
    QCOMPARE(provided(id).error.code, u"KeychainEntryMissing"_s);
}

void TestAccounts::removes()
{
    const QString id = added(alice);
    const QString key = m_registry->keyInKeychain(id);
    QVERIFY(m_store->secrets.contains(key));
    QSignalSpy removed(m_registry.get(), &AccountRegistry::removed);
    m_registry->remove(id);
    QVERIFY(m_registry->find(id)); // not before the keychain has answered
    QVERIFY(removed.wait());
    QVERIFY(m_store->secrets.isEmpty());
    QCOMPARE(provided(id).error.code, u"AccountRemoved"_s);
    restart();
    QVERIFY(m_registry->accounts().isEmpty());
    QVERIFY(!m_settings->allKeys().join(u' ').contains(id));
}

void TestAccounts::removalFails()
{
    const QString id = added(alice);
    m_store->next = outcomeOf(Status::Refused);
    std::optional<SecretOutcome> outcome;
    m_registry->remove(id, [&outcome](const SecretOutcome &ended) { outcome = ended; });
    QTRY_VERIFY(outcome);
    QCOMPARE(outcome->status, Status::Refused);
    QVERIFY(m_registry->find(id));
    m_registry->forget(id);
    QVERIFY(!m_registry->find(id));
    QCOMPARE(m_store->secrets.size(), 1); // which the person was told
}

void TestAccounts::forgottenWhileSaved()
{
    m_store->holdsBack = true;
    const QString id = m_registry->add(core::accountFor(root, alice), alice);
    QVERIFY(m_registry->state(id).isSaving);
    QPointer<core::SecretJob> write = m_store->held;
    m_registry->forget(id);
    m_store->holdsBack = false;
    write->finish(m_store->heldOutcome);
    QTRY_VERIFY(m_store->secrets.isEmpty());
}

void TestAccounts::environmentIsNotKept()
{
    Account account = core::accountFor(root, alice);
    account.secret = Account::Secret::Environment;
    const QString id = m_registry->add(account, alice);
    QCOMPARE(m_registry->find(id)->secret, Account::Secret::Environment);
    QVERIFY(!m_registry->find(id)->secretText().isEmpty());
    QCOMPARE(provided(id).value, alice);
    QVERIFY(m_store->calls.isEmpty());
    const QString kept = added(alice); // the same client, from somewhere else
    QVERIFY(kept != id);
    restart();
    QCOMPARE(m_registry->accounts().size(), 1);
    QCOMPARE(m_registry->accounts().constFirst().id, kept);
}

void TestAccounts::kinds()
{
    QCOMPARE(core::accountFor(root, {}).kind, Account::Kind::Anonymous);
    QCOMPARE(core::accountFor(root, alice).kind, Account::Kind::Permanent);
    const tc::Credentials unnamed = mint(std::chrono::hours(1));
    const Account temporary = core::accountFor(root, unnamed);
    QCOMPARE(temporary.kind, Account::Kind::Temporary);
    QCOMPARE(temporary.issuer, u"alice"_s);
    QCOMPARE(temporary.expires, tc::parseCertificate(unnamed.certificate)->expiry);
    const Account named = core::accountFor(root, mint(std::chrono::hours(1), u"alice/x"_s));
    QCOMPARE(named.kind, Account::Kind::Named);
    QCOMPARE(named.clientId, u"alice/x"_s);
    QCOMPARE(named.issuer, u"alice"_s);
}

void TestAccounts::mintedRunOut()
{
    const tc::Credentials brief = mint(std::chrono::milliseconds(1500));
    Account account = core::accountFor(root, brief);
    account.isMinted = true;
    QSignalSpy ranOut(m_registry.get(), &AccountRegistry::ranOut);
    const QString id = m_registry->add(account, brief);
    QTRY_COMPARE(m_registry->find(id)->secret, Account::Secret::Keychain);
    const QString imported = added(mint(std::chrono::milliseconds(1)));
    QVERIFY(ranOut.wait());
    QCOMPARE(m_registry->find(id)->secret, Account::Secret::Gone);
    QCOMPARE(m_store->secrets.size(), 1); // of the one that was not made here
    QCOMPARE(provided(id).error.code, u"CredentialsExpired"_s);
    QCOMPARE(provided(imported).error.code, u"CredentialsExpired"_s);
    restart();
    QCOMPARE(m_registry->find(id)->secret, Account::Secret::Gone);
}

void TestAccounts::runOutBehindALock()
{
    const tc::Credentials brief = mint(std::chrono::milliseconds(1500));
    Account account = core::accountFor(root, brief);
    account.isMinted = true;
    const QString id = m_registry->add(account, brief);
    QTRY_COMPARE(m_registry->find(id)->secret, Account::Secret::Keychain);
    m_store->next = outcomeOf(Status::Locked);
    QTRY_VERIFY(m_store->calls.contains(u"remove without asking"_s));
    QTest::qWait(50);
    QCOMPARE(m_registry->find(id)->secret, Account::Secret::Keychain);
    QCOMPARE(m_store->calls.count(u"remove without asking"_s), 1); // and not over and over
    m_store->next.reset();
    restart(); // with the next start at the latest
    QTRY_COMPARE(m_registry->find(id)->secret, Account::Secret::Gone);
    QVERIFY(m_store->secrets.isEmpty());
}

void TestAccounts::rubbishInTheSettings()
{
    const QString id = added(alice);
    const QStringList order = m_settings->value(u"accounts/order"_s).toStringList();
    m_settings->setValue(
        u"accounts/order"_s, QStringList { u"x"_s, u"later"_s, QString() } + order + QStringList { u"y"_s });
    m_settings->setValue(u"accounts/x/rootUrl"_s, u"not a url"_s);
    m_settings->setValue(u"accounts/later/rootUrl"_s, root);
    m_settings->setValue(u"accounts/later/clientId"_s, u"c"_s);
    m_settings->setValue(u"accounts/later/secret"_s, u"quantum"_s);
    m_settings->setValue(u"accounts/%1/colour"_s.arg(id), 77);
    restart();
    QCOMPARE(m_registry->accounts().size(), 1);
    QCOMPARE(m_registry->find(id)->colour, core::accountColours - 1);
    m_registry->rename(id, u"new"_s);
    QCOMPARE(m_settings->value(u"accounts/later/secret"_s).toString(), u"quantum"_s); // of a later version, perhaps
    QVERIFY(m_settings->value(u"accounts/order"_s).toStringList().contains(u"later"_s));
}

void TestAccounts::sessions()
{
    const QString anonymous = added({});
    const QString id = added(alice);
    const QString elsewhere = added(alice, otherRoot);
    core::SessionPool pool(m_registry.get());
    QSignalSpy opened(&pool, &core::SessionPool::opened);
    core::Session *session = pool.session(id);
    QVERIFY(session);
    QCOMPARE(session->rootUrl(), root);
    QCOMPARE(session->account().id, id);
    QCOMPARE(pool.session(id), session);
    QCOMPARE(opened.size(), 1);
    const core::Location place = core::Location::index(root, u"a"_s);
    QCOMPARE(pool.session(place)->account().id, anonymous);
    QCOMPARE(pool.session(place.as(id)), session);
    QCOMPARE(pool.session(place.as(elsewhere))->account().id, anonymous); // of another deployment
    QCOMPARE(pool.session(place.as(u"nobody"_s))->account().id, anonymous);
    QVERIFY(!pool.session(core::Location::index(u"https://unknown.example"_s, {})));
    QVERIFY(!pool.session(core::Location::index({}, {})));
    QVERIFY(!pool.session(u"nobody"_s));
    m_registry->forget(id);
    QCOMPARE(pool.session(id), session); // pages hold on to it
}

void TestAccounts::callsWaitForTheKeychain()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return testdata::json({ { u"status"_s, QJsonObject() } }); });
    Account account = core::accountFor(server.url(), alice);
    account.developmentDeployment = true;
    const QString id = m_registry->add(account, alice);
    QTRY_COMPARE(m_registry->find(id)->secret, Account::Secret::Keychain);
    restart();
    m_store->holdsBack = true;
    core::SessionPool pool(m_registry.get());
    tc::Error error;
    bool isOver = false;
    pool.session(id)
        ->queue()
        ->ping()
        ->onSuccess(this, [&](const auto &...) { isOver = true; })
        ->onFailure(this, [&](const tc::Error &failure) {
            error = failure;
            isOver = true;
        });
    QTRY_VERIFY(m_store->held);
    QTest::qWait(50);
    QVERIFY(server.requests().isEmpty() && !isOver);
    m_store->held->finish(m_store->heldOutcome);
    QTRY_VERIFY(isOver);
    QVERIFY2(!error, qPrintable(error.message));
    QVERIFY(server.requests().constFirst().header("authorization").contains("id=\"alice\""));
}

void TestAccounts::tabsComeBackWithTheirAccounts()
{
    core::SessionState state;
    state.tabs = { core::Location::index(root, u"a"_s).as(u"one"_s), core::Location::index(root, u"a"_s),
        core::Location::index(root, u"b"_s).as(u"two"_s) };
    state.currentTab = 0;
    state.save(*m_settings);
    QCOMPARE(core::SessionState::load(*m_settings).tabs, state.tabs);
    m_settings->remove(u"session/accounts"_s); // of a version that had none
    QCOMPARE(core::SessionState::load(*m_settings).tabs.constFirst(), core::Location::index(root, u"a"_s));
}

void TestAccounts::checks_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("usable");
    QTest::addColumn<bool>("known");
    QTest::newRow("good") << 200 << true << true;
    QTest::newRow("refused") << 401 << false << true;
    QTest::newRow("broken") << 400 << false << false;
}

void TestAccounts::checks()
{
    QFETCH(int, status);
    QFETCH(bool, usable);
    QFETCH(bool, known);
    ScriptedServer server;
    server.setHandler([status](const Request &request) {
        if (status != 200)
            return tc::test::Step::error(status, status == 401 ? "AuthenticationFailed" : "InputError", "no");
        if (testdata::path(request).endsWith(u"/scopes/current"))
            return testdata::json({ { u"scopes"_s, QJsonArray { u"queue:*"_s } } });
        return testdata::json(client(u"alice"_s));
    });
    core::SessionOptions options;
    options.account = core::accountFor(server.url(), alice);
    options.credentials = alice;
    options.developmentDeployment = true;
    core::AccountCheck check(options);
    QSignalSpy finished(&check, &core::AccountCheck::finished);
    check.start();
    QVERIFY(finished.wait());
    QCOMPARE(check.isUsable(), usable);
    QCOMPARE(!check.error(), known);
    QCOMPARE(check.account().clientId, u"alice"_s);
    if (!usable)
        return;
    QCOMPARE(check.information().scopes, QStringList { u"queue:*"_s });
    QCOMPARE(check.account().expires.date().year(), 2999);
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "test_accounts.moc"
