// SPDX-License-Identifier: MPL-2.0
// Scopes as values: what a change does, how two sets differ, who holds one, what a refusal lacks, what a draft is
// worth.
#include "core/access/accessdraft.h"
#include "core/access/denial.h"
#include "core/access/scopedifference.h"
#include "core/access/scopeholders.h"
#include "core/accounts/account.h"
#include "core/util/errortext.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using core::AccessDraft;
using core::AccessEntries;
using core::AccessEntry;
using core::Denial;
using core::DenialReport;
using core::ScopeComparison;
using core::ScopeDifference;

namespace {

constexpr qint64 now = 1'795'290'000'000;

std::shared_ptr<const AccessEntry> role(const QString &id, const QStringList &scopes, const QStringList &expanded = {})
{
    AccessEntry entry;
    entry.kind = AccessEntry::Kind::Role;
    entry.id = id;
    entry.scopes = scopes;
    entry.expandedScopes = expanded.isEmpty() ? scopes : expanded;
    return std::make_shared<const AccessEntry>(entry);
}

std::shared_ptr<const AccessEntry> client(
    const QString &id, const QStringList &scopes, const QStringList &expanded = {})
{
    AccessEntry entry;
    entry.id = id;
    entry.scopes = scopes;
    entry.expandedScopes = expanded.isEmpty() ? scopes : expanded;
    entry.expires = now + 1000;
    return std::make_shared<const AccessEntry>(entry);
}

// As the services write it; what is needed is said only to those who have credentials.
tc::Error refusal(const QString &missing, const QString &needed)
{
    tc::Error error;
    error.kind = tc::ErrorKind::Scope;
    error.httpStatus = 403;
    error.method = u"queue.cancelTask"_s;
    error.requestId = u"request-1"_s;
    error.message
        = u"Client ID project/x does not have sufficient scopes and is missing the following scopes:\n\n```\n"_s
        + missing + u"\n```\n\nThis request requires the client to satisfy the following scope expression:\n\n```\n"_s
        + needed + u"\n```"_s;
    error.missingScopes = { missing };
    return error;
}

const auto cancelExpression
    = u"{\n  \"AnyOf\": [\n    \"queue:cancel-task:s/g/t\",\n"
      "    \"queue:cancel-task-in-project:none\",\n    {\n      \"AllOf\": [\n"
      "        \"queue:cancel-task\",\n        \"assume:scheduler-id:s/g\"\n      ]\n    }\n  ]\n}"_s;

QList<QStringList> missingByWay(const DenialReport &report)
{
    QList<QStringList> result;
    for (const core::DenialWay &way : report.ways)
        result.append(way.missing());
    return result;
}

} // namespace

class TestDenial : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void difference_data();
    void difference();
    void saysWhatMakesNoDifference();
    void comparison();
    void readsScopesFromText();
    void draftProblems_data();
    void draftProblems();
    void draftNeedsWhatItHandsOut();
    void holders_data();
    void holders();
    void holdersThroughRoles();
    void noDenial_data();
    void noDenial();
    void waysOfADenial();
    void heldPartsAreMarked();
    void rolesThatWouldDo();
    void manyWaysAreCut();
    void bannerSaysItInWords();
    void manyAreLookedThroughInTime();
    void requestText();
    void requestTextHidesNothingHostile();
};

