// SPDX-License-Identifier: MPL-2.0
// What the accounts page stands on: the list, what is said of an account, what a sign-in asks for, how one goes.
#include "core/accounts/accountlistmodel.h"
#include "core/accounts/accountregistry.h"
#include "core/accounts/accountremoval.h"
#include "core/accounts/accounttext.h"
#include "core/accounts/foundcredentials.h"
#include "core/accounts/session.h"
#include "core/accounts/signinscopes.h"
#include "core/util/format.h"
#include "core/util/privatefile.h"
#include "scriptedserver.h"
#include "scriptedstore.h"

#include <tc/methods.h>
#include <tc/scopes.h>

#include <QAbstractItemModelTester>
#include <QFileInfo>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Account;
using core::AccountListModel;
using core::AccountRegistry;
using core::AccountRemoval;
using core::SecretOutcome;
using core::SecretState;
using core::SignInScopes;
using tc::test::ScriptedServer;
using tc::test::Step;

namespace {

const QString root = u"https://tc.example.com"_s;
const QString otherRoot = u"https://other.example.com"_s;
const QString token = u"SECRET-token-of-a-test"_s;

// Methods that are no GET and read all the same.
bool onlyReads(const tc::MethodInfo &method)
{
    static const QStringList names { u"tasks"_s, u"statuses"_s, u"findTasksAtIndex"_s, u"expandScopes"_s };
    return QLatin1StringView(method.verb) == "GET"_L1 || names.contains(QLatin1StringView(method.name));
}

QString full(const tc::MethodInfo &method)
{
    return QLatin1StringView(method.service) + u'.' + QLatin1StringView(method.name);
}

} // namespace

class TestAccountList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsByDeployment();
    void listFollows();
    void hostileNames();
    void letters();
    void notes_data();
    void notes();
    void readOnlyOnlyReads();
    void developerWorks();
    void presetsAreScopes();
    void scopeLines();
    void callbacks_data();
    void callbacks();
    void privateFiles();
    void removesWithClient();
    void clientStays();
    void clientWasGone();
    void entryStays();

private:
    QString added(const QString &clientId, const QString &rootUrl = root);
    QString text(const QModelIndex &index, int role = Qt::DisplayRole) { return index.data(role).toString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ScriptedStore> m_store;
    std::unique_ptr<AccountRegistry> m_registry;
};

void TestAccountList::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_store = std::make_unique<ScriptedStore>();
    m_registry = std::make_unique<AccountRegistry>(m_settings.get(), m_store.get());
}

void TestAccountList::cleanup()
{
    m_registry.reset();
    m_store.reset();
    m_settings.reset();
}

QString TestAccountList::added(const QString &clientId, const QString &rootUrl)
{
    const tc::Credentials credentials { clientId, token, {} };
    const QString id = m_registry->add(core::accountFor(rootUrl, credentials), credentials);
    return QTest::qWaitFor([&] { return !m_registry->state(id).isSaving; }) ? id : QString();
}

void TestAccountList::listsByDeployment()
{
    const QString first = added(u"a/one"_s);
    const QString other = added(u"b/two"_s, otherRoot);
    const QString second = added(u"a/three"_s);
    AccountListModel model(m_registry.get(), [](const QString &rootUrl) { return QString(u"at "_s + rootUrl); });
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex here = model.index(0, 0);
    QCOMPARE(text(here), u"at "_s + root);
    QCOMPARE(text(here, AccountListModel::RootUrlRole), root);
    QVERIFY(text(here, AccountListModel::IdRole).isEmpty());
    QVERIFY(!here.flags().testFlag(Qt::ItemIsSelectable));
    QCOMPARE(model.rowCount(here), 2);
    QCOMPARE(text(model.index(0, 0, here)), u"a/one"_s);
    QCOMPARE(text(model.index(1, 0, here), AccountListModel::IdRole), second);
    QCOMPARE(text(model.index(1, 0, here), AccountListModel::LetterRole), u"T"_s);
    QCOMPARE(text(model.index(1, 0, here), AccountListModel::NoteRole), u"In the keychain"_s);
    QVERIFY(model.index(0, 0, here).data(AccountListModel::IsDefaultRole).toBool());
    QVERIFY(!model.index(1, 0, here).data(AccountListModel::IsDefaultRole).toBool());
    QVERIFY(model.index(1, 0, here).flags().testFlag(Qt::ItemIsSelectable));
    QCOMPARE(model.indexOf(other).parent().row(), 1);
    QCOMPARE(model.indexOf(first), model.index(0, 0, here));
    QVERIFY(!model.indexOf(u"none"_s).isValid());
}

