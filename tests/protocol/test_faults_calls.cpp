// SPDX-License-Identifier: MPL-2.0
// The fault matrix of API calls: each way for a server or a network to go wrong with each kind of call. Whatever
// happens there is one finished(), the right error, nothing done twice that must not be, and a client that goes on
// working.
#include "callfaults.h"
#include "scriptedserver.h"
#include "testcalls.h"
#include "testidentity.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

class TestFaultsCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matrix_data();
    void matrix();
    void overcome_data();
    void overcome();
    void cutAtEveryByte_data();
    void cutAtEveryByte();
    void packedBodyCutAtEveryByte_data();
    void packedBodyCutAtEveryByte();
    void bodyCutButAnnouncedSo();
    void moreThanAnnounced();
    void slowIsNotStalled_data();
    void slowIsNotStalled();
    void nobodyThere_data();
    void nobodyThere();
    void noTls();
    void waitsAsLongAsTold_data();
    void waitsAsLongAsTold();
    void redirects_data();
    void redirects();
    void cancelAtEveryStep_data();
    void cancelAtEveryStep();
};

namespace {

const Credentials me { u"tester/me"_s, u"SECRET-access-token-0123456789"_s, {} };
constexpr auto stallTimeout = 250ms;

ClientOptions optionsFor(const ScriptedServer &server, int retries = 2)
{
    ClientOptions options;
    options.rootUrl = server.url();
    options.retry = fastRetries(retries);
    options.credentials = fixedCredentials(me);
    options.timeout = stallTimeout;
    options.tls = clientTls();
    return options;
}

} // namespace

void TestFaultsCalls::matrix_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Cell>("cell");
    for (const auto &[kind, name] : kinds) {
        const auto all = cells();
        for (const Cell &cell : all)
            QTest::addRow("%s: %s", name, cell.name.constData()) << kind << cell;
    }
}

void TestFaultsCalls::matrix()
{
    QFETCH(const Kind, kind);
    QFETCH(const Cell, cell);
    ScriptedServer server;
    server.setHandler([step = cell.step](const Request &) { return step; });
    Client client(optionsFor(server));
    {
        Watched call(start(client, kind));
        QCOMPARE(call.endFault(), QByteArray());
        const bool fails = hasResult(kind) || !cell.needsResult;
        QVERIFY2(call.kind() == (fails ? cell.error : ErrorKind::None), qPrintable(call->error().message));
        QVERIFY(fails == !call->error().message.isEmpty());
        const int attempts = cell.isRepeated && !isOnce(kind) ? 3 : 1;
        QCOMPARE(call->response().attempts, attempts);
        if (isOnce(kind))
            QCOMPARE(server.requests().size(), 1); // whatever the network library thinks of it
        else
            QVERIFY(server.requests().size() >= attempts);
    }
    // The client is none the worse for it.
    server.setHandler([](const Request &) { return Step::json(goodBody); });
    Watched next(start(client, kind));
    QCOMPARE(next.endFault(), QByteArray());
    QVERIFY2(next.kind() == ErrorKind::None, qPrintable(next->error().message));
}

void TestFaultsCalls::overcome_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Cell>("cell");
    for (const auto &[kind, name] : kinds) {
        const auto all = cells();
        for (const Cell &cell : all) {
            if (cell.isRepeated && !isOnce(kind))
                QTest::addRow("%s: %s", name, cell.name.constData()) << kind << cell;
        }
    }
}

void TestFaultsCalls::overcome()
{
    QFETCH(const Kind, kind);
    QFETCH(const Cell, cell);
    ScriptedServer server;
    // Twice, because the network library asks again by itself where no byte came.
    server.enqueue(cell.step, cell.step.fault == Step::Fault::Close || cell.step.headCutAt == 0 ? 2 : 1);
    server.setHandler([](const Request &) { return Step::json(goodBody); });
    Client client(optionsFor(server));
    Watched call(start(client, kind));
    QCOMPARE(call.endFault(), QByteArray());
    QVERIFY2(call.kind() == ErrorKind::None, qPrintable(call->error().message));
    QVERIFY(call->response().attempts <= 2);
}

void TestFaultsCalls::cutAtEveryByte_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("isChunked");
    for (const auto &[kind, name] : kinds) {
        QTest::addRow("%s", name) << kind << false;
        QTest::addRow("%s, chunked", name) << kind << true;
    }
}