void TestDenial::difference_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<QStringList>("gained");
    QTest::addColumn<QStringList>("lost");
    const QStringList none;
    QTest::newRow("same, other order") << QStringList { u"a"_s, u"b"_s } << QStringList { u"b"_s, u"a"_s } << none
                                       << none;
    QTest::newRow("added") << QStringList { u"a"_s } << QStringList { u"a"_s, u"b"_s } << QStringList { u"b"_s }
                           << none;
    QTest::newRow("taken out") << QStringList { u"a"_s, u"b"_s } << QStringList { u"a"_s } << none
                               << QStringList { u"b"_s };
    QTest::newRow("widened") << QStringList { u"q:get:x"_s } << QStringList { u"q:*"_s } << QStringList { u"q:*"_s }
                             << none;
    QTest::newRow("narrowed") << QStringList { u"q:*"_s } << QStringList { u"q:get:*"_s } << none
                              << QStringList { u"q:*"_s };
    QTest::newRow("covered by what is there")
        << QStringList { u"q:*"_s } << QStringList { u"q:*"_s, u"q:get:x"_s } << none << none;
    QTest::newRow("several at once") << QStringList { u"a:1"_s, u"a:2"_s, u"b"_s } << QStringList { u"a:*"_s, u"c"_s }
                                     << QStringList { u"a:*"_s, u"c"_s } << QStringList { u"b"_s };
    QTest::newRow("star in the middle is no pattern") << QStringList { u"a:*:x"_s } << QStringList { u"a:1:x"_s }
                                                      << QStringList { u"a:1:x"_s } << QStringList { u"a:*:x"_s };
    QTest::newRow("everything") << none << QStringList { u"*"_s, u"a"_s } << QStringList { u"*"_s } << none;
    QTest::newRow("nothing left") << QStringList { u"*"_s } << none << none << QStringList { u"*"_s };
}

void TestDenial::difference()
{
    QFETCH(QStringList, before);
    QFETCH(QStringList, after);
    const ScopeDifference difference = ScopeDifference::between(before, after);
    QTEST(difference.gained, "gained");
    QTEST(difference.lost, "lost");
    QCOMPARE(difference.hasEffect(), !difference.gained.isEmpty() || !difference.lost.isEmpty());
}

void TestDenial::saysWhatMakesNoDifference()
{
    const auto difference = ScopeDifference::between({ u"q:*"_s, u"q:a"_s }, { u"q:*"_s, u"q:b"_s });
    QVERIFY(!difference.hasEffect());
    QVERIFY(!difference.isEmpty());
    const QList<ScopeDifference::Idle> expected { { u"q:b"_s, u"q:*"_s, true }, { u"q:a"_s, u"q:*"_s, false } };
    QCOMPARE(difference.idle, expected);
    // What was put in beside what covers it.
    const auto both = ScopeDifference::between({}, { u"q:*"_s, u"q:b"_s });
    QCOMPARE(both.gained, QStringList { u"q:*"_s });
    QCOMPARE(both.idle, (QList<ScopeDifference::Idle> { { u"q:b"_s, u"q:*"_s, true } }));
    // What is left of a scope that was narrowed, and what went with one.
    const auto narrowed = ScopeDifference::between({ u"q:*"_s, u"q:b"_s }, { u"q:a:*"_s });
    QCOMPARE(narrowed.lost, QStringList { u"q:*"_s });
    QCOMPARE(narrowed.idle, (QList<ScopeDifference::Idle> { { u"q:a:*"_s, u"q:*"_s, true } }));
    QVERIFY(ScopeDifference::between({ u"a"_s }, { u"a"_s }).isEmpty());
}

void TestDenial::comparison()
{
    const auto compared
        = ScopeComparison::of({ u"queue:*"_s, u"a"_s, u"both"_s }, { u"queue:get:*"_s, u"b"_s, u"both"_s });
    QCOMPARE(compared.onlyLeft, (QStringList { u"a"_s, u"queue:*"_s }));
    QCOMPARE(compared.both, (QStringList { u"both"_s, u"queue:get:*"_s }));
    QCOMPARE(compared.onlyRight, QStringList { u"b"_s });
    QVERIFY(!compared.isSame());
    QVERIFY(ScopeComparison::of({ u"x:*"_s, u"x:1"_s }, { u"x:*"_s }).isSame());
    QVERIFY(ScopeComparison::of({}, {}).isSame());
}

void TestDenial::readsScopesFromText()
{
    QCOMPARE(core::scopesOf(u"a\n\n  \nb c\na\n d"_s), (QStringList { u"a"_s, u"b c"_s, u" d"_s }));
    QVERIFY(core::scopesOf({}).isEmpty());
}

