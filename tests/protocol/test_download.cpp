// SPDX-License-Identifier: MPL-2.0
// Artifacts of every storage type, and what can go wrong on the way to a file.
#include "artifacttest.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

class TestDownload : public ArtifactTest
{
    Q_OBJECT

private Q_SLOTS:
    void s3();
    void runOrLatest();
    void gzippedContentIsInflated();
    void gzipFileStaysPacked();
    void emptyArtifact();
    void object();
    void objectWithWrongHash();
    void objectHashOnceWrong();
    void objectWithoutUsableHash();
    void errorArtifact();
    void unknownStorageType();
    void olderDeployment();
    void noCredentialsForStorage();
    void storageRedirectIsNotFollowed();
    void targetUntouchedOnFailure_data();
    void targetUntouchedOnFailure();
    void cutChunksAreFound();
    void wholeChunksAreFine();
    void retriesFromTheStart_data();
    void retriesFromTheStart();
    void givesUp();
    void progressOnTheWire();
    void partialFileGrows();
    void abortRemovesTheRest();
    void abortBeforeItStarts();
    void parentDies();
    void clientDies();
    void stalls();
    void tooLarge();
    void unwritableTarget();
    void overwritesAtomically();
    void intoADevice();
    void deviceIsRewound();
    void sequentialDeviceIsNotRetried();
    void slowDiskHoldsTheNetworkBack();
};

namespace {

QByteArray sha256(const QByteArray &data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex();
}

QByteArray largeText()
{
    QByteArray text;
    for (int i = 0; i < 200'000; ++i)
        text += "[task 2026-11-21] line " + QByteArray::number(i * 7919) + '\n';
    return text;
}

} // namespace

void TestDownload::s3()
{
    serve(u"s3"_s, Step::reply(200, "text/plain; charset=utf-8", "content"));
    auto *download = this->download(u"public/it's a/ü.txt"_s);
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QCOMPARE(saved(), "content"_ba);
    QCOMPARE(files(), QStringList { u"a.txt"_s });
    QCOMPARE(download->contentType(), "text/plain; charset=utf-8"_ba);
    QCOMPARE(download->bytesWritten(), 7);
    QCOMPARE(m_deployment->requests().constFirst().target,
        "/api/queue/v1/task/task/runs/0/artifact-content/public%2Fit's%20a%2F%C3%BC.txt"_ba);
    QCOMPARE(m_storage->requests().constFirst().target, "/bucket/a.txt?X-Amz-Signature=SECRET"_ba);
    delete download;
}

void TestDownload::runOrLatest()
{
    serve(u"s3"_s, Step::reply(200, "text/plain", "content"));
    auto *download = new Download(m_client.get(), { u"task"_s, {}, u"a"_s }, m_path);
    QVERIFY(finish(download));
    QVERIFY(!download->error());
    QCOMPARE(m_deployment->requests().constFirst().target, "/api/queue/v1/task/task/artifact-content/a"_ba);
    delete download;
}

void TestDownload::gzippedContentIsInflated()
{
    const QByteArray text = largeText();
    serve(u"s3"_s, Step::reply(200, "text/plain", text).gzipped());
    auto *download = this->download();
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QVERIFY(saved() == text);
    QCOMPARE(download->bytesWritten(), text.size());
    QCOMPARE(m_storage->requests().constFirst().header("accept-encoding"), "gzip"_ba);
    delete download;
}

void TestDownload::gzipFileStaysPacked()
{
    const QByteArray packed = gzip("a file of that kind");
    serve(u"s3"_s, Step::reply(200, "application/gzip", packed));
    auto *download = this->download();
    QVERIFY(finish(download));
    QCOMPARE(saved(), packed);
    delete download;
}

void TestDownload::emptyArtifact()
{
    serve(u"s3"_s, Step::reply(200, "text/plain", {}));
    auto *download = this->download();
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QCOMPARE(saved(), QByteArray());
    delete download;
}

void TestDownload::object()
{
    const QByteArray text = largeText();
    m_artifact = R"({"storageType":"object","name":"t/task/0/a b","credentials":
        {"clientId":"artifact-download","accessToken":"SECRET-object-token","certificate":"{\"version\":1}"}})";
    m_object = R"({"method":"getUrl","expires":"2026-11-21T20:16:23.620Z","hashes":{"sha256":")" + sha256(text)
        + R"(","md5":"unknown to us"},"url":")" + m_storage->url().toLatin1() + R"(/object"})";
    m_storage->setHandler([text](const Request &) { return Step::reply(200, "text/plain", text).gzipped(); });
    auto *download = this->download();
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QVERIFY(saved() == text);
    const Request start = m_deployment->requests().constLast();
    QCOMPARE(start.verb, "PUT"_ba);
    QCOMPARE(start.target, "/api/object/v1/start-download/t%2Ftask%2F0%2Fa%20b"_ba);
    QVERIFY(start.header("authorization").contains("id=\"artifact-download\""));
    QCOMPARE(QJsonDocument::fromJson(start.body).object().value("acceptDownloadMethods"_L1).toObject(),
        QJsonObject({ { u"getUrl"_s, true } }));
    delete download;
}

