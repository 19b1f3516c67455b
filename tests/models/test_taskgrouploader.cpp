// SPDX-License-Identifier: MPL-2.0
#include "apidata.h"
#include "core/accounts/session.h"
#include "core/taskgroup/taskgrouploader.h"
#include "core/taskgroup/taskgroupmodel.h"
#include "taskdata.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using tc::test::Request;
using tc::test::ScriptedServer;
using tc::test::Step;

namespace {

const QString group = u"QW4X7G7HRuOxMVFTHkiB8A"_s;
const QString otherGroup = u"So18GD6BRfSt5ludnjmN1A"_s;

} // namespace

class TestTaskGroupLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void loadsAllPages();
    void goesOnWhereItFailed();
    void failsOnTheFirstPage();
    void overlappingPagesCountOnce();
    void refreshRenews();
    void newestGroupWins();
    void stopKeepsWhatIsThere();
    void emptyGroup();
    void repeatedTokenIsAnError();
    void sealedGroupsAreAskedForAtOnce_data();
    void sealedGroupsAreAskedForAtOnce();
    void diesWhileLoading();

private:
    bool isDone() const { return !m_loader->part().isLoading() && !m_model->isArranging(); }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<core::Session> m_session;
    std::unique_ptr<core::TaskGroupModel> m_model;
    std::unique_ptr<core::TaskGroupLoader> m_loader;
};

void TestTaskGroupLoader::init()
{
    QLocale::setDefault(QLocale::c());
    m_server = std::make_unique<ScriptedServer>();
    m_session = std::make_unique<core::Session>(core::SessionOptions::anonymous(m_server->url()));
    m_model = std::make_unique<core::TaskGroupModel>();
    m_loader = std::make_unique<core::TaskGroupLoader>(m_session.get(), m_model.get());
}

void TestTaskGroupLoader::cleanup()
{
    m_loader.reset();
    m_model.reset();
    m_session.reset();
    m_server.reset();
}

void TestTaskGroupLoader::loadsAllPages()
{
    m_server->enqueue(Step::json(testdata::groupPage(group, 0, 1000, u"completed"_s, u"t1"_s)));
    m_server->enqueue(Step::json(testdata::groupPage(group, 1000, 1000, u"running"_s, u"t2"_s)));
    m_server->enqueue(
        Step::json(testdata::groupPage(group, 2000, 0, u"running"_s, u"t3"_s))); // empty, and not the last
    m_server->enqueue(Step::json(testdata::groupPage(group, 2000, 10, u"failed"_s, {})));
    QSignalSpy finished(m_loader.get(), &core::TaskGroupLoader::finished);
    QStringList progress;
    connect(m_loader.get(), &core::TaskGroupLoader::changed, this, [&] { progress += m_loader->progressText(); });
    m_loader->open(group);
    QVERIFY(m_loader->part().isLoading());
    QTRY_VERIFY(isDone());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(m_model->rowCount(), 2010);
    QCOMPARE(m_model->counts()[core::TaskState::Completed], 1000);
    QCOMPARE(m_model->counts()[core::TaskState::Running], 1000);
    QCOMPARE(m_model->counts()[core::TaskState::Failed], 10);
    QCOMPARE(m_loader->info().taskGroupId, group);
    QCOMPARE(m_loader->info().schedulerId, u"demo"_s);
    QVERIFY(m_loader->info().expires > 0);
    QCOMPARE(m_loader->info().sealed, 0);
    QVERIFY(progress.contains(u"1000 task(s) so far"_s));
    QCOMPARE(progress.last(), u"2010 task(s)"_s);
    QCOMPARE(testdata::path(m_server->requests()[0]), u"/api/queue/v1/task-group/"_s + group + u"/list"_s);
    QCOMPARE(testdata::queryValue(m_server->requests()[0], u"limit"_s), u"1000"_s);
    QCOMPARE(testdata::queryValue(m_server->requests()[3], u"continuationToken"_s), u"t3"_s);
}