void TestDenial::draftProblems_data()
{
    using Kind = AccessEntry::Kind;
    using Field = AccessDraft::Field;
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("scopes");
    QTest::addColumn<qint64>("expiresIn");
    QTest::addColumn<QList<Field>>("fields");
    QTest::addColumn<bool>("canBeSaved");
    const QStringList fine { u"queue:*"_s };
    constexpr qint64 day = 24LL * 3600 * 1000;
    QTest::newRow("fine") << Kind::Client << u"a/b@c|d+e!"_s << fine << day << QList<Field> {} << true;
    QTest::newRow("no id") << Kind::Client << QString() << fine << day << QList<Field> { Field::Id } << false;
    QTest::newRow("blank in it") << Kind::Client << u"a b"_s << fine << day << QList<Field> { Field::Id } << false;
    QTest::newRow("line break behind it")
        << Kind::Client << u"a\n"_s << fine << day << QList<Field> { Field::Id } << false;
    QTest::newRow("static") << Kind::Client << u"static/x"_s << fine << day << QList<Field> { Field::Id } << false;
    QTest::newRow("past") << Kind::Client << u"a"_s << fine << -day << QList<Field> { Field::Expires } << true;
    QTest::newRow("two stars") << Kind::Client << u"a"_s << QStringList { u"x:**"_s } << day
                               << QList<Field> { Field::Scopes } << false;
    QTest::newRow("not ASCII") << Kind::Client << u"a"_s << QStringList { u"x:\u00e9"_s } << day
                               << QList<Field> { Field::Scopes } << false;
    QTest::newRow("blank at the end") << Kind::Client << u"a"_s << QStringList { u"x "_s } << day
                                      << QList<Field> { Field::Scopes } << true;
    QTest::newRow("star inside") << Kind::Client << u"a"_s << QStringList { u"x:*:y"_s } << day
                                 << QList<Field> { Field::Scopes } << true;
    QTest::newRow("role with a blank") << Kind::Role << u"a role"_s << fine << qint64(0) << QList<Field> {} << true;
    QTest::newRow("role with a star inside")
        << Kind::Role << u"a:*:b"_s << fine << qint64(0) << QList<Field> { Field::Id } << true;
    QTest::newRow("role, not ASCII") << Kind::Role << u"r\u00fc"_s << fine << qint64(0) << QList<Field> { Field::Id }
                                     << false;
}

void TestDenial::draftProblems()
{
    QFETCH(AccessEntry::Kind, kind);
    QFETCH(QString, id);
    QFETCH(QStringList, scopes);
    QFETCH(qint64, expiresIn);
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC);
    AccessDraft draft = AccessDraft::of(kind, time);
    draft.id = id;
    draft.scopes = scopes;
    if (kind == AccessEntry::Kind::Client)
        draft.expires = time.addMSecs(expiresIn);
    QList<AccessDraft::Field> fields;
    for (const AccessDraft::Problem &problem : draft.problems(time)) {
        fields.append(problem.field);
        QVERIFY(!problem.text.isEmpty());
    }
    QTEST(fields, "fields");
    QTEST(draft.canBeSaved(time), "canBeSaved");
}

void TestDenial::draftNeedsWhatItHandsOut()
{
    const auto there = client(u"c"_s, { u"assume:r"_s }, { u"assume:r"_s, u"q:*"_s });
    AccessDraft draft = AccessDraft::of(*there);
    QVERIFY(draft.isSame(*there));
    draft.scopes = { u"q:get"_s, u"new"_s, u"assume:r"_s };
    QVERIFY(!draft.isSame(*there));
    // What it expands to already needs nobody's leave.
    const tc::scopes::ScopeSet holdsNothing;
    QCOMPARE(
        holdsNothing.missingScopes(draft.required(there.get())), (QStringList { u"auth:update-client:c"_s, u"new"_s }));
    AccessDraft copy = draft.copied();
    copy.id = u"d"_s;
    QVERIFY(copy.isNew);
    QCOMPARE(tc::scopes::ScopeSet({ u"auth:create-client:*"_s, u"q:*"_s }).missingScopes(copy.required(nullptr)),
        (QStringList { u"new"_s, u"assume:r"_s }));
}

