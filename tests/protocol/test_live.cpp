// SPDX-License-Identifier: MPL-2.0
// tc/live.h: connections, subscriptions, events; test_live_faults.cpp has what goes wrong.
#include "livefixture.h"

#include <tc/queue_events.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

namespace {

const QString defined = u"exchange/taskcluster-queue/v1/task-defined"_s;
const QString groupSealed = u"exchange/taskcluster-queue/v1/task-group-sealed"_s;

QList<pulse::Binding> allDefined()
{
    return { { defined, u"primary.#"_s } };
}

QJsonObject sealedPayload()
{
    return { { u"taskGroupId"_s, u"g"_s }, { u"schedulerId"_s, u"s"_s }, { u"version"_s, 1 },
        { u"expires"_s, u"2026-12-21T21:16:07.683Z"_s }, { u"sealed"_s, u"2026-11-21T20:16:07.795Z"_s } };
}

} // namespace

class TestLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectsAndSubscribes();
    void credentialsTravelOnce();
    void temporaryCredentials();
    void typedEvents();
    void malformedEvents();
    void reconnectsAndTells();
    void subscriptionErrors_data();
    void subscriptionErrors();
    void stopsSubscriptions();
    void closesForGood();
    void opensAgain();
    void deletedAnywhere();
    void clientGone();
};

void TestLive::connectsAndSubscribes()
{
    FakeSocketServer server;
    Client client(server.clientOptions());
    live::Connection live(&client, quickOptions());
    QSignalSpy connected(&live, &live::Connection::connected);
    QSignalSpy missed(&live, &live::Connection::eventsMissed);
    auto *subscription = live.subscribe(allDefined());
    QSignalSpy messages(subscription, &live::Subscription::message);
    live.open();
    live.open();
    QVERIFY(!live.isConnected());
    QCOMPARE(connected.size(), 0);
    QVERIFY(connected.wait());
    QVERIFY(live.isConnected());
    QTRY_COMPARE(server.frames.size(), 2);
    QCOMPARE(server.frames[0], QJsonObject({ { u"type"_s, u"connection_init"_s }, { u"payload"_s, QJsonObject() } }));
    const QJsonObject start = server.frames[1];
    QCOMPARE(start["type"_L1].toString(), u"start"_s);
    const QJsonObject wanted { { u"exchange"_s, defined }, { u"pattern"_s, u"primary.#"_s } };
    const auto variables = start["payload"_L1]["variables"_L1].toObject();
    QCOMPARE(variables.size(), 1);
    QCOMPARE(variables.begin().value().toArray(), QJsonArray { wanted });
    QVERIFY(start["payload"_L1]["query"_L1].toString().contains(u"pulseMessages"_s));
    server.sendEvent(start["id"_L1].toString(), defined, QJsonObject { { u"a"_s, 9007199254740993LL } });
    QTRY_COMPARE(messages.size(), 1);
    const auto message = messages[0][0].value<live::Message>();
    QCOMPARE(message.exchange, defined);
    QCOMPARE(message.routingKey, u"primary.a"_s);
    QCOMPARE(message.cc, QStringList { u"route.a"_s });
    QVERIFY(message.redelivered);
    QCOMPARE(message.payload.toCompact(), QByteArray("{\"a\":9007199254740993}"));
    QCOMPARE(missed.size(), 0);
    QCOMPARE(server.connections, 1);
    // One that comes later is told of at once.
    live.subscribe({ { groupSealed, u"#"_s }, { defined, u"route.a"_s } });
    QTRY_COMPARE(server.frames.size(), 3);
    QVERIFY(server.frames[2]["id"_L1] != start["id"_L1]);
}

void TestLive::credentialsTravelOnce()
{
    FakeSocketServer server;
    ClientOptions options = server.clientOptions();
    options.credentials = fixedCredentials({ u"me"_s, u"very-secret"_s, {} });
    Client client(options);
    live::Connection live(&client, quickOptions());
    live.open();
    QTRY_VERIFY(live.isConnected());
    const QString header = server.frames[0]["payload"_L1]["Authorization"_L1].toString();
    QVERIFY(header.startsWith("Bearer "_L1));
    const auto token = QJsonDocument::fromJson(QByteArray::fromBase64(header.mid(7).toLatin1())).object();
    QCOMPARE(token, QJsonObject({ { u"clientId"_s, u"me"_s }, { u"accessToken"_s, u"very-secret"_s } }));
}

void TestLive::temporaryCredentials()
{
    FakeSocketServer server;
    ClientOptions options = server.clientOptions();
    options.credentials = fixedCredentials({ u"me"_s, u"very-secret"_s, u"{\"version\": 1, \"seed\": \"x\"}"_s });
    Client client(options);
    live::Connection live(&client, quickOptions());
    live.open();
    QTRY_VERIFY(live.isConnected());
    const QString header = server.frames[0]["payload"_L1]["Authorization"_L1].toString();
    const auto token = QJsonDocument::fromJson(QByteArray::fromBase64(header.mid(7).toLatin1())).object();
    QCOMPARE(token["certificate"_L1]["seed"_L1].toString(), u"x"_s);
}

