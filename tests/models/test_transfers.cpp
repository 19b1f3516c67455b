// SPDX-License-Identifier: MPL-2.0
#include "apidata.h"
#include "core/accounts/session.h"
#include "core/transfers/transfermodel.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::TransferModel;
using tc::test::Request;
using tc::test::ScriptedServer;
using tc::test::Step;

namespace {

const QString task = u"So18GD6BRfSt5ludnjmN1A"_s;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestTransfers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void savesAnArtifact();
    void failsAndTriesAgain();
    void errorArtifact();
    void cancels();
    void severalAtOnce();
    void clearsWhatHasEnded();
    void folderThatIsNotThere();
    void someAtOnceOthersWait();
    void newestFirst();
    void savesManyIntoAFolder();
    void doesNotReplaceWhatCameMeanwhile();
    void tellsHowFarItIs();

private:
    Step answer(const Request &request) const;
    QString target(const QString &name = u"x.bin"_s) const { return m_folder->filePath(name); }
    core::ArtifactId artifact(const QString &name = u"public/x.bin"_s) const { return { task, 0, name }; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<core::Session> m_session;
    std::unique_ptr<TransferModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QByteArray m_content;
    bool m_slow = false;
    int m_status = 200; ///< of the storage
};

void TestTransfers::init()
{
    m_content = QByteArray(300'000, 'x');
    m_slow = false;
    m_status = 200;
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ScriptedServer>();
    m_server->setHandler([this](const Request &request) { return answer(request); });
    m_session = std::make_unique<core::Session>(core::SessionOptions::anonymous(m_server->url()));
    m_model = std::make_unique<TransferModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void TestTransfers::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_session.reset();
    m_server.reset();
    m_folder.reset();
}

Step TestTransfers::answer(const Request &request) const
{
    const QString path = testdata::path(request);
    if (path == u"/storage") {
        if (m_status != 200)
            return Step::reply(m_status, "text/plain", "no");
        const Step step = Step::reply(200, "application/octet-stream", m_content);
        return m_slow ? step.slowly(1000, std::chrono::milliseconds(20)) : step;
    }
    if (path.endsWith(u"error"))
        return testdata::json({ { u"storageType"_s, u"error"_s }, { u"reason"_s, u"file-missing-on-worker"_s },
            { u"message"_s, u"Could not read file"_s } });
    const QString url = m_server->url() + u"/storage"_s;
    return testdata::json({ { u"storageType"_s, u"s3"_s }, { u"url"_s, url } });
}

void TestTransfers::savesAnArtifact()
{
    QSignalSpy finished(m_model.get(), &TransferModel::finished);
    const int id = m_model->save(m_session.get(), artifact(), target());
    QCOMPARE(m_model->activeCount(), 1);
    QCOMPARE(m_model->rowCount(), 1);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished[0][0].toInt(), id);
    QCOMPARE(m_model->state(id), TransferModel::State::Done);
    QCOMPARE(m_model->activeCount(), 0);
    QCOMPARE(m_model->rate(), 0);
    QVERIFY(contents(target()) == m_content);
    QCOMPARE(m_model->index(0, 0).data(TransferModel::ReceivedRole).toLongLong(), m_content.size());
    QCOMPARE(m_model->index(0, TransferModel::StateColumn).data().toString(), u"Done"_s);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
    for (int column = 0; column < m_model->columnCount(); ++column)
        QVERIFY(!m_model->headerData(column, Qt::Horizontal).toString().isEmpty());
}

void TestTransfers::failsAndTriesAgain()
{
    QFile old(target());
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    m_status = 404;
    const int id = m_model->save(m_session.get(), artifact(), target());
    QTRY_COMPARE(m_model->state(id), TransferModel::State::Failed);
    QCOMPARE(m_model->error(id).httpStatus, 404);
    QCOMPARE(contents(target()), "old"); // what was there stays
    m_status = 200;
    m_model->retry(id);
    QCOMPARE(m_model->state(id), TransferModel::State::Running);
    QTRY_COMPARE(m_model->state(id), TransferModel::State::Done);
    QVERIFY(contents(target()) == m_content);
    m_model->retry(id); // there is nothing to try again
    QCOMPARE(m_model->state(id), TransferModel::State::Done);
}

void TestTransfers::errorArtifact()
{
    const int id = m_model->save(m_session.get(), artifact(u"public/error"_s), target());
    QTRY_COMPARE(m_model->state(id), TransferModel::State::Failed);
    QCOMPARE(m_model->error(id).kind, tc::ErrorKind::Artifact);
    QVERIFY(m_model->index(0, 0).data(Qt::ToolTipRole).toString().contains(u"Could not read file"));
    QVERIFY(!QFile::exists(target()));
}

void TestTransfers::cancels()
{
    m_slow = true;
    const int id = m_model->save(m_session.get(), artifact(), target());
    QTRY_VERIFY(m_model->index(0, 0).data(TransferModel::ReceivedRole).toLongLong() > 0);
    QTRY_VERIFY(m_model->rate() > 0);
    m_model->cancel(id);
    m_model->cancel(id);
    QTRY_COMPARE(m_model->state(id), TransferModel::State::Cancelled);
    QCOMPARE(m_model->error(id).kind, tc::ErrorKind::None);
    QVERIFY(QDir(m_folder->path()).entryList(QDir::Files).isEmpty());
    QCOMPARE(m_model->activeCount(), 0);
}

void TestTransfers::severalAtOnce()
{
    QSignalSpy finished(m_model.get(), &TransferModel::finished);
    for (int i = 0; i < 5; ++i)
        m_model->save(m_session.get(), artifact(), target(QString::number(i)));
    QCOMPARE(m_model->activeCount(), 5);
    QTRY_COMPARE(finished.size(), 5);
    for (int i = 0; i < 5; ++i)
        QVERIFY(contents(target(QString::number(i))) == m_content);
}

void TestTransfers::clearsWhatHasEnded()
{
    const int first = m_model->save(m_session.get(), artifact(), target(u"a"_s));
    QTRY_COMPARE(m_model->state(first), TransferModel::State::Done);
    m_slow = true;
    const int second = m_model->save(m_session.get(), artifact(), target(u"b"_s));
    const int third = m_model->save(m_session.get(), artifact(u"public/error"_s), target(u"c"_s));
    QTRY_COMPARE(m_model->state(third), TransferModel::State::Failed);
    m_model->clearFinished();
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->index(0, 0).data(TransferModel::TransferIdRole).toInt(), second);
}

