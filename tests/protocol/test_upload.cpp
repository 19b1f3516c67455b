// SPDX-License-Identifier: MPL-2.0
// Objects from buffers, files and devices: what is sent, where, once, and with which hashes.
#include "uploadtest.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimer>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

namespace {

QString hexHash(const QByteArray &data, QCryptographicHash::Algorithm algorithm)
{
    return QString::fromLatin1(QCryptographicHash::hash(data, algorithm).toHex());
}

/// Gives its bytes a few at a time, now and then, as a pipe does.
class Trickle : public QIODevice
{
public:
    explicit Trickle(QByteArray bytes, qsizetype step) : m_bytes(std::move(bytes)), m_step(step)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_ready = std::min(m_ready + m_step, m_bytes.size());
            Q_EMIT readyRead();
        });
        m_timer.start(1);
    }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_ready - m_at + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qsizetype count = std::min<qsizetype>(maxSize, m_ready - m_at);
        std::copy_n(m_bytes.constData() + m_at, count, data);
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qsizetype m_step;
    qsizetype m_ready = 0;
    qsizetype m_at = 0;
    QTimer m_timer;
};

std::unique_ptr<QIODevice> bufferOf(const QByteArray &bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

} // namespace

class TestUpload : public UploadTest
{
    Q_OBJECT

private Q_SLOTS:
    void shortContentGoesInline_data();
    void shortContentGoesInline();
    void serviceMayWantShortContentElsewhere();
    void sources_data();
    void sources();
    void deviceThatHasNothingYet();
    void headersAsTheServiceSays();
    void hashesAreKnownAfterwards();
    void givenUploadIdIsKept();
    void freshDeviceForEachAttempt();
    void expiredAddressIsRenewed();
    void refusedAddressIsRenewedOnce();
    void progressReachesTheEnd();
    void pauseStopsTheBytes();
    void pauseBeforeTheStart();
    void finishFailureIsTold();
    void negotiationFailures_data();
    void negotiationFailures();
    void usage_data();
    void usage();
    void ownPolicyOverTheClients();
    void parentDies();
    void clientDies();
    void blockingForm();
};

void TestUpload::shortContentGoesInline_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("inlined");
    QTest::newRow("empty") << 0 << true;
    QTest::newRow("one") << 1 << true;
    QTest::newRow("the most") << 8192 << true;
    QTest::newRow("one more") << 8193 << false;
}

void TestUpload::shortContentGoesInline()
{
    QFETCH(int, size);
    QFETCH(bool, inlined);
    const QByteArray bytes = content(size);
    auto *upload = this->upload(file(bytes));
    QVERIFY(finish(upload));
    VERIFY_WELL(upload);
    QCOMPARE(upload->size(), size);
    const QJsonObject asked = QJsonDocument::fromJson(this->asked("/upload/").value(0).body).object();
    const QJsonObject methods = asked.value("proposedUploadMethods"_L1).toObject();
    QCOMPARE(methods.value("putUrl"_L1).toObject().value("contentLength"_L1).toInteger(), size);
    QCOMPARE(methods.contains("dataInline"_L1), inlined);
    if (inlined) {
        const QJsonObject data = methods.value("dataInline"_L1).toObject();
        QCOMPARE(QByteArray::fromBase64(data.value("objectData"_L1).toString().toLatin1()), bytes);
        QCOMPARE(data.value("contentType"_L1).toString(), u"text/x-test"_s);
    }
    QCOMPARE(puts().size(), inlined ? 0 : 1);
    const QJsonObject hashes = finishBody().value("hashes"_L1).toObject();
    QCOMPARE(hashes.value("sha256"_L1).toString(), hexHash(bytes, QCryptographicHash::Sha256));
    QCOMPARE(hashes.value("sha512"_L1).toString(), hexHash(bytes, QCryptographicHash::Sha512));
    QCOMPARE(finishBody().value("uploadId"_L1), asked.value("uploadId"_L1));
    QCOMPARE(finishBody().value("projectId"_L1).toString(), u"some-project"_s);
    delete upload;
}

void TestUpload::serviceMayWantShortContentElsewhere()
{
    m_takesInline = false;
    for (const QByteArray &bytes : { QByteArray(), content(100) }) {
        auto *upload = this->upload(bytes);
        QVERIFY(finish(upload));
        VERIFY_WELL(upload);
        QCOMPARE(puts().constLast().body, bytes);
        QCOMPARE(puts().constLast().header("content-length"), QByteArray::number(bytes.size()));
        delete upload;
    }
}

