// SPDX-License-Identifier: MPL-2.0
// A change of a secret that was not saved, after its process was killed: a real window in a process of its own, with a
// real keychain and the demo deployment of this one.
//
// With "type", "vain" or "look" as its argument this program is that process.
#include "windowfixture.h"

#include "core/accounts/keychainstore.h"
#include "core/secrets/draftstore.h"
#include "demo/demodeployment.h"
#include "privatekeyring.h"
#include "ui/widgets/guardedtext.h"

#include <QAction>
#include <QDirIterator>
#include <QGuiApplication>
#include <QProcess>
#include <QPushButton>
#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace uitest;

namespace {

const QString place = u"/secrets/project%2Fdemo%2Fpublic%2Fgreeting"_s;
const QString typed = u"text: SECRET-typed-but-not-saved\nbroken: ["_s;

void say(const char *line)
{
    std::puts(line);
    std::fflush(stdout);
}

// Opens the secret in a window like that of any run.
bool openSecret(WindowFixture *fixture)
{
    fixture->setKeychain(std::make_unique<core::KeychainStore>(u"taskcluster-desktop-tests"_s));
    auto options = core::SessionOptions::fromEnvironment(QProcessEnvironment::systemEnvironment());
    options.developmentDeployment = true;
    fixture->open({ options });
    fixture->go(options.account.rootUrl + place);
    return fixture->waitLoaded();
}

int type(WindowFixture *fixture)
{
    auto *edit = fixture->window()->currentPage()->findChild<QAction *>(u"actionSecretEdit"_s);
    if (!edit || !edit->isEnabled())
        return 2;
    edit->trigger();
    auto *text = fixture->find<ui::GuardedText>("secretText");
    text->selectAll();
    text->insertPlainText(typed);
    core::DraftStore *drafts = fixture->workspace()->drafts();
    QObject::connect(drafts, &core::DraftStore::written, drafts,
        [](const QString &, bool isWritten) { say(isWritten ? "kept" : "not written"); });
    return QGuiApplication::exec(); // until it is killed
}

bool waitFor(WindowFixture *fixture, const char *banner)
{
    const auto isVisible = [=] {
        const auto *widget = fixture->find<QWidget>(banner);
        return widget && widget->isVisible();
    };
    return QTest::qWaitFor(isVisible, 10'000);
}

// The keychain is locked, and nobody answers its question.
int lookInVain(WindowFixture *fixture)
{
    const bool isTold = waitFor(fixture, "lockedDraftsBanner");
    const auto *draft = fixture->find<QWidget>("secretDraftBanner");
    say(isTold && draft && !draft->isVisible() ? "told" : "not told");
    return 0;
}

int look(WindowFixture *fixture)
{
    if (!waitFor(fixture, "secretDraftBanner")) {
        say("no draft");
        return 1;
    }
    QTest::mouseClick(fixture->find<QPushButton>("draftGoOn"), Qt::LeftButton);
    say(fixture->find<ui::GuardedText>("secretText")->toPlainText() == typed ? "back" : "another text");
    return 0;
}

int runWindow(const QString &what)
{
    WindowFixture fixture;
    if (!openSecret(&fixture)) {
        say("not loaded");
        return 2;
    }
    if (what == u"type")
        return type(&fixture);
    return what == u"look" ? look(&fixture) : lookInVain(&fixture);
}

} // namespace

class TestUiDrafts : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_home;

    QProcessEnvironment environment(const PrivateKeyring &keyring) const
    {
        QProcessEnvironment result = keyring.environment();
        for (const char *display : { "DISPLAY", "XAUTHORITY", "QT_QPA_PLATFORM" }) {
            if (qEnvironmentVariableIsSet(display))
                result.insert(QLatin1StringView(display), qEnvironmentVariable(display));
        }
        result.insert(u"HOME"_s, m_home.path());
        result.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s));
        result.insert(u"TMPDIR"_s, m_home.path());
        const demo::DemoCredentials admin = demo::DemoDeployment::admin();
        result.insert(u"TASKCLUSTER_ROOT_URL"_s, sharedDemo()->rootUrl());
        result.insert(u"TASKCLUSTER_CLIENT_ID"_s, admin.clientId);
        result.insert(u"TASKCLUSTER_ACCESS_TOKEN"_s, admin.accessToken);
        return result;
    }

    static void start(QProcess *process, const QProcessEnvironment &environment, const QString &what)
    {
        process->setProcessEnvironment(environment);
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QCoreApplication::applicationFilePath(), { what });
    }

private Q_SLOTS:
    void comesBackAfterTheProcessWasKilled()
    {
        QVERIFY(!sharedDemo()->rootUrl().isEmpty());
        PrivateKeyring keyring;
        QVERIFY(keyring.startBus() && keyring.startKeyring());
        QProcess first;
        start(&first, environment(keyring), u"type"_s);
        QTRY_VERIFY_WITH_TIMEOUT(first.canReadLine(), 20'000);
        QCOMPARE(first.readLine().trimmed(), QByteArray("kept"));
        first.kill();
        QTRY_COMPARE(first.state(), QProcess::NotRunning);
        QCOMPARE(first.exitStatus(), QProcess::CrashExit);

        int files = 0;
        for (QDirIterator each(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             each.hasNext();) {
            QFile file(each.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("typed-but-not-saved"), qPrintable(each.fileName()));
            files += each.fileName().endsWith(u".draft"_s) ? 1 : 0;
        }
        QCOMPARE(files, 1);

        QVERIFY(keyring.lock());
        QProcess vain;
        start(&vain, environment(keyring), u"vain"_s);
        QTRY_VERIFY_WITH_TIMEOUT(vain.canReadLine(), 20'000);
        QCOMPARE(vain.readLine().trimmed(), QByteArray("told"));
        QTRY_COMPARE(vain.state(), QProcess::NotRunning);
        QVERIFY(keyring.unlock());

        QProcess second;
        start(&second, environment(keyring), u"look"_s);
        QTRY_VERIFY_WITH_TIMEOUT(second.canReadLine(), 20'000);
        QCOMPARE(second.readLine().trimmed(), QByteArray("back"));
        QTRY_COMPARE(second.state(), QProcess::NotRunning);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString what = QCoreApplication::arguments().value(1);
    if (what == u"type" || what == u"look" || what == u"vain")
        return runWindow(what);
    TestUiDrafts test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_ui_drafts.moc"