void TestFaultsCalls::cutAtEveryByte()
{
    QFETCH(const Kind, kind);
    QFETCH(const bool, isChunked);
    ScriptedServer server;
    Step good = Step::json(goodBody);
    good.chunked = isChunked;
    server.enqueue(good);
    Client client(optionsFor(server, 0));
    Watched whole(start(client, kind));
    QCOMPARE(whole.endFault(), QByteArray());
    QCOMPARE(whole.kind(), ErrorKind::None);
    const qint64 head = server.lastHeadSize();
    QVERIFY(head > 60);
    for (qint64 at = 0; at < head + goodBody.size(); ++at) {
        const Step cut = at < head ? good.cutInHead(at) : good.cut(at - head);
        server.setHandler([cut](const Request &) { return cut; });
        const qsizetype before = server.requests().size();
        Watched call(start(client, kind));
        const QByteArray fault = call.endFault();
        QVERIFY2(fault.isEmpty(), qPrintable(u"after %1 bytes: %2"_s.arg(at).arg(QLatin1StringView(fault))));
        QVERIFY2(
            call.kind() == ErrorKind::Network, qPrintable(u"after %1 bytes: %2"_s.arg(at).arg(call->error().message)));
        if (isOnce(kind))
            QCOMPARE(server.requests().size(), before + 1);
    }
}

void TestFaultsCalls::packedBodyCutAtEveryByte_data()
{
    QTest::addColumn<bool>("isChunked");
    QTest::newRow("with its length") << false;
    QTest::newRow("chunked") << true;
}

void TestFaultsCalls::packedBodyCutAtEveryByte()
{
    QFETCH(const bool, isChunked);
    ScriptedServer server;
    Step good = Step::json(goodBody + QByteArray(300, ' ')).gzipped();
    good.chunked = isChunked;
    Client client(optionsFor(server, 0));
    for (qsizetype size = 0; size < good.body.size(); ++size) {
        // Announced as if it were whole: only the end of the compressed data tells.
        const Step cut = chopped(good, good.body.size() - size);
        server.setHandler([cut](const Request &) { return cut; });
        Watched call(start(client, Kind::Get));
        const QByteArray fault = call.endFault();
        QVERIFY2(fault.isEmpty(), qPrintable(u"after %1 bytes: %2"_s.arg(size).arg(QLatin1StringView(fault))));
        QVERIFY2(call.kind() == ErrorKind::Network || call.kind() == ErrorKind::Protocol,
            qPrintable(u"after %1 bytes: %2"_s.arg(size).arg(call->error().message)));
    }
}

void TestFaultsCalls::bodyCutButAnnouncedSo()
{
    ScriptedServer server;
    Client client(optionsFor(server, 0));
    for (qsizetype size = 0; size < goodBody.size(); ++size) {
        server.setHandler([size](const Request &) { return Step::json(goodBody.left(size)); });
        Watched call(start(client, Kind::Get));
        QCOMPARE(call.endFault(), QByteArray());
        QVERIFY2(call.kind() == ErrorKind::Protocol, qPrintable(u"after %1 bytes"_s.arg(size)));
    }
}

void TestFaultsCalls::moreThanAnnounced()
{
    // What is left on the connection must not become the answer to another call.
    ScriptedServer server;
    Step smuggled = Step::json(R"({"is":"first"})"
                               "HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n{\"is\":\"smuggled\"}");
    smuggled.announcedLength = 14;
    server.enqueue(smuggled);
    server.setHandler([](const Request &) { return Step::json(R"({"is":"second"})"); });
    Client client(optionsFor(server));
    for (const auto &expected : { R"({"is":"first"})"_ba, R"({"is":"second"})"_ba, R"({"is":"second"})"_ba }) {
        const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
        QVERIFY(finish(reply.get()));
        QVERIFY2(!reply->error(), qPrintable(reply->error().message));
        QCOMPARE(reply->value().toCompact(), expected);
    }
}

void TestFaultsCalls::slowIsNotStalled_data()
{
    QTest::addColumn<Kind>("kind");
    for (const auto &[kind, name] : kinds)
        QTest::addRow("%s", name) << kind;
}

void TestFaultsCalls::slowIsNotStalled()
{
    QFETCH(const Kind, kind);
    ScriptedServer server;
    server.enqueue(Step::json(goodBody).after(50ms).slowly(2, 20ms)); // longer than the timeout in all
    Client client(optionsFor(server));
    QElapsedTimer clock;
    clock.start();
    Watched call(start(client, kind));
    QCOMPARE(call.endFault(), QByteArray());
    QVERIFY2(call.kind() == ErrorKind::None, qPrintable(call->error().message));
    QVERIFY(std::chrono::milliseconds(clock.elapsed()) > stallTimeout);
    QCOMPARE(call->response().attempts, 1);
}

void TestFaultsCalls::nobodyThere_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("hasName");
    for (const auto &[kind, name] : kinds) {
        QTest::addRow("%s refused", name) << kind << true;
        QTest::addRow("%s to no such host", name) << kind << false;
    }
}

