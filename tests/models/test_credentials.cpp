// SPDX-License-Identifier: MPL-2.0
// What scopes permit and through what, and what temporary credentials may be made: without a deployment.
#include "core/accounts/accountregistry.h"
#include "core/credentials/credentialdetails.h"
#include "core/credentials/mintedmodel.h"
#include "core/credentials/mintplan.h"
#include "core/credentials/operation.h"
#include "core/credentials/scopetreemodel.h"
#include "core/credentials/scopeway.h"
#include "scriptedstore.h"

#include <tc/hawk.h>
#include <tc/methods.h>

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Account;
using core::ExpiryState;
using core::MintFault;
using core::MintPlan;
using core::ScopeStep;
using core::ScopeTreeModel;

namespace {

const QString root = u"https://tc.example.com"_s;
const tc::Credentials alice { u"project/alice"_s, u"SECRET-token-of-alice"_s, {} };
const QDateTime noon = QDateTime::fromString(u"2026-11-22T12:00:00Z"_s, Qt::ISODate);

// One line a node, indented.
QStringList drawn(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        lines += QString(depth, u' ') + index.data().toString();
        lines += drawn(model, index, depth + 1);
    }
    return lines;
}

core::MintIssuer issuerWith(const QStringList &scopes)
{
    core::MintIssuer issuer;
    issuer.account.rootUrl = root;
    issuer.account.clientId = alice.clientId;
    issuer.account.kind = Account::Kind::Permanent;
    issuer.held = tc::scopes::ScopeSet(scopes);
    issuer.expires = noon.addDays(300);
    return issuer;
}

MintPlan planOf(const QStringList &scopes)
{
    MintPlan plan;
    plan.scopes = scopes;
    return plan;
}

using About = MintFault::About;

void row(const char *name, const MintPlan &plan, const core::MintIssuer &issuer, std::optional<About> about,
    bool isFatal, const QString &says)
{
    QTest::newRow(name) << plan << issuer << (about ? static_cast<int>(*about) : -1) << isFatal << says;
}

// By somebody who has a little.
void faultsOfWhat(const core::MintIssuer &issuer, const MintPlan &good)
{
    row("narrowed", good, issuer, {}, false, {});
    MintPlan plan = good;
    plan.name = u"project/alice/ci+1|x"_s;
    row("named", plan, issuer, {}, false, {});
    plan.name = u"project/bob"_s;
    row("name that takes a scope", plan, issuer, About::Name, true, u"auth:create-client:project/bob"_s);
    plan.name = alice.clientId;
    row("name of the issuer", plan, issuer, About::Name, true, u"differ"_s);
    plan.name = u"project/alice/a b"_s;
    row("name with a space", plan, issuer, About::Name, true, u"without spaces"_s);
    row("scope that is not held", planOf({ u"queue:x"_s, u"secrets:get:y"_s }), issuer, About::Scopes, true,
        u"secrets:get:y"_s);
    core::MintIssuer everybody = issuer;
    everybody.current = tc::scopes::ScopeSet({ u"queue:*"_s, u"index:find-task:*"_s });
    row("what everybody has", planOf({ u"index:find-task:x"_s }), everybody, About::Scopes, true,
        u"Everybody has index:find-task:x"_s);
    row("wider than what is held", planOf({ u"*"_s }), issuer, About::Scopes, true, u"You do not have *"_s);
    row("no scope at all", planOf({ u"queue:\u00fc"_s }), issuer, About::Scopes, true, u"printable ASCII"_s);
    row("no scopes", planOf({}), issuer, About::Scopes, false, u"everybody"_s);
}

