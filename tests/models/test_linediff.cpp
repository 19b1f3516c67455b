// SPDX-License-Identifier: MPL-2.0
// Differences of texts, of two and of three.
#include "core/util/linediff.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using core::DiffLine;
using core::MergePiece;

namespace {

QStringList lines(const QString &text)
{
    return text.split(u' ', Qt::SkipEmptyParts);
}

// "=a -b +c"
QString shown(const QStringList &before, const QStringList &after)
{
    QStringList result;
    const auto diff = core::diffLines(before, after);
    for (const DiffLine &line : diff) {
        const QString text = line.before >= 0 ? before[line.before] : after[line.after];
        result += (line.kind == DiffLine::Kind::Same           ? u"="_s
                          : line.kind == DiffLine::Kind::Added ? u"+"_s
                                                               : u"-"_s)
            + text;
    }
    return result.join(u' ');
}

QString merged(const QString &base, const QString &mine, const QString &theirs)
{
    static const QStringList names { u"same"_s, u"mine"_s, u"theirs"_s, u"both"_s, u"CONFLICT"_s };
    QStringList result;
    const auto pieces = core::mergeLines(lines(base), lines(mine), lines(theirs));
    for (const MergePiece &piece : pieces) {
        result += names[static_cast<int>(piece.kind)] + u'('
            + (piece.kind == MergePiece::Kind::Conflict      ? piece.mine.join(u' ') + u'|' + piece.theirs.join(u' ')
                    : piece.kind == MergePiece::Kind::Theirs ? piece.theirs.join(u' ')
                                                             : piece.mine.join(u' '))
            + u')';
    }
    return result.join(u' ');
}

QStringList randomLines(QRandomGenerator *random)
{
    QStringList result;
    for (int i = random->bounded(12); i > 0; --i)
        result += QString(QChar(u'a' + random->bounded(4)));
    return result;
}

// By the textbook, in quadratic time.
int longestCommon(const QStringList &one, const QStringList &other)
{
    std::vector<std::vector<int>> table(
        static_cast<size_t>(one.size()) + 1, std::vector<int>(static_cast<size_t>(other.size()) + 1, 0));
    for (size_t i = 1; i < table.size(); ++i) {
        for (size_t j = 1; j < table[i].size(); ++j) {
            table[i][j] = one[static_cast<int>(i) - 1] == other[static_cast<int>(j) - 1]
                ? table[i - 1][j - 1] + 1
                : std::max(table[i - 1][j], table[i][j - 1]);
        }
    }
    return table.back().back();
}

} // namespace

class TestLineDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void two()
    {
        QCOMPARE(shown({}, {}), QString());
        QCOMPARE(shown(lines(u"a b"_s), lines(u"a b"_s)), u"=a =b"_s);
        QCOMPARE(shown({}, lines(u"a b"_s)), u"+a +b"_s);
        QCOMPARE(shown(lines(u"a b"_s), {}), u"-a -b"_s);
        QCOMPARE(shown(lines(u"a b c"_s), lines(u"a x c"_s)), u"=a -b +x =c"_s);
        QCOMPARE(shown(lines(u"a b c d"_s), lines(u"a x y d"_s)), u"=a -b -c +x +y =d"_s);
    }

    void twoIsShortestAndComplete()
    {
        QRandomGenerator random(1);
        for (int i = 0; i < 5000; ++i) {
            const QStringList before = randomLines(&random);
            const QStringList after = randomLines(&random);
            QStringList old;
            QStringList fresh;
            int same = 0;
            const auto diff = core::diffLines(before, after);
            for (const DiffLine &line : diff) {
                if (line.before >= 0) {
                    QCOMPARE(line.before, old.size());
                    old += before[line.before];
                }
                if (line.after >= 0) {
                    QCOMPARE(line.after, fresh.size());
                    fresh += after[line.after];
                }
                if (line.kind == DiffLine::Kind::Same) {
                    QCOMPARE(before[line.before], after[line.after]);
                    ++same;
                }
            }
            QCOMPARE(old, before);
            QCOMPARE(fresh, after);
            QCOMPARE(same, longestCommon(before, after));
        }
    }

    void textsWithNothingInCommonTakeNoTime()
    {
        QStringList before;
        QStringList after;
        for (int i = 0; i < 20'000; ++i) {
            before += u"a%1"_s.arg(i);
            after += u"b%1"_s.arg(i);
        }
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(core::diffLines(before, after).size(), 40'000);
        QVERIFY(timer.elapsed() < 2000);
    }

    void three()
    {
        QCOMPARE(merged(u"a b c"_s, u"a b c"_s, u"a b c"_s), u"same(a b c)"_s);
        QCOMPARE(merged(u"a b c"_s, u"a x c"_s, u"a b c"_s), u"same(a) mine(x) same(c)"_s);
        QCOMPARE(merged(u"a b c"_s, u"a b c"_s, u"a x c"_s), u"same(a) theirs(x) same(c)"_s);
        QCOMPARE(merged(u"a b c"_s, u"a x c"_s, u"a x c"_s), u"same(a) both(x) same(c)"_s);
        QCOMPARE(merged(u"a b c"_s, u"a x c"_s, u"a y c"_s), u"same(a) CONFLICT(x|y) same(c)"_s);
        QCOMPARE(merged(u"a b c d e"_s, u"x b c d e"_s, u"a b c d y"_s), u"mine(x) same(b c d) theirs(y)"_s);
        QCOMPARE(merged(u"a b"_s, u"a"_s, u"a x"_s), u"same(a) CONFLICT(|x)"_s);
        QCOMPARE(merged({}, u"a"_s, u"b"_s), u"CONFLICT(a|b)"_s);
        QCOMPARE(merged(u"a"_s, u"a m"_s, u"t a"_s), u"theirs(t) same(a) mine(m)"_s);
    }

    void threeLosesNoChange()
    {
        QRandomGenerator random(2);
        for (int i = 0; i < 5000; ++i) {
            const QStringList base = randomLines(&random);
            const QStringList mine = randomLines(&random);
            const QStringList theirs = randomLines(&random);
            std::array<QStringList, 3> sides;
            const auto pieces = core::mergeLines(base, mine, theirs);
            for (const MergePiece &piece : pieces) {
                sides[0] += piece.base;
                sides[1] += piece.mine;
                sides[2] += piece.theirs;
            }
            QCOMPARE(sides[0], base);
            QCOMPARE(sides[1], mine);
            QCOMPARE(sides[2], theirs);
        }
    }
};

QTEST_GUILESS_MAIN(TestLineDiff)
#include "test_linediff.moc"
