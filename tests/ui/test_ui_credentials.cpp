// SPDX-License-Identifier: MPL-2.0
// The credentials of an account, and others made from them: seen, asked about, minted, copied, stored; the client
// behind them rotated and deleted. Against the demo deployment.
#include "windowfixture.h"

#include "core/accounts/foundcredentials.h"
#include "core/credentials/credentialdetails.h"
#include "demo/demodeployment.h"
#include "ui/pages/credentials/credentialview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/scopetree.h"
#include "ui/workspace/secretclipboard.h"

#include <tc/auth.h>
#include <tc/temporarycredentials.h>

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace uitest;
using core::Account;

class TestUiCredentials : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<ui::CredentialView> m_view;

    ui::Workspace *workspace() const { return m_fixture->workspace(); }
    core::AccountRegistry *registry() const { return workspace()->registry(); }

    QString add(const tc::Credentials &credentials)
    {
        Account account = core::accountFor(sharedDemo()->rootUrl(), credentials);
        account.developmentDeployment = true;
        return registry()->add(account, credentials);
    }

    void open(const QString &accountId)
    {
        m_view = std::make_unique<ui::CredentialView>(workspace(), accountId);
        m_view->resize(820, 720);
        m_view->show();
        QTRY_VERIFY(!m_view->isLoading());
    }

    template <typename T>
    T *find(const char *name) const
    {
        T *found = m_view->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qWarning("there is no %s", name);
        return found;
    }

    void click(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }

    QPushButton *dialogButton(const char *name) const
    {
        QPushButton *button = nullptr;
        (void)QTest::qWaitFor(
            [&] { return (button = m_view->findChild<QPushButton *>(QString::fromLatin1(name))) != nullptr; });
        return button;
    }

    QString addClient(const QString &clientId)
    {
        auto *session = workspace()->session(registry()->accounts().constFirst().id);
        tc::auth::CreateClientRequest request;
        request.description = u"of a test"_s;
        request.expires = QDateTime::currentDateTimeUtc().addDays(3);
        request.scopes = { u"auth:reset-access-token:*"_s, u"auth:delete-client:*"_s };
        auto *reply = session->auth()->createClient(clientId, request);
        reply->setAutoDelete(false);
        QSignalSpy finished(reply, &tc::ReplyBase::finished);
        return finished.wait() && !reply->error() ? add({ clientId, reply->value().accessToken, {} }) : QString();
    }

    QString readerId()
    {
        const demo::DemoCredentials reader = demo::DemoDeployment::readOnly();
        return add({ reader.clientId, reader.accessToken, {} });
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(!sharedDemo()->rootUrl().isEmpty()); }
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open({}, sharedDemo());
    }
    void cleanup()
    {
        m_view.reset();
        m_fixture.reset();
    }

    void saysWhatTheyAre();
    void warnsAhead();
    void canI();
    void saysWhyTheyAreRefused();
    void saysThatTheyHaveEnded();
    void greysOutWithTheScope();
    void mints();
    void refusesWithTheReason();
    void rotatesAndDeletes();
    void goneAccount();
    void onTheAccountsPage();
};

void TestUiCredentials::saysWhatTheyAre()
{
    open(readerId());
    m_fixture->picture(u"credential"_s, m_view.get());
    QVERIFY(find<QWidget>("fact-clientId"));
    QVERIFY(find<QLabel>("fact-expires")->text().startsWith(u"in "_s));
    auto *listed = find<ui::ScopeTree>("listedScopes");
    QCOMPARE(listed->scopes(), QStringList { u"assume:project:demo:reader"_s });
    auto *expanded = find<ui::ScopeTree>("expandedScopes");
    QVERIFY(expanded->scopes().contains(u"secrets:get:project/demo/public/*"_s));
    find<QTabWidget>("credentialTabs")->setCurrentWidget(expanded);
    QTest::keyClicks(find<QLineEdit>("expandedScopesSearch"), u"secrets:get:project/demo/public/x"_s);
    auto *view = find<QTreeView>("expandedScopesView");
    QCOMPARE(view->model()->rowCount(), 1);
    m_fixture->picture(u"credential-expanded"_s, m_view.get());
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"secrets:get:project/demo/public/*"_s);
    // Enter asks what gives it.
    QTest::keyClick(view, Qt::Key_Return);
    QTRY_COMPARE(find<QLabel>("canIVerdict")->text(), u"Yes"_s);
    QVERIFY(find<QLabel>("canIVerdict")->isVisible());
}