void faultsOfWhenAndWho(const core::MintIssuer &issuer, const MintPlan &good)
{
    core::MintIssuer unknown = issuer;
    unknown.held.reset();
    row("what is held is not known yet", planOf({ u"anything"_s }), unknown, {}, false, {});
    MintPlan plan = good;
    plan.lifetime = 31 * 24h;
    row("31 days", plan, issuer, {}, false, {});
    plan.lifetime += 1s;
    row("longer", plan, issuer, About::Times, true, u"31 days"_s);
    plan.lifetime = 0s;
    row("no time at all", plan, issuer, About::Times, true, u"after they begin"_s);
    plan = good;
    plan.start = noon.addDays(-2);
    row("over already", plan, issuer, About::Times, true, u"ended already"_s);
    plan.start = noon.addDays(2);
    row("later", plan, issuer, About::Times, false, u"refused before"_s);
    core::MintIssuer ending = issuer;
    ending.expires = noon.addSecs(60);
    row("longer than the client", good, ending, About::Times, false, u"end with it"_s);
    core::MintIssuer temporary = issuer;
    temporary.account.kind = Account::Kind::Temporary;
    temporary.account.issuer = u"project/the-client"_s;
    row("from temporary ones", good, temporary, About::Issuer, true, u"project/the-client"_s);
    core::MintIssuer nobody = issuer;
    nobody.account = {};
    row("from nobody", good, nobody, About::Issuer, true, u"no token"_s);
    QStringList many;
    for (int i = 0; i < 100; ++i)
        many += u"queue:create-task:highest:project/pool-%1"_s.arg(i);
    row("too many", planOf(many), issuer, About::Length, true, u"4,096"_s);
}

} // namespace

class TestCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tree_data();
    void tree();
    void treeFilter_data();
    void treeFilter();
    void treeOfMany();
    void ways_data();
    void ways();
    void operations();
    void used_data();
    void used();
    void faults_data();
    void faults();
    void mints();
    void doesNotMintWhatIsWrong();
    void lengthIsExact();
    void preview();
    void mintedAreListed();
    void expiry_data();
    void expiry();
};

void TestCredentials::tree_data()
{
    QTest::addColumn<QStringList>("scopes");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("none") << QStringList() << QStringList();
    QTest::newRow("one") << QStringList { u"queue:get-artifact:public/*"_s }
                         << QStringList { u"queue:get-artifact:public/*"_s };
    QTest::newRow("everything") << QStringList { u"*"_s } << QStringList { u"*"_s };
    QTest::newRow("empty one") << QStringList { QString(), u"a"_s } << QStringList { QString(), u"a"_s };
    QTest::newRow("branches") << QStringList { u"queue:b:y"_s, u"auth:x"_s, u"queue:a/1"_s,
        u"queue:b:x"_s } << QStringList { u"auth:x"_s, u"queue: (3)"_s, u" a/1"_s, u" b: (2)"_s, u"  x"_s, u"  y"_s };
    QTest::newRow("together as far as it goes") << QStringList { u"a:b:c:d/1"_s, u"a:b:c:d/2"_s, u"a:b:c:d/2"_s }
                                                << QStringList { u"a:b:c:d/ (2)"_s, u" 1"_s, u" 2"_s };
    QTest::newRow("a branch that is a scope")
        << QStringList { u"a:"_s, u"a:b"_s, u"a:b:c"_s } << QStringList { u"a: (3)"_s, u" b"_s, u" b:c"_s };
    QTest::newRow("pattern beside what it gives")
        << QStringList { u"a:*"_s, u"a:b:c"_s } << QStringList { u"a: (2)"_s, u" *"_s, u" b:c"_s };
    QTest::newRow("hostile") << QStringList { u"a:\u202eb"_s } << QStringList { u"a:\u2039U+202E\u203ab"_s };
}

void TestCredentials::tree()
{
    QFETCH(const QStringList, scopes);
    QFETCH(const QStringList, lines);
    ScopeTreeModel model;
    const QAbstractItemModelTester tester(&model);
    model.setScopes(scopes);
    QCOMPARE(drawn(model), lines);
    QStringList all = scopes;
    all.sort();
    all.removeDuplicates();
    QCOMPARE(model.scopes(), all);
    QCOMPARE(model.scopesBelow({}), all);
}