void TestDenial::holders_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<bool>("parts");
    QTest::addColumn<QStringList>("holders"); // those with a part only in brackets
    const QString all = u"q:get:*"_s;
    QTest::newRow("a scope") << u"q:get:x"_s << false
                             << QStringList { u"readers"_s, u"admin"_s, u"exact"_s, u"wide"_s };
    QTest::newRow("another of the pattern")
        << u"q:get:y"_s << false << QStringList { u"readers"_s, u"admin"_s, u"wide"_s };
    QTest::newRow("the pattern itself") << all << false << QStringList { u"readers"_s, u"admin"_s, u"wide"_s };
    QTest::newRow("and parts of it") << all << true
                                     << QStringList { u"readers"_s, u"admin"_s, u"(exact)"_s, u"wide"_s };
    QTest::newRow("beyond the pattern") << u"q:*"_s << false << QStringList { u"admin"_s };
    QTest::newRow("everything") << u"*"_s << false << QStringList { u"admin"_s };
    QTest::newRow("what begins like it") << u"q:get"_s << false << QStringList { u"admin"_s };
    QTest::newRow("nothing asked") << QString() << true << QStringList {};
}

void TestDenial::holders()
{
    QFETCH(QString, scope);
    QFETCH(bool, parts);
    const AccessEntries roles { role(u"readers"_s, { u"q:get:*"_s }) };
    const AccessEntries clients { client(u"admin"_s, { u"*"_s }), client(u"exact"_s, { u"q:get:x"_s }),
        client(u"none"_s, { u"other"_s }),
        client(u"wide"_s, { u"assume:readers"_s }, { u"assume:readers"_s, u"q:get:*"_s }) };
    QStringList names;
    for (const core::ScopeHolder &holder : core::holdersOf(scope, clients, roles, parts, now))
        names += holder.hasAll ? holder.id : u'(' + holder.id + u')';
    QTEST(names, "holders");
}

void TestDenial::holdersThroughRoles()
{
    const AccessEntries roles { role(u"hook:*"_s, { u"assume:readers"_s }, { u"assume:hook:*"_s, u"q:get:*"_s }),
        role(u"other"_s, { u"nothing"_s }), role(u"readers"_s, { u"q:get:*"_s }) };
    auto old = *client(u"old"_s, { u"q:get:x"_s });
    old.expires = now - 1;
    const AccessEntries clients { client(u"hooks"_s, { u"assume:hook:a"_s, u"assume:other"_s },
                                      { u"assume:hook:a"_s, u"assume:other"_s, u"q:get:*"_s }),
        std::make_shared<const AccessEntry>(old) };
    const auto found = core::holdersOf(u"q:get:x"_s, clients, roles, false, now);
    QCOMPARE(found.size(), size_t(4));
    QCOMPARE(found[0].id, u"hook:*"_s);
    QCOMPARE(found[0].roles, QStringList { u"readers"_s });
    QCOMPARE(found[1].id, u"readers"_s);
    QVERIFY(found[1].roles.isEmpty());
    QCOMPARE(found[2].id, u"hooks"_s);
    QCOMPARE(found[2].roles, QStringList { u"hook:*"_s }); // the pattern is assumed, "other" gives nothing of it
    QCOMPARE(found[2].scopes, QStringList { u"q:get:*"_s });
    QCOMPARE(found[3].id, u"old"_s);
    QVERIFY(!found[3].isUsable);
    QVERIFY(found[3].roles.isEmpty());
}

void TestDenial::noDenial_data()
{
    QTest::addColumn<tc::ErrorKind>("kind");
    QTest::addColumn<QStringList>("missing");
    QTest::newRow("no error") << tc::ErrorKind::None << QStringList {};
    QTest::newRow("401") << tc::ErrorKind::Authentication << QStringList { u"a"_s };
    QTest::newRow("403 without scopes") << tc::ErrorKind::Scope << QStringList {};
    QTest::newRow("403 with what is no scope") << tc::ErrorKind::Scope << QStringList { u"evil\u202e\nassume:x"_s };
    QTest::newRow("403 with what is no expression") << tc::ErrorKind::Scope << QStringList { u"{\"AllOf\":"_s };
}

void TestDenial::noDenial()
{
    QFETCH(tc::ErrorKind, kind);
    tc::Error error;
    error.kind = kind;
    QFETCH(QStringList, missing);
    error.missingScopes = missing;
    QVERIFY(!Denial::of(error));
}

