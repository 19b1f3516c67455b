// SPDX-License-Identifier: MPL-2.0
// A worker's life against the demo deployment: tasks are created and claimed, artifacts of every kind and objects
// uploaded with the library, listed, and downloaded again byte for byte.
#include "demofixture.h"
#include "scriptedserver.h"

#include "demo/demodeployment.h"
#include "demo/services/services.h"

#include <tc/artifactupload.h>
#include <tc/download.h>
#include <tc/methods.h>
#include <tc/slugid.h>
#include <tc/wait.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tc;
using namespace tc::test;

namespace {

constexpr qint64 megabyte = 1024 * 1024;

qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

QByteArray content(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint64 state = 7;
    for (char &byte : bytes) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        byte = static_cast<char>(state >> 56);
    }
    return bytes;
}

QString fromNow(int seconds)
{
    return QDateTime::currentDateTimeUtc().addSecs(seconds).toString(Qt::ISODateWithMs);
}

/// Gives so many bytes without having them.
class Zeros : public QIODevice
{
public:
    explicit Zeros(qint64 size) : m_left(size) { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 count = std::min(maxSize, m_left);
        std::fill_n(data, count, '\0');
        m_left -= count;
        return count > 0 ? count : -1;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 m_left;
};

} // namespace

class TestDemoUploads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void roundTrip_data();
    void roundTrip();
    void kindsWithoutContent();
    void listing();
    void objectsKeepTheirHashes();
    void hashesMustAgree();
    void uploadGoesOnUnderItsId();
    void scopesAreChecked();
    void claims();
    void dependentsFollow();
    void storageRefusals_data();
    void storageRefusals();
    void expiredAddress();
    void roomIsLimited();
    void roomComesBack();

private:
    using Arguments = QStringList;
    Result<Json> call(Client *client, const char *service, const char *method, const Arguments &arguments,
        const QJsonObject &body = {});
    QString createTask(const QStringList &dependencies = {});
    QJsonObject claim(const QString &taskId);
    std::unique_ptr<Client> clientFor(const Credentials &credentials) const;
    std::unique_ptr<Client> workerOf(const QString &taskId);
    Error create(Client *worker, const QString &taskId, const QString &name, const ArtifactContent &content);
    QByteArray download(const ArtifactRef &artifact, Error *error = nullptr);
    NewObject object(const QString &name) const;

    std::unique_ptr<DemoFixture> m_demo;
    std::unique_ptr<Client> m_admin;
};

void TestDemoUploads::init()
{
    m_demo = std::make_unique<DemoFixture>(demo::DemoOptions { .simulate = false });
    const demo::DemoCredentials admin = demo::DemoDeployment::admin();
    m_admin = clientFor({ admin.clientId, admin.accessToken, {} });
}

void TestDemoUploads::cleanup()
{
    m_admin.reset();
    m_demo.reset();
}

std::unique_ptr<Client> TestDemoUploads::clientFor(const Credentials &credentials) const
{
    return std::make_unique<Client>(u"http://127.0.0.1:%1"_s.arg(m_demo->port()), credentials);
}

Result<Json> TestDemoUploads::call(
    Client *client, const char *service, const char *method, const Arguments &arguments, const QJsonObject &body)
{
    Call call;
    call.method = findMethod(service, method);
    call.arguments = arguments;
    if (call.method->hasInput)
        call.body = QJsonDocument(body).toJson();
    return wait(client->call<Json>(std::move(call)));
}

QString TestDemoUploads::createTask(const QStringList &dependencies)
{
    const QString taskId = slugId();
    const QJsonObject metadata { { u"name"_s, u"uploads"_s }, { u"description"_s, u"a test's"_s },
        { u"owner"_s, u"test@example.com"_s }, { u"source"_s, u"https://example.com/"_s } };
    const auto made = call(m_admin.get(), "queue", "createTask", { taskId },
        { { u"taskQueueId"_s, u"demo-prov/uploads"_s }, { u"created"_s, fromNow(0) }, { u"deadline"_s, fromNow(3600) },
            { u"expires"_s, fromNow(7200) }, { u"payload"_s, QJsonObject() }, { u"metadata"_s, metadata },
            { u"dependencies"_s, QJsonArray::fromStringList(dependencies) } });
    return made ? taskId : QString();
}

QJsonObject TestDemoUploads::claim(const QString &taskId)
{
    const auto claimed = call(m_admin.get(), "queue", "claimTask", { taskId, u"0"_s },
        { { u"workerGroup"_s, u"here"_s }, { u"workerId"_s, u"me"_s } });
    return claimed ? claimed->toObject() : QJsonObject();
}

