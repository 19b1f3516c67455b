// SPDX-License-Identifier: MPL-2.0
// Artifacts of every kind with a task's credentials: who is asked what, with whose credentials, in which order.
#include "uploadtest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tc;
using namespace tc::test;

namespace {

QJsonObject bodyOf(const Request &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

/// The client id that signed a request.
QByteArray signer(const Request &request)
{
    const QByteArray header = request.header("authorization");
    const qsizetype start = header.indexOf("id=\"") + 4;
    return header.mid(start, header.indexOf('"', start) - start);
}

} // namespace

class TestArtifactUpload : public UploadTest
{
    Q_OBJECT

private Q_SLOTS:
    void object_data();
    void object();
    void s3();
    void s3Packed();
    void withoutContent_data();
    void withoutContent();
    void expiryOfTheTask();
    void shortS3Content();
    void addressIsRenewedByTheQueue();
    void expiredObjectCredentialsAreRenewedOnce();
    void failures_data();
    void failures();
    void missingFileCreatesNothingInTheBucket();
    void abortAtEachStep_data();
    void abortAtEachStep();
    void pauseReachesTheObject();
    void progressAndRetriesReachTheOutside();
};

void TestArtifactUpload::object_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("inline") << 100;
    QTest::newRow("put") << 100'000;
}

void TestArtifactUpload::object()
{
    QFETCH(int, size);
    const QByteArray bytes = content(size);
    auto *upload = artifact(ObjectContent { file(bytes), u"text/x-test"_s });
    QVERIFY(finish(upload));
    VERIFY_WELL(upload);
    QCOMPARE(upload->size(), size);
    const QList<Request> all = m_deployment->requests();
    QCOMPARE(all.size(), 4);
    const QByteArray path = "/api/queue/v1/task/T1/runs/0/artifacts/public%2Fit's%20a.txt";
    QCOMPARE(all.at(0).verb + ' ' + all.at(0).target, "POST " + path);
    QCOMPARE(bodyOf(all.at(0)).keys(), (QStringList { u"contentType"_s, u"expires"_s, u"storageType"_s }));
    QVERIFY(all.at(1).target.startsWith("/api/object/v1/upload/t%2FT1%2F0%2F"));
    QCOMPARE(bodyOf(all.at(1)).value("uploadId"_L1).toString(), u"Pn_Tz965QHCh32jyK1fL5Q"_s);
    QCOMPARE(bodyOf(all.at(1)).value("expires"_L1), bodyOf(all.at(0)).value("expires"_L1));
    QVERIFY(all.at(2).target.startsWith("/api/object/v1/finish-upload/"));
    QCOMPARE(all.at(3).verb + ' ' + all.at(3).target, "PUT " + path);
    QCOMPARE(bodyOf(all.at(3)), (QJsonObject { { u"uploadId"_s, u"Pn_Tz965QHCh32jyK1fL5Q"_s } }));
    // The task's credentials for the queue, the handed out ones for the object, none for the storage.
    QCOMPARE(signer(all.at(0)), "task-client"_ba);
    QCOMPARE(signer(all.at(1)), "artifact-upload"_ba);
    QCOMPARE(signer(all.at(2)), "artifact-upload"_ba);
    QCOMPARE(signer(all.at(3)), "task-client"_ba);
    for (const Request &put : puts())
        QVERIFY(put.header("authorization").isEmpty() && put.body == bytes);
    delete upload;
}

void TestArtifactUpload::s3()
{
    const QByteArray bytes = content(100'000);
    auto *upload = artifact(S3Content { bytes, u"text/x-test"_s });
    QVERIFY(finish(upload));
    VERIFY_WELL(upload);
    QCOMPARE(m_deployment->requests().size(), 1);
    QCOMPARE(puts().size(), 1);
    QVERIFY(puts().constFirst().body == bytes);
    QCOMPARE(puts().constFirst().header("content-type"), "text/x-test"_ba);
    QVERIFY(puts().constFirst().header("content-encoding").isEmpty());
    QVERIFY(puts().constFirst().header("authorization").isEmpty());
    delete upload;
}

void TestArtifactUpload::s3Packed()
{
    const QByteArray packed = gzip("a text of which the packed form is kept");
    auto *upload = artifact(S3Content { packed, u"text/plain"_s, u"gzip"_s });
    QVERIFY(finish(upload));
    VERIFY_WELL(upload);
    QCOMPARE(puts().constFirst().header("content-encoding"), "gzip"_ba);
    QCOMPARE(puts().constFirst().body, packed);
    delete upload;
}

void TestArtifactUpload::withoutContent_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QJsonObject>("described");
    QTest::newRow("link") << 0 << QJsonObject { { u"storageType"_s, u"link"_s }, { u"artifact"_s, u"public/b"_s } };
    QTest::newRow("reference") << 1
                               << QJsonObject { { u"storageType"_s, u"reference"_s },
                                      { u"url"_s, u"https://example.com/a%20b"_s },
                                      { u"contentType"_s, u"application/octet-stream"_s } };
    QTest::newRow("error") << 2
                           << QJsonObject { { u"storageType"_s, u"error"_s },
                                  { u"reason"_s, u"file-missing-on-worker"_s }, { u"message"_s, u"no file"_s } };
}