void TestUiCredentials::warnsAhead()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const demo::DemoCredentials admin = demo::DemoDeployment::admin();
    const auto made = tc::createTemporaryCredentials(
        { admin.clientId, admin.accessToken, {} }, { now.addSecs(120), { u"auth:*"_s }, now.addSecs(-3000), {} });
    QVERIFY(made);
    open(add(*made));
    auto *banner = find<ui::Banner>("credentialWarning");
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->text().kind, ui::BannerText::Kind::Warning);
    QVERIFY(find<QLabel>("fact-expires")->text().contains(u"1 m "_s));
    QVERIFY(!find<QPushButton>("actionMintButton")->isEnabled());
    QVERIFY(!find<QPushButton>("actionRotateTokenButton")->isEnabled());
    m_fixture->picture(u"credential-temporary"_s, m_view.get());
}

// Signed past the checks of this application: the deployment's reason is what a person gets to read.
void TestUiCredentials::saysWhyTheyAreRefused()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const demo::DemoCredentials reader = demo::DemoDeployment::readOnly();
    const auto made = tc::createTemporaryCredentials(
        { reader.clientId, reader.accessToken, {} }, { now.addSecs(3600), { u"secrets:get:*"_s }, now, {} });
    QVERIFY(made);
    open(add(*made));
    const auto *banner = find<ui::Banner>("credentialWarning");
    QVERIFY(banner->isVisible());
    QVERIFY(banner->text().title.contains(u"does not accept"_s));
    QVERIFY2(banner->text().text.contains(u"doesn't satisfy certificate's scopes"_s), qPrintable(banner->text().text));
}

void TestUiCredentials::saysThatTheyHaveEnded()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const demo::DemoCredentials admin = demo::DemoDeployment::admin();
    const auto made = tc::createTemporaryCredentials(
        { admin.clientId, admin.accessToken, {} }, { now.addMSecs(500), { u"auth:*"_s }, now.addSecs(-60), {} });
    QVERIFY(made);
    const QString id = add(*made);
    QTRY_VERIFY(registry()->find(id)->hasRunOut());
    open(id);
    QCOMPARE(find<ui::Banner>("credentialWarning")->text().title, u"These credentials have ended"_s);
    QVERIFY(find<QLabel>("fact-expires")->text().startsWith(u"ended "_s));
}

void TestUiCredentials::canI()
{
    open(readerId());
    auto *subject = find<QComboBox>("canISubject");
    find<QTabWidget>("credentialTabs")->setCurrentWidget(subject->parentWidget());
    auto *verdict = find<QLabel>("canIVerdict");
    auto *reason = find<QPlainTextEdit>("canIReason");
    subject->setEditText(u"secrets:get:project/demo/public/greeting"_s);
    QTRY_COMPARE(verdict->text(), u"Yes"_s);
    QTRY_VERIFY(
        reason->toPlainText().contains(u"the role project:demo:reader gives secrets:get:project/demo/public/*"_s));
    m_fixture->picture(u"credential-can-i"_s, m_view.get());
    subject->setEditText(u"secrets:set:x"_s);
    QTRY_COMPARE(verdict->text(), u"No"_s);
    QVERIFY(reason->toPlainText().contains(u"secrets:set:x"_s));
    subject->setEditText(u"secrets.get"_s);
    QTRY_VERIFY(verdict->text().startsWith(u"It depends"_s));
    auto *name = find<QLineEdit>("canIParameter-name");
    QVERIFY(name);
    QTRY_VERIFY(name->isVisible());
    name->setText(u"project/demo/deploy"_s);
    QTRY_COMPARE(verdict->text(), u"No"_s);
    QVERIFY(reason->toPlainText().contains(u"secrets:get:project/demo/deploy"_s));
    m_fixture->picture(u"credential-can-i-operation"_s, m_view.get());
    name->setText(u"project/demo/public/x"_s);
    QTRY_COMPARE(verdict->text(), u"Yes"_s);
    subject->setEditText(u"queue.createTask"_s);
    QTRY_VERIFY(find<QLineEdit>("canIParameter-scopes"));
    m_fixture->picture(u"credential-can-i-create"_s, m_view.get());
    subject->setEditText(u"auth.ping"_s);
    QTRY_VERIFY(reason->toPlainText().contains(u"takes no scope"_s));
    subject->setEditText({});
    QTRY_VERIFY(!verdict->isVisible());
}

void TestUiCredentials::greysOutWithTheScope()
{
    open(readerId());
    const QString clientId = demo::DemoDeployment::readOnly().clientId;
    const auto *button = find<QPushButton>("actionRotateTokenButton");
    QVERIFY(!button->isEnabled());
    QVERIFY2(button->toolTip().contains(u"auth:reset-access-token:"_s + clientId), qPrintable(button->toolTip()));
    QVERIFY(!find<QPushButton>("actionDeleteClientButton")->isEnabled());
    open(registry()->accounts().constFirst().id); // the demo's administrator
    QVERIFY(find<QPushButton>("actionRotateTokenButton")->isEnabled());
}

