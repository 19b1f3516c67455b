// SPDX-License-Identifier: MPL-2.0
#include <tc/scopes.h>

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tc;
using namespace tc::scopes;

class TestScopes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void validOnes();
    void coverage_data();
    void coverage();
    void matchOfTheGuide_data();
    void matchOfTheGuide();
    void order();
    void normalisedLists_data();
    void normalisedLists();
    void setsOfTwo();
    void argumentsStayAsTheyAre();
    void setAgreesWithPlainSearch();
    void manyScopesAreFast();
};

namespace {

/// Scopes of few letters, so that many of them cover one another.
class RandomScopes
{
public:
    QString scope()
    {
        static const QString letters = u"ab:*"_s;
        QString text;
        for (int length = m_random.bounded(6); length > 0; --length)
            text += letters.at(m_random.bounded(letters.size()));
        if (m_random.bounded(3) == 0)
            text += u'*';
        return text;
    }

    QStringList list(int longest)
    {
        QStringList scopes;
        for (int size = m_random.bounded(longest + 1); size > 0; --size)
            scopes.append(scope());
        return scopes;
    }

private:
    QRandomGenerator m_random { 4711 };
};

bool plainHas(const QStringList &held, const QString &scope)
{
    return std::any_of(held.cbegin(), held.cend(), [&scope](const QString &each) { return covers(each, scope); });
}

} // namespace

void TestScopes::validOnes()
{
    QVERIFY(isValid(u"queue:create-task:proj-x/*"));
    QVERIFY(isValid(u" ~\"\\<..>"));
    QVERIFY(isValid(u""));
    for (const auto &text : { u"a\nb"_s, u"a\tb"_s, u"\x7f"_s, u"é"_s, QString(u"a"_s + QChar()) })
        QVERIFY(!isValid(text));
}

void TestScopes::coverage_data()
{
    QTest::addColumn<QString>("held");
    QTest::addColumn<QString>("required");
    QTest::addColumn<bool>("expected");
    const auto add = [](const char *held, const char *required, bool expected) {
        QTest::addRow("%s %s", held, required)
            << QString::fromLatin1(held) << QString::fromLatin1(required) << expected;
    };
    add("a:b", "a:b", true);
    add("a:b", "a:b:c", false);
    add("a:b:c", "a:b", false);
    add("a:*", "a:b", true);
    add("a:*", "a:", true);
    add("a:*", "a", false);
    add("a*", "a", true);
    add("*", "anything", true);
    add("*", "", true);
    add("", "", true);
    add("", "a", false);
    add("a:*", "a:*", true);
    add("a:*", "a:b*", true);
    add("a:b", "a:*", false);
    add("a:b*", "a:*", false);
    add("a:*:c", "a:b:c", false);
    add("a:*:c", "a:*:c", true);
    add("a:**", "a:*", true);
    add("a:**", "a:b", false);
    add("A:*", "a:b", false);
}

void TestScopes::coverage()
{
    QFETCH(const QString, held);
    QFETCH(const QString, required);
    QFETCH(const bool, expected);
    QCOMPARE(covers(held, required), expected);
    QCOMPARE(ScopeSet({ held }).has(required), expected);
    QCOMPARE(scopeMatch({ held }, { { required } }), expected);
}

void TestScopes::matchOfTheGuide_data()
{
    QTest::addColumn<QStringList>("assumed");
    QTest::addColumn<QList<QStringList>>("required");
    QTest::addColumn<bool>("expected");
    const QList<QStringList> required { { u"scopeA"_s, u"scopeB"_s }, { u"scopeC:*"_s } };
    QTest::newRow("first set") << QStringList { u"scopeA"_s, u"scopeB"_s } << required << true;
    QTest::newRow("half of it") << QStringList { u"scopeB"_s } << required << false;
    QTest::newRow("second set") << QStringList { u"scopeC:*"_s } << required << true;
    QTest::newRow("wider") << QStringList { u"scope*"_s } << required << true;
    QTest::newRow("narrower") << QStringList { u"scopeC:x"_s } << required << false;
    QTest::newRow("nothing required") << QStringList { u"a"_s } << QList<QStringList> { {} } << true;
    QTest::newRow("no set") << QStringList { u"a"_s } << QList<QStringList> {} << false;
    QTest::newRow("nothing held") << QStringList {} << required << false;
}

void TestScopes::matchOfTheGuide()
{
    QFETCH(const QStringList, assumed);
    QFETCH(const QList<QStringList>, required);
    QFETCH(const bool, expected);
    QCOMPARE(scopeMatch(assumed, required), expected);
    QCOMPARE(ScopeSet(assumed).matches(required), expected);
}

void TestScopes::order()
{
    const QStringList sorted { u"*"_s, u""_s, u"a*"_s, u"a"_s, u"a("_s, u"a:**"_s, u"a:*b"_s, u"aa"_s, u"b"_s };
    for (qsizetype a = 0; a < sorted.size(); ++a) {
        for (qsizetype b = 0; b < sorted.size(); ++b) {
            const int order = compare(sorted[a], sorted[b]);
            QCOMPARE(order < 0, a < b);
            QCOMPARE(order > 0, a > b);
        }
    }
}