void TestArtifactUpload::withoutContent()
{
    QFETCH(int, kind);
    QFETCH(QJsonObject, described);
    const QList<ArtifactContent> contents { LinkContent { u"public/b"_s, {} },
        ReferenceContent { QUrl(u"https://example.com/a b"_s) },
        ErrorContent { u"file-missing-on-worker"_s, u"no file"_s } };
    auto *upload = artifact(contents.at(kind));
    QVERIFY(finish(upload));
    VERIFY_WELL(upload);
    QCOMPARE(m_deployment->requests().size(), 1);
    QJsonObject sent = bodyOf(m_deployment->requests().constFirst());
    QVERIFY(sent.take("expires"_L1).toString().endsWith(u'Z'));
    QCOMPARE(sent, described);
    QCOMPARE(upload->size(), -1);
    QCOMPARE(m_storage->heads(), 0);
    delete upload;
}

void TestArtifactUpload::expiryOfTheTask()
{
    auto *upload = new ArtifactUpload(m_client.get(), { u"T1"_s, 0, u"public/a"_s, {} }, S3Content { content(20'000) });
    QVERIFY(finish(upload));
    VERIFY_WELL(upload);
    QCOMPARE(asked("/status").size(), 1);
    QCOMPARE(bodyOf(asked("/artifacts/").value(0)).value("expires"_L1).toString(), u"2031-02-03T04:05:06.789Z"_s);
    QCOMPARE(upload->artifact().expires->toMSecsSinceEpoch() % 1000, 789);
    delete upload;
}

void TestArtifactUpload::shortS3Content()
{
    for (const QByteArray &bytes : { QByteArray(), QByteArray("short") }) {
        auto *upload = artifact(S3Content { bytes });
        QVERIFY(finish(upload));
        VERIFY_WELL(upload);
        QCOMPARE(puts().constLast().body, bytes);
        QCOMPARE(puts().constLast().header("content-length"), QByteArray::number(bytes.size()));
        delete upload;
    }
}

void TestArtifactUpload::addressIsRenewedByTheQueue()
{
    m_storage->enqueue(Step::reply(403, "application/xml", "<Error><Code>AccessDenied</Code></Error>"));
    auto *upload = artifact(S3Content { content(20'000) });
    QVERIFY(finish(upload));
    VERIFY_WELL(upload);
    const QList<Request> created = asked("/artifacts/");
    QCOMPARE(created.size(), 2);
    QCOMPARE(created.at(0).body, created.at(1).body); // the same artifact, which may be created again
    QCOMPARE(puts().size(), 2);
    delete upload;
}

void TestArtifactUpload::expiredObjectCredentialsAreRenewedOnce()
{
    int refusals = 1;
    m_override = [&refusals](const Request &request) -> std::optional<Step> {
        if (!request.target.contains("/object/v1/upload/") || refusals == 0)
            return std::nullopt;
        --refusals;
        return Step::error(401, "AuthenticationFailed", "ext.certificate.expiry < now");
    };
    auto *upload = artifact(ObjectContent { content(20'000) });
    QVERIFY(finish(upload));
    VERIFY_WELL(upload);
    QCOMPARE(asked("/artifacts/").size(), 3); // created twice, finished
    delete upload;

    refusals = 100;
    upload = artifact(ObjectContent { content(20'000) });
    QVERIFY(finish(upload));
    QCOMPARE(upload->error().kind, ErrorKind::Authentication);
    QCOMPARE(refusals, 98);
    delete upload;
}

void TestArtifactUpload::failures_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<QString>("method");
    QTest::newRow("status") << "GET"_ba
                            << "/status"_ba << u"queue.status"_s;
    QTest::newRow("create") << "POST"_ba
                            << "/artifacts/"_ba << u"queue.createArtifact"_s;
    QTest::newRow("object") << "PUT"_ba
                            << "/object/v1/upload/"_ba << u"object.createUpload"_s;
    QTest::newRow("finish object") << "POST"_ba
                                   << "/finish-upload/"_ba << u"object.finishUpload"_s;
    QTest::newRow("finish") << "PUT"_ba
                            << "/artifacts/"_ba << u"queue.finishArtifact"_s;
}

void TestArtifactUpload::failures()
{
    QFETCH(QByteArray, verb);
    QFETCH(QByteArray, part);
    QFETCH(QString, method);
    m_override = [=](const Request &request) -> std::optional<Step> {
        if (request.verb != verb || !request.target.contains(part))
            return std::nullopt;
        return Step::error(409, "RequestConflict", "not like this");
    };
    auto *upload = new ArtifactUpload(
        m_client.get(), { u"T1"_s, 0, u"public/it's a.txt"_s, {} }, ObjectContent { content(20'000) });
    QSignalSpy finished(upload, &Transfer::finished);
    QVERIFY(finish(upload));
    QCOMPARE(finished.size(), 1);
    QCOMPARE(upload->error().kind, ErrorKind::Conflict);
    QCOMPARE(upload->error().method, method);
    QCOMPARE(upload->error().message, u"not like this"_s);
    QVERIFY(m_deployment->requests().constLast().target.contains(part));
    delete upload;
}

void TestArtifactUpload::missingFileCreatesNothingInTheBucket()
{
    auto *upload = artifact(S3Content { m_folder->filePath(u"none"_s) });
    QVERIFY(finish(upload));
    QCOMPARE(upload->error().kind, ErrorKind::Usage);
    QVERIFY(upload->error().message.contains(u"none"));
    QCOMPARE(m_deployment->heads(), 0);
    delete upload;
}

void TestArtifactUpload::abortAtEachStep_data()
{
    QTest::addColumn<int>("requests");
    for (int requests = 0; requests <= 4; ++requests)
        QTest::addRow("after %d requests", requests) << requests;
}

void TestArtifactUpload::abortAtEachStep()
{
    QFETCH(int, requests);
    auto *upload = artifact(ObjectContent { content(3'000'000) });
    const auto abortWhenDue = [this, upload, requests] {
        if (m_deployment->requests().size() + m_storage->requests().size() == requests)
            upload->abort();
    };
    connect(m_deployment.get(), &ScriptedServer::requestReceived, upload, abortWhenDue);
    connect(m_storage.get(), &ScriptedServer::requestReceived, upload, abortWhenDue);
    abortWhenDue();
    QSignalSpy finished(upload, &Transfer::finished);
    QVERIFY(finish(upload));
    QCOMPARE(upload->error().kind, ErrorKind::Cancelled);
    QTest::qWait(30);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(m_deployment->requests().size() + m_storage->requests().size(), requests);
    delete upload;
}

void TestArtifactUpload::pauseReachesTheObject()
{
    const QByteArray bytes = content(40'000'000);
    auto *upload = artifact(ObjectContent { bytes });
    qint64 done = 0;
    connect(upload, &Transfer::progress, this, [&](qint64 now) {
        done = now;
        upload->pause();
    });
    QTRY_VERIFY(upload->isPaused());
    QTest::qWait(300);
    QVERIFY(done < bytes.size());
    QVERIFY(!upload->isFinished());
    disconnect(upload, &Transfer::progress, this, nullptr);
    upload->resume();
    QVERIFY(finish(upload));
    VERIFY_WELL(upload);
    QVERIFY(puts().constFirst().body == bytes);
    delete upload;
}

void TestArtifactUpload::progressAndRetriesReachTheOutside()
{
    m_storage->enqueue(Step::reply(503, "text/html", "<h1>Busy</h1>"));
    auto *upload = artifact(ObjectContent { content(100'000) });
    QSignalSpy progress(upload, &Transfer::progress);
    QSignalSpy retrying(upload, &Transfer::retrying);
    QVERIFY(finish(upload));
    VERIFY_WELL(upload);
    QVERIFY(!progress.isEmpty());
    QCOMPARE(progress.constLast().at(0).toLongLong(), 100'000);
    QCOMPARE(retrying.size(), 1);
    delete upload;
}

QTEST_GUILESS_MAIN(TestArtifactUpload)
#include "test_artifactupload.moc"
