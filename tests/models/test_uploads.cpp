// SPDX-License-Identifier: MPL-2.0
// Files that become artifacts: the list that is checked first, who may, and the bytes that arrive.
#include "core/task/taskdetails.h"
#include "core/transfers/transfermodel.h"
#include "core/transfers/uploadcheck.h"
#include "core/transfers/uploadlist.h"
#include "demo/demodeployment.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::TransferModel;
using core::UploadCheck;
using core::UploadList;
using core::UploadStorage;
using demo::DemoDeployment;

Q_DECLARE_METATYPE(core::UploadStorage)

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

core::SessionOptions sessionOf(const QString &root, const demo::DemoCredentials &credentials)
{
    return core::SessionOptions::demo(root, { credentials.clientId, credentials.accessToken, {} });
}

} // namespace

class TestUploads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void findsFiles();
    void listsWithNamesTypesAndExpiry();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void keepsTheExpiryThatNobodyChanged();
    void leavesOut();
    void asksWhoMay();
    void asksOnlyForRunsThatTakeArtifacts();
    void arrivesByteForByte_data();
    void arrivesByteForByte();
    void retriesAndTellsOfErrors();

private:
    void goesUpAndComesBack(core::Session *session, UploadStorage storage);
    QString write(const QString &name, const QByteArray &content) const;
    core::Session *admin() const { return m_session.get(); }

    std::unique_ptr<DemoDeployment> m_demo;
    std::unique_ptr<DemoDeployment> m_demoWithoutObjects;
    std::unique_ptr<core::Session> m_session;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<UploadList> m_list;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QDateTime m_taskExpires;
};

void TestUploads::initTestCase()
{
    demo::DemoOptions options;
    options.simulate = false;
    m_demo = std::make_unique<DemoDeployment>(options);
    QVERIFY(!m_demo->startAndWait().isEmpty());
    options.objectService = false;
    m_demoWithoutObjects = std::make_unique<DemoDeployment>(options);
    QVERIFY(!m_demoWithoutObjects->startAndWait().isEmpty());
}

void TestUploads::init()
{
    m_session = std::make_unique<core::Session>(sessionOf(m_demo->rootUrl(), DemoDeployment::admin()));
    m_folder = std::make_unique<QTemporaryDir>();
    m_list = std::make_unique<UploadList>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_list.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_taskExpires = QDateTime::currentDateTimeUtc().addDays(30);
    m_list->setRun(DemoDeployment::runningTask(), 0, m_taskExpires, { u"public/known.txt"_s });
}

void TestUploads::cleanup()
{
    m_tester.reset();
    m_list.reset();
    m_session.reset();
}

QString TestUploads::write(const QString &name, const QByteArray &content) const
{
    QString path = m_folder->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(path));
    return path;
}

void TestUploads::findsFiles()
{
    const QString one = write(u"one.txt"_s, "1");
    write(u"folder/two.json"_s, "22");
    write(u"folder/deeper/.three"_s, "333");
    QVERIFY(QFile::link(u"/etc/passwd"_s, m_folder->filePath(u"folder/link"_s)));
    const auto files
        = core::findLocalFiles({ one, m_folder->filePath(u"folder"_s), m_folder->filePath(u"nothing"_s) }, 100);
    QCOMPARE(files.size(), size_t(3));
    QCOMPARE(files[0].name, u"one.txt"_s);
    QCOMPARE(files[0].size, 1);
    QCOMPARE(files[0].contentType, u"text/plain"_s);
    QCOMPARE(files[1].name, u"folder/deeper/.three"_s);
    QCOMPARE(files[2].name, u"folder/two.json"_s);
    QCOMPARE(files[2].contentType, u"application/json"_s);
    QCOMPARE(core::findLocalFiles({ one, m_folder->filePath(u"folder"_s) }, 2).size(), size_t(2));
}

void TestUploads::listsWithNamesTypesAndExpiry()
{
    QVERIFY(!m_list->isReady());
    const auto files
        = core::findLocalFiles({ write(u"gr\u00fc\u00df dich.txt"_s, "hello"), write(u"b.zip"_s, "zip") }, 9);
    m_list->add(files, u"public/"_s);
    m_list->add(files, u"public/"_s); // once is enough
    QCOMPARE(m_list->rowCount(), 2);
    QVERIFY(m_list->isReady());
    QCOMPARE(m_list->publicCount(), 2);
    QCOMPARE(m_list->totalSize(), 8);
    const QList<core::NewUpload> uploads = m_list->uploads(UploadStorage::Object);
    QCOMPARE(uploads[0].artifact.name, u"public/gr__ dich.txt"_s);
    QCOMPARE(uploads[0].artifact.taskId, DemoDeployment::runningTask());
    QCOMPARE(uploads[0].contentType, u"text/plain"_s);
    QCOMPARE(uploads[1].contentType, u"application/zip"_s);
    QCOMPARE(uploads[1].expires, m_taskExpires);
    QVERIFY(m_list->setData(m_list->index(1, UploadList::NameColumn), u"private/b.zip"_s));
    QCOMPARE(m_list->publicCount(), 1);
    QVERIFY(!m_list->setData(m_list->index(1, UploadList::SizeColumn), 1));
}

