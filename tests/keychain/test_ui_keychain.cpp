// SPDX-License-Identifier: MPL-2.0
// The window with a real gnome-keyring in every state in which a person may have it: what is said, and that no account
// is lost, dropped or overwritten because of it. One keyring for all tests, as QtKeychain knows only one in a process.

#include "accountsfixture.h"
#include "core/accounts/keychainstore.h"
#include "demo/demodeployment.h"
#include "privatekeyring.h"

#include <QAbstractItemView>
#include <QPushButton>

#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace uitest;
using core::Account;
using core::Location;
using Way = AccountsFixture::Way;

class TestUiKeychain : public QObject
{
    Q_OBJECT

private:
    PrivateKeyring m_keyring;
    std::unique_ptr<AccountsFixture> m_fixture;

    static std::unique_ptr<core::KeychainStore> keychain()
    {
        auto store = std::make_unique<core::KeychainStore>(u"taskcluster-desktop-tests"_s);
        store->setSlowAfter(std::chrono::milliseconds(400));
        return store;
    }

    core::AccountRegistry *registry() const { return m_fixture->registry(); }
    QString banner() const { return m_fixture->bannerText("keychainBanner"); }

    // The next run of the application: what it knows comes from the settings and the keychain.
    void restart()
    {
        m_fixture->close();
        m_fixture->start({}, keychain());
    }

    // The reader's account, typed and saved as a person does it.
    QString addReader()
    {
        m_fixture->add(Way::Typed);
        m_fixture->type(readerOfDemo());
        if (!m_fixture->waitLoaded())
            return {};
        m_fixture->click("reviewSave");
        return registry()->accounts().last().id;
    }

    // The same, and it is in the keychain.
    QString keptReader()
    {
        const QString id = addReader();
        const auto isKept = [this, &id] {
            const Account *account = registry()->find(id);
            return account && account->secret == Account::Secret::Keychain;
        };
        return QTest::qWaitFor(isKept) ? id : QString();
    }

    // A page that needs the account's credentials.
    void openIndex(const QString &id) { m_fixture->window()->openInTab(Location::index(m_fixture->root(), {}).as(id)); }

    int rows() const { return m_fixture->find<QAbstractItemView>("indexTable")->model()->rowCount(); }

    // The account is what it was, and works once the keychain is open.
    void staysAndComesBack(const QString &id)
    {
        QVERIFY(registry()->find(id));
        QCOMPARE(registry()->find(id)->secret, Account::Secret::Keychain);
        QVERIFY(m_keyring.unlock());
        m_fixture->click("keychainUnlock");
        QTRY_VERIFY(banner().isEmpty());
        QVERIFY(m_fixture->waitLoaded());
        QVERIFY(rows() > 0);
        QVERIFY(m_fixture->bannerText("indexBanner").isEmpty());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(!sharedDemo()->rootUrl().isEmpty());
        QVERIFY(m_keyring.joinBus() && m_keyring.startKeyring());
    }

    void init()
    {
        m_fixture = std::make_unique<AccountsFixture>();
        m_fixture->start({}, keychain());
    }

    void cleanup() { m_fixture.reset(); }

    void unlocked();
    void lockedAndQuestionClosed();
    void lockedAndQuestionNotShown();
    void lockedWhileSaving();
    void late();
    void lateWhileSaving();
    void noService();
};

void TestUiKeychain::unlocked()
{
    const QString id = keptReader();
    QVERIFY(!id.isEmpty());
    QCOMPARE(m_fixture->text("accountNote"), u"In the keychain"_s);
    QVERIFY(banner().isEmpty());
    restart();
    QVERIFY(registry()->find(id));
    openIndex(id);
    QVERIFY(m_fixture->waitLoaded());
    QVERIFY(rows() > 0);
    QVERIFY(banner().isEmpty());
    QCOMPARE(registry()->state(id).phase, core::SecretState::Phase::Ready);
    // Removing it removes its entry.
    const QString key = registry()->keyInKeychain(id);
    m_fixture->window()->openInTab(Location::accounts(id));
    m_fixture->click("actionRemoveAccountButton");
    m_fixture->click("removeAccount");
    QTRY_VERIFY(!registry()->find(id));
    std::optional<core::SecretOutcome::Status> status;
    m_fixture->workspace()->keychain()->read(key)->onFinished(
        this, [&status](const core::SecretOutcome &outcome) { status = outcome.status; });
    QTRY_VERIFY(status.has_value());
    QCOMPARE(*status, core::SecretOutcome::Status::NotThere);
}

void TestUiKeychain::lockedAndQuestionClosed()
{
    FakePrompter prompter(FakePrompter::Answer::Close);
    QVERIFY(m_keyring.hasPrompter(&prompter));
    const QString id = keptReader();
    QVERIFY(!id.isEmpty());
    QVERIFY(m_keyring.lock());
    restart();
    openIndex(id);
    QTRY_VERIFY(banner().contains(u"are not available"_s));
    QVERIFY(banner().contains(u"The keychain is locked, and its question was closed"_s));
    QTRY_VERIFY(m_fixture->bannerText("indexBanner").contains(u"The keychain is locked"_s));
    QCOMPARE(prompter.questions(), 1); // nobody is asked again and again
    m_fixture->picture(u"keychain-dismissed"_s);
    staysAndComesBack(id);
    m_keyring.removePrompter();
}

