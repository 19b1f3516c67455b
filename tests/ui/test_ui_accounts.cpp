// SPDX-License-Identifier: MPL-2.0
// The accounts page: many accounts, added by every way but the browser, switched, exported, removed.
#include "accountsfixture.h"

#include "core/accounts/accountlistmodel.h"
#include "core/accounts/credentialexport.h"
#include "core/accounts/session.h"
#include "demo/demodeployment.h"
#include "environment.h"
#include "scriptedstore.h"
#include "ui/pages/accounts/accountlist.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accountmark.h"

#include <tc/auth.h>

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProcessEnvironment>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace uitest;
using core::Account;
using core::Location;
using Way = AccountsFixture::Way;

namespace {

core::SecretOutcome outcomeOf(core::SecretOutcome::Status status)
{
    core::SecretOutcome outcome;
    outcome.status = status;
    return outcome;
}

} // namespace

class TestUiAccounts : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<AccountsFixture> m_fixture;

    ui::MainWindow *window() const { return m_fixture->window(); }
    core::AccountRegistry *registry() const { return m_fixture->registry(); }
    ui::AccountList *list() const { return m_fixture->find<ui::AccountList>("accountList"); }

    QString selected() const { return list()->current(); }

    /// Credentials of a client that the demo makes for this test.
    tc::Credentials madeClient(const QString &name, const QStringList &scopes)
    {
        const QString clientId = u"project/demo/"_s + name;
        tc::auth::CreateClientRequest request;
        request.description = u"of a test"_s;
        request.expires = QDateTime::currentDateTimeUtc().addDays(1);
        request.scopes = scopes;
        QString token;
        bool isOver = false;
        auto *reply = m_fixture->workspace()->session(demoId())->auth()->createClient(clientId, request);
        reply->onSuccess(this, [&](const tc::auth::CreateClientResponse &made) {
            token = made.accessToken;
            isOver = true;
        });
        reply->onFailure(this, [&](const tc::Error &) { isOver = true; });
        return QTest::qWaitFor([&isOver] { return isOver; }) ? tc::Credentials { clientId, token, {} }
                                                             : tc::Credentials();
    }

    bool isAtDeployment(const QString &clientId)
    {
        bool isOver = false;
        bool isThere = false;
        auto *reply = m_fixture->workspace()->session(demoId())->auth()->client(clientId);
        reply->onSuccess(this, [&](const tc::auth::GetClientResponse &) { isThere = isOver = true; });
        reply->onFailure(this, [&](const tc::Error &) { isOver = true; });
        return QTest::qWaitFor([&isOver] { return isOver; }) && isThere;
    }

    QString demoId() const
    {
        for (const Account &account : registry()->accounts()) {
            if (account.secret == Account::Secret::Demo)
                return account.id;
        }
        return {};
    }

    void type(const tc::Credentials &credentials)
    {
        m_fixture->find<QLineEdit>("typedClientId")->setText(credentials.clientId);
        m_fixture->find<QLineEdit>("typedToken")->setText(credentials.accessToken);
        m_fixture->find<QPlainTextEdit>("typedCertificate")->setPlainText(credentials.certificate);
        m_fixture->click("typedTest");
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(!sharedDemo()->rootUrl().isEmpty()); }

    void init()
    {
        m_fixture = std::make_unique<AccountsFixture>();
        m_fixture->start();
    }

    void cleanup() { m_fixture.reset(); }

    void listsAccounts();
    void environmentSaysSo();
    void typed();
    void pasted();
    void pasteOfSomethingElse();
    void refused();
    void notReachable();
    void forThisRun();
    void anonymousBeside();
    void environmentKept();
    void configurationFile();
    void configurationStaysWithoutKeychain();
    void switchesInOneClick();
    void tabsSayWhoseTheyAre();
    void namesAndColours();
    void exportsToClipboard();
    void exportsToFile();
    void removesTheAccount();
    void removesTheClientToo();
    void clientCannotBeDeleted();
    void entryCannotBeRemoved();
    void keychainStates_data();
    void keychainStates();
    void pagesWaitForTheKeychain();
    void marksHaveContrast();
};

