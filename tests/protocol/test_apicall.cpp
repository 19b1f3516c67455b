// SPDX-License-Identifier: MPL-2.0
// Calls by name: what goes on the wire, what comes back, what is refused.
#include "testcalls.h"

#include <tc/apicall.h>
#include <tc/faketransport.h>
#include <tc/methods.h>

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

class TestApiCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void callsByPosition();
    void callsByName();
    void sendsThePayload();
    void namesOfServices_data();
    void namesOfServices();
    void refuses_data();
    void refuses();
    void refusedCallFinishesLater();
    void bodiesWithoutPromise_data();
    void bodiesWithoutPromise();
    void promisedJsonMustBeJson();
    void urls();
    void everyMethodCanBeCalled();

private:
    std::shared_ptr<FakeTransport> m_fake;
    std::unique_ptr<Client> m_client;
};

namespace {

const Credentials me { u"tester/me"_s, u"SECRET-access-token-0123456789"_s, {} };

ApiCall listGroup()
{
    return { .service = u"queue"_s, .method = u"listTaskGroup"_s, .arguments = { u"group/1"_s } };
}

} // namespace

void TestApiCall::init()
{
    m_fake = std::make_shared<FakeTransport>();
    ClientOptions options;
    options.rootUrl = u"https://tc.example.com"_s;
    options.credentials = fixedCredentials(me);
    options.retry = fastRetries(0);
    options.transport = m_fake;
    m_client = std::make_unique<Client>(options);
}

void TestApiCall::callsByPosition()
{
    m_fake->on("queue", "listTaskGroup", [](const FakeRequest &) {
        FakeResponse response = FakeResponse::json(R"({"taskGroupId":"group/1","tasks":[]})");
        response.headers.emplaceBack("x-for-request-id", "request-1");
        return response;
    });
    ApiCall call = listGroup();
    call.query = { { u"limit"_s, u"5"_s }, { u"continuationToken"_s, u"a b&c"_s } };
    call.options.traceId = u"trace-1"_s;
    const std::unique_ptr<Reply<Json>> reply(callByName(m_client.get(), call));
    QVERIFY(finish(reply.get()));
    QVERIFY2(!reply->error(), qPrintable(reply->error().message));
    QCOMPARE(reply->value().toObject().value("taskGroupId"_L1).toString(), u"group/1"_s);
    QCOMPARE(reply->response().requestId, u"request-1"_s);
    QCOMPARE(reply->response().attempts, 1);
    const FakeRequest request = m_fake->requests().constFirst();
    QCOMPARE(request.verb, "GET"_ba);
    QCOMPARE(request.url.toEncoded(),
        "https://tc.example.com/api/queue/v1/task-group/group%2F1/list?limit=5&continuationToken=a%20b%26c"_ba);
    QCOMPARE(request.header("x-taskcluster-trace-id"), "trace-1"_ba);
    QVERIFY(request.header("authorization").startsWith("Hawk id=\"tester/me\""));
}

void TestApiCall::callsByName()
{
    m_fake->any([](const FakeRequest &) { return FakeResponse::json("{}"); });
    const ApiCall call { .service = u"queue"_s,
        .method = u"getArtifact"_s,
        .namedArguments = { { u"name"_s, u"public/a.log"_s }, { u"taskId"_s, u"T"_s }, { u"runId"_s, u"0"_s } } };
    const std::unique_ptr<Reply<Json>> reply(callByName(m_client.get(), call));
    QVERIFY(finish(reply.get()));
    QVERIFY2(!reply->error(), qPrintable(reply->error().message));
    QCOMPARE(m_fake->requests().constFirst().arguments, QStringList({ u"T"_s, u"0"_s, u"public/a.log"_s }));
}

void TestApiCall::sendsThePayload()
{
    m_fake->any([](const FakeRequest &) { return FakeResponse::json("{}"); });
    const ApiCall call { .service = u"secrets"_s,
        .method = u"set"_s,
        .arguments = { u"a"_s },
        .payload = Json::parse(R"({ "secret": {"b": 1.50}, "expires": "2030-01-01T00:00:00.000Z" })") };
    const std::unique_ptr<Reply<Json>> reply(callByName(m_client.get(), call));
    QVERIFY(finish(reply.get()));
    const FakeRequest request = m_fake->requests().constFirst();
    QCOMPARE(request.verb, "PUT"_ba);
    QCOMPARE(request.body, R"({"secret":{"b":1.50},"expires":"2030-01-01T00:00:00.000Z"})"_ba);
    QCOMPARE(request.header("content-type"), "application/json"_ba);
}