void TestLive::typedEvents()
{
    FakeSocketServer server;
    Client client(server.clientOptions());
    live::Connection live(&client, quickOptions());
    queue::TaskGroupSealedExchange exchange;
    exchange.taskGroupId = u"g"_s;
    QStringList seen;
    auto *subscription = live.subscribe({ *pulse::binding(exchange), allDefined().first() });
    subscription
        ->onEvent<queue::TaskGroupSealedExchange>(
            this, [&seen](const queue::TaskGroupChangedMessage &message) { seen += message.taskGroupId; })
        ->onEvent<queue::TaskGroupSealedExchange>(
            this, [&seen](const queue::TaskGroupChangedMessage &, const live::Message &raw) { seen += raw.routingKey; })
        ->onEvent<queue::TaskDefinedExchange>(this, [](const queue::TaskDefinedMessage &) { QFAIL("Not this one."); });
    live.open();
    QTRY_COMPARE(server.framesOf(u"start"_s).size(), 1);
    const QString id = server.framesOf(u"start"_s)[0]["id"_L1].toString();
    QSignalSpy malformed(subscription, &live::Subscription::malformed);
    server.sendEvent(id, groupSealed, sealedPayload());
    QTRY_COMPARE(seen, QStringList({ u"g"_s, u"primary.a"_s }));
    QCOMPARE(malformed.size(), 0);
}

void TestLive::malformedEvents()
{
    FakeSocketServer server;
    Client client(server.clientOptions());
    live::Connection live(&client, quickOptions());
    auto *subscription = live.subscribe({ { groupSealed, u"#"_s } });
    int seen = 0;
    subscription->onEvent<queue::TaskGroupSealedExchange>(this, [&seen](const auto &) { ++seen; });
    QSignalSpy malformed(subscription, &live::Subscription::malformed);
    live.open();
    QTRY_COMPARE(server.framesOf(u"start"_s).size(), 1);
    const QString id = server.framesOf(u"start"_s)[0]["id"_L1].toString();
    server.sendEvent(id, groupSealed, QJsonObject { { u"taskGroupId"_s, 1 } });
    server.sendEvent(id, groupSealed, sealedPayload());
    QTRY_COMPARE(seen, 1);
    QCOMPARE(malformed.size(), 1);
    QVERIFY(!malformed[0][1].toString().isEmpty());
    QCOMPARE(server.connections, 1);
}

void TestLive::reconnectsAndTells()
{
    FakeSocketServer server;
    Client client(server.clientOptions());
    live::Connection live(&client, quickOptions());
    auto *subscription = live.subscribe(allDefined());
    QSignalSpy messages(subscription, &live::Subscription::message);
    QStringList order;
    connect(&live, &live::Connection::connected, this, [&order] { order += u"connected"_s; });
    connect(&live, &live::Connection::eventsMissed, this, [&order] { order += u"missed"_s; });
    connect(&live, &live::Connection::reconnecting, this, [&](int, std::chrono::milliseconds, const Error &reason) {
        order += u"lost"_s;
        QCOMPARE(reason.kind, ErrorKind::Network);
        QVERIFY(!live.isConnected());
        QCOMPARE(live.error().kind, ErrorKind::Network);
    });
    live.open();
    QTRY_COMPARE(order.size(), 1);
    for (int again = 1; again <= 3; ++again) {
        QTRY_COMPARE(server.framesOf(u"start"_s).size(), again);
        server.cut();
        QTRY_COMPARE(order.size(), 1 + 3 * again);
        QVERIFY(!live.error());
    }
    QCOMPARE(order.mid(1, 3), QStringList({ u"lost"_s, u"connected"_s, u"missed"_s }));
    QTRY_COMPARE(server.framesOf(u"start"_s).size(), 4);
    const auto starts = server.framesOf(u"start"_s);
    server.sendEvent(starts[0]["id"_L1].toString(), defined, QJsonObject()); // of a connection that is no more
    server.sendEvent(starts[3]["id"_L1].toString(), defined, QJsonObject());
    QTRY_COMPARE(messages.size(), 1);
    QTest::qWait(20);
    QCOMPARE(messages.size(), 1);
}

void TestLive::subscriptionErrors_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QString>("message");
    QTest::newRow("unknown exchange") << QByteArray(
        R"({"type":"error","id":"ID","payload":{"name":"Error","message":"Error binding queue: no"}})")
                                      << u"Error binding queue: no"_s;
    QTest::newRow("invalid query") << QByteArray(
        R"({"type":"data","id":"ID","payload":{"errors":[{"message":"Cannot query"}]}})")
                                   << u"Cannot query"_s;
    QTest::newRow("no reason") << QByteArray(R"({"type":"error","id":"ID"})") << QString();
    QTest::newRow("ended") << QByteArray(R"({"type":"complete","id":"ID","payload":null})") << QString();
}