void TestDownload::objectWithWrongHash()
{
    m_artifact = R"({"storageType":"object","name":"o","credentials":{"clientId":"a","accessToken":"SECRET-object"}})";
    m_object = R"({"method":"getUrl","hashes":{"sha256":")" + sha256("other") + R"("},"url":")"
        + m_storage->url().toLatin1() + R"(/object"})";
    m_storage->setHandler([](const Request &) { return Step::reply(200, "text/plain", "text"); });
    auto *download = this->download();
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, ErrorKind::Protocol);
    QVERIFY2(download->error().message.contains(u"sha256"_s), qPrintable(download->error().message));
    QCOMPARE(files(), QStringList());
    QCOMPARE(m_storage->requests().size(), 2); // once more, then it is believed
    delete download;
}

void TestDownload::objectHashOnceWrong()
{
    m_artifact = R"({"storageType":"object","name":"o","credentials":{"clientId":"a","accessToken":"SECRET-object"}})";
    m_object = R"({"method":"getUrl","hashes":{"sha256":")" + sha256("text") + R"("},"url":")"
        + m_storage->url().toLatin1() + R"(/object"})";
    m_storage->enqueue(Step::reply(200, "text/plain", "tent"));
    m_storage->enqueue(Step::reply(200, "text/plain", "text"));
    auto *download = this->download();
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QCOMPARE(saved(), "text"_ba);
    delete download;
}

void TestDownload::objectWithoutUsableHash()
{
    m_artifact = R"({"storageType":"object","name":"o","credentials":{"clientId":"a","accessToken":"SECRET-object"}})";
    m_object = R"({"method":"getUrl","hashes":{"md5":"1"},"url":")" + m_storage->url().toLatin1() + R"(/object"})";
    auto *download = this->download();
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, ErrorKind::Protocol);
    QCOMPARE(m_storage->connections(), 0);
    delete download;
}

void TestDownload::errorArtifact()
{
    m_artifact = R"({"storageType":"error","reason":"file-missing-on-worker","message":"It was not there"})";
    auto *download = this->download();
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, ErrorKind::Artifact);
    QCOMPARE(download->error().code, u"file-missing-on-worker"_s);
    QCOMPARE(download->error().message, u"It was not there"_s);
    QCOMPARE(files(), QStringList());
    delete download;
}

void TestDownload::unknownStorageType()
{
    m_artifact = R"({"storageType":"punch-cards","url":"https://example.com"})";
    auto *download = this->download();
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, ErrorKind::Protocol);
    QVERIFY(download->error().message.contains(u"punch-cards"_s));
    delete download;
}

void TestDownload::olderDeployment()
{
    serve(u"s3"_s, Step::reply(200, "text/plain", "content"));
    m_deployment->setHandler([this](const Request &request) {
        if (request.target == "/api/queue/v1/task/task/runs/0/artifacts/public%2Fa.txt")
            return Step::json(m_artifact, 303).with("Location", "https://elsewhere.example.com/");
        return Step::json(R"({"error":"Not found"})", 404);
    });
    auto *download = this->download();
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QCOMPARE(saved(), "content"_ba);
    delete download;
}

void TestDownload::noCredentialsForStorage()
{
    serve(u"s3"_s, Step::reply(200, "text/plain", "content"));
    auto *download = this->download();
    QVERIFY(finish(download));
    QVERIFY(!m_deployment->requests().constFirst().header("authorization").isEmpty());
    const Request request = m_storage->requests().constFirst();
    QVERIFY(request.header("authorization").isEmpty());
    QVERIFY(request.header("cookie").isEmpty());
    QVERIFY(request.header("referer").isEmpty());
    delete download;
}

