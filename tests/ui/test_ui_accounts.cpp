// SPDX-License-Identifier: MPL-2.0
// The accounts page: many accounts, added by every way but the browser, named, and what becomes of them without a
// keychain.
#include "accountsfixture.h"

#include "core/accounts/accountlistmodel.h"
#include "core/accounts/credentialexport.h"
#include "core/accounts/session.h"
#include "demo/demodeployment.h"
#include "environment.h"
#include "scriptedstore.h"
#include "ui/pages/accounts/accountlist.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QProcessEnvironment>
#include <QPushButton>
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
    void namesAndColours();
    void keychainStates_data();
    void keychainStates();
};

void TestUiAccounts::listsAccounts()
{
    QCOMPARE(list()->model()->rowCount(), 1);
    QCOMPARE(list()->model()->index(0, 0).data().toString(), u"Demo"_s);
    QCOMPARE(selected(), m_fixture->demoId());
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
    m_fixture->type(readerOfDemo());
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
    m_fixture->type(disabledAtDemo());
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
    m_fixture->type({ readerOfDemo().clientId, u"SECRET-of-somebody-else"_s, {} });
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
    m_fixture->type(readerOfDemo());
    QVERIFY(m_fixture->waitLoaded());
    QVERIFY(m_fixture->bannerText("reviewBanner").contains(u"could not be found out"_s));
    QCOMPARE(m_fixture->text("reviewSave"), u"Save without a test"_s);
    m_fixture->click("reviewSave");
    QCOMPARE(registry()->at(nowhere).size(), 1);
    // Nothing is asked of a root URL that cannot be one.
    m_fixture->add(Way::Typed);
    m_fixture->find<QComboBox>("addRoot")->setEditText(u"ftp://x"_s);
    m_fixture->type(readerOfDemo());
    QVERIFY(m_fixture->bannerText("addBanner").contains(u"The root URL cannot be used"_s));
}

void TestUiAccounts::forThisRun()
{
    m_fixture->add(Way::Typed);
    m_fixture->type(readerOfDemo());
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

void TestUiAccounts::namesAndColours()
{
    const QString reader = m_fixture->addAccount(readerOfDemo());
    list()->select(registry()->accounts().last().id);
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
    QVERIFY(!registry()->find(m_fixture->demoId())->isDefault);
    window()->openInTab(Location::index(m_fixture->root(), {}));
    QCOMPARE(m_fixture->workspace()->account(window()->currentPage()->location())->id, reader);
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

void TestUiAccounts::keychainStates()
{
    QFETCH(const core::SecretOutcome::Status, status);
    QFETCH(const QString, says);
    QFETCH(const QByteArray, button);
    m_fixture->store()->next = outcomeOf(status);
    m_fixture->add(Way::Typed);
    m_fixture->type(readerOfDemo());
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

QTEST_MAIN(TestUiAccounts)
#include "test_ui_accounts.moc"
