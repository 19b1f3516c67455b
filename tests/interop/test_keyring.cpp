// SPDX-License-Identifier: MPL-2.0
// The real keyring of this session, through QtKeychain: the tests of stored credentials stand on it.

#include <QEventLoop>
#include <QTest>
#include <QTimer>
#include <QUuid>

#include <qt6keychain/keychain.h>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString service = u"taskcluster-desktop-tests"_s;

// Runs a job to its end; QtKeychain's jobs have no blocking form. A locked keyring asks on the screen and waits.
QKeychain::Error run(QKeychain::Job &job)
{
    QEventLoop loop;
    job.setAutoDelete(false);
    QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(20s, &loop, [&loop] { loop.exit(1); });
    job.start();
    return loop.exec() == 0 ? job.error() : QKeychain::OtherError;
}

QKeychain::Error read(const QString &key, QString *text)
{
    QKeychain::ReadPasswordJob job(service);
    job.setKey(key);
    const QKeychain::Error error = run(job);
    *text = job.textData();
    return error;
}

} // namespace

class TestKeyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesReadsAndDeletes();
};

void TestKeyring::writesReadsAndDeletes()
{
    const QString key = QUuid::createUuid().toString();
    const QString secret = u"s\u00e9cret \u2192 "_s + key;

    QKeychain::WritePasswordJob write(service);
    write.setKey(key);
    write.setTextData(secret);
    QCOMPARE(run(write), QKeychain::NoError);

    QString stored;
    QCOMPARE(read(key, &stored), QKeychain::NoError);
    QCOMPARE(stored, secret);

    QKeychain::DeletePasswordJob remove(service);
    remove.setKey(key);
    QCOMPARE(run(remove), QKeychain::NoError);
    QCOMPARE(read(key, &stored), QKeychain::EntryNotFound);
}

QTEST_GUILESS_MAIN(TestKeyring)

#include "test_keyring.moc"
