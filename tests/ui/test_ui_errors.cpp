// SPDX-License-Identifier: MPL-2.0
// Bad input, one case after the other: the window says what happened and what to do, and goes on working.
#include "scriptedserver.h"
#include "windowfixture.h"

#include "core/taskgroup/taskgroupmodel.h"
#include "ui/pages/task/tasktabs.h"
#include "ui/pages/taskgroup/taskgrouppage.h"
#include "ui/widgets/banner.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace uitest;
using tc::test::Request;
using tc::test::ScriptedServer;
using tc::test::Step;

namespace {

const auto groupId = u"fN1SbArXTPSVFNUvaOlinQ"_s;

// JSON that is written with single quotes here; moc loses its way among raw strings.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray task(const QByteArray &taskId)
{
    const QByteArray common = "'provisionerId':'p','workerType':'w','taskQueueId':'p/w','schedulerId':'s',"
                              "'taskGroupId':'fN1SbArXTPSVFNUvaOlinQ','priority':'low','projectId':'none',"
                              "'deadline':'2026-11-26T15:32:54.665Z','expires':'2027-11-06T19:32:54.664Z'";
    return json("{'status':{'taskId':'" + taskId + "'," + common
        + ",'retriesLeft':5,'state':'completed','runs':[]},'task':{" + common
        + ",'dependencies':[],'requires':'all-completed','routes':[],'retries':5,'scopes':[],'payload':{},"
          "'created':'2026-11-21T19:33:23.294Z','tags':{},'extra':{},'metadata':{'name':'a task',"
          "'owner':'o@example.com','source':'https://example.com','description':'d'}}}");
}

QByteArray page(const QByteArray &tasks, const QByteArray &token = {})
{
    QByteArray result = "{'taskGroupId':'fN1SbArXTPSVFNUvaOlinQ','schedulerId':'s',"
                        "'expires':'2027-11-06T20:32:54.664Z','tasks':["
        + tasks + ']';
    if (!token.isEmpty())
        result += ",'continuationToken':'" + token + '\'';
    return json(result + '}');
}

Step good()
{
    return Step::json(page(task("SVfgjAEqQc-fRULB9rW_1Q")));
}

} // namespace

