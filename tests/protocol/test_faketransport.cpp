// SPDX-License-Identifier: MPL-2.0
// Clients whose bytes a fake carries: what it sees and answers, and that the HTTP policy stays in force.
#include "testcalls.h"

#include <tc/faketransport.h>
#include <tc/queue.h>

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QSslError>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

class TestFakeTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answersATypedCall();
    void keepsWhatWasAsked();
    void unansweredCallSaysSo();
    void errorsAreParsed();
    void retriesAreMade();
    void failuresAreNetworkErrors();
    void delayAndAbort();
    void timeoutStaysInForce();
    void largeBodies();
    void sizeCapStaysInForce();
    void announcedLengthStaysInForce();
    void truncatedGzipIsRefused();
    void redirectsAreNotFollowed();
    void credentialsStayWithTheirOrigin_data();
    void credentialsStayWithTheirOrigin();
    void tlsErrorsAreFinal();
    void clientKeepsItsFake();

private:
    ClientOptions options() const;
    std::shared_ptr<FakeTransport> m_fake;
};

namespace {

const Credentials me { u"tester/me"_s, u"SECRET-access-token-0123456789"_s, {} };

/// A reply that reports a TLS error and goes on all the same, as after ignoreSslErrors().
class CarelessReply : public QNetworkReply
{
public:
    explicit CarelessReply(const QNetworkRequest &request, QObject *parent) : QNetworkReply(parent)
    {
        setUrl(request.url());
        open(QIODevice::ReadOnly);
        QTimer::singleShot(0, this, [this] {
            Q_EMIT sslErrors({ QSslError(QSslError::HostNameMismatch) });
            setAttribute(QNetworkRequest::HttpStatusCodeAttribute, 200);
            Q_EMIT metaDataChanged();
            setFinished(true);
            Q_EMIT finished();
        });
    }
    void abort() override { }

protected:
    qint64 readData(char *, qint64) override { return -1; }
};

class CarelessManager : public QNetworkAccessManager
{
public:
    using QNetworkAccessManager::QNetworkAccessManager;

protected:
    QNetworkReply *createRequest(Operation, const QNetworkRequest &request, QIODevice *) override
    {
        return new CarelessReply(request, this);
    }
};

class CarelessTransport : public Transport
{
public:
    QNetworkAccessManager *makeManager(QObject *parent) override { return new CarelessManager(parent); }
};

FakeResponse statusOf(const FakeRequest &request)
{
    queue::TaskStatusResponse response;
    response.status.taskId = request.arguments.value(0);
    response.status.deadline = response.status.expires = QDateTime::currentDateTimeUtc();
    response.status.state = queue::TaskStatusState::Completed;
    return FakeResponse::json(encodeJson(response));
}

} // namespace

void TestFakeTransport::init()
{
    m_fake = std::make_shared<FakeTransport>();
}

ClientOptions TestFakeTransport::options() const
{
    ClientOptions options;
    options.rootUrl = u"https://tc.example.com"_s;
    options.credentials = fixedCredentials(me);
    options.retry = fastRetries(2);
    options.transport = m_fake;
    return options;
}

void TestFakeTransport::answersATypedCall()
{
    m_fake->on("queue", "status", statusOf);
    Client client(options());
    Queue queue(&client);
    QString taskId;
    queue.status(u"KTBKfEgxR5GdfIIREQIvFQ"_s)->onSuccess(this, [&taskId](const queue::TaskStatusResponse &response) {
        taskId = response.status.taskId;
        QVERIFY(response.status.state == queue::TaskStatusState::Completed);
    });
    QTRY_COMPARE(taskId, u"KTBKfEgxR5GdfIIREQIvFQ"_s);
}

