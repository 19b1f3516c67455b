// SPDX-License-Identifier: MPL-2.0
// tc/live.h before a socket that refuses, is silent, is not there and talks nonsense.
#include "livefixture.h"
#include "scriptedserver.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

namespace {

const QString defined = u"exchange/taskcluster-queue/v1/task-defined"_s;

QList<pulse::Binding> allDefined()
{
    return { { defined, u"primary.#"_s } };
}

/// Answers the handshake and then nothing, not even pings.
class DeafServer : public QTcpServer
{
public:
    DeafServer()
    {
        listen(QHostAddress(QHostAddress::LocalHost));
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            ++connections;
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { answer(socket); });
        });
    }

    int connections = 0;

private:
    void answer(QTcpSocket *socket)
    {
        const QByteArray text = socket->readAll();
        const qsizetype at = text.toLower().indexOf("sec-websocket-key: ");
        if (at < 0)
            return;
        const QByteArray key = text.mid(at + 19, text.indexOf('\r', at) - at - 19);
        const QByteArray proof = QCryptographicHash::hash(
            QByteArray(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"), QCryptographicHash::Sha1)
                                     .toBase64();
        socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      "Sec-WebSocket-Accept: "
            + proof + "\r\nSec-WebSocket-Protocol: graphql-ws\r\n\r\n");
        const QByteArray ack = R"({"type":"connection_ack"})";
        socket->write("\x81" + QByteArray(1, static_cast<char>(ack.size())) + ack);
    }
};

} // namespace

class TestLiveFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsLongerEachTime();
    void reconnectsAfterNonsense_data();
    void reconnectsAfterNonsense();
    void bigMessages();
    void refused_data();
    void refused();
    void wrongProtocol();
    void noSocketThere();
    void busyServer();
    void noAnswer();
    void deadLink();
    void pingsKeepItOpen();
    void plainHttpIsRefused();
    void authorizedScopesAreRefused();
    void badCertificate();
    void providerFails();
};

void TestLiveFaults::waitsLongerEachTime()
{
    FakeSocketServer server;
    Client client(server.clientOptions());
    server.stopListening();
    live::Options options = quickOptions();
    options.reconnect.jitter = 0;
    live::Connection live(&client, options);
    QSignalSpy reconnecting(&live, &live::Connection::reconnecting);
    QSignalSpy failed(&live, &live::Connection::failed);
    live.open();
    QTRY_VERIFY(reconnecting.size() >= 4);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(reconnecting[i][0].toInt(), i + 1);
    QCOMPARE(reconnecting[0][1].value<std::chrono::milliseconds>(), 20ms);
    QCOMPARE(reconnecting[1][1].value<std::chrono::milliseconds>(), 40ms);
    QCOMPARE(reconnecting[2][1].value<std::chrono::milliseconds>(), 60ms);
    QCOMPARE(reconnecting[3][1].value<std::chrono::milliseconds>(), 60ms);
    QCOMPARE(failed.size(), 0);
    live.close();
    const auto count = reconnecting.size();
    QTest::qWait(150);
    QCOMPARE(reconnecting.size(), count);
}

void TestLiveFaults::reconnectsAfterNonsense_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("a list") << QByteArray("[1]");
    QTest::newRow("no type") << QByteArray(R"({"id":"1"})");
    QTest::newRow("type is a number") << QByteArray(R"({"type":1})");
    QTest::newRow("no event") << QByteArray(R"({"type":"data","id":"ID","payload":{"data":{}}})");
    QTest::newRow("payload is a list") << QByteArray(R"({"type":"data","id":"ID","payload":[]})");
    QTest::newRow("event without exchange") << QByteArray(
        R"({"type":"data","id":"ID","payload":{"data":{"pulseMessages":{"payload":{},"routingKey":"a"}}}})");
}

void TestLiveFaults::reconnectsAfterNonsense()
{
    QFETCH(QByteArray, text);
    FakeSocketServer server;
    Client client(server.clientOptions());
    live::Connection live(&client, quickOptions());
    QSignalSpy reconnecting(&live, &live::Connection::reconnecting);
    live.subscribe(allDefined());
    live.open();
    QTRY_COMPARE(server.framesOf(u"start"_s).size(), 1);
    text.replace("ID", server.framesOf(u"start"_s)[0]["id"_L1].toString().toLatin1());
    server.sendText(QString::fromUtf8(text));
    QTRY_COMPARE(server.framesOf(u"start"_s).size(), 2);
    QCOMPARE(reconnecting.size(), 1);
    QCOMPARE(reconnecting[0][2].value<Error>().kind, ErrorKind::Protocol);
    // Kinds of frames that nobody knows, and events for nobody, are none.
    server.send({ { u"type"_s, u"ka"_s } });
    server.sendData(u"no such id"_s, QJsonObject());
    QTest::qWait(50);
    QCOMPARE(server.connections, 2);
}