void TestApiCall::namesOfServices_data()
{
    QTest::addColumn<QString>("name");
    for (const auto &name : { u"worker-manager"_s, u"workerManager"_s, u"WorkerManager"_s, u"worker_manager"_s })
        QTest::newRow(qPrintable(name)) << name;
}

void TestApiCall::namesOfServices()
{
    QFETCH(const QString, name);
    const auto call = resolve({ .service = name, .method = u"ping"_s });
    QVERIFY2(call, qPrintable(call.error.message));
    QCOMPARE(call->method, findMethod("worker-manager", "ping"));
}

void TestApiCall::refuses_data()
{
    QTest::addColumn<ApiCall>("call");
    QTest::addColumn<QStringList>("words"); // that the message must have
    QTest::addColumn<QString>("method");
    ApiCall call = listGroup();
    call.service = u"cue"_s;
    QTest::newRow("service") << call << QStringList { u"\"cue\""_s, u"auth"_s, u"worker-manager"_s } << QString();
    call = listGroup();
    call.method = u"listTaskgroup"_s;
    QTest::newRow("method") << call << QStringList { u"\"listTaskgroup\""_s, u"listTaskGroup"_s, u"createTask"_s }
                            << QString();
    const QString method = u"queue.listTaskGroup"_s;
    call = listGroup();
    call.arguments = {};
    QTest::newRow("too few arguments") << call << QStringList { u"taskGroupId"_s } << method;
    call.arguments = { u"a"_s, u"b"_s };
    QTest::newRow("too many arguments") << call << QStringList { u"taskGroupId"_s, u"2"_s } << method;
    call.arguments = {};
    call.namedArguments = { { u"taskId"_s, u"a"_s } };
    QTest::newRow("unknown argument") << call << QStringList { u"\"taskId\""_s, u"taskGroupId"_s } << method;
    call.namedArguments = { { u"taskGroupId"_s, u"a"_s } };
    call.arguments = { u"a"_s };
    QTest::newRow("both forms") << call << QStringList { u"either"_s } << method;
    QTest::newRow("one name missing") << ApiCall { .service = u"queue"_s, .method = u"status"_s, .namedArguments = {} }
                                      << QStringList { u"taskId"_s } << u"queue.status"_s;
    call = listGroup();
    call.query = { { u"limits"_s, u"1"_s } };
    QTest::newRow("query") << call << QStringList { u"\"limits\""_s, u"limit"_s, u"continuationToken"_s } << method;
    call.query = { { u"limit"_s, u"1"_s }, { u"limit"_s, u"2"_s } };
    QTest::newRow("query twice") << call << QStringList { u"twice"_s } << method;
    call = listGroup();
    call.payload = Json();
    QTest::newRow("payload") << call << QStringList { u"no payload"_s } << method;
    QTest::newRow("no payload") << ApiCall { .service = u"queue"_s, .method = u"createTask"_s, .arguments = { u"T"_s } }
                                << QStringList { u"needs a payload"_s } << u"queue.createTask"_s;
}

void TestApiCall::refuses()
{
    QFETCH(const ApiCall, call);
    QFETCH(const QStringList, words);
    QFETCH(const QString, method);
    const auto resolved = resolve(call);
    QVERIFY(!resolved);
    QCOMPARE(resolved.error.kind, ErrorKind::Usage);
    QCOMPARE(resolved.error.method, method);
    for (const QString &word : words)
        QVERIFY2(resolved.error.message.contains(word), qPrintable(resolved.error.message));
    QCOMPARE(urlByName(*m_client, call).error.message, resolved.error.message);
    QCOMPARE(signedUrlByName(*m_client, call).error.message, resolved.error.message);
    const std::unique_ptr<Reply<Json>> reply(callByName(m_client.get(), call));
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::Usage);
    QCOMPARE(reply->error().message, resolved.error.message);
    QCOMPARE(reply->error().method, method);
    QCOMPARE(m_fake->requests().size(), 0);
}

void TestApiCall::refusedCallFinishesLater()
{
    int failures = 0;
    QPointer<Reply<Json>> reply = callByName(m_client.get(), { .service = u"none"_s, .method = u"ping"_s });
    reply->onFailure(this, [&failures] { ++failures; });
    QVERIFY(!reply->isFinished());
    QTRY_COMPARE(failures, 1);
    QTRY_VERIFY(!reply); // deletes itself like any other
    QPointer<Reply<Json>> orphan = callByName(m_client.get(), { .service = u"none"_s, .method = u"ping"_s });
    orphan->onFailure(this, [&failures] { ++failures; });
    m_client.reset();
    QTRY_COMPARE(failures, 2);
}