void TestAccountList::listFollows()
{
    AccountListModel model(m_registry.get(), [](const QString &rootUrl) { return rootUrl; });
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    const QString first = added(u"one"_s);
    const QString other = added(u"two"_s, otherRoot);
    const QString second = added(u"three"_s);
    const QPersistentModelIndex kept(model.indexOf(second));
    QCOMPARE(model.rowCount(), 2);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    m_registry->rename(second, u"Third"_s);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(text(kept), u"Third"_s);
    m_registry->forget(first);
    QCOMPARE(model.rowCount(model.index(0, 0)), 1);
    QCOMPARE(kept.row(), 0);
    m_registry->forget(second); // the deployment goes with its last one
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!kept.isValid());
    QCOMPARE(model.indexOf(other).parent(), model.index(0, 0));
}

void TestAccountList::hostileNames()
{
    const QString id = added(u"me"_s);
    m_registry->rename(id, u"<b>a\u202eb"_s);
    AccountListModel model(m_registry.get(), [](const QString &rootUrl) { return rootUrl; });
    QCOMPARE(text(model.indexOf(id)), u"<b>a‹U+202E›b"_s);
    QVERIFY(!text(model.indexOf(id), Qt::ToolTipRole).contains(QChar(0x202e)));
}

void TestAccountList::letters()
{
    Account account;
    QCOMPARE(core::accountLetter(account), QString());
    account.clientId = u"mozilla-auth0/ad|Mozilla-LDAP|me/desktop-x1"_s;
    QCOMPARE(core::accountLetter(account), u"D"_s);
    account.name = u"  (ächt)"_s;
    QCOMPARE(core::accountLetter(account), u"Ä"_s);
    account.name = u"\U0001F600 "_s;
    QCOMPARE(core::accountLetter(account), u"•"_s);
}

void TestAccountList::notes_data()
{
    QTest::addColumn<SecretState::Phase>("phase");
    QTest::addColumn<SecretOutcome::Status>("status");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<QString>("note");
    QTest::addColumn<bool>("trouble");
    using Phase = SecretState::Phase;
    using Status = SecretOutcome::Status;
    const qint64 hour = 3'600'000;
    QTest::newRow("kept") << Phase::Idle << Status::Done << 30 * 24 * hour << u"In the keychain"_s << false;
    QTest::newRow("read") << Phase::Ready << Status::Done << qint64(0) << u"In the keychain"_s << false;
    QTest::newRow("waiting") << Phase::Reading << Status::Done << qint64(0) << u"Waiting for the keychain"_s << false;
    QTest::newRow("slow") << Phase::Slow << Status::Done << qint64(0) << u"The keychain has not answered yet"_s << true;
    QTest::newRow("asking") << Phase::Asking << Status::Done << qint64(0) << u"The keychain asks for its password"_s
                            << true;
    QTest::newRow("locked") << Phase::Unavailable << Status::Locked << qint64(0) << u"The keychain is locked."_s
                            << true;
    QTest::newRow("soon") << Phase::Ready << Status::Done << hour / 2 << u"Ends in 30 min"_s << true;
    QTest::newRow("over") << Phase::Ready << Status::Done << -2 * hour << u"Ended 2 h ago"_s << true;
    QTest::newRow("over and locked") << Phase::Unavailable << Status::Locked << -2 * hour << u"Ended 2 h ago"_s << true;
}

void TestAccountList::notes()
{
    QFETCH(const SecretState::Phase, phase);
    QFETCH(const SecretOutcome::Status, status);
    QFETCH(const qint64, end);
    const qint64 now = core::currentTime();
    Account account;
    account.clientId = u"me"_s;
    account.secret = Account::Secret::Keychain;
    if (end != 0)
        account.expires = QDateTime::fromMSecsSinceEpoch(now + end, Qt::UTC);
    SecretState state;
    state.phase = phase;
    state.outcome.status = status;
    const core::AccountNote note = core::accountNote(account, state, now);
    QTEST(note.text, "note");
    QTEST(note.isTrouble, "trouble");
}

void TestAccountList::readOnlyOnlyReads()
{
    const tc::scopes::ScopeSet held(core::signInScopes(SignInScopes::ReadOnly));
    int readable = 0;
    for (const tc::MethodInfo &method : tc::methods()) {
        const QByteArray json(method.scopes);
        if (json.isEmpty())
            continue;
        const auto expression = tc::scopes::Expression::parseTemplate(json);
        QVERIFY(expression);
        // Without any parameter known: what it says No to can never be done.
        const tc::scopes::Verdict verdict = held.judge(*expression);
        readable += verdict == tc::scopes::Verdict::Yes ? 1 : 0;
        if (verdict == tc::scopes::Verdict::Yes)
            QVERIFY2(onlyReads(method), qPrintable(full(method)));
    }
    QVERIFY(readable > 25);
    QVERIFY(!held.has(u"secrets:get:project/x"));
    QVERIFY(!held.has(u"queue:get-artifact:private/x"));
    QVERIFY(held.has(u"web:read-pulse"));
}

