// SPDX-License-Identifier: MPL-2.0
// What tc/reply.h promises, line by line.
#include "scriptedserver.h"
#include "testcalls.h"

#include <tc/wait.h>

#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

class TestReplyContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsOnTheNextTurn();
    void finishesOnceAndNotInsideTheCall();
    void usageErrorsFinishLaterToo();
    void orderOfSignals();
    void successReachesFunctionsAndMembers();
    void failureReachesItsHandlerOnly();
    void abortEndsInCancelled_data();
    void abortEndsInCancelled();
    void abortIsAsynchronousAndIdempotent();
    void abortAfterTheEndDoesNothing();
    void abortInsideProgress();
    void timeoutIsNotCancelled();
    void timeoutCountsSilenceNotLength();
    void totalTimeoutCoversRetries();
    void deadReceiverDropsTheCallback();
    void deadParentAbortsSilently();
    void deletesItself();
    void staysWhenTold();
    void deletedInItsOwnHandler();
    void clientDestroyedWhileRunning();
    void clientDestroyedInHandler();
    void longBodiesDecodeElsewhere();
    void destroyedWhileDecoding();
    void voidTakesAnyBody_data();
    void voidTakesAnyBody();
    void callOptions();
    void waits();
    void waitsOnAWorker();
    void waitSurvivesADeadReply();

private:
    void take(const Json &json) { m_taken = json; }
    void noteFailure(const Error &error) { m_failure = error; }

    Json m_taken;
    Error m_failure;
};

namespace {

const auto body = "{\"a\": 1}"_ba;

ClientOptions optionsFor(const ScriptedServer &server)
{
    ClientOptions options;
    options.rootUrl = server.url();
    options.retry = fastRetries();
    return options;
}

} // namespace

void TestReplyContract::startsOnTheNextTurn()
{
    ScriptedServer server;
    server.enqueue(Step::json(body));
    Client client(optionsFor(server));
    auto *reply = client.call<Json>(thingCall());
    QTest::qSleep(30);
    QCOMPARE(server.requests().size(), 0);
    QVERIFY(!reply->isFinished());
    QVERIFY(finish(reply));
    QCOMPARE(server.requests().size(), 1);
    delete reply;
}

void TestReplyContract::finishesOnceAndNotInsideTheCall()
{
    ScriptedServer server;
    server.enqueue(Step::json(body));
    Client client(optionsFor(server));
    bool isInside = true;
    int finishes = 0;
    auto *reply = client.call<Json>(thingCall());
    connect(reply, &ReplyBase::finished, this, [&] {
        QVERIFY(!isInside);
        ++finishes;
    });
    isInside = false;
    QVERIFY(finish(reply));
    reply->abort();
    QTest::qWait(50);
    QCOMPARE(finishes, 1);
    QVERIFY(!reply->error());
    QCOMPARE(reply->value().toObject().value("a"_L1).toInt(), 1);
    delete reply;
}

void TestReplyContract::usageErrorsFinishLaterToo()
{
    Client client(u"nonsense"_s);
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(!reply->isFinished());
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, ErrorKind::Usage);
    QCOMPARE(reply->error().method, u"test.getThing"_s);
    QCOMPARE(reply->error().attempts, 0);
    delete reply;
}

void TestReplyContract::orderOfSignals()
{
    ScriptedServer server;
    server.enqueue(Step::error(500, "X", "no"));
    server.enqueue(Step::json(body));
    Client client(optionsFor(server));
    QStringList signalNames;
    auto *reply = client.call<Json>(thingCall());
    connect(reply, &ReplyBase::progress, this, [&](qint64 received, qint64 total) {
        QVERIFY(received <= total);
        signalNames.append(u"progress"_s);
    });
    connect(reply, &ReplyBase::retrying, this, [&](int attempt, std::chrono::milliseconds, const Error &reason) {
        QCOMPARE(attempt, 2);
        QCOMPARE(reason.kind, ErrorKind::Server);
        signalNames.append(u"retrying"_s);
    });
    connect(reply, &ReplyBase::finished, this, [&] { signalNames.append(u"finished"_s); });
    QVERIFY(finish(reply));
    QCOMPARE(signalNames, QStringList({ u"progress"_s, u"retrying"_s, u"progress"_s, u"finished"_s }));
    QCOMPARE(reply->response().attempts, 2);
    delete reply;
}

