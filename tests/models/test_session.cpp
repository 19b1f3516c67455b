// SPDX-License-Identifier: MPL-2.0
#include "apidata.h"
#include "core/accounts/session.h"
#include "core/lookup/indexmodel.h"
#include "core/lookup/locationresolver.h"
#include "core/navigation/sessionstate.h"

#include <QAbstractItemModelTester>
#include <QProcessEnvironment>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Location;
using tc::test::Request;
using tc::test::ScriptedServer;
using tc::test::Step;

namespace {

const QString group = u"QW4X7G7HRuOxMVFTHkiB8A"_s;
const QString task = u"So18GD6BRfSt5ludnjmN1A"_s;
const QString root = u"https://tc.example.com"_s;

QProcessEnvironment environment(const QString &rootUrl, const QString &clientId, const QString &token)
{
    QProcessEnvironment result;
    result.insert(u"TASKCLUSTER_ROOT_URL"_s, rootUrl);
    result.insert(u"TASKCLUSTER_CLIENT_ID"_s, clientId);
    result.insert(u"TASKCLUSTER_ACCESS_TOKEN"_s, token);
    return result;
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheEnvironment();
    void credentialsStayWithTheirDeployment();
    void malformedRootUrl();
    void asksAboutHostsOnce();
    void stateComesBack();
    void stateWithRubbish();
    void resolvesIds_data();
    void resolvesIds();
    void resolvesIndexPaths_data();
    void resolvesIndexPaths();
    void newestQuestionWins();
    void listsTheIndex();
};

void TestSession::readsTheEnvironment()
{
    auto options = core::SessionOptions::fromEnvironment(environment(root, u"me"_s, u"token"_s));
    QCOMPARE(options.account.rootUrl, root);
    QCOMPARE(options.account.clientId, u"me"_s);
    QCOMPARE(options.account.secret, core::Account::Secret::Environment);
    QCOMPARE(options.credentials.accessToken, u"token"_s);
    options = core::SessionOptions::fromEnvironment(environment(root, u"me"_s, {}));
    QCOMPARE(options.account.secret, core::Account::Secret::None);
    QVERIFY(options.account.clientId.isEmpty() && options.credentials.isAnonymous());
    options = core::SessionOptions::fromEnvironment(QProcessEnvironment());
    QVERIFY(options.account.rootUrl.isEmpty());
    const core::Session session(core::SessionOptions::anonymous(u"https://TC.example.com/"_s));
    QCOMPARE(session.rootUrl(), root);
    QCOMPARE(session.displayName(), u"tc.example.com"_s);
    QVERIFY(!session.rootUrlError());
}

void TestSession::credentialsStayWithTheirDeployment()
{
    const auto variables = environment(root, u"me"_s, u"token"_s);
    auto options = core::SessionOptions::fromEnvironment(variables, u"https://other.example.com"_s);
    QCOMPARE(options.account.rootUrl, u"https://other.example.com"_s);
    QVERIFY(options.credentials.isAnonymous());
    QVERIFY(options.account.clientId.isEmpty());
    options = core::SessionOptions::fromEnvironment(variables, u"https://TC.example.com:443/"_s);
    QVERIFY(!options.credentials.isAnonymous());
    options = core::SessionOptions::fromEnvironment(variables, u"http://tc.example.com"_s);
    QVERIFY(options.credentials.isAnonymous());
}

void TestSession::malformedRootUrl()
{
    for (const QString &bad : { QString(), u"tc.example.com"_s, u"ftp://x"_s, u"https://"_s, u"https://a b"_s }) {
        const core::Session session(core::SessionOptions::anonymous(bad));
        QVERIFY2(session.rootUrlError(), qPrintable(bad));
        QVERIFY2(session.rootUrl().isEmpty(), qPrintable(bad));
    }
}

void TestSession::asksAboutHostsOnce()
{
    core::Session session(core::SessionOptions::anonymous(root));
    QStringList asked;
    bool allow = false;
    QList<bool> answers;
    const auto ask = [&](const QString &url) {
        session.downloadOptions().askHost(QUrl(url), [&answers](bool allowed) { answers += allowed; });
    };
    ask(u"https://a.example/x"_s); // nobody to ask
    session.setAskHost([&](const QUrl &url, const std::function<void(bool)> &answer) {
        asked += url.host();
        answer(allow);
    });
    ask(u"https://a.example/x"_s);
    allow = true;
    ask(u"https://a.example/x"_s);
    ask(u"https://a.example/y"_s);
    ask(u"https://b.example/y"_s);
    QCOMPARE(answers, (QList<bool> { false, false, true, true, true }));
    QCOMPARE(asked, (QStringList { u"a.example"_s, u"a.example"_s, u"b.example"_s }));
}

void TestSession::stateComesBack()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    core::SessionState state;
    state.tabs = { Location::taskGroup(root, group), Location::run(root, task, 2),
        Location::log(root, task, {}, u"public/logs/live.log"_s), Location::index(root, u"a.b"_s) };
    state.currentTab = 2;
    state.windowGeometry = QByteArray("\0\1geometry", 10);
    {
        QSettings settings(file, QSettings::IniFormat);
        state.save(settings);
    }
    QSettings settings(file, QSettings::IniFormat);
    const core::SessionState loaded = core::SessionState::load(settings);
    QVERIFY(loaded.tabs == state.tabs);
    QCOMPARE(loaded.currentTab, 2);
    QCOMPARE(loaded.windowGeometry, state.windowGeometry);
}

