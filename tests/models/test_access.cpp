// SPDX-License-Identifier: MPL-2.0
// Clients and roles against the demo deployment: listed, found, made, changed and deleted, and what is on record of it.
#include "core/access/accessdetails.h"
#include "core/access/accessdirectory.h"
#include "core/access/accessmodel.h"
#include "core/access/audithistory.h"
#include "core/access/denialexplanation.h"
#include "core/access/scopeexpansion.h"
#include "core/access/scopeholders.h"
#include "core/accounts/session.h"
#include "demo/demodeployment.h"
#include "scriptedserver.h"

#include <tc/secrets.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using core::AccessDetails;
using core::AccessDirectory;
using core::AccessDraft;
using core::AccessEntry;
using core::AccessModel;
using tc::test::Request;
using tc::test::ScriptedServer;
using tc::test::Step;
using Change = core::AccessDetails::Change;
using Kind = core::AccessEntry::Kind;

class TestAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsAndFinds();
    void pagesStreamIn();
    void sorts();
    void followsOneChange();
    void refreshKeepsTheList();
    void refusedListSaysSo();
    void clientFromBirthToDeath();
    void clientThatIsThereIsNoNewOne();
    void roleFromBirthToDeath();
    void roleThatAssumesItself();
    void changeOfSomebodyElseIsNotOverwritten();
    void changesTellTheDirectory();
    void historyIsNewestFirst();
    void historyOfAClientsDeeds();
    void historyNeedsItsScope();
    void expands();
    void holderTable();
    void explainsARefusal();

private:
    AccessDirectory *directory() const { return AccessDirectory::of(m_session.get()); }
    static bool waitFor(const AccessDirectory *directory, Kind kind)
    {
        return QTest::qWaitFor([=] { return directory->part(kind).state == core::Part::State::Ready; }, 10'000);
    }
    // The change that ended, or the error's code.
    static QString outcome(AccessDetails *details, const std::function<void()> &start);

    std::unique_ptr<demo::DemoDeployment> m_demo;
    std::unique_ptr<core::Session> m_session;
    std::unique_ptr<core::Session> m_reader; // may look, and little else
};

void TestAccess::init()
{
    demo::DemoOptions options;
    options.simulate = false;
    m_demo = std::make_unique<demo::DemoDeployment>(options);
    const QString root = m_demo->startAndWait();
    QVERIFY(!root.isEmpty());
    const auto open = [&root](const demo::DemoCredentials &who) {
        return std::make_unique<core::Session>(core::SessionOptions::demo(root, { who.clientId, who.accessToken, {} }));
    };
    m_session = open(demo::DemoDeployment::admin());
    m_reader = open(demo::DemoDeployment::readOnly());
}

void TestAccess::cleanup()
{
    m_session.reset();
    m_reader.reset();
    m_demo.reset();
}

