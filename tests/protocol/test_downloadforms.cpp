// SPDX-License-Identifier: MPL-2.0
// What can be downloaded, and where to: objects by name, memory, devices of the caller; pauses; addresses that expire.
#include "artifacttest.h"
#include "storedcontent.h"

#include <tc/wait.h>

#include <QBuffer>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

class TestDownloadForms : public ArtifactTest
{
    Q_OBJECT

private Q_SLOTS:
    void objectByName();
    void simpleObject_data();
    void simpleObject();
    void intoMemory();
    void memoryHasACap();
    void emptyIntoMemory();
    void freshDevices();
    void devicesThatCannotBeHad();
    void deviceDies();
    void blockingForm();
    void managedOnly_data();
    void managedOnly();
    void policyOfTheClient();
    void expiredAddress();
    void refusedForGood_data();
    void refusedForGood();
    void expiredCredentials();
    void pauseHoldsTheSocket();
    void pauseOutlastsAnyTimeout();
    void longPauseGivesTheConnectionUp();
    void pausedBeforeItStarts();
    void pausedBetweenAttempts();
    void abortedWhilePaused();
    void partOfAnotherTransfer();

private:
    QByteArray objectAt(const QByteArray &content, const QByteArray &method = "getUrl") const;
};

namespace {

QByteArray hexOf(const QByteArray &data, QCryptographicHash::Algorithm algorithm)
{
    return QCryptographicHash::hash(data, algorithm).toHex();
}

void setRetries(Download *download, int retries)
{
    DownloadOptions options;
    options.retry = fastRetries(retries);
    download->setOptions(options);
}

} // namespace

QByteArray TestDownloadForms::objectAt(const QByteArray &content, const QByteArray &method) const
{
    const QByteArray hashes = R"("hashes":{"sha256":")" + hexOf(content, QCryptographicHash::Sha256) + R"(","sha512":")"
        + hexOf(content, QCryptographicHash::Sha512).toUpper() + R"("},)";
    return R"({"method":")" + method + R"(",)" + (method == "getUrl" ? hashes : QByteArray()) + R"("url":")"
        + m_storage->url().toLatin1() + R"(/object"})";
}

void TestDownloadForms::objectByName()
{
    m_object = objectAt("content");
    serve(u"s3"_s, Step::reply(200, "text/plain", "content"));
    auto *download = new Download(m_client.get(), ObjectRef { u"a b/c"_s }, m_path);
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QCOMPARE(saved(), "content"_ba);
    const Request start = m_deployment->requests().constFirst();
    QCOMPARE(start.target, "/api/object/v1/start-download/a%20b%2Fc"_ba);
    QVERIFY(start.header("authorization").contains("id=\"me\""));
    const Downloaded result = download->takeResult();
    QCOMPARE(result.contentType, "text/plain"_ba);
    QCOMPARE(result.contentLength, 7);
    QCOMPARE(result.hashes.keys(), QStringList({ u"sha256"_s, u"sha512"_s }));
    QVERIFY(m_storage->requests().constFirst().header("authorization").isEmpty());
    delete download;
}

void TestDownloadForms::simpleObject_data()
{
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("not asked for") << false << "simple"_ba;
    QTest::newRow("taken") << true << "simple"_ba;
    QTest::newRow("not needed") << true << "getUrl"_ba;
    QTest::newRow("unknown") << true << "pigeon"_ba;
}