void TestApiCall::bodiesWithoutPromise_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("204") << 204 << QByteArray() << "null"_ba;
    QTest::newRow("nothing") << 200 << QByteArray() << "null"_ba;
    QTest::newRow("an object") << 200 << R"({"a": 1})"_ba
                               << R"({"a":1})"_ba;
    QTest::newRow("text") << 200 << "OK"_ba
                          << R"("OK")"_ba;
    QTest::newRow("text with quotes") << 200 << "it is \"OK\"\n"_ba
                                      << R"("it is \"OK\"\n")"_ba;
}

void TestApiCall::bodiesWithoutPromise()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, json);
    m_fake->any([&](const FakeRequest &) { return FakeResponse::json(body, status); });
    const std::unique_ptr<Reply<Json>> reply(
        callByName(m_client.get(), { .service = u"notify"_s, .method = u"ping"_s }));
    QVERIFY(finish(reply.get()));
    QVERIFY2(!reply->error(), qPrintable(reply->error().message));
    QCOMPARE(reply->value().toCompact(), json);
}

void TestApiCall::promisedJsonMustBeJson()
{
    for (const auto &body : { QByteArray(), "OK"_ba, "{"_ba }) {
        m_fake->any([&](const FakeRequest &) { return FakeResponse::json(body); });
        const std::unique_ptr<Reply<Json>> reply(callByName(m_client.get(), listGroup()));
        QVERIFY(finish(reply.get()));
        QCOMPARE(reply->error().kind, ErrorKind::Protocol);
    }
    // Even where nothing is promised, a web page is not what a service says.
    m_fake->any([](const FakeRequest &) { return FakeResponse::json("<!doctype html><title>Taskcluster</title>"); });
    const std::unique_ptr<Reply<Json>> reply(
        callByName(m_client.get(), { .service = u"notify"_s, .method = u"ping"_s }));
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::Protocol);
    QVERIFY2(reply->error().message.contains(u"root URL"_s), qPrintable(reply->error().message));
}

void TestApiCall::urls()
{
    const auto url = urlByName(*m_client, listGroup());
    QVERIFY(url);
    QCOMPARE(url->toEncoded(), "https://tc.example.com/api/queue/v1/task-group/group%2F1/list"_ba);
    const auto signedUrl = signedUrlByName(*m_client, listGroup(), 60s);
    QVERIFY(signedUrl);
    QVERIFY(signedUrl->toEncoded().startsWith(QByteArray(url->toEncoded() + "?bewit=")));
    const ApiCall create {
        .service = u"queue"_s, .method = u"createTask"_s, .arguments = { u"T"_s }, .payload = Json::parse("{}")
    };
    QCOMPARE(urlByName(*m_client, create).error.kind, ErrorKind::Usage);
    QCOMPARE(m_fake->requests().size(), 0);
}

void TestApiCall::everyMethodCanBeCalled()
{
    // The fake recognises each request as the method that made it, with its arguments.
    m_fake->any([](const FakeRequest &) { return FakeResponse::json("{}"); });
    for (const MethodInfo &method : methods()) {
        ApiCall call { .service = QString::fromLatin1(method.service), .method = QString::fromLatin1(method.name) };
        for (const char *const name : method.arguments)
            call.namedArguments.insert(QString::fromLatin1(name), u"of "_s + QString::fromLatin1(name));
        if (method.hasInput)
            call.payload = Json::parse("{}");
        const std::unique_ptr<Reply<Json>> reply(callByName(m_client.get(), call));
        QVERIFY(finish(reply.get()));
        QVERIFY2(!reply->error(), qPrintable(reply->error().method + reply->error().message));
        const FakeRequest request = m_fake->requests().constLast();
        QVERIFY2(request.method == &method, request.url.toEncoded().constData());
        QCOMPARE(request.arguments.size(), static_cast<qsizetype>(method.arguments.size()));
        for (qsizetype i = 0; i < request.arguments.size(); ++i)
            QCOMPARE(request.arguments.at(i), u"of "_s + QString::fromLatin1(method.arguments[static_cast<size_t>(i)]));
    }
    QCOMPARE(m_fake->requests().size(), static_cast<qsizetype>(methods().size()));
    QVERIFY(methods().size() >= 192);
}

QTEST_GUILESS_MAIN(TestApiCall)
#include "test_apicall.moc"