void TestUiAccounts::listsAccounts()
{
    QCOMPARE(list()->model()->rowCount(), 1);
    QCOMPARE(list()->model()->index(0, 0).data().toString(), u"Demo"_s);
    QCOMPARE(selected(), demoId());
    QCOMPARE(m_fixture->text("accountNote"), u"From the demo deployment"_s);
    const QString reader = m_fixture->addAccount(readerOfDemo());
    const QModelIndex row = list()->model()->index(1, 0, list()->model()->index(0, 0));
    QCOMPARE(row.data(core::AccountListModel::NoteRole).toString(), u"In the keychain"_s);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Down);
    QCOMPARE(selected(), reader);
    QCOMPARE(window()->currentPage()->location(), Location::accounts(reader)); // so that a restart comes back to it
    QVERIFY(m_fixture->waitLoaded());
    m_fixture->picture(u"accounts"_s);
    // The keyboard goes past the headings.
    QTest::keyClick(list(), Qt::Key_Home);
    QTest::keyClick(list(), Qt::Key_Up);
    QVERIFY(!selected().isEmpty());
}

void TestUiAccounts::environmentSaysSo()
{
    QProcessEnvironment environment;
    environment.insert(u"TASKCLUSTER_ROOT_URL"_s, sharedDemo()->rootUrl());
    environment.insert(u"TASKCLUSTER_CLIENT_ID"_s, readerOfDemo().clientId);
    environment.insert(u"TASKCLUSTER_ACCESS_TOKEN"_s, readerOfDemo().accessToken);
    m_fixture = std::make_unique<AccountsFixture>();
    m_fixture->start({ core::SessionOptions::fromEnvironment(environment) });
    const QModelIndex row = list()->model()->index(1, 0, list()->model()->index(0, 0));
    QCOMPARE(row.data().toString(), readerOfDemo().clientId);
    QCOMPARE(row.data(core::AccountListModel::NoteRole).toString(), u"From the environment of this program"_s);
    list()->setCurrentIndex(row);
    QCOMPARE(m_fixture->text("accountNote"), u"From the environment of this program"_s);
    m_fixture->click("actionRemoveAccountButton");
    QVERIFY(m_fixture->text("removeText").contains(u"comes back with the next start"_s));
    // It is this run's: used at its deployment, and not in the settings.
    window()->openInTab(Location::index(m_fixture->root(), {}));
    QVERIFY(m_fixture->find<QPushButton>("deploymentChip")->toolTip().contains(u"From the environment"_s));
    m_fixture->close();
    QFile settings(m_fixture->folder() + u"/settings.ini"_s);
    QVERIFY(settings.open(QIODevice::ReadOnly));
    QVERIFY(!settings.readAll().contains(readerOfDemo().accessToken.toLatin1()));
}

void TestUiAccounts::typed()
{
    m_fixture->add(Way::Typed);
    m_fixture->click("typedTest"); // nothing typed yet
    QVERIFY(m_fixture->bannerText("typedBanner").contains(u"There is no client id"_s));
    type(readerOfDemo());
    QVERIFY(m_fixture->bannerText("typedBanner").isEmpty());
    QVERIFY(m_fixture->isShown("accountReview"));
    QCOMPARE(registry()->accounts().size(), 1); // nothing is kept before
    QVERIFY(m_fixture->waitLoaded());
    QCOMPARE(m_fixture->text("reviewProgress"), u"The deployment accepts these credentials."_s);
    QCOMPARE(m_fixture->text("fact-clientId"), readerOfDemo().clientId);
    QVERIFY(m_fixture->text("reviewScopes").contains(u"assume:project:demo:reader"_s));
    m_fixture->picture(u"accounts-review"_s);
    QVERIFY(m_fixture->store()->calls.isEmpty());
    m_fixture->find<QLineEdit>("reviewName")->setText(u"  Reader  "_s);
    m_fixture->click("reviewSave");
    QCOMPARE(registry()->accounts().size(), 2);
    const Account account = registry()->accounts().last();
    QCOMPARE(account.name, u"Reader"_s);
    QCOMPARE(selected(), account.id);
    QTRY_COMPARE(registry()->find(account.id)->secret, Account::Secret::Keychain);
    QCOMPARE(m_fixture->store()->secrets.size(), 1);
    QVERIFY(registry()->find(account.id)->expires.isValid()); // the check found it out
    QVERIFY(!m_fixture->allText().contains(readerOfDemo().accessToken));
    // The form has forgotten it.
    m_fixture->add(Way::Typed);
    QVERIFY(m_fixture->find<QLineEdit>("typedToken")->text().isEmpty());
}