void TestDownloadForms::simpleObject()
{
    QFETCH(const bool, allowed);
    QFETCH(const QByteArray, method);
    m_object = objectAt("content", method);
    serve(u"s3"_s, Step::reply(200, "text/plain", "content"));
    auto *download = new Download(m_client.get(), ObjectRef { u"o"_s }, DownloadTarget::Buffer {});
    DownloadOptions options;
    options.allowUnverified = allowed;
    download->setOptions(options);
    QVERIFY(finish(download));
    const QJsonObject offered = QJsonDocument::fromJson(m_deployment->requests().constFirst().body).object();
    QCOMPARE(offered.value("acceptDownloadMethods"_L1).toObject().contains("simple"_L1), allowed);
    const bool isTaken = allowed && method != "pigeon";
    QCOMPARE(download->error().kind, isTaken ? ErrorKind::None : ErrorKind::Protocol);
    QCOMPARE(m_storage->requests().size(), isTaken ? 1 : 0);
    const Downloaded result = download->takeResult();
    QCOMPARE(result.data, isTaken ? "content"_ba : QByteArray());
    QCOMPARE(result.hashes.size(), method == "getUrl" ? 2 : 0);
    delete download;
}

void TestDownloadForms::intoMemory()
{
    const QByteArray text(5'000'000, 'x');
    serve(u"s3"_s, Step::reply(200, "text/plain", text).gzipped());
    auto *download = new Download(m_client.get(), ArtifactRef { u"task"_s, {}, u"a"_s }, DownloadTarget::Buffer {});
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QCOMPARE(download->contentLength(), text.size());
    QCOMPARE(download->filePath(), QString());
    QVERIFY(download->takeData() == text);
    QCOMPARE(download->takeData(), QByteArray());
    delete download;
}

void TestDownloadForms::memoryHasACap()
{
    serve(u"s3"_s, Step::reply(200, "text/plain", QByteArray(1001, 'x')).gzipped());
    for (const qint64 limit : { 1000, 1001 }) {
        auto *download
            = new Download(m_client.get(), ArtifactRef { u"task"_s, 0, u"a"_s }, DownloadTarget::Buffer { limit });
        QVERIFY(finish(download));
        QCOMPARE(download->error().kind, limit == 1000 ? ErrorKind::TooLarge : ErrorKind::None);
        QCOMPARE(download->takeData().size(), limit == 1000 ? 0 : 1001);
        delete download;
    }
}

void TestDownloadForms::emptyIntoMemory()
{
    m_object = objectAt({});
    serve(u"s3"_s, Step::reply(200, "text/plain", {}));
    auto *download = new Download(m_client.get(), ObjectRef { u"o"_s }, DownloadTarget::Buffer {});
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QCOMPARE(download->contentLength(), 0);
    delete download;
}