void TestTaskGroupLoader::goesOnWhereItFailed()
{
    m_server->enqueue(Step::json(testdata::groupPage(group, 0, 100, u"completed"_s, u"t1"_s)));
    m_server->enqueue(Step::error(400, "InputError", "no"));
    m_loader->open(group);
    QTRY_VERIFY(isDone());
    QVERIFY(m_loader->part().hasFailed());
    QCOMPARE(m_loader->part().error.code, u"InputError"_s);
    QCOMPARE(m_model->rowCount(), 100); // what is there stays
    m_server->enqueue(Step::json(testdata::groupPage(group, 100, 50, u"completed"_s, {})));
    m_loader->retry();
    QTRY_VERIFY(isDone());
    QVERIFY(!m_loader->part().hasFailed());
    QCOMPARE(m_model->rowCount(), 150);
    QCOMPARE(m_server->requests().size(), 3);
    QCOMPARE(testdata::queryValue(m_server->requests().last(), u"continuationToken"_s), u"t1"_s);
}

void TestTaskGroupLoader::failsOnTheFirstPage()
{
    m_server->enqueue(testdata::notFound());
    m_loader->open(group);
    QTRY_VERIFY(isDone());
    QCOMPARE(m_loader->part().error.kind, tc::ErrorKind::NotFound);
    QCOMPARE(m_loader->progressText(), QString());
    m_server->enqueue(Step::json(testdata::groupPage(group, 0, 5, u"pending"_s, {})));
    m_loader->retry();
    QTRY_VERIFY(isDone());
    QCOMPARE(m_model->rowCount(), 5);
    QVERIFY(testdata::queryValue(m_server->requests().last(), u"continuationToken"_s).isEmpty());
}

void TestTaskGroupLoader::overlappingPagesCountOnce()
{
    m_server->enqueue(Step::json(testdata::groupPage(group, 0, 100, u"pending"_s, u"t1"_s)));
    m_server->enqueue(Step::json(testdata::groupPage(group, 90, 100, u"running"_s, {})));
    m_loader->open(group);
    QTRY_VERIFY(isDone());
    QCOMPARE(m_model->rowCount(), 190);
    QCOMPARE(m_model->counts()[core::TaskState::Pending], 90); // the later word about a task counts
    QCOMPARE(m_model->counts()[core::TaskState::Running], 100);
}

void TestTaskGroupLoader::refreshRenews()
{
    m_server->enqueue(Step::json(testdata::groupPage(group, 0, 100, u"pending"_s, {})));
    m_loader->open(group);
    QTRY_VERIFY(isDone());
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_server->enqueue(Step::json(testdata::groupPage(group, 0, 120, u"completed"_s, {})));
    m_loader->refresh();
    QVERIFY(m_loader->part().isLoading());
    QCOMPARE(m_model->rowCount(), 100);
    QTRY_VERIFY(isDone());
    QCOMPARE(m_model->rowCount(), 120);
    QCOMPARE(m_model->counts()[core::TaskState::Completed], 120);
    QCOMPARE(reset.size(), 0);
}

void TestTaskGroupLoader::newestGroupWins()
{
    m_server->setHandler([](const Request &request) {
        const bool first = testdata::path(request).contains(group);
        return Step::json(first ? testdata::groupPage(group, 0, 500, u"pending"_s, {})
                                : testdata::groupPage(otherGroup, 5000, 7, u"running"_s, {}));
    });
    QSignalSpy finished(m_loader.get(), &core::TaskGroupLoader::finished);
    m_loader->open(group);
    QTRY_VERIFY(!m_server->requests().isEmpty());
    m_loader->open(otherGroup);
    QTRY_VERIFY(isDone());
    QTest::qWait(100);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(m_model->taskCount(), 7);
    QCOMPARE(m_loader->info().taskGroupId, otherGroup);
}