void TestUiAccounts::pasted()
{
    const auto text = core::exportCredentials({ m_fixture->root(), readerOfDemo() }, core::ExportFormat::Fish);
    QVERIFY(text);
    QGuiApplication::clipboard()->setText(u"# take this\n"_s + *text);
    m_fixture->add(Way::Typed);
    m_fixture->find<QComboBox>("addRoot")->setEditText(u"https://elsewhere.example"_s);
    m_fixture->click("typedPaste");
    QCOMPARE(m_fixture->find<QComboBox>("addRoot")->currentText(), m_fixture->root());
    QCOMPARE(m_fixture->find<QLineEdit>("typedClientId")->text(), readerOfDemo().clientId);
    QVERIFY(m_fixture->find<QLineEdit>("typedToken")->text() == readerOfDemo().accessToken);
    QVERIFY(!m_fixture->find<QLineEdit>("typedToken")->displayText().contains(u"demo"_s)); // masked
    m_fixture->picture(u"accounts-typed"_s);
    m_fixture->click("typedTest");
    QVERIFY(m_fixture->waitLoaded());
    m_fixture->click("reviewSave");
    QCOMPARE(registry()->accounts().size(), 2);
    QGuiApplication::clipboard()->clear();
}

void TestUiAccounts::pasteOfSomethingElse()
{
    QGuiApplication::clipboard()->setText(u"export TASKCLUSTER_ACCESS_TOKEN=SECRET-of-half-a-paste"_s);
    m_fixture->add(Way::Typed);
    m_fixture->click("typedPaste");
    QVERIFY(m_fixture->bannerText("typedBanner").contains(u"The clipboard holds no credentials"_s));
    QVERIFY(!m_fixture->allText().contains(u"SECRET-of"_s));
    QGuiApplication::clipboard()->clear();
}

void TestUiAccounts::refused()
{
    m_fixture->add(Way::Typed);
    type(disabledAtDemo());
    QVERIFY(m_fixture->waitLoaded());
    const QString banner = m_fixture->bannerText("reviewBanner");
    QVERIFY(banner.contains(u"does not accept these credentials"_s));
    QVERIFY2(banner.contains(u"disabled"_s), qPrintable(banner));
    QVERIFY(!m_fixture->find<QPushButton>("reviewSave")->isEnabled());
    m_fixture->picture(u"accounts-refused"_s);
    m_fixture->click("reviewBack");
    QVERIFY(m_fixture->isShown("typedForm"));
    QCOMPARE(registry()->accounts().size(), 1);
    // A token that is not the client's.
    type({ readerOfDemo().clientId, u"SECRET-of-somebody-else"_s, {} });
    QVERIFY(m_fixture->waitLoaded());
    QVERIFY(!m_fixture->find<QPushButton>("reviewSave")->isEnabled());
}

void TestUiAccounts::notReachable()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QString nowhere = u"http://127.0.0.1:%1"_s.arg(closed.serverPort());
    closed.close();
    m_fixture->add(Way::Typed);
    m_fixture->find<QComboBox>("addRoot")->setEditText(nowhere);
    type(readerOfDemo());
    QVERIFY(m_fixture->waitLoaded());
    QVERIFY(m_fixture->bannerText("reviewBanner").contains(u"could not be found out"_s));
    QCOMPARE(m_fixture->text("reviewSave"), u"Save without a test"_s);
    m_fixture->click("reviewSave");
    QCOMPARE(registry()->at(nowhere).size(), 1);
    // Nothing is asked of a root URL that cannot be one.
    m_fixture->add(Way::Typed);
    m_fixture->find<QComboBox>("addRoot")->setEditText(u"ftp://x"_s);
    type(readerOfDemo());
    QVERIFY(m_fixture->bannerText("addBanner").contains(u"The root URL cannot be used"_s));
}

