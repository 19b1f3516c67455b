// SPDX-License-Identifier: MPL-2.0
// What stands in the demo deployment: its groups and their pages, its artifacts and their storage, large logs.
#include "demofixture.h"

#include "demo/data/logtext.h"
#include "demo/demodeployment.h"

#include <tc/hawk.h>

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tc::test;
using demo::DemoDeployment;

namespace {

constexpr qint64 kBigLog = 200LL * 1024 * 1024;

// Bytes of this process in memory.
qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

QByteArray api(const QByteArray &path)
{
    return "/api/queue/v1/" + path;
}

} // namespace

class TestDemoServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void startsByItself();
    void groupsAreWholeAndOnce_data();
    void groupsAreWholeAndOnce();
    void largePagesAreQuick();
    void tasksAreTheSameEverywhere();
    void namesAreSlugids();
    void groupsMove();
    void everyArtifactCanBeReached();
    void artifactsInPages();
    void redirectsLeadToContent();
    void privateStorageNeedsASignature();
    void objectsMatchTheirHashes();
    void indexLeadsToPrivateArtifacts();
    void bigLog();
    void bigLogNeedsNoMemory();
    void ranges_data();
    void ranges();
    void gzipWhenAsked();
    void notModified();

private:
    WireReply get(const QByteArray &target, const demo::HttpHeaders &headers = {}) const;
    QByteArray bigLogPath() const;
    QByteArray artifactPath(const QByteArray &name, const char *kind = "artifacts") const;

    std::unique_ptr<DemoDeployment> m_demo;
    quint16 m_port = 0;
};

void TestDemoServer::initTestCase()
{
    demo::DemoOptions options;
    options.simulate = false;
    m_demo = std::make_unique<DemoDeployment>(options);
    const QUrl root(m_demo->startAndWait());
    QCOMPARE(root.host(), u"127.0.0.1"_s);
    m_port = static_cast<quint16>(root.port());
}

WireReply TestDemoServer::get(const QByteArray &target, const demo::HttpHeaders &headers) const
{
    return fetch(m_port, "GET", target, headers);
}

QByteArray TestDemoServer::artifactPath(const QByteArray &name, const char *kind) const
{
    return api("task/" + DemoDeployment::everyArtifactTask().toLatin1() + '/' + kind + '/' + name.toPercentEncoding());
}

QByteArray TestDemoServer::bigLogPath() const
{
    const QByteArray path
        = api("task/" + DemoDeployment::bigLogTask().toLatin1() + "/artifacts/public%2Flogs%2Flive.log");
    const QUrl url(QString::fromLatin1(get(path).headers.value("location")));
    return url.path(QUrl::FullyEncoded).toLatin1();
}

void TestDemoServer::startsByItself()
{
    DemoDeployment demo;
    QSignalSpy started(&demo, &DemoDeployment::started);
    demo.start();
    QVERIFY(started.isEmpty());
    QVERIFY(started.wait());
    QCOMPARE(started.size(), 1);
    const auto port = static_cast<quint16>(QUrl(demo.rootUrl()).port());
    QCOMPARE(fetch(port, "GET", api("ping")).status, 200);

    demo::DemoOptions taken;
    taken.port = port;
    DemoDeployment second(taken);
    QSignalSpy failed(&second, &DemoDeployment::failed);
    second.start();
    QVERIFY(failed.wait());
    QVERIFY(!failed.first().first().toString().isEmpty());
}

void TestDemoServer::groupsAreWholeAndOnce_data()
{
    QTest::addColumn<QString>("groupId");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("limit");
    QTest::newRow("5") << DemoDeployment::groupOf5() << 5 << 2;
    QTest::newRow("300") << DemoDeployment::groupOf300() << 300 << 77;
    QTest::newRow("12000") << DemoDeployment::groupOf12000() << 12'000 << 1000;
}