void TestUploads::saysWhatIsWrong_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("no name") << int(UploadList::NameColumn) << QVariant(QString());
    QTest::newRow("only a folder") << int(UploadList::NameColumn) << QVariant(u"public/"_s);
    QTest::newRow("not ASCII") << int(UploadList::NameColumn) << QVariant(u"public/\u00fc"_s);
    QTest::newRow("control character") << int(UploadList::NameColumn) << QVariant(u"public/\u001b"_s);
    QTest::newRow("too long") << int(UploadList::NameColumn) << QVariant(QString(1025, u'x'));
    QTest::newRow("same name") << int(UploadList::NameColumn) << QVariant(u"public/two.txt"_s);
    QTest::newRow("name of the run's") << int(UploadList::NameColumn) << QVariant(u"public/known.txt"_s);
    QTest::newRow("no type") << int(UploadList::TypeColumn) << QVariant(u" "_s);
    QTest::newRow("type with a line break") << int(UploadList::TypeColumn) << QVariant(u"text/plain\nx"_s);
    QTest::newRow("past") << int(UploadList::ExpiresColumn) << QVariant(QDateTime::currentDateTimeUtc().addDays(-1));
    QTest::newRow("after the task") << int(UploadList::ExpiresColumn)
                                    << QVariant(QDateTime::currentDateTimeUtc().addDays(31));
    QTest::newRow("no date") << int(UploadList::ExpiresColumn) << QVariant(QDateTime());
}

void TestUploads::saysWhatIsWrong()
{
    QFETCH(int, column);
    QFETCH(QVariant, value);
    m_list->add(core::findLocalFiles({ write(u"one.txt"_s, "1"), write(u"two.txt"_s, "2") }, 9), u"public/"_s);
    QVERIFY(m_list->isReady());
    QVERIFY(m_list->setData(m_list->index(0, column), value));
    QVERIFY(!m_list->isReady());
    QVERIFY(m_list->problems() > 0);
    QVERIFY(m_list->index(0, 0).data(UploadList::HasProblemRole).toBool());
    QVERIFY(!m_list->index(0, UploadList::ProblemColumn).data().toString().isEmpty());
}

void TestUploads::keepsTheExpiryThatNobodyChanged()
{
    m_list->add(core::findLocalFiles({ write(u"one.txt"_s, "1") }, 9), u"public/"_s);
    // What an editor of minutes gives back.
    QDateTime minutes = m_taskExpires;
    minutes.setTime(QTime(minutes.time().hour(), minutes.time().minute()));
    QVERIFY(m_list->setData(m_list->index(0, UploadList::ExpiresColumn), minutes));
    QCOMPARE(m_list->uploads(UploadStorage::S3).first().expires, m_taskExpires);
    QVERIFY(m_list->setData(m_list->index(0, UploadList::ExpiresColumn), minutes.addDays(-1)));
    QCOMPARE(m_list->uploads(UploadStorage::S3).first().expires, minutes.addDays(-1));
}

void TestUploads::leavesOut()
{
    QStringList paths;
    for (int i = 0; i < 5; ++i)
        paths.append(write(QString::number(i), "x"));
    m_list->add(core::findLocalFiles(paths, 9), QString());
    m_list->leaveOut({ 0, 3 });
    QCOMPARE(m_list->rowCount(), 3);
    QCOMPARE(m_list->uploads(UploadStorage::Object).last().artifact.name, u"4"_s);
    m_list->clear();
    QVERIFY(!m_list->isReady());
}

void TestUploads::asksWhoMay()
{
    core::TaskDetails details(admin());
    details.show(DemoDeployment::runningTask());
    QTRY_VERIFY(details.status() && details.runId());
    UploadCheck may(admin());
    may.setRun(details.status(), details.runId());
    QCOMPARE(may.answer(), UploadCheck::Answer::Asking);
    may.ask();
    QTRY_COMPARE(may.answer(), UploadCheck::Answer::Yes);
    QTRY_VERIFY(may.isStorageKnown());
    QCOMPARE(may.storage(), UploadStorage::Object);

    core::Session reader(sessionOf(m_demo->rootUrl(), DemoDeployment::readOnly()));
    UploadCheck mayNot(&reader);
    mayNot.setRun(details.status(), details.runId());
    mayNot.ask();
    QTRY_COMPARE(mayNot.answer(), UploadCheck::Answer::ScopeMissing);
    QCOMPARE(mayNot.scope(), u"queue:create-artifact:%1/0"_s.arg(DemoDeployment::runningTask()));
}