std::unique_ptr<Client> TestDemoUploads::workerOf(const QString &taskId)
{
    const QJsonObject given = claim(taskId).value("credentials"_L1).toObject();
    return clientFor({ given.value("clientId"_L1).toString(), given.value("accessToken"_L1).toString(),
        given.value("certificate"_L1).toString() });
}

Error TestDemoUploads::create(
    Client *worker, const QString &taskId, const QString &name, const ArtifactContent &content)
{
    ArtifactUpload upload(worker, { taskId, 0, name, {} }, content);
    return wait(&upload).error;
}

QByteArray TestDemoUploads::download(const ArtifactRef &artifact, Error *error)
{
    auto *download = new Download(m_admin.get(), artifact, DownloadTarget::Buffer());
    download->setOptions({ .askHost = [](const QUrl &, const std::function<void(bool)> &answer) { answer(true); } });
    auto result = wait(download);
    if (error)
        *error = result.error;
    return result ? result.value->data : QByteArray();
}

NewObject TestDemoUploads::object(const QString &name) const
{
    return { name, u"demo-project"_s, u"text/plain"_s, QDateTime::currentDateTimeUtc().addDays(1), {} };
}

void TestDemoUploads::roundTrip_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("size");
    for (const char *kind : { "object", "s3" }) {
        for (const int size : { 0, 1, 8192, 8193, 65'537, 3'000'000 })
            QTest::addRow("%s of %d", kind, size) << QString::fromLatin1(kind) << size;
    }
}

void TestDemoUploads::roundTrip()
{
    QFETCH(QString, kind);
    QFETCH(int, size);
    const QString taskId = createTask();
    const auto worker = workerOf(taskId);
    const QByteArray bytes = content(size);
    for (const QString &name : { u"public/a b%.bin"_s, u"private/it's $x.bin"_s }) {
        const ArtifactContent what
            = kind == "object"_L1 ? ArtifactContent(ObjectContent { bytes }) : ArtifactContent(S3Content { bytes });
        const Error failure = create(worker.get(), taskId, name, what);
        QVERIFY2(!failure, qPrintable(failure.message));
        Error error;
        QVERIFY(download({ taskId, 0, name }, &error) == bytes);
        QVERIFY2(!error, qPrintable(error.message));
    }
}

void TestDemoUploads::kindsWithoutContent()
{
    const QString taskId = createTask();
    const auto worker = workerOf(taskId);
    QVERIFY(!create(worker.get(), taskId, u"public/real.txt"_s, S3Content { QByteArray("real"), u"text/plain"_s }));
    QVERIFY(!create(worker.get(), taskId, u"public/link.txt"_s, LinkContent { u"public/real.txt"_s, {} }));
    QCOMPARE(download({ taskId, {}, u"public/link.txt"_s }), "real"_ba);

    const QUrl page(u"http://127.0.0.1:%1/reference/report.html"_s.arg(m_demo->port()));
    QVERIFY(!create(worker.get(), taskId, u"public/page.html"_s, ReferenceContent { page, u"text/html"_s }));
    QVERIFY(download({ taskId, 0, u"public/page.html"_s }).contains("outside of the artifact storage"));

    QVERIFY(!create(worker.get(), taskId, u"public/gone.txt"_s,
        ErrorContent { u"file-missing-on-worker"_s, u"there was no file"_s }));
    Error error;
    download({ taskId, 0, u"public/gone.txt"_s }, &error);
    QCOMPARE(error.kind, ErrorKind::Artifact);
    QCOMPARE(error.code, u"file-missing-on-worker"_s);
    QCOMPARE(error.message, u"there was no file"_s);

    QVERIFY(!create(
        worker.get(), taskId, u"public/packed.txt"_s, S3Content { gzip("content"), u"text/plain"_s, u"gzip"_s }));
    QCOMPARE(download({ taskId, 0, u"public/packed.txt"_s }), "content"_ba);
}

void TestDemoUploads::listing()
{
    const QString taskId = createTask();
    const auto worker = workerOf(taskId);
    QVERIFY(!create(worker.get(), taskId, u"public/b"_s, S3Content { QByteArray("b"), u"text/b"_s }));
    QVERIFY(!create(worker.get(), taskId, u"public/a"_s, ObjectContent { QByteArray("a"), u"text/a"_s }));
    // One that was created but not uploaded is not there.
    QVERIFY(call(worker.get(), "queue", "createArtifact", { taskId, u"0"_s, u"public/never"_s },
        { { u"storageType"_s, u"object"_s }, { u"contentType"_s, u"x/y"_s }, { u"expires"_s, fromNow(60) } }));
    const auto listed = call(m_admin.get(), "queue", "listArtifacts", { taskId, u"0"_s });
    QVERIFY(listed);
    QStringList rows;
    const QJsonArray artifacts = listed->toObject().value("artifacts"_L1).toArray();
    for (const auto row : artifacts) {
        rows.append(row["name"_L1].toString() + u' ' + row["storageType"_L1].toString() + u' '
            + row["contentType"_L1].toString());
    }
    QCOMPARE(rows, (QStringList { u"public/a object text/a"_s, u"public/b s3 text/b"_s }));
    // They expire with the task, because nothing else was said.
    const auto status = call(m_admin.get(), "queue", "status", { taskId });
    QCOMPARE(artifacts.at(0)["expires"_L1], status->toObject().value("status"_L1).toObject().value("expires"_L1));
}

void TestDemoUploads::objectsKeepTheirHashes()
{
    for (const qsizetype size : { 100, 100'000 }) {
        const QByteArray bytes = content(size);
        const NewObject wanted = object(u"demo/object-%1"_s.arg(size));
        Upload upload(m_admin.get(), wanted, bytes);
        const auto result = wait(&upload);
        QVERIFY2(result, qPrintable(result.error.message));
        const auto known = call(m_admin.get(), "object", "object", { wanted.name });
        QVERIFY(known);
        const QJsonObject hashes = known->toObject().value("hashes"_L1).toObject();
        QCOMPARE(hashes.value("sha256"_L1).toString().toLatin1(), upload.sha256());
        QCOMPARE(hashes.value("sha512"_L1).toString().toLatin1(), upload.sha512());
        auto *download = new Download(m_admin.get(), ObjectRef { wanted.name }, DownloadTarget::Buffer());
        const auto loaded = wait(download);
        QVERIFY2(loaded, qPrintable(loaded.error.message));
        QVERIFY(loaded->data == bytes);
        QCOMPARE(loaded->contentType, "text/plain"_ba);
    }
}

void TestDemoUploads::hashesMustAgree()
{
    NewObject wanted = object(u"demo/disputed"_s);
    wanted.uploadId = slugId();
    const QJsonObject begun { { u"projectId"_s, wanted.projectId }, { u"uploadId"_s, wanted.uploadId },
        { u"expires"_s, wanted.expires.toString(Qt::ISODateWithMs) }, { u"proposedUploadMethods"_s, QJsonObject() },
        { u"hashes"_s, QJsonObject { { u"sha256"_s, QString(64, u'0') } } } };
    QVERIFY(call(m_admin.get(), "object", "createUpload", { wanted.name }, begun));
    Upload upload(m_admin.get(), wanted, content(10'000));
    const auto result = wait(&upload);
    QCOMPARE(result.error.kind, ErrorKind::Conflict);
    QCOMPARE(result.error.method, u"object.finishUpload"_s);
    QVERIFY(!call(m_admin.get(), "object", "object", { wanted.name })); // not finished
}

void TestDemoUploads::uploadGoesOnUnderItsId()
{
    NewObject wanted = object(u"demo/continued"_s);
    const QByteArray bytes = content(50'000);
    auto first = std::make_unique<Upload>(m_admin.get(), wanted, bytes);
    wanted = first->object();
    connect(first.get(), &Transfer::progress, first.get(), &Transfer::abort);
    QCOMPARE(wait(first.get()).error.kind, ErrorKind::Cancelled);
    Upload second(m_admin.get(), wanted, bytes);
    QVERIFY(wait(&second));
    Upload another(m_admin.get(), object(wanted.name), bytes);
    QCOMPARE(wait(&another).error.kind, ErrorKind::Conflict);
}

void TestDemoUploads::scopesAreChecked()
{
    const QString taskId = createTask();
    const auto worker = workerOf(taskId);
    const QString other = createTask();
    claim(other);
    const demo::DemoCredentials reader = demo::DemoDeployment::readOnly();
    const auto stranger = clientFor({ reader.clientId, reader.accessToken, {} });
    for (Client *client : { worker.get(), stranger.get() }) {
        const Error failure = create(client, other, u"public/x"_s, LinkContent { u"public/y"_s, {} });
        QCOMPARE(failure.kind, ErrorKind::Scope);
        QCOMPARE(failure.missingScopes, QStringList { u"queue:create-artifact:"_s + other + u"/0"_s });
    }
    Upload upload(stranger.get(), object(u"demo/no"_s), content(10));
    QCOMPARE(wait(&upload).error.missingScopes, QStringList { u"object:upload:demo-project:demo/no"_s });
    // What a claim gives is enough to resolve the task, and nothing more.
    QVERIFY(call(worker.get(), "queue", "reportCompleted", { taskId, u"0"_s }));
    QCOMPARE(call(worker.get(), "queue", "rerunTask", { taskId }).error.kind, ErrorKind::Scope);
    QCOMPARE(
        create(worker.get(), taskId, u"public/late"_s, LinkContent { u"public/y"_s, {} }).kind, ErrorKind::Conflict);
}

void TestDemoUploads::claims()
{
    const QString taskId = createTask();
    const QJsonObject first = claim(taskId);
    QCOMPARE(first.value("status"_L1).toObject().value("state"_L1).toString(), u"running"_s);
    QVERIFY(claim(taskId).isEmpty()); // taken
    const auto empty = call(m_admin.get(), "queue", "claimWork", { u"demo-prov/uploads"_s },
        { { u"workerGroup"_s, u"here"_s }, { u"workerId"_s, u"me"_s }, { u"tasks"_s, 4 } });
    QVERIFY(empty);
    QVERIFY(empty->toObject().value("tasks"_L1).toArray().isEmpty());
    const QString second = createTask();
    const auto one = call(m_admin.get(), "queue", "claimWork", { u"demo-prov/uploads"_s },
        { { u"workerGroup"_s, u"here"_s }, { u"workerId"_s, u"me"_s }, { u"tasks"_s, 4 } });
    const QJsonArray claimed = one->toObject().value("tasks"_L1).toArray();
    QCOMPARE(claimed.size(), 1);
    QCOMPARE(claimed.at(0)["status"_L1]["taskId"_L1].toString(), second);
    QVERIFY(call(m_admin.get(), "queue", "reclaimTask", { second, u"0"_s }));
    const auto again = call(
        m_admin.get(), "queue", "reportException", { second, u"0"_s }, { { u"reason"_s, u"worker-shutdown"_s } });
    const QJsonObject status = again->toObject().value("status"_L1).toObject();
    QCOMPARE(status.value("state"_L1).toString(), u"pending"_s);
    QCOMPARE(status.value("runs"_L1).toArray().size(), 2);
    QCOMPARE(status.value("retriesLeft"_L1).toInt(), 4);
}

void TestDemoUploads::dependentsFollow()
{
    const QString first = createTask();
    const QString second = createTask({ first });
    const auto stateOf = [this](const QString &taskId) {
        return call(m_admin.get(), "queue", "status", { taskId })
            ->toObject()
            .value("status"_L1)
            .toObject()
            .value("state"_L1)
            .toString();
    };
    QCOMPARE(stateOf(second), u"unscheduled"_s);
    const auto worker = workerOf(first);
    QVERIFY(call(worker.get(), "queue", "reportCompleted", { first, u"0"_s }));
    QCOMPARE(stateOf(first), u"completed"_s);
    QCOMPARE(stateOf(second), u"pending"_s);
    QVERIFY(call(m_admin.get(), "queue", "cancelTask", { second }));
    QCOMPARE(stateOf(second), u"exception"_s);
    QVERIFY(call(m_admin.get(), "queue", "rerunTask", { second }));
    QCOMPARE(stateOf(second), u"pending"_s);
}

void TestDemoUploads::storageRefusals_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("none") << u"none"_s << 200 << QByteArray();
    QTest::newRow("unsigned") << u"unsigned"_s << 403 << "SignatureDoesNotMatch"_ba;
    QTest::newRow("signed for reading") << u"get"_s << 403 << "SignatureDoesNotMatch"_ba;
    QTest::newRow("other type") << u"type"_s << 403 << "SignatureDoesNotMatch"_ba;
    QTest::newRow("other length") << u"length"_s << 403 << "SignatureDoesNotMatch"_ba;
    QTest::newRow("expired") << u"expired"_s << 403 << "AccessDenied"_ba;
    QTest::newRow("never announced") << u"unknown"_s << 404 << "NoSuchKey"_ba;
    QTest::newRow("chunked") << u"chunked"_s << 411 << "MissingContentLength"_ba;
}

void TestDemoUploads::storageRefusals()
{
    QFETCH(QString, fault);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    const QByteArray path = fault == "unknown"_L1 ? "/object-bucket/unknown" : "/object-bucket/known";
    QByteArray target;
    m_demo->with([&](demo::DemoServer &server) {
        demo::StoredObject known;
        known.name = u"known"_s;
        server.context().state.objects.insert(known.name, known);
        const QByteArray url = fault == "get"_L1
            ? demo::signedStorageUrl(server.context(), path, 60)
            : demo::signedPutUrl(server.context(), path, fault == "expired"_L1 ? -1 : 60,
                demo::PutHeaders { "text/plain", fault == "length"_L1 ? 4 : 5 });
        target = fault == "unsigned"_L1 ? path : url.mid(server.context().rootUrl.size());
    });
    demo::HttpHeaders headers { { "Content-Type", fault == "type"_L1 ? "text/html" : "text/plain" } };
    WireClient client(m_demo->port());
    if (fault == "chunked"_L1) {
        client.write(
            "PUT " + target + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
    } else {
        client.write(requestBytes("PUT", target, m_demo->port(), headers, "hello"));
    }
    const WireReply reply = client.read();
    QCOMPARE(reply.status, status);
    QVERIFY2(code.isEmpty() || reply.body.contains(QByteArray("<Code>" + code + "</Code>")), reply.body.constData());
    // The connection is as good as before.
    client.write(requestBytes("GET", "/api/queue/v1/ping", m_demo->port()));
    QCOMPARE(client.read().status, 200);
}

void TestDemoUploads::expiredAddress()
{
    qint64 ahead = 0;
    const auto clock = [&ahead] { return QDateTime::currentMSecsSinceEpoch() + ahead; };
    m_demo->with([&clock](demo::DemoServer &server) { server.setClock(clock); });
    Upload upload(m_admin.get(), object(u"demo/late"_s), content(5'000'000));
    // Three quarters of an hour pass while the first PUT has not begun.
    upload.setOptions({ RetryPolicy { .retries = 0 }, std::chrono::seconds(10) });
    m_demo->with([&](demo::DemoServer &server) {
        server.http().setBodySinks([&, first = true](const demo::HttpRequest &head) mutable {
            const bool isPut = head.method == "PUT" && head.path().startsWith("/object-bucket/");
            if (isPut && std::exchange(first, false))
                ahead = 46LL * 60 * 1000;
            return demo::storageSink(head, server.context());
        });
    });
    const auto result = wait(&upload);
    QVERIFY2(result, qPrintable(result.error.message));
    QVERIFY(ahead > 0);
    m_demo->with([](demo::DemoServer &server) { server.setClock({}); });
}

void TestDemoUploads::roomIsLimited()
{
    static constexpr qint64 size = 96 * megabyte;
    m_demo->with([](demo::DemoServer &server) { server.context().uploadRoom->disk = megabyte; });
    const NewObject wanted = object(u"demo/large"_s);
    Upload warm(m_admin.get(), object(u"demo/warm"_s), content(megabyte));
    QVERIFY(wait(&warm));
    const qint64 before = residentBytes();
    qint64 most = 0;
    Upload upload(m_admin.get(), wanted, UploadSource::Devices { size, [] { return std::make_unique<Zeros>(size); } });
    connect(&upload, &Transfer::progress, this, [&] { most = std::max(most, residentBytes() - before); });
    const auto result = wait(&upload);
    QVERIFY2(result, qPrintable(result.error.message));
    qInfo("%lld KiB more in memory at most", static_cast<long long>(most / 1024));
#if !defined(__SANITIZE_ADDRESS__)
    QVERIFY2(most < 32 * megabyte, qPrintable(QString::number(most)));
#endif
    // It was counted, not kept.
    auto *download = new Download(m_admin.get(), ObjectRef { wanted.name }, DownloadTarget::Buffer());
    QCOMPARE(wait(download).error.kind, ErrorKind::NotFound);
}

void TestDemoUploads::roomComesBack()
{
    qint64 room = 0;
    const auto readRoom = [&](demo::DemoServer &server) {
        room = server.context().uploadRoom->disk + server.context().uploadRoom->memory;
    };
    m_demo->with(readRoom);
    const qint64 before = room;
    for (const qsizetype size : { 20'000, 2'000'000 }) {
        Upload upload(m_admin.get(), object(u"demo/room-%1"_s.arg(size)), content(size));
        QVERIFY(wait(&upload));
    }
    m_demo->with(readRoom);
    QCOMPARE(room, before - 2'020'000);
    m_demo->with([&](demo::DemoServer &server) {
        server.context().state.objects.clear();
        readRoom(server);
    });
    QCOMPARE(room, before);
}

QTEST_GUILESS_MAIN(TestDemoUploads)
#include "test_demo_uploads.moc"