void TestReplyContract::successReachesFunctionsAndMembers()
{
    ScriptedServer server;
    server.enqueue(Step::json(body));
    Client client(optionsFor(server));
    m_taken = {};
    int calls = 0;
    auto *reply = client.call<Json>(thingCall())
                      ->onSuccess(this, &TestReplyContract::take)
                      ->onSuccess(this, [&calls](const Json &json) { calls += json.isObject() ? 1 : 0; })
                      ->onSuccess(this, [&calls] { ++calls; })
                      ->onFailure(this, [] { QFAIL("There is no failure."); });
    QVERIFY(finish(reply));
    QCOMPARE(calls, 2);
    QCOMPARE(m_taken.toObject().value("a"_L1).toInt(), 1);
    delete reply;
}

void TestReplyContract::failureReachesItsHandlerOnly()
{
    ScriptedServer server;
    server.enqueue(Step::error(404, "ResourceNotFound", "No such thing")
                       .with("x-for-request-id", "r1")
                       .with("x-for-trace-id", "t1"));
    Client client(optionsFor(server));
    m_failure = {};
    auto *reply = client.call<Json>(thingCall())
                      ->onSuccess(this, [] { QFAIL("There is no success."); })
                      ->onFailure(this, &TestReplyContract::noteFailure);
    QVERIFY(finish(reply));
    QCOMPARE(m_failure.kind, ErrorKind::NotFound);
    QCOMPARE(m_failure.code, u"ResourceNotFound"_s);
    QCOMPARE(m_failure.message, u"No such thing"_s);
    QCOMPARE(m_failure.requestId, u"r1"_s);
    QCOMPARE(m_failure.traceId, u"t1"_s);
    QCOMPARE(m_failure.method, u"test.getThing"_s);
    QCOMPARE(m_failure.attempts, 1);
    QCOMPARE(m_failure.httpStatus, 404);
    delete reply;
}

void TestReplyContract::abortEndsInCancelled_data()
{
    QTest::addColumn<int>("when");
    QTest::newRow("before it starts") << 0;
    QTest::newRow("while the server thinks") << 1;
    QTest::newRow("in the middle of the body") << 2;
    QTest::newRow("between attempts") << 3;
}

void TestReplyContract::abortEndsInCancelled()
{
    QFETCH(const int, when);
    ScriptedServer server;
    ClientOptions options = optionsFor(server);
    if (when == 2) {
        Step step = Step::json(QByteArray(1000, ' ')).cut(500);
        step.fault = Step::Fault::StallBody;
        server.enqueue(step);
    } else if (when == 3) {
        server.enqueue(Step::error(503, "X", "later"));
        options.retry.base = 10s;
        options.retry.cap = 10s;
    } else {
        server.enqueue(Step::silence(Step::Fault::Stall));
    }
    Client client(options);
    auto *reply = client.call<Json>(thingCall());
    QSignalSpy progress(reply, &ReplyBase::progress);
    QSignalSpy retrying(reply, &ReplyBase::retrying);
    if (when == 1)
        QTRY_COMPARE(server.requests().size(), 1);
    else if (when == 2)
        QVERIFY(progress.wait());
    else if (when == 3)
        QVERIFY(retrying.wait());
    reply->abort();
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, ErrorKind::Cancelled);
    QCOMPARE(reply->error().attempts, when == 0 ? 0 : 1);
    delete reply;
}

void TestReplyContract::abortIsAsynchronousAndIdempotent()
{
    ScriptedServer server;
    server.enqueue(Step::silence(Step::Fault::Stall));
    Client client(optionsFor(server));
    auto *reply = client.call<Json>(thingCall());
    reply->setAutoDelete(false);
    QSignalSpy finished(reply, &ReplyBase::finished);
    QTRY_COMPARE(server.requests().size(), 1);
    reply->abort();
    reply->abort();
    QCOMPARE(finished.size(), 0);
    QVERIFY(!reply->isFinished());
    QVERIFY(finished.wait());
    reply->abort();
    QTest::qWait(30);
    QCOMPARE(finished.size(), 1);
    delete reply;
}