void TestUploads::asksOnlyForRunsThatTakeArtifacts()
{
    core::TaskStatus status;
    status.taskId = DemoDeployment::runningTask();
    UploadCheck check(admin());
    check.setRun(nullptr, {});
    QCOMPARE(check.answer(), UploadCheck::Answer::NoRun);
    core::RunInfo run;
    run.state = core::TaskState::Completed;
    status.runs = { run };
    check.setRun(&status, 0);
    check.ask();
    QCOMPARE(check.answer(), UploadCheck::Answer::RunIsOver);
    status.runs[0].state = core::TaskState::Exception;
    status.runs[0].resolved = QDateTime::currentMSecsSinceEpoch() - 60'000;
    check.setRun(&status, 0);
    QCOMPARE(check.answer(), UploadCheck::Answer::Asking); // a worker that was shut down still brings what it has
    status.runs[0].resolved -= 25LL * 60 * 1000;
    check.setRun(&status, 0);
    QCOMPARE(check.answer(), UploadCheck::Answer::RunIsOver);
}

void TestUploads::arrivesByteForByte_data()
{
    QTest::addColumn<bool>("hasObjects");
    QTest::newRow("object storage") << true;
    QTest::newRow("s3, where there is no other") << false;
}

void TestUploads::arrivesByteForByte()
{
    QFETCH(bool, hasObjects);
    const DemoDeployment &demo = hasObjects ? *m_demo : *m_demoWithoutObjects;
    core::Session session(sessionOf(demo.rootUrl(), DemoDeployment::admin()));
    core::TaskDetails details(&session);
    details.show(DemoDeployment::runningTask());
    QTRY_VERIFY(details.status() && details.runId());
    UploadCheck check(&session);
    check.setRun(details.status(), details.runId());
    check.ask();
    QTRY_VERIFY(check.isStorageKnown());
    QCOMPARE(check.storage(), hasObjects ? UploadStorage::Object : UploadStorage::S3);

    m_list->setRun(details.taskId(), 0, QDateTime::fromMSecsSinceEpoch(details.status()->expires, Qt::UTC), {});
    goesUpAndComesBack(&session, check.storage());
}

void TestUploads::goesUpAndComesBack(core::Session *session, UploadStorage storage)
{
    QByteArray large(3'000'000, Qt::Uninitialized);
    QRandomGenerator(7).fillRange(reinterpret_cast<quint32 *>(large.data()), large.size() / 4);
    const QList<QByteArray> bodies { "small", QByteArray(), large };
    QStringList paths;
    QList<core::ArtifactId> artifacts;
    for (int i = 0; i < bodies.size(); ++i) {
        paths.append(write(u"file-%1.bin"_s.arg(i), bodies[i]));
        artifacts.append({ DemoDeployment::runningTask(), 0, u"public/up/file-%1.bin"_s.arg(i) });
    }
    m_list->add(core::findLocalFiles(paths, 9), u"public/up/"_s);
    QVERIFY(m_list->isReady());
    TransferModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.upload(session, m_list->uploads(storage));
    QCOMPARE(model.rowCount(), 3);
    QTRY_COMPARE_WITH_TIMEOUT(model.activeCount(), 0, 20'000);
    for (int row = 0; row < 3; ++row) {
        const QModelIndex index = model.index(row, 0);
        const auto state = index.data(TransferModel::StateRole).value<core::TransferState>();
        QVERIFY2(state == core::TransferState::Done, qPrintable(index.data(Qt::ToolTipRole).toString()));
    }
    model.saveInto(session, artifacts, m_folder->filePath(u"back"_s), core::FolderForm::Flat);
    QTRY_COMPARE(model.rowCount(), 6);
    QTRY_COMPARE_WITH_TIMEOUT(model.activeCount(), 0, 20'000);
    for (int i = 0; i < bodies.size(); ++i)
        QVERIFY(contents(m_folder->filePath(u"back/file-%1.bin"_s.arg(i))) == bodies[i]);
}

void TestUploads::retriesAndTellsOfErrors()
{
    const QString path = write(u"x.txt"_s, "x");
    core::NewUpload upload { { DemoDeployment::everyArtifactTask(), 0, u"public/x.txt"_s }, path, u"text/plain"_s,
        QDateTime::currentDateTimeUtc().addDays(1), UploadStorage::Object };
    TransferModel model;
    model.upload(admin(), { upload });
    QTRY_COMPARE(model.activeCount(), 0);
    const int id = model.index(0, 0).data(TransferModel::TransferIdRole).toInt();
    QCOMPARE(model.state(id), core::TransferState::Failed); // that task is over
    QCOMPARE(model.error(id).kind, tc::ErrorKind::Conflict);
    model.retry(id);
    QTRY_COMPARE(model.state(id), core::TransferState::Failed);
    upload.artifact.taskId = DemoDeployment::runningTask();
    upload.path = m_folder->filePath(u"gone"_s);
    model.upload(admin(), { upload });
    QTRY_COMPARE(model.activeCount(), 0);
    QCOMPARE(model.item(id + 1)->error.kind, tc::ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(TestUploads)
#include "test_uploads.moc"