void TestUiAccounts::forThisRun()
{
    m_fixture->add(Way::Typed);
    type(readerOfDemo());
    QVERIFY(m_fixture->waitLoaded());
    m_fixture->find<QCheckBox>("reviewKeep")->setChecked(false);
    m_fixture->click("reviewSave");
    QTest::qWait(50);
    QVERIFY(m_fixture->store()->calls.isEmpty());
    QCOMPARE(m_fixture->text("accountNote"), u"In memory, for this run only"_s);
    QVERIFY(m_fixture->bannerText("keychainBanner").isEmpty()); // it was wanted so
}

void TestUiAccounts::anonymousBeside()
{
    m_fixture->add(Way::Anonymous);
    m_fixture->click("anonymousTest");
    QVERIFY(m_fixture->waitLoaded());
    QCOMPARE(m_fixture->text("reviewProgress"), u"The deployment answers."_s);
    QVERIFY(!m_fixture->isShown("reviewKeep"));
    m_fixture->click("reviewSave");
    QCOMPARE(registry()->accounts().size(), 2);
    QCOMPARE(registry()->accounts().last().kind, Account::Kind::Anonymous);
    QVERIFY(!registry()->accounts().last().isDefault);
    QVERIFY(!m_fixture->find<QPushButton>("actionExportAccountButton")->isEnabled());
}

void TestUiAccounts::environmentKept()
{
    m_fixture->add(Way::Environment);
    QVERIFY(m_fixture->bannerText("environmentBanner").contains(u"The environment gives no credentials"_s));
    QVERIFY(!m_fixture->isShown("environmentTest"));
    const tc::test::Environment environment { { "TASKCLUSTER_ROOT_URL", m_fixture->root().toUtf8() },
        { "TASKCLUSTER_CLIENT_ID", readerOfDemo().clientId.toUtf8() },
        { "TASKCLUSTER_ACCESS_TOKEN", readerOfDemo().accessToken.toUtf8() }, { "TASKCLUSTER_CERTIFICATE", {} } };
    m_fixture->click("bannerRetry");
    QCOMPARE(m_fixture->text("fact-foundClient"), readerOfDemo().clientId);
    QVERIFY(!m_fixture->allText().contains(readerOfDemo().accessToken));
    m_fixture->click("environmentTest");
    QVERIFY(m_fixture->waitLoaded());
    m_fixture->click("reviewSave");
    QTRY_COMPARE(registry()->accounts().last().secret, Account::Secret::Keychain);
}

void TestUiAccounts::configurationFile()
{
    const tc::test::Environment environment { { "XDG_CONFIG_HOME", m_fixture->folder().toUtf8() } };
    const QString path = m_fixture->folder() + u"/taskcluster.yml"_s;
    m_fixture->add(Way::ConfigFile);
    QVERIFY(m_fixture->bannerText("fileBanner").contains(u"The file gives no credentials"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# mine\nconfig:\n  rootUrl: " + m_fixture->root().toUtf8() + "\n  clientId: "
        + readerOfDemo().clientId.toUtf8() + "\n  accessToken: " + readerOfDemo().accessToken.toUtf8() + "\n");
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    m_fixture->click("bannerRetry");
    QCOMPARE(m_fixture->text("fact-foundClient"), readerOfDemo().clientId);
    QCOMPARE(m_fixture->text("fileWarning"), u"Other users of this machine may read the file."_s);
    m_fixture->picture(u"accounts-file"_s);
    m_fixture->click("fileTest");
    QVERIFY(m_fixture->waitLoaded());
    m_fixture->click("reviewSave");
    QVERIFY(m_fixture->isShown("plainTokenPanel"));
    QTRY_COMPARE(m_fixture->text("plainState"), u"The keychain has it."_s);
    m_fixture->picture(u"accounts-plain-token"_s);
    m_fixture->click("plainRemove");
    QCOMPARE(selected(), registry()->accounts().last().id);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray rest = file.readAll();
    QVERIFY(!rest.contains(readerOfDemo().accessToken.toUtf8()));
    QVERIFY(rest.contains("# mine") && rest.contains(readerOfDemo().clientId.toUtf8()));
}

void TestUiAccounts::configurationStaysWithoutKeychain()
{
    const tc::test::Environment environment { { "XDG_CONFIG_HOME", m_fixture->folder().toUtf8() } };
    QFile file(m_fixture->folder() + u"/taskcluster.yml"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray before = "config: {rootUrl: '" + m_fixture->root().toUtf8() + "', clientId: "
        + readerOfDemo().clientId.toUtf8() + ", accessToken: " + readerOfDemo().accessToken.toUtf8() + "}\n";
    file.write(before);
    file.close();
    m_fixture->store()->next = outcomeOf(core::SecretOutcome::Status::Refused);
    m_fixture->add(Way::ConfigFile);
    m_fixture->click("fileTest");
    QVERIFY(m_fixture->waitLoaded());
    m_fixture->click("reviewSave");
    QTRY_VERIFY(m_fixture->text("plainState").contains(u"the only place where it lasts"_s));
    QVERIFY(!m_fixture->find<QPushButton>("plainRemove")->isEnabled());
    m_fixture->store()->next.reset();
    m_fixture->click("plainAgain");
    QTRY_VERIFY(m_fixture->find<QPushButton>("plainRemove")->isEnabled());
    // Somebody signed in anew with the command meanwhile.
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(before).replace(readerOfDemo().accessToken.toUtf8(), "SECRET-another-token-00"));
    file.close();
    m_fixture->click("plainRemove");
    QVERIFY(m_fixture->bannerText("plainBanner").contains(u"another token"_s));
    m_fixture->click("plainLeave");
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("SECRET-another-token-00"));
}