void TestReplyContract::abortAfterTheEndDoesNothing()
{
    ScriptedServer server;
    server.enqueue(Step::json(body));
    Client client(optionsFor(server));
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    reply->abort();
    QTest::qWait(20);
    QVERIFY(!reply->error());
    delete reply;
}

void TestReplyContract::abortInsideProgress()
{
    ScriptedServer server;
    server.enqueue(Step::json(QByteArray(100'000, ' ') + body).slowly(20'000, 5ms));
    Client client(optionsFor(server));
    auto *reply = client.call<Json>(thingCall());
    int count = 0;
    connect(reply, &ReplyBase::progress, this, [&] {
        ++count;
        reply->abort();
    });
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, ErrorKind::Cancelled);
    QCOMPARE(count, 1);
    delete reply;
}

void TestReplyContract::timeoutIsNotCancelled()
{
    ScriptedServer server;
    server.enqueue(Step::silence(Step::Fault::Stall));
    ClientOptions options = optionsFor(server);
    options.timeout = 100ms;
    Client client(options);
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, ErrorKind::Timeout);
    QCOMPARE(reply->error().attempts, 1);
    QCOMPARE(server.requests().size(), 1);
    delete reply;
}

void TestReplyContract::timeoutCountsSilenceNotLength()
{
    ScriptedServer server;
    server.enqueue(Step::json(body + QByteArray(100, ' ')).slowly(10, 80ms));
    ClientOptions options = optionsFor(server);
    options.timeout = 500ms;
    Client client(options);
    auto *reply = client.call<Json>(thingCall());
    QElapsedTimer clock;
    clock.start();
    QVERIFY(finish(reply));
    QVERIFY2(!reply->error(), qPrintable(reply->error().message));
    QVERIFY(clock.elapsed() > 500);
    delete reply;
}

void TestReplyContract::totalTimeoutCoversRetries()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Step::error(500, "X", "no"); });
    ClientOptions options = optionsFor(server);
    options.retry = { .retries = 1000, .base = 30ms, .factor = 1 };
    options.totalTimeout = 300ms;
    Client client(options);
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, ErrorKind::Timeout);
    QVERIFY(server.requests().size() > 1);
    QTest::qWait(100); // the last one may be on its way still
    const auto seen = server.requests().size();
    QTest::qWait(100);
    QCOMPARE(server.requests().size(), seen);
    delete reply;
}

void TestReplyContract::deadReceiverDropsTheCallback()
{
    ScriptedServer server;
    server.enqueue(Step::json(body));
    Client client(optionsFor(server));
    auto *receiver = new QObject;
    auto *reply = client.call<Json>(thingCall())->onSuccess(receiver, [] { QFAIL("The receiver is dead."); });
    delete receiver;
    QVERIFY(finish(reply));
    QVERIFY(!reply->error());
    delete reply;
}

void TestReplyContract::deadParentAbortsSilently()
{
    ScriptedServer server;
    server.enqueue(Step::silence(Step::Fault::Stall));
    Client client(optionsFor(server));
    auto *parent = new QObject;
    QPointer<ReplyBase> reply = client.call<Json>(thingCall(), parent);
    connect(reply, &ReplyBase::finished, this, [] { QFAIL("It must end silently."); });
    QTRY_COMPARE(server.requests().size(), 1);
    delete parent;
    QVERIFY(!reply);
    QTest::qWait(30);
    // The client is as good as before.
    server.enqueue(Step::json(body));
    auto *next = client.call<Json>(thingCall());
    QVERIFY(finish(next));
    QVERIFY(!next->error());
    delete next;
}

void TestReplyContract::deletesItself()
{
    ScriptedServer server;
    server.enqueue(Step::json(body));
    Client client(optionsFor(server));
    QPointer<ReplyBase> reply = client.call<Json>(thingCall());
    QSignalSpy finished(reply, &ReplyBase::finished);
    QVERIFY(finished.wait());
    QTRY_VERIFY(!reply);
}

void TestReplyContract::staysWhenTold()
{
    ScriptedServer server;
    server.enqueue(Step::json(body));
    Client client(optionsFor(server));
    QPointer<Reply<Json>> reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply.data()));
    QTest::qWait(20);
    QVERIFY(reply);
    QVERIFY(reply->takeValue().isObject());
    delete reply;
}