void TestSession::stateWithRubbish()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    QCOMPARE(core::SessionState::load(settings).currentTab, -1);
    settings.setValue(
        u"session/tabs"_s, QStringList { u"rubbish {}"_s, root + u"/tasks/"_s + task, u"x y"_s, QString() });
    settings.setValue(u"session/currentTab"_s, 3);
    core::SessionState state = core::SessionState::load(settings);
    QCOMPARE(state.tabs.size(), 1);
    QCOMPARE(state.currentTab, 0);
    settings.setValue(u"session/currentTab"_s, -5);
    QCOMPARE(core::SessionState::load(settings).currentTab, 0);
    settings.setValue(u"session/currentTab"_s, 1'000'000);
    QCOMPARE(core::SessionState::load(settings).currentTab, 0);
}

void TestSession::resolvesIds_data()
{
    QTest::addColumn<QString>("taskGroup"); // of the task with the id; empty: there is none
    QTest::addColumn<bool>("isGroup");
    QTest::addColumn<Location::Kind>("kind");
    QTest::newRow("task") << group << false << Location::Kind::Task;
    QTest::newRow("decision task") << task << true << Location::Kind::TaskGroup;
    QTest::newRow("group without its task") << QString() << true << Location::Kind::TaskGroup;
    QTest::newRow("neither") << QString() << false << Location::Kind::None;
}

void TestSession::resolvesIds()
{
    QFETCH(QString, taskGroup);
    QFETCH(bool, isGroup);
    QFETCH(Location::Kind, kind);
    ScriptedServer server;
    server.setHandler([&](const Request &request) {
        if (testdata::path(request).endsWith(u"/status")) {
            return taskGroup.isEmpty()
                ? testdata::notFound()
                : testdata::json({ { u"status"_s, testdata::status(task, taskGroup, u"completed"_s) } });
        }
        return isGroup ? testdata::json({ { u"taskGroupId"_s, task }, { u"schedulerId"_s, u"x"_s },
                   { u"expires"_s, u"2027-01-01T00:00:00.000Z"_s } })
                       : testdata::notFound();
    });
    core::Session session(core::SessionOptions::anonymous(server.url()));
    core::LocationResolver resolver(&session);
    Location found;
    tc::Error error;
    connect(&resolver, &core::LocationResolver::resolved, this, [&](const Location &location) { found = location; });
    connect(&resolver, &core::LocationResolver::failed, this,
        [&](const Location &, const tc::Error &failure) { error = failure; });
    resolver.resolve(*Location::parse(task));
    QVERIFY(resolver.isBusy());
    QVERIFY(!found.isValid() && !error);
    QTRY_VERIFY(!resolver.isBusy());
    QCOMPARE(found.kind, kind);
    QCOMPARE(error.kind, kind == Location::Kind::None ? tc::ErrorKind::NotFound : tc::ErrorKind::None);
    if (kind != Location::Kind::None)
        QCOMPARE(found.rootUrl, session.rootUrl());
    else
        QVERIFY(error.message.contains(task));
}

void TestSession::resolvesIndexPaths_data()
{
    QTest::addColumn<int>("found"); // 0: a task, 1: namespaces below, 2: tasks below, 3: nothing, 4: an error
    QTest::addColumn<Location::Kind>("kind");
    QTest::addColumn<int>("requests");
    QTest::newRow("task") << 0 << Location::Kind::Task << 1;
    QTest::newRow("namespaces") << 1 << Location::Kind::Index << 2;
    QTest::newRow("tasks") << 2 << Location::Kind::Index << 3;
    QTest::newRow("nothing") << 3 << Location::Kind::None << 3;
    QTest::newRow("forbidden") << 4 << Location::Kind::None << 1;
}