void TestCredentials::treeFilter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("left");
    const QStringList all { u"auth:get-client:*"_s, u"queue:*"_s, u"queue:get-artifact:public/*"_s,
        u"secrets:get:a"_s };
    QTest::newRow("nothing") << QString() << all;
    QTest::newRow("text") << u"GET-"_s << QStringList { all[0], all[2] };
    QTest::newRow("what gives a scope") << u"queue:get-artifact:public/x"_s << QStringList { all[1], all[2] };
    QTest::newRow("what a pattern gives") << u"secrets:*"_s << QStringList { all[3] };
    QTest::newRow("not there") << u"hooks:"_s << QStringList();
}

void TestCredentials::treeFilter()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, left);
    ScopeTreeModel model;
    const QAbstractItemModelTester tester(&model);
    model.setScopes({ u"auth:get-client:*"_s, u"queue:*"_s, u"queue:get-artifact:public/*"_s, u"secrets:get:a"_s });
    model.setFilter(text);
    QCOMPARE(model.scopesBelow({}), left);
    QCOMPARE(model.shownCount(), static_cast<int>(left.size()));
    QCOMPARE(model.scopes().size(), 4);
}

// Every scope is in the tree exactly once, however they branch; and depth has an end.
void TestCredentials::treeOfMany()
{
    QStringList scopes { QString(3000, u':') };
    for (int i = 0; i < 2000; ++i) {
        scopes += u"a:%1/%2:%3"_s.arg(i % 7).arg(i % 31).arg(i);
        scopes += u"a:%1/%2"_s.arg(i % 7).arg(i % 31);
        scopes += QString(i % 60, u':') + u"x"_s;
    }
    ScopeTreeModel model;
    model.setScopes(scopes);
    QStringList found;
    int deepest = 0;
    const std::function<void(const QModelIndex &, int)> visit = [&](const QModelIndex &parent, int depth) {
        deepest = std::max(deepest, depth);
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            QCOMPARE(model.parent(index), parent);
            const QString scope = index.data(ScopeTreeModel::ScopeRole).toString();
            if (!scope.isEmpty())
                found += scope;
            visit(index, depth + 1);
        }
    };
    visit({}, 0);
    found.sort();
    QCOMPARE(found, model.scopes());
    QVERIFY(deepest < 20);
}

void TestCredentials::ways_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QStringList>("held");
    QTest::addColumn<QList<ScopeStep>>("way");
    using Way = QList<ScopeStep>;
    QTest::newRow("held") << u"a:b"_s << QStringList { u"a:b"_s } << Way { { {}, u"a:b"_s } };
    QTest::newRow("held by a pattern") << u"a:b"_s << QStringList { u"x"_s, u"a:*"_s } << Way { { {}, u"a:*"_s } };
    QTest::newRow("not at all") << u"a:b"_s << QStringList { u"a:c"_s, u"assume:nobody"_s } << Way {};
    QTest::newRow("a role") << u"queue:list:x"_s << QStringList { u"assume:reader"_s }
                            << Way { { {}, u"assume:reader"_s }, { u"reader"_s, u"queue:list:*"_s } };
    QTest::newRow("a role of a role") << u"queue:list:x"_s << QStringList { u"assume:writer"_s }
                                      << Way { { {}, u"assume:writer"_s }, { u"writer"_s, u"assume:reader"_s },
                                             { u"reader"_s, u"queue:list:*"_s } };
    QTest::newRow("a role with a parameter") << u"route:x/y"_s << QStringList { u"assume:repo:x/y"_s }
                                             << Way { { {}, u"assume:repo:x/y"_s }, { u"repo:*"_s, u"route:x/y"_s } };
    QTest::newRow("every value of a parameter") << u"route:any"_s << QStringList { u"assume:*"_s }
                                                << Way { { {}, u"assume:*"_s }, { u"repo:*"_s, u"route:*"_s } };
    QTest::newRow("the direct way first") << u"queue:list:x"_s << QStringList { u"assume:reader"_s, u"queue:list:x"_s }
                                          << Way { { {}, u"queue:list:x"_s } };
    QTest::newRow("a pattern asks for a pattern") << u"queue:*"_s << QStringList { u"assume:reader"_s } << Way {};
    QTest::newRow("without end") << u"nothing"_s << QStringList { u"assume:more:a"_s } << Way {};
    QTest::newRow("in a circle") << u"nothing"_s << QStringList { u"assume:round"_s } << Way {};
}