void TestDenial::waysOfADenial()
{
    const auto denial = Denial::of(refusal(cancelExpression, cancelExpression));
    QVERIFY(denial);
    QCOMPARE(denial->method, u"queue.cancelTask"_s);
    const auto report = DenialReport::of(*denial, std::nullopt, {});
    QCOMPARE(missingByWay(report),
        (QList<QStringList> { { u"queue:cancel-task:s/g/t"_s }, { u"queue:cancel-task-in-project:none"_s },
            { u"queue:cancel-task"_s, u"assume:scheduler-id:s/g"_s } }));
    QVERIFY(!report.isGranted());
    QVERIFY(!report.hasMoreWays);
}

void TestDenial::heldPartsAreMarked()
{
    // The service tells what is missing, and all that it takes.
    const auto denial
        = Denial::of(refusal(u"secrets:get:x"_s, u"{\"AllOf\": [\"auth:create-client:c\", \"secrets:get:x\"]}"_s));
    QVERIFY(denial);
    auto report = DenialReport::of(*denial, std::nullopt, {});
    QCOMPARE(report.ways.size(), size_t(1));
    QCOMPARE(report.ways[0].parts.size(), size_t(2));
    QVERIFY(report.ways[0].parts[0].isHeld);
    QCOMPARE(report.missing(), QStringList { u"secrets:get:x"_s });
    // What the account holds now decides; the way with the least missing comes first.
    const auto cancel = Denial::of(refusal(cancelExpression, cancelExpression));
    const tc::scopes::ScopeSet held({ u"queue:cancel-task"_s });
    report = DenialReport::of(*cancel, held, {});
    QCOMPARE(report.ways[2].missing(), QStringList { u"assume:scheduler-id:s/g"_s });
    const tc::scopes::ScopeSet enough({ u"queue:cancel-task-in-project:*"_s });
    report = DenialReport::of(*cancel, enough, { role(u"r"_s, { u"*"_s }) });
    QVERIFY(report.isGranted());
    QVERIFY(report.ways[0].missing().isEmpty());
    QVERIFY(report.roles.empty());
}

void TestDenial::rolesThatWouldDo()
{
    const auto denial = Denial::of(refusal(cancelExpression, cancelExpression));
    const AccessEntries roles { role(u"admin"_s, { u"*"_s }), role(u"half"_s, { u"queue:cancel-task"_s }),
        role(u"none"_s, { u"queue:create-task:*"_s }), role(u"project"_s, { u"queue:cancel-task-in-project:*"_s }),
        role(u"scheduler"_s, { u"queue:cancel-task"_s, u"assume:scheduler-id:s/*"_s }) };
    const auto report = DenialReport::of(*denial, std::nullopt, roles);
    QStringList ids;
    for (const core::DenialRole &each : report.roles)
        ids += each.isEnough ? each.id : u'(' + each.id + u')';
    // Those that are enough first, and of them those that give the least besides.
    QCOMPARE(ids, (QStringList { u"project"_s, u"scheduler"_s, u"admin"_s, u"(half)"_s }));
    QVERIFY(report.roles[2].isEverything);
    QVERIFY(!report.roles[0].isEverything);
    QCOMPARE(report.roles[0].gives, QStringList { u"queue:cancel-task-in-project:none"_s });
}

void TestDenial::manyWaysAreCut()
{
    // Five choices of four each: a thousand ways.
    QStringList choices;
    for (int i = 0; i < 5; ++i)
        choices += u"{\"AnyOf\":[\"a%1\",\"b%1\",\"c%1\",\"d%1\"]}"_s.arg(i);
    const QString expression = u"{\"AllOf\":[%1]}"_s.arg(choices.join(u','));
    const auto denial = Denial::of(refusal(expression, expression));
    QVERIFY(denial);
    const auto report = DenialReport::of(*denial, std::nullopt, {});
    QVERIFY(report.hasMoreWays);
    QVERIFY(report.ways.size() <= 12);
    for (const core::DenialWay &way : report.ways)
        QCOMPARE(way.parts.size(), size_t(5));
}

