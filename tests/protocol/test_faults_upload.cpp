// SPDX-License-Identifier: MPL-2.0
// What can go wrong while an object is uploaded, each as a row: at the storage, at the services, at the source. Every
// row says how the upload ends and how often each side was asked; every row ends once and leaves nothing running.
#include "uploadtest.h"

#include <QBuffer>
#include <QFile>
#include <QSet>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

namespace {

constexpr qsizetype usual = 300'000;
/// More than the network's own buffers take from a storage that does not read.
constexpr qsizetype large = 24'000'000;
constexpr int retries = 2;
constexpr int always = 1000;

/// What a row expects.
struct Outcome {
    ErrorKind kind = ErrorKind::None;
    int puts = 1; ///< heads of requests at the storage; -1 for any number
    int creates = 1;
    int finishes = 1;
};

struct StorageFault {
    const char *name;
    Step step = Step::reply(200, "text/plain", {});
    Intake intake {};
    int times = always; ///< requests that meet the fault
    Outcome outcome {};
    qsizetype size = usual;
};

Step html(int status)
{
    return Step::reply(status, "text/html",
        "<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>");
}

Step xml(int status, const QByteArray &code, const QByteArray &message)
{
    return Step::reply(status, "application/xml",
        "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>");
}

/// Connections that are cut when so many bytes of the body have come, for good and once only.
std::vector<StorageFault> cuts()
{
    static const std::array names { "cut at byte 0", "cut at byte 1", "cut before a block", "cut at a block",
        "cut behind a block", "cut in the middle", "cut before the last byte", "cut behind the last byte" };
    const std::array places { 0, 1, 16383, 16384, 16385, int(usual) / 2, int(usual) - 1, int(usual) };
    std::vector<StorageFault> faults;
    for (size_t i = 0; i < places.size(); ++i) {
        StorageFault fault { names.at(i) };
        fault.intake.closeAt = places.at(i);
        fault.times = 1;
        // Why it was refused cannot be read, so the address may have been the reason: a new one is asked for.
        fault.outcome = { ErrorKind::None, 2, 2, 1 };
        faults.push_back(fault);
        fault.times = always;
        fault.outcome = { ErrorKind::Network, 3, 3, 0 };
        faults.push_back(fault);
    }
    return faults;
}

std::vector<StorageFault> silences()
{
    const Step fine = Step::reply(200, "text/plain", {});
    Intake stop;
    stop.stopAt = 0;
    Intake later;
    later.stopAt = 1'000'000;
    Intake slow;
    slow.pieceSize = 256 * 1024;
    slow.pieceDelay = 5ms;
    return {
        { "never answers", Step::silence(Step::Fault::Stall), {}, always, { ErrorKind::Timeout, 3, 3, 0 } },
        { "never answers once", Step::silence(Step::Fault::Stall), {}, 1, { ErrorKind::None, 2, 2, 1 } },
        { "reads nothing", fine, stop, always, { ErrorKind::Timeout, 3, 3, 0 }, large },
        { "stops reading", fine, later, always, { ErrorKind::Timeout, 3, 3, 0 }, large },
        { "stops reading once", fine, later, 1, { ErrorKind::None, 2, 2, 1 }, large },
        { "reads slowly", fine, slow, always, { ErrorKind::None, 1, 1, 1 }, large / 4 },
        { "answers slowly", fine.after(200ms), {}, always, { ErrorKind::None, 1, 1, 1 } },
    };
}

std::vector<StorageFault> answers()
{
    const Step busy = html(429);
    Step shortBody = Step::reply(200, "text/plain", "stored");
    shortBody.announcedLength = 100;
    shortBody.close = true;
    Intake early;
    early.answerAt = 1000;
    const QUrl elsewhere(u"http://127.0.0.1:9/elsewhere"_s);
    return {
        { "429", busy, {}, 1, { ErrorKind::None, 2, 1, 1 } },
        { "429 for good", busy, {}, always, { ErrorKind::RateLimited, 3, 1, 0 } },
        { "429 with Retry-After", busy.with("Retry-After", "1"), {}, 1, { ErrorKind::None, 2, 1, 1 } },
        { "429 with a long Retry-After", busy.with("Retry-After", "9999"), {}, 1, { ErrorKind::RateLimited, 1, 1, 0 } },
        { "500", xml(500, "InternalError", "We failed."), {}, 1, { ErrorKind::None, 2, 1, 1 } },
        { "500 for good", xml(500, "InternalError", "We failed."), {}, always, { ErrorKind::Server, 3, 1, 0 } },
        { "502 HTML", html(502), {}, 2, { ErrorKind::None, 3, 1, 1 } },
        { "502 HTML for good", html(502), {}, always, { ErrorKind::Server, 3, 1, 0 } },
        { "503 Slow Down", xml(503, "SlowDown", "Reduce your rate."), {}, 1, { ErrorKind::None, 2, 1, 1 } },
        { "expired address", xml(403, "AccessDenied", "Request has expired"), {}, 1, { ErrorKind::None, 2, 2, 1 } },
        { "refused address", xml(403, "AccessDenied", "No."), {}, always, { ErrorKind::Scope, 2, 2, 0 } },
        { "400 request timeout", xml(400, "RequestTimeout", "Too slow."), {}, 1, { ErrorKind::None, 2, 2, 1 } },
        { "400 for good", xml(400, "BadDigest", "Other bytes."), {}, always, { ErrorKind::Client, 2, 2, 0 } },
        { "404", xml(404, "NoSuchBucket", "No bucket."), {}, always, { ErrorKind::NotFound, 1, 1, 0 } },
        { "413", xml(413, "EntityTooLarge", "Too much."), {}, always, { ErrorKind::Client, 1, 1, 0 } },
        { "redirect elsewhere", Step::redirect(elsewhere, 307), {}, always, { ErrorKind::Client, 1, 1, 0 } },
        { "redirect with 301", Step::redirect(elsewhere, 301), {}, always, { ErrorKind::Client, 1, 1, 0 } },
        { "redirect to itself", Step::redirect(QUrl(u"/bucket/a"_s), 308), {}, always, { ErrorKind::Client, 1, 1, 0 } },
        { "answer cut short", shortBody, {}, 1, { ErrorKind::None, 2, 1, 1 } },
        { "early 200", Step::reply(200, "text/plain", {}), early, always, { ErrorKind::Network, 3, 3, 0 }, large },
        { "early 200 once", Step::reply(200, "text/plain", {}), early, 1, { ErrorKind::None, 2, 2, 1 }, large },
    };
}

std::vector<StorageFault> storageFaults()
{
    std::vector<StorageFault> all;
    for (const auto &part : { cuts(), silences(), answers() })
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

struct ServiceFault {
    const char *name;
    Step step;
    int times = always;
    ErrorKind kind = ErrorKind::None;
    int requests = 1; ///< to the method that fails
};

std::vector<ServiceFault> serviceFaults()
{
    const Step cut = Step::json(R"({"uploadMethod":{"putUrl":)").cut(12);
    return {
        { "cut without an answer", Step::silence(Step::Fault::Close), always, ErrorKind::Network, 3 },
        { "cut once", Step::silence(Step::Fault::Close), 1, ErrorKind::None, 1 }, // Qt has sent it again by itself
        { "answer cut", cut, always, ErrorKind::Network, 3 },
        { "never answers", Step::silence(Step::Fault::Stall), always, ErrorKind::Timeout, 1 },
        { "429", Step::error(429, "TooMany", "later"), 1, ErrorKind::None, 2 },
        { "429 with Retry-After", Step::error(429, "TooMany", "later").with("Retry-After", "1"), 1, ErrorKind::None,
            2 },
        { "429 for good", Step::error(429, "TooMany", "later"), always, ErrorKind::RateLimited, 3 },
        { "500", Step::error(500, "InternalServerError", "oops"), 2, ErrorKind::None, 3 },
        { "500 for good", Step::error(500, "InternalServerError", "oops"), always, ErrorKind::Server, 3 },
        { "502 HTML", html(502), always, ErrorKind::Server, 3 },
        { "expired credentials", Step::error(401, "AuthenticationFailed", "ext.certificate.expiry < now"), always,
            ErrorKind::Authentication, 1 },
        { "missing scope", Step::error(403, "InsufficientScopes", "no"), always, ErrorKind::Scope, 1 },
        { "wrong hash", Step::error(409, "RequestConflict", "Content hash already exists with a different value"),
            always, ErrorKind::Conflict, 1 },
        { "redirect", Step::redirect(QUrl(u"http://127.0.0.1:9/"_s), 302), always, ErrorKind::Client, 1 },
    };
}

/// Gives its bytes up to a place, and there fails or ends or goes on too long.
class BadDevice : public QIODevice
{
public:
    BadDevice(qint64 good, bool fails, bool sequential) : m_good(good), m_fails(fails), m_sequential(sequential)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return m_sequential; }
    qint64 size() const override { return m_good; }
    qint64 bytesAvailable() const override { return m_sequential ? m_good - m_at : QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 count = std::min(maxSize, m_good - m_at);
        if (count == 0) {
            setErrorString(u"the disk went away"_s);
            return m_fails || m_sequential ? -1 : 0;
        }
        std::fill_n(data, count, 'x');
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 m_good;
    qint64 m_at = 0;
    bool m_fails;
    bool m_sequential;
};

} // namespace

class TestFaultsUpload : public UploadTest
{
    Q_OBJECT

private Q_SLOTS:
    void storage_data();
    void storage();
    void refused();
    void untrustedStorage();
    void retryAfterIsWaitedFor();
    void messagesAreReadable();
    void services_data();
    void services();
    void devices_data();
    void devices();
    void fileChanges_data();
    void fileChanges();
    void fileVanishes_data();
    void fileVanishes();
    void otherContentInTheSecondAttempt();
    void silentSource_data();
    void silentSource();
    void cancel_data();
    void cancel();
    void cancelInTheWait();

private:
    void run(Upload *upload, const Outcome &outcome);
    int attemptsOf(const char *path) const;
    static UploadOptions impatient();
};

UploadOptions TestFaultsUpload::impatient()
{
    UploadOptions options = quick(retries);
    options.stallTimeout = 500ms;
    return options;
}

/// Requests to the services, without those that Qt sends again by itself on a new connection when an old one ends
/// without an answer: both are signed alike. To do these calls twice is to do them once.
int TestFaultsUpload::attemptsOf(const char *path) const
{
    QSet<QByteArray> signatures;
    for (const Request &request : asked(path))
        signatures.insert(request.header("authorization"));
    return static_cast<int>(signatures.size());
}

/// Sees \a upload end once, in what was expected, with as many requests as expected.
void TestFaultsUpload::run(Upload *upload, const Outcome &outcome)
{
    QSignalSpy finished(upload, &Transfer::finished);
    QVERIFY(finish(upload));
    QVERIFY2(upload->error().kind == outcome.kind,
        qPrintable(QString::number(int(upload->error().kind)) + u' ' + upload->error().message));
    QVERIFY(outcome.kind == ErrorKind::None || !upload->error().message.isEmpty());
    QVERIFY(!upload->error().message.contains(u"SECRET"));
    QTest::qWait(20);
    QCOMPARE(finished.size(), 1);
    QTRY_VERIFY(outcome.puts < 0 || m_storage->heads() == outcome.puts);
    QCOMPARE(attemptsOf("/v1/upload/"), outcome.creates);
    QCOMPARE(attemptsOf("/finish-upload/"), outcome.finishes);
    delete upload;
}

void TestFaultsUpload::storage_data()
{
    QTest::addColumn<int>("index");
    const auto faults = storageFaults();
    for (size_t i = 0; i < faults.size(); ++i)
        QTest::addRow("%s%s", faults.at(i).name, faults.at(i).times == always ? ", always" : "") << static_cast<int>(i);
}

void TestFaultsUpload::storage()
{
    QFETCH(int, index);
    const StorageFault fault = storageFaults().at(static_cast<size_t>(index));
    int left = fault.times;
    m_storage->setIntake([&](const Request &) { return left > 0 ? fault.intake : Intake(); });
    m_storage->setHandler(
        [&](const Request &) { return left-- > 0 ? fault.step : Step::reply(200, "text/plain", {}); });
    // A connection that the script cuts never comes to its handler.
    if (fault.intake.closeAt >= 0 || fault.intake.stopAt >= 0)
        m_storage->setIntake([&](const Request &) { return left-- > 0 ? fault.intake : Intake(); });
    const QByteArray bytes = content(fault.size);
    run(upload(bytes, impatient()), fault.outcome);
    if (fault.outcome.kind == ErrorKind::None)
        QVERIFY(puts().constLast().body == bytes);
}

void TestFaultsUpload::refused()
{
    m_storage->stopListening();
    run(upload(content(usual), impatient()), { ErrorKind::Network, 0, 3, 0 });
}

void TestFaultsUpload::untrustedStorage()
{
    m_storage = std::make_unique<ScriptedServer>(ScriptedServer::Security::SelfSigned);
    run(upload(content(usual), impatient()), { ErrorKind::Tls, 0, 1, 0 });
}

void TestFaultsUpload::retryAfterIsWaitedFor()
{
    m_storage->enqueue(Step::reply(429, "text/plain", {}).with("Retry-After", "1"));
    auto *upload = this->upload(content(usual), impatient());
    QElapsedTimer clock;
    clock.start();
    QVERIFY(finish(upload));
    VERIFY_WELL(upload);
    QVERIFY(clock.elapsed() >= 1000);
    delete upload;
}

void TestFaultsUpload::messagesAreReadable()
{
    const QList<std::pair<Step, QString>> cases { { xml(400, "BadDigest", "Other bytes."), u"Other bytes."_s },
        { html(502), u"502 Bad Gateway"_s }, { Step::reply(507, "text/plain", {}), u"507"_s },
        { xml(404, "NoSuchBucket", {}), u"127.0.0.1"_s } };
    for (const auto &[step, text] : cases) {
        m_storage->setHandler([answer = step](const Request &) { return answer; });
        auto *upload = this->upload(content(usual), quick(0));
        QVERIFY(finish(upload));
        QVERIFY2(upload->error().message.contains(text), qPrintable(upload->error().message));
        delete upload;
    }
}

void TestFaultsUpload::services_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("index");
    const auto faults = serviceFaults();
    for (const char *path : { "/v1/upload/", "/finish-upload/" }) {
        for (size_t i = 0; i < faults.size(); ++i)
            QTest::addRow("%s %s", path, faults.at(i).name) << QByteArray(path) << static_cast<int>(i);
    }
}

