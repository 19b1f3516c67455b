// SPDX-License-Identifier: MPL-2.0
#include <tc/slugid.h>

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tc;

class TestSlugId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void niceOnes();
    void anyOnes();
    void knownPairs_data();
    void knownPairs();
    void otherUuidsDoNotComeBack();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void stableOnes();
};

namespace {

constexpr int count = 4000;

QSet<QString> made(QString (*make)())
{
    QSet<QString> ids;
    for (int i = 0; i < count; ++i)
        ids.insert(make());
    return ids;
}

} // namespace

void TestSlugId::niceOnes()
{
    static const QRegularExpression form(
        u"^[A-Za-f][A-Za-z0-9_-]{7}[Q-T][A-Za-z0-9_-][CGKOSWaeimquy26-][A-Za-z0-9_-]{10}[AQgw]$"_s);
    const auto ids = made(slugId);
    QCOMPARE(ids.size(), count);
    for (const auto &id : ids)
        QVERIFY2(form.match(id).hasMatch(), qPrintable(id));
}

void TestSlugId::anyOnes()
{
    static const QRegularExpression form(
        u"^[A-Za-z0-9_-]{8}[Q-T][A-Za-z0-9_-][CGKOSWaeimquy26-][A-Za-z0-9_-]{10}[AQgw]$"_s);
    const auto ids = made(slugIdV4);
    QCOMPARE(ids.size(), count);
    // With so many ids every character of the alphabet comes first once, the dash among them.
    QSet<QChar> first;
    for (const auto &id : ids) {
        QVERIFY2(form.match(id).hasMatch(), qPrintable(id));
        first.insert(id.front());
    }
    QCOMPARE(first.size(), 64);
}

void TestSlugId::knownPairs_data()
{
    QTest::addColumn<QString>("slug");
    QTest::addColumn<QString>("uuid");
    QTest::newRow("smallest") << u"AAAAAAAAQACAAAAAAAAAAA"_s << u"00000000-0000-4000-8000-000000000000"_s;
    QTest::newRow("greatest") << u"________T_-__________w"_s << u"ffffffff-ffff-4fff-bfff-ffffffffffff"_s;
    QTest::newRow("dashes") << u"-8prq-8pTqurze-rze-rzg"_s << u"fbca6bab-ef29-4eab-abcd-efabcdefabce"_s;
}

void TestSlugId::knownPairs()
{
    QFETCH(const QString, slug);
    QFETCH(const QString, uuid);
    QCOMPARE(encodeSlugId(QUuid::fromString(uuid)), slug);
    const auto decoded = decodeSlugId(slug);
    QVERIFY(decoded);
    QCOMPARE(decoded->toString(QUuid::WithoutBraces), uuid);
}

void TestSlugId::otherUuidsDoNotComeBack()
{
    const QUuid version1(u"2f1acc6c-67d8-11ea-bc55-0242ac130003"_s);
    QCOMPARE(encodeSlugId(version1), u"LxrMbGfYEeq8VQJCrBMAAw"_s);
    QVERIFY(!decodeSlugId(encodeSlugId(version1)));
    QCOMPARE(encodeSlugId(QUuid()), u"AAAAAAAAAAAAAAAAAAAAAA"_s);
    QVERIFY(!decodeSlugId(encodeSlugId(QUuid())));
}

void TestSlugId::refusesWhatIsNone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("short") << u"AAAAAAAAQACAAAAAAAAAA"_s;
    QTest::newRow("long") << u"AAAAAAAAQACAAAAAAAAAAAA"_s;
    QTest::newRow("padded") << u"AAAAAAAAQACAAAAAAAAAAA=="_s;
    QTest::newRow("version") << u"AAAAAAAAEACAAAAAAAAAAA"_s;
    QTest::newRow("variant") << u"AAAAAAAAQABAAAAAAAAAAA"_s;
    QTest::newRow("bits behind the end") << u"AAAAAAAAQACAAAAAAAAAAB"_s;
    QTest::newRow("standard alphabet") << u"AAAAAAA+QACAAAAAAAAAAA"_s;
    QTest::newRow("padding inside") << u"AAAAAAAAQACAAAAAAAAAA="_s;
    QTest::newRow("space") << u"AAAAAAA QACAAAAAAAAAAA"_s;
    QTest::newRow("not ASCII") << u"AAAAAAAÄQACAAAAAAAAAAA"_s;
}

void TestSlugId::refusesWhatIsNone()
{
    QFETCH(const QString, text);
    QVERIFY(!decodeSlugId(text));
}

void TestSlugId::stableOnes()
{
    StableSlugIds ids;
    const QString build = ids(u"build"_s);
    QVERIFY(decodeSlugId(build));
    QVERIFY(ids(u"test"_s) != build);
    QCOMPARE(ids(u"build"_s), build);
    QVERIFY(decodeSlugId(ids(QString())));

    StableSlugIds others;
    QVERIFY(others(u"build"_s) != build);
    const StableSlugIds copy = ids;
    QCOMPARE(StableSlugIds(copy)(u"build"_s), build);
}

QTEST_GUILESS_MAIN(TestSlugId)
#include "test_slugid.moc"