void TestLive::subscriptionErrors()
{
    QFETCH(QByteArray, frame);
    QFETCH(const QString, message);
    FakeSocketServer server;
    Client client(server.clientOptions());
    live::Connection live(&client, quickOptions());
    auto *bad = live.subscribe({ { u"exchange/none"_s, u"#"_s } });
    QSignalSpy failed(bad, &live::Subscription::failed);
    QSignalSpy good(live.subscribe(allDefined()), &live::Subscription::message);
    live.open();
    QTRY_COMPARE(server.framesOf(u"start"_s).size(), 2);
    const auto starts = server.framesOf(u"start"_s);
    frame.replace("ID", starts[0]["id"_L1].toString().toLatin1());
    server.sendText(QString::fromUtf8(frame));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(bad->error());
    QVERIFY(!bad->error().message.isEmpty());
    if (!message.isEmpty())
        QCOMPARE(bad->error().message, message);
    server.sendEvent(starts[1]["id"_L1].toString(), defined, QJsonObject());
    QTRY_COMPARE(good.size(), 1);
    server.cut();
    QTRY_COMPARE(server.framesOf(u"start"_s).size(), 3); // the bad one is not tried again
    QCOMPARE(failed.size(), 1);
}

void TestLive::stopsSubscriptions()
{
    FakeSocketServer server;
    Client client(server.clientOptions());
    live::Connection live(&client, quickOptions());
    auto *subscription = live.subscribe(allDefined());
    QPointer<live::Subscription> other = live.subscribe(allDefined());
    int seen = 0;
    connect(subscription, &live::Subscription::message, this, [&] {
        ++seen;
        delete subscription; // inside its own signal
    });
    live.open();
    QTRY_COMPARE(server.framesOf(u"start"_s).size(), 2);
    const QString id = server.framesOf(u"start"_s)[0]["id"_L1].toString();
    server.sendEvent(id, defined, QJsonObject());
    server.sendEvent(id, defined, QJsonObject());
    QTRY_COMPARE(server.framesOf(u"stop"_s).size(), 1);
    QCOMPARE(server.framesOf(u"stop"_s)[0]["id"_L1].toString(), id);
    QCOMPARE(seen, 1);
    server.cut();
    QTRY_COMPARE(server.framesOf(u"start"_s).size(), 3);
    QVERIFY(other);
}

void TestLive::closesForGood()
{
    FakeSocketServer server;
    Client client(server.clientOptions());
    live::Connection live(&client, quickOptions());
    QSignalSpy reconnecting(&live, &live::Connection::reconnecting);
    QSignalSpy failed(&live, &live::Connection::failed);
    live.open();
    QTRY_VERIFY(live.isConnected());
    QSignalSpy gone(server.last(), &QWebSocket::disconnected);
    live.close();
    QVERIFY(!live.isConnected());
    QVERIFY(gone.wait());
    QCOMPARE(server.framesOf(u"connection_terminate"_s).size(), 1);
    QTest::qWait(100);
    QCOMPARE(server.connections, 1);
    QCOMPARE(reconnecting.size() + failed.size(), 0);
}

void TestLive::opensAgain()
{
    FakeSocketServer server;
    Client client(server.clientOptions());
    live::Connection live(&client, quickOptions());
    live.subscribe(allDefined());
    QSignalSpy missed(&live, &live::Connection::eventsMissed);
    live.open();
    live.close();
    live.open(); // in the same turn
    QTRY_COMPARE(server.framesOf(u"start"_s).size(), 1);
    live.close();
    live.open();
    QTRY_COMPARE(server.framesOf(u"start"_s).size(), 2);
    QCOMPARE(missed.size(), 0); // whoever closes knows
}

void TestLive::deletedAnywhere()
{
    for (const auto signal : { 0, 1, 2, 3 }) {
        FakeSocketServer server;
        Client client(server.clientOptions());
        auto *live = new live::Connection(&client, quickOptions());
        QPointer<live::Connection> guard(live);
        auto *subscription = live->subscribe(allDefined());
        if (signal == 0)
            connect(live, &live::Connection::connected, live, [live] { delete live; });
        else if (signal == 1)
            connect(live, &live::Connection::reconnecting, live, [live] { delete live; });
        else if (signal == 2)
            connect(live, &live::Connection::eventsMissed, live, [live] { delete live; });
        else
            connect(subscription, &live::Subscription::message, live, [live] { delete live; });
        live->open();
        QTRY_VERIFY(server.framesOf(u"start"_s).size() == 1 || !guard);
        if (signal == 3)
            server.sendEvent(server.framesOf(u"start"_s)[0]["id"_L1].toString(), defined, QJsonObject());
        else if (signal > 0)
            server.cut();
        QTRY_VERIFY(!guard);
    }
}

void TestLive::clientGone()
{
    FakeSocketServer server;
    auto client = std::make_unique<Client>(server.clientOptions());
    live::Connection live(client.get(), quickOptions());
    QSignalSpy failed(&live, &live::Connection::failed);
    live.open();
    QTRY_VERIFY(live.isConnected());
    client.reset();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::Cancelled);
    live.open();
    QTRY_COMPARE(failed.size(), 2);
}

QTEST_GUILESS_MAIN(TestLive)
#include "test_live.moc"
