// SPDX-License-Identifier: MPL-2.0
// Everything that can go wrong with a download, in every form of it: nothing is lost, no part of a file gets its name,
// nothing hangs, and the end comes once.
#include "artifacttest.h"
#include "fulldisk.h"
#include "storagefaults.h"
#include "storedcontent.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

namespace {

enum class Form { S3File, ObjectFile, ObjectMemory, ReferenceDevice };

constexpr qsizetype size = 200'000;
const QByteArray before = "from yesterday"_ba;

QByteArray text()
{
    QByteArray bytes;
    for (int i = 0; bytes.size() < size; ++i)
        bytes += QByteArray::number(i * 7919) + " is a line\n";
    bytes.truncate(size);
    return bytes;
}

bool isObject(Form form)
{
    return form == Form::ObjectFile || form == Form::ObjectMemory;
}

bool isFile(Form form)
{
    return form == Form::S3File || form == Form::ObjectFile;
}

} // namespace

class TestFaultsDownload : public ArtifactTest
{
    Q_OBJECT

private Q_SLOTS:
    void storageOnce_data() { storage_data(); }
    void storageOnce();
    void storageAlways_data() { storage_data(); }
    void storageAlways();
    void retryAfterIsWaitedFor();
    void services_data();
    void services();
    void redirectToAnotherOrigin();
    void fullDisk_data();
    void fullDisk();
    void fullDiskUnderADevice();
    void smallDisk();
    void vanishing_data();
    void vanishing();
    void cancelled_data();
    void cancelled();
    void destroyed_data() { cancelled_data(); }
    void destroyed();

private:
    void storage_data();
    void prepare() override;
    void prepareFile();
    Step located(const Request &request);
    Download *start(Form form, int retries);
    void checkEnd(Download *download, Form form, ErrorKind kind);
    void storage(int faults, ErrorKind kind);

    StoredContent m_content;
    QByteArray m_plain;
    Form m_form = Form::S3File;
    QBuffer m_device;
    int m_located = 0; ///< how often it was asked for the address, which every attempt does
    int m_refused = 0; ///< addresses that lead nowhere
};

void TestFaultsDownload::prepare()
{
    m_plain = text();
    m_content = { m_plain };
    m_located = 0;
    m_refused = 0;
    m_deployment->setHandler([this](const Request &request) { return located(request); });
    m_storage->setHandler([this](const Request &request) { return m_content.answer(request); });
    m_device.close();
    m_device.setData({});
    prepareFile();
}

void TestFaultsDownload::prepareFile()
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(before) == before.size());
}

Step TestFaultsDownload::located(const Request &request)
{
    if (isObject(m_form) && request.target.contains("/artifact-content/"))
        return Step::json(
            R"({"storageType":"object","name":"o","credentials":{"clientId":"a","accessToken":"SECRET-object"}})");
    const bool leadsNowhere = m_located++ < m_refused;
    QString url = leadsNowhere ? u"http://127.0.0.1:1"_s : m_storage->url();
    url += m_form == Form::ReferenceDevice ? u"/a"_s : u"/a?X-Amz-Signature=SECRET%1"_s.arg(m_located);
    QJsonObject reply { { u"url"_s, url }, { u"method"_s, u"getUrl"_s },
        { u"storageType"_s, m_form == Form::S3File ? u"s3"_s : u"reference"_s } };
    const auto hash = [this](QCryptographicHash::Algorithm algorithm) {
        return QString::fromLatin1(QCryptographicHash::hash(m_plain, algorithm).toHex());
    };
    if (isObject(m_form))
        reply.insert(u"hashes"_s,
            QJsonObject {
                { u"sha256"_s, hash(QCryptographicHash::Sha256) }, { u"sha512"_s, hash(QCryptographicHash::Sha512) } });
    return Step::json(QJsonDocument(reply).toJson());
}

Download *TestFaultsDownload::start(Form form, int retries)
{
    m_form = form;
    DownloadTarget target = m_path;
    if (form == Form::ObjectMemory)
        target = DownloadTarget::Buffer {};
    m_device.open(QIODevice::ReadWrite);
    if (form == Form::ReferenceDevice)
        target = &m_device;
    auto *download = new Download(m_client.get(), ArtifactRef { u"task"_s, 0, u"public/a.txt"_s }, target);
    DownloadOptions options;
    options.retry = fastRetries(retries);
    options.stallTimeout = 250ms;
    options.askHost = [](const QUrl &, const std::function<void(bool)> &answer) { answer(true); };
    download->setOptions(options);
    download->setAutoDelete(false);
    return download;
}

