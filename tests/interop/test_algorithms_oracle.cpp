// SPDX-License-Identifier: MPL-2.0
// Ids, relative times and scopes beside the official JavaScript packages, over large generated sets that are the same
// at every run.

#include "oracle.h"

#include <tc/fromnow.h>
#include <tc/scopes.h>
#include <tc/slugid.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tc;

class TestAlgorithmsOracle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void theirSlugs();
    void ourSlugs();
    void relativeTimes();
    void scopesAndExpressions();

private:
    Oracle m_oracle;
};

namespace {

/// Makes inputs by chance, mostly valid ones and always near the border.
class Generator
{
public:
    template <typename T>
    T pick(const QList<T> &from)
    {
        return from.at(m_random.bounded(from.size()));
    }
    bool chance(int percent) { return m_random.bounded(100) < percent; }
    int below(int end) { return m_random.bounded(end); }

    QString offset()
    {
        static const QList<QStringList> units { { u"y"_s, u"yr"_s, u"year"_s, u"years"_s, u"YEARS"_s },
            { u"mo"_s, u"month"_s, u"months"_s, u"Mo"_s }, { u"w"_s, u"wk"_s, u"week"_s, u"weeks"_s },
            { u"d"_s, u"day"_s, u"days"_s }, { u"h"_s, u"hr"_s, u"hour"_s, u"hours"_s, u"HouR"_s },
            { u"m"_s, u"min"_s, u"minute"_s, u"minutes"_s }, { u"s"_s, u"sec"_s, u"second"_s, u"seconds"_s } };
        QString text = space() + pick<QString>({ {}, {}, u"-"_s, u"+"_s });
        for (const auto &names : units) {
            if (chance(35))
                text += space() + number() + space() + pick(names);
        }
        text += space();
        if (chance(30))
            damage(&text);
        return text;
    }

    double reference() { return pick<double>({ 0, 1.7e12, -1.7e12, 1, 8.64e15, -8.64e15, 8.63e15, -123'456'789 }); }

    QString scope()
    {
        static const QString letters = u"ab:*"_s;
        QString text;
        for (int length = below(5); length > 0; --length)
            text += letters.at(below(static_cast<int>(letters.size())));
        while (text.endsWith(u'*'))
            text.chop(1);
        return chance(40) ? text + u'*' : text;
    }

    QStringList scopeList(int longest)
    {
        QStringList list;
        for (int size = below(longest + 1); size > 0; --size)
            list.append(scope());
        return list;
    }

    QJsonValue expression(int depth)
    {
        if (depth == 0 || chance(30))
            return scope();
        QJsonArray parts;
        for (int size = below(4); size > 0; --size)
            parts.append(expression(depth - 1));
        return QJsonObject { { chance(50) ? u"AllOf"_s : u"AnyOf"_s, parts } };
    }

private:
    QString space() { return pick<QString>({ {}, {}, u" "_s, u"\t "_s, u"\u00a0"_s, u"\u2003\n"_s, u"\ufeff"_s }); }

    QString number()
    {
        if (chance(5))
            return pick<QString>({ u"0"_s, u"007"_s, u"99999999999999999999999"_s, u"8640000000000"_s, u"300000"_s });
        return QString::number(chance(20) ? below(400'000'000) : below(400));
    }

    void damage(QString *text)
    {
        const qsizetype at = below(static_cast<int>(text->size()) + 1);
        switch (below(3)) {
        case 0:
            text->insert(at,
                pick<QString>({ u"1"_s, u"d"_s, u"-"_s, u"+"_s, u"."_s, u"ſ"_s, u"\u0085"_s, u"\u200b"_s, u"\u180e"_s,
                    u"s"_s, u"x"_s, u"٣"_s, u" "_s }));
            break;
        case 1:
            text->remove(at, 1);
            break;
        default:
            *text += pick<QString>({ u"1h"_s, u"5"_s, u"1 day"_s, u"\n"_s });
        }
    }

    QRandomGenerator m_random { 20'261'121 };
};

QJsonValue toJson(const scopes::Expression &expression)
{
    if (expression.kind == scopes::Expression::Kind::Scope)
        return expression.scope;
    return QJsonDocument::fromJson(expression.toString().toUtf8()).object();
}

QStringList toList(const QJsonValue &json)
{
    QStringList list;
    const QJsonArray array = json.toArray();
    for (const auto &value : array)
        list.append(value.toString());
    return list;
}

struct ScopeCase {
    QStringList held;
    QStringList other;
    QList<QStringList> sets;
    QJsonValue expression;

    QJsonObject toQuestion() const
    {
        QJsonArray array;
        for (const auto &set : sets)
            array.append(QJsonArray::fromStringList(set));
        return { { u"held"_s, QJsonArray::fromStringList(held) }, { u"other"_s, QJsonArray::fromStringList(other) },
            { u"sets"_s, array }, { u"expression"_s, expression } };
    }
};

void compare(const ScopeCase &ours, const QJsonObject &theirs)
{
    const scopes::ScopeSet set(ours.held);
    QCOMPARE(set.scopes(), toList(theirs[u"normalised"_s]));
    QCOMPARE(scopes::united(ours.held, ours.other), toList(theirs[u"united"_s]));
    QCOMPARE(scopes::intersected(ours.held, ours.other), toList(theirs[u"intersected"_s]));
    QCOMPARE(scopes::scopeMatch(ours.held, ours.sets), theirs[u"matched"_s].toBool());
    QCOMPARE(set.matches(ours.sets), theirs[u"matched"_s].toBool());
    const QString text = ours.expression.isString()
        ? ours.expression.toString()
        : QString::fromUtf8(QJsonDocument(ours.expression.toObject()).toJson());
    const auto expression = scopes::Expression::parse(text);
    QVERIFY2(expression, qPrintable(text));
    QCOMPARE(set.satisfies(*expression), theirs[u"satisfied"_s].toBool());
    const auto missing = set.missing(*expression);
    QCOMPARE(missing ? toJson(*missing) : QJsonValue(QJsonValue::Null), theirs[u"missing"_s]);
}

} // namespace