void TestFaultsCalls::nobodyThere()
{
    QFETCH(const Kind, kind);
    QFETCH(const bool, hasName);
    ScriptedServer server;
    server.stopListening();
    ClientOptions options = optionsFor(server);
    options.timeout = 5s; // a name may take a while not to be found
    if (!hasName)
        options.rootUrl = u"https://nobody.invalid"_s;
    Client client(options);
    Watched call(start(client, kind));
    QCOMPARE(call.endFault(), QByteArray());
    QCOMPARE(call.kind(), ErrorKind::Network);
    QCOMPARE(call->response().attempts, 3); // nobody got it, so every kind may be tried again
}

void TestFaultsCalls::noTls()
{
    // A server that never answers the handshake, and one whose identity is not proved.
    ScriptedServer mute;
    ClientOptions options = optionsFor(mute);
    options.rootUrl = u"https://127.0.0.1:"_s + QString::number(mute.port());
    Client stalled(options);
    Watched first(start(stalled, Kind::Once));
    QCOMPARE(first.endFault(), QByteArray());
    QCOMPARE(first.kind(), ErrorKind::Timeout);
    ScriptedServer stranger(ScriptedServer::Security::SelfSigned);
    Client wary(optionsFor(stranger));
    Watched second(start(wary, Kind::Get));
    QCOMPARE(second.endFault(), QByteArray());
    QCOMPARE(second.kind(), ErrorKind::Tls);
    QCOMPARE(second->response().attempts, 1);
    QCOMPARE(stranger.requests().size(), 0);
}

void TestFaultsCalls::waitsAsLongAsTold_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<int>("seconds"); // at least; -1 when the call ends instead
    QTest::newRow("429") << 429 << QByteArray() << 0;
    QTest::newRow("429, seconds") << 429 << "7"_ba << 7;
    QTest::newRow("503, seconds") << 503 << "7"_ba << 7;
    QTest::newRow("429, too many") << 429 << "121"_ba << -1;
}

void TestFaultsCalls::waitsAsLongAsTold()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, retryAfter);
    QFETCH(const int, seconds);
    ScriptedServer server;
    Step step = Step::error(status, "X", "no");
    if (!retryAfter.isEmpty())
        step = step.with("Retry-After", retryAfter);
    server.setHandler([step](const Request &) { return step; });
    Client client(optionsFor(server));
    Watched call(start(client, Kind::Get));
    std::chrono::milliseconds delay(-1000);
    connect(call.operator->(), &ReplyBase::retrying, this, [&](int, std::chrono::milliseconds wait) {
        delay = wait;
        call->abort(); // the delay is known; nobody needs to wait for it
    });
    QCOMPARE(call.endFault(), QByteArray());
    QCOMPARE(call.kind(), seconds < 0 ? ErrorKind::RateLimited : ErrorKind::Cancelled);
    QVERIFY(delay >= std::chrono::seconds(seconds));
    QVERIFY(delay < std::chrono::seconds(seconds + 1));
    QCOMPARE(server.requests().size(), 1);
}

void TestFaultsCalls::redirects_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("toItself");
    for (const auto &[kind, name] : kinds) {
        for (const int status : { 301, 302, 303, 307, 308 }) {
            QTest::addRow("%s: %d to another origin", name, status) << kind << status << false;
            QTest::addRow("%s: %d to itself", name, status) << kind << status << true;
        }
    }
}

void TestFaultsCalls::redirects()
{
    QFETCH(const Kind, kind);
    QFETCH(const int, status);
    QFETCH(const bool, toItself);
    ScriptedServer other;
    ScriptedServer server;
    server.setHandler([&](const Request &request) {
        const QString origin = toItself ? server.url() : other.url();
        return Step::redirect(QUrl(origin + QString::fromLatin1(request.target)), status);
    });
    Client client(optionsFor(server));
    Watched call(start(client, kind));
    QCOMPARE(call.endFault(), QByteArray());
    QCOMPARE(call.kind(), status == 303 ? ErrorKind::None : ErrorKind::Client); // a 303 has the result in its body
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(other.connections(), 0);
}

