// SPDX-License-Identifier: MPL-2.0
// The demo deployment's HTTP: where it listens, what of HTTP/1.1 it speaks, and what it does with requests that are
// none.
#include "demofixture.h"
#include "testidentity.h"

#include "demo/demodeployment.h"

#include <QJsonArray>
#include <QNetworkInterface>
#include <QRandomGenerator>
#include <QSslSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tc::test;
using demo::DemoDeployment;

namespace {

QByteArray api(const QByteArray &path)
{
    return "/api/queue/v1/" + path;
}

} // namespace

class TestDemoHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listensOnThisMachineOnly();
    void pipelining();
    void chunkedBodies();
    void continueIsSent();
    void largeBodies();
    void malformed_data();
    void malformed();
    void randomBytes();
    void cutRequests();
    void latency();
    void tls();

private:
    WireReply get(const QByteArray &target) const { return fetch(m_port, "GET", target); }
    QByteArray bigLogPath() const;

    std::unique_ptr<DemoFixture> m_demo;
    quint16 m_port = 0;
};

void TestDemoHttp::initTestCase()
{
    demo::DemoOptions options;
    options.simulate = false;
    m_demo = std::make_unique<DemoFixture>(options);
    m_port = m_demo->port();
    QVERIFY(m_port != 0);
}

QByteArray TestDemoHttp::bigLogPath() const
{
    QByteArray path;
    m_demo->with([&path](demo::DemoServer &server) {
        const auto runs = server.context().state.task(DemoDeployment::bigLogTask())->status.runs.size();
        path = "/public-bucket/" + DemoDeployment::bigLogTask().toLatin1() + '/' + QByteArray::number(runs - 1)
            + "/public/logs/live_backing.log";
    });
    return path;
}

void TestDemoHttp::listensOnThisMachineOnly()
{
    int tried = 0;
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (address == QHostAddress(QHostAddress::LocalHost))
            continue;
        QTcpSocket socket;
        socket.connectToHost(address, m_port);
        QVERIFY2(!socket.waitForConnected(500), qPrintable(address.toString()));
        ++tried;
    }
    // Other addresses of the loopback network are not served either.
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.2"_s, m_port);
    QVERIFY(!socket.waitForConnected(500));
    if (tried == 0)
        qInfo("This machine has no address beside 127.0.0.1 and 127.0.0.2.");
}

void TestDemoHttp::pipelining()
{
    WireClient client(m_port);
    QByteArray all;
    for (int i = 0; i < 50; ++i) {
        all += requestBytes("GET", api("ping"), m_port);
        all += requestBytes("GET", api("task/not-a-slugid"), m_port);
    }
    client.write(all);
    for (int i = 0; i < 50; ++i) {
        QCOMPARE(client.read().status, 200);
        QCOMPARE(client.read().status, 400);
    }
}

void TestDemoHttp::chunkedBodies()
{
    WireClient client(m_port);
    client.write("POST /api/auth/v1/scopes/expand HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                 "5;ext=1\r\n{\"sco\r\n0000b\r\npes\": [\"a\"]\r\n1\r\n}\r\n0\r\nTrailer: x\r\n\r\n");
    const WireReply reply = client.read();
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json()["scopes"_L1].toArray(), QJsonArray { u"a"_s });
    client.write(requestBytes("GET", api("ping"), m_port));
    QCOMPARE(client.read().status, 200);
}

void TestDemoHttp::continueIsSent()
{
    WireClient client(m_port);
    client.write("POST /api/auth/v1/scopes/expand HTTP/1.1\r\nHost: x\r\nContent-Length: 13\r\n"
                 "Expect: 100-continue\r\n\r\n");
    QVERIFY(client.socket().waitForReadyRead(5000));
    QVERIFY(client.socket().peek(100).startsWith("HTTP/1.1 100 Continue\r\n\r\n"));
    client.write("{\"scopes\":[]}");
    QCOMPARE(client.read().status, 200);
}

void TestDemoHttp::largeBodies()
{
    const QByteArray path = "/api/auth/v1/scopes/expand";
    const QByteArray under = "{\"scopes\": [\"" + QByteArray(9 * 1024 * 1024, 'a') + "\"]}";
    QCOMPARE(fetch(m_port, "POST", path, {}, under).status, 200);
    const WireReply reply = fetch(m_port, "POST", path, {}, QByteArray(11 * 1024 * 1024, 'a'));
    QCOMPARE(reply.status, 500);
    QCOMPARE(reply.json()["code"_L1].toString(), u"InternalServerError"_s);
}