void TestDownloadForms::freshDevices()
{
    serve(u"s3"_s, Step::reply(200, "text/plain", "content"));
    m_storage->enqueue(Step::reply(503, "text/plain", "later"));
    m_storage->enqueue(Step::reply(200, "text/plain", QByteArray(300'000, 'x')).cut(200'000), 2);
    QList<QByteArray> contents;
    contents.reserve(10);
    auto *download = new Download(m_client.get(), ArtifactRef { u"task"_s, 0, u"a"_s }, [&contents] {
        auto device = std::make_unique<QBuffer>(&contents.emplace_back());
        device->open(QIODevice::WriteOnly);
        return device;
    });
    QSignalSpy startedOver(download, &Download::startedOver);
    setRetries(download, 4);
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QCOMPARE(contents.constLast(), "content"_ba);
    QVERIFY(contents.size() >= 2); // one for each start of the content, and none for the 503
    QVERIFY(contents.size() <= 3);
    QCOMPARE(startedOver.size(), contents.size() - 1);
    delete download;
}

void TestDownloadForms::devicesThatCannotBeHad()
{
    serve(u"s3"_s, Step::reply(200, "text/plain", "content"));
    const QList<DownloadTarget> targets { DownloadTarget([] { return std::unique_ptr<QIODevice>(); }),
        DownloadTarget([] { return std::make_unique<QBuffer>(); }), // not open
        DownloadTarget(static_cast<QIODevice *>(nullptr)) };
    for (const DownloadTarget &target : targets) {
        auto *download = new Download(m_client.get(), ArtifactRef { u"task"_s, 0, u"a"_s }, target);
        QVERIFY(finish(download));
        QCOMPARE(download->error().kind, ErrorKind::Usage);
        delete download;
    }
}

void TestDownloadForms::deviceDies()
{
    serve(u"s3"_s, Step::reply(200, "text/plain", QByteArray(5'000'000, 'x')).slowly(100'000, 1ms));
    auto device = std::make_unique<QBuffer>();
    device->open(QIODevice::WriteOnly);
    auto *download = new Download(m_client.get(), ArtifactRef { u"task"_s, 0, u"a"_s }, device.get());
    download->setAutoDelete(false);
    QTRY_VERIFY(download->bytesWritten() > 0);
    device.reset();
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, ErrorKind::Usage);
    delete download;
}

void TestDownloadForms::blockingForm()
{
    serve(u"s3"_s, Step::reply(200, "text/plain; charset=utf-8", "content"));
    const auto content
        = wait(new Download(m_client.get(), ArtifactRef { u"task"_s, {}, u"a"_s }, DownloadTarget::Buffer {}));
    QVERIFY2(content, qPrintable(content.error.message));
    QCOMPARE(content->data, "content"_ba);
    QCOMPARE(content->contentType, "text/plain; charset=utf-8"_ba);
    QCOMPARE(content->contentLength, 7);
    m_artifact = R"({"storageType":"error","reason":"file-missing-on-worker","message":"It was not there"})";
    const auto none = wait(new Download(m_client.get(), ArtifactRef { u"task"_s, 1, u"a"_s }, m_path));
    QVERIFY(!none);
    QCOMPARE(none.error.kind, ErrorKind::Artifact);
}

void TestDownloadForms::managedOnly_data()
{
    QTest::addColumn<QString>("storageType");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("s3") << u"s3"_s << ErrorKind::None;
    QTest::newRow("object") << u"object"_s << ErrorKind::None;
    QTest::newRow("reference") << u"reference"_s << ErrorKind::Usage;
}

void TestDownloadForms::managedOnly()
{
    QFETCH(const QString, storageType);
    QFETCH(const ErrorKind, kind);
    serve(storageType, Step::reply(200, "text/plain", "content"));
    if (storageType == u"object") {
        m_artifact
            = R"({"storageType":"object","name":"o","credentials":{"clientId":"a","accessToken":"SECRET-object"}})";
        m_object = objectAt("content");
    }
    auto *download = this->download();
    DownloadOptions options;
    options.managedOnly = true;
    bool asked = false;
    options.askHost = [&asked](const QUrl &, const std::function<void(bool)> &answer) {
        asked = true;
        answer(true);
    };
    download->setOptions(options);
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, kind);
    QCOMPARE(download->error().code, kind == ErrorKind::None ? QString() : u"ArtifactStorageTypeRejected"_s);
    QVERIFY(!asked);
    QCOMPARE(m_storage->requests().size(), kind == ErrorKind::None ? 1 : 0);
    delete download;
}

void TestDownloadForms::policyOfTheClient()
{
    serve(u"s3"_s, Step::reply(503, "text/plain", "later"));
    auto *download = new Download(m_client.get(), ArtifactRef { u"task"_s, 0, u"a"_s }, m_path);
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, ErrorKind::Server);
    QCOMPARE(m_storage->requests().size(), 3); // its two retries
    delete download;
}