QString TestAccess::outcome(AccessDetails *details, const std::function<void()> &start)
{
    QSignalSpy done(details, &AccessDetails::done);
    QSignalSpy failed(details, &AccessDetails::failed);
    start();
    if (!QTest::qWaitFor([&] { return !done.isEmpty() || !failed.isEmpty(); }, 10'000))
        return u"nothing"_s;
    return failed.isEmpty() ? u"done"_s : failed.first().at(2).value<tc::Error>().code;
}

void TestAccess::listsAndFinds()
{
    AccessModel model(directory(), Kind::Client);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    directory()->load(Kind::Client);
    QVERIFY(waitFor(directory(), Kind::Client));
    QCOMPARE(model.rowCount(), 46);
    QCOMPARE(model.total(), 46);
    model.setFilter(u"DEMO/ look"_s); // every word, anywhere in id or description
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data(AccessModel::IdRole).toString(), u"project/demo/reader"_s);
    QCOMPARE(model.total(), 46);
    model.setFilter(u"nothing like it"_s);
    QCOMPARE(model.rowCount(), 0);
    model.setFilter({});
    const int row = model.rowOf(u"project/demo/disabled"_s);
    QVERIFY(row >= 0);
    const QModelIndex disabled = model.index(row, model.columnOf(AccessModel::Field::State));
    QVERIFY(!disabled.data().toString().isEmpty());
    QVERIFY(!disabled.data(AccessModel::IsUsableRole).toBool());
    QCOMPARE(model.columnOf(AccessModel::Field::ScopeCount), 5);
    QCOMPARE(AccessModel(directory(), Kind::Role).columnOf(AccessModel::Field::Used), -1);
}

void TestAccess::pagesStreamIn()
{
    const auto client = [](const QByteArray &id) -> QByteArray {
        const QByteArray day = "\"2026-11-21T19:33:23.294Z\"";
        return "{\"clientId\":\"" + id + "\",\"description\":\"\",\"scopes\":[],\"expandedScopes\":[],\"expires\":"
            + day + ",\"created\":" + day + ",\"lastModified\":" + day + ",\"lastDateUsed\":" + day
            + ",\"lastRotated\":" + day + ",\"deleteOnExpiration\":false,\"disabled\":false}";
    };
    ScriptedServer server;
    bool isCut = true;
    server.setHandler([&](const Request &request) {
        // An empty page with a token is a page like any other; and the service's order is not ours.
        if (!request.target.contains("continuationToken"))
            return Step::json("{\"clients\":[" + client("b") + ',' + client("B") + "],\"continuationToken\":\"two\"}");
        if (request.target.contains("continuationToken=two"))
            return Step::json("{\"clients\":[],\"continuationToken\":\"three\"}");
        return isCut ? Step::error(400, "InputError", "no more") : Step::json("{\"clients\":[" + client("c") + "]}");
    });
    core::SessionOptions options = core::SessionOptions::anonymous(server.url());
    options.retry = tc::RetryPolicy { .retries = 0 };
    core::Session session(options);
    AccessDirectory *listed = AccessDirectory::of(&session);
    AccessModel model(listed, Kind::Client);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    listed->load(Kind::Client);
    QTRY_VERIFY(listed->part(Kind::Client).hasFailed());
    QCOMPARE(model.rowCount(), 2); // what came stays
    QCOMPARE(model.index(0, 0).data().toString(), u"B"_s);
    isCut = false;
    listed->load(Kind::Client);
    QVERIFY(waitFor(listed, Kind::Client));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(resets.size(), 0);
}

void TestAccess::sorts()
{
    AccessModel model(directory(), Kind::Client);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    directory()->load(Kind::Client);
    QVERIFY(waitFor(directory(), Kind::Client));
    model.sort(model.columnOf(AccessModel::Field::Used));
    QCOMPARE(model.index(0, 0).data(AccessModel::IdRole).toString(), u"project/bulk/client-0039"_s); // longest unused
    model.sort(0, Qt::DescendingOrder);
    QCOMPARE(model.index(0, 0).data(AccessModel::IdRole).toString(), u"static/taskcluster/queue"_s);
    model.sort(0);
    QCOMPARE(model.index(0, 0).data(AccessModel::IdRole).toString(), u"project/bulk/client-0000"_s);
}

void TestAccess::followsOneChange()
{
    AccessModel model(directory(), Kind::Role);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    directory()->load(Kind::Role);
    QVERIFY(waitFor(directory(), Kind::Role));
    const int before = model.rowCount();
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    AccessEntry entry;
    entry.kind = Kind::Role;
    entry.id = u"m"_s;
    directory()->put(entry);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(model.rowCount(), before + 1);
    QVERIFY(model.rowOf(u"m"_s) > 0);
    entry.description = u"another"_s;
    directory()->put(entry);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(model.index(model.rowOf(u"m"_s), model.columnOf(AccessModel::Field::Description)).data().toString(),
        u"another"_s);
    directory()->remove(Kind::Role, u"m"_s);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(model.rowCount(), before);
    QCOMPARE(resets.size(), 0);
}

void TestAccess::refreshKeepsTheList()
{
    AccessModel model(directory(), Kind::Client);
    directory()->load(Kind::Client);
    QVERIFY(waitFor(directory(), Kind::Client));
    int least = model.rowCount();
    connect(directory(), &AccessDirectory::entriesChanged, &model, [&] { least = std::min(least, model.rowCount()); });
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    directory()->refresh(Kind::Client);
    QVERIFY(directory()->part(Kind::Client).isLoading());
    QVERIFY(waitFor(directory(), Kind::Client));
    QCOMPARE(least, 46);
    QCOMPARE(resets.size(), 0);
    // What was listed a moment ago is not listed again.
    directory()->load(Kind::Client);
    QVERIFY(!directory()->part(Kind::Client).isLoading());
    QCOMPARE(AccessDirectory::of(m_session.get()), directory());
}

void TestAccess::refusedListSaysSo()
{
    core::Session wrong(
        core::SessionOptions::demo(m_demo->rootUrl(), { u"project/demo/admin"_s, u"SECRET-wrong-token"_s, {} }));
    AccessDirectory *refused = AccessDirectory::of(&wrong);
    refused->load(Kind::Client);
    QTRY_VERIFY(refused->part(Kind::Client).hasFailed());
    QCOMPARE(refused->part(Kind::Client).error.kind, tc::ErrorKind::Authentication);
}

void TestAccess::clientFromBirthToDeath()
{
    AccessDetails details(m_session.get(), Kind::Client);
    QSignalSpy tokens(&details, &AccessDetails::tokenIssued);
    AccessDraft draft = AccessDraft::of(Kind::Client);
    draft.id = u"project/new/it"_s;
    draft.description = u"first"_s;
    draft.scopes = { u"assume:project:demo:reader"_s, u"a:b"_s };
    QCOMPARE(outcome(&details, [&] { details.save(draft); }), u"done"_s);
    QCOMPARE(tokens.size(), 1);
    QVERIFY(tokens.first().at(1).toString().size() > 40);
    details.show(draft.id);
    QTRY_VERIFY(details.part().state == core::Part::State::Ready);
    QVERIFY(details.entry()->expandedScopes.contains(u"queue:list-task-group:*"_s));

    draft.isNew = false;
    draft.description = u"second"_s;
    draft.deleteOnExpiration = true;
    draft.scopes = {};
    QCOMPARE(outcome(&details, [&] { details.save(draft); }), u"done"_s);
    QCOMPARE(details.entry()->description, u"second"_s);
    QVERIFY(details.entry()->scopes.isEmpty()); // an empty list takes everything away; none at all would not
    QVERIFY(details.entry()->deleteOnExpiration);

    QCOMPARE(outcome(&details, [&] { details.setDisabled(draft.id, true); }), u"done"_s);
    QVERIFY(details.entry()->disabled);
    QCOMPARE(outcome(&details, [&] { details.setDisabled(draft.id, false); }), u"done"_s);
    QVERIFY(!details.entry()->disabled);
    QCOMPARE(outcome(&details, [&] { details.resetToken(draft.id); }), u"done"_s);
    QCOMPARE(tokens.size(), 2);
    QVERIFY(tokens.at(0).at(1) != tokens.at(1).at(1));
    QCOMPARE(outcome(&details, [&] { details.remove(draft.id); }), u"done"_s);
    QVERIFY(details.id().isEmpty());
    details.show(draft.id);
    QTRY_VERIFY(details.part().hasFailed());
    QCOMPARE(details.part().error.kind, tc::ErrorKind::NotFound);
}

void TestAccess::clientThatIsThereIsNoNewOne()
{
    AccessDetails details(m_session.get(), Kind::Client);
    AccessDraft draft = AccessDraft::of(Kind::Client);
    draft.id = u"project/demo/reader"_s;
    QCOMPARE(outcome(&details, [&] { details.save(draft); }), u"RequestConflict"_s);
    QCOMPARE(details.running(), Change::None);
    // One at a time: the second is not even sent.
    details.setDisabled(u"project/bulk/client-0001"_s, true);
    details.remove(u"project/bulk/client-0002"_s);
    QCOMPARE(details.running(), Change::Disable);
    QTRY_COMPARE(details.running(), Change::None);
    directory()->load(Kind::Client);
    QVERIFY(waitFor(directory(), Kind::Client));
    QVERIFY(directory()->find(Kind::Client, u"project/bulk/client-0002"_s));
    QVERIFY(directory()->find(Kind::Client, u"project/bulk/client-0001"_s)->disabled);
}

void TestAccess::roleFromBirthToDeath()
{
    AccessDetails details(m_session.get(), Kind::Role);
    QSignalSpy tokens(&details, &AccessDetails::tokenIssued);
    AccessDraft draft = AccessDraft::of(Kind::Role);
    draft.id = u"project:new:*"_s;
    draft.scopes = { u"new:<..>"_s };
    QCOMPARE(outcome(&details, [&] { details.save(draft); }), u"done"_s);
    details.show(draft.id);
    QTRY_VERIFY(details.part().state == core::Part::State::Ready);
    QVERIFY(details.entry()->expandedScopes.contains(u"new:*"_s));
    draft.isNew = false;
    draft.scopes = { u"other"_s };
    QCOMPARE(outcome(&details, [&] { details.save(draft); }), u"done"_s);
    QCOMPARE(details.entry()->scopes, QStringList { u"other"_s });
    QCOMPARE(outcome(&details, [&] { details.remove(draft.id); }), u"done"_s);
    QCOMPARE(tokens.size(), 0);
}

void TestAccess::roleThatAssumesItself()
{
    AccessDetails details(m_session.get(), Kind::Role);
    AccessDraft draft = AccessDraft::of(Kind::Role);
    draft.id = u"project:new:a"_s;
    draft.scopes = { u"assume:project:new:a"_s };
    QCOMPARE(outcome(&details, [&] { details.save(draft); }), u"InputError"_s);
}

void TestAccess::changeOfSomebodyElseIsNotOverwritten()
{
    for (const Kind kind : { Kind::Client, Kind::Role }) {
        AccessDraft start = AccessDraft::of(kind);
        start.id = u"project/new/shared"_s;
        start.description = u"first"_s;
        start.scopes = { u"a"_s, u"b"_s };
        AccessDetails mine(m_session.get(), kind);
        QCOMPARE(outcome(&mine, [&] { mine.save(start); }), u"done"_s);
        mine.show(start.id);
        QTRY_VERIFY(mine.part().state == core::Part::State::Ready);
        const core::AccessEntry before = *mine.entry();
        AccessDraft draft = AccessDraft::of(before);
        draft.scopes = { u"a"_s, u"mine"_s };

        AccessDetails theirs(m_session.get(), kind);
        AccessDraft other = AccessDraft::of(before);
        other.description = u"second"_s;
        other.scopes += u"theirs"_s;
        QCOMPARE(outcome(&theirs, [&] { theirs.save(other, &before); }), u"done"_s);

        QSignalSpy overtaken(&mine, &AccessDetails::overtaken);
        QSignalSpy done(&mine, &AccessDetails::done);
        mine.save(draft, &before);
        QTRY_COMPARE(overtaken.size(), 1);
        QCOMPARE(mine.running(), AccessDetails::Change::None);
        QCOMPARE(done.size(), 0);
        const auto now = overtaken.first().first().value<core::AccessEntry>();
        QCOMPARE(now.scopes, other.scopes);
        const AccessDraft merged = draft.onto(now, AccessDraft::of(before));
        QCOMPARE(merged.description, u"second"_s);
        QCOMPARE(merged.scopes, (QStringList { u"a"_s, u"theirs"_s, u"mine"_s }));
        QCOMPARE(outcome(&mine, [&] { mine.save(merged, &now); }), u"done"_s);
        QCOMPARE(mine.entry()->scopes.size(), 3);
    }
}

void TestAccess::changesTellTheDirectory()
{
    for (const Kind kind : { Kind::Client, Kind::Role }) {
        directory()->load(kind);
        QVERIFY(waitFor(directory(), kind));
    }
    AccessDetails details(m_session.get(), Kind::Role);
    details.show(u"project:demo:reader"_s);
    QTRY_VERIFY(details.part().state == core::Part::State::Ready);
    AccessDraft draft = AccessDraft::of(*details.entry());
    draft.scopes += u"brand:new"_s;
    QCOMPARE(outcome(&details, [&] { details.save(draft); }), u"done"_s);
    QVERIFY(directory()->find(Kind::Role, draft.id)->scopes.contains(u"brand:new"_s));
    // Whoever has the role holds it now: the clients are listed again.
    const auto *client = [this] { return directory()->find(Kind::Client, u"project/demo/reader"_s); }();
    QVERIFY(client);
    QTRY_VERIFY(directory()->find(Kind::Client, u"project/demo/reader"_s)->expandedScopes.contains(u"brand:new"_s));
}

void TestAccess::historyIsNewestFirst()
{
    core::AuditHistory history(m_session.get());
    QAbstractItemModelTester tester(&history, QAbstractItemModelTester::FailureReportingMode::QtTest);
    history.open(core::AuditHistory::Entity::Client, u"project/demo/disabled"_s);
    QTRY_VERIFY(history.part().state == core::Part::State::Ready);
    QCOMPARE(history.rowCount(), 2);
    using History = core::AuditHistory;
    QCOMPARE(history.index(0, History::ActionColumn).data().toString(), u"client disabled"_s);
    QCOMPARE(history.index(0, History::WhoColumn).data(History::WhoRole).toString(), u"project/demo/admin"_s);
    QVERIFY(history.index(0, 0).data(History::TimeRole).toLongLong()
        > history.index(1, 0).data(History::TimeRole).toLongLong());
    // What is done now comes to stand on top.
    AccessDetails details(m_session.get(), Kind::Client);
    QCOMPARE(outcome(&details, [&] { details.setDisabled(u"project/demo/disabled"_s, false); }), u"done"_s);
    history.retry();
    QTRY_COMPARE(history.rowCount(), 3);
    QCOMPARE(history.index(0, History::ActionColumn).data().toString(), u"client enabled"_s);
    history.clear();
    QCOMPARE(history.rowCount(), 0);
    QCOMPARE(history.part().state, core::Part::State::Idle);
}

void TestAccess::historyOfAClientsDeeds()
{
    core::AuditHistory history(m_session.get());
    QAbstractItemModelTester tester(&history, QAbstractItemModelTester::FailureReportingMode::QtTest);
    history.openClient(u"static/taskcluster/root"_s);
    QTRY_VERIFY(history.part().state == core::Part::State::Ready);
    QVERIFY(history.isOfClient());
    QVERIFY(history.rowCount() > 60);
    QStringList kinds;
    for (int row = 0; row < history.rowCount(); ++row)
        kinds += history.index(row, 0).data(core::AuditHistory::KindRole).toString();
    QVERIFY(kinds.contains(u"role"_s) && kinds.contains(u"client"_s));
}

void TestAccess::historyNeedsItsScope()
{
    core::AuditHistory history(m_reader.get());
    history.open(core::AuditHistory::Entity::Secret, u"project/demo/deploy"_s);
    QTRY_VERIFY(history.part().hasFailed());
    QCOMPARE(history.part().error.missingScopes, QStringList { u"auth:audit-history:secret"_s });
}

void TestAccess::expands()
{
    core::ScopeExpansion expansion(m_session.get());
    expansion.expand({ u"assume:project:demo:reader"_s });
    expansion.expand({ u"assume:project:demo:auditor"_s }); // the newest question wins
    QTRY_VERIFY(expansion.part().state == core::Part::State::Ready);
    QCOMPARE(expansion.scopes(),
        (QStringList {
            u"assume:project:demo:auditor"_s, u"auth:audit-history:*"_s, u"auth:client-audit-history:*"_s }));
    expansion.expand({ u"not\u00a0ASCII"_s });
    QTRY_VERIFY(expansion.part().hasFailed());
}

void TestAccess::holderTable()
{
    core::ScopeHolderModel model(directory());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setScope(u"nobody:has:it"_s, false);
    model.setScope(u"bulk:scope-7:x"_s, false);
    QVERIFY(model.isLooking());
    QTRY_VERIFY(!model.isLooking());
    QCOMPARE(model.rowCount(), 0); // nobody is known yet
    directory()->load(Kind::Client);
    directory()->load(Kind::Role);
    QVERIFY(waitFor(directory(), Kind::Client) && waitFor(directory(), Kind::Role));
    QTRY_COMPARE(model.count(Kind::Client), 4); // what is listed comes in a moment later
    QStringList holders;
    for (int row = 0; row < model.rowCount(); ++row)
        holders += model.index(row, 0).data().toString();
    QCOMPARE(holders,
        (QStringList { u"project:bulk:role-0007"_s, u"project:demo:admin"_s, u"project/bulk/client-0007"_s,
            u"project/demo/admin"_s, u"static/taskcluster/index"_s, u"static/taskcluster/queue"_s }));
    QCOMPARE(model.count(Kind::Role), 2);
    QCOMPARE(model.index(3, core::ScopeHolderModel::ThroughColumn).data().toString(), u"project:demo:admin"_s);
}

void TestAccess::explainsARefusal()
{
    tc::Error error;
    auto *reply = m_reader->secrets()->set(
        u"project/demo/x"_s, { .expires = QDateTime::currentDateTimeUtc(), .secret = tc::Json() });
    reply->onFailure(this, [&error](const tc::Error &told) { error = told; });
    QTRY_COMPARE(error.kind, tc::ErrorKind::Scope);
    const auto denial = core::Denial::of(error);
    QVERIFY(denial);
    core::DenialExplanation explanation(*denial, m_reader.get());
    QVERIFY(explanation.isLoading());
    QCOMPARE(explanation.report().missing(), QStringList { u"secrets:set:project/demo/x"_s }); // at once
    QTRY_VERIFY(!explanation.isLoading());
    QStringList roles;
    for (const core::DenialRole &role : explanation.report().roles)
        roles += role.id;
    QCOMPARE(roles, (QStringList { u"project:demo:secrets"_s, u"project:demo:admin"_s }));
    QVERIFY(explanation.requestText().contains(u"project/demo/reader"_s));
    QVERIFY(!explanation.isAnonymous());
}

QTEST_GUILESS_MAIN(TestAccess)
#include "test_access.moc"