void TestFakeTransport::keepsWhatWasAsked()
{
    m_fake->any([](const FakeRequest &) { return FakeResponse::json("{}"); });
    Client client(options());
    const std::unique_ptr<Reply<Json>> reply(
        client.call<Json>({ &putThing, { u"a b"_s }, { { u"x"_s, u"1"_s } }, R"({"a":1})"_ba, {} }));
    QVERIFY(finish(reply.get()));
    QCOMPARE(m_fake->requests().size(), 1);
    const FakeRequest request = m_fake->requests().constFirst();
    QCOMPARE(request.verb, "PUT"_ba);
    QCOMPARE(request.url.toEncoded(), "https://tc.example.com/api/test/v1/thing/a%20b?x=1"_ba);
    QCOMPARE(request.body, R"({"a":1})"_ba);
    QCOMPARE(request.header("accept-encoding"), "gzip"_ba);
    QVERIFY(request.header("authorization").startsWith("Hawk "));
    QVERIFY(!request.method); // no service has such a method
    // A body that may go out once only is a device, not a buffer.
    const std::unique_ptr<Reply<void>> mail(client.call<void>({ &sendMail, {}, {}, R"({"b":2})"_ba, {} }));
    QVERIFY(finish(mail.get()));
    QCOMPARE(m_fake->requests().constLast().verb, "POST"_ba);
    QCOMPARE(m_fake->requests().constLast().body, R"({"b":2})"_ba);
}

void TestFakeTransport::unansweredCallSaysSo()
{
    Client client(options());
    Queue queue(&client);
    const std::unique_ptr<Reply<queue::TaskStatusResponse>> reply(queue.status(u"T"_s));
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::NotFound);
    QVERIFY2(reply->error().message.contains(u"GET /api/queue/v1/task/T/status"_s), qPrintable(reply->error().message));
}

void TestFakeTransport::errorsAreParsed()
{
    m_fake->any([](const FakeRequest &) { return FakeResponse::error(409, "RequestConflict", "It \"is\" there"); });
    Client client(options());
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::Conflict);
    QCOMPARE(reply->error().code, u"RequestConflict"_s);
    QCOMPARE(reply->error().message, u"It \"is\" there"_s);
    QCOMPARE(m_fake->requests().size(), 1);
}

void TestFakeTransport::retriesAreMade()
{
    m_fake->any([this](const FakeRequest &) {
        return m_fake->requests().size() < 3 ? FakeResponse::error(500, "X", "no") : FakeResponse::json("{}");
    });
    Client client(options());
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QVERIFY(!reply->error());
    QCOMPARE(reply->response().attempts, 3);
    // Each attempt is signed afresh.
    QVERIFY(m_fake->requests().at(0).header("authorization") != m_fake->requests().at(1).header("authorization"));
}

void TestFakeTransport::failuresAreNetworkErrors()
{
    m_fake->any([](const FakeRequest &) {
        FakeResponse response;
        response.failure = QNetworkReply::ConnectionRefusedError;
        return response;
    });
    Client client(options());
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::Network);
    QCOMPARE(reply->error().attempts, 3);
    QVERIFY(reply->error().message.contains(u"refused"_s));
}

void TestFakeTransport::delayAndAbort()
{
    m_fake->any([](const FakeRequest &) {
        FakeResponse response = FakeResponse::json("{}");
        response.delay = 10s;
        return response;
    });
    Client client(options());
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    reply->setAutoDelete(false);
    QTRY_COMPARE(m_fake->requests().size(), 1);
    reply->abort();
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::Cancelled);
}

void TestFakeTransport::timeoutStaysInForce()
{
    m_fake->any([](const FakeRequest &) {
        FakeResponse response = FakeResponse::json("{}");
        response.delay = 10s;
        return response;
    });
    ClientOptions changed = options();
    changed.timeout = 50ms;
    Client client(changed);
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::Timeout);
}

void TestFakeTransport::largeBodies()
{
    const QByteArray text(3'000'000, 'x');
    m_fake->any([&text](const FakeRequest &) { return FakeResponse::json('"' + text + '"'); });
    Client client(options());
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QVERIFY(!reply->error());
    QCOMPARE(reply->value().raw().size(), text.size() + 2);
}

void TestFakeTransport::sizeCapStaysInForce()
{
    m_fake->any([](const FakeRequest &) {
        FakeResponse response;
        response.body = '"' + QByteArray(2000, 'x') + '"'; // announces nothing
        return response;
    });
    ClientOptions changed = options();
    changed.maxReplySize = 1000;
    Client client(changed);
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::TooLarge);
}

