// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/accountregistry.h"
#include "core/accounts/foundcredentials.h"
#include "core/accounts/memorystore.h"
#include "core/accounts/secrettext.h"
#include "core/util/errortext.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::SecretJob;
using core::SecretOutcome;
using Status = core::SecretOutcome::Status;

class TestSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memory();
    void memoryIsForThisRun();
    void cancelledJob();
    void receiverDies();
    void texts_data();
    void texts();
};

void TestSecretStore::memory()
{
    core::MemoryStore store;
    QList<SecretOutcome> outcomes;
    const auto follow = [&](SecretJob *job) {
        job->onFinished(this, [&outcomes](const SecretOutcome &outcome) { outcomes += outcome; });
    };
    follow(store.read(u"a"_s));
    follow(store.write(u"a"_s, "one"));
    follow(store.read(u"a"_s));
    follow(store.remove(u"a"_s));
    follow(store.read(u"a"_s));
    QVERIFY(outcomes.isEmpty()); // never from inside the call
    QTRY_COMPARE(outcomes.size(), 5);
    QCOMPARE(outcomes[0].status, Status::NotThere);
    QCOMPARE(outcomes[1].status, Status::Done);
    QCOMPARE(outcomes[2].secret, QByteArray("one"));
    QCOMPARE(outcomes[4].status, Status::NotThere);
}

void TestSecretStore::memoryIsForThisRun()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    core::MemoryStore store;
    core::AccountRegistry registry(&settings, &store);
    const tc::Credentials credentials { u"me"_s, u"an-access-token-of-22-c"_s, {} };
    const QString id = registry.add(core::accountFor(u"https://tc.example.com"_s, credentials), credentials);
    QVERIFY(registry.state(id).isUnsaved);
    QCOMPARE(registry.find(id)->secret, core::Account::Secret::Memory);
    QVERIFY(core::AccountRegistry(&settings, &store).accounts().isEmpty());
}

void TestSecretStore::cancelledJob()
{
    QPointer<SecretJob> job = new SecretJob(this);
    QSignalSpy finished(job, &SecretJob::finished);
    job->cancel();
    job->cancel();
    job->finish({ Status::Done });
    job->setPhase(SecretJob::Phase::Slow);
    QCOMPARE(job->phase(), SecretJob::Phase::Working);
    QVERIFY(finished.isEmpty());
    QVERIFY(finished.wait());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished[0][0].value<SecretOutcome>().status, Status::Cancelled);
    QTRY_VERIFY(!job);
}

void TestSecretStore::receiverDies()
{
    core::MemoryStore store;
    bool isCalled = false;
    auto receiver = std::make_unique<QObject>();
    QPointer<SecretJob> job = store.read(u"a"_s);
    job->onFinished(receiver.get(), [&isCalled](const SecretOutcome &) { isCalled = true; });
    receiver.reset();
    QTRY_VERIFY(!job);
    QVERIFY(!isCalled);
}

void TestSecretStore::texts_data()
{
    QTest::addColumn<Status>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("not there") << Status::NotThere << u"KeychainEntryMissing"_s;
    QTest::newRow("locked") << Status::Locked << u"KeychainLocked"_s;
    QTest::newRow("refused") << Status::Refused << u"KeychainRefused"_s;
    QTest::newRow("no service") << Status::NoService << u"KeychainMissing"_s;
    QTest::newRow("failed") << Status::Failed << u"KeychainFailed"_s;
}

// Each outcome is told apart, says what to do, and can be tried again.
void TestSecretStore::texts()
{
    QFETCH(Status, status);
    QFETCH(QString, code);
    static QStringList before;
    SecretOutcome outcome { status };
    outcome.reason = u"because\n\u202Eof this"_s;
    const core::SecretText text = core::describeSecretOutcome(outcome);
    QVERIFY(!before.contains(text.why) && !text.advice.isEmpty());
    before += text.why;
    QVERIFY(text.why.contains(u"because ‹U+202E›of this"_s));
    const tc::Error error = core::secretError(outcome);
    QCOMPARE(error.code, code);
    const core::ErrorText shown = core::describeError(u"It failed."_s, error);
    QVERIFY(shown.why.contains(text.advice));
    QVERIFY(shown.canRetry);
}

QTEST_GUILESS_MAIN(TestSecretStore)
#include "test_secretstore.moc"