class TestUiErrors : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<WindowFixture> m_fixture;

    core::SessionOptions session(const QString &root) const
    {
        core::SessionOptions options = core::SessionOptions::anonymous(root);
        options.timeout = 700ms;
        options.retry = tc::RetryPolicy { .retries = 1, .base = 10ms };
        return options;
    }

    int shownTasks() const
    {
        const auto *page = qobject_cast<ui::TaskGroupPage *>(m_fixture->window()->currentPage());
        return page ? page->model()->rowCount() : -1;
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_fixture = std::make_unique<WindowFixture>();
    }

    void cleanup()
    {
        m_fixture.reset();
        m_server.reset();
    }

    void saysWhatHappenedAndRetryWorks_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<QStringList>("words"); // that the message must have, in any case
        const QByteArray scopes
            = "Client ID x does not have sufficient scopes and is missing the following scopes:"
              "\\n\\n```\\nqueue:list-task-group:fN1SbArXTPSVFNUvaOlinQ\\n```\\n\\nThis request requires "
              "the client to satisfy the following scope expression:\\n\\n```\\n{}\\n```";
        QTest::newRow("401") << Step::error(401, "AuthenticationFailed", "Unauthorized")
                             << QStringList { u"credentials"_s };
        QTest::newRow("403") << Step::error(403, "InsufficientScopes", scopes)
                             << QStringList { u"queue:list-task-group:fN1SbArXTPSVFNUvaOlinQ"_s };
        QTest::newRow("404") << Step::error(404, "ResourceNotFound", "No such group") << QStringList { u"not"_s };
        QTest::newRow("500") << Step::error(500, "InternalServerError", "Ooops") << QStringList { u"server"_s };
        QTest::newRow("HTML") << Step::reply(502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>")
                              << QStringList { u"502"_s };
        QTest::newRow("HTML with 200") << Step::reply(
            200, "text/html", "<html><body>Sign in to the Wi-Fi</body></html>")
                                       << QStringList {};
        QTest::newRow("cut JSON") << Step::json(json("{'taskGroupId':'fN1SbArX")) << QStringList {};
        QTest::newRow("cut connection") << Step::json(page(task("SVfgjAEqQc-fRULB9rW_1Q"))).cut(60) << QStringList {};
        QTest::newRow("wrong type") << Step::json(json("{'taskGroupId':'fN1SbArXTPSVFNUvaOlinQ','schedulerId':'s','"
                                                       "expires':'2027-11-06T20:32:54.664Z','tasks':'none'}"))
                                    << QStringList {};
        QTest::newRow("silence") << Step::silence(Step::Fault::Stall) << QStringList {};
        QTest::newRow("closed") << Step::silence(Step::Fault::Close) << QStringList {};
        Step huge = Step::json("{");
        huge.filler = 300LL * 1024 * 1024;
        QTest::newRow("300 MB") << huge << QStringList {};
    }

    void saysWhatHappenedAndRetryWorks()
    {
        QFETCH(Step, step);
        QFETCH(QStringList, words);
        bool mended = false;
        m_server->setHandler([&](const Request &request) {
            if (mended)
                return request.target.contains("/list") ? good() : Step::error(404, "ResourceNotFound", "none");
            return request.target.contains("/list") ? step : Step::error(404, "ResourceNotFound", "none");
        });
        m_fixture->open({ session(m_server->url()) });
        m_fixture->go(m_server->url() + u"/tasks/groups/"_s + groupId);
        QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->bannerText("groupBanner").isEmpty(), 30'000);
        const QString said = m_fixture->bannerText("groupBanner");
        qInfo("%s", qPrintable(said));
        QVERIFY2(said.contains(u"task group"_s), qPrintable(said));
        QVERIFY2(said.section(u'\n', 1).size() > 20, qPrintable(said)); // why, and what to do
        for (const QString &word : words)
            QVERIFY2(said.contains(word, Qt::CaseInsensitive), qPrintable(said));
        QVERIFY2(!said.contains(u"<html"_s) && !said.contains(u"<h1"_s), qPrintable(said));
        // Details can be copied.
        QTest::mouseClick(m_fixture->find<QPushButton>("bannerDetailsButton"), Qt::LeftButton);
        QTest::mouseClick(m_fixture->find<QPushButton>("bannerCopy"), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"queue."_s));
        // The window goes on working.
        mended = true;
        QTest::mouseClick(m_fixture->find<QPushButton>("bannerRetry"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(shownTasks(), 1, 10'000);
        QVERIFY(m_fixture->bannerText("groupBanner").isEmpty());
    }

    void keepsWhatCameBeforeTheError()
    {
        bool mended = false;
        m_server->setHandler([&](const Request &request) {
            if (!request.target.contains("continuationToken"))
                return Step::json(page(task("SVfgjAEqQc-fRULB9rW_1Q"), "next"));
            return mended ? Step::json(page(task("BHuZBMJqSrikTHVFWHt5sQ")))
                          : Step::error(500, "InternalServerError", "no");
        });
        m_fixture->open({ session(m_server->url()) });
        m_fixture->go(m_server->url() + u"/tasks/groups/"_s + groupId);
        QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->bannerText("groupBanner").isEmpty(), 10'000);
        QCOMPARE(shownTasks(), 1);
        m_fixture->picture(u"error"_s);
        mended = true;
        const qsizetype before = m_server->requests().size();
        QTest::mouseClick(m_fixture->find<QPushButton>("bannerRetry"), Qt::LeftButton);
        QTRY_COMPARE(shownTasks(), 2);
        // The focus fell from the button that is gone to the table, and no task was opened by that.
        QTest::qWait(200);
        QVERIFY(m_fixture->window()->currentPage()->findChild<ui::TaskTabs *>()->isHidden());
        // It went on with the page that failed, not from the start.
        QCOMPARE(m_server->requests().size(), before + 1);
        QVERIFY(m_server->requests().last().target.contains("continuationToken=next"));
    }

    void repeatedTokenEndsTheListing()
    {
        m_server->setHandler([](const Request &) { return Step::json(page(task("SVfgjAEqQc-fRULB9rW_1Q"), "same")); });
        m_fixture->open({ session(m_server->url()) });
        m_fixture->go(m_server->url() + u"/tasks/groups/"_s + groupId);
        QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->bannerText("groupBanner").isEmpty(), 10'000);
        QCOMPARE(shownTasks(), 1);
        QVERIFY(m_server->requests().size() < 5);
    }

    void refusedConnection()
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const QString root = u"http://127.0.0.1:%1"_s.arg(gone.serverPort());
        gone.close();
        m_fixture->open({ session(root) });
        m_fixture->go(root + u"/tasks/groups/"_s + groupId);
        QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->bannerText("groupBanner").isEmpty(), 10'000);
        qInfo("%s", qPrintable(m_fixture->bannerText("groupBanner")));
        QVERIFY(m_fixture->bannerText("groupBanner").contains(u"127.0.0.1"_s));
        const QString details = m_fixture->find<ui::Banner>("groupBanner")->text().details;
        QVERIFY2(details.contains(u"queue.listTaskGroup"_s), qPrintable(details));
    }

    void wrongIdsAreSaidBeforeAnyRequest_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("words") << u"no place at all"_s;
        QTest::newRow("scheme") << u"file:///etc/passwd"_s;
        QTest::newRow("bad id in a URL") << u"%1/tasks/not-an-id"_s;
        QTest::newRow("password in a URL") << u"http://user:secret@127.0.0.1/tasks/groups/%2"_s;
    }

    void wrongIdsAreSaidBeforeAnyRequest()
    {
        QFETCH(QString, text);
        m_fixture->open({ session(m_server->url()) });
        m_fixture->go(text.contains(u"%1"_s) ? text.arg(m_server->url())
                : text.contains(u"%2"_s)     ? QString(text).replace(u"%2"_s, groupId)
                                             : text);
        QTRY_VERIFY(!m_fixture->bannerText("windowBanner").isEmpty());
        qInfo("%s", qPrintable(m_fixture->bannerText("windowBanner")));
        QTest::qWait(200);
        QCOMPARE(m_server->requests().size(), 0);
        QVERIFY(!m_fixture->bannerText("windowBanner").contains(u"secret"_s));
    }

    void unknownIdIsSaidAndCanBeTriedAgain()
    {
        bool mended = false;
        m_server->setHandler([&](const Request &request) {
            if (!mended)
                return Step::error(404, "ResourceNotFound", "Task does not exist");
            if (request.target.contains("/list"))
                return good();
            if (request.target.contains("/task-group/"))
                return Step::json(json("{'taskGroupId':'fN1SbArXTPSVFNUvaOlinQ','schedulerId':'s',"
                                       "'expires':'2027-11-06T20:32:54.664Z'}"));
            return Step::error(404, "ResourceNotFound", "none");
        });
        m_fixture->open({ session(m_server->url()) });
        m_fixture->go(groupId);
        QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->bannerText("resolveBanner").isEmpty(), 10'000);
        QVERIFY(m_fixture->bannerText("resolveBanner").contains(groupId));
        mended = true;
        QTest::mouseClick(m_fixture->find<QPushButton>("bannerRetry"), Qt::LeftButton);
        QTRY_COMPARE(shownTasks(), 1);
    }
};

QTEST_MAIN(TestUiErrors)
#include "test_ui_errors.moc"