void TestFakeTransport::announcedLengthStaysInForce()
{
    m_fake->any([](const FakeRequest &) {
        FakeResponse response = FakeResponse::json("{}");
        response.body = "{";
        return response;
    });
    Client client(options());
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::Network);
    QCOMPARE(m_fake->requests().size(), 3);
}

void TestFakeTransport::truncatedGzipIsRefused()
{
    m_fake->any([](const FakeRequest &) {
        FakeResponse response;
        response.headers = { { "Content-Encoding", "gzip" } };
        response.body = QByteArray::fromHex("1f8b08000000000002ffab"); // the beginning of a gzip file
        return response;
    });
    Client client(options());
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QVERIFY(reply->error().kind == ErrorKind::Network || reply->error().kind == ErrorKind::Protocol);
}

void TestFakeTransport::redirectsAreNotFollowed()
{
    m_fake->any([](const FakeRequest &) {
        FakeResponse response = FakeResponse::json("{}", 302);
        response.headers.emplaceBack("Location", "https://evil.example.com/");
        return response;
    });
    Client client(options());
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::Client);
    QCOMPARE(m_fake->requests().size(), 1);
}

void TestFakeTransport::credentialsStayWithTheirOrigin_data()
{
    QTest::addColumn<QString>("rootUrl");
    QTest::addColumn<bool>("development");
    QTest::addColumn<bool>("sent");
    QTest::newRow("https") << u"https://tc.example.com"_s << false << true;
    QTest::newRow("plain http") << u"http://tc.example.com"_s << false << false;
    QTest::newRow("a taskcluster-proxy") << u"http://taskcluster"_s << false << false;
    QTest::newRow("plain http, marked") << u"http://tc.example.com"_s << true << true;
    QTest::newRow("loopback") << u"http://localhost:8080"_s << false << true;
}

void TestFakeTransport::credentialsStayWithTheirOrigin()
{
    QFETCH(const QString, rootUrl);
    QFETCH(const bool, development);
    QFETCH(const bool, sent);
    m_fake->any([](const FakeRequest &) { return FakeResponse::json("{}"); });
    ClientOptions changed = options();
    changed.rootUrl = rootUrl;
    changed.developmentDeployment = development;
    Client client(changed);
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, sent ? ErrorKind::None : ErrorKind::Usage);
    QCOMPARE(m_fake->requests().size(), sent ? 1 : 0); // the fake does not even see it
    changed.credentials.reset();
    Client anonymous(changed);
    const std::unique_ptr<Reply<Json>> open(anonymous.call<Json>(thingCall()));
    QVERIFY(finish(open.get()));
    QCOMPARE(open->error().kind, ErrorKind::None);
    QVERIFY(m_fake->requests().constLast().header("authorization").isEmpty());
}

void TestFakeTransport::tlsErrorsAreFinal()
{
    ClientOptions changed = options();
    changed.transport = std::make_shared<CarelessTransport>();
    Client client(changed);
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::Tls);
    QCOMPARE(reply->error().attempts, 1);
}

void TestFakeTransport::clientKeepsItsFake()
{
    m_fake->any([](const FakeRequest &) {
        FakeResponse response = FakeResponse::json("{}");
        response.delay = 10s;
        return response;
    });
    auto client = std::make_unique<Client>(options());
    const std::weak_ptr<FakeTransport> fake = m_fake;
    m_fake.reset();
    const QPointer<Reply<Json>> reply = client->call<Json>(thingCall());
    QTRY_COMPARE(fake.lock()->requests().size(), 1);
    client.reset(); // with an answer that is still to come
    QVERIFY(reply);
    QVERIFY(finish(reply.data()));
    QCOMPARE(reply->error().kind, ErrorKind::Cancelled);
    delete reply;
    QTRY_VERIFY(fake.expired());
}

QTEST_GUILESS_MAIN(TestFakeTransport)
#include "test_faketransport.moc"
