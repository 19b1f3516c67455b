// SPDX-License-Identifier: MPL-2.0
// Artifacts dragged out to another program and files dropped in from one, with the pointer of a real X server.
#include "windowfixture.h"

#include "core/task/artifactmodel.h"
#include "core/transfers/localcopies.h"
#include "core/transfers/transfermodel.h"
#include "demo/demodeployment.h"
#include "ui/pages/task/taskartifacts.h"
#include "ui/pages/task/tasktabs.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/droptarget.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScreen>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace uitest;
using core::LocalCopies;
using core::TransferModel;
using demo::DemoDeployment;

namespace {

constexpr QSize windowSize(1000, 700);
constexpr QPoint partnerPlace(1100, 100);
constexpr QPoint partnerMiddle(1250, 250);
constexpr QPoint away(60, 0);

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

QByteArray noise()
{
    QByteArray bytes(700'000, Qt::Uninitialized);
    QRandomGenerator(5).fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    return bytes;
}

QStringList at(QPoint place)
{
    return { u"mousemove"_s, QString::number(place.x()), QString::number(place.y()) };
}

QStringList pause(const char *seconds)
{
    return { u"sleep"_s, QString::fromLatin1(seconds) };
}

const QStringList press { u"mousedown"_s, u"1"_s };
const QStringList release { u"mouseup"_s, u"1"_s };

// From one place to another in steps, as a hand moves.
QStringList along(QPoint from, QPoint to)
{
    QStringList steps;
    for (int i = 1; i <= 12; ++i)
        steps += at(from + (to - from) * i / 12) + pause("0.01");
    return steps;
}

} // namespace

class TestUiDrag : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DemoDeployment> m_slow; // answers after a while
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;
    QProcess m_partner;
    QProcess m_pointer;
    QByteArray m_said;

    ui::TaskTabs *tabs() const { return m_fixture->window()->currentPage()->findChild<ui::TaskTabs *>(); }
    core::ArtifactModel *artifacts() const { return tabs()->details()->artifacts(); }
    ui::DataTable *table() const { return m_fixture->find<ui::DataTable>("artifactTable"); }
    core::Session *session() const { return m_fixture->workspace()->sessions().front(); }
    core::ArtifactId idOf(const QString &name) const
    {
        return { tabs()->details()->taskId(), tabs()->details()->runId(), name };
    }
    LocalCopies::State stateOf(const QString &name) const
    {
        return m_fixture->workspace()->localCopies()->state(session(), idOf(name));
    }
    QString noteOf(const QString &name) const
    {
        return artifacts()->index(artifacts()->rowOf(name), 0).data(core::ArtifactModel::NoteRole).toString();
    }

