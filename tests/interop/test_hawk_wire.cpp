// SPDX-License-Identifier: MPL-2.0
// Every method of the API through the real client, over real sockets, to a server that lets npm's hawk decide: what is
// signed must be what arrives.

#include <tc/client.h>
#include <tc/methods.h>
#include <tc/wait.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString clientId = u"tests/someone|else"_s;
const QString accessToken = u"44-characters-of-a-token-0123456789012345678"_s;

const QStringList words { u"public/build/a b.tar.gz"_s, u"grüße/日本"_s, u"100%+more&x=y"_s, u"~'(star)*!"_s,
    u"q?#:@"_s };

/// A call with arguments and a query that need encoding; the same at every run.
tc::Call callOf(const tc::MethodInfo &method, int number)
{
    tc::Call call;
    call.method = &method;
    for (size_t i = 0; i < method.arguments.size(); ++i)
        call.arguments += words.at((number + static_cast<int>(i)) % words.size());
    for (const char *name : method.query)
        call.query += { QString::fromLatin1(name), words.at((number + 1) % words.size()) };
    if (method.hasInput)
        call.body = u"{\"text\": \"%1\"}"_s.arg(words.at(number % words.size())).toUtf8();
    return call;
}

QString display(const tc::MethodInfo &method)
{
    return QString::fromLatin1(method.service) + u'.' + QString::fromLatin1(method.name);
}

} // namespace

class TestHawkWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMethod_data();
    void everyMethod();
    void signedUrls();
    void wrongKey();

private:
    QString start(QProcess *server, const QString &address);
    tc::ClientOptions options(const QString &rootUrl) const;
};

QString TestHawkWire::start(QProcess *server, const QString &address)
{
    server->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    server->start(u"node"_s, { QStringLiteral(INTEROP_FOLDER "/hawk_server.mjs"), address, clientId, accessToken });
    if (!server->waitForReadyRead())
        return {};
    const QString host = address.contains(u':') ? u'[' + address + u']' : address;
    return u"http://"_s + host + u':' + QString::fromLatin1(server->readLine().trimmed());
}

tc::ClientOptions TestHawkWire::options(const QString &rootUrl) const
{
    tc::ClientOptions made;
    made.rootUrl = rootUrl;
    made.credentials = tc::fixedCredentials({ clientId, accessToken, {} });
    made.retry.retries = 0;
    return made;
}

void TestHawkWire::everyMethod_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("payloadHash");
    QTest::addColumn<bool>("scopes");
    QTest::newRow("plain") << u"127.0.0.1"_s << false << false;
    QTest::newRow("payload hash, authorized scopes") << u"127.0.0.1"_s << true << true;
    QTest::newRow("IPv6") << u"::1"_s << true << false;
}

void TestHawkWire::everyMethod()
{
    QFETCH(const QString, address);
    QFETCH(const bool, payloadHash);
    QFETCH(const bool, scopes);
    QProcess server;
    tc::ClientOptions made = options(start(&server, address));
    made.payloadHash = payloadHash;
    if (scopes)
        made.authorizedScopes = QStringList { u"queue:*"_s, u"a \"b\""_s };
    tc::Client client(made);

    int number = 0;
    for (const auto &method : tc::methods()) {
        const tc::Call call = callOf(method, number++);
        const auto answer = tc::wait(client.call<tc::Json>(call));
        QVERIFY2(answer, qPrintable(display(method) + u": "_s + answer.error.message));
        const QJsonObject proof = answer->toValue().toObject();
        QCOMPARE(proof[u"by"_s], QJsonValue(u"header"_s));
        QCOMPARE(proof[u"verb"_s].toString(), QString::fromLatin1(method.verb));
        QCOMPARE(proof[u"ext"_s].toString().isEmpty(), !scopes);
        QCOMPARE(proof[u"hash"_s].toBool(), payloadHash && call.body.has_value());
    }
    QVERIFY(number >= 192);
    server.closeWriteChannel();
    QVERIFY(server.waitForFinished());
}

void TestHawkWire::signedUrls()
{
    QProcess server;
    tc::Client client(options(start(&server, u"127.0.0.1"_s)));
    QNetworkAccessManager network;
    int number = 0;
    for (const auto &method : tc::methods()) {
        if (QByteArrayView(method.verb) != "GET")
            continue;
        const auto url = client.buildSignedUrl(callOf(method, number++), std::chrono::minutes(5));
        QVERIFY2(url, qPrintable(display(method) + u": "_s + url.error.message));
        QNetworkReply *reply = network.get(QNetworkRequest(*url));
        QTRY_VERIFY(reply->isFinished());
        QVERIFY2(
            reply->error() == QNetworkReply::NoError, qPrintable(display(method) + u": "_s + reply->errorString()));
        QCOMPARE(QJsonDocument::fromJson(reply->readAll())[u"by"_s], QJsonValue(u"bewit"_s));
        reply->deleteLater();
    }
    QVERIFY(number >= 100);
    server.closeWriteChannel();
    QVERIFY(server.waitForFinished());
}

void TestHawkWire::wrongKey()
{
    QProcess server;
    tc::ClientOptions made = options(start(&server, u"127.0.0.1"_s));
    made.credentials = tc::fixedCredentials({ clientId, u"guess"_s, {} });
    tc::Client client(made);
    const auto answer = tc::wait(client.call<tc::Json>(callOf(*tc::findMethod("queue", "task"), 0)));
    QCOMPARE(answer.error.kind, tc::ErrorKind::Authentication);
    QVERIFY(answer.error.message.contains(u"Bad mac"_s));
    server.closeWriteChannel();
    QVERIFY(server.waitForFinished());
}

QTEST_GUILESS_MAIN(TestHawkWire)

#include "test_hawk_wire.moc"
