// SPDX-License-Identifier: MPL-2.0
// Signing in through the browser, against the demo deployment's own page: the whole flow, and what a person sees of
// everything that can go wrong on the way.
#include "accountsfixture.h"

#include "core/accounts/session.h"
#include "core/accounts/signinscopes.h"
#include "demo/demodeployment.h"
#include "plainbrowser.h"
#include "scriptedstore.h"
#include "ui/pages/accounts/signinform.h"
#include "ui/widgets/idlabel.h"

#include <tc/auth.h>

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTcpServer>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace uitest;
using core::Account;
using core::SignInScopes;
using Way = AccountsFixture::Way;

class TestUiSignIn : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<AccountsFixture> m_fixture;

    core::AccountRegistry *registry() const { return m_fixture->registry(); }
    ui::SignInForm *form() const { return m_fixture->find<ui::SignInForm>("signInForm"); }

    /// Begins, and gives the page that the browser is sent to.
    QUrl begin()
    {
        m_fixture->click("signInStart");
        return form()->isWaiting() ? m_fixture->outside()->openedUrls.value(m_fixture->outside()->openedUrls.size() - 1)
                                   : QUrl();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(!sharedDemo()->rootUrl().isEmpty()); }

    void init()
    {
        m_fixture = std::make_unique<AccountsFixture>();
        m_fixture->start();
        m_fixture->add(Way::SignIn);
    }

    void cleanup() { m_fixture.reset(); }

    void wholeFlow();
    void asksForWhatWasChosen_data();
    void asksForWhatWasChosen();
    void customScopes();
    void nameThatIsNone();
    void oddClientId();
    void strangersAreIgnored();
    void secondRequest();
    void broughtNothing();
    void broughtRubbish();
    void timeout();
    void cancelledAndPortClosed();
    void goingAwayCancels();
    void linkForAnotherMachine();
    void pastedRubbish();
    void unreachableDeployment();
};

void TestUiSignIn::wholeFlow()
{
    m_fixture->picture(u"signin-form"_s);
    m_fixture->window()->resize(1024, 640);
    QTest::qWait(0);
    m_fixture->picture(u"signin-form-small"_s);
    m_fixture->find<QRadioButton>("scopesDeveloper")->click();
    m_fixture->find<QLineEdit>("signInName")->setText(u"my-desk"_s);
    m_fixture->find<QComboBox>("signInLifetime")->setCurrentIndex(0);
    const QUrl page = begin();
    QCOMPARE(page.path(), u"/auth/clients/create"_s);
    QCOMPARE(core::normalizedRoot(page), m_fixture->root());
    QVERIFY(m_fixture->text("signInProgress").contains(u"Waiting for the browser"_s));
    QVERIFY(!m_fixture->find<QComboBox>("addRoot")->isEnabled());
    m_fixture->picture(u"signin-waiting"_s);
    const QByteArray back = acceptSignIn(page);
    QVERIFY(!back.isEmpty());
    QCOMPARE(registry()->accounts().size(), 1);
    const Answer end = follow(back);
    QCOMPARE(end.status, 200);
    QVERIFY(!end.body.contains("accessToken="));
    // It is shown before anything is kept: the client may be another one than the person thinks.
    QTRY_VERIFY(m_fixture->isShown("accountReview"));
    QVERIFY(m_fixture->waitLoaded());
    const QString clientId = m_fixture->text("fact-clientId");
    QVERIFY(clientId.startsWith(u"project/demo/admin/my-desk-"_s));
    QCOMPARE(registry()->accounts().size(), 1);
    QVERIFY(m_fixture->store()->calls.isEmpty());
    m_fixture->picture(u"signin-review"_s);
    m_fixture->click("reviewSave");
    const Account account = registry()->accounts().last();
    QCOMPARE(account.clientId, clientId);
    QTRY_COMPARE(registry()->find(account.id)->secret, Account::Secret::Keychain);
    const qint64 lifetime = QDateTime::currentDateTimeUtc().secsTo(account.expires);
    QVERIFY2(lifetime > 3500 && lifetime <= 3600, qPrintable(QString::number(lifetime)));
    QCOMPARE(m_fixture->window()->currentPage()->location().account, account.id);
    // And it works.
    QStringList scopes;
    m_fixture->workspace()->session(account.id)->auth()->currentScopes()->onSuccess(this, [&scopes](const auto &held) {
        scopes = held.scopes;
    });
    QTRY_VERIFY(scopes.contains(u"queue:create-task:*"_s));
    QVERIFY(!scopes.contains(u"*"_s));
}

