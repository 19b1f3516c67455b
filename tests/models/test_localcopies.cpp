// SPDX-License-Identifier: MPL-2.0
// Copies of artifacts for dragging out: whole, private, and gone afterwards.
#include "apidata.h"
#include "core/transfers/localcopies.h"
#include "core/transfers/transfermodel.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::LocalCopies;
using core::PrivateFolder;
using core::TransferModel;
using tc::test::Request;
using tc::test::ScriptedServer;
using tc::test::Step;

namespace {

constexpr QFile::Permissions othersPermissions
    = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList entriesOf(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

class TestLocalCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fetchesOnceAndWhole();
    void neverOffersWhatIsNotWhole();
    void fetchesAgainWhatSomebodyChanged();
    void namesOfOneRunDiffer();
    void clears();
    void folderIsPrivateAndGoes();
    void removesWhatAKilledProgramLeft();
    void leavesTheFoldersOfOthersAlone();
    void noPlaceForCopies();

private:
    core::ArtifactId artifact(const QString &name) const { return { u"So18GD6BRfSt5ludnjmN1A"_s, 0, name }; }
    QString place() const { return m_home->filePath(u"cache/dragged"_s); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<core::Session> m_session;
    std::unique_ptr<TransferModel> m_transfers;
    std::unique_ptr<LocalCopies> m_copies;
    QByteArray m_content;
    bool m_cut = false;
};

void TestLocalCopies::init()
{
    m_content = QByteArray(100'000, 'x');
    m_cut = false;
    m_home = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ScriptedServer>();
    m_server->setHandler([this](const Request &request) {
        if (testdata::path(request) == u"/storage") {
            const Step step = Step::reply(200, "application/octet-stream", m_content);
            return m_cut ? step.cut(5000) : step;
        }
        return testdata::json(
            { { u"storageType"_s, u"s3"_s }, { u"url"_s, QString(m_server->url() + u"/storage"_s) } });
    });
    core::SessionOptions options = core::SessionOptions::anonymous(m_server->url());
    options.retry = tc::RetryPolicy { .retries = 0 };
    m_session = std::make_unique<core::Session>(options);
    m_transfers = std::make_unique<TransferModel>();
    m_copies = std::make_unique<LocalCopies>(m_transfers.get(), place());
}

void TestLocalCopies::cleanup()
{
    m_copies.reset();
    m_transfers.reset();
    m_session.reset();
    m_server.reset();
    m_home.reset();
}

void TestLocalCopies::fetchesOnceAndWhole()
{
    const core::ArtifactId id = artifact(u"public/x.bin"_s);
    QSignalSpy changed(m_copies.get(), &LocalCopies::changed);
    QCOMPARE(m_copies->state(m_session.get(), id), LocalCopies::State::None);
    QVERIFY(m_copies->path(m_session.get(), id).isEmpty());
    m_copies->fetch(m_session.get(), id);
    m_copies->fetch(m_session.get(), id);
    QCOMPARE(m_copies->state(m_session.get(), id), LocalCopies::State::Fetching);
    QVERIFY(m_copies->path(m_session.get(), id).isEmpty());
    QTRY_COMPARE(m_copies->state(m_session.get(), id), LocalCopies::State::Ready);
    QVERIFY(changed.size() >= 2);
    const QString path = m_copies->path(m_session.get(), id);
    QVERIFY(contents(path) == m_content);
    QCOMPARE(QFileInfo(path).fileName(), u"x.bin"_s);
    m_copies->fetch(m_session.get(), id); // it is here
    QCOMPARE(m_transfers->rowCount(), 1);
    QVERIFY(!(QFileInfo(path).permissions() & (QFile::ExeOwner | QFile::ExeUser)));
}

void TestLocalCopies::neverOffersWhatIsNotWhole()
{
    m_cut = true;
    const core::ArtifactId id = artifact(u"public/x.bin"_s);
    m_copies->fetch(m_session.get(), id);
    QTRY_COMPARE(m_copies->state(m_session.get(), id), LocalCopies::State::Failed);
    QVERIFY(m_copies->path(m_session.get(), id).isEmpty());
    m_cut = false;
    // From the list of transfers, or by dragging it once more.
    m_transfers->retry(m_transfers->index(0, 0).data(TransferModel::TransferIdRole).toInt());
    QTRY_COMPARE(m_copies->state(m_session.get(), id), LocalCopies::State::Ready);
    QVERIFY(contents(m_copies->path(m_session.get(), id)) == m_content);
}

void TestLocalCopies::fetchesAgainWhatSomebodyChanged()
{
    const core::ArtifactId id = artifact(u"public/x.bin"_s);
    m_copies->fetch(m_session.get(), id);
    QTRY_COMPARE(m_copies->state(m_session.get(), id), LocalCopies::State::Ready);
    const QString path = m_copies->path(m_session.get(), id);
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write("more");
    file.close();
    QVERIFY(m_copies->path(m_session.get(), id).isEmpty());
    m_copies->fetch(m_session.get(), id);
    QTRY_COMPARE(m_copies->state(m_session.get(), id), LocalCopies::State::Ready);
    QVERIFY(contents(m_copies->path(m_session.get(), id)) == m_content);
    // One that was moved away, or is a link to something else now, is none either.
    const QString second = m_copies->path(m_session.get(), id);
    QVERIFY(QFile::remove(second));
    QVERIFY(QFile::link(path, second));
    QVERIFY(m_copies->path(m_session.get(), id).isEmpty());
}

void TestLocalCopies::namesOfOneRunDiffer()
{
    const QStringList names { u"public/a/x.bin"_s, u"public/b/X.BIN"_s, u"../x.bin"_s };
    for (const QString &name : names)
        m_copies->fetch(m_session.get(), artifact(name));
    QSet<QString> paths;
    for (const QString &name : names) {
        QTRY_COMPARE(m_copies->state(m_session.get(), artifact(name)), LocalCopies::State::Ready);
        const QString path = m_copies->path(m_session.get(), artifact(name));
        QVERIFY(path.startsWith(place() + u'/'));
        paths.insert(QFileInfo(path).fileName().toLower());
    }
    QCOMPARE(paths.size(), names.size());
}

void TestLocalCopies::clears()
{
    const core::ArtifactId id = artifact(u"public/x.bin"_s);
    m_copies->fetch(m_session.get(), id);
    QTRY_COMPARE(m_copies->state(m_session.get(), id), LocalCopies::State::Ready);
    const QString path = m_copies->path(m_session.get(), id);
    m_copies->clear();
    QVERIFY(!QFile::exists(path));
    QCOMPARE(m_copies->state(m_session.get(), id), LocalCopies::State::None);
    m_copies->fetch(m_session.get(), id); // and it goes on
    QTRY_COMPARE(m_copies->state(m_session.get(), id), LocalCopies::State::Ready);
}

void TestLocalCopies::folderIsPrivateAndGoes()
{
    QVERIFY(!QFile::exists(place())); // nothing before it is needed
    const core::ArtifactId id = artifact(u"public/x.bin"_s);
    m_copies->fetch(m_session.get(), id);
    QTRY_COMPARE(m_copies->state(m_session.get(), id), LocalCopies::State::Ready);
    for (QDir folder = QFileInfo(m_copies->path(m_session.get(), id)).dir();; folder.cdUp()) {
        QVERIFY2(!(QFileInfo(folder.path()).permissions() & othersPermissions), qPrintable(folder.path()));
        if (folder.path() == place())
            break;
    }
    m_copies.reset();
    QVERIFY2(entriesOf(place()).isEmpty(), qPrintable(entriesOf(place()).join(u' ')));
    // A place that stood open to others is closed.
    QVERIFY(QFile::setPermissions(place(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | othersPermissions));
    const PrivateFolder folder(place());
    QVERIFY(folder.isValid());
    QVERIFY(!(QFileInfo(place()).permissions() & othersPermissions));
}

void TestLocalCopies::removesWhatAKilledProgramLeft()
{
    QVERIFY(QDir().mkpath(place() + u"/files-left/1"_s));
    QFile left(place() + u"/files-left/1/private.txt"_s);
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.write("left");
    left.close();
    // Its lock names a process that is no more.
    QProcess process;
    process.start(u"true"_s, QStringList());
    QVERIFY(process.waitForStarted());
    const qint64 gone = process.processId();
    QVERIFY(process.waitForFinished());
    QFile lock(place() + u"/files-left.lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(QByteArray::number(gone) + "\ntaskcluster-desktop\n" + QSysInfo::machineHostName().toLocal8Bit() + '\n');
    lock.close();
    const LocalCopies next(m_transfers.get(), place()); // at the start, not at the first drag
    QVERIFY(!QFile::exists(place() + u"/files-left"_s));
    QVERIFY(!QFile::exists(lock.fileName()));
}

void TestLocalCopies::leavesTheFoldersOfOthersAlone()
{
    PrivateFolder first(place());
    const QString inside = first.makeSubfolder();
    QVERIFY(!inside.isEmpty());
    PrivateFolder second(place()); // of a program that runs at the same time
    QVERIFY(second.isValid() && second.path() != first.path());
    QVERIFY(QFile::exists(inside));
}

void TestLocalCopies::noPlaceForCopies()
{
    QFile file(m_home->filePath(u"cache"_s)); // a file where the folder would have to be
    QVERIFY(file.open(QIODevice::WriteOnly));
    const core::ArtifactId id = artifact(u"public/x.bin"_s);
    m_copies->fetch(m_session.get(), id);
    QCOMPARE(m_copies->state(m_session.get(), id), LocalCopies::State::Failed);
    QCOMPARE(m_transfers->rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestLocalCopies)
#include "test_localcopies.moc"