void TestDownloadForms::expiredAddress()
{
    // Every address is good for one request that is not its first, as if it had expired on the way.
    int signature = 0;
    m_deployment->setHandler([&](const Request &) {
        return Step::json(R"({"storageType":"s3","url":")" + m_storage->url().toLatin1()
            + "/a?Signature=" + QByteArray::number(++signature) + R"("})");
    });
    const QByteArray text(300'000, 'x');
    m_storage->setHandler([&](const Request &request) {
        const int number = request.target.split('=').value(1).toInt();
        if (number % 2 == 1)
            return Step::reply(403, "application/xml", "<Error><Message>Request has expired</Message></Error>");
        const Step step = StoredContent { text }.answer(request);
        return number == 2 ? step.cut(100'000) : step;
    });
    auto *download = this->download();
    QSignalSpy retrying(download, &Download::retrying);
    setRetries(download, 1);
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QCOMPARE(saved(), text);
    QCOMPARE(retrying.size(), 1); // for the cut; a new address is no attempt
    QCOMPARE(signature, 4);
    delete download;
}

void TestDownloadForms::refusedForGood_data()
{
    QTest::addColumn<bool>("isSigned");
    QTest::addColumn<int>("requests");
    QTest::newRow("another address is refused as well") << true << 2;
    QTest::newRow("the address is the same") << false << 1;
}

void TestDownloadForms::refusedForGood()
{
    QFETCH(const bool, isSigned);
    QFETCH(const int, requests);
    int asked = 0;
    m_deployment->setHandler([&](const Request &) {
        const QByteArray query = isSigned ? "?Signature=" + QByteArray::number(asked) : QByteArray();
        ++asked;
        return Step::json(R"({"storageType":"s3","url":")" + m_storage->url().toLatin1() + "/a" + query + R"("})");
    });
    m_storage->setHandler([](const Request &) {
        return Step::reply(403, "application/xml", "<Error><Code>AccessDenied</Code></Error>");
    });
    auto *download = this->download();
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, ErrorKind::Scope);
    QCOMPARE(download->error().httpStatus, 403);
    QCOMPARE(asked, 2);
    QCOMPARE(m_storage->requests().size(), requests);
    QCOMPARE(files(), QStringList());
    delete download;
}

void TestDownloadForms::expiredCredentials()
{
    // Those that the queue handed out for the object have expired by the time they are used; the next ones have not.
    m_object = objectAt("content");
    serve(u"s3"_s, Step::reply(200, "text/plain", "content"));
    for (const int refusals : { 1, 2 }) {
        int used = 0;
        m_deployment->setHandler([&](const Request &request) {
            if (request.target.contains("/artifact-content/"))
                return Step::json(
                    R"({"storageType":"object","name":"o","credentials":{"clientId":"a","accessToken":"SECRET-object"}})");
            if (used++ < refusals)
                return Step::error(401, "AuthenticationFailed", "The certificate has expired");
            return Step::json(m_object);
        });
        auto *download = this->download();
        QVERIFY(finish(download));
        QCOMPARE(download->error().kind, refusals == 1 ? ErrorKind::None : ErrorKind::Authentication);
        QCOMPARE(used, 2);
        delete download;
    }
}

void TestDownloadForms::pauseHoldsTheSocket()
{
    Step step = Step::reply(200, "text/plain", "x");
    step.filler = 200'000'000;
    serve(u"s3"_s, step);
    auto *download = this->download();
    QSignalSpy paused(download, &Download::pausedChanged);
    QTRY_VERIFY(download->bytesWritten() > 0);
    download->pause();
    download->pause();
    QVERIFY(download->isPaused());
    QTest::qWait(150); // what is on its way
    const qint64 sent = m_storage->bodyBytesSent();
    const qint64 written = download->bytesWritten();
    QTest::qWait(200);
    // The system's buffers may take a little more.
    QVERIFY2(
        m_storage->bodyBytesSent() - sent < 2'000'000, qPrintable(QString::number(m_storage->bodyBytesSent() - sent)));
    QCOMPARE(download->bytesWritten(), written);
    QVERIFY(sent < step.filler);
    download->resume();
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QCOMPARE(download->bytesWritten(), step.filler + 1);
    QCOMPARE(paused.size(), 2);
    QCOMPARE(m_storage->requests().size(), 1);
    delete download;
}