void TestCredentials::ways()
{
    QFETCH(const QString, scope);
    QFETCH(const QStringList, held);
    QFETCH(const QList<ScopeStep>, way);
    const core::ScopeWays ways({ { u"reader"_s, { u"queue:list:*"_s } }, { u"writer"_s, { u"assume:reader"_s } },
        { u"repo:*"_s, { u"route:<..>"_s } }, { u"round"_s, { u"assume:round"_s, u"assume:circle"_s } },
        { u"circle"_s, { u"assume:round"_s } }, { u"more:*"_s, { u"assume:more:<..>a"_s, u"assume:more:<..>b"_s } } });
    QCOMPARE(ways.wayTo(scope, held), way);
}

void TestCredentials::operations()
{
    QSet<QString> names;
    for (const core::Operation &operation : core::operations()) {
        names.insert(operation.name());
        QCOMPARE(core::findOperation(operation.name()), &operation);
        QCOMPARE(operation.isFree(), QByteArrayView(operation.method->scopes).isEmpty());
    }
    // All of the table: none of its expressions is one that cannot be read.
    QCOMPARE(names.size(), static_cast<qsizetype>(tc::methods().size()));
    const core::Operation *create = core::findOperation(u"queue.createTask");
    QVERIFY(create);
    QVERIFY(create->lists.contains(u"scopes"_s));
    QVERIFY(!create->values.contains(u"scope"_s)); // the variable of the loop over them
    QCOMPARE(core::findOperation(u"queue.createtask"), nullptr);
}

void TestCredentials::used_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QStringList>("held");
    QTest::addColumn<QStringList>("scopes");
    QTest::newRow("known") << u"queue.status"_s << QStringList { u"queue:status:*"_s }
                           << QStringList { u"queue:status:abc"_s };
    QTest::newRow("not held") << u"queue.status"_s << QStringList { u"queue:status:xyz"_s } << QStringList();
    QTest::newRow("list") << u"queue.statuses"_s << QStringList { u"queue:*"_s }
                          << QStringList { u"queue:status:1"_s, u"queue:status:2"_s };
    QTest::newRow("unknown parameter") << u"secrets.get"_s << QStringList { u"secrets:get:*"_s }
                                       << QStringList { u"secrets:get:*"_s };
    QTest::newRow("one of several") << u"queue.changeTaskPriority"_s
                                    << QStringList { u"queue:change-task-priority-in-queue:*"_s }
                                    << QStringList { u"queue:change-task-priority-in-queue:*"_s };
}

void TestCredentials::used()
{
    QFETCH(const QString, operation);
    QFETCH(const QStringList, held);
    QFETCH(const QStringList, scopes);
    tc::scopes::Parameters parameters;
    parameters.values = { { u"taskId"_s, u"abc"_s } };
    parameters.lists = { { u"taskIds"_s, { u"1"_s, u"2"_s } } };
    const core::Operation *found = core::findOperation(operation);
    QVERIFY(found);
    QCOMPARE(core::usedScopes(found->required, parameters, tc::scopes::ScopeSet(held)), scopes);
}

void TestCredentials::faults_data()
{
    QTest::addColumn<MintPlan>("plan");
    QTest::addColumn<core::MintIssuer>("issuer");
    QTest::addColumn<int>("about"); // -1: nothing is wrong
    QTest::addColumn<bool>("isFatal");
    QTest::addColumn<QString>("says");
    const core::MintIssuer issuer = issuerWith({ u"queue:*"_s, u"auth:create-client:project/alice/*"_s });
    const MintPlan good = planOf({ u"queue:get-artifact:public/*"_s });
    faultsOfWhat(issuer, good);
    faultsOfWhenAndWho(issuer, good);
}