void TestTaskGroupLoader::stopKeepsWhatIsThere()
{
    m_server->enqueue(Step::json(testdata::groupPage(group, 0, 100, u"pending"_s, u"t1"_s)));
    m_server->enqueue(Step::silence(Step::Fault::Stall));
    m_loader->open(group);
    QTRY_COMPARE(m_model->rowCount(), 100);
    m_loader->stop();
    QVERIFY(!m_loader->part().isLoading());
    QVERIFY(!m_loader->part().hasFailed());
    QTest::qWait(50);
    QCOMPARE(m_model->rowCount(), 100);
}

void TestTaskGroupLoader::emptyGroup()
{
    m_server->enqueue(Step::json(testdata::groupPage(group, 0, 0, {}, {})));
    m_loader->open(group);
    QTRY_VERIFY(isDone());
    QCOMPARE(m_loader->part().state, core::Part::State::Ready);
    QCOMPARE(m_loader->progressText(), u"No tasks"_s);
}

void TestTaskGroupLoader::repeatedTokenIsAnError()
{
    m_server->setHandler(
        [](const Request &) { return Step::json(testdata::groupPage(group, 0, 10, u"pending"_s, u"again"_s)); });
    m_loader->open(group);
    QTRY_VERIFY(isDone());
    QCOMPARE(m_loader->part().error.kind, tc::ErrorKind::Protocol);
    QCOMPARE(m_model->rowCount(), 10);
}

void TestTaskGroupLoader::sealedGroupsAreAskedForAtOnce_data()
{
    QTest::addColumn<bool>("sealed");
    QTest::newRow("sealed") << true;
    QTest::newRow("open, so that a row may move from page to page") << false;
}

/// In the second load, when the tokens are known.
void TestTaskGroupLoader::sealedGroupsAreAskedForAtOnce()
{
    QFETCH(const bool, sealed);
    std::chrono::milliseconds delay { 0 };
    m_server->setHandler([&](const Request &request) {
        const auto page = testdata::queryValue(request, u"continuationToken"_s).mid(1).toUInt();
        const QString next = page < 9 ? u"p%1"_s.arg(page + 1) : QString();
        QByteArray body = testdata::groupPage(group, page * 10, 10, u"completed"_s, next);
        if (sealed)
            body.replace("\"schedulerId\":\"demo\",\"taskGroupId\"",
                "\"schedulerId\":\"demo\",\"sealed\":\"2026-11-21T20:15:00.277Z\",\"taskGroupId\"");
        return Step::json(body).after(page == 0 ? std::chrono::milliseconds(0) : delay);
    });
    m_loader->open(group);
    QTRY_VERIFY(isDone());
    QCOMPARE(m_model->rowCount(), 100);
    QCOMPARE(m_loader->info().sealed > 0, sealed);
    QCOMPARE(m_server->requests().size(), 10);
    delay = std::chrono::milliseconds(300);
    m_loader->refresh();
    QTRY_VERIFY(m_loader->loadedCount() >= 10);
    QTest::qWait(100);
    QCOMPARE(m_server->requests().size(), sealed ? 17 : 12);
    delay = std::chrono::milliseconds(0);
    QTRY_VERIFY(isDone());
    QCOMPARE(m_loader->loadedCount(), 100);
    QCOMPARE(m_server->requests().size(), 20);
}

void TestTaskGroupLoader::diesWhileLoading()
{
    for (int wait = 0; wait < 12; wait += 2) {
        m_server->setHandler([](const Request &request) {
            const auto page = testdata::queryValue(request, u"continuationToken"_s).toUInt();
            return Step::json(testdata::groupPage(group, page * 300, 300, u"pending"_s, QString::number(page + 1)));
        });
        m_loader->open(group);
        QTest::qWait(wait * 5);
        m_loader.reset();
        m_model.reset();
        m_session.reset();
        QTest::qWait(10);
        m_session = std::make_unique<core::Session>(core::SessionOptions::anonymous(m_server->url()));
        m_model = std::make_unique<core::TaskGroupModel>();
        m_loader = std::make_unique<core::TaskGroupLoader>(m_session.get(), m_model.get());
    }
}

QTEST_GUILESS_MAIN(TestTaskGroupLoader)
#include "test_taskgrouploader.moc"