void TestDownloadForms::pauseOutlastsAnyTimeout()
{
    // The server is silent for longer than it may be, but nobody listens.
    serve(u"s3"_s, Step::reply(200, "text/plain", QByteArray(200'000, 'x')).slowly(100'000, 400ms));
    auto *download = this->download();
    DownloadOptions options;
    options.retry = fastRetries(0);
    options.stallTimeout = 100ms;
    download->setOptions(options);
    QTRY_VERIFY(download->bytesWritten() > 0);
    download->pause();
    QTest::qWait(600);
    download->resume();
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QCOMPARE(saved().size(), 200'000);
    delete download;
}

void TestDownloadForms::longPauseGivesTheConnectionUp()
{
    const StoredContent content { QByteArray(50'000'000, 'x') };
    serve(u"s3"_s, {});
    m_storage->setHandler([&](const Request &request) { return content.answer(request); });
    auto *download = this->download();
    QSignalSpy retrying(download, &Download::retrying);
    DownloadOptions options;
    options.retry = fastRetries(0);
    options.stallTimeout = 200ms;
    download->setOptions(options);
    QTRY_VERIFY(download->bytesWritten() > 0);
    download->pause();
    QTest::qWait(500);
    QCOMPARE(m_storage->requests().size(), 1);
    const qint64 written = download->bytesWritten();
    download->resume();
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QCOMPARE(m_storage->requests().constLast().header("range"), "bytes=" + QByteArray::number(written) + '-');
    QVERIFY(saved() == content.body);
    QCOMPARE(retrying.size(), 0);
    delete download;
}

void TestDownloadForms::pausedBeforeItStarts()
{
    serve(u"s3"_s, Step::reply(200, "text/plain", "content"));
    auto *download = this->download();
    download->setAutoDelete(false);
    download->pause();
    QTest::qWait(50);
    QCOMPARE(m_deployment->connections(), 0);
    download->resume();
    QVERIFY(finish(download));
    QCOMPARE(saved(), "content"_ba);
    delete download;
}

void TestDownloadForms::pausedBetweenAttempts()
{
    serve(u"s3"_s, Step::reply(200, "text/plain", "content"));
    m_storage->enqueue(Step::reply(503, "text/plain", "later"));
    auto *download = this->download();
    connect(download, &Download::retrying, download, &Download::pause);
    download->setAutoDelete(false);
    QTRY_VERIFY(download->isPaused());
    QTest::qWait(50);
    QCOMPARE(m_storage->requests().size(), 1);
    download->resume();
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    delete download;
}

void TestDownloadForms::abortedWhilePaused()
{
    serve(u"s3"_s, Step::reply(200, "text/plain", QByteArray(5'000'000, 'x')).slowly(100'000, 1ms));
    auto *download = this->download();
    download->setAutoDelete(false);
    QTRY_VERIFY(download->bytesWritten() > 0);
    download->pause();
    download->abort();
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, ErrorKind::Cancelled);
    QCOMPARE(files(), QStringList());
    delete download;
}

void TestDownloadForms::partOfAnotherTransfer()
{
    // Two transfers to one file: the one whose part was taken away ends, and the file is one of them as a whole.
    serve(u"s3"_s, Step::reply(200, "text/plain", QByteArray(2'000'000, 'a')).slowly(100'000, 5ms));
    auto *first = this->download();
    first->setAutoDelete(false);
    QTRY_VERIFY(first->bytesWritten() > 0);
    m_storage->setHandler([](const Request &) {
        return Step::reply(200, "text/plain", QByteArray(2'000'000, 'b')).slowly(100'000, 20ms);
    });
    auto *second = this->download();
    second->setAutoDelete(false);
    QTRY_VERIFY(second->bytesWritten() > 0);
    QVERIFY(finish(first));
    QCOMPARE(first->error().kind, ErrorKind::Usage);
    QVERIFY(finish(second));
    QVERIFY2(!second->error(), qPrintable(second->error().message));
    QVERIFY(saved() == QByteArray(2'000'000, 'b'));
    QCOMPARE(files(), QStringList { u"a.txt"_s });
    delete first;
    delete second;
}

QTEST_GUILESS_MAIN(TestDownloadForms)
#include "test_downloadforms.moc"
