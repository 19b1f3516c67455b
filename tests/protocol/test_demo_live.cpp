// SPDX-License-Identifier: MPL-2.0
// The demo's subscription socket, by our own client: who may listen, and what its tasks tell.
#include "demo/demodeployment.h"
#include "demo/demoserver.h"

#include <tc/live.h>
#include <tc/queue.h>
#include <tc/queue_events.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tc;

namespace {

Credentials from(const demo::DemoCredentials &credentials)
{
    return { credentials.clientId, credentials.accessToken, {} };
}

live::Options quick()
{
    live::Options options;
    options.reconnect.base = std::chrono::milliseconds(20);
    return options;
}

QList<pulse::Binding> allTaskEvents()
{
    QList<pulse::Binding> bindings;
    for (const char *name :
        { "taskDefined", "taskPending", "taskRunning", "taskCompleted", "taskFailed", "taskException" })
        bindings.append(*pulse::patternBinding("queue", name, u"primary.#"_s));
    return bindings;
}

} // namespace

class TestDemoLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everybodyMayListen();
    void badCredentials();
    void withoutTheScope();
    void unknownExchange();
    void oneTaskFromStartToEnd();
    void onlyWhatWasAskedFor();
    void routes();
    void simulatedTasksMove();
    void reconnects();

private:
    Credentials admin() const { return from(demo::DemoDeployment::admin()); }
    void makeClient(const Credentials &credentials);
    /// Connects, and is sure that what has been asked for is in force.
    void open(live::Connection *connection);
    void createTask(const QString &taskId, const QStringList &routes = {});

    std::unique_ptr<demo::DemoServer> m_server;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<Queue> m_queue;
};

void TestDemoLive::init()
{
    demo::DemoOptions options;
    options.simulate = false;
    m_server = std::make_unique<demo::DemoServer>(options);
    QVERIFY(m_server->start());
    makeClient(admin());
}

void TestDemoLive::cleanup()
{
    m_queue.reset();
    m_client.reset();
    m_server.reset();
}

void TestDemoLive::makeClient(const Credentials &credentials)
{
    m_queue.reset();
    m_client = std::make_unique<Client>(m_server->rootUrl(), credentials);
    m_queue = std::make_unique<Queue>(m_client.get());
}

void TestDemoLive::open(live::Connection *connection)
{
    QSignalSpy connected(connection, &live::Connection::connected);
    connection->open();
    QVERIFY(connected.wait());
    QTest::qWait(50);
}

void TestDemoLive::createTask(const QString &taskId, const QStringList &routes)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    queue::CreateTaskRequest task;
    task.taskQueueId = u"demo/live"_s;
    task.schedulerId = u"demo"_s;
    task.created = now;
    task.deadline = now.addDays(1);
    task.routes = routes;
    task.metadata.name = u"t"_s;
    task.metadata.description = u"d"_s;
    task.metadata.owner = u"o@example.com"_s;
    task.metadata.source = u"https://example.com"_s;
    task.payload = Json(QJsonObject());
    QString problem = u"no answer"_s;
    m_queue->createTask(taskId, task)
        ->onSuccess(this, [&problem] { problem.clear(); })
        ->onFailure(this, [&problem](const Error &error) { problem = error.message; });
    QTRY_COMPARE(problem, QString());
}

void TestDemoLive::everybodyMayListen()
{
    for (const Credentials &credentials : { Credentials(), from(demo::DemoDeployment::readOnly()), admin() }) {
        makeClient(credentials);
        live::Connection live(m_client.get(), quick());
        open(&live);
        QVERIFY(live.isConnected());
    }
}

void TestDemoLive::badCredentials()
{
    const Credentials wrong { admin().clientId, u"wrong"_s, {} };
    for (const Credentials &credentials : { wrong, from(demo::DemoDeployment::disabled()),
             from(demo::DemoDeployment::expired()), Credentials { u"nobody"_s, u"x"_s, {} } }) {
        makeClient(credentials);
        live::Connection live(m_client.get(), quick());
        QSignalSpy failed(&live, &live::Connection::failed);
        live.open();
        QVERIFY(failed.wait());
        QCOMPARE(live.error().kind, ErrorKind::Authentication);
    }
}

void TestDemoLive::withoutTheScope()
{
    m_server->context().state.roles[u"anonymous"_s].scopes.removeAll(u"web:read-pulse"_s);
    makeClient({});
    live::Connection live(m_client.get(), quick());
    QSignalSpy failed(&live, &live::Connection::failed);
    live.open();
    QVERIFY(failed.wait());
    QCOMPARE(live.error().kind, ErrorKind::Scope);
    QCOMPARE(live.error().missingScopes, QStringList { u"web:read-pulse"_s });
}

