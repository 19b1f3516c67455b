// SPDX-License-Identifier: MPL-2.0
#include <tc/fromnow.h>

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace tc;

class TestFromNow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offsets_data();
    void offsets();
    void everyShorthand();
    void refused_data();
    void refused();
    void tooFar_data();
    void tooFar();
    void jsonHasFourDigitsOfYear();
    void countsFromNow();
    void badReference();
    void timestamps_data();
    void timestamps();
    void badTimestamps_data();
    void badTimestamps();
    void writesTimestamps();
    void refusesToWrite();
};

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 start = 1'700'000'000'123;

QDateTime reference()
{
    return QDateTime::fromMSecsSinceEpoch(start, Qt::UTC);
}

} // namespace

void TestFromNow::offsets_data()
{
    QTest::addColumn<QString>("offset");
    QTest::addColumn<qint64>("milliseconds");
    const auto add
        = [](const QString &text, qint64 length) { QTest::addRow("%s", qPrintable(text)) << text << length; };
    add(u"2 days 3 hours 1 minute"_s, 2 * day + 3 * hour + minute);
    add(u"- 1 year 2 months 3 weeks 5 seconds"_s, -(365 + 60 + 21) * day - 5 * second);
    add(u"1y2mo3w4d5h6m7s"_s, (365 + 60 + 21 + 4) * day + 5 * hour + 6 * minute + 7 * second);
    add(u"+1h"_s, hour);
    add(u"-1 HOUR"_s, -hour);
    add(u"1YR 1mO 1Wk"_s, (365 + 30 + 7) * day);
    add(u" \t\n 2 \r d \v "_s, 2 * day);
    add(u"\u00a0-\u3000 1\u2028min\ufeff"_s, -minute);
    add(u""_s, 0);
    add(u"   "_s, 0);
    add(u"-"_s, 0);
    add(u"+"_s, 0);
    add(u"0y0s"_s, 0);
    add(u"007d"_s, 7 * day);
    add(u"90m"_s, 90 * minute);
    add(u"1h\n"_s, hour);
}

void TestFromNow::offsets()
{
    QFETCH(const QString, offset);
    QFETCH(const qint64, milliseconds);
    const auto time = fromNow(offset, reference());
    QVERIFY2(time, qPrintable(time.error.message));
    QCOMPARE(time->toMSecsSinceEpoch(), start + milliseconds);
    QCOMPARE(time->timeSpec(), Qt::UTC);
}

void TestFromNow::everyShorthand()
{
    const QList<std::pair<qint64, QStringList>> units { { 365 * day, { u"y"_s, u"yr"_s, u"year"_s, u"years"_s } },
        { 30 * day, { u"mo"_s, u"month"_s, u"months"_s } }, { 7 * day, { u"w"_s, u"wk"_s, u"week"_s, u"weeks"_s } },
        { day, { u"d"_s, u"day"_s, u"days"_s } }, { hour, { u"h"_s, u"hr"_s, u"hour"_s, u"hours"_s } },
        { minute, { u"m"_s, u"min"_s, u"minute"_s, u"minutes"_s } },
        { second, { u"s"_s, u"sec"_s, u"second"_s, u"seconds"_s } } };
    for (const auto &[length, names] : units) {
        for (const auto &name : names) {
            for (const auto &text : { QString(u"3"_s + name), QString(u"3 "_s + name.toUpper()) }) {
                const auto time = fromNow(text, reference());
                QVERIFY2(time, qPrintable(text));
                QCOMPARE(time->toMSecsSinceEpoch(), start + 3 * length);
            }
        }
    }
}

void TestFromNow::refused_data()
{
    QTest::addColumn<QString>("offset");
    for (const char *text : { "5", "h", "1h 1d", "1d 1d", "1.5h", "-+1h", "1h-", "1 h x", "1 hou", "1mont", "1yearss",
             "tomorrow", "1d,2h", "1e3s", "0x1s", "--1d", "1d +2h", "1 0d" })
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("Arabic digit") << u"١d"_s;
    QTest::newRow("long s") << u"1ſ"_s;
    QTest::newRow("null") << u"1d"_s + QChar();
}

void TestFromNow::refused()
{
    QFETCH(const QString, offset);
    const auto time = fromNow(offset, reference());
    QVERIFY(!time);
    QCOMPARE(time.error.kind, ErrorKind::Usage);
    QVERIFY2(time.error.message.contains(u"is not a span of time"), qPrintable(time.error.message));
    QVERIFY(!fromNowJson(offset, reference()));
}

void TestFromNow::tooFar_data()
{
    QTest::addColumn<QString>("offset");
    QTest::newRow("sum") << u"270000 years 4000000 days"_s;
    QTest::newRow("one") << u"300000 years"_s;
    QTest::newRow("back") << u"-300000 years"_s;
    QTest::newRow("beyond 64 bits") << u"99999999999999999999999999 s"_s;
    QTest::newRow("first of several") << u"99999999999999999999999999 y 1 s"_s;
    QTest::newRow("thousands of digits") << QString(5000, u'9') + u'd';
}

