// SPDX-License-Identifier: MPL-2.0
// Artifacts that refer to a place outside of the deployment, which nobody there vouches for.
#include "artifacttest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace tc;
using namespace tc::test;

class TestReferences : public ArtifactTest
{
    Q_OBJECT

private Q_SLOTS:
    void isAskedAbout();
    void refused_data();
    void refused();
    void redirects();
    void redirectsForEver();
    void hostIsKept();
};

void TestReferences::isAskedAbout()
{
    serve(u"reference"_s, Step::reply(200, "text/plain", "content"));
    for (const bool allowed : { false, true }) {
        auto *download = this->download();
        DownloadOptions options;
        QList<QUrl> asked;
        options.askHost = [&](const QUrl &url, std::function<void(bool)> answer) {
            asked.append(url);
            if (allowed)
                QTimer::singleShot(20, this, [answer = std::move(answer)] { answer(true); });
            else
                answer(false);
        };
        download->setOptions(options);
        QVERIFY(finish(download));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().port(), m_storage->port());
        QCOMPARE(download->error().kind, allowed ? ErrorKind::None : ErrorKind::Usage);
        QCOMPARE(m_storage->requests().size(), allowed ? 1 : 0);
        delete download;
    }
    QVERIFY(m_storage->requests().constFirst().header("authorization").isEmpty());
    auto *unasked = this->download(); // nobody to ask
    QVERIFY(finish(unasked));
    QCOMPARE(unasked->error().kind, ErrorKind::Usage);
    QCOMPARE(m_storage->requests().size(), 1);
    delete unasked;
}

void TestReferences::refused_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("file") << u"file:///etc/passwd"_s;
    QTest::newRow("ftp") << u"ftp://example.com/x"_s;
    QTest::newRow("data") << u"data:text/plain,x"_s;
    QTest::newRow("javascript") << u"javascript:alert(1)"_s;
    QTest::newRow("nothing") << QString();
    QTest::newRow("private address") << u"http://10.0.0.1/x"_s;
    QTest::newRow("private, mapped") << u"http://[::ffff:10.0.0.1]/x"_s;
    QTest::newRow("metadata service") << u"http://169.254.169.254/latest/meta-data/"_s;
    QTest::newRow("private IPv6") << u"https://[fd00::1]/x"_s;
}

void TestReferences::refused()
{
    QFETCH(const QString, url);
    m_artifact = QJsonDocument(QJsonObject { { u"storageType"_s, u"reference"_s }, { u"url"_s, url } }).toJson();
    auto *download = this->download();
    DownloadOptions options;
    options.askHost = [](const QUrl &, const std::function<void(bool)> &answer) { answer(true); };
    download->setOptions(options);
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, ErrorKind::Usage);
    QCOMPARE(files(), QStringList());
    delete download;
}

void TestReferences::redirects()
{
    ScriptedServer elsewhere;
    elsewhere.enqueue(Step::reply(200, "text/plain", "content"));
    serve(u"reference"_s, Step::redirect(QUrl(elsewhere.url() + u"/there"_s), 302));
    auto *download = this->download();
    DownloadOptions options;
    QList<int> ports;
    options.askHost = [&ports](const QUrl &url, const std::function<void(bool)> &answer) {
        ports.append(url.port());
        answer(true);
    };
    download->setOptions(options);
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QCOMPARE(saved(), "content"_ba);
    QCOMPARE(ports, QList<int>({ m_storage->port(), elsewhere.port() })); // the next host is asked about too
    QVERIFY(elsewhere.requests().constFirst().header("authorization").isEmpty());
    delete download;
}

void TestReferences::redirectsForEver()
{
    serve(u"reference"_s, Step::redirect(QUrl(m_storage->url() + u"/again"_s), 302));
    auto *download = this->download();
    DownloadOptions options;
    options.askHost = [](const QUrl &, const std::function<void(bool)> &answer) { answer(true); };
    download->setOptions(options);
    QVERIFY(finish(download));
    QCOMPARE(download->error().kind, ErrorKind::Client);
    QCOMPARE(m_storage->requests().size(), 6);
    delete download;
}

void TestReferences::hostIsKept()
{
    // The connection goes to the address that was checked; the server still learns whom it was meant for.
    serve(u"reference"_s, Step::reply(200, "text/plain", "content"));
    const QString url = u"http://localhost:"_s + QString::number(m_storage->port()) + u"/x"_s;
    m_artifact = QJsonDocument(QJsonObject { { u"storageType"_s, u"reference"_s }, { u"url"_s, url } }).toJson();
    auto *download = this->download();
    DownloadOptions options;
    options.askHost = [](const QUrl &, const std::function<void(bool)> &answer) { answer(true); };
    options.retry = fastRetries(3);
    download->setOptions(options);
    QVERIFY(finish(download));
    QVERIFY2(!download->error(), qPrintable(download->error().message));
    QCOMPARE(m_storage->requests().constFirst().header("host"), "localhost:" + QByteArray::number(m_storage->port()));
    delete download;
}

QTEST_GUILESS_MAIN(TestReferences)
#include "test_references.moc"