void TestFaultsUpload::services()
{
    QFETCH(QByteArray, path);
    QFETCH(int, index);
    const ServiceFault fault = serviceFaults().at(static_cast<size_t>(index));
    // An answer that ends too early is none to a call that wants JSON; one that wants nothing needs no more.
    int left = fault.times;
    m_override = [&](const Request &request) -> std::optional<Step> {
        return request.target.contains(path) && left-- > 0 ? std::optional(fault.step) : std::nullopt;
    };
    ClientOptions options = m_client->options();
    options.timeout = 300ms;
    const bool wasEnd = path == "/finish-upload/";
    m_client = std::make_unique<Client>(options);
    const bool well = fault.kind == ErrorKind::None;
    run(upload(content(usual), impatient()),
        { fault.kind, wasEnd || well ? 1 : 0, wasEnd ? 1 : fault.requests, wasEnd ? fault.requests : int(well) });
}

void TestFaultsUpload::devices_data()
{
    QTest::addColumn<qint64>("given");
    QTest::addColumn<bool>("fails");
    QTest::addColumn<bool>("sequential");
    QTest::addColumn<qint64>("announced");
    for (const bool sequential : { false, true }) {
        const char *kind = sequential ? "pipe" : "file-like";
        for (const qint64 announced : { qint64(5000), qint64(usual) }) {
            QTest::addRow("%s of %lld ends early", kind, announced)
                << announced - 1 << false << sequential << announced;
            QTest::addRow("%s of %lld is empty", kind, announced) << qint64(0) << false << sequential << announced;
            QTest::addRow("%s of %lld fails", kind, announced) << announced / 2 << true << sequential << announced;
            QTest::addRow("%s of %lld goes on", kind, announced) << announced + 1 << false << sequential << announced;
        }
    }
}