void TestScopes::normalisedLists_data()
{
    QTest::addColumn<QStringList>("scopes");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("empty") << QStringList {} << QStringList {};
    QTest::newRow("repeated") << QStringList { u"b"_s, u"a"_s, u"b"_s } << QStringList { u"a"_s, u"b"_s };
    QTest::newRow("covered") << QStringList { u"a"_s, u"ab"_s, u"b"_s, u"a*"_s } << QStringList { u"a*"_s, u"b"_s };
    QTest::newRow("nested") << QStringList { u"a:b:*"_s, u"a:*"_s, u"a:b:c"_s } << QStringList { u"a:*"_s };
    QTest::newRow("null") << QStringList { QString(), u"x"_s, u"*"_s } << QStringList { u"*"_s };
    QTest::newRow("everything") << QStringList { u"x"_s, u"*"_s, u""_s } << QStringList { u"*"_s };
    QTest::newRow("star inside") << QStringList { u"a*b"_s, u"ab"_s } << QStringList { u"a*b"_s, u"ab"_s };
}

void TestScopes::normalisedLists()
{
    QFETCH(const QStringList, scopes);
    QFETCH(const QStringList, expected);
    QCOMPARE(normalised(scopes), expected);
    QCOMPARE(ScopeSet(scopes).scopes(), expected);
    QCOMPARE(normalised(expected), expected);
}

void TestScopes::setsOfTwo()
{
    const QStringList a { u"queue:*"_s, u"auth:list"_s, u"x:y:*"_s };
    const QStringList b { u"queue:get:*"_s, u"auth:list"_s, u"x:*"_s, u"only:b"_s };
    QCOMPARE(united(a, b), QStringList({ u"auth:list"_s, u"only:b"_s, u"queue:*"_s, u"x:*"_s }));
    QCOMPARE(intersected(a, b), QStringList({ u"auth:list"_s, u"queue:get:*"_s, u"x:y:*"_s }));
    QCOMPARE(intersected(a, {}), QStringList());
    QCOMPARE(intersected({ u"a**"_s }, { u"a*"_s }), QStringList({ u"a**"_s }));
    QCOMPARE(ScopeSet(a).united(ScopeSet(b)).scopes(), united(a, b));
    QCOMPARE(ScopeSet(a).intersected(ScopeSet(b)), ScopeSet(intersected(b, a)));
}

void TestScopes::argumentsStayAsTheyAre()
{
    const QStringList given { u"b"_s, u"a*"_s, u"a"_s };
    const QStringList copy { u"b"_s, u"a*"_s, u"a"_s };
    const ScopeSet set(given);
    normalised(given);
    united(given, given);
    intersected(given, given);
    scopeMatch(given, { given });
    QCOMPARE(given, copy);
    QCOMPARE(set.scopes(), QStringList({ u"a*"_s, u"b"_s }));
}

void TestScopes::setAgreesWithPlainSearch()
{
    RandomScopes random;
    int found = 0;
    for (int round = 0; round < 3000; ++round) {
        const QStringList held = random.list(12);
        const QStringList other = random.list(12);
        const ScopeSet set(held);
        const QString scope = random.scope();
        QCOMPARE(set.has(scope), plainHas(held, scope));
        QCOMPARE(ScopeSet(united(held, other)).has(scope), plainHas(held, scope) || plainHas(other, scope));
        // A required pattern asks for its own text, so an intersection decides about what is no pattern.
        if (!scope.endsWith(u'*'))
            QCOMPARE(ScopeSet(intersected(held, other)).has(scope), plainHas(held, scope) && plainHas(other, scope));
        found += plainHas(held, scope) ? 1 : 0;
        const QStringList kept = set.scopes();
        for (qsizetype i = 1; i < kept.size(); ++i)
            QVERIFY(compare(kept[i - 1], kept[i]) < 0 && !covers(kept[i - 1], kept[i]));
    }
    QVERIFY(found > 300 && found < 2700);
}

void TestScopes::manyScopesAreFast()
{
    QStringList held;
    for (int i = 0; i < 10'000; ++i)
        held.append(i % 3 == 0 ? u"assume:project:%1:*"_s.arg(i) : u"queue:create-task:high:pool/%1"_s.arg(i));
    QElapsedTimer timer;
    timer.start();
    const ScopeSet set(held);
    const qint64 made = timer.restart();
    int found = 0;
    for (int i = 0; i < 100'000; ++i)
        found += set.has(QString(u"assume:project:%1:x"_s.arg(i))) ? 1 : 0;
    const qint64 asked = timer.elapsed();
    QCOMPARE(found, 3334);
    // Linear search would take a hundred thousand times ten thousand comparisons: minutes.
    QVERIFY2(made < 1000 && asked < 2500, qPrintable(u"%1 ms, %2 ms"_s.arg(made).arg(asked)));
}

QTEST_GUILESS_MAIN(TestScopes)
#include "test_scopes.moc"