void TestAccountList::developerWorks()
{
    const tc::scopes::ScopeSet held(core::signInScopes(SignInScopes::Developer));
    QVERIFY(tc::scopes::ScopeSet(core::signInScopes(SignInScopes::ReadOnly)).united(held) == held);
    for (const char *name : { "cancelTask", "rerunTask", "scheduleTask", "cancelTaskGroup", "sealTaskGroup",
             "changeTaskPriority", "createArtifact", "listArtifacts" }) {
        const auto expression = tc::scopes::Expression::parseTemplate(tc::findMethod("queue", name)->scopes);
        QVERIFY(expression);
        QVERIFY2(held.satisfies(*expression), name);
    }
    for (const tc::MethodInfo &method : tc::methods()) { // nothing of an administrator's
        if (QLatin1StringView(method.service) != "auth"_L1 || onlyReads(method) || QByteArray(method.scopes).isEmpty())
            continue;
        const auto expression = tc::scopes::Expression::parseTemplate(method.scopes);
        QVERIFY(expression);
        QVERIFY2(!held.satisfies(*expression), method.name);
    }
}

void TestAccountList::presetsAreScopes()
{
    for (const SignInScopes choice : { SignInScopes::ReadOnly, SignInScopes::Developer, SignInScopes::Everything }) {
        const QStringList scopes = core::signInScopes(choice);
        QVERIFY(!scopes.isEmpty());
        QCOMPARE(tc::scopes::normalised(scopes).size(), scopes.size()); // nothing twice, nothing covered
    }
    QVERIFY(core::signInScopes(SignInScopes::Custom).isEmpty());
}

void TestAccountList::scopeLines()
{
    const auto scopes = core::parseScopeLines(u" queue:* \r\n\n\tsecrets:get:a b+c\nqueue:*\n"_s);
    QVERIFY(scopes);
    QCOMPARE(*scopes, QStringList({ u"queue:*"_s, u"secrets:get:a b+c"_s }));
    const auto wrong = core::parseScopeLines(u"a:b\nc:\u00e4"_s);
    QVERIFY(!wrong);
    QVERIFY(wrong.error.message.contains(u'2'));
    QVERIFY(core::parseScopeLines({})->isEmpty());
}

void TestAccountList::callbacks_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("clientId");
    const QString rest = u"&accessToken="_s + token;
    QTest::newRow("raw") << u"http://localhost:4711/abc?clientId=me/a|b+c-Xy"_s + rest << u"me/a|b+c-Xy"_s;
    QTest::newRow("encoded") << u"http://localhost:4711/abc?clientId=me/a%7Cb%2Bc-Xy"_s + rest << u"me/a|b+c-Xy"_s;
    QTest::newRow("around it") << u"  http://localhost:4711/abc?clientId=me"_s + rest + u"\n"_s << u"me"_s;
    QTest::newRow("other order") << u"http://localhost:1/?accessToken="_s + token + u"&clientId=me"_s << u"me"_s;
    QTest::newRow("no token") << u"http://localhost:4711/abc?clientId=me"_s << QString();
    QTest::newRow("no client") << u"http://localhost:4711/abc?x=1"_s + rest << QString();
    QTest::newRow("form's link") << root + u"/auth/clients/create?scope=*&name=x"_s << QString();
}

void TestAccountList::callbacks()
{
    QFETCH(const QString, address);
    QFETCH(const QString, clientId);
    const auto found = core::parseCredentials(address);
    QCOMPARE(found.value.has_value(), !clientId.isEmpty());
    if (!found) {
        QVERIFY(!found.error.message.contains(token));
        return;
    }
    QCOMPARE(found->credentials.clientId, clientId);
    QVERIFY(found->credentials.accessToken == token);
    QVERIFY(found->rootUrl.isEmpty());
}

void TestAccountList::privateFiles()
{
    const QString path = m_folder->filePath(u"export.sh"_s);
    const QFile::Permissions own = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QVERIFY(core::writePrivateFile(path, "one"));
    QCOMPARE(QFileInfo(path).permissions(), own);
    // One that everybody could read before is nobody else's afterwards.
    QVERIFY(QFile::setPermissions(path, own | QFile::ReadGroup | QFile::ReadOther | QFile::ExeOwner));
    QVERIFY(core::writePrivateFile(path, "two"));
    QCOMPARE(QFileInfo(path).permissions(), own);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("two"));
    const auto failed = core::writePrivateFile(m_folder->filePath(u"none/export.sh"_s), token.toUtf8());
    QVERIFY(!failed);
    QVERIFY(!failed.error.message.isEmpty());
    QVERIFY(!failed.error.message.contains(token));
}