void TestReplyContract::deletedInItsOwnHandler()
{
    ScriptedServer server;
    server.enqueue(Step::json(body));
    Client client(optionsFor(server));
    bool done = false;
    auto *reply = client.call<Json>(thingCall());
    reply->onSuccess(this, [&done, reply] {
        done = true;
        delete reply;
    });
    QTRY_VERIFY(done);
    QTest::qWait(20);
}

void TestReplyContract::clientDestroyedWhileRunning()
{
    ScriptedServer server;
    server.enqueue(Step::silence(Step::Fault::Stall), 2);
    auto client = std::make_unique<Client>(optionsFor(server));
    QPointer<ReplyBase> owned = client->call<Json>(thingCall());
    QPointer<ReplyBase> unstarted;
    QObject parent;
    auto *adopted = client->call<Json>(thingCall(), &parent);
    adopted->setAutoDelete(false);
    QTRY_COMPARE(server.requests().size(), 2);
    unstarted = client->call<Json>(thingCall());
    QList<ErrorKind> kinds;
    for (ReplyBase *reply : { owned.data(), unstarted.data(), static_cast<ReplyBase *>(adopted) })
        connect(reply, &ReplyBase::finished, this, [&kinds, reply] { kinds.append(reply->error().kind); });
    client.reset();
    QVERIFY(owned);
    QCOMPARE(kinds.size(), 0); // from the event loop, not from the destructor
    QTRY_COMPARE(kinds, QList<ErrorKind>(3, ErrorKind::Cancelled));
    QTRY_VERIFY(!owned && !unstarted);
    QVERIFY(adopted->isFinished());
}

void TestReplyContract::clientDestroyedInHandler()
{
    ScriptedServer server;
    server.enqueue(Step::json(body));
    server.enqueue(Step::silence(Step::Fault::Stall));
    auto *client = new Client(optionsFor(server));
    auto *first = client->call<Json>(thingCall());
    auto *second = client->call<Json>(thingCall());
    second->setAutoDelete(false);
    QSignalSpy finished(second, &ReplyBase::finished);
    connect(first, &ReplyBase::finished, this, [client] { delete client; });
    QVERIFY(finished.wait());
    QCOMPARE(second->error().kind, ErrorKind::Cancelled);
    delete second;
}

