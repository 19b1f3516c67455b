// SPDX-License-Identifier: MPL-2.0
#include "util/httpdate.h"

#include <tc/retrypolicy.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delaysDouble();
    void jitterStaysInItsShare();
    void capHolds();
    void dates();
    void retryAfter();
};

void TestRetryPolicy::delaysDouble()
{
    const RetryPolicy policy;
    // 0.5 is the middle: no jitter.
    QCOMPARE(policy.delay(1, 0.5), 100ms);
    QCOMPARE(policy.delay(2, 0.5), 200ms);
    QCOMPARE(policy.delay(3, 0.5), 400ms);
    QCOMPARE(policy.delay(4, 0.5), 800ms);
    QCOMPARE(policy.delay(5, 0.5), 1600ms);
}

void TestRetryPolicy::jitterStaysInItsShare()
{
    const RetryPolicy policy;
    QCOMPARE(policy.delay(1, 0), 75ms);
    QCOMPARE(policy.delay(1, 0.9999999), 125ms);
    RetryPolicy none;
    none.jitter = 0;
    QCOMPARE(none.delay(2, 0), 200ms);
}

void TestRetryPolicy::capHolds()
{
    const RetryPolicy policy;
    QCOMPARE(policy.delay(20, 0.9999999), 30s);
    QCOMPARE(policy.delay(5000, 0.5), 30s);
    QCOMPARE(policy.delay(-3, 0.5), 100ms);
}

void TestRetryPolicy::dates()
{
    QCOMPARE(parseHttpDate("Sat, 21 Nov 2026 20:15:00 GMT"), QDateTime(QDate(2026, 11, 21), QTime(20, 15), Qt::UTC));
    QVERIFY(!parseHttpDate("").isValid());
    QVERIFY(!parseHttpDate("2026-11-21T20:15:00Z").isValid());
}

void TestRetryPolicy::retryAfter()
{
    const QDateTime now(QDate(2026, 11, 21), QTime(20, 15), Qt::UTC);
    QCOMPARE(parseRetryAfter("3", now), 3000ms);
    QCOMPARE(parseRetryAfter(" 0 ", now), 0ms);
    QCOMPARE(parseRetryAfter("Sat, 21 Nov 2026 20:15:07 GMT", now), 7000ms);
    QCOMPARE(parseRetryAfter("Sat, 21 Nov 2026 20:14:07 GMT", now), 0ms);
    QVERIFY(!parseRetryAfter("-1", now));
    QVERIFY(!parseRetryAfter("soon", now));
    QVERIFY(!parseRetryAfter("", now));
    QVERIFY(parseRetryAfter("9223372036854775807", now).value() > 24h);
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "test_retrypolicy.moc"