void TestDenial::bannerSaysItInWords()
{
    const auto said = [](const QString &missing) { return core::describeError({}, refusal(missing, missing)).advice; };
    QVERIFY2(said(u"a:b"_s).endsWith(u": a:b"_s), qPrintable(said(u"a:b"_s)));
    const QString ways = said(cancelExpression);
    QVERIFY2(ways.endsWith(u"queue:cancel-task:s/g/t, or queue:cancel-task-in-project:none, or "
                           "queue:cancel-task and assume:scheduler-id:s/g"_s),
        qPrintable(ways));
    QVERIFY2(!ways.contains(u'{') && !ways.contains(u'"'), qPrintable(ways));
    QVERIFY(said(u"x"_s.repeated(5000)).size() < 400);
}

// A deployment as large as the largest known: 5,000 clients and 3,000 roles with 200 scopes each.
void TestDenial::manyAreLookedThroughInTime()
{
    QStringList pool;
    for (int i = 0; i < 5000; ++i)
        pool += u"queue:route:index.project-%1.v%2.*"_s.arg(i % 97).arg(i);
    const auto some = [&pool](int seed) {
        QStringList scopes;
        for (int i = 0; i < 200; ++i)
            scopes += pool.at((seed * 31 + i * 7) % pool.size());
        return scopes;
    };
    AccessEntries clients;
    for (int i = 0; i < 5000; ++i)
        clients.push_back(client(u"c%1"_s.arg(i), { u"assume:r%1"_s.arg(i % 3000) }, some(i)));
    AccessEntries roles;
    for (int i = 0; i < 3000; ++i)
        roles.push_back(role(u"r%1"_s.arg(i), some(i)));
    QElapsedTimer timer;
    timer.start();
    const auto found = core::holdersOf(u"queue:route:index.project-0.v970.x"_s, clients, roles, false, now);
    const qint64 holding = timer.restart();
    QVERIFY(!found.empty());
    const auto denial
        = Denial::of(refusal(u"queue:route:index.project-0.v970.x"_s, u"queue:route:index.project-0.v970.x"_s));
    const auto report = DenialReport::of(*denial, std::nullopt, roles);
    const qint64 explaining = timer.elapsed();
    QVERIFY(!report.roles.empty());
    qInfo("%zu holders in %lld ms, %zu roles in %lld ms", found.size(), static_cast<long long>(holding),
        report.roles.size(), static_cast<long long>(explaining));
    QVERIFY(holding < 1000);
    QVERIFY(explaining < 1000);
}

void TestDenial::requestText()
{
    const auto denial = Denial::of(refusal(cancelExpression, cancelExpression));
    const auto report = DenialReport::of(*denial, tc::scopes::ScopeSet({ u"queue:cancel-task"_s }),
        { role(u"project"_s, { u"queue:cancel-task-in-project:*"_s }) });
    core::Account account;
    account.rootUrl = u"https://tc.example.com"_s;
    account.clientId = u"project/x"_s;
    const QString text = core::denialRequest(*denial, report, account);
    for (const QString &part : { u"https://tc.example.com"_s, u"project/x"_s, u"queue.cancelTask"_s, u"request-1"_s,
             u"queue:cancel-task:s/g/t"_s, u"assume:scheduler-id:s/g"_s, u"assume:project"_s })
        QVERIFY2(text.contains(part), qPrintable(text));
    QVERIFY2(!text.contains(u"- queue:cancel-task\n"_s), qPrintable(text)); // that one is held
}

void TestDenial::requestTextHidesNothingHostile()
{
    tc::Error error = refusal(u"a"_s, u"a"_s);
    error.method = u"evil\u202egpj.exe\nassume:admin"_s;
    core::Account account;
    account.clientId = u"x\u202e\nassume:admin"_s;
    const auto denial = Denial::of(error);
    QVERIFY(denial);
    const QString text = core::denialRequest(*denial, DenialReport::of(*denial, std::nullopt, {}), account);
    QVERIFY(!text.contains(QChar(0x202e)));
    QVERIFY2(!text.contains(u"\nassume:admin"_s), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestDenial)
#include "test_denial.moc"