void TestUpload::sources_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : { "buffer", "file", "device", "pipe" })
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestUpload::sources()
{
    QFETCH(QString, kind);
    const QByteArray bytes = content(5'000'000);
    UploadSource source(bytes);
    if (kind == "file"_L1)
        source = file(bytes);
    else if (kind == "device"_L1)
        source = UploadSource::Devices { bytes.size(), [bytes] { return bufferOf(bytes); } };
    else if (kind == "pipe"_L1)
        source = UploadSource::Devices { bytes.size(), [bytes] { return std::make_unique<Trickle>(bytes, 150'000); } };
    auto *upload = this->upload(source);
    QVERIFY(finish(upload));
    VERIFY_WELL(upload);
    QCOMPARE(puts().size(), 1);
    QVERIFY(puts().constFirst().body == bytes);
    QCOMPARE(finishBody().value("hashes"_L1).toObject().value("sha256"_L1).toString(),
        hexHash(bytes, QCryptographicHash::Sha256));
    delete upload;
}

void TestUpload::deviceThatHasNothingYet()
{
    const QByteArray bytes = content(40'000);
    auto *upload = this->upload(
        UploadSource::Devices { bytes.size(), [bytes] { return std::make_unique<Trickle>(bytes, 500); } });
    QVERIFY(finish(upload));
    VERIFY_WELL(upload);
    QVERIFY(puts().constFirst().body == bytes);
    delete upload;
}

void TestUpload::headersAsTheServiceSays()
{
    auto *upload = this->upload(content(20'000));
    QVERIFY(finish(upload));
    VERIFY_WELL(upload);
    const Request put = puts().value(0);
    QCOMPARE(put.verb, "PUT"_ba);
    QCOMPARE(put.header("content-type"), "text/x-test"_ba);
    QCOMPARE(put.header("content-encoding"), "identity"_ba);
    QCOMPARE(put.header("content-length"), "20000"_ba);
    QVERIFY(put.target.startsWith("/bucket/a%20b?X-Amz-Signature=SECRET&n="));
    // Neither credentials nor anything that a storage would take for a part of its signature.
    for (const char *name : { "authorization", "cookie", "expect", "transfer-encoding", "x-taskcluster-trace-id" })
        QVERIFY2(put.header(name).isEmpty(), name);
    QVERIFY(!put.raw.left(2000).contains("SECRET-access-token"));
    const Request created = asked("/upload/").value(0);
    QCOMPARE(created.target, "/api/object/v1/upload/dir%2Fa%20b.bin"_ba);
    QVERIFY(created.header("authorization").startsWith("Hawk "));
    delete upload;
}

void TestUpload::hashesAreKnownAfterwards()
{
    const QByteArray bytes = content(100'000);
    auto *upload = this->upload(bytes);
    QVERIFY(upload->sha256().isEmpty());
    QVERIFY(finish(upload));
    QCOMPARE(QString::fromLatin1(upload->sha256()), hexHash(bytes, QCryptographicHash::Sha256));
    QCOMPARE(QString::fromLatin1(upload->sha512()), hexHash(bytes, QCryptographicHash::Sha512));
    delete upload;
}

void TestUpload::givenUploadIdIsKept()
{
    NewObject wanted = object();
    wanted.uploadId = u"Pn_Tz965QHCh32jyK1fL5Q"_s;
    auto *upload = new Upload(m_client.get(), wanted, content(10));
    QVERIFY(finish(upload));
    QCOMPARE(finishBody().value("uploadId"_L1).toString(), wanted.uploadId);
    delete upload;

    auto *other = this->upload(content(10));
    QCOMPARE(other->object().uploadId.size(), 22);
    QVERIFY(finish(other));
    QCOMPARE(finishBody().value("uploadId"_L1).toString(), other->object().uploadId);
    delete other;
}

void TestUpload::freshDeviceForEachAttempt()
{
    const QByteArray bytes = content(3'000'000);
    int made = 0;
    m_storage->enqueue(Step::reply(503, "text/html", "<h1>Busy</h1>"), 2);
    auto *upload = this->upload(UploadSource::Devices { bytes.size(), [bytes, &made] {
                                                           ++made;
                                                           return bufferOf(bytes);
                                                       } });
    QSignalSpy retrying(upload, &Transfer::retrying);
    QVERIFY(finish(upload));
    VERIFY_WELL(upload);
    QCOMPARE(made, 3);
    QCOMPARE(retrying.size(), 2);
    QCOMPARE(puts().size(), 3);
    for (const Request &put : puts())
        QVERIFY(put.body == bytes);
    // The address was good, so it was asked for once.
    QCOMPARE(asked("/upload/").size(), 1);
    delete upload;
}

void TestUpload::expiredAddressIsRenewed()
{
    m_putSeconds = 20; // less than what an address must have left for another attempt
    m_storage->enqueue(Step::reply(500, "text/plain", "sorry"));
    auto *upload = this->upload(content(50'000));
    QVERIFY(finish(upload));
    VERIFY_WELL(upload);
    const QList<Request> created = asked("/upload/");
    QCOMPARE(created.size(), 2);
    QCOMPARE(created.at(0).body, created.at(1).body);
    QVERIFY(puts().at(0).target != puts().at(1).target);
    delete upload;
}

void TestUpload::refusedAddressIsRenewedOnce()
{
    const auto refusal = Step::reply(403, "application/xml",
        "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>");
    m_storage->enqueue(refusal);
    auto *upload = this->upload(content(50'000));
    QSignalSpy retrying(upload, &Transfer::retrying);
    QVERIFY(finish(upload));
    VERIFY_WELL(upload);
    QCOMPARE(asked("/upload/").size(), 2);
    QCOMPARE(retrying.size(), 0); // it cost none of the retries
    delete upload;

    m_storage->enqueue(refusal, 2);
    upload = this->upload(content(50'000));
    QVERIFY(finish(upload));
    QCOMPARE(upload->error().kind, ErrorKind::Scope);
    QCOMPARE(upload->error().httpStatus, 403);
    QCOMPARE(upload->error().code, u"AccessDenied"_s);
    QVERIFY(upload->error().message.contains(u"expired"));
    delete upload;
}

void TestUpload::progressReachesTheEnd()
{
    for (const qint64 size : { qint64(100), qint64(6'000'000) }) {
        auto *upload = this->upload(content(size));
        qint64 last = -1;
        bool isRising = true;
        connect(upload, &Transfer::progress, this, [&](qint64 done, qint64 total) {
            isRising = isRising && done >= last && total == size;
            last = done;
        });
        QVERIFY(finish(upload));
        VERIFY_WELL(upload);
        QVERIFY(isRising);
        QCOMPARE(last, size);
        delete upload;
    }
}

void TestUpload::pauseStopsTheBytes()
{
    const QByteArray bytes = content(60'000'000);
    UploadOptions options = quick(0);
    options.stallTimeout = 400ms;
    auto *upload = this->upload(bytes, options);
    qint64 done = 0;
    connect(upload, &Transfer::progress, this, [&](qint64 now) {
        done = now;
        if (now < bytes.size() / 2)
            upload->pause();
    });
    QTRY_VERIFY(upload->isPaused());
    QTest::qWait(200); // what is in the network's buffers may still go
    const qint64 before = done;
    QTest::qWait(700); // longer than it may stall
    QVERIFY(!upload->isFinished());
    QCOMPARE(done, before);
    QVERIFY(done < bytes.size());
    disconnect(upload, &Transfer::progress, this, nullptr);
    upload->resume();
    QVERIFY(finish(upload));
    VERIFY_WELL(upload);
    QVERIFY(puts().constFirst().body == bytes);
    delete upload;
}

void TestUpload::pauseBeforeTheStart()
{
    auto *upload = this->upload(content(10'000));
    upload->pause();
    QTest::qWait(50);
    QCOMPARE(m_storage->heads(), 0);
    upload->resume();
    QVERIFY(finish(upload));
    VERIFY_WELL(upload);
    delete upload;
}

void TestUpload::finishFailureIsTold()
{
    m_override = [](const Request &request) -> std::optional<Step> {
        if (!request.target.contains("/finish-upload/"))
            return std::nullopt;
        return Step::error(409, "RequestConflict", "Content hash already exists with a different value");
    };
    auto *upload = this->upload(content(10'000));
    QVERIFY(finish(upload));
    QCOMPARE(upload->error().kind, ErrorKind::Conflict);
    QCOMPARE(upload->error().method, u"object.finishUpload"_s);
    QVERIFY(upload->error().message.contains(u"different value"));
    delete upload;
}

void TestUpload::negotiationFailures_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("none") << "{}"_ba;
    QTest::newRow("unknown") << R"({"multipart":{"url":"https://example.com/"}})"_ba;
    QTest::newRow("not inline") << R"({"dataInline":false})"_ba;
    QTest::newRow("no url") << R"({"putUrl":{"headers":{}}})"_ba;
    QTest::newRow("other scheme") << R"({"putUrl":{"url":"ftp://example.com/x","headers":{}}})"_ba;
    QTest::newRow("no host") << R"({"putUrl":{"url":"http:///x","headers":{}}})"_ba;
    QTest::newRow("other length") << R"({"putUrl":{"url":"http://127.0.0.1:1/","headers":{"content-length":"5"}}})"_ba;
    QTest::newRow("two headers in one")
        << R"({"putUrl":{"url":"http://127.0.0.1:1/","headers":{"X-A":"b\r\nX-C: d"}}})"_ba;
}

void TestUpload::negotiationFailures()
{
    QFETCH(QByteArray, method);
    m_override = [method](const Request &) { return Step::json(R"({"uploadMethod":)" + method + '}'); };
    auto *upload = this->upload(content(10'000));
    QVERIFY(finish(upload));
    QCOMPARE(upload->error().kind, ErrorKind::Protocol);
    QVERIFY(!upload->error().message.isEmpty());
    QCOMPARE(m_storage->heads(), 0);
    QCOMPARE(m_deployment->requests().size(), 1);
    delete upload;
}

void TestUpload::usage_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what :
        { "no file", "a folder", "a pipe", "no expiry", "no project", "no device", "closed device" })
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestUpload::usage()
{
    QFETCH(QString, what);
    NewObject wanted = object();
    UploadSource source(content(10'000));
    if (what == "no file"_L1)
        source = m_folder->filePath(u"none"_s);
    else if (what == "a folder"_L1)
        source = m_folder->path();
    else if (what == "a pipe"_L1 && mkfifo(qPrintable(m_folder->filePath(u"pipe"_s)), 0600) == 0)
        source = m_folder->filePath(u"pipe"_s);
    else if (what == "no expiry"_L1)
        wanted.expires = {};
    else if (what == "no project"_L1)
        wanted.projectId.clear();
    else if (what == "no device"_L1)
        source = UploadSource::Devices { 10'000, [] { return std::unique_ptr<QIODevice>(); } };
    else
        source = UploadSource::Devices { 10'000, [] { return std::make_unique<QBuffer>(); } };
    auto *upload = new Upload(m_client.get(), wanted, source);
    QVERIFY(finish(upload));
    QCOMPARE(upload->error().kind, ErrorKind::Usage);
    QVERIFY(!upload->error().message.isEmpty());
    QVERIFY(asked("/finish-upload/").isEmpty());
    delete upload;
}

void TestUpload::ownPolicyOverTheClients()
{
    m_storage->setHandler([](const Request &) { return Step::reply(500, "text/plain", "no"); });
    auto *byClient = new Upload(m_client.get(), object(), content(10'000));
    QVERIFY(finish(byClient));
    QCOMPARE(byClient->error().kind, ErrorKind::Server);
    QCOMPARE(puts().size(), 3); // the client's two retries
    QCOMPARE(byClient->error().attempts, 3);
    delete byClient;
    auto *own = this->upload(content(10'000), quick(0));
    QVERIFY(finish(own));
    QCOMPARE(puts().size(), 4);
    delete own;
}

void TestUpload::parentDies()
{
    auto parent = std::make_unique<QObject>();
    auto *upload = new Upload(m_client.get(), object(), content(30'000'000), parent.get());
    QSignalSpy finished(upload, &Transfer::finished);
    QTRY_VERIFY(m_storage->heads() > 0);
    parent.reset();
    QTest::qWait(50);
    QCOMPARE(finished.size(), 0);
    QVERIFY(asked("/finish-upload/").isEmpty());
}

void TestUpload::clientDies()
{
    auto *upload = this->upload(content(30'000'000));
    upload->setAutoDelete(false);
    QSignalSpy finished(upload, &Transfer::finished);
    QTRY_VERIFY(m_storage->heads() > 0);
    m_client.reset();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(upload->error().kind, ErrorKind::Cancelled);
    delete upload;
}

void TestUpload::blockingForm()
{
    Upload upload(m_client.get(), object(), content(10'000));
    const auto result = wait(&upload);
    QVERIFY2(result, qPrintable(result.error.message));
    QCOMPARE(puts().size(), 1);
}

QTEST_GUILESS_MAIN(TestUpload)
#include "test_upload.moc"