void TestAlgorithmsOracle::initTestCase()
{
    QVERIFY2(m_oracle.start(u"client_oracle.mjs"_s), "node is needed; tests/run installs it");
}

void TestAlgorithmsOracle::cleanupTestCase()
{
    QCOMPARE(m_oracle.stop(), 0);
}

void TestAlgorithmsOracle::theirSlugs()
{
    const QStringList ids = toList(m_oracle.ask({ { u"ask"_s, u"slugs"_s }, { u"count"_s, 1000 } })[u"ids"_s]);
    QCOMPARE(ids.size(), 1000);
    QJsonArray uuids;
    for (const auto &id : ids) {
        const auto uuid = decodeSlugId(id);
        QVERIFY2(uuid, qPrintable(id));
        QCOMPARE(encodeSlugId(*uuid), id);
        uuids.append(uuid->toString(QUuid::WithoutBraces));
    }
    const QJsonObject answer = m_oracle.ask({ { u"ask"_s, u"encode"_s }, { u"uuids"_s, uuids } });
    QCOMPARE(toList(answer[u"ids"_s]), ids);
}

void TestAlgorithmsOracle::ourSlugs()
{
    QStringList ids;
    for (int i = 0; i < 500; ++i)
        ids << slugId() << slugIdV4();
    const QJsonObject answer
        = m_oracle.ask({ { u"ask"_s, u"decode"_s }, { u"ids"_s, QJsonArray::fromStringList(ids) } });
    const QStringList uuids = toList(answer[u"uuids"_s]);
    QCOMPARE(uuids.size(), ids.size());
    for (qsizetype i = 0; i < ids.size(); ++i) {
        QCOMPARE(decodeSlugId(ids[i])->toString(QUuid::WithoutBraces), uuids[i]);
        QCOMPARE(QUuid::fromString(uuids[i]).version(), QUuid::Random);
    }
}

void TestAlgorithmsOracle::relativeTimes()
{
    constexpr int count = 6000;
    Generator generator;
    QJsonArray inputs;
    for (int i = 0; i < count; ++i)
        inputs.append(QJsonArray { generator.offset(), generator.reference() });
    const QJsonArray times
        = m_oracle.ask({ { u"ask"_s, u"fromNow"_s }, { u"inputs"_s, inputs } })[u"times"_s].toArray();
    QCOMPARE(times.size(), count);
    int valid = 0;
    int tooFar = 0;
    for (int i = 0; i < count; ++i) {
        const QString offset = inputs[i][0].toString();
        const auto reference = QDateTime::fromMSecsSinceEpoch(inputs[i][1].toInteger(), Qt::UTC);
        const auto ours = fromNow(offset, reference);
        const QByteArray what = QJsonDocument(inputs[i].toArray()).toJson(QJsonDocument::Compact);
        // A text for what throws, null for what their Date cannot hold.
        QVERIFY2(ours.value.has_value() == times[i].isDouble(), what.constData());
        if (ours) {
            QVERIFY2(ours->toMSecsSinceEpoch() == times[i].toInteger(), what.constData());
            ++valid;
        } else {
            QVERIFY2(ours.error.message.contains(u"too far") == times[i].isNull(), what.constData());
            tooFar += times[i].isNull() ? 1 : 0;
        }
    }
    // Each kind must be there, or the comparison says nothing.
    QVERIFY2(valid > 2000 && tooFar > 100 && count - valid - tooFar > 1000,
        qPrintable(u"%1 valid, %2 too far"_s.arg(valid).arg(tooFar)));
}

void TestAlgorithmsOracle::scopesAndExpressions()
{
    constexpr int count = 2000;
    Generator generator;
    QList<ScopeCase> cases;
    QJsonArray questions;
    for (int i = 0; i < count; ++i) {
        ScopeCase made;
        made.held = generator.scopeList(6);
        made.other = generator.scopeList(6);
        for (int sets = generator.below(4); sets > 0; --sets)
            made.sets.append(generator.scopeList(3));
        made.expression = generator.expression(3);
        questions.append(made.toQuestion());
        cases.append(made);
    }
    const QJsonObject answer = m_oracle.ask({ { u"ask"_s, u"scopes"_s }, { u"cases"_s, questions } });
    const QJsonArray answers = answer[u"answers"_s].toArray();
    QVERIFY2(answers.size() == count, qPrintable(answer[u"thrown"_s].toString()));
    int satisfied = 0;
    for (int i = 0; i < count; ++i) {
        compare(cases[i], answers[i].toObject());
        if (QTest::currentTestFailed()) {
            qWarning("%s", QJsonDocument(cases[i].toQuestion()).toJson(QJsonDocument::Compact).constData());
            return;
        }
        satisfied += answers[i][u"satisfied"_s].toBool() ? 1 : 0;
    }
    QVERIFY(satisfied > count / 5 && satisfied < count * 4 / 5);
}

QTEST_GUILESS_MAIN(TestAlgorithmsOracle)

#include "test_algorithms_oracle.moc"