void TestUiAccounts::switchesInOneClick()
{
    const QString reader = m_fixture->addAccount(readerOfDemo());
    const Location place = Location::index(m_fixture->root(), u"gecko.v2"_s);
    window()->openInTab(place);
    QVERIFY(m_fixture->waitLoaded());
    const int tabs = window()->tabCount();
    auto *chip = m_fixture->find<QPushButton>("deploymentChip");
    Q_EMIT chip->menu()->aboutToShow();
    auto *action = chip->menu()->findChild<QAction *>(u"account-"_s + reader);
    QVERIFY(action && !action->isChecked());
    QVERIFY(chip->menu()->findChild<QAction *>(u"account-"_s + demoId())->isChecked());
    action->trigger();
    QCOMPARE(window()->tabCount(), tabs);
    QCOMPARE(window()->currentPage()->location(), place.as(reader)); // the same place
    QVERIFY(m_fixture->waitLoaded());
    QVERIFY(chip->text().contains(u"reader"_s));
    QCOMPARE(m_fixture->workspace()->session(window()->currentPage()->location())->account().id, reader);
    QTest::keyClick(window(), Qt::Key_Left, Qt::AltModifier); // and back again
    QCOMPARE(window()->currentPage()->location(), place);
    // From an account of another deployment its front page opens in a tab of its own.
    const QString other = registry()->add(core::SessionOptions::anonymous(u"https://tc.example.com"_s).account, {});
    Q_EMIT chip->menu()->aboutToShow();
    chip->menu()->findChild<QAction *>(u"account-"_s + other)->trigger();
    QCOMPARE(window()->tabCount(), tabs + 1);
    QCOMPARE(window()->currentPage()->location().account, other);
}

void TestUiAccounts::tabsSayWhoseTheyAre()
{
    const QString reader = m_fixture->addAccount(readerOfDemo());
    registry()->rename(reader, u"R\u202e<b>"_s);
    auto *bar = m_fixture->find<QTabWidget>("tabs")->tabBar();
    QVERIFY(!bar->tabButton(bar->currentIndex(), QTabBar::LeftSide)); // the accounts page is nobody's
    window()->openInTab(Location::index(m_fixture->root(), {}));
    window()->openInTab(Location::index(m_fixture->root(), {}).as(reader));
    const int index = bar->currentIndex();
    auto *mark = qobject_cast<ui::AccountMark *>(bar->tabButton(index, QTabBar::LeftSide));
    QVERIFY(mark && mark->isVisible());
    QVERIFY(mark->accessibleName().contains(u"R‹U+202E›<b>"_s));
    QVERIFY(bar->tabToolTip(index).contains(u"Demo"_s));
    QCOMPARE(mark->look().colour, registry()->find(reader)->colour);
    registry()->setColour(reader, 5);
    QCOMPARE(mark->look().colour, 5);
    auto *other = qobject_cast<ui::AccountMark *>(bar->tabButton(index - 1, QTabBar::LeftSide));
    QVERIFY(other && other->look() != mark->look());
    QVERIFY(m_fixture->waitLoaded());
    m_fixture->picture(u"accounts-tabs"_s);
}