void TestUiCredentials::mints()
{
    const QString adminId = registry()->accounts().constFirst().id;
    open(adminId);
    click("actionMintButton");
    auto *own = find<QTreeView>("ownScopesView");
    QTRY_COMPARE(own->model()->rowCount(), 1); // "*"
    own->setCurrentIndex(own->model()->index(0, 0));
    QTest::keyClick(own, Qt::Key_Return);
    auto *scopes = find<QPlainTextEdit>("mintScopes");
    QCOMPARE(scopes->toPlainText(), u"*"_s);
    // The star is selected: what is typed narrows it.
    QTest::keyClicks(scopes, u"queue:get-artifact:public/*"_s);
    QTest::keyClick(scopes, Qt::Key_Return);
    QTest::keyClicks(scopes, u"auth:current-scopes"_s);
    QTest::keyClicks(find<QLineEdit>("mintName"), u"project/demo/minted"_s);
    QTRY_COMPARE(find<ui::ScopeTree>("ableScopes")->scopes().size(), 2);
    const QString certificate = find<QPlainTextEdit>("mintCertificate")->toPlainText();
    QVERIFY(certificate.contains(u"queue:get-artifact:public/*"_s));
    QVERIFY(certificate.contains(u"\"issuer\""_s));
    m_fixture->picture(u"mint"_s, m_view.get());
    QTRY_VERIFY(find<QPushButton>("mintMake")->isEnabled());
    click("mintMake");
    QTRY_VERIFY(find<QWidget>("mintResult")->isVisible());
    m_fixture->picture(u"mint-made"_s, m_view.get());

    auto *format = find<QComboBox>("mintFormat");
    QCOMPARE(format->count(), 5);
    QStringList copies;
    for (int i = 0; i < format->count(); ++i) {
        format->setCurrentIndex(i);
        click("mintCopy");
        const auto found = core::parseCredentials(QGuiApplication::clipboard()->text());
        QVERIFY2(found, qPrintable(found.error.message));
        QCOMPARE(found->credentials.clientId, u"project/demo/minted"_s);
        QVERIFY(found->credentials.isTemporary());
        QVERIFY(!copies.contains(QGuiApplication::clipboard()->text()));
        copies += QGuiApplication::clipboard()->text();
    }
    QVERIFY(workspace()->secretClipboard()->isHolding());
    click("mintStore");
    const QList<Account> accounts = registry()->accounts();
    QCOMPARE(accounts.size(), 2);
    const Account stored = accounts.constLast();
    QVERIFY(stored.isMinted);
    QCOMPARE(stored.clientId, u"project/demo/minted"_s);
    QCOMPARE(stored.issuer, demo::DemoDeployment::admin().clientId);
    QSignalSpy opened(m_view.get(), &ui::CredentialView::openAccount);
    click("mintOpen");
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.constFirst().constFirst().toString(), stored.id);
    // Listed where they were made, and of use.
    QCOMPARE(find<ui::DataTable>("mintedTable")->model()->rowCount(), 1);
    find<QTabWidget>("credentialTabs")->setCurrentIndex(3);
    m_fixture->picture(u"credential-made-here"_s, m_view.get());
    open(stored.id);
    QVERIFY(find<ui::Banner>("credentialWarning")->isHidden());
    QCOMPARE(find<ui::ScopeTree>("listedScopes")->scopes().size(), 2);
}

void TestUiCredentials::refusesWithTheReason()
{
    open(readerId());
    m_view->showMinting();
    auto *scopes = find<QPlainTextEdit>("mintScopes");
    auto *faults = find<QPlainTextEdit>("mintFaults");
    auto *make = find<QPushButton>("mintMake");
    scopes->setPlainText(u"secrets:get:project/demo/public/x"_s);
    QTRY_VERIFY(make->isEnabled() && !faults->isVisible());
    scopes->setPlainText(u"secrets:get:project/demo/*\nqueue:list-task-group:*"_s);
    QTRY_VERIFY(faults->isVisible());
    QVERIFY(faults->toPlainText().contains(u"You do not have secrets:get:project/demo/*"_s));
    QVERIFY(!make->isEnabled());
    find<QLineEdit>("mintName")->setText(u"project/demo/other"_s);
    QTRY_VERIFY(faults->toPlainText().contains(u"auth:create-client:project/demo/other"_s));
    auto *preset = find<QComboBox>("lifetimePreset");
    preset->setCurrentIndex(preset->count() - 1);
    find<QComboBox>("lifetimeUnit")->setCurrentIndex(2);
    find<QWidget>("lifetimeNumber")->setProperty("value", 32);
    QTRY_VERIFY(faults->toPlainText().contains(u"31 days at most"_s));
    m_fixture->picture(u"mint-refused"_s, m_view.get());
    QStringList many;
    for (int i = 0; i < 90; ++i)
        many += u"secrets:get:project/demo/public/number-%1"_s.arg(i);
    scopes->setPlainText(many.join(u'\n'));
    QTRY_VERIFY(faults->toPlainText().contains(u"4,096"_s));
    QVERIFY(!make->isEnabled());
}

