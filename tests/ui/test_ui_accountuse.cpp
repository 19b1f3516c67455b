// SPDX-License-Identifier: MPL-2.0
// Accounts in use: switched, shown on tabs, exported, removed, waited for.
#include "accountsfixture.h"

#include "core/accounts/credentialexport.h"
#include "core/accounts/session.h"
#include "demo/demodeployment.h"
#include "scriptedstore.h"
#include "ui/pages/accounts/accountlist.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accountmark.h"

#include <tc/auth.h>

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace uitest;
using core::Location;

namespace {

core::SecretOutcome outcomeOf(core::SecretOutcome::Status status)
{
    core::SecretOutcome outcome;
    outcome.status = status;
    return outcome;
}

} // namespace

class TestUiAccountUse : public QObject
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
        auto *reply = m_fixture->workspace()->session(m_fixture->demoId())->auth()->createClient(clientId, request);
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
        auto *reply = m_fixture->workspace()->session(m_fixture->demoId())->auth()->client(clientId);
        reply->onSuccess(this, [&](const tc::auth::GetClientResponse &) { isThere = isOver = true; });
        reply->onFailure(this, [&](const tc::Error &) { isOver = true; });
        return QTest::qWaitFor([&isOver] { return isOver; }) && isThere;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(!sharedDemo()->rootUrl().isEmpty()); }

    void init()
    {
        m_fixture = std::make_unique<AccountsFixture>();
        m_fixture->start();
    }

    void cleanup() { m_fixture.reset(); }

    void switchesInOneClick();
    void tabsSayWhoseTheyAre();
    void tabsFollowTheirAccount();
    void exportsToClipboard();
    void exportsToFile();
    void removesTheAccount();
    void removesTheClientToo();
    void clientCannotBeDeleted();
    void entryCannotBeRemoved();
    void pagesWaitForTheKeychain();
    void marksHaveContrast();
};

void TestUiAccountUse::switchesInOneClick()
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
    QVERIFY(chip->menu()->findChild<QAction *>(u"account-"_s + m_fixture->demoId())->isChecked());
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

void TestUiAccountUse::tabsSayWhoseTheyAre()
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

// A page keeps the session that it was made with, so a tab that is somebody else's by now gets another page.
void TestUiAccountUse::tabsFollowTheirAccount()
{
    const QString reader = m_fixture->addAccount(readerOfDemo());
    const Location place = Location::index(m_fixture->root(), u"gecko"_s);
    window()->openInTab(place);
    const int byDefault = m_fixture->find<QTabWidget>("tabs")->currentIndex();
    QVERIFY(m_fixture->waitLoaded());
    const QPointer<ui::Page> before = window()->currentPage();
    m_fixture->workspace()->prefer(reader);
    QTRY_VERIFY(!before);
    QCOMPARE(window()->currentPage()->location(), place);
    auto *bar = m_fixture->find<QTabWidget>("tabs")->tabBar();
    const auto whose = [bar](int index) { return bar->tabButton(index, QTabBar::LeftSide)->accessibleName(); };
    QVERIFY(whose(byDefault).contains(readerOfDemo().clientId));
    // Another one is named outright, and stays who it is; a rename makes nothing anew.
    window()->openInTab(place.as(m_fixture->demoId()));
    QVERIFY(m_fixture->waitLoaded());
    const QPointer<ui::Page> named = window()->currentPage();
    m_fixture->workspace()->prefer(reader);
    registry()->rename(reader, u"R"_s);
    QTest::qWait(50);
    QVERIFY(named);
    QVERIFY(whose(bar->currentIndex()).contains(adminOfDemo().clientId));
    // The account of the tab in front, and behind it, goes: the deployment's other one takes its place.
    window()->openInTab(place.as(reader));
    const int byName = bar->currentIndex();
    QVERIFY(m_fixture->waitLoaded());
    registry()->remove(reader);
    QTRY_VERIFY(window()->currentPage()->location().account.isEmpty());
    QVERIFY(m_fixture->waitLoaded());
    QVERIFY(m_fixture->bannerText("indexBanner").isEmpty());
    QVERIFY(whose(byName).contains(adminOfDemo().clientId));
    QVERIFY(whose(byDefault).contains(adminOfDemo().clientId));
}

void TestUiAccountUse::exportsToClipboard()
{
    m_fixture->addAccount(readerOfDemo());
    list()->select(registry()->accounts().last().id);
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

void TestUiAccountUse::exportsToFile()
{
    m_fixture->addAccount(readerOfDemo());
    list()->select(registry()->accounts().last().id);
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

void TestUiAccountUse::removesTheAccount()
{
    const QString reader = m_fixture->addAccount(readerOfDemo());
    QVERIFY(!m_fixture->find<QPushButton>("actionRemoveAccountButton")->isEnabled()); // the demo's goes with the demo
    list()->select(registry()->accounts().last().id);
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
    QCOMPARE(selected(), m_fixture->demoId()); // something else is shown
    QVERIFY(isAtDeployment(readerOfDemo().clientId));
}

void TestUiAccountUse::removesTheClientToo()
{
    const tc::Credentials mine = madeClient(u"goes"_s, { u"auth:delete-client:project/demo/goes"_s });
    QVERIFY(!mine.isAnonymous());
    const QString id = m_fixture->addAccount(mine);
    list()->select(registry()->accounts().last().id);
    QVERIFY(isAtDeployment(mine.clientId));
    m_fixture->click("actionRemoveAccountButton");
    m_fixture->click("removeClient");
    QCOMPARE(m_fixture->text("removeAccount"), u"Delete client and remove account"_s);
    m_fixture->click("removeAccount");
    QTRY_VERIFY(!registry()->find(id));
    QVERIFY(!isAtDeployment(mine.clientId));
    QVERIFY(m_fixture->store()->secrets.isEmpty());
}

void TestUiAccountUse::clientCannotBeDeleted()
{
    const QString reader = m_fixture->addAccount(readerOfDemo());
    list()->select(registry()->accounts().last().id);
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

void TestUiAccountUse::entryCannotBeRemoved()
{
    const QString reader = m_fixture->addAccount(readerOfDemo());
    list()->select(registry()->accounts().last().id);
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

void TestUiAccountUse::pagesWaitForTheKeychain()
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

void TestUiAccountUse::marksHaveContrast()
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

QTEST_MAIN(TestUiAccountUse)
#include "test_ui_accountuse.moc"