void TestDemoHttp::malformed_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray end = "\r\nHost: x\r\n\r\n";
    QTest::newRow("no version") << "GET /api/queue/v1/ping" + end << 400;
    QTest::newRow("version of its own") << "GET / HTTP/9.9" + end << 505;
    QTest::newRow("not HTTP") << QByteArray("hello world again\r\n\r\n") << 400;
    QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("two hosts") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n") << 400;
    QTest::newRow("no slash") << "GET api HTTP/1.1" + end << 400;
    QTest::newRow("lone percent") << "GET /api/queue/v1/task/% HTTP/1.1" + end << 400;
    QTest::newRow("escape that is none") << "GET /api/queue/v1/task/%zz HTTP/1.1" + end << 400;
    QTest::newRow("line without a colon") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n") << 400;
    QTest::newRow("null byte") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n", 33) << 400;
    QTest::newRow("length and chunks") << QByteArray(
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc")
                                       << 400;
    QTest::newRow("negative length") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -3\r\n\r\n") << 400;
    QTest::newRow("two lengths") << QByteArray(
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n")
                                 << 400;
    QTest::newRow("endless length") << QByteArray(
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n")
                                    << 400;
    QTest::newRow("bad chunk") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
                               << 400;
    QTest::newRow("long address") << "GET /" + QByteArray(9000, 'a') + " HTTP/1.1" + end << 414;
    QTest::newRow("long header") << "GET / HTTP/1.1\r\nHost: x\r\nX: " + QByteArray(9000, 'a') + "\r\n\r\n" << 400;
    QTest::newRow("endless header") << "GET / HTTP/1.1\r\nHost: x\r\n" + QByteArray("X: y\r\n").repeated(20'000) << 400;
    QTest::newRow("unknown place") << "GET /tasks HTTP/1.1" + end << 404;
    QTest::newRow("unknown verb") << "BREW /tasks HTTP/1.1" + end << 405;
}

void TestDemoHttp::malformed()
{
    QFETCH(QByteArray, request);
    WireClient client(m_port);
    client.write(request);
    const WireReply reply = client.read();
    QTEST(reply.status, "status");
    QVERIFY(reply.body.contains("<center>nginx"));
    QCOMPARE(get(api("ping")).status, 200);
}

void TestDemoHttp::randomBytes()
{
    QRandomGenerator random(1);
    for (int round = 0; round < 200; ++round) {
        QByteArray bytes(static_cast<qsizetype>(random.bounded(1, 3000)), Qt::Uninitialized);
        for (char &byte : bytes)
            byte = static_cast<char>(random.bounded(256));
        // Half of them begin like a request, so that they get further.
        if (round % 2 == 0)
            bytes.prepend("POST /api/queue/v1/tasks?limit=1 HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n");
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_port);
        QVERIFY(socket.waitForConnected(5000));
        socket.write(bytes);
        socket.flush();
        socket.disconnectFromHost();
    }
    QCOMPARE(get(api("ping")).status, 200);
}

void TestDemoHttp::cutRequests()
{
    const QByteArray whole = requestBytes("POST", "/api/auth/v1/scopes/expand", m_port, {}, "{\"scopes\": [\"a\"]}");
    for (qsizetype size = 1; size < whole.size(); size += 3) {
        WireClient client(m_port);
        client.write(whole.left(size));
        client.socket().abort();
    }
    // A client that goes in the middle of a long answer.
    for (int round = 0; round < 5; ++round) {
        WireClient client(m_port);
        client.write(requestBytes("GET", bigLogPath(), m_port));
        QVERIFY(client.socket().waitForReadyRead(5000));
        client.socket().abort();
    }
    QCOMPARE(get(api("ping")).status, 200);
}

void TestDemoHttp::latency()
{
    demo::DemoOptions options;
    options.latencyMs = 100;
    DemoFixture slow(options, demo::DemoState());
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(fetch(slow.port(), "GET", api("ping")).status, 200);
    QVERIFY(timer.elapsed() >= 95);
}

void TestDemoHttp::tls()
{
    demo::DemoOptions options;
    options.tls = serverTls();
    DemoFixture secure(options, demo::DemoState());
    QSslSocket socket;
    socket.setSslConfiguration(clientTls());
    socket.connectToHostEncrypted(u"127.0.0.1"_s, secure.port());
    QVERIFY2(socket.waitForEncrypted(5000), qPrintable(socket.errorString()));
    QByteArray answer;
    // Two requests on one connection.
    for (int round = 0; round < 2; ++round) {
        socket.write(requestBytes("GET", api("ping"), secure.port()));
        answer.clear();
        while (!answer.contains("uptime") && socket.waitForReadyRead(5000))
            answer += socket.readAll();
        QVERIFY(answer.startsWith("HTTP/1.1 200 OK"));
    }
    QString root;
    secure.with([&root](demo::DemoServer &server) { root = server.rootUrl(); });
    QVERIFY(root.startsWith(u"https://127.0.0.1:"));
}

QTEST_GUILESS_MAIN(TestDemoHttp)
#include "test_demo_http.moc"
