// SPDX-License-Identifier: MPL-2.0
// The page of transfers, saving several artifacts, and files uploaded with the keyboard.
#include "windowfixture.h"

#include "core/task/artifactmodel.h"
#include "core/taskgroup/taskgroupmodel.h"
#include "core/transfers/localcopies.h"
#include "core/transfers/transfermodel.h"
#include "core/transfers/uploadlist.h"
#include "demo/demodeployment.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/pages/task/taskartifacts.h"
#include "ui/pages/task/tasktabs.h"
#include "ui/pages/task/uploadpanel.h"
#include "ui/pages/transfers/transferspage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/droptarget.h"
#include "ui/workspace/preferences.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDir>
#include <QDirIterator>
#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTimer>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace uitest;
using core::TransferModel;
using demo::DemoDeployment;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestUiTransfers : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;

    ui::TaskTabs *tabs() const { return m_fixture->window()->currentPage()->findChild<ui::TaskTabs *>(); }
    core::ArtifactModel *artifacts() const { return tabs()->details()->artifacts(); }
    ui::DataTable *table(const char *name) const { return m_fixture->find<ui::DataTable>(name); }
    TransferModel *transfers() const { return m_fixture->workspace()->transfers(); }
    QAction *action(const char *name) const
    {
        return m_fixture->window()->findChild<QAction *>(QString::fromLatin1(name));
    }

    void openArtifacts(const QString &taskId)
    {
        m_fixture->go(sharedDemo()->rootUrl() + u"/tasks/"_s + taskId);
        QVERIFY(m_fixture->waitLoaded());
        QVERIFY(tabs());
        tabs()->setCurrentTab(ui::TaskTabs::Artifacts);
        QTRY_VERIFY(artifacts()->rowCount() > 0);
    }

    void select(const QStringList &names)
    {
        table("artifactTable")->clearSelection();
        for (const QString &name : names) {
            const int row = artifacts()->rowOf(name);
            QVERIFY2(row >= 0, qPrintable(name));
            table("artifactTable")
                ->selectionModel()
                ->select(artifacts()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }

    void openTransfers()
    {
        QTest::keyClick(m_fixture->window(), Qt::Key_7, Qt::AltModifier);
        QVERIFY(qobject_cast<ui::TransfersPage *>(m_fixture->window()->currentPage()));
    }

    QString write(const QString &name, const QByteArray &content)
    {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }

    void save(const QString &name, const QString &file)
    {
        select({ name });
        m_fixture->outside()->nextPath = m_folder->filePath(file);
        QTest::keyClick(m_fixture->window(), Qt::Key_S, Qt::ControlModifier);
    }

    void paste(const QList<QUrl> &urls)
    {
        auto *files = new QMimeData;
        files->setUrls(urls);
        QGuiApplication::clipboard()->setMimeData(files);
        QTest::keyClick(m_fixture->window(), Qt::Key_V, Qt::ControlModifier);
    }

    // With the keyboard, as the panel opens.
    void renameFirst(const QString &name)
    {
        ui::DataTable *rows = table("uploadTable");
        QVERIFY(rows->hasFocus());
        QTest::keyClick(rows, Qt::Key_Return);
        auto *editor = rows->findChild<QLineEdit *>(u"uploadEditor"_s);
        QVERIFY(editor && !editor->accessibleName().isEmpty());
        editor->setText(name);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(rows->model()->index(0, 0).data().toString(), name);
    }

    void pressUpload()
    {
        auto *upload = m_fixture->find<QPushButton>("uploadStart");
        QTRY_VERIFY(upload->isEnabled());
        QVERIFY2(upload->text().contains(u"1 artifact"_s), qPrintable(upload->text()));
        QTest::mouseClick(upload, Qt::LeftButton);
    }

    void keepForThreeYears(const QModelIndex &expires)
    {
        ui::DataTable *rows = table("uploadTable");
        rows->setCurrentIndex(expires);
        rows->edit(expires);
        auto *time = rows->findChild<QDateTimeEdit *>(u"uploadEditor"_s);
        QVERIFY(time);
        m_fixture->picture(u"upload-editing"_s);
        time->setDateTime(time->dateTime().addYears(3));
        QTest::keyClick(time, Qt::Key_Return);
    }

    void cancelAll()
    {
        openTransfers();
        table("transferTable")->selectAll();
        QTRY_VERIFY(action("actionCancelTransfers")->isEnabled());
        action("actionCancelTransfers")->trigger();
        QTRY_COMPARE(transfers()->activeCount(), 0);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(!sharedDemo()->rootUrl().isEmpty()); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open({}, sharedDemo());
    }

    void cleanup() { m_fixture.reset(); }

    void emptyPageSaysWhatBelongsThere()
    {
        openTransfers();
        QVERIFY(!m_fixture->find<QLabel>("emptyLine")->text().isEmpty());
        for (const char *name : { "actionCancelTransfers", "actionRetryTransfers", "actionOpenFolder" })
            QVERIFY(!action(name)->isEnabled());
        m_fixture->picture(u"transfers-empty"_s);
        QTest::mouseClick(m_fixture->find<QPushButton>("emptyAction"), Qt::LeftButton);
        QCOMPARE(m_fixture->window()->currentPage()->location().rootUrl, sharedDemo()->rootUrl());
    }

    void listsWhatIsSavedAndOpensItsFolder()
    {
        openArtifacts(DemoDeployment::everyArtifactTask());
        save(u"public/object-large.txt"_s, u"large.txt"_s);
        save(u"public/missing.txt"_s, u"missing.txt"_s);
        QTRY_COMPARE(transfers()->activeCount(), 0);
        openTransfers();
        QCOMPARE(table("transferTable")->model()->rowCount(), 2);
        // Why the one that is selected has failed.
        table("transferTable")->selectOnly(0);
        QTRY_VERIFY2(m_fixture->bannerText("transfersBanner").contains(u"missing.txt"_s),
            qPrintable(m_fixture->bannerText("transfersBanner")));
        QVERIFY(action("actionRetryTransfers")->isEnabled());
        m_fixture->picture(u"transfers-failed"_s);
        action("actionRetryTransfers")->trigger();
        QTRY_COMPARE(transfers()->activeCount(), 0);
        table("transferTable")->selectOnly(1);
        QVERIFY(m_fixture->bannerText("transfersBanner").isEmpty());
        QVERIFY(!action("actionRetryTransfers")->isEnabled());
        table("transferTable")->setFocus();
        QTest::keyClick(table("transferTable"), Qt::Key_Return);
        QCOMPARE(m_fixture->outside()->openedFolders, QStringList { m_folder->path() });
        QTest::keyClick(table("transferTable"), Qt::Key_Return, Qt::ControlModifier); // where it came from
        QVERIFY(m_fixture->waitLoaded());
        QVERIFY(tabs());
        QCOMPARE(tabs()->details()->taskId(), DemoDeployment::everyArtifactTask());
        openTransfers();
        action("actionClearTransfers")->trigger();
        QCOMPARE(transfers()->rowCount(), 0);
    }

    void cancelsWhatRuns()
    {
        openArtifacts(DemoDeployment::bigLogTask());
        save(u"public/logs/live_backing.log"_s, u"big.log"_s);
        openTransfers();
        QTRY_VERIFY(transfers()->index(0, 0).data(TransferModel::ReceivedRole).toLongLong() > 0);
        QTRY_VERIFY(transfers()->rate() > 0);
        QTRY_VERIFY(action("actionCancelTransfers")->isEnabled());
        m_fixture->picture(u"transfers-running"_s);
        table("transferTable")->setFocus();
        QTest::keyClick(m_fixture->window(), Qt::Key_Delete);
        QTRY_COMPARE(transfers()->activeCount(), 0);
        QCOMPARE(
            table("transferTable")->model()->index(0, TransferModel::StateColumn).data().toString(), u"Cancelled"_s);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void asksBeforeItQuits()
    {
        openArtifacts(DemoDeployment::bigLogTask());
        save(u"public/logs/live_backing.log"_s, u"big.log"_s);
        QTRY_VERIFY(transfers()->index(0, 0).data(TransferModel::ReceivedRole).toLongLong() > 0);
        m_fixture->window()->close();
        auto *question = m_fixture->window()->findChild<ui::ConfirmDialog *>();
        QVERIFY(question && m_fixture->window()->isVisible());
        m_fixture->picture(u"transfers-quit"_s, question);
        question->reject();
        QVERIFY(m_fixture->window()->isVisible());
        QCOMPARE(transfers()->activeCount(), 1);
        QTRY_VERIFY(!m_fixture->window()->findChild<ui::ConfirmDialog *>());
        m_fixture->window()->close();
        question = m_fixture->window()->findChild<ui::ConfirmDialog *>();
        QVERIFY(question);
        question->accept();
        QTRY_VERIFY(!m_fixture->window()->isVisible());
        m_fixture.reset();
        QVERIFY(QDir(m_folder->path()).isEmpty()); // no half a file is left
    }

    void savesASelectionIntoAFolder()
    {
        openArtifacts(DemoDeployment::everyArtifactTask());
        const QStringList names { u"public/deep/er/still/deeper/file.txt"_s, u"public/percent%20name.txt"_s,
            u"public/CON"_s, u"public/100%.txt"_s };
        select(names);
        QVERIFY(m_fixture->find<QPushButton>("actionSaveArtifactButton")->text().contains(u"4 artifact"_s));
        m_fixture->outside()->nextFolder = m_folder->path();
        QTest::keyClick(m_fixture->window(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(transfers()->rowCount(), 4);
        QTRY_COMPARE(transfers()->activeCount(), 0);
        const QStringList files { u"deep/er/still/deeper/file.txt"_s, u"percent%20name.txt"_s, u"_CON"_s,
            u"100%.txt"_s };
        for (int i = 0; i < names.size(); ++i)
            QCOMPARE(
                contents(m_folder->filePath(files[i])), QByteArray("The artifact named " + names[i].toUtf8() + '\n'));
        // The same without folders, beside what is there.
        action("actionKeepFolders")->setChecked(false);
        QTest::keyClick(m_fixture->window(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(transfers()->rowCount(), 8);
        QTRY_COMPARE(transfers()->activeCount(), 0);
        for (const QString &file : { u"file.txt"_s, u"percent%20name (2).txt"_s, u"_CON (2)"_s, u"100% (2).txt"_s })
            QVERIFY2(QFile::exists(m_folder->filePath(file)), qPrintable(file));
        m_fixture->picture(u"artifacts-selection"_s);
    }

    void savesAndCancelsAThousand()
    {
        openArtifacts(DemoDeployment::manyArtifactsTask());
        QTRY_COMPARE(artifacts()->rowCount(), 1506);
        // How long the window does nothing else at a time.
        QElapsedTimer sinceBeat;
        qint64 longest = 0;
        QTimer heart;
        connect(&heart, &QTimer::timeout, this, [&] { longest = std::max(longest, sinceBeat.restart()); });
        sinceBeat.start();
        heart.start(1);
        table("artifactTable")->selectAll();
        m_fixture->outside()->nextFolder = m_folder->path();
        QTest::keyClick(m_fixture->window(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(transfers()->rowCount(), 1506);
        QTRY_VERIFY(transfers()->activeCount() < 1450);
        cancelAll();
        action("actionClearTransfers")->trigger();
        QCOMPARE(transfers()->rowCount(), 0);
        QTest::qWait(20);
        qInfo("longest stall: %lld ms", longest);
        QVERIFY2(longest < 400, qPrintable(QString::number(longest)));
        // Nothing is left of what was under way.
        QDirIterator left(m_folder->path(), { u"*.part"_s }, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(!left.hasNext());
        QVERIFY(QDir(m_folder->path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() > 1); // in their folders
    }

    void followsTheSettings()
    {
        ui::Preferences *preferences = m_fixture->workspace()->preferences();
        preferences->setTransferFolder(m_folder->path());
        QCOMPARE(m_fixture->outside()->startFolder, m_folder->path());
        preferences->setTransfersAtOnce(1);
        openArtifacts(DemoDeployment::bigLogTask());
        save(u"public/logs/live_backing.log"_s, u"big.log"_s);
        save(u"public/chain-of-trust.json"_s, u"small.json"_s);
        QCOMPARE(transfers()->index(0, 0).data(TransferModel::StateRole).value<core::TransferState>(),
            core::TransferState::Waiting);
        preferences->setTransfersAtOnce(2);
        QTRY_VERIFY(QFile::exists(m_folder->filePath(u"small.json"_s)));
        QTRY_COMPARE(transfers()->activeCount(), 1);
        transfers()->cancel(transfers()->index(1, 0).data(TransferModel::TransferIdRole).toInt());
        QTRY_COMPARE(transfers()->activeCount(), 0);
    }

    void copiesSeveralUrls()
    {
        openArtifacts(DemoDeployment::everyArtifactTask());
        select({ u"public/CON"_s, u"public/100%.txt"_s });
        action("actionCopyArtifactUrl")->trigger();
        const QStringList urls = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(urls.size(), 2);
        for (const QString &url : urls)
            QVERIFY(url.startsWith(sharedDemo()->rootUrl()));
    }

    void copiesFilesToTheClipboard()
    {
        openArtifacts(DemoDeployment::everyArtifactTask());
        QGuiApplication::clipboard()->clear();
        select({ u"public/CON"_s, u"public/object-small.json"_s });
        QTest::keyClick(m_fixture->window(), Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->mimeData()->urls().size(), 2);
        const QList<QUrl> urls = QGuiApplication::clipboard()->mimeData()->urls();
        QCOMPARE(urls.first().fileName(), u"_CON"_s);
        QCOMPARE(contents(urls.first().toLocalFile()), QByteArray("The artifact named public/CON\n"));
        QCOMPARE(contents(urls.last().toLocalFile()), QByteArray("{\"small\": true}\n"));
    }

    void pastesNothingButFiles()
    {
        openArtifacts(DemoDeployment::runningTask());
        QTRY_VERIFY(action("actionPasteFiles")->isEnabled());
        QGuiApplication::clipboard()->setText(u"no files"_s);
        QTest::keyClick(m_fixture->window(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(!m_fixture->shows("uploadPanel"));
        paste({ QUrl::fromLocalFile(write(u"pasted.txt"_s, "pasted")), QUrl(u"https://example.org/x"_s) });
        QTRY_VERIFY(m_fixture->shows("uploadPanel"));
        QCOMPARE(m_fixture->find<ui::UploadPanel>("uploadPanel")->list()->rowCount(), 1); // no address is fetched
    }

    void uploadsWhatIsPasted()
    {
        openArtifacts(DemoDeployment::runningTask());
        QTRY_VERIFY(action("actionPasteFiles")->isEnabled());
        paste({ QUrl::fromLocalFile(write(u"pasted.txt"_s, "pasted")) });
        QTRY_VERIFY(m_fixture->shows("uploadPanel"));
        renameFirst(u"public/changed.txt"_s);
        pressUpload();
        QTRY_VERIFY(artifacts()->rowOf(u"public/changed.txt"_s) >= 0);
        QTRY_VERIFY(m_fixture->find<QLabel>("statusNotice")->text().contains(u"Uploaded"_s));
        save(u"public/changed.txt"_s, u"back.txt"_s);
        QTRY_COMPARE(contents(m_folder->filePath(u"back.txt"_s)), QByteArray("pasted"));
    }

    void checksBeforeItUploads()
    {
        openArtifacts(DemoDeployment::runningTask());
        QTRY_VERIFY(action("actionUploadFiles")->isEnabled());
        m_fixture->outside()->nextFiles = { write(u"one.json"_s, "{}"), write(u"two.tar.gz"_s, "2"),
            write(u"a rather long name, as screen recordings have one, of 2026-11-22 03.40.12.webm"_s, "3") };
        action("actionUploadFiles")->trigger();
        QTRY_VERIFY(m_fixture->shows("uploadPanel"));
        auto *panel = m_fixture->find<ui::UploadPanel>("uploadPanel");
        auto *upload = m_fixture->find<QPushButton>("uploadStart");
        QTRY_VERIFY(upload->isEnabled());
        core::UploadList *list = panel->list();
        ui::DataTable *rows = table("uploadTable");
        keepForThreeYears(list->index(1, core::UploadList::ExpiresColumn));
        QTRY_VERIFY(!upload->isEnabled());
        QVERIFY(!list->index(1, core::UploadList::ProblemColumn).data().toString().isEmpty());
        m_fixture->picture(u"upload-problem"_s);
        rows->selectOnly(1);
        QTest::mouseClick(m_fixture->find<QPushButton>("uploadRemove"), Qt::LeftButton);
        QCOMPARE(list->rowCount(), 2);
        QVERIFY(upload->isEnabled());
        QTest::keyClick(rows, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
        QCOMPARE(transfers()->rowCount(), 0);
    }

    void keepsTheStorageThatWasChosen()
    {
        openArtifacts(DemoDeployment::runningTask());
        QTRY_VERIFY(action("actionUploadFiles")->isEnabled());
        m_fixture->outside()->nextFiles = { write(u"one.json"_s, "{}") };
        action("actionUploadFiles")->trigger();
        QTRY_VERIFY(m_fixture->shows("uploadPanel") && m_fixture->find<QPushButton>("uploadStart")->isEnabled());
        auto *panel = m_fixture->find<ui::UploadPanel>("uploadPanel");
        QCOMPARE(panel->storage(), core::UploadStorage::Object);
        m_fixture->find<QComboBox>("uploadStorage")->setCurrentIndex(1);
        m_fixture->window()->currentPage()->reload();
        QVERIFY(m_fixture->waitLoaded());
        QCOMPARE(panel->storage(), core::UploadStorage::S3);
        QVERIFY(panel->isVisible());
    }

    void takesFilesBesideAGroup()
    {
        m_fixture->window()->resize(1024, 640);
        m_fixture->go(DemoDeployment::groupOf300());
        QVERIFY(m_fixture->waitLoaded());
        ui::DataTable *tasks = table("taskTable");
        const auto *group = qobject_cast<core::TaskGroupModel *>(tasks->model());
        QVERIFY(group);
        tasks->selectOnly(group->rowOf(DemoDeployment::runningTask()));
        QTRY_VERIFY(action("actionUploadFiles")->isEnabled());
        QMimeData content;
        content.setUrls({ QUrl::fromLocalFile(write(u"dropped.txt"_s, "x")) });
        QDragEnterEvent enter({ 50, 50 }, Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(tabs(), &enter);
        QVERIFY(enter.isAccepted());
        QVERIFY(m_fixture->find<ui::DropTarget>("dropTarget")->isVisible());
        QDropEvent drop({ 50, 50 }, Qt::CopyAction | Qt::MoveAction, &content, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(tabs(), &drop);
        QCOMPARE(drop.dropAction(), Qt::CopyAction); // the file stays where it is
        QTRY_VERIFY(m_fixture->shows("uploadPanel"));
        QTRY_VERIFY(m_fixture->find<QPushButton>("uploadStart")->isEnabled());
        m_fixture->picture(u"upload-beside-group"_s);
        // Another task has another run: what was listed for this one goes.
        tasks->selectOnly(group->rowOf(DemoDeployment::everyArtifactTask()));
        QTRY_VERIFY(!m_fixture->shows("uploadPanel"));
    }

    void saysThatARunIsOver()
    {
        openArtifacts(DemoDeployment::everyArtifactTask());
        QVERIFY(!action("actionUploadFiles")->isEnabled());
        QVERIFY(action("actionUploadFiles")->toolTip().contains(u"is over"_s));
    }

    void copiesForDraggingGoWithTheWindow()
    {
        openArtifacts(DemoDeployment::everyArtifactTask());
        core::Session *session = m_fixture->workspace()->sessions().front();
        core::LocalCopies *copies = m_fixture->workspace()->localCopies();
        const core::ArtifactId id { DemoDeployment::everyArtifactTask(), tabs()->details()->runId(), u"public/CON"_s };
        copies->fetch(session, id);
        QTRY_VERIFY(!copies->path(session, id).isEmpty());
        const QString path = copies->path(session, id);
        QVERIFY(QFile::exists(path));
        m_fixture->close();
        QVERIFY(!QFile::exists(path));
    }
};

QTEST_MAIN(TestUiTransfers)
#include "test_ui_transfers.moc"