void TestDemoServer::groupsAreWholeAndOnce()
{
    QFETCH(QString, groupId);
    QFETCH(int, size);
    QFETCH(int, limit);
    WireClient client(m_port);
    QSet<QString> seen;
    QSet<QString> states;
    int pages = 0;
    QByteArray token;
    do {
        const QByteArray query
            = "?limit=" + QByteArray::number(limit) + (token.isEmpty() ? QByteArray() : "&continuationToken=" + token);
        client.write(requestBytes("GET", api("task-group/" + groupId.toLatin1() + "/list" + query), m_port));
        const QJsonObject page = client.read().json();
        for (const QJsonValue &row : page["tasks"_L1].toArray()) {
            seen.insert(row["status"_L1]["taskId"_L1].toString());
            states.insert(row["status"_L1]["state"_L1].toString());
            QCOMPARE(row["task"_L1]["taskGroupId"_L1].toString(), groupId);
        }
        token = page["continuationToken"_L1].toString().toLatin1();
        ++pages;
    } while (!token.isEmpty());
    QCOMPARE(seen.size(), size);
    QCOMPARE(pages, (size + limit - 1) / limit);
    if (size >= 300)
        QCOMPARE(states.size(), 6);
}

void TestDemoServer::largePagesAreQuick()
{
    const QByteArray path = api("task-group/" + DemoDeployment::groupOf12000().toLatin1() + "/list");
    WireClient client(m_port);
    qint64 best = 1'000'000;
    for (int round = 0; round < 5; ++round) {
        QElapsedTimer timer;
        timer.start();
        client.write(requestBytes("GET", path, m_port));
        const WireReply reply = client.read();
        best = std::min(best, timer.elapsed());
        QVERIFY(reply.body.size() > 3'000'000);
    }
    // Made once and kept: 4 to 8 ms as measured; more than five times that says that it is not kept.
    QVERIFY2(best < 50, qPrintable(QString::number(best)));
}

void TestDemoServer::tasksAreTheSameEverywhere()
{
    // Another demo, later, has the same ids and definitions, save for the times.
    demo::DemoOptions options;
    options.simulate = false;
    DemoFixture other(options);
    const QByteArray list = api("task-group/" + DemoDeployment::groupOf5().toLatin1() + "/list");
    const QJsonArray mine = get(list).json()["tasks"_L1].toArray();
    const QJsonArray theirs = fetch(other.port(), "GET", list).json()["tasks"_L1].toArray();
    QCOMPARE(mine.size(), theirs.size());
    for (qsizetype at = 0; at < mine.size(); ++at) {
        QCOMPARE(mine[at]["status"_L1]["taskId"_L1], theirs[at]["status"_L1]["taskId"_L1]);
        QCOMPARE(mine[at]["status"_L1]["state"_L1], theirs[at]["status"_L1]["state"_L1]);
        QCOMPARE(mine[at]["task"_L1]["metadata"_L1], theirs[at]["task"_L1]["metadata"_L1]);
        const QByteArray id = mine[at]["status"_L1]["taskId"_L1].toString().toLatin1();
        QCOMPARE(QJsonValue(get(api("task/" + id)).json()), mine[at]["task"_L1]);
        QCOMPARE(get(api("task/" + id + "/status")).json()["status"_L1], mine[at]["status"_L1]);
    }
}

void TestDemoServer::namesAreSlugids()
{
    static const QRegularExpression slug(
        u"^[A-Za-z0-9_][A-Za-z0-9_-]{7}[Q-T][A-Za-z0-9_-][CGKOSWaeimquy26-][A-Za-z0-9_-]{10}[AQgw]$"_s);
    for (const QString &id : { DemoDeployment::groupOf5(), DemoDeployment::groupOf300(), DemoDeployment::groupOf12000(),
             DemoDeployment::bigLogTask(), DemoDeployment::oddNameTask() })
        QVERIFY2(slug.match(id).hasMatch(), qPrintable(id));
}

void TestDemoServer::groupsMove()
{
    demo::DemoOptions options;
    options.simulate = false; // the test makes the steps
    auto now = std::make_shared<qint64>(1'795'000'000'000);
    options.clock = [now] { return *now; };
    DemoFixture moving(options);
    const QByteArray list = api("task-group/" + DemoDeployment::groupOf300().toLatin1() + "/list");
    const QByteArray before = fetch(moving.port(), "GET", list).body;
    QCOMPARE(fetch(moving.port(), "GET", list).body, before);
    moving.with([now](demo::DemoServer &server) {
        demo::Simulation simulation(server.context().state, 1);
        for (int step = 0; step < 20; ++step) {
            *now += 1000;
            simulation.step(*now);
        }
    });
    const WireReply after = fetch(moving.port(), "GET", list);
    QVERIFY(after.body != before);
    for (const QJsonValue &row : after.json()["tasks"_L1].toArray()) {
        const QJsonArray runs = row["status"_L1]["runs"_L1].toArray();
        const QString state = row["status"_L1]["state"_L1].toString();
        QCOMPARE(runs.isEmpty() ? u"unscheduled"_s : runs.last()["state"_L1].toString(), state);
    }
}

