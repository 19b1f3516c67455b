// SPDX-License-Identifier: MPL-2.0
// One task: its parts, its artifacts saved, its logs read, against the demo deployment.
#include "windowfixture.h"

#include "core/task/artifactmodel.h"
#include "core/task/runmodel.h"
#include "demo/demodeployment.h"
#include "ui/pages/log/logpage.h"
#include "ui/pages/task/taskartifacts.h"
#include "ui/pages/task/tasktabs.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/logview.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace uitest;
using demo::DemoDeployment;

class TestUiTask : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    ui::TaskTabs *tabs() const { return m_fixture->window()->currentPage()->findChild<ui::TaskTabs *>(); }
    core::ArtifactModel *artifacts() const { return tabs()->details()->artifacts(); }

    void openArtifacts(const QString &taskId)
    {
        m_fixture->go(sharedDemo()->rootUrl() + u"/tasks/"_s + taskId); // an id alone may be a group's too
        QVERIFY(m_fixture->waitLoaded());
        QVERIFY(tabs());
        tabs()->setCurrentTab(ui::TaskTabs::Artifacts);
        QVERIFY(artifacts()->rowCount() > 0);
    }

    void selectKind(core::StorageType kind)
    {
        for (int row = 0; row < artifacts()->rowCount(); ++row) {
            if (artifacts()->artifactAt(row)->storage == kind) {
                m_fixture->find<ui::DataTable>("artifactTable")->selectOnly(row);
                return;
            }
        }
        QFAIL("there is no artifact of that kind");
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(!sharedDemo()->rootUrl().isEmpty()); }

    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open({}, sharedDemo());
    }

    void cleanup() { m_fixture.reset(); }

    void showsEveryPart()
    {
        openArtifacts(DemoDeployment::everyArtifactTask());
        m_fixture->picture(u"task-artifacts"_s);
        tabs()->setCurrentTab(ui::TaskTabs::Overview);
        m_fixture->picture(u"task"_s);
        QVERIFY(tabs()->details()->status());
        QVERIFY(tabs()->details()->runs()->rowCount() > 0);
        QVERIFY(tabs()->details()->definition());
        QVERIFY(m_fixture->window()->windowTitle().contains(tabs()->details()->definition()->name.left(10)));
    }

    void savesAnArtifactWithTheKeyboard_data()
    {
        QTest::addColumn<core::StorageType>("kind");
        QTest::newRow("s3") << core::StorageType::S3;
        QTest::newRow("object") << core::StorageType::Object;
    }

    void savesAnArtifactWithTheKeyboard()
    {
        QFETCH(core::StorageType, kind);
        openArtifacts(DemoDeployment::everyArtifactTask());
        selectKind(kind);
        const QString target = m_fixture->folder() + u"/saved.bin"_s;
        m_fixture->outside()->nextPath = target;
        QTest::keyClick(m_fixture->window(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target), 10'000);
        QVERIFY(QFileInfo(target).size() > 0);
        QVERIFY(!QFile::exists(target + u".part"_s));
        QTRY_VERIFY(m_fixture->find<QLabel>("statusNotice")->text().contains(u"saved.bin"_s));
        QVERIFY(!m_fixture->outside()->lastSuggestion.contains(u'/'));
    }

    void saysWhyAnErrorArtifactCannotBeSaved()
    {
        openArtifacts(DemoDeployment::everyArtifactTask());
        selectKind(core::StorageType::Error);
        m_fixture->outside()->nextPath = m_fixture->folder() + u"/error.bin"_s;
        QTest::keyClick(m_fixture->window(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!m_fixture->bannerText("windowBanner").isEmpty());
        QVERIFY(m_fixture->bannerText("windowBanner").contains(u"error.bin"_s));
        QVERIFY(!QFile::exists(m_fixture->folder() + u"/error.bin"_s));
    }

    void asksBeforeAHostThatTheTaskChose_data()
    {
        QTest::addColumn<bool>("allow");
        QTest::newRow("allowed") << true;
        QTest::newRow("refused") << false;
    }

    void asksBeforeAHostThatTheTaskChose()
    {
        QFETCH(bool, allow);
        openArtifacts(DemoDeployment::everyArtifactTask());
        auto *table = m_fixture->find<ui::DataTable>("artifactTable");
        table->selectOnly(artifacts()->rowOf(u"public/elsewhere.html"_s));
        const QString target = m_fixture->folder() + u"/elsewhere.html"_s;
        m_fixture->outside()->nextPath = target;
        QTest::keyClick(m_fixture->window(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(m_fixture->bannerText("hostQuestion").contains(u"untrusted.example.org"_s));
        m_fixture->picture(u"host-question"_s);
        QTest::mouseClick(m_fixture->find<QPushButton>(allow ? "hostAllow" : "hostRefuse"), Qt::LeftButton);
        QVERIFY(m_fixture->bannerText("hostQuestion").isEmpty());
        // The name leads nowhere; how far the transfer came tells whether it was let go there.
        QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->bannerText("windowBanner").isEmpty(), 30'000);
        const QString details = m_fixture->find<ui::Banner>("windowBanner")->text().details;
        QVERIFY2(details.contains(u"no host named"_s) == allow, qPrintable(details));
        QVERIFY(!QFile::exists(target));
    }

    void referencesWithinTheDeploymentAreNotAskedAbout()
    {
        openArtifacts(DemoDeployment::everyArtifactTask());
        m_fixture->find<ui::DataTable>("artifactTable")->selectOnly(artifacts()->rowOf(u"public/report.html"_s));
        m_fixture->outside()->nextPath = m_fixture->folder() + u"/report.html"_s;
        QTest::keyClick(m_fixture->window(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(QFile::exists(m_fixture->outside()->nextPath));
        QVERIFY(m_fixture->bannerText("hostQuestion").isEmpty());
    }

    void copiesTheUrlOfAnArtifact()
    {
        openArtifacts(DemoDeployment::everyArtifactTask());
        selectKind(core::StorageType::S3);
        QTest::mouseClick(m_fixture->find<QPushButton>("actionCopyArtifactUrlButton"), Qt::LeftButton);
        const QString url = QGuiApplication::clipboard()->text();
        QVERIFY2(url.startsWith(sharedDemo()->rootUrl()), qPrintable(url));
        QVERIFY(!url.contains(u"bewit"_s));
        // A copied link leads back.
        m_fixture->go(url);
        QVERIFY(m_fixture->waitLoaded());
        QVERIFY(tabs());
        QCOMPARE(tabs()->currentTab(), ui::TaskTabs::Artifacts);
    }

    void listsManyArtifacts()
    {
        openArtifacts(DemoDeployment::manyArtifactsTask());
        QTRY_COMPARE(artifacts()->rowCount(), 1506); // 1500 and the usual ones, in two pages
    }

    void readsALog()
    {
        openArtifacts(DemoDeployment::everyArtifactTask());
        QTRY_VERIFY(!tabs()->details()->logArtifact().isEmpty());
        QTest::keyClick(m_fixture->window(), Qt::Key_G, Qt::ControlModifier);
        QVERIFY(m_fixture->waitLoaded());
        auto *page = qobject_cast<ui::LogPage *>(m_fixture->window()->currentPage());
        QVERIFY(page);
        QVERIFY(m_fixture->bannerText("logBanner").isEmpty());
        m_fixture->picture(u"log"_s);
        page->view()->selectAll();
        const QString text = page->view()->selectedText();
        QVERIFY2(text.count(u'\n') > 3, qPrintable(text.left(200)));
        QVERIFY(!text.contains(QChar(0x1b)));
        // Back to the task, as it was.
        QTest::keyClick(m_fixture->window(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(tabs());
        QCOMPARE(tabs()->currentTab(), ui::TaskTabs::Artifacts);
    }

    void readsALogOf200MB()
    {
        m_fixture->go(sharedDemo()->rootUrl() + u"/tasks/"_s + DemoDeployment::bigLogTask());
        QVERIFY(m_fixture->waitLoaded());
        QTRY_VERIFY(!tabs()->details()->logArtifact().isEmpty());
        tabs()->artifacts()->openLog(ui::OpenIn::Here);
        auto *page = qobject_cast<ui::LogPage *>(m_fixture->window()->currentPage());
        QVERIFY(page);
        // Readable from the first bytes on, long before it is whole.
        QTRY_VERIFY_WITH_TIMEOUT(!page->view()->isHidden() && page->view()->isVisible(), 10'000);
        QVERIFY(m_fixture->waitLoaded(60'000));
        QVERIFY(m_fixture->bannerText("logBanner").isEmpty());
        page->view()->setFocus();
        QTest::keyClick(page->view(), Qt::Key_End);
        QVERIFY(page->view()->topLine() > 500'000);
        page->view()->selectLines(page->view()->topLine(), page->view()->topLine());
        QVERIFY(!page->view()->selectedText().isEmpty());
    }
};

QTEST_MAIN(TestUiTask)
#include "test_ui_task.moc"
