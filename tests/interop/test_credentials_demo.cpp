// SPDX-License-Identifier: MPL-2.0
// What the demo deployment says about credentials, asked by the official JavaScript client and by ours. So their client
// also sends our temporary credentials over the wire, and the demo takes them.

#include "oracle.h"

#include "demo/demodeployment.h"

#include <tc/credentialcheck.h>
#include <tc/fromnow.h>

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tc;

class TestCredentialsDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void bothSayTheSame_data();
    void bothSayTheSame();
    void inactive_data();
    void inactive();

private:
    QJsonObject theirs(const Credentials &credentials);
    Result<CredentialInformation> ours(const Credentials &credentials);

    demo::DemoDeployment m_demo;
    QString m_rootUrl;
    Oracle m_oracle;
};

namespace {

Credentials of(const demo::DemoCredentials &credentials)
{
    return { credentials.clientId, credentials.accessToken, {} };
}

Credentials temporary(const QStringList &scopes, const QString &name, const QString &length)
{
    const auto expiry = fromNow(length);
    const auto made = createTemporaryCredentials(of(demo::adminCredentials()), { *expiry, scopes, {}, name });
    return made.value.value_or(Credentials {});
}

} // namespace

void TestCredentialsDemo::initTestCase()
{
    m_rootUrl = m_demo.startAndWait();
    QVERIFY(!m_rootUrl.isEmpty());
    QVERIFY2(m_oracle.start(u"client_oracle.mjs"_s), "node is needed; tests/run installs it");
}

void TestCredentialsDemo::cleanupTestCase()
{
    QCOMPARE(m_oracle.stop(), 0);
}

QJsonObject TestCredentialsDemo::theirs(const Credentials &credentials)
{
    QJsonObject json { { u"clientId"_s, credentials.clientId }, { u"accessToken"_s, credentials.accessToken } };
    if (credentials.isTemporary())
        json.insert(u"certificate"_s, credentials.certificate);
    return m_oracle.ask({ { u"ask"_s, u"information"_s }, { u"rootUrl"_s, m_rootUrl }, { u"credentials"_s, json } });
}

Result<CredentialInformation> TestCredentialsDemo::ours(const Credentials &credentials)
{
    Client client(m_rootUrl, credentials);
    CredentialCheck check(&client, this);
    check.setAutoDelete(false);
    QSignalSpy finished(&check, &CredentialCheck::finished);
    if (!finished.wait() || check.error())
        return { {}, check.error() };
    return { check.information(), {} };
}

void TestCredentialsDemo::bothSayTheSame_data()
{
    QTest::addColumn<Credentials>("credentials");
    QTest::newRow("permanent") << of(demo::adminCredentials());
    QTest::newRow("read only") << of(demo::readOnlyCredentials());
    QTest::newRow("temporary") << temporary({ u"queue:*"_s, u"auth:current-scopes"_s }, {}, u"1 hour"_s);
    QTest::newRow("named") << temporary({ u"queue:*"_s, u"auth:current-scopes"_s }, u"tests/named"_s, u"2 days"_s);
}

void TestCredentialsDemo::bothSayTheSame()
{
    QFETCH(const Credentials, credentials);
    const QJsonObject their = theirs(credentials);
    QVERIFY2(!their.contains(u"thrown"_s), qPrintable(their[u"thrown"_s].toString()));
    const auto our = ours(credentials);
    QVERIFY2(our, qPrintable(our.error.message));
    using Type = CredentialInformation::Type;
    QCOMPARE(their[u"clientId"_s].toString(), our->clientId);
    QCOMPARE(their[u"type"_s].toString(), our->type == Type::Temporary ? u"temporary"_s : u"permanent"_s);
    QCOMPARE(their[u"active"_s].toBool(), our->active);
    QVERIFY(our->active);
    QCOMPARE(their[u"expiry"_s].toString(), toTimestamp(our->expiry).value.value_or(QString()));
    QCOMPARE(their[u"start"_s].toString(), toTimestamp(our->start).value.value_or(QString()));
    QCOMPARE(their[u"scopes"_s].toArray(), QJsonArray::fromStringList(our->scopes));
    QVERIFY(our->scopesAreExpanded);
}

void TestCredentialsDemo::inactive_data()
{
    QTest::addColumn<Credentials>("credentials");
    QTest::newRow("disabled") << of(demo::disabledCredentials());
    QTest::newRow("expired") << of(demo::expiredCredentials());
    Credentials wrong = of(demo::adminCredentials());
    wrong.accessToken += u'x';
    QTest::newRow("wrong token") << wrong;
}

/// Their client throws; ours says what is known.
void TestCredentialsDemo::inactive()
{
    QFETCH(const Credentials, credentials);
    QVERIFY(theirs(credentials).contains(u"thrown"_s));
    const auto our = ours(credentials);
    QVERIFY2(our, qPrintable(our.error.message));
    QVERIFY(!our->active);
    QVERIFY(!our->inactiveReason.isEmpty());
    QVERIFY(our->expiry.isValid());
}

QTEST_GUILESS_MAIN(TestCredentialsDemo)

#include "test_credentials_demo.moc"
