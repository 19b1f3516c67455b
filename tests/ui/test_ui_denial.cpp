// SPDX-License-Identifier: MPL-2.0
// Every refusal for want of scopes explains itself in the place where it is said: one mechanism, all pages.
#include "scriptedserver.h"
#include "windowfixture.h"

#include "demo/demodeployment.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/denialview.h"
#include "ui/widgets/elidedlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace uitest;
using tc::test::Request;
using tc::test::ScriptedServer;
using tc::test::Step;

namespace {

const auto taskId = u"fN1SbArXTPSVFNUvaOlinQ"_s;

QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

Step refusal(const QByteArray &scope)
{
    return Step::error(403, "InsufficientScopes",
        "Client ID project/x does not have sufficient scopes and is missing the following scopes:\\n\\n```\\n" + scope
            + "\\n```\\n\\nThis request requires the client to satisfy the following scope expression:\\n\\n```\\n"
            + scope + "\\n```");
}

// A deployment that refuses everything but to say what one holds and which roles there are.
Step refuseAll(const Request &request)
{
    if (request.target.contains("/scopes/current"))
        return Step::json(json("{'scopes':['auth:current-scopes','auth:list-roles']}"));
    if (request.target.contains("/roles2/")) {
        return Step::json(
            json("{'roles':[{'roleId':'people','scopes':[],'description':'','created':'2026-11-21T19:33:23.294Z',"
                 "'lastModified':'2026-11-21T19:33:23.294Z','expandedScopes':['index:*','queue:*']}]}"));
    }
    if (request.target.contains("/index/"))
        return refusal("index:list-namespaces:");
    if (request.target.contains("/auth/"))
        return refusal("auth:list-clients");
    return refusal("queue:any-of-it:" + taskId.toLatin1());
}

} // namespace