namespace {

/// Never answers.
class Undecided : public CredentialProvider
{
public:
    int asked = 0;
    void provide(Answer) override { ++asked; }
};

enum class Moment {
    AtOnce,
    Credentials,
    Queue,
    Handshake,
    Sent,
    Head,
    Body,
    Retry,
    Decode,
    Finished,
};

/// Keeps the threads that decode long bodies busy while it lives.
class BusyThreads
{
public:
    explicit BusyThreads(bool isWanted)
    {
        const int count = isWanted ? QThreadPool::globalInstance()->maxThreadCount() : 0;
        for (; m_count < count; ++m_count)
            QThreadPool::globalInstance()->start([this] { m_gate.acquire(); });
    }
    ~BusyThreads()
    {
        m_gate.release(m_count);
        QThreadPool::globalInstance()->waitForDone();
    }
    Q_DISABLE_COPY_MOVE(BusyThreads)

private:
    QSemaphore m_gate;
    int m_count = 0;
};

/// Sets \a server up so that a call comes to rest at \a moment.
void prepare(Moment moment, ScriptedServer *server, ClientOptions *options, const std::shared_ptr<Undecided> &provider)
{
    const Step good = Step::json(goodBody);
    options->timeout = 10s;
    if (moment == Moment::Credentials)
        options->credentials = provider;
    else if (moment == Moment::Handshake)
        options->rootUrl = u"https://127.0.0.1:"_s + QString::number(server->port());
    else if (moment == Moment::Queue || moment == Moment::Sent)
        server->setHandler([](const Request &) { return Step::silence(Step::Fault::Stall); });
    else if (moment == Moment::Head)
        server->setHandler([good](const Request &) { return silent(good.cut(0)); });
    else if (moment == Moment::Body)
        server->setHandler([good](const Request &) { return silent(good.cut(10)); });
    else if (moment == Moment::Decode)
        server->setHandler([](const Request &) { return Step::json('[' + QByteArray(3'000'000, ' ') + ']'); });
    else
        server->setHandler([good](const Request &) { return good; });
    if (moment == Moment::Retry) {
        server->setHandler([](const Request &) { return Step::error(500, "X", "no"); });
        options->retry.base = options->retry.cap = 10s;
    }
}

} // namespace

void TestFaultsCalls::cancelAtEveryStep_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Moment>("moment");
    const std::pair<Moment, const char *> moments[]
        = { { Moment::AtOnce, "in the same turn" }, { Moment::Credentials, "while credentials are asked for" },
              { Moment::Queue, "while it waits for a connection" }, { Moment::Handshake, "in the handshake" },
              { Moment::Sent, "when it was sent" }, { Moment::Head, "after the headers" },
              { Moment::Body, "in the body" }, { Moment::Retry, "between attempts" },
              { Moment::Decode, "while it is decoded" }, { Moment::Finished, "in finished()" } };
    for (const auto &[kind, name] : kinds) {
        for (const auto &[moment, when] : moments) {
            // What must not be sent twice has no second attempt, and what has no result is not decoded.
            if ((moment == Moment::Retry && isOnce(kind)) || (moment == Moment::Decode && !hasResult(kind)))
                continue;
            QTest::addRow("%s %s", name, when) << kind << moment;
        }
    }
}

void TestFaultsCalls::cancelAtEveryStep()
{
    QFETCH(const Kind, kind);
    QFETCH(const Moment, moment);
    ScriptedServer server;
    ClientOptions options = optionsFor(server);
    const auto provider = std::make_shared<Undecided>();
    prepare(moment, &server, &options, provider);
    Client client(options);
    constexpr int connections = 24; // of a client, to one server
    if (moment == Moment::Queue) {
        for (int i = 0; i < connections; ++i)
            client.call<void>(thingCall());
        QTRY_COMPARE(server.requests().size(), connections);
    }
    const BusyThreads busy(moment == Moment::Decode);
    Watched call(start(client, kind));
    QSignalSpy progress(call.operator->(), &ReplyBase::progress);
    QSignalSpy retrying(call.operator->(), &ReplyBase::retrying);
    if (moment == Moment::Credentials)
        QTRY_COMPARE(provider->asked, 1);
    else if (moment == Moment::Handshake)
        QTRY_COMPARE(server.connections(), 1);
    else if (moment == Moment::Sent)
        QTRY_COMPARE(server.requests().size(), 1);
    else if (moment == Moment::Head || moment == Moment::Queue)
        QTest::qWait(20);
    else if (moment == Moment::Body)
        QVERIFY(progress.wait());
    else if (moment == Moment::Retry)
        QVERIFY(retrying.wait());
    else if (moment == Moment::Decode)
        QTRY_VERIFY(!progress.isEmpty() && progress.constLast().at(0) == progress.constLast().at(1));
    if (moment == Moment::Decode)
        QTest::qWait(20);
    QVERIFY(!call->isFinished());
    if (moment == Moment::Finished)
        connect(call.operator->(), &ReplyBase::finished, this, [&call] { call->abort(); });
    else
        call->abort();
    QCOMPARE(call.endFault(), QByteArray());
    QCOMPARE(call.kind(), moment == Moment::Finished ? ErrorKind::None : ErrorKind::Cancelled);
    if (moment == Moment::Queue)
        QCOMPARE(server.requests().size(), connections); // it was never sent
}

QTEST_GUILESS_MAIN(TestFaultsCalls)
#include "test_faults_calls.moc"
