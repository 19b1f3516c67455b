// SPDX-License-Identifier: MPL-2.0
// Our signatures before npm's hawk, which the services themselves use: it must take every one, and none that was
// tampered with.

#include "hawkcases.h"
#include "oracle.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

class TestHawkOracle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void takesHeaders_data();
    void takesHeaders();
    void takesBewits_data();
    void takesBewits();
    void refusesTampered_data();
    void refusesTampered();
    void refusesExpiredBewit();

private:
    void checkTaken(const HawkCase &hawkCase, const tc::Result<QJsonObject> &line);

    Oracle m_oracle;
};

namespace {

constexpr int caseCount = 150;

qint64 soon()
{
    return QDateTime::currentSecsSinceEpoch() + 600;
}

void rowsOfCases()
{
    QTest::addColumn<int>("index");
    const auto cases = hawkCases(caseCount);
    for (int i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].name.constData()) << i;
}

} // namespace

void TestHawkOracle::initTestCase()
{
    QVERIFY2(m_oracle.start(u"hawk_oracle.mjs"_s), "node is needed; tests/run installs it");
}

void TestHawkOracle::cleanupTestCase()
{
    QCOMPARE(m_oracle.stop(), 0);
}

void TestHawkOracle::checkTaken(const HawkCase &hawkCase, const tc::Result<QJsonObject> &line)
{
    QVERIFY2(line, qPrintable(line.error.message));
    const QJsonObject answer = m_oracle.ask(*line);
    QVERIFY2(answer[u"accepted"_s].toBool(), qPrintable(answer[u"reason"_s].toString()));

    const QByteArray ext = QByteArray::fromBase64(answer[u"ext"_s].toString().toLatin1());
    QCOMPARE(ext.isEmpty(), hawkCase.expectedExt().isEmpty());
    QCOMPARE(QJsonDocument::fromJson(ext).object(), hawkCase.expectedExt());
}

void TestHawkOracle::takesHeaders_data()
{
    rowsOfCases();
}

void TestHawkOracle::takesHeaders()
{
    QFETCH(const int, index);
    const HawkCase hawkCase = hawkCases(caseCount).at(index);
    checkTaken(hawkCase, hawkCase.signedByHeader());
}

void TestHawkOracle::takesBewits_data()
{
    rowsOfCases();
}

void TestHawkOracle::takesBewits()
{
    QFETCH(const int, index);
    const HawkCase hawkCase = hawkCases(caseCount).at(index);
    checkTaken(hawkCase, hawkCase.signedByBewit(soon()));
}

void TestHawkOracle::refusesTampered_data()
{
    QTest::addColumn<bool>("bewit");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("reason");
    const QString badMac = u"Bad mac"_s;
    QTest::newRow("header: other path") << false << u"url"_s << u"/api/queue/v1/task/other"_s << badMac;
    QTest::newRow("header: decoded slash") << false << u"url"_s << u"/api/queue/v1/task/a/b?limit=1"_s << badMac;
    QTest::newRow("header: other query") << false << u"url"_s << u"/api/queue/v1/task/a%2Fb?limit=2"_s << badMac;
    QTest::newRow("header: other verb") << false << u"verb"_s << u"DELETE"_s << badMac;
    QTest::newRow("header: other host") << false << u"host"_s << u"tc.example.org"_s << badMac;
    QTest::newRow("header: other port") << false << u"host"_s << u"tc.example.com:444"_s << badMac;
    QTest::newRow("header: other key") << false << u"key"_s << u"guess"_s << badMac;
    QTest::newRow("header: other client") << false << u"clientId"_s << u"someone"_s << u"Unknown credentials"_s;
    QTest::newRow("header: other body") << false << u"payload"_s << u"{\"a\":2}"_s << u"Bad payload hash"_s;
    QTest::newRow("header: other type") << false << u"contentType"_s << u"text/plain"_s << u"Bad payload hash"_s;
    QTest::newRow("bewit: other host") << true << u"host"_s << u"tc.example.org"_s << badMac;
    QTest::newRow("bewit: other verb") << true << u"verb"_s << u"POST"_s << u"Invalid method"_s;
    QTest::newRow("bewit: other key") << true << u"key"_s << u"guess"_s << badMac;
}

void TestHawkOracle::refusesTampered()
{
    QFETCH(const bool, bewit);
    QFETCH(const QString, member);
    QFETCH(const QString, value);
    QFETCH(const QString, reason);
    HawkCase good;
    good.credentials = { u"tests"_s, u"key"_s, {} };
    good.request = { "POST", "/api/queue/v1/task/a%2Fb?limit=1", "tc.example.com", 443 };
    good.body = "{\"a\":1}";
    good.contentType = "application/json";

    auto line = bewit ? good.signedByBewit(soon()) : good.signedByHeader();
    QVERIFY2(line, qPrintable(line.error.message));
    QVERIFY(m_oracle.ask(*line)[u"accepted"_s].toBool());
    QVERIFY(line.value->value(member) != QJsonValue(value));
    line.value->insert(member, value);
    const QJsonObject answer = m_oracle.ask(*line);
    QCOMPARE(answer[u"accepted"_s], QJsonValue(false));
    QCOMPARE(answer[u"reason"_s].toString(), reason);
}

void TestHawkOracle::refusesExpiredBewit()
{
    const auto line = hawkCases(1).constFirst().signedByBewit(QDateTime::currentSecsSinceEpoch() - 1);
    QVERIFY2(line, qPrintable(line.error.message));
    QCOMPARE(m_oracle.ask(*line)[u"reason"_s].toString(), u"Access expired"_s);
}

QTEST_GUILESS_MAIN(TestHawkOracle)

#include "test_hawk_oracle.moc"