class TestUiDenial : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<WindowFixture> m_fixture;

    QStringList texts(const char *name) const
    {
        QStringList result;
        for (const QPlainTextEdit *edit :
            m_fixture->window()->findChildren<QPlainTextEdit *>(QLatin1StringView(name))) {
            if (edit->isVisible())
                result += edit->toPlainText();
        }
        return result;
    }

    QStringList roles() const
    {
        QStringList result;
        for (const ui::ElidedLabel *label : m_fixture->window()->findChildren<ui::ElidedLabel *>(u"denialRole"_s)) {
            if (label->isVisible())
                result += label->text();
        }
        return result;
    }

    bool isShown(const char *name) const
    {
        const auto *label = m_fixture->find<QLabel>(name);
        return label && label->isVisible();
    }

    // Whether there is one to press.
    bool explain() const
    {
        const bool isThere = QTest::qWaitFor(
            [this] {
                const auto *button = m_fixture->find<QPushButton>("bannerExplain");
                return button && button->isVisible();
            },
            10'000);
        if (isThere)
            QTest::mouseClick(m_fixture->find<QPushButton>("bannerExplain"), Qt::LeftButton);
        return isThere;
    }

    void openAsReader()
    {
        const demo::DemoCredentials who = demo::DemoDeployment::readOnly();
        m_fixture->open({ core::SessionOptions::demo(sharedDemo()->rootUrl(), { who.clientId, who.accessToken, {} }) });
        m_fixture->window()->resize(1280, 800);
    }

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<WindowFixture>(); }

    void cleanup()
    {
        m_fixture.reset();
        m_server.reset();
    }

    void onEveryPage_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("scope");
        const QString queue = u"queue:any-of-it:"_s + taskId;
        QTest::newRow("task group") << u"/tasks/groups/"_s + taskId << queue;
        QTest::newRow("task") << u"/tasks/"_s + taskId << queue;
        QTest::newRow("index") << u"/tasks/index"_s << u"index:list-namespaces:"_s;
        QTest::newRow("log") << u"/tasks/"_s + taskId + u"/runs/0/logs/public/logs/live.log"_s << queue;
        QTest::newRow("secrets") << u"/secrets"_s << queue;
        QTest::newRow("secret") << u"/secrets/project%2Fx"_s << queue;
        QTest::newRow("clients") << u"/auth/clients"_s << u"auth:list-clients"_s;
        QTest::newRow("scopes") << u"/auth/scopes/x"_s << u"auth:list-clients"_s;
    }

    void onEveryPage()
    {
        QFETCH(QString, path);
        QFETCH(QString, scope);
        m_server = std::make_unique<ScriptedServer>();
        m_server->setHandler(refuseAll);
        core::SessionOptions options
            = core::SessionOptions::demo(m_server->url(), { u"project/x"_s, u"SECRET-token-of-a-test"_s, {} });
        options.retry = tc::RetryPolicy { .retries = 0 };
        m_fixture->open({ options });
        m_fixture->go(m_server->url() + path);
        QVERIFY(explain());
        QTRY_COMPARE(texts("denialMissing"), QStringList { scope });
        if (scope.startsWith(u"auth:"))
            QTRY_VERIFY(isShown("denialNoRole"));
        else
            QTRY_COMPARE(roles(), QStringList { u"people"_s });
        QTest::mouseClick(m_fixture->find<QPushButton>("denialCopy"), Qt::LeftButton);
        const QString request = QGuiApplication::clipboard()->text();
        for (const QString &part : { m_server->url(), u"project/x"_s, scope })
            QVERIFY2(request.contains(part), qPrintable(request));
        QVERIFY(!request.contains(u"SECRET-"_s));
        m_fixture->picture(u"denial-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-')));
        QVERIFY(explain()); // once more closes it
        QVERIFY(!m_fixture->find<ui::DenialView>("denialView"));
    }

    void leadsToTheRole()
    {
        openAsReader();
        m_fixture->go(sharedDemo()->rootUrl() + u"/auth/clients/project%2Fdemo%2Freader"_s);
        QVERIFY(m_fixture->waitLoaded());
        m_fixture->find<QTabWidget>("accessTabs")->setCurrentIndex(2);
        QTRY_VERIFY(!m_fixture->bannerText("auditBanner").isEmpty());
        QVERIFY(explain());
        QTRY_COMPARE(roles(), (QStringList { u"project:demo:auditor"_s, u"project:demo:admin"_s }));
        QCOMPARE(texts("denialMissing"), QStringList { u"auth:audit-history:client"_s });
        QTest::qWait(50); // the layout follows
        m_fixture->picture(u"denial-history"_s);
        auto *role = m_fixture->find<ui::ElidedLabel>("denialRole");
        role->setFocus();
        QTest::keyClick(role, Qt::Key_Return);
        QVERIFY(m_fixture->waitLoaded());
        QCOMPARE(m_fixture->window()->currentPage()->location(),
            core::Location::role(sharedDemo()->rootUrl(), u"project:demo:auditor"_s)
                .as(m_fixture->window()->currentPage()->location().account));
    }

    void afterAnAction()
    {
        // The reader's own account does not see that it may not: the deployment says so.
        openAsReader();
        m_fixture->go(sharedDemo()->rootUrl() + u"/auth/clients"_s);
        QVERIFY(m_fixture->waitLoaded());
        QTest::mouseClick(m_fixture->find<QPushButton>("actionAccessNewButton"), Qt::LeftButton);
        QTest::keyClicks(m_fixture->find<QLineEdit>("accessEditId"), u"project/demo/mine"_s);
        m_fixture->find<QPlainTextEdit>("accessEditScopes")->setPlainText(u"queue:status:*\nsecrets:get:a"_s);
        QTest::mouseClick(m_fixture->find<QPushButton>("accessEditSave"), Qt::LeftButton);
        QTRY_VERIFY(!m_fixture->bannerText("accessEditorBanner").isEmpty());
        QVERIFY(explain());
        QTRY_COMPARE(
            texts("denialMissing"), (QStringList { u"auth:create-client:project/demo/mine"_s, u"secrets:get:a"_s }));
        QCOMPARE(texts("denialHeld"), QStringList { u"queue:status:*"_s });
        QTRY_VERIFY(!roles().isEmpty());
        QTest::qWait(50);
        m_fixture->picture(u"denial-action"_s);
        // The same stands behind the details of the status bar, for the page's account wherever one is by then.
        QVERIFY(explain());
        QTest::mouseClick(m_fixture->find<QToolButton>("bannerClose"), Qt::LeftButton);
        QTest::mouseClick(m_fixture->find<QToolButton>("statusDetails"), Qt::LeftButton);
        QVERIFY(explain());
        QTRY_COMPARE(texts("denialHeld"), QStringList { u"queue:status:*"_s });
    }

    void withoutCredentials()
    {
        m_fixture->open({ core::SessionOptions::anonymous(sharedDemo()->rootUrl()) });
        m_fixture->go(sharedDemo()->rootUrl() + u"/auth/clients/project%2Fdemo%2Freader"_s);
        QVERIFY(m_fixture->waitLoaded());
        m_fixture->find<QTabWidget>("accessTabs")->setCurrentIndex(2);
        QTRY_VERIFY(!m_fixture->bannerText("auditBanner").isEmpty());
        QVERIFY(explain());
        QTRY_VERIFY(isShown("denialAnonymous"));
        QTRY_COMPARE(texts("denialMissing"), QStringList { u"auth:audit-history:client"_s });
    }

    void onlyRefusalsAreExplained()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_server->setHandler([](const Request &) { return Step::error(404, "ResourceNotFound", "none"); });
        m_fixture->open({ core::SessionOptions::anonymous(m_server->url()) });
        m_fixture->go(m_server->url() + u"/tasks/groups/"_s + taskId);
        QTRY_VERIFY(!m_fixture->bannerText("groupBanner").isEmpty());
        for (const QPushButton *button : m_fixture->window()->findChildren<QPushButton *>(u"bannerExplain"_s))
            QVERIFY(!button->isVisible());
    }
};

QTEST_MAIN(TestUiDenial)
#include "test_ui_denial.moc"