void TestDemoServer::everyArtifactCanBeReached()
{
    const QByteArray list = artifactPath({}, "artifacts").chopped(1);
    const QJsonArray artifacts = get(list).json()["artifacts"_L1].toArray();
    QVERIFY(artifacts.size() > 30);
    QSet<QString> types;
    for (const QJsonValue &artifact : artifacts) {
        const QByteArray name = artifact["name"_L1].toString().toUtf8();
        const QString type = artifact["storageType"_L1].toString();
        types.insert(type);
        const bool isPublic = name.startsWith("public/");
        QCOMPARE(get(artifactPath(name, "artifact-info")).status, 200);
        const WireReply reply = get(artifactPath(name));
        const bool broken = name == "public/dangling-link.txt";
        const int wanted = !isPublic || name == "public/link-to-private.txt" ? 403
            : broken                                                         ? 404
            : name == "public/expired.txt"                                   ? 410
            : type == u"error"                                               ? 424
                                                                             : 303;
        QVERIFY2(reply.status == wanted, QByteArray(name + " " + QByteArray::number(reply.status)).constData());
    }
    QCOMPARE(types, QSet<QString>({ u"s3"_s, u"object"_s, u"link"_s, u"reference"_s, u"error"_s }));
}

void TestDemoServer::artifactsInPages()
{
    const QByteArray list = api("task/" + DemoDeployment::manyArtifactsTask().toLatin1() + "/artifacts");
    QSet<QString> names;
    QByteArray token;
    int pages = 0;
    do {
        const QByteArray query = token.isEmpty() ? QByteArray() : "?continuationToken=" + token.toPercentEncoding();
        const QJsonObject page = get(list + query).json();
        for (const QJsonValue &artifact : page["artifacts"_L1].toArray())
            names.insert(artifact["name"_L1].toString());
        token = page["continuationToken"_L1].toString().toLatin1();
        ++pages;
    } while (!token.isEmpty() && pages < 10);
    QCOMPARE(pages, 2);
    QVERIFY(names.size() >= 1500);
}

void TestDemoServer::redirectsLeadToContent()
{
    // Names that are hard to encode lead to the bytes that stand under them.
    const QByteArrayList names = { "public/a b/x?#&+=,;@(1).txt", "public/percent%20name.txt", "public/100%.txt",
        "public/it's (a) *test*! ~ $&=+.txt", "public/quote\"back\\slash.txt", "public/deep/er/still/deeper/file.txt" };
    for (const QByteArray &name : names) {
        const WireReply redirect = get(artifactPath(name));
        QCOMPARE(redirect.status, 303);
        const QByteArray location = redirect.headers.value("location");
        const WireReply content = get(location.mid(location.indexOf('/', 8)));
        QCOMPARE(content.status, 200);
        QCOMPARE(content.body, "The artifact named " + name + '\n');
    }
    const QByteArray page = get(artifactPath("public/report.html")).headers.value("location");
    QCOMPARE(get(page.mid(page.indexOf('/', 8))).status, 200);
    QVERIFY(get(artifactPath("public/elsewhere.html")).headers.value("location").startsWith("https://untrusted."));
}

void TestDemoServer::privateStorageNeedsASignature()
{
    const QByteArray task = DemoDeployment::everyArtifactTask().toLatin1();
    QCOMPARE(get("/private-bucket/" + task + "/0/private/notes.txt").status, 403);
    QCOMPARE(get("/public-bucket/" + task + "/0/private/notes.txt").status, 404);
    QCOMPARE(get("/object-bucket/t/" + task + "/0/public/object-small.json").status, 403);
    const QByteArray url = get(artifactPath("public/object-small.json")).headers.value("location");
    const QByteArray target = url.mid(url.indexOf('/', 8));
    QCOMPARE(get(target).status, 200);
    QByteArray forged = target;
    forged.replace("Expires=", "Expires=1");
    QCOMPARE(get(forged).status, 403);
    QCOMPARE(get("/public-bucket/" + task + "/0/public/never-uploaded.txt").status, 404);
}

