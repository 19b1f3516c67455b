// SPDX-License-Identifier: MPL-2.0
// After everything that handles secrets was used, against the real keychain, nothing of them is found in plain text:
// not in the home directory, settings, temporary files, logs, or in what programs that were started got to see.
#include "plainbrowser.h"
#include "windowfixture.h"

#include "core/accounts/foundcredentials.h"
#include "core/accounts/keychainstore.h"
#include "core/secrets/draftstore.h"
#include "core/transfers/localcopies.h"
#include "core/transfers/transfermodel.h"
#include "core/util/hardening.h"
#include "demo/demodeployment.h"
#include "ui/pages/credentials/credentialview.h"
#include "ui/widgets/guardedtext.h"
#include "ui/workspace/outside.h"

#include <tc/auth.h>
#include <tc/logging.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QLoggingCategory>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace uitest;

namespace {

QByteArray logged; // by everything in this process
QtMessageHandler usualHandler = nullptr;

void keepMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    logged += QByteArray(context.category) + ": " + message.toUtf8() + '\n';
    if (type == QtFatalMsg || type == QtCriticalMsg)
        usualHandler(type, context, message);
}

// The forms in which a secret could stand somewhere.
QList<QByteArray> formsOf(const QByteArray &secret)
{
    QList<QByteArray> forms { secret, QUrl::toPercentEncoding(QString::fromUtf8(secret)) };
    // base64 depends on what stands before; the middle of each of its three forms is always there.
    for (int before = 0; before < 3; ++before) {
        for (const auto alphabet : { QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding })
            forms += QByteArray(QByteArray(before, 'x') + secret).toBase64(alphabet).mid(4, secret.size() - 6);
    }
    return forms;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestUiTraces : public QObject
{
    Q_OBJECT

public:
    static QString home;

private:
    std::unique_ptr<WindowFixture> m_fixture;
    QList<QByteArray> m_secrets;

    template <typename T>
    T *find(const char *name) const
    {
        return m_fixture->find<T>(name);
    }
    void click(const char *name) const
    {
        auto *button = find<QAbstractButton>(name);
        QVERIFY2(button, name);
        QTRY_VERIFY2(button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void open(const core::Location &location)
    {
        m_fixture->window()->openInTab(location);
        QVERIFY(m_fixture->waitLoaded());
    }
    QAction *action(const char *name) const
    {
        return m_fixture->window()->currentPage()->findChild<QAction *>(QString::fromLatin1(name));
    }
    QString root() const { return sharedDemo()->rootUrl(); }
    core::Session *admin() const { return m_fixture->workspace()->session(core::Location::deployment(root())); }

    void addSecret(const QString &secret)
    {
        QVERIFY(secret.size() >= 16);
        m_secrets += secret.toUtf8();
    }

    tc::Credentials makeClient(const QString &clientId)
    {
        tc::auth::CreateClientRequest request;
        request.description = u"of a test"_s;
        request.expires = QDateTime::currentDateTimeUtc().addDays(3);
        request.scopes = { u"*"_s };
        auto *reply = admin()->auth()->createClient(clientId, request);
        reply->setAutoDelete(false);
        QSignalSpy finished(reply, &tc::ReplyBase::finished);
        return finished.wait() && !reply->error() ? tc::Credentials { clientId, reply->value().accessToken, {} }
                                                  : tc::Credentials();
    }

    // What stands in a file or a text, and where; empty when nothing does.
    QStringList findings(const QString &where, const QByteArray &text) const
    {
        QStringList found;
        for (qsizetype i = 0; i < m_secrets.size(); ++i) {
            const QList<QByteArray> forms = formsOf(m_secrets.at(i));
            for (qsizetype form = 0; form < forms.size(); ++form) {
                if (text.contains(forms.at(form)))
                    found += u"secret %1, form %2, in %3"_s.arg(i).arg(form).arg(where);
            }
        }
        return found;
    }

    void signIn();
    void addAccountByPaste();
    void exportToClipboard();
    void mint();
    void rotateToken();
    void useSecrets();
    void moveFiles();
    void startProgram();

private Q_SLOTS:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(u"*=true\nqt.*=false"_s);
        usualHandler = qInstallMessageHandler(keepMessage);
        QVERIFY(!root().isEmpty());
        addSecret(demo::DemoDeployment::admin().accessToken);
    }

    void nothingIsLeftInPlainText();
    void theSearchFinds_data();
    void theSearchFinds();
};

QString TestUiTraces::home;

void TestUiTraces::signIn()
{
    open(core::Location::accounts());
    action("actionAddAccount")->trigger();
    click("signInStart");
    QTRY_VERIFY(!m_fixture->outside()->openedUrls.isEmpty());
    const QByteArray back = acceptSignIn(m_fixture->outside()->openedUrls.constLast());
    QVERIFY(!back.isEmpty());
    addSecret(QUrlQuery(QUrl::fromEncoded(back)).queryItemValue(u"accessToken"_s, QUrl::FullyDecoded));
    QCOMPARE(follow(back).status, 200);
    QTRY_VERIFY(find<QAbstractButton>("reviewSave") && find<QAbstractButton>("reviewSave")->isVisible());
    QVERIFY(m_fixture->waitLoaded());
    click("reviewSave");
    const QString id = m_fixture->workspace()->registry()->accounts().constLast().id;
    QTRY_COMPARE_WITH_TIMEOUT(
        m_fixture->workspace()->registry()->find(id)->secret, core::Account::Secret::Keychain, 10'000);
}

void TestUiTraces::addAccountByPaste()
{
    const tc::Credentials made = makeClient(u"project/traces/pasted"_s);
    addSecret(made.accessToken);
    QGuiApplication::clipboard()->setText(
        u"export TASKCLUSTER_ROOT_URL=%1 TASKCLUSTER_CLIENT_ID=%2 "
        "TASKCLUSTER_ACCESS_TOKEN=%3\n"_s.arg(root(), made.clientId, made.accessToken));
    open(core::Location::accounts());
    action("actionAddAccount")->trigger();
    find<QTabWidget>("addWays")->setCurrentIndex(1);
    click("typedPaste");
    QGuiApplication::clipboard()->clear();
    click("typedTest");
    QVERIFY(m_fixture->waitLoaded());
    click("reviewSave");
    const QString id = m_fixture->workspace()->registry()->accounts().constLast().id;
    QTRY_COMPARE_WITH_TIMEOUT(
        m_fixture->workspace()->registry()->find(id)->secret, core::Account::Secret::Keychain, 10'000);
}

void TestUiTraces::exportToClipboard()
{
    click("actionExportAccountButton");
    click("exportCopy");
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"TASKCLUSTER_ACCESS_TOKEN"_s));
    click("exportClose");
}

void TestUiTraces::mint()
{
    click("actionMintButton");
    auto *scopes = find<QPlainTextEdit>("mintScopes");
    scopes->setPlainText(u"queue:get-artifact:public/*"_s);
    find<QLineEdit>("mintName")->setText(u"project/traces/minted"_s);
    click("mintMake");
    QTRY_VERIFY(find<QWidget>("mintResult")->isVisible());
    click("mintCopy");
    const auto found = core::parseCredentials(QGuiApplication::clipboard()->text());
    QVERIFY(found);
    addSecret(found->credentials.accessToken);
    const QJsonObject certificate = QJsonDocument::fromJson(found->credentials.certificate.toUtf8()).object();
    addSecret(certificate.value(u"signature"_s).toString());
    addSecret(certificate.value(u"seed"_s).toString());
    click("mintStore");
}

void TestUiTraces::rotateToken()
{
    open(core::Location::client(root(), u"project/traces/pasted"_s));
    click("actionAccessResetButton");
    click("confirmAction");
    QTRY_VERIFY(find<QLabel>("tokenSecret") && find<QLabel>("tokenSecret")->isVisible());
    click("tokenCopy");
    addSecret(QGuiApplication::clipboard()->text());
    click("tokenReveal");
    click("tokenKeep");
    QTRY_VERIFY(find<QLabel>("tokenNote")->text().contains(u"keychain"_s));
}

void TestUiTraces::useSecrets()
{
    addSecret(u"SECRET-value-of-the-traces"_s);
    addSecret(u"SECRET-draft-of-the-traces"_s);
    const QString name = u"project/traces/one"_s;
    open(core::Location::secrets(root()));
    action("actionSecretNew")->trigger();
    find<QLineEdit>("secretName")->setText(name);
    click("modeYaml");
    auto *text = find<ui::GuardedText>("secretText");
    text->selectAll();
    text->insertPlainText(u"token: SECRET-value-of-the-traces\n"_s);
    click("editorReview");
    click("saveShowValues");
    click("saveAccept");
    QVERIFY(m_fixture->waitLoaded());
    QTRY_VERIFY(find<QWidget>("secretView")->isVisible());
    // Then a change that is left as a draft.
    action("actionSecretEdit")->trigger();
    click("modeYaml");
    text = find<ui::GuardedText>("secretText");
    text->selectAll();
    text->insertPlainText(u"token: SECRET-draft-of-the-traces\n"_s);
    core::DraftStore *drafts = m_fixture->workspace()->drafts();
    QTRY_COMPARE_WITH_TIMEOUT(drafts->keeping(), core::DraftStore::Keeping::Lasting, 10'000);
    const auto isOnDisk = [&] {
        const auto kept = drafts->drafts(u"demo"_s, admin()->account().clientId);
        return !kept.isEmpty() && drafts->isOnDisk(kept.constFirst().id);
    };
    QTRY_VERIFY(isOnDisk());
}

void TestUiTraces::moveFiles()
{
    core::LocalCopies *copies = m_fixture->workspace()->localCopies();
    const core::ArtifactId id { demo::DemoDeployment::everyArtifactTask(), {}, u"public/CON"_s };
    copies->fetch(admin(), id);
    QTRY_VERIFY(!copies->path(admin(), id).isEmpty());
    m_fixture->workspace()->transfers()->save(admin(), id, home + u"/saved.txt"_s);
    QTRY_VERIFY(QFile::exists(home + u"/saved.txt"_s));
    // Without the right to list: a refusal, explained.
    open(core::Location::secrets(root()).as(m_fixture->workspace()->registry()->accounts().constLast().id));
}

// What the browser would be started with: a program that writes down what it was given.
void TestUiTraces::startProgram()
{
    const QString folder = home + u"/bin"_s;
    QVERIFY(QDir().mkpath(folder));
    const QString path = folder + u"/xdg-open"_s;
    QFile program(path);
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("#!/bin/sh\n{ env; tr '\\0' ' ' < /proc/$$/cmdline; echo; echo \"$@\"; } > '" + home.toUtf8()
        + "/child.txt.new'\nmv '" + home.toUtf8() + "/child.txt.new' '" + home.toUtf8() + "/child.txt'\n");
    program.close();
    QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    qputenv("PATH", folder.toUtf8() + ':' + qgetenv("PATH"));
    ui::DesktopOutside().openUrl(core::Location::secret(root(), u"project/traces/one"_s).toUrl());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(home + u"/child.txt"_s), 10'000);
    QVERIFY(contents(home + u"/child.txt"_s).contains("/secrets/project"));
}

void TestUiTraces::nothingIsLeftInPlainText()
{
    addSecret(u"SECRET-token-of-the-environment"_s);
    qputenv("TASKCLUSTER_ACCESS_TOKEN", "SECRET-token-of-the-environment");
    core::takeSecretsOfEnvironment();
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->setKeychain(std::make_unique<core::KeychainStore>(u"taskcluster-desktop-traces"_s));
    m_fixture->open({}, sharedDemo());
    for (const auto step : { &TestUiTraces::signIn, &TestUiTraces::addAccountByPaste, &TestUiTraces::exportToClipboard,
             &TestUiTraces::mint, &TestUiTraces::rotateToken, &TestUiTraces::useSecrets, &TestUiTraces::moveFiles,
             &TestUiTraces::startProgram }) {
        (this->*step)();
        if (QTest::currentTestFailed())
            return;
    }
    m_fixture->workspace()->settings()->sync();
    QCOMPARE(m_secrets.size(), 10);

    QStringList found;
    int files = 0;
    QDirIterator each(home, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        ++files;
        found += findings(path, contents(path));
        found += findings(u"a name"_s, path.toUtf8());
    }
    QVERIFY2(files >= 5, qPrintable(QString::number(files))); // settings, draft, copy, saved file, what the child saw
    found += findings(u"the log"_s, logged);
    QVERIFY(logged.contains("tc.http")); // it was on
    found += findings(u"the command line"_s, contents(u"/proc/self/cmdline"_s));
    found += findings(u"the titles"_s, m_fixture->window()->windowTitle().toUtf8());
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));

    // Closing adds nothing.
    m_fixture->close();
    found = findings(u"the settings"_s, contents(m_fixture->folder() + u"/settings.ini"_s));
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void TestUiTraces::theSearchFinds_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray secret = "SECRET-a/b+c with more";
    QTest::newRow("plain") << "x" + secret;
    QTest::newRow("percent-encoded") << QUrl::toPercentEncoding(QString::fromUtf8(secret));
    for (int before = 0; before < 4; ++before)
        QTest::addRow("base64 behind %d", before) << QByteArray(QByteArray(before, '{') + secret + "}").toBase64();
    QTest::newRow("base64url") << QByteArray("ab" + secret).toBase64(QByteArray::Base64UrlEncoding);
}

void TestUiTraces::theSearchFinds()
{
    QFETCH(QByteArray, text);
    m_secrets = { "SECRET-a/b+c with more" };
    QVERIFY(!findings(u"here"_s, text).isEmpty());
    QVERIFY(findings(u"here"_s, "nothing of the kind").isEmpty());
}

int main(int argc, char **argv)
{
    // A home of its own, for everything that is kept for a person. The keychain's files are elsewhere.
    QTemporaryDir folder;
    TestUiTraces::home = folder.path();
    for (const char *name : { "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME" })
        qputenv(name, folder.path().toUtf8());
    qputenv("TMPDIR", folder.path().toUtf8());
    QApplication application(argc, argv);
    TestUiTraces test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_ui_traces.moc"