void TestCredentials::faults()
{
    QFETCH(const MintPlan, plan);
    QFETCH(const core::MintIssuer, issuer);
    QFETCH(const int, about);
    QFETCH(const bool, isFatal);
    QFETCH(const QString, says);
    const QList<MintFault> faults = core::faultsOf(plan, issuer, noon);
    QCOMPARE(faults.size(), about < 0 ? 0 : 1);
    QCOMPARE(core::refusalOf(faults).isEmpty(), !isFatal);
    if (about < 0)
        return;
    QCOMPARE(static_cast<int>(faults.constFirst().about), about);
    QCOMPARE(faults.constFirst().isFatal, isFatal);
    QVERIFY2(faults.constFirst().text.contains(says), qPrintable(faults.constFirst().text));
}

void TestCredentials::mints()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    MintPlan plan = planOf({ u"queue:get-artifact:public/*"_s });
    plan.name = u"project/alice/reader"_s;
    plan.lifetime = 2h;
    const auto minted = core::mint(plan, issuerWith({ u"queue:*"_s, u"auth:create-client:*"_s }), alice, now);
    QVERIFY2(minted, qPrintable(minted.error.message));
    QCOMPARE(minted->clientId, plan.name);
    const auto certificate = tc::parseCertificate(minted->certificate);
    QVERIFY(certificate);
    QCOMPARE(certificate->scopes, plan.scopes);
    QCOMPARE(certificate->issuer, alice.clientId);
    QCOMPARE(certificate->start, now);
    QCOMPARE(certificate->expiry, now.addSecs(7200));
    Account issuer;
    issuer.rootUrl = root;
    issuer.clientId = alice.clientId;
    issuer.developmentDeployment = true;
    const Account account = core::mintedAccount(issuer, *minted, u"for the build"_s);
    QVERIFY(account.isMinted && account.isTemporary() && account.developmentDeployment);
    QCOMPARE(account.kind, Account::Kind::Named);
    QCOMPARE(account.issuer, alice.clientId);
    QCOMPARE(account.expires, certificate->expiry);
    QCOMPARE(account.name, u"for the build"_s);
}

void TestCredentials::doesNotMintWhatIsWrong()
{
    const auto minted = core::mint(planOf({ u"secrets:get:x"_s }), issuerWith({ u"queue:*"_s }), alice, noon);
    QVERIFY(!minted);
    QCOMPARE(minted.error.kind, tc::ErrorKind::Usage);
    QVERIFY(minted.error.message.contains(u"secrets:get:x"_s));
}

// What is announced is what is sent, and what the library refuses is refused before.
void TestCredentials::lengthIsExact()
{
    const core::MintIssuer issuer = issuerWith({ u"*"_s });
    const QDateTime now = QDateTime::currentDateTimeUtc();
    int refused = 0;
    for (const QString &name : { QString(), u"project/alice/named"_s }) {
        MintPlan plan;
        plan.name = name;
        for (int i = 0; i < 70; ++i) {
            plan.scopes += u"scope-%1:\"quoted\\%2"_s.arg(i).arg(QString(i, u'x'));
            const qsizetype length = core::headerLength(plan, alice.clientId);
            const tc::TemporaryCredentialsOptions options { now.addSecs(3600), plan.scopes, now, plan.name };
            const auto minted = tc::createTemporaryCredentials(alice, options);
            QCOMPARE(minted.value.has_value(), length <= tc::hawk::maxLength);
            QCOMPARE(bool(core::mint(plan, issuer, alice, now)), length <= tc::hawk::maxLength);
            if (!minted) {
                ++refused;
                continue;
            }
            const auto header = tc::hawk::authorizationHeader(*minted, { "GET", "/", "localhost", 443 });
            QVERIFY(header);
            QCOMPARE(header->size(), length);
        }
    }
    QVERIFY(refused > 10);
}