void TestFromNow::tooFar()
{
    QFETCH(const QString, offset);
    const auto time = fromNow(offset, reference());
    QVERIFY(!time);
    QCOMPARE(time.error.kind, ErrorKind::Usage);
    QVERIFY2(time.error.message.contains(u"too far"), qPrintable(time.error.message));
    QVERIFY(time.error.message.size() < 200);
}

void TestFromNow::jsonHasFourDigitsOfYear()
{
    QCOMPARE(fromNowJson(u"1 day"_s, reference()).value.value_or(QString()), u"2023-11-15T22:13:20.123Z"_s);
    QVERIFY(fromNow(u"9000 years"_s, reference()));
    QVERIFY(fromNow(u"-3000 years"_s, reference()));
    for (const QString &offset : { u"9000 years"_s, u"-3000 years"_s }) {
        const auto text = fromNowJson(offset, reference());
        QVERIFY(!text);
        QVERIFY2(text.error.message.contains(u"too far"), qPrintable(text.error.message));
    }
}

void TestFromNow::countsFromNow()
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const auto time = fromNow(u"1 hour"_s);
    QVERIFY(time);
    QVERIFY(*time >= before.addSecs(3600));
    QVERIFY(*time <= QDateTime::currentDateTimeUtc().addSecs(3600));
}

void TestFromNow::badReference()
{
    QCOMPARE(fromNow(u"1d"_s, QDateTime()).error.kind, ErrorKind::Usage);
    const QDateTime elsewhere(QDate(2026, 7, 1), QTime(12, 0), QTimeZone(7200));
    QCOMPARE(fromNowJson(u"1h"_s, elsewhere).value.value_or(QString()), u"2026-07-01T11:00:00.000Z"_s);
}

void TestFromNow::timestamps_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    const auto add = [](const char *text, const char *utc) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(utc);
    };
    add("2026-11-21T19:33:31.055Z", "2026-11-21T19:33:31.055Z");
    add("2026-11-21T19:33:31Z", "2026-11-21T19:33:31.000Z");
    add("2026-11-21t19:33:31z", "2026-11-21T19:33:31.000Z");
    add("2026-11-21T19:33:31.86+00:00", "2026-11-21T19:33:31.860Z");
    add("2026-11-21T19:33:31.123456789Z", "2026-11-21T19:33:31.123Z");
    add("2026-11-21T00:30:00.000+02:00", "2026-11-20T22:30:00.000Z");
    add("2026-12-31T23:30:00.000-01:30", "2027-01-01T01:00:00.000Z");
    add("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z");
    add("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z");
    add("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z");
}

void TestFromNow::timestamps()
{
    QFETCH(const QString, text);
    QFETCH(const QString, utc);
    const auto time = parseTimestamp(text);
    QVERIFY2(time, qPrintable(time.error.message));
    QCOMPARE(time->timeSpec(), Qt::UTC);
    QCOMPARE(toTimestamp(*time).value.value_or(QString()), utc);
}

void TestFromNow::badTimestamps_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : { "", "2026-11-21", "2026-11-21T19:33Z", "2026-11-21T19:33:31", "2026-11-21T19:33:31.Z",
             "2026-11-21 19:33:31Z", "2026-11-21T19:33:31+0200", "2026-11-21T19:33:31+02", "2026-11-21T19:33:31+24:00",
             "2026-11-21T19:33:31+02:60", "2026-11-21T24:00:00Z", "2026-11-21T23:60:00Z", "2026-11-21T23:59:60Z",
             "2025-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z",
             "12026-01-01T00:00:00Z", "+002026-01-01T00:00:00Z", "2026-11-21T19:33:31.055ZZ", " 2026-11-21T19:33:31Z",
             "2026-11-21T19:33:31Z\n", "20261121T193331Z", "1732217611", "2026-1a-21T19:33:31.055Z" })
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("not ASCII") << u"2026-11-21T19:33:31.05५Z"_s;
}

void TestFromNow::badTimestamps()
{
    QFETCH(const QString, text);
    const auto time = parseTimestamp(text);
    QVERIFY(!time);
    QCOMPARE(time.error.kind, ErrorKind::Usage);
    QVERIFY(!time.error.message.isEmpty());
}

void TestFromNow::writesTimestamps()
{
    const QDateTime local(QDate(2026, 7, 1), QTime(0, 30), QTimeZone(7200));
    QCOMPARE(toTimestamp(local).value.value_or(QString()), u"2026-06-30T22:30:00.000Z"_s);
    QCOMPARE(toTimestamp(reference()).value.value_or(QString()), u"2023-11-14T22:13:20.123Z"_s);
}

void TestFromNow::refusesToWrite()
{
    for (const QDateTime &time : { QDateTime(), QDateTime(QDate(10000, 1, 1), QTime(0, 0), Qt::UTC),
             QDateTime(QDate(-1, 12, 31), QTime(23, 0), Qt::UTC) })
        QCOMPARE(toTimestamp(time).error.kind, ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(TestFromNow)
#include "test_fromnow.moc"