void TestUiCredentials::rotatesAndDeletes()
{
    const QString id = addClient(u"project/demo/of-a-test"_s);
    QVERIFY(!id.isEmpty());
    tc::Credentials before;
    registry()->provide(id, [&before](const auto &credentials) { before = credentials.value.value_or(before); });
    open(id);
    QSignalSpy notices(m_view.get(), &ui::CredentialView::notice);
    click("actionRotateTokenButton");
    QPushButton *button = dialogButton("confirmKeep");
    QVERIFY(button);
    QVERIFY(button->isDefault());
    m_fixture->picture(u"credential-rotate"_s, m_view->findChild<QWidget *>(u"confirmDialog"_s));
    QTest::mouseClick(dialogButton("confirmAction"), Qt::LeftButton);
    QTRY_COMPARE(notices.size(), 1);
    tc::Credentials after;
    registry()->provide(id, [&after](const auto &credentials) { after = credentials.value.value_or(after); });
    QVERIFY(!before.accessToken.isEmpty() && !after.accessToken.isEmpty());
    QVERIFY(before.accessToken != after.accessToken);
    QTRY_VERIFY(!m_view->isLoading());
    QVERIFY(find<ui::Banner>("credentialWarning")->isVisible()); // it ends in three days
    QCOMPARE(find<ui::Banner>("credentialWarning")->text().title, u"These credentials end soon"_s);

    QTRY_VERIFY(!m_view->findChild<QPushButton *>(u"confirmAction"_s));
    click("actionDeleteClientButton");
    button = dialogButton("confirmAction");
    QVERIFY(button);
    QVERIFY(!button->isEnabled());
    m_fixture->picture(u"credential-delete"_s, m_view->findChild<QWidget *>(u"confirmDialog"_s));
    QTest::keyClicks(m_view->findChild<QLineEdit *>(u"confirmName"_s), u"project/demo/of-a-test"_s);
    QVERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(!registry()->find(id));
    QCOMPARE(notices.size(), 2);
}

void TestUiCredentials::goneAccount()
{
    const QString id = readerId();
    open(id);
    registry()->remove(id);
    m_view->reload(); // the calls end in an error that says so
    QTRY_VERIFY(!m_view->isLoading());
    open(u"nobody"_s);
    QVERIFY(find<QLabel>("emptyLine")->isVisible());
}

// In its place: made and stored on the page of accounts, which then shows the new one.
void TestUiCredentials::onTheAccountsPage()
{
    m_fixture->window()->resize(1024, 640);
    m_fixture->go(u"taskcluster-desktop:accounts"_s);
    QVERIFY(m_fixture->waitLoaded());
    QTest::mouseClick(m_fixture->find<QPushButton>("actionMintButton"), Qt::LeftButton);
    auto *scopes = m_fixture->find<QPlainTextEdit>("mintScopes");
    QVERIFY(scopes && scopes->isVisible());
    scopes->setPlainText(u"queue:get-artifact:public/*\nassume:project:demo:reader"_s);
    auto *make = m_fixture->find<QPushButton>("mintMake");
    QTRY_VERIFY(make->isEnabled());
    QTRY_VERIFY(m_fixture->find<ui::ScopeTree>("ableScopes")->scopes().size() > 3);
    m_fixture->picture(u"page-mint"_s);
    QTest::mouseClick(make, Qt::LeftButton);
    QTRY_VERIFY(m_fixture->find<QWidget>("mintResult")->isVisible());
    m_fixture->picture(u"page-mint-made"_s);
    QTest::mouseClick(m_fixture->find<QPushButton>("mintStore"), Qt::LeftButton);
    QTest::mouseClick(m_fixture->find<QPushButton>("mintOpen"), Qt::LeftButton);
    const QString id = registry()->accounts().constLast().id;
    QTRY_COMPARE(m_fixture->find<ui::CredentialView>("credentialView")->accountId(), id);
    QVERIFY(m_fixture->waitLoaded());
    QCOMPARE(m_fixture->find<ui::ScopeTree>("listedScopes")->scopes().size(), 2);
    m_fixture->picture(u"page-minted"_s);
}

QTEST_MAIN(TestUiCredentials)

#include "test_ui_credentials.moc"