// The whole way of a client: credentials from the queue, a URL from the object service, bytes that match the hashes.
void TestDemoServer::objectsMatchTheirHashes()
{
    for (const QByteArray &name : { QByteArray("public/object-large.txt"), QByteArray("public/object-gzip.txt") }) {
        const QJsonObject content = get(artifactPath(name, "artifact-content")).json();
        QCOMPARE(content["storageType"_L1].toString(), u"object"_s);
        const QJsonObject given = content["credentials"_L1].toObject();
        const tc::Credentials credentials = { given["clientId"_L1].toString(), given["accessToken"_L1].toString(),
            given["certificate"_L1].toString() };
        const QByteArray object = content["name"_L1].toString().toUtf8().toPercentEncoding();
        const auto download = [&](const QByteArray &named) {
            const QByteArray target = "/api/object/v1/start-download/" + named;
            const auto made = tc::hawk::authorizationHeader(credentials, { "PUT", target, "127.0.0.1", m_port });
            return fetch(m_port, "PUT", target, { { "Authorization", made.value.value_or(QByteArray()) } },
                "{\"acceptDownloadMethods\": {\"getUrl\": true}}");
        };
        const WireReply started = download(object);
        QCOMPARE(started.status, 200);
        const QByteArray url = started.json()["url"_L1].toString().toLatin1();
        const WireReply stored = get(url.mid(url.indexOf('/', 8)));
        QCOMPARE(stored.status, 200);
        QVERIFY(stored.body.size() > 100'000);
        const QJsonObject hashes = started.json()["hashes"_L1].toObject();
        const auto hex = [&stored](QCryptographicHash::Algorithm algorithm) {
            return QString::fromLatin1(QCryptographicHash::hash(stored.body, algorithm).toHex());
        };
        QCOMPARE(hashes["sha256"_L1].toString(), hex(QCryptographicHash::Sha256));
        QCOMPARE(hashes["sha512"_L1].toString(), hex(QCryptographicHash::Sha512));
        // These credentials are for this object alone.
        QCOMPARE(download("t%2Fsomething%2F0%2Felse").status, 403);
    }
}

// The index vouches for a caller with a signature of its own, which the queue has to take.
void TestDemoServer::indexLeadsToPrivateArtifacts()
{
    const demo::DemoCredentials admin = DemoDeployment::admin();
    const QByteArray target
        = "/api/index/v1/task/gecko.v2.autoland.latest.taskgraph.decision/artifacts/private%2Fnotes.txt";
    const auto made = tc::hawk::authorizationHeader(
        { admin.clientId, admin.accessToken, {} }, { "GET", target, "127.0.0.1", m_port });
    QByteArray url = get(target, { { "Authorization", made.value.value_or(QByteArray()) } }).headers.value("location");
    QVERIFY(url.contains("?bewit="));
    const WireReply redirect = get(url.mid(url.indexOf('/', 8)));
    QCOMPARE(redirect.status, 303);
    url = redirect.headers.value("location");
    QCOMPARE(get(url.mid(url.indexOf('/', 8))).body, QByteArray("For holders of queue:get-artifact:private/* only.\n"));
}

void TestDemoServer::bigLog()
{
    const QByteArray path = bigLogPath();
    WireClient client(m_port);
    client.write(requestBytes("HEAD", path, m_port));
    const WireReply head = client.read(true);
    QCOMPARE(head.headers.value("content-length").toLongLong(), kBigLog);
    QCOMPARE(head.headers.value("content-type"), QByteArray("text/plain; charset=utf-8"));
    client.write(requestBytes("GET", path, m_port, { { "Range", "bytes=0-1999" } }));
    const QByteArray first = client.read().body;
    QVERIFY(first.startsWith("[taskcluster "));
    client.write(requestBytes("GET", path, m_port, { { "Range", "bytes=-2000" } }));
    const QByteArray last = client.read().body;
    QVERIFY(last.contains("TEST-UNEXPECTED-FAIL"));
    QVERIFY(last.trimmed().endsWith("seconds"));
    // Blocks join to whole lines.
    const qint64 edge = 100 * demo::LogText::kBlock;
    client.write(requestBytes("GET", path, m_port,
        { { "Range", "bytes=" + QByteArray::number(edge - 1) + '-' + QByteArray::number(edge + 10) } }));
    QVERIFY(client.read().body.startsWith("\n[task 20"));
}

void TestDemoServer::bigLogNeedsNoMemory()
{
    const QByteArray path = bigLogPath();
    WireClient client(m_port);
    client.socket().setReadBufferSize(1024 * 1024);
    client.write(requestBytes("GET", path, m_port));
    const qint64 before = residentBytes();
    // A reader that does nothing for a while: the server must not make the log ahead of it.
    QTest::qWait(300);
    qint64 length = 0;
    qint64 most = 0;
    QByteArray head;
    while (length < kBigLog) {
        if (client.socket().bytesAvailable() == 0 && !client.socket().waitForReadyRead(10'000))
            break;
        QByteArray piece = client.socket().readAll();
        if (head.indexOf("\r\n\r\n") < 0) {
            head += piece;
            const auto end = head.indexOf("\r\n\r\n");
            piece = end < 0 ? QByteArray() : head.mid(end + 4);
        }
        length += piece.size();
        most = std::max(most, residentBytes() - before);
    }
    QCOMPARE(length, kBigLog);
#if defined(__SANITIZE_ADDRESS__)
    qInfo("Memory is not compared: the address sanitizer keeps freed memory back.");
#else
    QVERIFY2(most < 24 * 1024 * 1024, qPrintable(QString::number(most)));
#endif
    qInfo("%lld KiB more in memory at most", static_cast<long long>(most / 1024));
}

void TestDemoServer::ranges_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contentRange");
    const QByteArray all = "5242880";
    QTest::newRow("first") << QByteArray("bytes=0-9") << 206 << "bytes 0-9/" + all;
    QTest::newRow("last") << QByteArray("bytes=-10") << 206 << "bytes 5242870-5242879/" + all;
    QTest::newRow("open") << QByteArray("bytes=5242870-") << 206 << "bytes 5242870-5242879/" + all;
    QTest::newRow("beyond the end") << QByteArray("bytes=5242870-9999999") << 206 << "bytes 5242870-5242879/" + all;
    QTest::newRow("outside") << QByteArray("bytes=5242880-") << 416 << "bytes */" + all;
    QTest::newRow("nonsense") << QByteArray("bytes=x-y") << 200 << QByteArray();
    QTest::newRow("backwards") << QByteArray("bytes=9-3") << 200 << QByteArray();
    QTest::newRow("several") << QByteArray("bytes=0-1,3-4") << 200 << QByteArray();
}

void TestDemoServer::ranges()
{
    QFETCH(QByteArray, range);
    const QByteArray path
        = "/public-bucket/" + DemoDeployment::everyArtifactTask().toLatin1() + "/0/public/data/big.bin";
    const WireReply reply = get(path, { { "Range", range } });
    QTEST(reply.status, "status");
    QTEST(reply.headers.value("content-range"), "contentRange");
    if (reply.status == 206)
        QCOMPARE(
            reply.body, get(path).body.mid(range.contains("0-9") && range.startsWith("bytes=0") ? 0 : 5'242'870, 10));
    // If-Range with another version gives all of it.
    if (reply.status == 206)
        QCOMPARE(get(path, { { "Range", range }, { "If-Range", "\"other\"" } }).status, 200);
}

void TestDemoServer::gzipWhenAsked()
{
    const QByteArray path = api("task-group/" + DemoDeployment::groupOf300().toLatin1() + "/list");
    const WireReply plain = get(path);
    const WireReply packed = get(path, { { "Accept-Encoding", "br, gzip" } });
    QVERIFY(!plain.headers.has("content-encoding"));
    QCOMPARE(packed.headers.value("content-encoding"), QByteArray("gzip"));
    QCOMPARE(packed.body, plain.body);
    QVERIFY(!get(api("ping"), { { "Accept-Encoding", "gzip" } }).headers.has("content-encoding"));
}

void TestDemoServer::notModified()
{
    const QByteArray path = api("task-group/" + DemoDeployment::groupOf300().toLatin1() + "/list");
    const QByteArray etag = get(path).headers.value("etag");
    QCOMPARE(get(path, { { "If-None-Match", etag } }).status, 304);
    QCOMPARE(get(path, { { "If-None-Match", "W/\"other\"" } }).status, 200);
}

QTEST_GUILESS_MAIN(TestDemoServer)
#include "test_demo_server.moc"