void TestFaultsUpload::devices()
{
    QFETCH(qint64, given);
    QFETCH(bool, fails);
    QFETCH(bool, sequential);
    QFETCH(qint64, announced);
    auto *upload = this->upload(
        UploadSource::Devices { announced, [=] { return std::make_unique<BadDevice>(given, fails, sequential); } },
        impatient());
    // Short content is read before anything is asked.
    const int asked = announced > 8192 ? 1 : 0;
    run(upload, { ErrorKind::Usage, -1, asked, 0 });
    QCOMPARE(puts().size(), 0); // no storage got something whole
}

void TestFaultsUpload::fileChanges_data()
{
    QTest::addColumn<int>("change");
    QTest::newRow("shrinks") << -1;
    QTest::newRow("grows") << 1;
    QTest::newRow("other bytes") << 0;
}

void TestFaultsUpload::fileChanges()
{
    QFETCH(int, change);
    const QString path = file(content(large));
    auto *upload = this->upload(path, impatient());
    QSignalSpy finished(upload, &Transfer::finished);
    bool changed = false;
    connect(upload, &Transfer::progress, this, [&](qint64 done) {
        if (changed || done == 0)
            return;
        changed = true;
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        if (change == 0)
            QVERIFY(file.seek(large - 10) && file.write("y") == 1);
        else
            QVERIFY(file.resize(large + change));
    });
    QVERIFY(finish(upload));
    QVERIFY(changed);
    QCOMPARE(upload->error().kind, ErrorKind::Usage);
    QVERIFY(upload->error().message.contains(path));
    QCOMPARE(puts().size(), 0);
    QVERIFY(asked("/finish-upload/").isEmpty());
    QCOMPARE(finished.size(), 1);
    delete upload;
}