void TestUiKeychain::lockedAndQuestionNotShown()
{
    const QString id = keptReader();
    QVERIFY(!id.isEmpty());
    QVERIFY(m_keyring.lock());
    restart();
    openIndex(id);
    QTRY_VERIFY(banner().contains(u"could not be shown"_s));
    QTRY_VERIFY(m_fixture->bannerText("indexBanner").contains(u"The keychain is locked"_s));
    // Other accounts work meanwhile.
    m_fixture->window()->openInTab(Location::index(m_fixture->root(), {}));
    QVERIFY(m_fixture->waitLoaded());
    QVERIFY(banner().isEmpty());
    QVERIFY(rows() > 0);
    openIndex(id);
    QTRY_VERIFY(!banner().isEmpty());
    staysAndComesBack(id);
}

void TestUiKeychain::lockedWhileSaving()
{
    FakePrompter prompter(FakePrompter::Answer::Close);
    QVERIFY(m_keyring.hasPrompter(&prompter));
    QVERIFY(m_keyring.lock());
    const QString id = addReader();
    QTRY_VERIFY(banner().contains(u"works from memory, for this run"_s));
    QVERIFY(banner().contains(u"The keychain is locked"_s));
    QCOMPARE(registry()->find(id)->secret, Account::Secret::Memory);
    openIndex(id);
    QVERIFY(m_fixture->waitLoaded());
    QVERIFY(rows() > 0); // it does work
    QVERIFY(banner().contains(u"works from memory"_s));
    QVERIFY(m_keyring.unlock());
    m_fixture->click("keychainUnlock");
    QTRY_VERIFY(banner().isEmpty());
    QTRY_COMPARE(registry()->find(id)->secret, Account::Secret::Keychain);
    m_keyring.removePrompter();
}

void TestUiKeychain::late()
{
    const QString id = keptReader();
    QVERIFY(!id.isEmpty());
    m_fixture->close();
    m_keyring.stopAnswering();
    m_fixture->setKeychain(keychain());
    m_fixture->open({}, sharedDemo());
    openIndex(id);
    QTRY_VERIFY(banner().contains(u"Waiting for the keychain"_s) || banner().contains(u"has not answered yet"_s));
    QTRY_VERIFY(banner().contains(u"has not answered yet"_s));
    QVERIFY(m_fixture->window()->currentPage()->isLoading()); // it is still waited for
    QCOMPARE(rows(), 0);
    m_fixture->picture(u"keychain-late"_s);
    m_keyring.goOn();
    QTRY_VERIFY(banner().isEmpty());
    QVERIFY(m_fixture->waitLoaded());
    QVERIFY(rows() > 0);
}

void TestUiKeychain::lateWhileSaving()
{
    m_keyring.stopAnswering();
    const QString id = addReader();
    QTRY_VERIFY(banner().contains(u"has not answered yet"_s));
    QVERIFY(banner().contains(u"works from memory meanwhile"_s));
    openIndex(id);
    QVERIFY(m_fixture->waitLoaded());
    QVERIFY(rows() > 0);
    m_keyring.goOn();
    QTRY_VERIFY(banner().isEmpty());
    QTRY_COMPARE(registry()->find(id)->secret, Account::Secret::Keychain);
}

// The last one: the keyring goes.
void TestUiKeychain::noService()
{
    const QString id = keptReader();
    QVERIFY(!id.isEmpty());
    m_keyring.endKeyring();
    restart();
    openIndex(id);
    QTRY_VERIFY(banner().contains(u"There is no keychain on this desktop"_s));
    QVERIFY(banner().contains(u"are not available"_s));
    QVERIFY(m_fixture->isShown("keychainAgain"));
    QCOMPARE(registry()->find(id)->secret, Account::Secret::Keychain); // not given up
    m_fixture->picture(u"keychain-missing"_s);
    // A new account works for this run.
    m_fixture->window()->openInTab(Location::accounts());
    m_fixture->add(Way::Anonymous);
    registry()->forget(id);
    const QString other = addReader();
    QTRY_VERIFY(banner().contains(u"works from memory, for this run"_s));
    openIndex(other);
    QVERIFY(m_fixture->waitLoaded());
    QVERIFY(rows() > 0);
    // A keychain that comes later is found.
    QVERIFY(m_keyring.startKeyring());
    m_fixture->click("keychainAgain");
    QTRY_COMPARE(registry()->find(other)->secret, Account::Secret::Keychain);
    QTRY_VERIFY(banner().isEmpty());
}

// What the libraries know of a session bus they keep for the life of a process, so this one has to begin inside its
// own.
int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("TC_KEYCHAIN_BUS")) {
        qputenv("TC_KEYCHAIN_BUS", "own");
        std::vector<char *> words;
        for (const char *word : { "dbus-run-session", "--config-file=" BUS_CONFIG, "--" })
            words.push_back(const_cast<char *>(word));
        words.insert(words.end(), argv, argv + argc);
        words.push_back(nullptr);
        execvp(words.front(), words.data());
        std::perror("dbus-run-session");
        return 1;
    }
    QApplication application(argc, argv);
    TestUiKeychain test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_ui_keychain.moc"