void TestFaultsDownload::checkEnd(Download *download, Form form, ErrorKind kind)
{
    QSignalSpy finished(download, &Download::finished);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(finished.wait(10'000));
    QVERIFY2(clock.elapsed() < 8000, "hangs");
    QTest::qWait(5);
    QCOMPARE(finished.size(), 1);
    const Error error = download->error();
    QVERIFY2(error.kind == kind,
        qPrintable(u"%1 instead of %2: %3"_s.arg(int(error.kind)).arg(int(kind)).arg(error.message)));
    QCOMPARE(error.message.isEmpty(), kind == ErrorKind::None);
    QVERIFY(!error.message.contains(u"SECRET"_s));
    const bool isGood = kind == ErrorKind::None;
    QVERIFY(saved() == (isGood && isFile(form) ? m_plain : before));
    QCOMPARE(files(), QStringList { u"a.txt"_s });
    if (isGood && form == Form::ReferenceDevice)
        QVERIFY(m_device.data() == m_plain);
    if (form == Form::ObjectMemory)
        QVERIFY(download->takeData() == (isGood ? m_plain : QByteArray()));
    if (isGood)
        QCOMPARE(download->contentLength(), m_plain.size());
}

void TestFaultsDownload::storage_data()
{
    QTest::addColumn<Form>("form");
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<bool>("gzipped");
    QTest::addColumn<bool>("refused");
    QTest::addColumn<ErrorKind>("once");
    QTest::addColumn<ErrorKind>("always");
    const QList<std::pair<const char *, Form>> forms { { "s3 to a file", Form::S3File },
        { "object to a file", Form::ObjectFile }, { "object to memory", Form::ObjectMemory },
        { "reference to a device", Form::ReferenceDevice } };
    using enum ErrorKind;
    for (const auto &[name, form] : forms) {
        int number = 0;
        for (const Fault &fault : storageCuts(size) + storageLies() + storageAnswers(size)) {
            if (!fault.hashesOnly || isObject(form))
                QTest::addRow("%s: %s (%d)", name, fault.name, ++number)
                    << form << fault.spoil << fault.gzipped << false << (fault.passes ? None : fault.lasting)
                    << fault.lasting;
        }
        const bool isRenewed = form != Form::ReferenceDevice;
        const auto gone = [](int status) {
            return instead(
                Step::reply(status, "application/xml", "<Error><Message>Request has expired</Message></Error>"));
        };
        QTest::addRow("%s: refused", name) << form << Spoil() << false << true << None << Network;
        QTest::addRow("%s: expired URL", name)
            << form << gone(403) << false << false << (isRenewed ? None : Scope) << Scope;
        QTest::addRow("%s: expired URL, 410", name)
            << form << gone(410) << false << false << (isRenewed ? None : Expired) << Expired;
    }
}

void TestFaultsDownload::storageOnce()
{
    QFETCH(const ErrorKind, once);
    storage(1, once);
}

void TestFaultsDownload::storageAlways()
{
    QFETCH(const ErrorKind, always);
    storage(1000, always);
}

/// A download that finds so many faults, one an attempt.
void TestFaultsDownload::storage(int faults, ErrorKind kind)
{
    QFETCH(const Form, form);
    QFETCH(const Spoil, spoil);
    QFETCH(const bool, gzipped);
    QFETCH(const bool, refused);
    if (gzipped) {
        m_content.body = gzip(m_plain);
        m_content.encoding = "gzip";
    }
    m_refused = refused ? faults : 0;
    m_storage->setHandler([&](const Request &request) {
        const Step good = m_content.answer(request);
        return spoil && m_located <= faults ? spoil(good) : good;
    });
    const std::unique_ptr<Download> download(start(form, 1));
    checkEnd(download.get(), form, kind);
    QVERIFY(m_located <= 3);
}

void TestFaultsDownload::retryAfterIsWaitedFor()
{
    m_storage->enqueue(Step::reply(429, "text/plain", "slow down").with("Retry-After", "1"));
    const std::unique_ptr<Download> download(start(Form::ObjectFile, 1));
    QElapsedTimer clock;
    clock.start();
    checkEnd(download.get(), Form::ObjectFile, ErrorKind::None);
    QVERIFY(clock.elapsed() >= 1000);
}

void TestFaultsDownload::services_data()
{
    QTest::addColumn<bool>("ofTheQueue");
    QTest::addColumn<Step>("step");
    QTest::addColumn<ErrorKind>("once");
    QTest::addColumn<ErrorKind>("always");
    using enum ErrorKind;
    for (const bool ofTheQueue : { true, false }) {
        const char *service = ofTheQueue ? "queue" : "object";
        const auto row = [=](const char *name, const Step &step, ErrorKind once, ErrorKind always) {
            QTest::addRow("%s: %s", service, name) << ofTheQueue << step << once << always;
        };
        // An object's own credentials are asked for again, the person's are not.
        const Step expired = Step::error(401, "AuthenticationFailed", "ext.certificate.expiry < now");
        row("expired credentials", expired, ofTheQueue ? Authentication : None, Authentication);
        const Step forbidden = Step::error(403, "InsufficientScopes", "missing");
        row("no scope", forbidden, ofTheQueue ? Scope : None, Scope);
        row("not found", Step::error(404, "ResourceNotFound", "no such artifact"), NotFound, NotFound);
        row("500", Step::error(500, "InternalServerError", "no"), None, Server);
        row("502 with a page", pageOfHtml(502), None, Server);
        row("429", Step::error(429, "TooManyRequests", "later"), None, RateLimited);
        row("closed without a byte", Step::silence(Step::Fault::Close), None, Network);
        row("cut", Step::json(QByteArray(1000, ' ')).cut(500), None, Network);
        row("no JSON", Step::reply(200, "text/plain", "hello"), Protocol, Protocol);
        row("another kind of reply", Step::json(R"({"storageType":"stone","method":"pigeon"})"), Protocol, Protocol);
        row("no address", Step::json(R"({"storageType":"s3","method":"getUrl","hashes":{"sha256":"00"}})"), Protocol,
            Protocol);
        row("a file as its address",
            Step::json(R"({"storageType":"s3","method":"getUrl","hashes":{"sha256":"00"},"url":"file:///etc/passwd"})"),
            Protocol, Protocol);
    }
}

void TestFaultsDownload::services()
{
    QFETCH(const bool, ofTheQueue);
    QFETCH(const Step, step);
    QFETCH(const ErrorKind, once);
    QFETCH(const ErrorKind, always);
    for (const bool stays : { false, true }) {
        bool isOver = false;
        m_deployment->setHandler([&](const Request &request) {
            const bool isMeant = request.target.contains("/artifact-content/") == ofTheQueue;
            const Step answer = isMeant && !isOver ? step : located(request);
            // Qt asks again by itself when there is no answer at all.
            isOver = isOver || (isMeant && !stays && step.fault == Step::Fault::None);
            return answer;
        });
        if (step.fault != Step::Fault::None && !stays)
            continue; // test_retries counts those
        const std::unique_ptr<Download> download(start(Form::ObjectFile, 1));
        checkEnd(download.get(), Form::ObjectFile, stays ? always : once);
        if (QTest::currentTestFailed())
            return;
        prepareFile();
    }
}

void TestFaultsDownload::redirectToAnotherOrigin()
{
    ScriptedServer elsewhere;
    elsewhere.setHandler([this](const Request &request) { return m_content.answer(request); });
    for (const Form form : { Form::S3File, Form::ObjectFile, Form::ObjectMemory }) {
        m_storage->setHandler([&](const Request &) { return Step::redirect(QUrl(elsewhere.url()), 302); });
        const std::unique_ptr<Download> download(start(form, 1));
        checkEnd(download.get(), form, ErrorKind::Client);
        QCOMPARE(elsewhere.connections(), 0);
    }
    // Only what a task has chosen may be moved on, and its next host is asked about.
    const std::unique_ptr<Download> download(start(Form::ReferenceDevice, 1));
    DownloadOptions options;
    options.askHost
        = [&](const QUrl &url, const std::function<void(bool)> &answer) { answer(url.port() != elsewhere.port()); };
    download->setOptions(options);
    checkEnd(download.get(), Form::ReferenceDevice, ErrorKind::Usage);
    QCOMPARE(elsewhere.connections(), 0);
}

void TestFaultsDownload::fullDisk_data()
{
    QTest::addColumn<Form>("form");
    QTest::addColumn<std::function<void(FullDisk *)>>("fill");
    using Fill = std::function<void(FullDisk *)>;
    for (const Form form : { Form::S3File, Form::ObjectFile }) {
        const char *name = form == Form::S3File ? "s3" : "object";
        for (const qint64 at : { 0LL, 1LL, 65'536LL, 100'001LL, size - 1LL })
            QTest::addRow("%s: write at %lld", name, at)
                << form << Fill([at](FullDisk *disk) { disk->failWriteAt(at); });
        QTest::addRow("%s: fsync", name) << form << Fill([](FullDisk *disk) { disk->failFsync(); });
        QTest::addRow("%s: rename", name) << form << Fill([](FullDisk *disk) { disk->failRename(); });
    }
}

void TestFaultsDownload::fullDisk()
{
    QFETCH(const Form, form);
    QFETCH(const std::function<void(FullDisk *)>, fill);
    {
        FullDisk disk(m_folder->path());
        fill(&disk);
        const std::unique_ptr<Download> download(start(form, 3));
        checkEnd(download.get(), form, ErrorKind::Usage);
        QVERIFY(disk.refusals() > 0);
        QCOMPARE(m_located, 1); // a full disk does not get better by asking again
        QVERIFY2(
            download->error().message.contains(u"No space left on device"_s), qPrintable(download->error().message));
    }
    const std::unique_ptr<Download> download(start(form, 0)); // there is room again
    checkEnd(download.get(), form, ErrorKind::None);
}

void TestFaultsDownload::fullDiskUnderADevice()
{
    // A file of the caller's holds the last bytes back until it is flushed.
    m_form = Form::S3File;
    QFile file(m_folder->filePath(u"theirs"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    FullDisk disk(m_folder->path());
    disk.failWriteAt(size - 1);
    auto *download = new Download(m_client.get(), ArtifactRef { u"task"_s, 0, u"a"_s }, &file);
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, ErrorKind::Usage);
    delete download;
}

void TestFaultsDownload::smallDisk()
{
    QVERIFY(onSmallDisk("smallDisk", 65'536, [this](const QString &folder) {
        m_form = Form::ObjectFile;
        const QString path = folder + u"/a.txt"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(before) == before.size());
        file.close();
        auto *download = new Download(m_client.get(), ArtifactRef { u"task"_s, 0, u"a"_s }, path);
        QVERIFY(finish(download));
        QCOMPARE(download->error().kind, ErrorKind::Usage);
        QVERIFY(download->error().message.contains(u"No space left on device"_s));
        delete download;
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList { u"a.txt"_s });
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), before);
    }));
}