void TestTransfers::folderThatIsNotThere()
{
    const int id = m_model->save(m_session.get(), artifact(), m_folder->filePath(u"no/such/folder/x"_s));
    QTRY_COMPARE(m_model->state(id), TransferModel::State::Failed);
    QVERIFY(!m_model->error(id).message.isEmpty());
}

void TestTransfers::someAtOnceOthersWait()
{
    m_slow = true;
    m_model->setAtOnce(2);
    QList<int> ids;
    for (int i = 0; i < 5; ++i)
        ids.append(m_model->save(m_session.get(), artifact(), target(QString::number(i))));
    QCOMPARE(m_model->activeCount(), 5);
    QCOMPARE(m_model->state(ids[1]), TransferModel::State::Running);
    QCOMPARE(m_model->state(ids[2]), TransferModel::State::Waiting);
    m_model->cancel(ids[2]); // one that has not begun is over at once
    QCOMPARE(m_model->state(ids[2]), TransferModel::State::Cancelled);
    QCOMPARE(m_model->activeCount(), 4);
    m_model->cancel(ids[0]);
    QTRY_COMPARE(m_model->state(ids[3]), TransferModel::State::Running); // in the order of the line
    QCOMPARE(m_model->state(ids[4]), TransferModel::State::Waiting);
    m_model->setAtOnce(3);
    QCOMPARE(m_model->state(ids[4]), TransferModel::State::Running);
    m_model->retry(ids[2]);
    QCOMPARE(m_model->state(ids[2]), TransferModel::State::Waiting);
    for (const int id : std::as_const(ids))
        m_model->cancel(id);
    QTRY_COMPARE(m_model->activeCount(), 0);
    QCOMPARE(m_model->rate(), 0);
}