void TestCredentials::preview()
{
    MintPlan plan = planOf({ u"queue:\"x\""_s });
    plan.start = noon;
    plan.lifetime = 1h;
    const auto json = [&plan] {
        return QJsonDocument::fromJson(core::certificatePreview(plan, alice.clientId, noon).toUtf8()).object();
    };
    QCOMPARE(json()[u"expiry"_s].toInteger(), noon.addSecs(3600).toMSecsSinceEpoch());
    QCOMPARE(json()[u"scopes"_s].toArray(), (QJsonArray { u"queue:\"x\""_s }));
    QVERIFY(json()[u"signature"_s].toString().startsWith(u'('));
    QVERIFY(!json().contains(u"issuer"_s));
    plan.name = u"project/alice/x"_s;
    QCOMPARE(json()[u"issuer"_s].toString(), alice.clientId);
}

void TestCredentials::mintedAreListed()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    ScriptedStore store;
    core::AccountRegistry registry(&settings, &store);
    core::MintedModel model(&registry);
    const QAbstractItemModelTester tester(&model);
    model.setIssuer(root, alice.clientId);
    Account issuer;
    issuer.rootUrl = root;
    issuer.clientId = alice.clientId;
    issuer.kind = Account::Kind::Permanent;
    registry.add(issuer, alice);
    QCOMPARE(model.rowCount(), 0);
    const auto add = [&](std::chrono::milliseconds lifetime, const QString &name) {
        tc::TemporaryCredentialsOptions options;
        options.expiry = QDateTime::currentDateTimeUtc().addMSecs(lifetime.count());
        const auto minted = tc::createTemporaryCredentials(alice, options);
        return registry.add(core::mintedAccount(issuer, *minted.value, name), *minted.value);
    };
    const QString lasting = add(1h, u"lasting"_s);
    const QString brief = add(700ms, u"brief"_s);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 0).data(core::MintedModel::AccountIdRole).toString(), lasting);
    QTRY_COMPARE(store.secrets.size(), 3);
    // What has run out leaves the keychain, and stays in the list until somebody removes it.
    QSignalSpy ranOut(&registry, &core::AccountRegistry::ranOut);
    QTRY_COMPARE(ranOut.size(), 1);
    QCOMPARE(ranOut.constFirst().constFirst().toString(), brief);
    QCOMPARE(store.secrets.size(), 2);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1, core::MintedModel::ExpiresColumn).data().toString(), u"Has run out"_s);
    registry.remove(brief);
    QCOMPARE(model.rowCount(), 1);
    model.setIssuer(root, u"somebody-else"_s);
    QCOMPARE(model.rowCount(), 0);
}

void TestCredentials::expiry_data()
{
    QTest::addColumn<QDateTime>("start");
    QTest::addColumn<QDateTime>("end");
    QTest::addColumn<ExpiryState>("state");
    const auto in = [](std::chrono::seconds time) { return noon.addSecs(time.count()); };
    QTest::newRow("none") << QDateTime() << QDateTime() << ExpiryState::Unknown;
    QTest::newRow("client") << QDateTime() << in(8 * 24h) << ExpiryState::Fine;
    QTest::newRow("client, soon") << QDateTime() << in(6 * 24h) << ExpiryState::Soon;
    QTest::newRow("client, over") << QDateTime() << in(0s) << ExpiryState::Over;
    QTest::newRow("temporary") << in(-1h) << in(20min) << ExpiryState::Fine;
    QTest::newRow("temporary, a tenth is left") << in(-9h) << in(59min) << ExpiryState::Soon;
    QTest::newRow("short, five minutes before") << in(-10min) << in(4min) << ExpiryState::Soon;
    QTest::newRow("long, a day before") << in(-29 * 24h) << in(2 * 24h) << ExpiryState::Fine;
}

void TestCredentials::expiry()
{
    QFETCH(const QDateTime, start);
    QFETCH(const QDateTime, end);
    QFETCH(const ExpiryState, state);
    QCOMPARE(core::expiryState(start, end, noon), state);
}

QTEST_GUILESS_MAIN(TestCredentials)

#include "test_credentials.moc"
