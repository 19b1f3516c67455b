// SPDX-License-Identifier: MPL-2.0
// Downloads that go on where they were cut, and all that keeps them from it.
#include "artifacttest.h"
#include "storedcontent.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

class TestResume : public ArtifactTest
{
    Q_OBJECT

private Q_SLOTS:
    void goesOn();
    void goesOnAgainAndAgain();
    void goesOnInTheMiddleOfGzip();
    void goesOnByDate();
    void goesOnIntoDevices_data();
    void goesOnIntoDevices();
    void hashesGoOn();
    void onlyTheEndWasMissing();
    void startsOver_data();
    void startsOver();
    void startsOverWhenTheObjectIsAnother();
    void startsOverWhenItWasDamaged();
    void keepsAPart();
    void trustsNoPart_data();
    void trustsNoPart();
    void keepsNothing_data();
    void keepsNothing();

private:
    void prepare() override;
    void serveBy(std::function<Step(const Request &request, int attempt)> answer);
    void cutFirst(const QList<qint64> &places);
    Download *object();
    bool run(Download *download, int retries = 2);
    void fail();

    StoredContent m_content;
    int m_attempt = 1;
    // Of each attempt the ranges that the storage was asked for, and the validator that came with them.
    QMap<int, QByteArrayList> m_ranges;
    QMap<int, QByteArray> m_validators;
};

namespace {

constexpr int size = 3'000'000;

QByteArray text()
{
    QByteArray bytes;
    for (int i = 0; bytes.size() < size; ++i)
        bytes += QByteArray::number(i * 7919) + " is a line\n";
    bytes.truncate(size);
    return bytes;
}

QByteArray sha256(const QByteArray &data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestResume::prepare()
{
    m_content = { text() };
    serve(u"s3"_s, {});
    cutFirst({ 2'000'000 });
}

/// By the attempt and not by the request, because Qt sends a request again when its connection is closed early enough;
/// that may come when the next attempt has begun.
void TestResume::serveBy(std::function<Step(const Request &request, int attempt)> answer)
{
    m_attempt = 1;
    m_ranges.clear();
    m_validators.clear();
    m_storage->setHandler([this, answer = std::move(answer)](const Request &request) {
        m_ranges[m_attempt] += request.header("range");
        if (const QByteArray validator = request.header("if-range"); !validator.isEmpty())
            m_validators[m_attempt] = validator;
        return answer(request, m_attempt);
    });
}

/// The n-th attempt gets so many bytes; later ones get all.
void TestResume::cutFirst(const QList<qint64> &places)
{
    serveBy([this, places](const Request &request, int attempt) {
        const Step step = m_content.answer(request);
        return attempt <= places.size() ? step.cut(places.at(attempt - 1)) : step;
    });
}

/// A download of an object with the hash of the content.
Download *TestResume::object()
{
    m_object = R"({"method":"getUrl","hashes":{"sha256":")" + sha256(m_content.body) + R"("},"url":")"
        + m_storage->url().toLatin1() + R"(/object"})";
    return new Download(m_client.get(), ObjectRef { u"o"_s }, m_path);
}

bool TestResume::run(Download *download, int retries)
{
    DownloadOptions options;
    options.retry = fastRetries(retries);
    options.stallTimeout = 2s;
    download->setOptions(options);
    connect(download, &Download::retrying, this, [this](int attempt) { m_attempt = attempt; });
    return finish(download);
}

/// A download that is cut and gives up, but keeps what it has.
void TestResume::fail()
{
    auto *download = this->download();
    DownloadOptions options;
    options.retry = fastRetries(0);
    options.keepPartial = true;
    download->setOptions(options);
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, ErrorKind::Network);
    delete download;
    m_attempt = 2;
}