void TestUiAccounts::namesAndColours()
{
    const QString reader = m_fixture->addAccount(readerOfDemo());
    list()->setCurrentIndex(list()->model()->index(1, 0, list()->model()->index(0, 0)));
    auto *name = m_fixture->find<QLineEdit>("accountName");
    QCOMPARE(name->placeholderText(), readerOfDemo().clientId);
    QTest::keyClick(window(), Qt::Key_F2);
    QTRY_VERIFY(name->hasFocus());
    QTest::keyClicks(name, u"Only looking"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(m_fixture->text("pageTitle").isEmpty(), false);
    QCOMPARE(registry()->find(reader)->name, u"Only looking"_s);
    m_fixture->click("accountColour3");
    QCOMPARE(registry()->find(reader)->colour, 3);
    QVERIFY(!registry()->find(reader)->isDefault);
    m_fixture->click("accountDefault");
    QVERIFY(registry()->find(reader)->isDefault);
    QVERIFY(!registry()->find(demoId())->isDefault);
    window()->openInTab(Location::index(m_fixture->root(), {}));
    QCOMPARE(m_fixture->workspace()->account(window()->currentPage()->location())->id, reader);
}

void TestUiAccounts::exportsToClipboard()
{
    m_fixture->addAccount(readerOfDemo());
    list()->setCurrentIndex(list()->model()->index(1, 0, list()->model()->index(0, 0)));
    QVERIFY(!m_fixture->isShown("exportPanel")); // on purpose only
    m_fixture->click("actionExportAccountButton");
    m_fixture->find<QComboBox>("exportFormat")->setCurrentIndex(1);
    m_fixture->picture(u"accounts-export"_s);
    m_fixture->click("exportCopy");
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const auto wanted = core::exportCredentials({ m_fixture->root(), readerOfDemo() }, core::ExportFormat::Fish);
    QVERIFY(data->text() == *wanted);
    QCOMPARE(data->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
    QVERIFY(m_fixture->text("exportClipboard").contains(u"cleared"_s));
    QVERIFY(!m_fixture->allText().contains(readerOfDemo().accessToken));
    m_fixture->click("exportClose");
    QTRY_VERIFY(!m_fixture->isShown("exportPanel"));
    QGuiApplication::clipboard()->clear();
}

void TestUiAccounts::exportsToFile()
{
    m_fixture->addAccount(readerOfDemo());
    list()->setCurrentIndex(list()->model()->index(1, 0, list()->model()->index(0, 0)));
    const QString path = m_fixture->folder() + u"/export.json"_s;
    m_fixture->outside()->nextPath = path;
    m_fixture->click("actionExportAccountButton");
    m_fixture->find<QComboBox>("exportFormat")->setCurrentIndex(3);
    m_fixture->click("exportSave");
    QCOMPARE(m_fixture->outside()->lastSuggestion, u"taskcluster-credentials.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains(readerOfDemo().accessToken.toUtf8()));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
        QFile::Permissions());
    QTRY_VERIFY(!m_fixture->isShown("exportPanel"));
    m_fixture->outside()->nextPath = m_fixture->folder() + u"/none/export.json"_s;
    m_fixture->click("actionExportAccountButton");
    m_fixture->click("exportSave");
    QVERIFY(m_fixture->bannerText("exportBanner").contains(u"could not be written"_s));
}

void TestUiAccounts::removesTheAccount()
{
    const QString reader = m_fixture->addAccount(readerOfDemo());
    QVERIFY(!m_fixture->find<QPushButton>("actionRemoveAccountButton")->isEnabled()); // the demo's goes with the demo
    list()->setCurrentIndex(list()->model()->index(1, 0, list()->model()->index(0, 0)));
    m_fixture->click("actionRemoveAccountButton");
    QVERIFY(!m_fixture->find<QCheckBox>("removeClient")->isChecked());
    m_fixture->picture(u"accounts-remove"_s);
    m_fixture->click("removeKeep");
    QTRY_VERIFY(!m_fixture->isShown("removePanel"));
    QVERIFY(registry()->find(reader));
    m_fixture->click("actionRemoveAccountButton");
    m_fixture->click("removeAccount");
    QTRY_VERIFY(!registry()->find(reader));
    QVERIFY(m_fixture->store()->secrets.isEmpty());
    QCOMPARE(selected(), demoId()); // something else is shown
    QVERIFY(isAtDeployment(readerOfDemo().clientId));
}

void TestUiAccounts::removesTheClientToo()
{
    const tc::Credentials mine = madeClient(u"goes"_s, { u"auth:delete-client:project/demo/goes"_s });
    QVERIFY(!mine.isAnonymous());
    const QString id = m_fixture->addAccount(mine);
    list()->setCurrentIndex(list()->model()->index(1, 0, list()->model()->index(0, 0)));
    QVERIFY(isAtDeployment(mine.clientId));
    m_fixture->click("actionRemoveAccountButton");
    m_fixture->click("removeClient");
    QCOMPARE(m_fixture->text("removeAccount"), u"Delete client and remove account"_s);
    m_fixture->click("removeAccount");
    QTRY_VERIFY(!registry()->find(id));
    QVERIFY(!isAtDeployment(mine.clientId));
    QVERIFY(m_fixture->store()->secrets.isEmpty());
}

void TestUiAccounts::clientCannotBeDeleted()
{
    const QString reader = m_fixture->addAccount(readerOfDemo());
    list()->setCurrentIndex(list()->model()->index(1, 0, list()->model()->index(0, 0)));
    m_fixture->click("actionRemoveAccountButton");
    m_fixture->click("removeClient");
    m_fixture->click("removeAccount");
    QTRY_VERIFY(m_fixture->bannerText("removeBanner").contains(u"The client could not be deleted"_s));
    QVERIFY(m_fixture->bannerText("removeBanner").contains(u"auth:delete-client:"_s));
    m_fixture->picture(u"accounts-remove-refused"_s);
    QVERIFY(registry()->find(reader));
    QCOMPARE(m_fixture->store()->secrets.size(), 1);
    m_fixture->click("removeForget");
    QTRY_VERIFY(!registry()->find(reader));
    QVERIFY(isAtDeployment(readerOfDemo().clientId));
}

void TestUiAccounts::entryCannotBeRemoved()
{
    const QString reader = m_fixture->addAccount(readerOfDemo());
    list()->setCurrentIndex(list()->model()->index(1, 0, list()->model()->index(0, 0)));
    m_fixture->store()->next = outcomeOf(core::SecretOutcome::Status::Refused);
    m_fixture->click("actionRemoveAccountButton");
    m_fixture->click("removeAccount");
    QTRY_VERIFY(m_fixture->bannerText("removeBanner").contains(u"entry in the keychain could not be removed"_s));
    QVERIFY(registry()->find(reader)); // no account goes because of a keychain
    m_fixture->store()->next.reset();
    m_fixture->click("bannerRetry");
    QTRY_VERIFY(!registry()->find(reader));
    QVERIFY(m_fixture->store()->secrets.isEmpty());
}

void TestUiAccounts::keychainStates_data()
{
    QTest::addColumn<core::SecretOutcome::Status>("status");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QByteArray>("button");
    using Status = core::SecretOutcome::Status;
    QTest::newRow("locked") << Status::Locked << u"The keychain is locked."_s << QByteArray("keychainUnlock");
    QTest::newRow("refused") << Status::Refused << u"does not let this program in"_s << QByteArray("keychainAgain");
    QTest::newRow("missing") << Status::NoService << u"There is no keychain"_s << QByteArray("keychainAgain");
    QTest::newRow("failed") << Status::Failed << u"The keychain failed."_s << QByteArray("keychainAgain");
}

// It does not take a new account, then it does.
void TestUiAccounts::keychainStates()
{
    QFETCH(const core::SecretOutcome::Status, status);
    QFETCH(const QString, says);
    QFETCH(const QByteArray, button);
    m_fixture->store()->next = outcomeOf(status);
    m_fixture->add(Way::Typed);
    type(readerOfDemo());
    QVERIFY(m_fixture->waitLoaded());
    m_fixture->click("reviewSave");
    QTRY_VERIFY(m_fixture->bannerText("keychainBanner").contains(says));
    QVERIFY(m_fixture->bannerText("keychainBanner").contains(u"works from memory, for this run"_s));
    const QString id = selected();
    m_fixture->picture(u"accounts-keychain-"_s + QString::fromLatin1(QTest::currentDataTag()));
    // The same on a page that the account is used on, where it works.
    window()->openInTab(Location::index(m_fixture->root(), {}).as(id));
    QVERIFY(m_fixture->waitLoaded());
    QVERIFY(m_fixture->bannerText("indexBanner").isEmpty());
    QVERIFY(m_fixture->bannerText("keychainBanner").contains(says));
    m_fixture->store()->next.reset();
    m_fixture->click(button.constData());
    QTRY_VERIFY(m_fixture->bannerText("keychainBanner").isEmpty());
    QTRY_COMPARE(registry()->find(id)->secret, Account::Secret::Keychain);
    QVERIFY(m_fixture->bannerText("keychainBanner").isEmpty());
}

void TestUiAccounts::pagesWaitForTheKeychain()
{
    const QString reader = m_fixture->addAccount(readerOfDemo());
    const QHash<QString, QByteArray> kept = m_fixture->store()->secrets;
    m_fixture->close();
    auto store = std::make_unique<ScriptedStore>();
    ScriptedStore *keychain = store.get();
    keychain->secrets = kept;
    keychain->holdsBack = true;
    m_fixture->setKeychain(std::move(store));
    m_fixture->open({}, sharedDemo());
    window()->openInTab(Location::index(m_fixture->root(), {}).as(reader));
    QTRY_VERIFY(keychain->held);
    QTRY_VERIFY(m_fixture->bannerText("keychainBanner").contains(u"Waiting for the keychain"_s));
    QVERIFY(window()->currentPage()->isLoading());
    keychain->held->setPhase(core::SecretJob::Phase::Slow);
    QTRY_VERIFY(m_fixture->bannerText("keychainBanner").contains(u"has not answered yet"_s));
    m_fixture->picture(u"accounts-keychain-slow"_s);
    keychain->held->setPhase(core::SecretJob::Phase::Asking);
    QTRY_VERIFY(m_fixture->bannerText("keychainBanner").contains(u"asks for its password"_s));
    core::SecretOutcome closed = outcomeOf(core::SecretOutcome::Status::Locked);
    closed.asked = true;
    keychain->holdsBack = false;
    keychain->next = closed; // whoever else asks
    keychain->held->finish(closed);
    QTRY_VERIFY(m_fixture->bannerText("keychainBanner").contains(u"are not available"_s));
    QTRY_VERIFY(!m_fixture->bannerText("indexBanner").isEmpty());
    // Unlocked: what failed loads by itself.
    keychain->next.reset();
    m_fixture->click("keychainUnlock");
    QTRY_VERIFY(m_fixture->bannerText("keychainBanner").isEmpty());
    QVERIFY(m_fixture->waitLoaded());
    QVERIFY(m_fixture->bannerText("indexBanner").isEmpty());
    QVERIFY(m_fixture->find<QAbstractItemView>("indexTable")->model()->rowCount() > 0);
}

void TestUiAccounts::marksHaveContrast()
{
    for (const auto scheme : { ui::ColorScheme::Light, ui::ColorScheme::Dark }) {
        const QPalette palette = ui::schemePalette(scheme);
        for (int colour = 0; colour < core::accountColours; ++colour) {
            QVERIFY(!ui::accountColourName(colour).isEmpty());
            QImage image(64, 64, QImage::Format_ARGB32);
            image.fill(palette.color(QPalette::Window));
            QPainter painter(&image);
            ui::paintAccountLook(&painter, image.rect(), { colour, u"I"_s }, palette);
            painter.end();
            const QColor disc = image.pixelColor(8, 32);
            QVERIFY(ui::contrast(disc, image.pixelColor(0, 0)) >= 3.0);
            QVERIFY(ui::contrast(disc, image.pixelColor(32, 32)) >= 4.5); // the letter's stroke
        }
    }
}

QTEST_MAIN(TestUiAccounts)
#include "test_ui_accounts.moc"