    void openTask(const DemoDeployment &demo, const demo::DemoCredentials &who, const QString &taskId)
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open({ core::SessionOptions::demo(demo.rootUrl(), { who.clientId, who.accessToken, {} }) });
        m_fixture->window()->setGeometry(QRect(QPoint(0, 0), windowSize));
        m_fixture->go(demo.rootUrl() + u"/tasks/"_s + taskId);
        QVERIFY(m_fixture->waitLoaded());
        QVERIFY(tabs());
        tabs()->setCurrentTab(ui::TaskTabs::Artifacts);
        QTRY_VERIFY(artifacts()->rowCount() > 0);
    }

    void startPartner(const QStringList &arguments)
    {
        m_said.clear();
        m_partner.start(QStringLiteral(DRAG_PARTNER),
            QStringList { arguments.first(), QString::number(partnerPlace.x()), QString::number(partnerPlace.y()) }
                + arguments.mid(1));
        QTRY_VERIFY(said("ready"));
        QTest::qWait(300); // until it is on the screen
    }

    bool said(const char *line)
    {
        m_said += m_partner.readAllStandardOutput();
        return m_said.contains(line);
    }

    // Moves the real pointer while this program goes on.
    void point(const QStringList &steps)
    {
        m_pointer.start(u"xdotool"_s, steps);
        QVERIFY(m_pointer.waitForStarted());
        QTRY_COMPARE_WITH_TIMEOUT(m_pointer.state(), QProcess::NotRunning, 15'000);
        QCOMPARE(m_pointer.exitCode(), 0);
    }

    QPoint placeOf(const QString &name) const
    {
        const QModelIndex index = artifacts()->index(artifacts()->rowOf(name), 0);
        table()->scrollTo(index);
        return table()->viewport()->mapToGlobal(table()->visualRect(index).center());
    }

    // The button goes down on a row, and the pointer away from there.
    QStringList take(const QString &name) const
    {
        const QPoint from = placeOf(name);
        return at(from) + pause("0.1") + press + pause("0.1") + along(from, from + away);
    }

    // Then to the partner, where the button goes up.
    QStringList bring(const QString &name) const
    {
        return along(placeOf(name) + away, partnerMiddle) + pause("0.2")
            + along(partnerMiddle, partnerMiddle + QPoint(9, 9)) + pause("0.2") + release;
    }

    bool areReady(const QStringList &names) const
    {
        return std::all_of(
            names.begin(), names.end(), [this](const QString &name) { return noteOf(name) == u"ready to drag"; });
    }

    // Holds the button down until all is here, then brings it to the partner. From a timer: the drag begins meanwhile,
    // and has a loop of its own in which nothing else of this test runs.
    void holdAndBring(const QStringList &names)
    {
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [this, &timer, &names] {
            if (m_pointer.state() != QProcess::NotRunning || !areReady(names))
                return;
            timer.stop();
            m_pointer.start(u"xdotool"_s, pause("0.1") + bring(names.first()));
        });
        m_pointer.start(u"xdotool"_s, take(names.first()));
        timer.start(20);
        QTRY_VERIFY_WITH_TIMEOUT(!timer.isActive(), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_pointer.state(), QProcess::NotRunning, 10'000);
    }

    void select(const QStringList &names)
    {
        table()->clearSelection();
        for (const QString &name : names)
            table()->selectionModel()->select(artifacts()->index(artifacts()->rowOf(name), 0),
                QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }

    // What the deployment has under that name, by the way that it is saved.
    QByteArray fetched(const QString &name)
    {
        const QString path = m_folder->filePath(u"fetched/%1"_s.arg(m_fixture->workspace()->transfers()->rowCount()));
        QDir().mkpath(QFileInfo(path).path());
        TransferModel *transfers = m_fixture->workspace()->transfers();
        const int id = transfers->save(session(), idOf(name), path);
        if (!QTest::qWaitFor([&] { return transfers->item(id)->isOver(); }, 10'000))
            return "(does not arrive)";
        return contents(path);
    }

    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }

    // Presses the panel's button, and waits for the end.
    void upload()
    {
        auto *button = m_fixture->find<QPushButton>("uploadStart");
        QTRY_VERIFY(button->isEnabled());
        m_fixture->picture(u"upload-panel"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!m_fixture->shows("uploadPanel"));
        QTRY_COMPARE(m_fixture->workspace()->transfers()->activeCount(), 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QGuiApplication::platformName() != u"xcb")
            QSKIP("This test moves the pointer of an X server.");
        if (QStandardPaths::findExecutable(u"xdotool"_s).isEmpty())
            QSKIP("xdotool is not installed.");
        if (QGuiApplication::primaryScreen()->size().width() < partnerPlace.x() + 300)
            QSKIP("The screen is too small for two windows.");
        demo::DemoOptions options;
        options.simulate = false;
        options.latencyMs = 700;
        m_slow = std::make_unique<DemoDeployment>(options);
        QVERIFY(!m_slow->startAndWait().isEmpty());
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void cleanup()
    {
        if (QTest::currentTestFailed())
            QProcess::execute(u"xdotool"_s, release); // the next test wants a free pointer
        m_partner.kill();
        m_partner.waitForFinished();
        m_fixture.reset();
    }

    void dragsWhatIsHere()
    {
        openTask(*sharedDemo(), DemoDeployment::admin(), DemoDeployment::everyArtifactTask());
        const QString name = u"public/object-large.txt"_s;
        m_fixture->workspace()->localCopies()->fetch(session(), idOf(name));
        QTRY_COMPARE(stateOf(name), LocalCopies::State::Ready);
        QCOMPARE(noteOf(name), u"ready to drag"_s);
        startPartner({ u"target"_s, m_folder->path() });
        point(take(name) + bring(name));
        QTRY_VERIFY2(said("dropped 1 of 1"), m_said.constData());
        QCOMPARE(contents(m_folder->filePath(u"object-large.txt"_s)), fetched(name));
    }

    void fetchesWhileTheButtonIsDown()
    {
        openTask(*sharedDemo(), DemoDeployment::admin(), DemoDeployment::everyArtifactTask());
        const QString name = u"public/object-gzip.txt"_s;
        QCOMPARE(stateOf(name), LocalCopies::State::None);
        startPartner({ u"target"_s, m_folder->path() });
        holdAndBring({ name });
        QTRY_VERIFY2(said("dropped 1 of 1"), m_said.constData());
        QCOMPARE(contents(m_folder->filePath(u"object-gzip.txt"_s)), fetched(name));
        // Nothing else was selected on the way.
        QCOMPARE(table()->selectionModel()->selectedRows().size(), 1);
    }

    void severalAtOnce()
    {
        openTask(*sharedDemo(), DemoDeployment::admin(), DemoDeployment::everyArtifactTask());
        const QStringList names { u"public/object-small.json"_s, u"public/percent%20name.txt"_s, u"public/CON"_s,
            u"public/quote\"back\\slash.txt"_s };
        select(names);
        startPartner({ u"target"_s, m_folder->path() });
        holdAndBring(names);
        QTRY_VERIFY2(said("dropped 4 of 4"), m_said.constData());
        const QStringList files { u"object-small.json"_s, u"percent%20name.txt"_s, u"_CON"_s,
            u"quote_back_slash.txt"_s };
        for (int i = 0; i < names.size(); ++i)
            QCOMPARE(contents(m_folder->filePath(files[i])), fetched(names[i]));
    }

    void saysWhenItIsReadyToDrag()
    {
        openTask(*m_slow, DemoDeployment::admin(), DemoDeployment::everyArtifactTask());
        const QString name = u"public/object-small.json"_s;
        startPartner({ u"target"_s, m_folder->path() });
        point(take(name) + release + at(partnerMiddle));
        // The button went up first, so there is no drag and nobody waits for one.
        QVERIFY2(noteOf(name).startsWith(u"fetching"_s), qPrintable(noteOf(name)));
        m_fixture->picture(u"artifacts-fetching"_s);
        QTRY_VERIFY_WITH_TIMEOUT(areReady({ name }), 10'000);
        QVERIFY(!said("entered")); // and none begins by itself
        m_fixture->picture(u"artifacts-ready"_s);
        point(take(name) + bring(name));
        QTRY_VERIFY2(said("dropped 1 of 1"), m_said.constData());
        QCOMPARE(contents(m_folder->filePath(u"object-small.json"_s)), QByteArray("{\"small\": true}\n"));
    }

    void dropsFilesIn()
    {
        openTask(*sharedDemo(), DemoDeployment::admin(), DemoDeployment::runningTask());
        tabs()->setCurrentTab(ui::TaskTabs::Overview); // the whole page takes them
        const QList<QByteArray> bodies { "dropped\n", QByteArray(), noise() };
        QStringList paths { u"a note.txt"_s, u"empty.json"_s, u"noise.bin"_s };
        for (int i = 0; i < paths.size(); ++i)
            paths[i] = write(paths[i], bodies[i]);
        startPartner(QStringList { u"source"_s } + paths);
        const QPoint page = tabs()->mapToGlobal(tabs()->rect().center());
        point(at(partnerMiddle) + press + along(partnerMiddle, page) + pause("0.3"));
        auto *target = m_fixture->find<ui::DropTarget>("dropTarget");
        QTRY_VERIFY(target->isVisible());
        QVERIFY2(target->text().contains(u"3 file"_s), qPrintable(target->text()));
        m_fixture->picture(u"drop-target"_s);
        point(release);
        QTRY_VERIFY2(said("copied"), m_said.constData());
        QVERIFY(!target->isVisible());
        QTRY_VERIFY(m_fixture->shows("uploadPanel"));
        QCOMPARE(tabs()->currentTab(), ui::TaskTabs::Artifacts);
        upload();
        const QStringList names { u"public/a note.txt"_s, u"public/empty.json"_s, u"public/noise.bin"_s };
        for (int i = 0; i < names.size(); ++i) {
            QTRY_VERIFY(artifacts()->rowOf(names[i]) >= 0); // the page shows them
            QCOMPARE(artifacts()->artifactAt(artifacts()->rowOf(names[i]))->storage, core::StorageType::Object);
            QCOMPARE(fetched(names[i]), bodies[i]);
        }
    }

    void saysWhichScopeIsMissing()
    {
        openTask(*sharedDemo(), DemoDeployment::readOnly(), DemoDeployment::runningTask());
        QTRY_VERIFY(!tabs()->artifacts()->actions().at(3)->isEnabled()); // it is known who may
        startPartner({ u"source"_s, write(u"x.txt"_s, "x") });
        const QPoint page = tabs()->mapToGlobal(tabs()->rect().center());
        point(at(partnerMiddle) + press + along(partnerMiddle, page) + pause("0.3"));
        const QString scope = u"queue:create-artifact:%1/0"_s.arg(DemoDeployment::runningTask());
        QTRY_VERIFY(m_fixture->find<ui::DropTarget>("dropTarget")->text().contains(scope));
        m_fixture->picture(u"drop-refused"_s);
        point(release);
        QTRY_VERIFY2(said("refused"), m_said.constData());
        QTRY_VERIFY(!m_fixture->bannerText("uploadBanner").isEmpty());
        QVERIFY2(
            m_fixture->bannerText("uploadBanner").contains(scope), qPrintable(m_fixture->bannerText("uploadBanner")));
        m_fixture->picture(u"upload-scope-missing"_s);
    }
};

QTEST_MAIN(TestUiDrag)
#include "test_ui_drag.moc"