void TestLiveFaults::bigMessages()
{
    FakeSocketServer server;
    Client client(server.clientOptions());
    live::Options options = quickOptions();
    options.maxMessageSize = 300'000;
    live::Connection live(&client, options);
    QSignalSpy messages(live.subscribe(allDefined()), &live::Subscription::message);
    QSignalSpy reconnecting(&live, &live::Connection::reconnecting);
    live.open();
    QTRY_COMPARE(server.framesOf(u"start"_s).size(), 1);
    const QString id = server.framesOf(u"start"_s)[0]["id"_L1].toString();
    server.sendEvent(id, defined, QString(250'000, u'x'));
    QTRY_COMPARE(messages.size(), 1);
    QCOMPARE(messages[0][0].value<live::Message>().payload.toString().size(), 250'000);
    server.sendEvent(id, defined, QString(400'000, u'x'));
    QTRY_COMPARE(reconnecting.size(), 1);
    QCOMPARE(reconnecting[0][2].value<Error>().kind, ErrorKind::TooLarge);
    QTRY_COMPARE(server.framesOf(u"start"_s).size(), 2);
    QCOMPARE(messages.size(), 1);
}

void TestLiveFaults::refused_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("scopes")
        << u"Error: InsufficientScopes\n\nClient ID a does not have sufficient scopes and is missing "
           "the following scopes:\n\n```\nweb:read-pulse\n```"_s
        << ErrorKind::Scope;
    QTest::newRow("credentials") << u"Unauthorized: Bad mac\n\n---\n\n* method:     currentScopes\n* errorCode:  "
                                    "AuthenticationFailed\n* statusCode: 401"_s
                                 << ErrorKind::Authentication;
}

void TestLiveFaults::refused()
{
    QFETCH(const QString, message);
    QFETCH(const ErrorKind, kind);
    FakeSocketServer server;
    server.refusal = { { u"message"_s, message } };
    Client client(server.clientOptions());
    live::Connection live(&client, quickOptions());
    QSignalSpy failed(&live, &live::Connection::failed);
    live.open();
    QVERIFY(failed.wait());
    const Error error = failed[0][0].value<Error>();
    QCOMPARE(error.kind, kind);
    QCOMPARE(live.error().kind, kind);
    QVERIFY(!error.message.contains("errorCode"_L1));
    if (kind == ErrorKind::Scope)
        QCOMPARE(error.missingScopes, QStringList { u"web:read-pulse"_s });
    QTest::qWait(150);
    QCOMPARE(server.connections, 1); // trying again would not help
    QCOMPARE(failed.size(), 1);
}

void TestLiveFaults::wrongProtocol()
{
    FakeSocketServer server(u"graphql-transport-ws"_s);
    Client client(server.clientOptions());
    live::Connection live(&client, quickOptions());
    QSignalSpy failed(&live, &live::Connection::failed);
    live.open();
    QVERIFY(failed.wait());
    QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::Protocol);
    QVERIFY(server.frames.isEmpty()); // the credentials stay here
}

void TestLiveFaults::noSocketThere()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Step::reply(404, "text/html", "<html>nothing</html>"); });
    Client client(server.url());
    live::Connection live(&client, quickOptions());
    QSignalSpy failed(&live, &live::Connection::failed);
    live.open();
    QVERIFY(failed.wait());
    QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::Protocol);
    QCOMPARE(failed[0][0].value<Error>().httpStatus, 404);
    QCOMPARE(server.requests()[0].target, "/subscription"_ba);
}

void TestLiveFaults::busyServer()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Step::reply(502, "text/html", "<html>busy</html>"); });
    Client client(server.url());
    live::Connection live(&client, quickOptions());
    QSignalSpy reconnecting(&live, &live::Connection::reconnecting);
    QSignalSpy failed(&live, &live::Connection::failed);
    live.open();
    QTRY_VERIFY(reconnecting.size() >= 2);
    QCOMPARE(reconnecting[0][2].value<Error>().kind, ErrorKind::Server);
    QCOMPARE(failed.size(), 0);
}