void TestFaultsUpload::fileVanishes_data()
{
    QTest::addColumn<bool>("tryAgain");
    QTest::newRow("while it is sent") << false;
    QTest::newRow("before another attempt") << true;
}

void TestFaultsUpload::fileVanishes()
{
    QFETCH(bool, tryAgain);
    const QByteArray bytes = content(large);
    const QString path = file(bytes);
    if (tryAgain)
        m_storage->enqueue(html(500));
    auto *upload = this->upload(path, impatient());
    connect(upload, &Transfer::progress, this, [&path] { QFile::remove(path); });
    // What is open can be read to its end.
    run(upload, tryAgain ? Outcome { ErrorKind::Usage, 1, 1, 0 } : Outcome { ErrorKind::None, 1, 1, 1 });
    if (!tryAgain)
        QVERIFY(puts().constFirst().body == bytes);
}

void TestFaultsUpload::otherContentInTheSecondAttempt()
{
    m_storage->enqueue(html(500));
    int made = 0;
    auto *upload = this->upload(UploadSource::Devices { usual,
                                    [&made] {
                                        auto buffer = std::make_unique<QBuffer>();
                                        buffer->setData(QByteArray(usual, ++made == 1 ? 'a' : 'b'));
                                        buffer->open(QIODevice::ReadOnly);
                                        return buffer;
                                    } },
        impatient());
    run(upload, { ErrorKind::Usage, -1, 1, 0 }); // the second one may be given up before its head has come
    QCOMPARE(puts().size(), 1); // and never became whole
}