void TestSession::resolvesIndexPaths()
{
    QFETCH(int, found);
    QFETCH(Location::Kind, kind);
    QFETCH(int, requests);
    ScriptedServer server;
    server.setHandler([&](const Request &request) {
        const QString path = testdata::path(request);
        const QJsonObject entry { { u"namespace"_s, u"a.b.c"_s }, { u"name"_s, u"c"_s }, { u"taskId"_s, task },
            { u"rank"_s, 0 }, { u"data"_s, QJsonObject {} }, { u"expires"_s, u"2027-01-01T00:00:00.000Z"_s } };
        if (path.contains(u"/index/v1/task/")) {
            if (found == 4)
                return Step::error(403, "InsufficientScopes", "no");
            return found == 0 ? testdata::json(entry) : testdata::notFound();
        }
        const bool namespaces = path.contains(u"/namespaces/");
        const bool filled = namespaces ? found == 1 : found == 2;
        return testdata::json(
            { { namespaces ? u"namespaces"_s : u"tasks"_s, filled ? QJsonArray { entry } : QJsonArray {} } });
    });
    core::Session session(core::SessionOptions::anonymous(server.url()));
    core::LocationResolver resolver(&session);
    Location result;
    tc::Error error;
    connect(&resolver, &core::LocationResolver::resolved, this, [&](const Location &location) { result = location; });
    connect(&resolver, &core::LocationResolver::failed, this,
        [&](const Location &, const tc::Error &failure) { error = failure; });
    resolver.resolve(*Location::parse(u"a.b"_s));
    QTRY_VERIFY(!resolver.isBusy());
    QCOMPARE(result.kind, kind);
    QCOMPARE(error.kind != tc::ErrorKind::None, kind == Location::Kind::None);
    QCOMPARE(server.requests().size(), requests);
    if (kind == Location::Kind::Task)
        QCOMPARE(result.taskId, task);
}

void TestSession::newestQuestionWins()
{
    ScriptedServer server;
    server.setHandler([](const Request &request) {
        const QString id = testdata::path(request).section(u'/', 5, 5);
        return testdata::json({ { u"status"_s, testdata::status(id, u"aqY5z70RRuaVdNtHs9e-pA"_s, u"completed"_s) } });
    });
    core::Session session(core::SessionOptions::anonymous(server.url()));
    core::LocationResolver resolver(&session);
    QSignalSpy resolved(&resolver, &core::LocationResolver::resolved);
    resolver.resolve(*Location::parse(task));
    resolver.resolve(*Location::parse(group));
    QTRY_COMPARE(resolved.size(), 1);
    QCOMPARE(resolved[0][0].value<Location>().taskId, group);
    QTest::qWait(50);
    QCOMPARE(resolved.size(), 1);
    // What needs no question comes back all the same, later.
    resolver.resolve(Location::task({}, task));
    QCOMPARE(resolved.size(), 1);
    QTRY_COMPARE(resolved.size(), 2);
    resolver.resolve(*Location::parse(task));
    resolver.cancel();
    QTest::qWait(50);
    QCOMPARE(resolved.size(), 2);
}

void TestSession::listsTheIndex()
{
    ScriptedServer server;
    bool forbidden = false;
    server.setHandler([&](const Request &request) {
        const QString path = testdata::path(request);
        const bool more = testdata::queryValue(request, u"continuationToken"_s).isEmpty();
        if (path.contains(u"/namespaces/")) {
            QJsonObject body { { u"namespaces"_s,
                QJsonArray { QJsonObject { { u"namespace"_s, more ? u"a.b"_s : u"a.c"_s },
                    { u"name"_s, more ? u"b"_s : u"c"_s }, { u"expires"_s, u"2027-01-01T00:00:00.000Z"_s } } } } };
            if (more)
                body[u"continuationToken"_s] = u"t1"_s;
            return testdata::json(body);
        }
        if (forbidden)
            return Step::error(403, "InsufficientScopes", "no");
        return testdata::json({ { u"tasks"_s,
            QJsonArray { QJsonObject { { u"namespace"_s, u"a.task\u202E"_s }, { u"taskId"_s, task }, { u"rank"_s, 5 },
                { u"data"_s, QJsonObject {} }, { u"expires"_s, u"2027-01-01T00:00:00.000Z"_s } } } } });
    });
    core::Session session(core::SessionOptions::anonymous(server.url()));
    core::IndexModel model(&session);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.open(u"a"_s);
    QTRY_COMPARE(model.part().state, core::Part::State::Ready);
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.index(1, 0).data(core::IndexModel::IsNamespaceRole).toBool());
    QCOMPARE(model.index(1, 0).data(core::IndexModel::PathRole).toString(), u"a.c"_s);
    QVERIFY(!model.index(2, 0).data(core::IndexModel::IsNamespaceRole).toBool());
    QCOMPARE(model.index(2, 0).data().toString(), u"task‹U+202E›"_s);
    QCOMPARE(model.index(2, 0).data(core::IndexModel::TaskIdRole).toString(), task);
    forbidden = true;
    model.open({});
    QTRY_COMPARE(model.part().state, core::Part::State::Failed);
    QCOMPARE(model.rowCount(), 2); // what came before the error stays
    forbidden = false;
    model.retry();
    QTRY_COMPARE(model.part().state, core::Part::State::Ready);
    QCOMPARE(model.rowCount(), 3);
}

QTEST_GUILESS_MAIN(TestSession)
#include "test_session.moc"