void TestLiveFaults::noAnswer()
{
    FakeSocketServer server;
    server.acks = false;
    Client client(server.clientOptions());
    live::Options options = quickOptions();
    options.timeout = 100ms;
    live::Connection live(&client, options);
    QSignalSpy reconnecting(&live, &live::Connection::reconnecting);
    live.open();
    QVERIFY(reconnecting.wait());
    QCOMPARE(reconnecting[0][2].value<Error>().kind, ErrorKind::Timeout);
    server.acks = true;
    QTRY_VERIFY(live.isConnected());
}

void TestLiveFaults::deadLink()
{
    DeafServer server;
    Client client(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
    live::Options options = quickOptions();
    options.timeout = 200ms;
    options.pingInterval = 50ms;
    live::Connection live(&client, options);
    QSignalSpy reconnecting(&live, &live::Connection::reconnecting);
    QSignalSpy connected(&live, &live::Connection::connected);
    live.open();
    QVERIFY(connected.wait());
    QVERIFY(reconnecting.wait());
    QCOMPARE(reconnecting[0][2].value<Error>().kind, ErrorKind::Timeout);
    QTRY_COMPARE(server.connections, 2);
}

void TestLiveFaults::pingsKeepItOpen()
{
    FakeSocketServer server;
    Client client(server.clientOptions());
    live::Options options = quickOptions();
    options.timeout = 400ms;
    options.pingInterval = 30ms;
    live::Connection live(&client, options);
    QSignalSpy reconnecting(&live, &live::Connection::reconnecting);
    live.open();
    QTRY_VERIFY(live.isConnected());
    QTest::qWait(900);
    QVERIFY(live.isConnected());
    QCOMPARE(reconnecting.size(), 0);
}

void TestLiveFaults::plainHttpIsRefused()
{
    Client client(u"http://192.0.2.1"_s);
    live::Connection live(&client, quickOptions());
    QSignalSpy failed(&live, &live::Connection::failed);
    live.open();
    QVERIFY(failed.wait());
    QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::Usage);
    Client malformed(u"no url"_s);
    live::Connection other(&malformed, quickOptions());
    QSignalSpy otherFailed(&other, &live::Connection::failed);
    other.open();
    QVERIFY(otherFailed.wait());
    QCOMPARE(otherFailed[0][0].value<Error>().kind, ErrorKind::Usage);
}

void TestLiveFaults::authorizedScopesAreRefused()
{
    FakeSocketServer server;
    ClientOptions options = server.clientOptions();
    options.credentials = fixedCredentials({ u"me"_s, u"very-secret"_s, {} });
    options.authorizedScopes = QStringList { u"web:read-pulse"_s };
    Client client(options);
    live::Connection live(&client, quickOptions());
    QSignalSpy failed(&live, &live::Connection::failed);
    live.open();
    QVERIFY(failed.wait());
    QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::Usage);
    QCOMPARE(server.connections, 0);
}

void TestLiveFaults::badCertificate()
{
    ScriptedServer server(ScriptedServer::Security::SelfSigned);
    ClientOptions options;
    options.rootUrl = server.url();
    options.credentials = fixedCredentials({ u"me"_s, u"very-secret"_s, {} });
    Client client(options);
    live::Connection live(&client, quickOptions());
    QSignalSpy failed(&live, &live::Connection::failed);
    live.open();
    QVERIFY(failed.wait());
    QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::Tls);
    QVERIFY(server.requests().isEmpty());
}

void TestLiveFaults::providerFails()
{
    class Provider : public CredentialProvider
    {
    public:
        void provide(Answer answer) override
        {
            Error error;
            error.kind = ++asked < 3 ? ErrorKind::Network : ErrorKind::Authentication;
            answer({ {}, error });
        }
        int asked = 0;
    };
    FakeSocketServer server;
    ClientOptions options = server.clientOptions();
    options.credentials = std::make_shared<Provider>();
    Client client(options);
    live::Connection live(&client, quickOptions());
    QSignalSpy reconnecting(&live, &live::Connection::reconnecting);
    QSignalSpy failed(&live, &live::Connection::failed);
    live.open();
    QVERIFY(failed.wait());
    QCOMPARE(reconnecting.size(), 2);
    QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::Authentication);
    QCOMPARE(server.connections, 0);
}

QTEST_GUILESS_MAIN(TestLiveFaults)
#include "test_live_faults.moc"