void TestUiSignIn::asksForWhatWasChosen_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<QStringList>("scopes");
    QTest::newRow("read only") << QByteArray("scopesReadOnly") << core::signInScopes(SignInScopes::ReadOnly);
    QTest::newRow("developer") << QByteArray("scopesDeveloper") << core::signInScopes(SignInScopes::Developer);
    QTest::newRow("everything") << QByteArray("scopesEverything") << core::signInScopes(SignInScopes::Everything);
}

void TestUiSignIn::asksForWhatWasChosen()
{
    QFETCH(const QByteArray, button);
    QFETCH(const QStringList, scopes);
    QVERIFY(m_fixture->find<QRadioButton>("scopesReadOnly")->isChecked()); // the least, unless one says otherwise
    m_fixture->find<QRadioButton>(button.constData())->click();
    QVERIFY(m_fixture->find<QPlainTextEdit>("scopesText")->isReadOnly()); // shown, to be read before
    QCOMPARE(m_fixture->text("scopesText"), scopes.join(u'\n'));
    const QUrlQuery query(begin());
    QCOMPARE(query.allQueryItemValues(u"scope"_s, QUrl::FullyDecoded), scopes);
    QCOMPARE(query.queryItemValue(u"expires"_s, QUrl::FullyDecoded), u"7 days"_s);
    QVERIFY(query.queryItemValue(u"name"_s).startsWith(u"taskcluster-desktop-"_s));
    QVERIFY(query.queryItemValue(u"callback_url"_s, QUrl::FullyDecoded).startsWith(u"http://localhost:"_s));
}

void TestUiSignIn::customScopes()
{
    m_fixture->find<QRadioButton>("scopesCustom")->click();
    auto *scopes = m_fixture->find<QPlainTextEdit>("scopesText");
    QVERIFY(!scopes->isReadOnly());
    QVERIFY(scopes->toPlainText().contains(u"queue:status:*"_s)); // where one was, to begin with
    scopes->setPlainText(u"queue:status:*\nno\u00e4\n"_s);
    QVERIFY(begin().isEmpty());
    QVERIFY(m_fixture->bannerText("signInBanner").contains(u"Line 2"_s));
    scopes->setPlainText(u" secrets:get:a b+c \n\nqueue:status:*"_s);
    const QUrlQuery query(begin());
    QCOMPARE(query.allQueryItemValues(u"scope"_s, QUrl::FullyDecoded),
        QStringList({ u"secrets:get:a b+c"_s, u"queue:status:*"_s }));
    QVERIFY(m_fixture->bannerText("signInBanner").isEmpty());
}

void TestUiSignIn::nameThatIsNone()
{
    m_fixture->find<QLineEdit>("signInName")->setText(u"two words"_s);
    QVERIFY(begin().isEmpty());
    QVERIFY(m_fixture->bannerText("signInBanner").contains(u"could not begin"_s));
    QVERIFY(m_fixture->outside()->openedUrls.isEmpty());
    m_fixture->find<QComboBox>("addRoot")->setEditText(u"nonsense://x"_s);
    m_fixture->find<QLineEdit>("signInName")->setText(u"one"_s);
    QVERIFY(begin().isEmpty());
}