void TestDemoLive::unknownExchange()
{
    live::Connection live(m_client.get(), quick());
    auto *subscription = live.subscribe({ { u"exchange/no-such-service/v1/nothing"_s, u"#"_s } });
    QSignalSpy failed(subscription, &live::Subscription::failed);
    live.open();
    QVERIFY(failed.wait());
    QVERIFY(subscription->error().message.contains("no exchange"_L1));
    QVERIFY(live.isConnected());
}

void TestDemoLive::oneTaskFromStartToEnd()
{
    live::Connection live(m_client.get(), quick());
    QStringList seen;
    const QString taskId = u"KTBKfEgxR5GdfIIREQIvFQ"_s;
    auto *subscription = live.subscribe(allTaskEvents());
    QSignalSpy malformed(subscription, &live::Subscription::malformed);
    subscription
        ->onEvent<queue::TaskDefinedExchange>(this,
            [&](const queue::TaskDefinedMessage &message, const live::Message &raw) {
                seen += u"defined"_s;
                QCOMPARE(message.status.taskId, taskId);
                QVERIFY(raw.routingKey.startsWith(u"primary.%1._._._.demo.live.demo."_s.arg(taskId)));
            })
        ->onEvent<queue::TaskPendingExchange>(
            this, [&](const queue::TaskPendingMessage &message) { seen += u"pending %1"_s.arg(message.runId); })
        ->onEvent<queue::TaskExceptionExchange>(this, [&](const queue::TaskExceptionMessage &message) {
            seen += u"exception"_s;
            QCOMPARE(message.status.runs.size(), 1);
        });
    open(&live);
    createTask(taskId);
    QTRY_COMPARE(seen, QStringList({ u"defined"_s, u"pending 0"_s }));
    m_queue->cancelTask(taskId);
    QTRY_COMPARE(seen.size(), 3);
    m_queue->rerunTask(taskId);
    QTRY_COMPARE(seen, QStringList({ u"defined"_s, u"pending 0"_s, u"exception"_s, u"pending 1"_s }));
    QCOMPARE(malformed.size(), 0);
}

void TestDemoLive::onlyWhatWasAskedFor()
{
    live::Connection live(m_client.get(), quick());
    queue::TaskDefinedExchange one;
    one.taskId = u"KTBKfEgxR5GdfIIREQIvFQ"_s;
    QSignalSpy mine(live.subscribe({ *pulse::binding(one) }), &live::Subscription::message);
    QSignalSpy all(live.subscribe({ *pulse::binding("queue", "taskDefined") }), &live::Subscription::message);
    open(&live);
    createTask(u"AAAAAAAAR5GdfIIREQIvFQ"_s);
    createTask(one.taskId);
    QTRY_COMPARE(all.size(), 2);
    QTRY_COMPARE(mine.size(), 1);
}

void TestDemoLive::routes()
{
    live::Connection live(m_client.get(), quick());
    QSignalSpy seen(
        live.subscribe({ *pulse::routeBinding("queue", "taskDefined", u"mine.*"_s) }), &live::Subscription::message);
    open(&live);
    createTask(u"AAAAAAAAR5GdfIIREQIvFQ"_s);
    createTask(u"KTBKfEgxR5GdfIIREQIvFQ"_s, { u"mine.a"_s });
    QTRY_COMPARE(seen.size(), 1);
}

void TestDemoLive::simulatedTasksMove()
{
    demo::DemoServer moving(demo::DemoOptions {});
    QVERIFY(moving.start());
    Client client(moving.rootUrl());
    live::Connection live(&client, quick());
    auto *subscription = live.subscribe(allTaskEvents());
    QSignalSpy messages(subscription, &live::Subscription::message);
    open(&live);
    QTRY_VERIFY_WITH_TIMEOUT(messages.size() >= 3, 15'000);
    for (const auto &arguments : messages) {
        const auto message = arguments[0].value<live::Message>();
        QVERIFY(pulse::findExchange(QStringView(message.exchange)));
        QVERIFY(pulse::matches(u"primary.#", message.routingKey));
        QVERIFY(!message.payload.toObject()["status"_L1]["state"_L1].toString().isEmpty());
    }
}

void TestDemoLive::reconnects()
{
    live::Connection live(m_client.get(), quick());
    QSignalSpy seen(live.subscribe({ *pulse::binding("queue", "taskDefined") }), &live::Subscription::message);
    QSignalSpy missed(&live, &live::Connection::eventsMissed);
    open(&live);
    m_server->events().dropAll();
    QTRY_COMPARE(missed.size(), 1);
    QTest::qWait(50);
    createTask(u"KTBKfEgxR5GdfIIREQIvFQ"_s);
    QTRY_COMPARE(seen.size(), 1);
}

QTEST_GUILESS_MAIN(TestDemoLive)
#include "test_demo_live.moc"