void TestDownload::storageRedirectIsNotFollowed()
{
    ScriptedServer elsewhere;
    serve(u"s3"_s, Step::redirect(QUrl(elsewhere.url()), 302));
    auto *download = this->download();
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, ErrorKind::Client);
    QCOMPARE(elsewhere.connections(), 0);
    QCOMPARE(files(), QStringList());
    delete download;
}

void TestDownload::targetUntouchedOnFailure_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("404") << Step::reply(404, "application/xml", "<Error><Code>NoSuchKey</Code></Error>")
                         << ErrorKind::NotFound;
    QTest::newRow("403") << Step::reply(403, "application/xml", "<Error><Code>AccessDenied</Code></Error>")
                         << ErrorKind::Scope;
    QTest::newRow("500 with a page") << Step::reply(500, "text/html", "<html>no</html>") << ErrorKind::Server;
    QTest::newRow("206 without a range") << Step::reply(206, "text/plain", "part") << ErrorKind::Protocol;
    QTest::newRow("no answer") << Step::silence(Step::Fault::Close) << ErrorKind::Network;
    QTest::newRow("cut") << Step::reply(200, "text/plain", QByteArray(100'000, 'x')).cut(50'000) << ErrorKind::Network;
    Step packed = Step::reply(200, "text/plain", QByteArray(100'000, 'x')).gzipped();
    packed.body.chop(10);
    QTest::newRow("cut gzip of the right length") << packed << ErrorKind::Network;
    QTest::newRow("damaged gzip") << Step::reply(200, "text/plain", "no gzip").with("Content-Encoding", "gzip")
                                  << ErrorKind::Protocol;
    QTest::newRow("unknown encoding") << Step::reply(200, "text/plain", "?").with("Content-Encoding", "br")
                                      << ErrorKind::Protocol;
}

void TestDownload::targetUntouchedOnFailure()
{
    QFETCH(const Step, step);
    QFETCH(const ErrorKind, kind);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("from yesterday");
    file.close();
    serve(u"s3"_s, step);
    auto *download = this->download();
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, kind);
    QVERIFY(!download->error().message.isEmpty());
    QVERIFY(!download->error().message.contains(u"SECRET"_s));
    QCOMPARE(saved(), "from yesterday"_ba);
    QCOMPARE(files(), QStringList { u"a.txt"_s });
    delete download;
}

void TestDownload::cutChunksAreFound()
{
    // Now and then Qt takes the end of the connection for the end of the body; a storage can be asked.
    serve(u"s3"_s, Step());
    m_storage->setHandler([](const Request &request) {
        if (!request.header("range").isEmpty())
            return Step::reply(206, "text/plain", "the rest").with("Content-Range", "bytes 50000-99999/100000");
        Step step = Step::reply(200, "text/plain", QByteArray(100'000, 'x')).cut(50'000);
        step.chunked = true;
        return step;
    });
    for (int i = 0; i < 10; ++i) {
        auto *download = this->download();
        QVERIFY(finish(download));
        QCOMPARE(download->error().kind, ErrorKind::Network);
        QCOMPARE(files(), QStringList());
        delete download;
    }
}

void TestDownload::wholeChunksAreFine()
{
    Step whole = Step::reply(200, "text/plain", QByteArray(100'000, 'x'));
    whole.chunked = true;
    const QList<Step> answers { Step::reply(416, "text/plain", {}).with("Content-Range", "bytes */100000"),
        Step::reply(416, "application/xml", "<Error/>"), whole };
    for (const Step &answer : answers) {
        serve(u"s3"_s, answer);
        m_storage->enqueue(whole);
        auto *download = this->download();
        QVERIFY(finish(download));
        QVERIFY2(!download->error(), qPrintable(download->error().message));
        QCOMPARE(saved().size(), 100'000);
        QCOMPARE(m_storage->requests().constLast().header("range"), "bytes=100000-"_ba);
        delete download;
    }
}

void TestDownload::retriesFromTheStart_data()
{
    QTest::addColumn<Step>("step");
    QTest::newRow("503") << Step::reply(503, "text/plain", "later");
    QTest::newRow("cut late") << Step::reply(200, "text/plain", QByteArray(300'000, 'x')).cut(200'000);
    Step packed = Step::reply(200, "text/plain", QByteArray(100'000, 'x')).gzipped();
    packed.body.chop(10);
    QTest::newRow("cut gzip") << packed;
}

void TestDownload::retriesFromTheStart()
{
    QFETCH(const Step, step);
    serve(u"s3"_s, Step::reply(200, "text/plain", "content"));
    m_storage->enqueue(step);
    auto *download = this->download();
    QSignalSpy retrying(download, &Download::retrying);
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QCOMPARE(saved(), "content"_ba);
    QCOMPARE(retrying.size(), 1);
    QCOMPARE(retrying.constFirst().constFirst().toInt(), 2);
    QCOMPARE(m_deployment->requests().size(), 2); // a fresh URL for each attempt
    delete download;
}

void TestDownload::givesUp()
{
    serve(u"s3"_s, Step::reply(503, "text/plain", "later"));
    auto *download = this->download();
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, ErrorKind::Server);
    QCOMPARE(download->error().attempts, 3);
    QCOMPARE(m_storage->requests().size(), 3);
    delete download;
}

void TestDownload::progressOnTheWire()
{
    const QByteArray text = largeText();
    const QByteArray packed = gzip(text);
    serve(u"s3"_s, Step::reply(200, "text/plain", text).gzipped());
    auto *download = this->download();
    QList<qint64> received;
    connect(download, &Download::progress, this, [&](qint64 bytes, qint64 total) {
        QCOMPARE(total, packed.size());
        received.append(bytes);
    });
    QVERIFY(finish(download));
    QVERIFY(!received.isEmpty());
    QVERIFY(std::is_sorted(received.cbegin(), received.cend()));
    QCOMPARE(received.constLast(), packed.size());
    delete download;
}

void TestDownload::partialFileGrows()
{
    Step step = Step::reply(200, "text/plain", QByteArray(50'000, 'x')).cut(20'000);
    step.fault = Step::Fault::StallBody;
    serve(u"s3"_s, step);
    auto *download = this->download();
    QCOMPARE(download->partialPath(), m_path + u".part"_s);
    QTRY_COMPARE(QFileInfo(download->partialPath()).size(), 20'000);
    QVERIFY(!QFile::exists(m_path));
    delete download;
    QCOMPARE(files(), QStringList());
}

void TestDownload::abortRemovesTheRest()
{
    Step step = Step::reply(200, "text/plain", QByteArray(50'000, 'x')).cut(20'000);
    step.fault = Step::Fault::StallBody;
    serve(u"s3"_s, step);
    auto *download = this->download();
    QSignalSpy finished(download, &Download::finished);
    download->setAutoDelete(false);
    QTRY_VERIFY(download->bytesWritten() > 0);
    download->abort();
    download->abort();
    QCOMPARE(finished.size(), 0);
    QVERIFY(finished.wait());
    QCOMPARE(download->error().kind, ErrorKind::Cancelled);
    QCOMPARE(files(), QStringList());
    QTest::qWait(20);
    QCOMPARE(finished.size(), 1);
    delete download;
}

void TestDownload::abortBeforeItStarts()
{
    auto *download = this->download();
    download->abort();
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, ErrorKind::Cancelled);
    QCOMPARE(m_deployment->connections(), 0);
    delete download;
}

void TestDownload::parentDies()
{
    serve(u"s3"_s, Step::reply(200, "text/plain", QByteArray(5'000'000, 'x')).slowly(100'000, 1ms));
    auto *parent = new QObject;
    auto *download = new Download(m_client.get(), { u"task"_s, 0, u"a"_s }, m_path, parent);
    QTRY_VERIFY(download->bytesWritten() > 0);
    delete parent;
    QTest::qWait(30);
    QCOMPARE(files(), QStringList());
}

void TestDownload::clientDies()
{
    serve(u"s3"_s, Step::reply(200, "text/plain", QByteArray(5'000'000, 'x')).slowly(100'000, 1ms));
    auto *download = this->download();
    download->setAutoDelete(false);
    QTRY_VERIFY(download->bytesWritten() > 0);
    m_client.reset();
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, ErrorKind::Cancelled);
    delete download;
}

void TestDownload::stalls()
{
    Step step = Step::reply(200, "text/plain", QByteArray(50'000, 'x')).cut(20'000);
    step.fault = Step::Fault::StallBody;
    serve(u"s3"_s, Step::reply(200, "text/plain", "content"));
    m_storage->enqueue(step);
    auto *download = this->download();
    DownloadOptions options;
    options.retry = fastRetries(1);
    options.stallTimeout = 100ms;
    download->setOptions(options);
    QSignalSpy retrying(download, &Download::retrying);
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QCOMPARE(retrying.constFirst().at(2).value<Error>().kind, ErrorKind::Timeout);
    delete download;
}

void TestDownload::tooLarge()
{
    serve(u"s3"_s, Step::reply(200, "text/plain", QByteArray(3'000'000, 'x')).gzipped());
    auto *download = this->download();
    DownloadOptions options;
    options.maxSize = 1'000'000;
    download->setOptions(options);
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, ErrorKind::TooLarge);
    QCOMPARE(files(), QStringList());
    QCOMPARE(m_storage->requests().size(), 1);
    delete download;
}

void TestDownload::unwritableTarget()
{
    serve(u"s3"_s, Step::reply(200, "text/plain", "content"));
    m_path = m_folder->filePath(u"no such folder/a.txt"_s);
    auto *download = this->download();
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, ErrorKind::Usage);
    QVERIFY(download->error().message.contains(u"no such folder"_s));
    delete download;
}

void TestDownload::overwritesAtomically()
{
    QFile old(m_path);
    QVERIFY(old.open(QIODevice::ReadWrite));
    old.write("from yesterday");
    old.flush();
    serve(u"s3"_s, Step::reply(200, "text/plain", "content"));
    auto *download = this->download();
    QVERIFY(finish(download));
    QCOMPARE(saved(), "content"_ba);
    old.seek(0);
    QCOMPARE(old.readAll(), "from yesterday"_ba); // another file now
    QVERIFY(!(QFile::permissions(m_path) & QFile::ExeOwner));
    delete download;
}

void TestDownload::intoADevice()
{
    const QByteArray text = largeText();
    serve(u"s3"_s, Step::reply(200, "text/plain", text).gzipped());
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::ReadWrite));
    auto *download = new Download(m_client.get(), { u"task"_s, 0, u"a"_s }, &buffer);
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QVERIFY(buffer.data() == text);
    QVERIFY(buffer.isOpen());
    delete download;
}

void TestDownload::deviceIsRewound()
{
    serve(u"s3"_s, Step::reply(200, "text/plain", "content"));
    m_storage->enqueue(Step::reply(200, "text/plain", QByteArray(300'000, 'x')).cut(200'000));
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::ReadWrite));
    buffer.write("before ");
    auto *download = new Download(m_client.get(), { u"task"_s, 0, u"a"_s }, &buffer);
    DownloadOptions options;
    options.retry = fastRetries(1);
    download->setOptions(options);
    QVERIFY(finish(download));
    QCOMPARE(buffer.data(), "before content"_ba);
    delete download;
}

namespace {

/// Takes bytes and never goes back.
class Drain : public QIODevice
{
public:
    Drain() { open(QIODevice::WriteOnly); }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override { return size; }
};

} // namespace

void TestDownload::sequentialDeviceIsNotRetried()
{
    serve(u"s3"_s, Step::reply(200, "text/plain", "content"));
    m_storage->enqueue(Step::reply(200, "text/plain", QByteArray(300'000, 'x')).cut(200'000).slowly(50'000, 5ms));
    Drain drain;
    auto *download = new Download(m_client.get(), { u"task"_s, 0, u"a"_s }, &drain);
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, ErrorKind::Network);
    QCOMPARE(m_storage->requests().size(), 1);
    delete download;
}

void TestDownload::slowDiskHoldsTheNetworkBack()
{
    // A hundred megabytes of white space come as fast as loopback goes; what is held in memory stays small.
    Step step = Step::reply(200, "text/plain", "x");
    step.filler = 100'000'000;
    serve(u"s3"_s, step);
    auto *download = this->download();
    qint64 mostAhead = 0;
    connect(download, &Download::progress, this,
        [&](qint64 received) { mostAhead = std::max(mostAhead, received - download->bytesWritten()); });
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QCOMPARE(download->bytesWritten(), 100'000'001);
    QVERIFY2(mostAhead <= 4'000'000, qPrintable(QString::number(mostAhead)));
    delete download;
}

QTEST_GUILESS_MAIN(TestDownload)
#include "test_download.moc"
