// SPDX-License-Identifier: MPL-2.0
// What a stranger may cost the listener of a sign-in.
#include "callbackbrowser.h"
#include "signin/callbackserver.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <vector>

using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

class TestSignInListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slowHeadIsDropped();
    void silentConnectionIsDropped();
    void longHeadIsRefused();
    void oldestOfManyGoes();
    void pipelinedRequestsAreIgnored();
};

namespace {

/// The listener by itself, with limits that a test can wait for.
struct Listener {
    explicit Listener(CallbackLimits limits)
        : server(
            "nonce", [this](QByteArrayView) { return ++taken > 0; }, limits)
    {
        server.listen();
    }
    CallbackServer server;
    int taken = 0;
};

} // namespace

void TestSignInListener::slowHeadIsDropped()
{
    Listener listener({ .time = 150ms });
    Browser slow(listener.server.port());
    QElapsedTimer timer;
    timer.start();
    while (slow.isOpen() && timer.elapsed() < 3000) {
        slow.send("x");
        QTest::qWait(20);
    }
    QVERIFY(!slow.isOpen());
    QVERIFY(timer.elapsed() >= 100);
    QCOMPARE(listener.taken, 0);
}

void TestSignInListener::silentConnectionIsDropped()
{
    Listener listener({ .time = 100ms });
    Browser silent(listener.server.port());
    QVERIFY(silent.isOpen());
    QVERIFY(silent.readAll().isEmpty());
    QVERIFY(!silent.isOpen());
}

void TestSignInListener::longHeadIsRefused()
{
    Listener listener({ .headSize = 1000 });
    Browser browser(listener.server.port());
    browser.send("GET /nonce HTTP/1.1\r\nX: " + QByteArray(1100, 'x'));
    QCOMPARE(statusOf(browser.readAll()), 431);
    QCOMPARE(listener.taken, 0);
    Browser other(listener.server.port());
    other.send(get("/nonce", listener.server.port()));
    QCOMPARE(statusOf(other.readAll()), 200);
    QCOMPARE(listener.taken, 1);
}

void TestSignInListener::oldestOfManyGoes()
{
    Listener listener({ .connections = 3 });
    std::vector<std::unique_ptr<Browser>> idle;
    for (int i = 0; i < 5; ++i)
        idle.push_back(std::make_unique<Browser>(listener.server.port()));
    QVERIFY(QTest::qWaitFor([&] { return !idle[0]->isOpen() && !idle[1]->isOpen(); }, 3000));
    QVERIFY(idle[2]->isOpen() && idle[4]->isOpen());
    idle[4]->send(get("/nonce", listener.server.port()));
    QCOMPARE(statusOf(idle[4]->readAll()), 200);
}

void TestSignInListener::pipelinedRequestsAreIgnored()
{
    Listener listener({});
    const quint16 port = listener.server.port();
    Browser browser(port);
    browser.send(get("/favicon.ico", port) + get("/nonce?a", port));
    const QByteArray reply = browser.readAll();
    QCOMPARE(statusOf(reply), 404);
    QCOMPARE(reply.count("HTTP/1.1"), 1);
    QCOMPARE(listener.taken, 0);
    QSignalSpy answered(&listener.server, &CallbackServer::answered);
    Browser eager(port);
    eager.send(get("/nonce?a", port) + get("/nonce?b", port) + QByteArray(100'000, 'x'));
    QVERIFY(eager.readAll().startsWith("HTTP/1.1 200"));
    QCOMPARE(listener.taken, 1);
    QCOMPARE(answered.count(), 1);
}

QTEST_GUILESS_MAIN(TestSignInListener)
#include "test_signinlistener.moc"