void TestReplyContract::longBodiesDecodeElsewhere()
{
    ScriptedServer server;
    const QByteArray list = '[' + QByteArray("{\"name\":\"value\"},").repeated(40'000) + "{}]";
    QVERIFY(list.size() > 256 * 1024);
    server.enqueue(Step::json(list));
    server.enqueue(Step::json(list).gzipped());
    server.enqueue(Step::json(list.left(list.size() - 1))); // cut, but of the length it says
    Client client(optionsFor(server));
    for (int i = 0; i < 2; ++i) {
        auto *reply = client.call<Json>(thingCall());
        QVERIFY(finish(reply));
        QVERIFY2(!reply->error(), qPrintable(reply->error().message));
        QCOMPARE(reply->value().toArray().size(), 40'001);
        delete reply;
    }
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, ErrorKind::Protocol);
    delete reply;
}

void TestReplyContract::destroyedWhileDecoding()
{
    ScriptedServer server;
    const QByteArray list = '[' + QByteArray("{\"name\":\"value\"},").repeated(200'000) + "{}]";
    server.setHandler([list](const Request &) { return Step::json(list); });
    Client client(optionsFor(server));
    for (int i = 0; i < 5; ++i) {
        auto *reply = client.call<Json>(thingCall());
        connect(reply, &ReplyBase::progress, this, [reply](qint64 received, qint64 total) {
            if (received == total)
                reply->deleteLater(); // the body is handed to a worker in the same turn
        });
        QPointer<ReplyBase> guard(reply);
        QTRY_VERIFY(!guard);
    }
    QTest::qWait(100);
}

void TestReplyContract::voidTakesAnyBody_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("empty object") << Step::json("{}") << "{}"_ba;
    QTest::newRow("text") << Step::reply(200, "text/plain", "OK") << "OK"_ba;
    QTest::newRow("nothing") << Step::reply(204, "text/plain", {}) << ""_ba;
    QTest::newRow("gzip") << Step::reply(200, "text/plain", "packed").gzipped() << "packed"_ba;
    QTest::newRow("See Other")
        << Step::reply(303, "text/plain", "See Other. Redirecting").with("Location", "https://s/x")
        << "See Other. Redirecting"_ba;
}

void TestReplyContract::voidTakesAnyBody()
{
    QFETCH(const Step, step);
    QFETCH(const QByteArray, kept);
    ScriptedServer server;
    server.enqueue(step);
    Client client(optionsFor(server));
    auto *reply = client.call<void>({ &deleteThing, { u"a"_s }, {}, {}, {} });
    bool succeeded = false;
    reply->onSuccess(this, [&succeeded] { succeeded = true; });
    QVERIFY(finish(reply));
    QVERIFY(succeeded);
    QCOMPARE(reply->response().body, kept);
    QCOMPARE(reply->response().httpStatus, step.status);
    delete reply;
}

void TestReplyContract::callOptions()
{
    ScriptedServer server;
    server.enqueue(Step::error(500, "X", "no"), 2);
    server.enqueue(Step::silence(Step::Fault::Stall), 2);
    ClientOptions options = optionsFor(server);
    options.traceId = u"client-trace"_s;
    Client client(options);

    CallOptions none;
    none.retry = fastRetries(0);
    none.traceId = u"call-trace"_s;
    auto *first = client.call<Json>(thingCall(none));
    QVERIFY(finish(first));
    QCOMPARE(first->error().attempts, 1);
    CallOptions one;
    one.retry = fastRetries(0);
    auto *second = client.call<Json>(thingCall(one));
    QVERIFY(finish(second));
    QCOMPARE(server.requests().at(0).header("x-taskcluster-trace-id"), "call-trace"_ba);
    QCOMPARE(server.requests().at(1).header("x-taskcluster-trace-id"), "client-trace"_ba);

    CallOptions quick;
    quick.timeout = 50ms;
    auto *third = client.call<Json>(thingCall(quick));
    QVERIFY(finish(third));
    QCOMPARE(third->error().kind, ErrorKind::Timeout);
    CallOptions brief;
    brief.totalTimeout = 50ms;
    auto *fourth = client.call<Json>(thingCall(brief));
    QVERIFY(finish(fourth));
    QCOMPARE(fourth->error().kind, ErrorKind::Timeout);
    qDeleteAll(QList<ReplyBase *> { first, second, third, fourth });
}

void TestReplyContract::waits()
{
    ScriptedServer server;
    server.enqueue(Step::json(body));
    server.enqueue(Step::error(404, "ResourceNotFound", "no"));
    server.enqueue(Step::json("{}"));
    Client client(optionsFor(server));
    const auto good = wait(client.call<Json>(thingCall()));
    QVERIFY(good);
    QCOMPARE(good->toObject().value("a"_L1).toInt(), 1);
    const auto bad = wait(client.call<Json>(thingCall()));
    QVERIFY(!bad);
    QCOMPARE(bad.error.kind, ErrorKind::NotFound);
    QVERIFY(wait(client.call<void>(thingCall())));
}

void TestReplyContract::waitsOnAWorker()
{
    ScriptedServer server;
    server.enqueue(Step::json(body));
    Result<Json> result;
    const auto options = optionsFor(server);
    std::unique_ptr<QThread> worker(QThread::create([&result, options] {
        Client client(options);
        result = wait(client.call<Json>(thingCall()));
    }));
    worker->start();
    QTRY_VERIFY(worker->isFinished());
    QVERIFY2(result, qPrintable(result.error.message));
}

void TestReplyContract::waitSurvivesADeadReply()
{
    ScriptedServer server;
    server.enqueue(Step::silence(Step::Fault::Stall));
    Client client(optionsFor(server));
    auto *parent = new QObject;
    auto *reply = client.call<Json>(thingCall(), parent);
    connect(&server, &ScriptedServer::requestReceived, parent, &QObject::deleteLater);
    const auto result = wait(reply);
    QCOMPARE(result.error.kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestReplyContract)
#include "test_reply_contract.moc"