namespace {

// An account at a scripted deployment, with its session.
struct Removable {
    explicit Removable(AccountRegistry *accounts) : registry(accounts)
    {
        const tc::Credentials credentials { u"me/a"_s, token, {} };
        id = registry->add(core::accountFor(server.url(), credentials), credentials);
        core::SessionOptions options = core::SessionOptions::of(*registry->find(id), registry->provider(id));
        options.retry = tc::RetryPolicy();
        options.retry->retries = 0;
        session = std::make_unique<core::Session>(options);
    }

    bool waitUntilKept() const
    {
        return QTest::qWaitFor([this] { return !registry->state(id).isSaving; });
    }

    AccountRegistry *registry;
    ScriptedServer server;
    QString id;
    std::unique_ptr<core::Session> session;
};

} // namespace

void TestAccountList::removesWithClient()
{
    Removable at(m_registry.get());
    QVERIFY(at.waitUntilKept());
    QCOMPARE(m_store->secrets.size(), 1);
    at.server.enqueue(Step::json("{}"));
    AccountRemoval removal(m_registry.get(), at.session.get(), at.id);
    QSignalSpy changed(&removal, &AccountRemoval::changed);
    removal.start(true);
    QVERIFY(removal.isBusy());
    removal.start(true); // once is enough
    QTRY_COMPARE(removal.state(), AccountRemoval::State::Removed);
    QVERIFY(removal.isClientDeleted());
    QVERIFY(!m_registry->find(at.id));
    QVERIFY(m_store->secrets.isEmpty());
    QCOMPARE(at.server.requests().size(), 1);
    QCOMPARE(at.server.requests().first().verb, QByteArray("DELETE"));
    QCOMPARE(at.server.requests().first().target, QByteArray("/api/auth/v1/clients/me%2Fa"));
    QVERIFY(changed.size() >= 3);
}

void TestAccountList::clientStays()
{
    Removable at(m_registry.get());
    QVERIFY(at.waitUntilKept());
    at.server.enqueue(Step::json(R"({"code": "InsufficientScopes", "message": "no"})", 403));
    AccountRemoval removal(m_registry.get(), at.session.get(), at.id);
    removal.start(true);
    QTRY_COMPARE(removal.state(), AccountRemoval::State::ClientStays);
    QCOMPARE(removal.clientError().kind, tc::ErrorKind::Scope);
    QVERIFY(m_registry->find(at.id)); // nothing else was touched
    QCOMPARE(m_store->secrets.size(), 1);
    removal.start(false); // the account alone
    QTRY_COMPARE(removal.state(), AccountRemoval::State::Removed);
    QVERIFY(!removal.isClientDeleted());
    QVERIFY(m_store->secrets.isEmpty());
}

void TestAccountList::clientWasGone()
{
    Removable at(m_registry.get());
    QVERIFY(at.waitUntilKept());
    at.server.enqueue(Step::json(R"({"code": "ResourceNotFound", "message": "no"})", 404));
    AccountRemoval removal(m_registry.get(), at.session.get(), at.id);
    removal.start(true);
    QTRY_COMPARE(removal.state(), AccountRemoval::State::Removed);
    QVERIFY(m_store->secrets.isEmpty());
}

void TestAccountList::entryStays()
{
    Removable at(m_registry.get());
    QVERIFY(at.waitUntilKept());
    at.server.enqueue(Step::json("{}"));
    SecretOutcome locked;
    locked.status = SecretOutcome::Status::Locked;
    m_store->next = locked;
    AccountRemoval removal(m_registry.get(), at.session.get(), at.id);
    removal.start(true);
    QTRY_COMPARE(removal.state(), AccountRemoval::State::EntryStays);
    QCOMPARE(removal.outcome().status, SecretOutcome::Status::Locked);
    QVERIFY(removal.isClientDeleted());
    QVERIFY(m_registry->find(at.id));
    m_store->next.reset();
    removal.start(true); // the client is not deleted twice
    QTRY_COMPARE(removal.state(), AccountRemoval::State::Removed);
    QCOMPARE(at.server.requests().size(), 1);
    QVERIFY(m_store->secrets.isEmpty());
}

QTEST_GUILESS_MAIN(TestAccountList)
#include "test_accountlist.moc"