void TestTransfers::newestFirst()
{
    const int first = m_model->save(m_session.get(), artifact(), target(u"a"_s));
    const int second = m_model->save(m_session.get(), artifact(), target(u"b"_s));
    QCOMPARE(m_model->index(0, 0).data(TransferModel::TransferIdRole).toInt(), second);
    QCOMPARE(m_model->index(1, 0).data(TransferModel::TransferIdRole).toInt(), first);
    QTRY_COMPARE(m_model->activeCount(), 0);
}

void TestTransfers::savesManyIntoAFolder()
{
    QSignalSpy planned(m_model.get(), &TransferModel::planned);
    const QList<core::ArtifactId> several { artifact(u"public/a/x.bin"_s), artifact(u"public/b/x.bin"_s) };
    m_model->saveInto(m_session.get(), several, m_folder->path(), core::FolderForm::Folders);
    // The second plan knows what the first one is about to write.
    m_model->saveInto(m_session.get(), several, m_folder->path(), core::FolderForm::Flat);
    m_model->saveInto(m_session.get(), several, m_folder->path(), core::FolderForm::Flat);
    QVERIFY(m_model->isPlanning());
    QTRY_COMPARE(planned.size(), 3);
    QVERIFY(!m_model->isPlanning());
    QTRY_COMPARE(m_model->activeCount(), 0);
    for (const QString &name :
        { u"a/x.bin"_s, u"b/x.bin"_s, u"x.bin"_s, u"x (2).bin"_s, u"x (3).bin"_s, u"x (4).bin"_s })
        QVERIFY2(contents(target(name)) == m_content, qPrintable(name));
}

void TestTransfers::doesNotReplaceWhatCameMeanwhile()
{
    m_model->setAtOnce(1);
    m_slow = true;
    const int before = m_model->save(m_session.get(), artifact(), target(u"before"_s));
    m_model->saveInto(m_session.get(), { artifact() }, m_folder->path(), core::FolderForm::Flat);
    QTRY_COMPARE(m_model->rowCount(), 2);
    QFile came(target());
    QVERIFY(came.open(QIODevice::WriteOnly));
    came.write("mine");
    came.close();
    m_slow = false;
    m_model->cancel(before);
    QTRY_COMPARE(m_model->activeCount(), 0);
    QCOMPARE(contents(target()), "mine");
    QVERIFY(contents(target(u"x (2).bin"_s)) == m_content);
}

void TestTransfers::tellsHowFarItIs()
{
    m_slow = true;
    const int id = m_model->save(m_session.get(), artifact(), target());
    const auto progress = [this] { return m_model->index(0, TransferModel::ProgressColumn).data().toString(); };
    QTRY_VERIFY2(progress().contains(u" of "_s) && progress().contains(u" left"_s), qPrintable(progress()));
    QVERIFY(m_model->index(0, TransferModel::RateColumn).data().toString().endsWith(u"/s"_s));
    QVERIFY(m_model->index(0, TransferModel::TargetColumn).data().toString().contains(u"x.bin"_s));
    QVERIFY(!m_model->index(0, TransferModel::AccountColumn).data().toString().isEmpty());
    m_model->cancel(id);
    QTRY_COMPARE(m_model->activeCount(), 0);
    QVERIFY(m_model->index(0, TransferModel::RateColumn).data().toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestTransfers)
#include "test_transfers.moc"