void TestFaultsUpload::silentSource_data()
{
    QTest::addColumn<qint64>("size");
    QTest::newRow("short") << qint64(5000);
    QTest::newRow("long") << qint64(usual);
}

void TestFaultsUpload::silentSource()
{
    QFETCH(qint64, size);
    class Silent : public BadDevice
    {
    public:
        explicit Silent(qint64 good) : BadDevice(good, false, true) { }

    protected:
        qint64 readData(char *data, qint64 maxSize) override
        {
            return std::max<qint64>(0, BadDevice::readData(data, maxSize));
        }
    };
    auto *upload = this->upload(
        UploadSource::Devices { size, [size] { return std::make_unique<Silent>(size / 2); } }, impatient());
    const int asked = size > 8192 ? 1 : 0;
    run(upload, { ErrorKind::Usage, asked, asked, 0 });
}

void TestFaultsUpload::cancel_data()
{
    QTest::addColumn<QString>("step");
    for (const char *step : { "at once", "in the next turn", "while createUpload is answered", "when the PUT begins",
             "in the middle", "while the storage answers", "while finishUpload is answered", "twice" })
        QTest::newRow(step) << QString::fromLatin1(step);
}

void TestFaultsUpload::cancel()
{
    QFETCH(QString, step);
    auto *upload = this->upload(content(large), impatient());
    QSignalSpy finished(upload, &Transfer::finished);
    const auto when = [&step](const char *name) { return step == QLatin1StringView(name); };
    const auto abort = [upload] { upload->abort(); };
    if (when("at once") || when("twice"))
        upload->abort();
    if (when("twice"))
        upload->abort();
    QCOMPARE(finished.size(), 0); // never from inside
    if (when("in the next turn"))
        QTimer::singleShot(0, upload, abort);
    m_override = [&](const Request &request) -> std::optional<Step> {
        if ((when("while createUpload is answered") && request.target.contains("/v1/upload/"))
            || (when("while finishUpload is answered") && request.target.contains("/finish-upload/"))) {
            QTimer::singleShot(1, upload, abort);
            return Step::silence(Step::Fault::Stall);
        }
        return std::nullopt;
    };
    m_storage->setIntake([&](const Request &) {
        if (when("when the PUT begins"))
            abort();
        return Intake();
    });
    m_storage->setHandler([&](const Request &) {
        QTimer::singleShot(1, upload, [&] {
            if (when("while the storage answers"))
                abort();
        });
        return when("while the storage answers") ? Step::silence(Step::Fault::Stall) : Step::reply(200, {}, {});
    });
    if (when("in the middle"))
        connect(upload, &Transfer::progress, this, abort);
    QVERIFY(finish(upload));
    QCOMPARE(upload->error().kind, ErrorKind::Cancelled);
    upload->abort(); // does nothing any more
    QTest::qWait(50);
    QCOMPARE(finished.size(), 1);
    if (!when("while finishUpload is answered"))
        QVERIFY(asked("/finish-upload/").isEmpty());
    delete upload;
}

void TestFaultsUpload::cancelInTheWait()
{
    m_storage->setHandler([](const Request &) { return html(503).with("Retry-After", "60"); });
    auto *upload = this->upload(content(usual), impatient());
    connect(upload, &Transfer::retrying, upload, &Transfer::abort);
    run(upload, { ErrorKind::Cancelled, 1, 1, 0 });
}

QTEST_GUILESS_MAIN(TestFaultsUpload)
#include "test_faults_upload.moc"