void TestFaultsDownload::vanishing_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("the part") << u"part"_s;
    QTest::newRow("another file in its place") << u"replaced"_s;
    QTest::newRow("a link in its place") << u"link"_s;
    QTest::newRow("the folder") << u"folder"_s;
    QTest::newRow("a folder has its name") << u"name"_s;
}

void TestFaultsDownload::vanishing()
{
    QFETCH(const QString, what);
    m_storage->setHandler([this](const Request &request) { return m_content.answer(request).slowly(50'000, 20ms); });
    const std::unique_ptr<Download> download(start(Form::ObjectFile, 1));
    const QString part = download->partialPath();
    const QString others = m_folder->filePath(u"others"_s);
    QTRY_VERIFY(download->bytesWritten() > 0);
    if (what == u"folder") {
        QVERIFY(QDir(m_folder->path()).removeRecursively());
    } else if (what == u"name") {
        QVERIFY(QFile::remove(m_path) && QDir().mkpath(m_path + u"/inside"_s));
    } else {
        QVERIFY(QFile::remove(part));
    }
    QFile other(what == u"link" ? others : part);
    if (what == u"replaced" || what == u"link")
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("others") == 6);
    other.close();
    if (what == u"link")
        QVERIFY(QFile::link(others, part));
    QVERIFY(finish(download.get()));
    QCOMPARE(download->error().kind, ErrorKind::Usage);
    QVERIFY(!download->error().message.isEmpty());
    if (what == u"part" || what == u"replaced" || what == u"link")
        QCOMPARE(saved(), before);
    QCOMPARE(other.exists(), what == u"replaced" || what == u"link"); // not ours to remove
    QVERIFY(what != u"name" || QDir(m_path).exists(u"inside"_s));
}

void TestFaultsDownload::cancelled_data()
{
    QTest::addColumn<Form>("form");
    QTest::addColumn<QString>("step");
    for (const char *step : { "at once", "on the next turn", "the queue is asked", "the object service is asked",
             "the storage is asked", "the first bytes have come", "in the middle", "before the next attempt",
             "it starts over", "paused", "the last byte has come" }) {
        QTest::addRow("object to a file: %s", step) << Form::ObjectFile << QString::fromLatin1(step);
        QTest::addRow("object to memory: %s", step) << Form::ObjectMemory << QString::fromLatin1(step);
    }
    QTest::newRow("reference: the host is asked about") << Form::ReferenceDevice << u"the host"_s;
}

namespace {

/// Calls \a act once when \a download is at \a step.
void at(const QString &step, Download *download, ScriptedServer *deployment, ScriptedServer *storage,
    const std::function<void()> &act)
{
    const auto once = [act, done = std::make_shared<bool>(false)] {
        if (!std::exchange(*done, true))
            act();
    };
    const auto after = [once](const QByteArray &part, ScriptedServer *server) {
        return [once, part, server] {
            if (server->requests().constLast().target.contains(part))
                once();
        };
    };
    if (step == u"at once")
        once();
    else if (step == u"on the next turn")
        QTimer::singleShot(0, download, once);
    else if (step == u"the queue is asked")
        QObject::connect(deployment, &ScriptedServer::requestReceived, download, after("/queue/", deployment));
    else if (step == u"the object service is asked")
        QObject::connect(deployment, &ScriptedServer::requestReceived, download, after("/object/", deployment));
    else if (step == u"the storage is asked")
        QObject::connect(storage, &ScriptedServer::requestReceived, download, once);
    else if (step == u"the first bytes have come")
        QObject::connect(download, &Download::progress, download, once);
    else if (step == u"before the next attempt")
        QObject::connect(download, &Download::retrying, download, once);
    else if (step == u"it starts over")
        QObject::connect(download, &Download::startedOver, download, once);
    else if (step == u"in the middle" || step == u"the last byte has come")
        QObject::connect(download, &Download::progress, download, [once, step](qint64 done, qint64 total) {
            if (step == u"in the middle" ? done >= total / 2 : done == total)
                once();
        });
    else if (step == u"paused")
        QObject::connect(download, &Download::progress, download, [once, download] {
            download->pause();
            QTimer::singleShot(20, download, once);
        });
}

} // namespace

void TestFaultsDownload::cancelled()
{
    QFETCH(const Form, form);
    QFETCH(const QString, step);
    m_storage->setHandler([&](const Request &request) {
        const Step good = m_content.answer(request).slowly(50'000, 5ms);
        if (step == u"before the next attempt")
            return Step::reply(503, "text/plain", "later");
        if (step == u"it starts over" && m_located == 1)
            return good.with("Accept-Ranges", "none").cut(size / 2);
        return good;
    });
    const std::unique_ptr<Download> download(start(form, 1));
    if (step == u"the host") {
        DownloadOptions options;
        options.askHost = [&](const QUrl &, const std::function<void(bool)> &answer) {
            download->abort();
            answer(true);
        };
        download->setOptions(options);
    }
    at(step, download.get(), m_deployment.get(), m_storage.get(), [&] {
        download->abort();
        download->abort();
    });
    checkEnd(download.get(), form, ErrorKind::Cancelled);
}

void TestFaultsDownload::destroyed()
{
    QFETCH(const Form, form);
    QFETCH(const QString, step);
    m_storage->setHandler([&](const Request &request) {
        const Step good = m_content.answer(request).slowly(50'000, 5ms);
        if (step == u"before the next attempt")
            return Step::reply(503, "text/plain", "later");
        if (step == u"it starts over" && m_located == 1)
            return good.with("Accept-Ranges", "none").cut(size / 2);
        return good;
    });
    QPointer<Download> download(start(form, 1));
    bool finished = false;
    connect(download, &Download::finished, this, [&finished] { finished = true; });
    if (step == u"the host") {
        DownloadOptions options;
        options.askHost = [&](const QUrl &, const std::function<void(bool)> &answer) {
            delete download.data();
            answer(true);
        };
        download->setOptions(options);
    }
    at(step, download, m_deployment.get(), m_storage.get(), [&] { delete download.data(); });
    QTRY_VERIFY(!download);
    QTest::qWait(10);
    QVERIFY(!finished);
    QCOMPARE(saved(), before);
    QCOMPARE(files(), QStringList { u"a.txt"_s });
}

QTEST_GUILESS_MAIN(TestFaultsDownload)
#include "test_faults_download.moc"
