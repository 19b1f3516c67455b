// SPDX-License-Identifier: MPL-2.0
// Clients, roles and scopes in the real window, against the demo deployment.
#include "scriptedstore.h"
#include "windowfixture.h"

#include "core/access/accessdetails.h"
#include "core/accounts/accountregistry.h"
#include "core/accounts/session.h"
#include "demo/demodeployment.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/locationbar.h"
#include "ui/widgets/scopetree.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDateTimeEdit>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace uitest;
using demo::DemoDeployment;

namespace {

core::SessionOptions sessionOf(const demo::DemoCredentials &who)
{
    return core::SessionOptions::demo(sharedDemo()->rootUrl(), { who.clientId, who.accessToken, {} });
}

} // namespace

class TestUiAccess : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    template <typename T>
    T *find(const char *name) const
    {
        T *found = m_fixture->find<T>(name);
        if (!found)
            qWarning("There is no %s", name);
        return found;
    }

    void open(const QString &path)
    {
        m_fixture->go(sharedDemo()->rootUrl() + path);
        QVERIFY(m_fixture->waitLoaded());
    }

    void click(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    bool isEnabled(const char *name) const { return find<QPushButton>(name)->isEnabled(); }
    QString notice() const { return find<QLabel>("statusNotice")->text(); }
    QString title() const { return find<ui::ElidedLabel>("accessTitle")->text(); }
    ui::DataTable *table() const { return find<ui::DataTable>("accessTable"); }

    QStringList rows(const char *name = "accessTable", int column = 0) const
    {
        const QAbstractItemModel *model = find<ui::DataTable>(name)->model();
        QStringList texts;
        for (int row = 0; row < model->rowCount(); ++row)
            texts += model->index(row, column).data().toString();
        return texts;
    }

    QStringList differences() const
    {
        QStringList lines;
        const auto *list = find<QListWidget>("scopeDifferenceList");
        for (int row = 0; row < list->count(); ++row)
            lines += list->item(row)->text();
        return lines;
    }

    void setScopes(const QStringList &scopes) const
    {
        find<QPlainTextEdit>("accessEditScopes")->setPlainText(scopes.join(u'\n'));
    }

    void answer(const QString &typed = {}) const
    {
        QTRY_VERIFY(find<QPushButton>("confirmAction"));
        auto *action = find<QPushButton>("confirmAction");
        if (!typed.isEmpty()) {
            QVERIFY(!action->isEnabled());
            QTest::keyClicks(find<QLineEdit>("confirmName"), typed);
        }
        QVERIFY(action->isEnabled());
        QTest::mouseClick(action, Qt::LeftButton);
    }

    // Every control of the page has a name of its own and one for people who do not see it.
    void checkNames() const
    {
        const QList<QWidget *> widgets = m_fixture->window()->currentPage()->findChildren<QWidget *>();
        int count = 0;
        for (QWidget *widget : widgets) {
            const bool isControl = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget)
                || qobject_cast<QPlainTextEdit *>(widget) || qobject_cast<QAbstractItemView *>(widget)
                || qobject_cast<QTabBar *>(widget) || qobject_cast<QDateTimeEdit *>(widget);
            const bool isQts = widget->objectName().startsWith(u"qt_"_s) || qobject_cast<QLineEdit *>(widget->parent())
                || qobject_cast<QTabBar *>(widget->parent()) || qobject_cast<QAbstractItemView *>(widget->parent());
            if (!isControl || isQts || !widget->isVisible())
                continue;
            ++count;
            const QString who = QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
            QVERIFY2(!widget->objectName().isEmpty(), qPrintable(who));
            const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(), qPrintable(who));
        }
        QVERIFY(count > 3);
    }

    void makeClient(const QString &id, const QStringList &scopes)
    {
        open(u"/auth/clients"_s);
        click("actionAccessNewButton");
        QTest::keyClicks(find<QLineEdit>("accessEditId"), id);
        setScopes(scopes);
        click("accessEditSave");
        QTRY_VERIFY(notice().contains(id));
        QVERIFY(m_fixture->waitLoaded());
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(!sharedDemo()->rootUrl().isEmpty()); }

    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open({}, sharedDemo());
        m_fixture->window()->resize(1280, 800);
    }

    void cleanup() { m_fixture.reset(); }

    void listLeadsToTheThing()
    {
        open(u"/auth/clients"_s);
        QCOMPARE(rows().size(), 46);
        m_fixture->picture(u"clients"_s);
        auto *search = find<QLineEdit>("accessSearch");
        search->setFocus();
        QTest::keyClicks(search, u"demo dis"_s);
        QCOMPARE(rows(), QStringList { u"project/demo/disabled"_s });
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(table()->hasFocus());
        QTRY_COMPARE(title(), u"project/demo/disabled"_s);
        // The place is the client's now, in the bar, in the tab and for the next start; the page has stayed.
        QVERIFY(find<ui::LocationBar>("locationBar")->text().endsWith(u"/auth/clients/project%2Fdemo%2Fdisabled"_s));
        QCOMPARE(find<QTabWidget>("tabs")->tabText(0), u"project/demo/disabled"_s);
        QCOMPARE(search->text(), u"demo dis"_s);
        QVERIFY(m_fixture->waitLoaded());
        QVERIFY(find<QPushButton>("actionAccessEnableButton")->isVisible());
        QVERIFY(!find<QPushButton>("actionAccessDisableButton")->isVisible());
        m_fixture->close();
        m_fixture->open({}, sharedDemo());
        QVERIFY(m_fixture->waitLoaded());
        QCOMPARE(title(), u"project/demo/disabled"_s);
        QCOMPARE(find<QLineEdit>("accessSearch")->text(), u"demo dis"_s);
        // The other pages are one click away, and this one is as it was on the way back.
        find<QTabBar>("accessNav")->setCurrentIndex(1);
        QCOMPARE(m_fixture->window()->currentPage()->location().kind, core::Location::Kind::Roles);
        QTest::keyClick(m_fixture->window(), Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(title(), u"project/demo/disabled"_s);
    }

    void clientIsMade()
    {
        open(u"/auth/clients"_s);
        click("actionAccessNewButton");
        auto *id = find<QLineEdit>("accessEditId");
        QVERIFY(id->hasFocus());
        QVERIFY(!isEnabled("accessEditSave"));
        QTest::keyClicks(id, u"project/ui/made here"_s);
        QVERIFY(!isEnabled("accessEditSave"));
        QVERIFY(!find<QLabel>("accessEditProblems")->text().isEmpty());
        id->setText(u"project/ui/made"_s);
        find<QPlainTextEdit>("accessEditDescription")->setPlainText(u"By a <b>test</b>"_s);
        find<QDateTimeEdit>("accessEditExpires")->setDateTime(QDateTime(QDate(2099, 1, 2), QTime(3, 4, 5), Qt::UTC));
        setScopes({ u"queue:get-artifact:x"_s, u"queue:*"_s });
        QCOMPARE(differences().size(), 2);
        QCOMPARE(differences().at(0), u"+ queue:*"_s);
        QVERIFY2(differences().at(1).startsWith(u"= queue:get-artifact:x"_s), qPrintable(differences().at(1)));
        QVERIFY(isEnabled("accessEditSave"));
        m_fixture->picture(u"client-new"_s);
        click("accessEditSave");
        QTRY_VERIFY(notice().contains(u"project/ui/made"_s));
        QVERIFY(m_fixture->waitLoaded());
        QCOMPARE(title(), u"project/ui/made"_s);
        QVERIFY(rows().contains(u"project/ui/made"_s));
        QCOMPARE(
            find<ui::ScopeTree>("accessScopes")->scopes(), (QStringList { u"queue:*"_s, u"queue:get-artifact:x"_s }));
        m_fixture->picture(u"client-token"_s);
    }

    void tokenIsShownOnce()
    {
        auto keychain = std::make_unique<ScriptedStore>();
        const ScriptedStore *store = keychain.get();
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->setKeychain(std::move(keychain));
        m_fixture->open({}, sharedDemo());
        makeClient(u"project/ui/token"_s, { u"queue:get-artifact:public/*"_s });
        auto *shown = find<QLabel>("tokenSecret");
        QVERIFY(shown->isVisible());
        QVERIFY(!shown->text().isEmpty() && shown->text().count(QChar(0x2022)) == shown->text().size());
        click("tokenCopy");
        const QString token = QGuiApplication::clipboard()->text();
        QVERIFY(token.size() > 40);
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
        click("tokenReveal");
        QVERIFY(shown->text() == token);
        click("tokenReveal");
        QVERIFY(shown->text() != token);
        // As an account it works at once.
        click("tokenKeep");
        const auto kept = [this]() -> core::Account {
            for (const core::Account &account : m_fixture->workspace()->registry()->accounts()) {
                if (account.clientId == u"project/ui/token")
                    return account;
            }
            return {};
        };
        QTRY_COMPARE(kept().secret, core::Account::Secret::Keychain);
        QCOMPARE(store->secrets.size(), 1);
        QVERIFY(kept().expires.isValid());
        QVERIFY(find<QLabel>("tokenNote")->text().contains(u"keychain"_s));
        m_fixture->window()->openInTab(core::Location::clients(sharedDemo()->rootUrl()).as(kept().id));
        QVERIFY(m_fixture->waitLoaded());
        QVERIFY(m_fixture->bannerText("accessListBanner").isEmpty());
        QTest::keyClick(m_fixture->window(), Qt::Key_W, Qt::ControlModifier);
        // Put away it is gone for good.
        click("tokenDone");
        QTRY_VERIFY(!m_fixture->find<QLabel>("tokenSecret"));
        for (const QLabel *label : m_fixture->window()->findChildren<QLabel *>())
            QVERIFY(!label->text().contains(token));
        click("actionAccessResetButton");
        answer();
        QTRY_VERIFY(m_fixture->find<QLabel>("tokenSecret"));
        click("tokenCopy");
        QVERIFY(QGuiApplication::clipboard()->text() != token);
        // Another token does not take the place of one that nobody has copied yet.
        QVERIFY(m_fixture->waitLoaded());
        click("actionAccessResetButton");
        answer();
        const auto panels = [this] { return m_fixture->window()->findChildren<QLabel *>(u"tokenSecret"_s).size(); };
        QTRY_COMPARE(panels(), 2);
    }

    void clientIsEdited()
    {
        makeClient(u"project/ui/edited"_s, { u"queue:*"_s, u"index:find-task:a"_s });
        QTest::keyClick(table(), Qt::Key_F2);
        QVERIFY(find<QLineEdit>("accessEditId")->isReadOnly());
        QVERIFY(!isEnabled("accessEditSave")); // nothing has changed
        setScopes({ u"queue:get-artifact:*"_s, u"index:find-task:a"_s, u"secrets:get:x"_s });
        QCOMPARE(differences(),
            (QStringList { u"+ secrets:get:x"_s, QChar(0x2212) + u" queue:*"_s,
                u"= queue:get-artifact:*  "_s + differences().value(2).section(u"  "_s, 1) }));
        m_fixture->picture(u"client-edit"_s);
        find<QCheckBox>("accessEditDeletion")->setChecked(true);
        click("accessEditSave");
        QTRY_VERIFY(!find<QPlainTextEdit>("accessEditScopes")->isVisible());
        QVERIFY(m_fixture->waitLoaded());
        QCOMPARE(find<ui::ScopeTree>("accessScopes")->scopes(),
            (QStringList { u"index:find-task:a"_s, u"queue:get-artifact:*"_s, u"secrets:get:x"_s }));
        find<QTabWidget>("accessTabs")->setCurrentIndex(2);
        QTRY_COMPARE(rows("auditTable", 1), (QStringList { u"updated"_s, u"created"_s }));
        m_fixture->picture(u"client-history"_s);
    }

    void changeOfSomebodyElseIsSeenBeforeSaving()
    {
        makeClient(u"project/ui/shared"_s, { u"a:b"_s });
        QTest::keyClick(table(), Qt::Key_F2);
        setScopes({ u"a:b"_s, u"mine:too"_s });
        core::Session somebody(sessionOf(DemoDeployment::admin()));
        core::AccessDetails theirs(&somebody, core::AccessEntry::Kind::Client);
        theirs.show(u"project/ui/shared"_s);
        QTRY_VERIFY(theirs.part().state == core::Part::State::Ready);
        core::AccessDraft draft = core::AccessDraft::of(*theirs.entry());
        draft.scopes += u"theirs:too"_s;
        QSignalSpy done(&theirs, &core::AccessDetails::done);
        theirs.save(draft);
        QTRY_COMPARE(done.size(), 1);

        click("accessEditSave");
        QTRY_VERIFY(m_fixture->bannerText("accessEditorBanner").contains(u"Somebody else"_s));
        m_fixture->picture(u"client-overtaken"_s);
        QCOMPARE(differences(), QStringList { u"+ mine:too"_s });
        click("accessEditSave");
        QTRY_VERIFY(!find<QPlainTextEdit>("accessEditScopes")->isVisible());
        QVERIFY(m_fixture->waitLoaded());
        QCOMPARE(
            find<ui::ScopeTree>("accessScopes")->scopes(), (QStringList { u"a:b"_s, u"mine:too"_s, u"theirs:too"_s }));
    }

    void editIsNotLost()
    {
        makeClient(u"project/ui/kept"_s, { u"a:b"_s });
        click("actionAccessEditButton");
        setScopes({ u"a:b"_s, u"c:d"_s });
        // Another one is not shown over it ...
        table()->selectOnly(0);
        QVERIFY(!m_fixture->bannerText("accessEditorBanner").isEmpty());
        QVERIFY(find<QPlainTextEdit>("accessEditScopes")->isVisible());
        QCOMPARE(table()->currentIndex().siblingAtColumn(0).data().toString(), u"project/ui/kept"_s);
        // ... and it comes back after a restart.
        m_fixture->close();
        m_fixture->open({}, sharedDemo());
        QTRY_VERIFY(find<QPlainTextEdit>("accessEditScopes")->isVisible());
        QCOMPARE(differences(), QStringList { u"+ c:d"_s });
        click("accessEditDiscard");
        answer();
        QTRY_VERIFY(!find<QPlainTextEdit>("accessEditScopes")->isVisible());
        QCOMPARE(find<ui::ScopeTree>("accessScopes")->scopes(), QStringList { u"a:b"_s });
    }

    void clientIsDisabledAndDeleted()
    {
        makeClient(u"project/ui/gone"_s, {});
        click("actionAccessDisableButton");
        QTRY_VERIFY(find<QPushButton>("actionAccessEnableButton")->isVisible());
        QVERIFY(m_fixture->waitLoaded());
        const int row = static_cast<int>(rows().indexOf(u"project/ui/gone"_s));
        QCOMPARE(rows("accessTable", 1).at(row), u"Disabled"_s);
        click("actionAccessEnableButton");
        QTRY_VERIFY(find<QPushButton>("actionAccessDisableButton")->isVisible());
        QVERIFY(m_fixture->waitLoaded());
        click("actionAccessDeleteButton");
        m_fixture->picture(u"client-delete"_s, find<QDialog>("confirmDialog"));
        answer(u"project/ui/gone"_s);
        QTRY_VERIFY(!rows().contains(u"project/ui/gone"_s));
        QCOMPARE(m_fixture->window()->currentPage()->location().kind, core::Location::Kind::Clients);
        QVERIFY(notice().contains(u"project/ui/gone"_s));
    }

    void ownClientIsDisabledOnlyAfterAQuestion()
    {
        open(u"/auth/clients/project%2Fdemo%2Fadmin"_s);
        click("actionAccessDisableButton");
        QTRY_VERIFY(find<QPushButton>("confirmKeep"));
        QTest::mouseClick(find<QPushButton>("confirmKeep"), Qt::LeftButton);
        QVERIFY(m_fixture->waitLoaded());
        QVERIFY(find<QPushButton>("actionAccessDisableButton")->isVisible());
    }

    void roleFromBirthToDeath()
    {
        open(u"/auth/roles"_s);
        m_fixture->picture(u"roles"_s);
        click("actionAccessNewButton");
        QTest::keyClicks(find<QLineEdit>("accessEditId"), u"project:ui:*"_s);
        QVERIFY(!m_fixture->find<QDateTimeEdit>("accessEditExpires"));
        setScopes({ u"ui:<..>"_s });
        click("accessEditSave");
        QTRY_COMPARE(title(), u"project:ui:*"_s);
        QVERIFY(m_fixture->waitLoaded());
        QVERIFY(!m_fixture->find<QLabel>("tokenSecret"));
        QVERIFY(find<ui::ScopeTree>("accessExpanded")->scopes().contains(u"ui:*"_s));
        // A role that comes to assume itself is refused, and nothing that was written is lost.
        click("actionAccessEditButton");
        setScopes({ u"assume:project:ui:x"_s });
        click("accessEditSave");
        QTRY_VERIFY(!m_fixture->bannerText("accessEditorBanner").isEmpty());
        QCOMPARE(find<QPlainTextEdit>("accessEditScopes")->toPlainText(), u"assume:project:ui:x"_s);
        setScopes({ u"ui:a"_s });
        click("accessEditSave");
        QTRY_VERIFY(!find<QPlainTextEdit>("accessEditScopes")->isVisible());
        QVERIFY(m_fixture->waitLoaded());
        click("actionAccessDeleteButton");
        answer(u"project:ui:*"_s);
        QTRY_VERIFY(!rows().contains(u"project:ui:*"_s));
    }

    void whoHasARole()
    {
        open(u"/auth/roles/project%3Ademo%3Areader"_s);
        click("actionAccessWhoButton");
        QVERIFY(m_fixture->waitLoaded());
        QCOMPARE(find<QLineEdit>("scopeHoldersField")->text(), u"assume:project:demo:reader"_s);
        QTRY_VERIFY(rows("scopeHoldersTable").contains(u"project/demo/reader"_s)); // a worker looks for them
        m_fixture->picture(u"scopes-holders"_s);
        // With "*" understood: whoever has the pattern has the scope, and with parts whoever has something of it.
        auto *field = find<QLineEdit>("scopeHoldersField");
        field->setText(u"secrets:get:project/demo/public/*"_s);
        QTRY_COMPARE(rows("scopeHoldersTable").mid(0, 4),
            (QStringList {
                u"hook-id:demo/*"_s, u"project:demo:admin"_s, u"project:demo:reader"_s, u"project:demo:secrets"_s }));
        field->setText(u"secrets:*"_s);
        QTRY_VERIFY(!rows("scopeHoldersTable").contains(u"project:demo:secrets"_s));
        QTest::mouseClick(find<QCheckBox>("scopeHoldersParts"), Qt::LeftButton, {}, QPoint(6, 8));
        QTRY_VERIFY(rows("scopeHoldersTable").contains(u"project:demo:secrets"_s));
        QVERIFY(find<ui::LocationBar>("locationBar")->text().contains(u"/auth/scopes/secrets"_s));
        // And on to one of them.
        auto *holders = find<ui::DataTable>("scopeHoldersTable");
        holders->selectOnly(static_cast<int>(rows("scopeHoldersTable").indexOf(u"project:demo:secrets"_s)));
        QTest::keyClick(holders, Qt::Key_Return);
        QTRY_COMPARE(title(), u"project:demo:secrets"_s);
    }

    void expandsAndCompares()
    {
        open(u"/auth/scopes"_s);
        auto *tabs = find<QTabWidget>("scopesTabs");
        tabs->setCurrentIndex(1);
        find<QPlainTextEdit>("scopeExpandEdit")->setPlainText(u"assume:project:demo:auditor\nx:y\n"_s);
        click("scopeExpandGo");
        QTRY_COMPARE(find<ui::ScopeTree>("scopeExpanded")->scopes(),
            (QStringList { u"assume:project:demo:auditor"_s, u"auth:audit-history:*"_s,
                u"auth:client-audit-history:*"_s, u"x:y"_s }));
        m_fixture->picture(u"scopes-expand"_s);
        tabs->setCurrentIndex(2);
        find<QPlainTextEdit>("scopeCompareLeft")->setPlainText(u"queue:*\nassume:project:demo:auditor"_s);
        find<QPlainTextEdit>("scopeCompareRight")->setPlainText(u"queue:get-artifact:*\nauth:audit-history:role"_s);
        QCOMPARE(find<ui::ScopeTree>("scopeCompareBoth")->scopes(), QStringList { u"queue:get-artifact:*"_s });
        QCOMPARE(find<ui::ScopeTree>("scopeCompareOnlyRight")->scopes(), QStringList { u"auth:audit-history:role"_s });
        QTest::mouseClick(find<QCheckBox>("scopeCompareExpanded"), Qt::LeftButton, {}, QPoint(6, 8));
        QTRY_VERIFY(find<ui::ScopeTree>("scopeCompareOnlyRight")->scopes().isEmpty());
        QCOMPARE(find<ui::ScopeTree>("scopeCompareBoth")->scopes(),
            (QStringList { u"auth:audit-history:role"_s, u"queue:get-artifact:*"_s }));
        m_fixture->picture(u"scopes-compare"_s);
    }

    void whatMayNotBeDoneIsGreyAndSaysWhy()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open({ sessionOf(DemoDeployment::readOnly()) });
        open(u"/auth/clients/project%2Fdemo%2Fdisabled"_s);
        for (const char *name : { "actionAccessEditButton", "actionAccessEnableButton", "actionAccessResetButton",
                 "actionAccessDeleteButton" })
            QVERIFY2(!isEnabled(name), name);
        QVERIFY(find<QPushButton>("actionAccessDeleteButton")
                    ->toolTip()
                    .contains(u"auth:delete-client:project/demo/disabled"_s));
        click("actionAccessNewButton");
        QTest::keyClicks(find<QLineEdit>("accessEditId"), u"mine"_s);
        setScopes({ u"queue:list-task-group:*"_s, u"secrets:set:x"_s });
        const QString said = find<QLabel>("accessEditProblems")->text();
        QVERIFY2(said.contains(u"auth:create-client:mine"_s) && said.contains(u"secrets:set:x"_s), qPrintable(said));
        QVERIFY2(!said.contains(u"queue:list-task-group"_s), qPrintable(said)); // held, so it may be handed out
    }

    void everyControlHasAName()
    {
        makeClient(u"project/ui/named"_s, { u"a:b"_s });
        checkNames();
        for (int tab = 1; tab < 4; ++tab) {
            find<QTabWidget>("accessTabs")->setCurrentIndex(tab);
            QVERIFY(m_fixture->waitLoaded());
            checkNames();
        }
        click("actionAccessEditButton");
        checkNames();
        open(u"/auth/scopes/a%3Ab"_s);
        for (int tab = 0; tab < 3; ++tab) {
            find<QTabWidget>("scopesTabs")->setCurrentIndex(tab);
            checkNames();
        }
    }

    void clientOfTheConfigurationStays()
    {
        open(u"/auth/clients/static%2Ftaskcluster%2Fqueue"_s);
        QVERIFY(!isEnabled("actionAccessDeleteButton"));
        QVERIFY(find<QPushButton>("actionAccessDeleteButton")->toolTip().contains(u"configuration"_s));
        QVERIFY(isEnabled("actionAccessCopyButton"));
    }
};

QTEST_MAIN(TestUiAccess)
#include "test_ui_access.moc"