void TestResume::goesOn()
{
    auto *download = this->download();
    QSignalSpy startedOver(download, &Download::startedOver);
    QList<qint64> progress;
    connect(download, &Download::progress, this, [&](qint64 done, qint64 total) {
        QCOMPARE(total, size);
        progress.append(done);
    });
    QVERIFY(run(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QVERIFY(saved() == m_content.body);
    QCOMPARE(m_attempt, 2);
    QVERIFY(m_ranges[2].contains("bytes=2000000-"_ba));
    QCOMPARE(m_validators[2], "\"one\""_ba);
    QCOMPARE(download->bytesFetched(), size); // nothing twice
    QCOMPARE(download->contentLength(), size);
    QVERIFY(std::is_sorted(progress.cbegin(), progress.cend()));
    QCOMPARE(progress.constLast(), size);
    QCOMPARE(startedOver.size(), 0);
    QCOMPARE(files(), QStringList { u"a.txt"_s });
    delete download;
}

void TestResume::goesOnAgainAndAgain()
{
    cutFirst({ 1'000'000, 0, 500'000, 1 });
    auto *download = this->download();
    QVERIFY(run(download, 4));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QVERIFY(saved() == m_content.body);
    const QByteArrayList ranges { {}, "bytes=1000000-", "bytes=1000000-", "bytes=1500000-", "bytes=1500001-" };
    for (int i = 0; i < 5; ++i)
        QVERIFY(m_ranges[i + 1].contains(ranges.at(i)));
    delete download;
}

void TestResume::goesOnInTheMiddleOfGzip()
{
    const QByteArray plain = m_content.body;
    m_content.body = gzip(plain);
    m_content.encoding = "gzip";
    cutFirst({ 10, 1, 100'000 });
    auto *download = this->download();
    QVERIFY(run(download, 3));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QVERIFY(saved() == plain);
    QVERIFY(m_ranges[4].contains("bytes=100011-"_ba)); // of the compressed stream
    QCOMPARE(download->bytesFetched(), m_content.body.size());
    QCOMPARE(download->contentLength(), plain.size());
    delete download;
}

void TestResume::goesOnByDate()
{
    m_content.etag = {};
    m_content.lastModified = "Sat, 21 Nov 2026 20:10:00 GMT";
    auto *download = this->download();
    QVERIFY(run(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QVERIFY(saved() == m_content.body);
    QCOMPARE(m_validators[2], m_content.lastModified);
    QCOMPARE(download->bytesFetched(), size);
    delete download;
}

namespace {

/// Collects bytes and never goes back.
class Drain : public QIODevice
{
public:
    explicit Drain(QByteArray *bytes) : m_bytes(bytes) { open(QIODevice::WriteOnly); }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 length) override
    {
        m_bytes->append(data, static_cast<qsizetype>(length));
        return length;
    }

private:
    QByteArray *m_bytes;
};

} // namespace

void TestResume::goesOnIntoDevices_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("a device") << u"device"_s;
    QTest::newRow("one device of a factory") << u"factory"_s;
    QTest::newRow("memory") << u"buffer"_s;
}

void TestResume::goesOnIntoDevices()
{
    QFETCH(const QString, target);
    QByteArray bytes;
    Drain drain(&bytes);
    int made = 0;
    DownloadTarget place = &drain;
    if (target == u"factory") {
        place = DownloadTarget([&] {
            ++made;
            return std::make_unique<Drain>(&bytes);
        });
    } else if (target == u"buffer") {
        place = DownloadTarget::Buffer {};
    }
    auto *download = new Download(m_client.get(), ArtifactRef { u"task"_s, 0, u"a"_s }, place);
    QVERIFY(run(download, 1));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    if (target == u"buffer")
        bytes = download->takeData();
    QVERIFY(bytes == m_content.body);
    QCOMPARE(made, target == u"factory" ? 1 : 0);
    QCOMPARE(download->bytesFetched(), size);
    delete download;
}

void TestResume::hashesGoOn()
{
    auto *download = object();
    QVERIFY(run(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QCOMPARE(download->takeResult().hashes.value(u"sha256"_s), sha256(m_content.body));
    QVERIFY(m_ranges[2].contains("bytes=2000000-"_ba));
    QCOMPARE(download->bytesFetched(), size);
    delete download;
}

void TestResume::onlyTheEndWasMissing()
{
    // A body without a length, cut when all of it but the mark of its end had come.
    serveBy([this](const Request &request, int) {
        Step step = m_content.answer(request);
        step.chunked = request.header("range").isEmpty();
        step.fault = step.chunked ? Step::Fault::StallBody : Step::Fault::None;
        return step;
    });
    auto *download = this->download();
    QVERIFY(run(download, 1));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QVERIFY(saved() == m_content.body);
    QVERIFY(m_ranges[2].contains("bytes=3000000-"_ba));
    QCOMPARE(download->bytesFetched(), size);
    delete download;
}

namespace {

Step without(const QByteArray &name, Step step)
{
    step.headers.removeIf([&name](const auto &header) { return header.first == name; });
    return step;
}

Step changed(const QByteArray &name, const QByteArray &value, const Step &step)
{
    return without(name, step).with(name, value);
}

using Spoil = std::function<Step(const Request &request, const Step &good)>;

/// Spoils replies to requests for a part only.
Spoil inPart(std::function<Step(const Step &)> f)
{
    return [f = std::move(f)](
               const Request &request, const Step &good) { return request.header("range").isEmpty() ? good : f(good); };
}

} // namespace

void TestResume::startsOver_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<bool>("asksForPart");
    const auto always = [](const QByteArray &name, const QByteArray &value) -> Spoil {
        return [name, value](const Request &, const Step &good) { return changed(name, value, good); };
    };
    QTest::newRow("weak ETag") << always("ETag", "W/\"one\"") << false;
    QTest::newRow("no quotes") << always("ETag", "one") << false;
    QTest::newRow("no ranges") << always("Accept-Ranges", "none") << false;
    QTest::newRow("nothing to know it by")
        << Spoil([](const Request &, const Step &good) { return without("ETag", good); }) << false;
    QTest::newRow("date next to now") << Spoil([](const Request &, const Step &good) {
        return without("ETag", good).with("Last-Modified", "Sat, 21 Nov 2026 20:14:30 GMT");
    }) << false;
    QTest::newRow("weak ETag and a date") << Spoil([](const Request &, const Step &good) {
        return changed("ETag", "W/\"one\"", good).with("Last-Modified", "Sat, 21 Nov 2026 20:00:00 GMT");
    }) << false;
    QTest::newRow("other ETag") << inPart([](const Step &good) { return changed("ETag", "\"two\"", good); }) << true;
    QTest::newRow("no ETag in the part") << inPart([](const Step &good) { return without("ETag", good); }) << true;
    for (const char *range :
        { "bytes 0-2999999/3000000", "bytes 2000001-2999999/3000000", "bytes 2000000-2999999/3000001",
            "bytes 2000000-2000000/3000000", "bytes 2000000-1/3000000", "none", "bytes */3000000" }) {
        QTest::newRow(range) << inPart([range](const Step &good) { return changed("Content-Range", range, good); })
                             << true;
    }
    QTest::newRow("no Content-Range") << inPart([](const Step &good) { return without("Content-Range", good); })
                                      << true;
    QTest::newRow("another encoding") << inPart([](const Step &good) { return good.gzipped(); }) << true;
    QTest::newRow("416") << inPart([](const Step &) {
        return Step::reply(416, "text/plain", {}).with("Content-Range", "bytes */1000");
    }) << true;
    QTest::newRow("416 without a length")
        << inPart([](const Step &) { return Step::reply(416, "text/plain", {}); }) << true;
    QTest::newRow("all of it") << inPart([](const Step &) {
        return Step::reply(200, "text/plain", text()).with("ETag", "\"two\"");
    }) << true;
}

void TestResume::startsOver()
{
    QFETCH(const Spoil, spoil);
    QFETCH(const bool, asksForPart);
    serveBy([&](const Request &request, int attempt) {
        const Step step = spoil(request, m_content.answer(request));
        return attempt == 1 ? step.cut(2'000'000) : step;
    });
    auto *download = this->download();
    QSignalSpy startedOver(download, &Download::startedOver);
    QVERIFY(run(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QVERIFY(saved() == m_content.body);
    QCOMPARE(startedOver.size(), 1);
    QCOMPARE(m_ranges[2].contains("bytes=2000000-"), asksForPart);
    QCOMPARE(files(), QStringList { u"a.txt"_s });
    delete download;
}

void TestResume::startsOverWhenTheObjectIsAnother()
{
    const QByteArray other = m_content.body.toUpper();
    auto *download = object();
    connect(download, &Download::retrying, this, [&] {
        m_object.replace(sha256(m_content.body), sha256(other));
        m_content.body = other;
    });
    QVERIFY(run(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QVERIFY(saved() == other);
    QVERIFY(!m_ranges[2].contains("bytes=2000000-")); // although the storage's ETag is the same
    delete download;
}

void TestResume::startsOverWhenItWasDamaged()
{
    serveBy([this](const Request &request, int attempt) {
        Step step = m_content.answer(request);
        if (attempt > 1)
            return step;
        step.body[1000] = '#';
        return step.cut(2'000'000);
    });
    auto *download = object();
    QVERIFY(run(download, 2));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QVERIFY(saved() == m_content.body);
    QVERIFY(m_ranges[2].contains("bytes=2000000-"_ba));
    QVERIFY(m_ranges[3].contains(QByteArray()));
    delete download;
}

void TestResume::keepsAPart()
{
    fail();
    QCOMPARE(files(), QStringList({ u"a.txt.part"_s, u"a.txt.part.info"_s }));
    QVERIFY(!read(m_path + u".part.info"_s).contains("SECRET"));
    auto *download = this->download();
    DownloadOptions options;
    options.keepPartial = true;
    options.retry = fastRetries(0);
    download->setOptions(options);
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QVERIFY(saved() == m_content.body);
    QCOMPARE(files(), QStringList { u"a.txt"_s });
    QVERIFY(m_ranges[2].contains("bytes=2000000-"_ba));
    QCOMPARE(download->bytesFetched(), 1'000'000);
    delete download;
}

void TestResume::trustsNoPart_data()
{
    QTest::addColumn<QString>("spoilt");
    for (const char *what : { "changed", "longer", "shorter", "link", "no info", "bad info", "other name",
             "changed at the storage", "not wanted" })
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestResume::trustsNoPart()
{
    QFETCH(const QString, spoilt);
    fail();
    const QString part = m_path + u".part"_s;
    QByteArray bytes = read(part);
    const QString elsewhere = m_folder->filePath(u"elsewhere"_s);
    if (spoilt == u"changed")
        bytes[1000] = '#';
    else if (spoilt == u"longer")
        bytes += 'x';
    else if (spoilt == u"shorter")
        bytes.chop(1);
    QVERIFY(write(part, bytes));
    if (spoilt == u"link")
        QVERIFY(QFile::rename(part, elsewhere) && QFile::link(elsewhere, part));
    else if (spoilt == u"no info")
        QVERIFY(QFile::remove(part + u".info"_s));
    else if (spoilt == u"bad info")
        QVERIFY(write(part + u".info"_s, "{\"version\":1"));
    else if (spoilt == u"other name")
        m_artifact.replace("a.txt", "b.txt");
    else if (spoilt == u"changed at the storage")
        m_content.etag = "\"two\"";
    auto *download = this->download();
    DownloadOptions options;
    options.keepPartial = spoilt != u"not wanted";
    download->setOptions(options);
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QVERIFY(saved() == m_content.body);
    QCOMPARE(download->bytesFetched(), size);
    QVERIFY(spoilt != u"link" || read(elsewhere) == bytes);
    QCOMPARE(files().filter(u"part"_s), QStringList());
    delete download;
}

void TestResume::keepsNothing_data()
{
    QTest::addColumn<StoredContent>("content");
    QTest::newRow("compressed") << StoredContent { gzip(text()), "\"one\"", {}, "gzip" };
    QTest::newRow("nothing to know it by") << StoredContent { text(), {} };
}

void TestResume::keepsNothing()
{
    QFETCH(const StoredContent, content);
    m_content = content;
    cutFirst({ 50'000 });
    fail();
    QCOMPARE(files(), QStringList());
}

QTEST_GUILESS_MAIN(TestResume)
#include "test_resume.moc"