void TestUiSignIn::oddClientId()
{
    m_fixture->find<QLineEdit>("signInName")->setText(u"a+b|c"_s);
    const QByteArray back = acceptSignIn(begin());
    QVERIFY(back.contains("a+b|c")); // raw, as the web UI sends it
    QCOMPARE(follow(back).status, 200);
    QTRY_VERIFY(m_fixture->isShown("accountReview"));
    QVERIFY(m_fixture->waitLoaded());
    QVERIFY(m_fixture->text("fact-clientId").startsWith(u"project/demo/admin/a+b|c-"_s));
    QCOMPARE(m_fixture->text("reviewProgress"), u"The deployment accepts these credentials."_s);
}

void TestUiSignIn::strangersAreIgnored()
{
    const QByteArray back = acceptSignIn(begin());
    const quint16 port = portOf(back);
    const QByteArray right = targetOf(back);
    QCOMPARE(get(port, "/favicon.ico").status, 404); // as browsers do
    QCOMPARE(get(port, "/?" + right.mid(right.indexOf('?') + 1)).status, 404);
    QCOMPARE(get(port, "/wrong" + right).status, 404);
    QCOMPARE(get(port, right, "evil.example:" + QByteArray::number(port)).status, 404);
    QCOMPARE(send(port,
                 "POST " + right + " HTTP/1.1\r\nHost: localhost:" + QByteArray::number(port)
                     + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                 .status,
        404);
    QTest::qWait(50);
    QVERIFY(form()->isWaiting());
    QVERIFY(m_fixture->isShown("signInProgress"));
    QVERIFY(!m_fixture->isShown("accountReview"));
    QCOMPARE(follow(back).status, 200); // and the right one still goes through
    QTRY_VERIFY(m_fixture->isShown("accountReview"));
}

void TestUiSignIn::secondRequest()
{
    const QByteArray back = acceptSignIn(begin());
    QCOMPARE(follow(back).status, 200);
    const Answer second = follow(back);
    QVERIFY2(second.status == 410 || second.status == 0, qPrintable(QString::number(second.status)));
    QTRY_VERIFY(m_fixture->isShown("accountReview"));
    QVERIFY(m_fixture->waitLoaded());
    m_fixture->click("reviewSave");
    QCOMPARE(registry()->accounts().size(), 2);
    QCOMPARE(follow(back).status, 0); // nobody is there any more
}

void TestUiSignIn::broughtNothing()
{
    const QByteArray back = acceptSignIn(begin());
    QCOMPARE(get(portOf(back), targetOf(back).left(targetOf(back).indexOf('?'))).status, 200);
    QTRY_VERIFY(m_fixture->bannerText("signInBanner").contains(u"came back without credentials"_s));
    QVERIFY(m_fixture->isShown("signInStart")); // the form is there to begin anew
    m_fixture->picture(u"signin-failed"_s);
    m_fixture->click("bannerRetry");
    QVERIFY(form()->isWaiting());
    QCOMPARE(m_fixture->outside()->openedUrls.size(), 2);
}

void TestUiSignIn::broughtRubbish()
{
    const QByteArray back = acceptSignIn(begin());
    QByteArray target = targetOf(back);
    target = target.left(target.indexOf("accessToken=")) + "accessToken=SECRET-of-nobody-at-all";
    QCOMPARE(get(portOf(back), target).status, 200);
    QTRY_VERIFY(m_fixture->bannerText("signInBanner").contains(u"did not accept the credentials"_s));
    QVERIFY(!m_fixture->allText().contains(u"SECRET-of"_s));
    QCOMPARE(registry()->accounts().size(), 1);
}

void TestUiSignIn::timeout()
{
    form()->setTimeout(std::chrono::milliseconds(300));
    const QByteArray back = acceptSignIn(begin());
    QTRY_VERIFY(m_fixture->bannerText("signInBanner").contains(u"Nobody came from the browser"_s));
    QVERIFY(!form()->isWaiting());
    QCOMPARE(follow(back).status, 0); // too late
    QVERIFY(!m_fixture->isShown("accountReview"));
    QVERIFY(m_fixture->find<QComboBox>("addRoot")->isEnabled());
}

void TestUiSignIn::cancelledAndPortClosed()
{
    const QByteArray back = acceptSignIn(begin());
    m_fixture->click("signInCancel");
    QTRY_VERIFY(m_fixture->bannerText("signInBanner").contains(u"The sign-in was cancelled."_s));
    QVERIFY(m_fixture->bannerText("signInBanner").contains(u"delete it there"_s));
    m_fixture->picture(u"signin-cancelled"_s);
    QCOMPARE(follow(back).status, 0);
    QCOMPARE(registry()->accounts().size(), 1);
    // The next one has a path and a port of its own.
    const QByteArray next = acceptSignIn(begin());
    QVERIFY(targetOf(next) != targetOf(back));
    QCOMPARE(follow(next).status, 200);
    QTRY_VERIFY(m_fixture->isShown("accountReview"));
}

void TestUiSignIn::goingAwayCancels()
{
    const QByteArray back = acceptSignIn(begin());
    m_fixture->click("actionCloseAddButton");
    QVERIFY(!m_fixture->isShown("addAccountView"));
    QTRY_COMPARE(follow(back).status, 0);
    QCOMPARE(registry()->accounts().size(), 1);
}

void TestUiSignIn::linkForAnotherMachine()
{
    m_fixture->click("signInLink");
    QVERIFY(form()->isWaiting());
    QVERIFY(m_fixture->outside()->openedUrls.isEmpty());
    QTest::mouseClick(
        m_fixture->find<ui::IdLabel>("signInUrl")->findChild<QAbstractButton *>(u"idCopy"_s), Qt::LeftButton);
    const QUrl page(QGuiApplication::clipboard()->text());
    QCOMPARE(core::normalizedRoot(page), m_fixture->root());
    const QByteArray back = acceptSignIn(page);
    QVERIFY(!back.isEmpty());
    auto *typed = m_fixture->find<QLineEdit>("signInTyped");
    QTest::keyClicks(typed, QString::fromLatin1(back));
    QVERIFY(!m_fixture->allText().contains(u"accessToken=demo"_s));
    QVERIFY(!typed->displayText().contains(u"clientId"_s)); // masked
    QTest::keyClick(typed, Qt::Key_Return);
    QTRY_VERIFY(m_fixture->isShown("accountReview"));
    QVERIFY(m_fixture->waitLoaded());
    m_fixture->click("reviewSave");
    QCOMPARE(registry()->accounts().size(), 2);
    QGuiApplication::clipboard()->clear();
}

void TestUiSignIn::pastedRubbish()
{
    m_fixture->click("signInLink");
    auto *typed = m_fixture->find<QLineEdit>("signInTyped");
    typed->setText(u"http://localhost:1/x?clientId=SECRET-no-token-here"_s);
    m_fixture->click("signInUse");
    QVERIFY(m_fixture->bannerText("signInBanner").contains(u"not what the browser shows"_s));
    QVERIFY(!m_fixture->allText().contains(u"SECRET-no"_s));
    QVERIFY(form()->isWaiting()); // the browser may still come
}

void TestUiSignIn::unreachableDeployment()
{
    // The page is the browser's affair; what comes from it is checked with a deployment that has gone.
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    m_fixture->find<QComboBox>("addRoot")->setEditText(u"http://127.0.0.1:%1"_s.arg(closed.serverPort()));
    closed.close();
    const QUrl page = begin();
    const QUrl callback(QUrlQuery(page).queryItemValue(u"callback_url"_s, QUrl::FullyDecoded));
    QCOMPARE(get(static_cast<quint16>(callback.port()),
                 callback.path().toLatin1() + "?clientId=me&accessToken=SECRET-of-one-that-is-lost-00")
                 .status,
        200);
    QTRY_VERIFY(m_fixture->bannerText("signInBanner").contains(u"could not be reached"_s));
    QVERIFY(!m_fixture->allText().contains(u"SECRET-of"_s));
}

QTEST_MAIN(TestUiSignIn)
#include "test_ui_signin.moc"
