// SPDX-License-Identifier: MPL-2.0
// Where credentials go and where not: the HTTP policy, TLS, signatures on the wire, the clock, the log.
#include "scriptedserver.h"
#include "testcalls.h"
#include "testidentity.h"

#include <tc/hawk.h>
#include <tc/logging.h>

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

class TestPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { s_log.clear(); }
    void plainHttp_data();
    void plainHttp();
    void anonymousCallsAreNotSigned();
    void selfSignedIsRefused();
    void unknownAuthorityIsRefused();
    void ownAuthorityIsAccepted();
    void signatureMatchesTheWire_data();
    void signatureMatchesTheWire();
    void payloadHashOnRequest();
    void authorizedScopes();
    void headerTooLongIsNotSent();
    void providerIsAskedForEachAttempt();
    void providerMayAnswerLater();
    void providerMayFail();
    void providerThatNeverAnswers();
    void clockIsLearnt();
    void clockIsLearntForMarkedCalls();
    void smallDifferenceIsNotTheClock();
    void clockIsLearntOnce();
    void signedUrls();
    void logIsOffByDefault();
    void logHoldsNoSecret();

private:
    static void keepLog(QtMsgType, const QMessageLogContext &context, const QString &message);
    static QStringList s_log;
};

QStringList TestPolicy::s_log;

namespace {

const Credentials me { u"tester/me"_s, u"SECRET-access-token-0123456789"_s, {} };

ClientOptions optionsFor(const ScriptedServer &server)
{
    ClientOptions options;
    options.rootUrl = server.url();
    options.retry = fastRetries(2);
    options.credentials = fixedCredentials(me);
    return options;
}

QString attribute(const QByteArray &header, const QString &name)
{
    return QRegularExpression(u"\\b"_s + name + u"=\"([^\"]*)\""_s).match(QString::fromLatin1(header)).captured(1);
}

/// Whether the server would accept the signature of what it received.
bool isRightlySigned(const Request &request, const Credentials &credentials)
{
    const QByteArray header = request.header("authorization");
    const QByteArray host = request.header("host");
    const qsizetype colon = host.lastIndexOf(':');
    const hawk::Artifacts artifacts { attribute(header, u"ts"_s).toLongLong(), attribute(header, u"nonce"_s).toLatin1(),
        attribute(header, u"hash"_s).toLatin1(), attribute(header, u"ext"_s).toLatin1() };
    const QByteArray text = hawk::normalizedHeader(
        { request.verb, request.target, host.left(colon), host.mid(colon + 1).toInt() }, artifacts);
    return attribute(header, u"id"_s) == credentials.clientId
        && attribute(header, u"mac"_s).toLatin1() == hawk::mac(credentials.accessToken.toUtf8(), text);
}

qint64 timestampOf(const Request &request)
{
    return attribute(request.header("authorization"), u"ts"_s).toLongLong();
}

QByteArray httpDate(qint64 offset)
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc().addSecs(offset), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
        .toLatin1();
}

/// Answers when told, with whatever it has then.
class SlowProvider : public CredentialProvider
{
public:
    void provide(Answer answer) override
    {
        ++asked;
        answers.append(std::move(answer));
    }
    int asked = 0;
    QList<Answer> answers;
};

/// Other credentials each time.
class ChangingProvider : public CredentialProvider
{
public:
    void provide(Answer answer) override
    {
        ++asked;
        answer({ Credentials { u"client-"_s + QString::number(asked), u"token-number-one-or-so"_s, {} }, {} });
    }
    int asked = 0;
};

} // namespace

void TestPolicy::keepLog(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    s_log.append(QString::fromLatin1(context.category) + u": "_s + message);
}

void TestPolicy::plainHttp_data()
{
    QTest::addColumn<QString>("rootUrl");
    QTest::addColumn<bool>("isSigned");
    QTest::addColumn<bool>("isDevelopment");
    QTest::addColumn<bool>("isSent");
    // No server stands behind the names: what is sent ends in a network error, what is not in a usage error.
    QTest::newRow("loopback name, signed") << u"http://localhost:1"_s << true << false << true;
    QTest::newRow("loopback address, signed") << u"http://127.0.0.1:1"_s << true << false << true;
    QTest::newRow("other host, signed") << u"http://tc.invalid"_s << true << false << false;
    QTest::newRow("other host, anonymous") << u"http://tc.invalid"_s << false << false << true;
    QTest::newRow("other host, marked") << u"http://tc.invalid"_s << true << true << true;
    QTest::newRow("https") << u"https://tc.invalid"_s << true << false << true;
}

void TestPolicy::plainHttp()
{
    QFETCH(const QString, rootUrl);
    QFETCH(const bool, isSigned);
    QFETCH(const bool, isDevelopment);
    QFETCH(const bool, isSent);
    ClientOptions options;
    options.rootUrl = rootUrl;
    options.retry = fastRetries(0);
    options.timeout = 3s;
    options.developmentDeployment = isDevelopment;
    if (isSigned)
        options.credentials = fixedCredentials(me);
    Client client(options);
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    const ErrorKind kind = reply->error().kind;
    if (isSent)
        QVERIFY2(kind == ErrorKind::Network || kind == ErrorKind::Timeout, qPrintable(reply->error().message));
    else
        QCOMPARE(kind, ErrorKind::Usage);
    QVERIFY(!reply->error().message.contains(u"SECRET"_s));
    delete reply;
}

void TestPolicy::anonymousCallsAreNotSigned()
{
    ScriptedServer server;
    server.enqueue(Step::json("{}"), 3);
    for (const Credentials &credentials :
        { Credentials {}, Credentials { u"me"_s, {}, {} }, Credentials { {}, u"token"_s, {} } }) {
        ClientOptions options = optionsFor(server);
        options.credentials = fixedCredentials(credentials);
        Client client(options);
        auto *reply = client.call<Json>(thingCall());
        QVERIFY(finish(reply));
        QVERIFY(!reply->error());
        QVERIFY(server.requests().constLast().header("authorization").isEmpty());
        delete reply;
    }
}

void TestPolicy::selfSignedIsRefused()
{
    ScriptedServer server(ScriptedServer::Security::SelfSigned);
    server.setHandler([](const Request &) { return Step::json("{}"); });
    ClientOptions options = optionsFor(server);
    options.tls = clientTls();
    Client client(options);
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, ErrorKind::Tls);
    QVERIFY2(reply->error().message.contains(u"localhost"_s), qPrintable(reply->error().message));
    QCOMPARE(reply->error().attempts, 1);
    QCOMPARE(server.requests().size(), 0);
    delete reply;
}

void TestPolicy::unknownAuthorityIsRefused()
{
    ScriptedServer server(ScriptedServer::Security::Tls);
    Client client(optionsFor(server));
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, ErrorKind::Tls);
    QCOMPARE(server.requests().size(), 0);
    delete reply;
}

void TestPolicy::ownAuthorityIsAccepted()
{
    ScriptedServer server(ScriptedServer::Security::Tls);
    server.enqueue(Step::json("{}"));
    ClientOptions options = optionsFor(server);
    options.tls = clientTls();
    Client client(options);
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QVERIFY2(!reply->error(), qPrintable(reply->error().message));
    QVERIFY(isRightlySigned(server.requests().constFirst(), me));
    delete reply;
}

void TestPolicy::signatureMatchesTheWire_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("rootPath");
    for (const auto &argument : { u"plain"_s, u"a/b"_s, u"it's (a) *test*! ~ $&=+.txt"_s, u"%2F"_s, u"ü☃"_s, u"a?b#c"_s,
             u"<\"^`{|}\\>"_s, u"a..b"_s, u"..a"_s, u" "_s })
        QTest::newRow(qPrintable(argument)) << argument << QString();
    QTest::newRow("root with a path") << u"a/b"_s << u"/some/path/"_s;
}

void TestPolicy::signatureMatchesTheWire()
{
    QFETCH(const QString, argument);
    QFETCH(const QString, rootPath);
    ScriptedServer server;
    server.enqueue(Step::json("{}"));
    ClientOptions options = optionsFor(server);
    options.rootUrl += rootPath;
    Client client(options);
    auto *reply
        = client.call<Json>({ &getThing, { argument }, { { u"q"_s, argument }, { u"limit"_s, u"5"_s } }, {}, {} });
    QVERIFY(finish(reply));
    QVERIFY2(!reply->error(), qPrintable(reply->error().message));
    const Request request = server.requests().constFirst();
    QVERIFY2(isRightlySigned(request, me), request.target.constData());
    QCOMPARE(QString::fromUtf8(QByteArray::fromPercentEncoding(request.target.split('?').first().split('/').last())),
        argument);
    delete reply;
}

void TestPolicy::payloadHashOnRequest()
{
    ScriptedServer server;
    server.enqueue(Step::json("{}"), 2);
    ClientOptions options = optionsFor(server);
    options.payloadHash = true;
    Client client(options);
    auto *reply = client.call<Json>({ &createThing, {}, {}, "{\"a\":1}"_ba, {} });
    QVERIFY(finish(reply));
    const Request request = server.requests().constFirst();
    QCOMPARE(attribute(request.header("authorization"), u"hash"_s).toLatin1(),
        hawk::payloadHash("application/json", "{\"a\":1}"));
    QVERIFY(isRightlySigned(request, me));
    auto *plain = client.call<Json>(thingCall());
    QVERIFY(finish(plain));
    QVERIFY(attribute(server.requests().constLast().header("authorization"), u"hash"_s).isEmpty());
    delete reply;
    delete plain;
}

void TestPolicy::authorizedScopes()
{
    ScriptedServer server;
    server.enqueue(Step::json("{}"), 3);
    ClientOptions options = optionsFor(server);
    options.authorizedScopes = QStringList { u"a"_s };
    Client client(options);
    CallOptions none;
    none.authorizedScopes = QStringList {};
    const auto extOf = [&server] {
        return QByteArray::fromBase64(
            attribute(server.requests().constLast().header("authorization"), u"ext"_s).toLatin1());
    };
    auto *first = client.call<Json>(thingCall());
    QVERIFY(finish(first));
    QCOMPARE(extOf(), R"({"authorizedScopes":["a"]})"_ba);
    auto *second = client.call<Json>(thingCall(none));
    QVERIFY(finish(second));
    QCOMPARE(extOf(), R"({"authorizedScopes":[]})"_ba);
    delete first;
    delete second;
}

void TestPolicy::headerTooLongIsNotSent()
{
    ScriptedServer server;
    Client client(optionsFor(server));
    CallOptions options;
    options.authorizedScopes = QStringList(200, u"queue:get-artifact:private/long/name"_s);
    auto *reply = client.call<Json>(thingCall(options));
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, ErrorKind::Usage);
    QVERIFY(reply->error().message.contains(u"authorized scopes"_s));
    QCOMPARE(reply->error().attempts, 0);
    QCOMPARE(server.connections(), 0);
    delete reply;
}

void TestPolicy::providerIsAskedForEachAttempt()
{
    ScriptedServer server;
    server.enqueue(Step::error(500, "X", "no"), 2);
    server.enqueue(Step::json("{}"));
    auto provider = std::make_shared<ChangingProvider>();
    ClientOptions options = optionsFor(server);
    options.credentials = provider;
    Client client(options);
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QVERIFY(!reply->error());
    QCOMPARE(provider->asked, 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(
            attribute(server.requests().at(i).header("authorization"), u"id"_s), u"client-"_s + QString::number(i + 1));
    delete reply;
}

void TestPolicy::providerMayAnswerLater()
{
    ScriptedServer server;
    server.enqueue(Step::json("{}"));
    auto provider = std::make_shared<SlowProvider>();
    ClientOptions options = optionsFor(server);
    options.credentials = provider;
    Client client(options);
    auto *reply = client.call<Json>(thingCall());
    QTRY_COMPARE(provider->asked, 1);
    QTest::qWait(30);
    QCOMPARE(server.requests().size(), 0);
    provider->answers.first()({ me, {} });
    provider->answers.first()({ me, {} }); // once too often
    QVERIFY(finish(reply));
    QVERIFY(!reply->error());
    QCOMPARE(server.requests().size(), 1);
    QPointer<ReplyBase> gone = client.call<Json>(thingCall());
    QTRY_COMPARE(provider->asked, 2);
    delete gone;
    provider->answers.last()({ me, {} }); // to nobody
    delete reply;
}

void TestPolicy::providerMayFail()
{
    ScriptedServer server;
    auto provider = std::make_shared<SlowProvider>();
    ClientOptions options = optionsFor(server);
    options.credentials = provider;
    Client client(options);
    auto *reply = client.call<Json>(thingCall());
    QTRY_COMPARE(provider->asked, 1);
    Error locked;
    locked.kind = ErrorKind::Authentication;
    locked.message = u"The keyring is locked."_s;
    provider->answers.first()({ {}, locked });
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, ErrorKind::Authentication);
    QCOMPARE(reply->error().message, locked.message);
    QCOMPARE(reply->error().method, u"test.getThing"_s);
    QCOMPARE(server.requests().size(), 0);
    delete reply;
}

void TestPolicy::providerThatNeverAnswers()
{
    ScriptedServer server;
    ClientOptions options = optionsFor(server);
    options.credentials = std::make_shared<SlowProvider>();
    options.totalTimeout = 100ms;
    Client client(options);
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, ErrorKind::Timeout);
    auto *aborted = client.call<Json>(thingCall());
    QTest::qWait(10);
    aborted->abort();
    QVERIFY(finish(aborted));
    QCOMPARE(aborted->error().kind, ErrorKind::Cancelled);
    delete reply;
    delete aborted;
}

void TestPolicy::clockIsLearnt()
{
    ScriptedServer server;
    constexpr qint64 offset = 3600;
    server.enqueue(Step::error(401, "AuthenticationFailed", "Stale timestamp").with("Date", httpDate(offset)));
    server.enqueue(Step::json("{}"), 2);
    Client client(optionsFor(server));
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QVERIFY2(!reply->error(), qPrintable(reply->error().message));
    QCOMPARE(reply->response().attempts, 2);
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QVERIFY(qAbs(timestampOf(server.requests().at(0)) - now) < 10);
    QVERIFY(qAbs(timestampOf(server.requests().at(1)) - now - offset) < 10);
    auto *next = client.call<Json>(thingCall());
    QVERIFY(finish(next));
    QVERIFY(qAbs(timestampOf(server.requests().at(2)) - now - offset) < 10);
    QCOMPARE(server.requests().size(), 3);
    delete reply;
    delete next;
}

void TestPolicy::clockIsLearntForMarkedCalls()
{
    ScriptedServer server;
    server.enqueue(Step::error(401, "AuthenticationFailed", "Stale timestamp").with("Date", httpDate(-7200)));
    server.enqueue(Step::json("{}"));
    Client client(optionsFor(server));
    auto *reply = client.call<void>({ &sendMail, {}, {}, "{}"_ba, {} });
    QVERIFY(finish(reply));
    QVERIFY(!reply->error());
    QCOMPARE(server.requests().size(), 2);
    delete reply;
}

void TestPolicy::smallDifferenceIsNotTheClock()
{
    ScriptedServer server;
    server.enqueue(Step::error(401, "AuthenticationFailed", "Bad mac").with("Date", httpDate(240)));
    server.enqueue(Step::error(401, "AuthenticationFailed", "Bad mac"));
    Client client(optionsFor(server));
    for (int i = 0; i < 2; ++i) {
        auto *reply = client.call<Json>(thingCall());
        QVERIFY(finish(reply));
        QCOMPARE(reply->error().kind, ErrorKind::Authentication);
        QCOMPARE(server.requests().size(), i + 1);
        delete reply;
    }
}

void TestPolicy::clockIsLearntOnce()
{
    ScriptedServer server;
    // A server whose clock runs away must not be followed for ever.
    server.enqueue(Step::error(401, "AuthenticationFailed", "Stale").with("Date", httpDate(3600)));
    server.enqueue(Step::error(401, "AuthenticationFailed", "Stale").with("Date", httpDate(7200)));
    Client client(optionsFor(server));
    auto *reply = client.call<Json>(thingCall());
    QVERIFY(finish(reply));
    QCOMPARE(reply->error().kind, ErrorKind::Authentication);
    QCOMPARE(server.requests().size(), 2);
    delete reply;
}

void TestPolicy::signedUrls()
{
    ScriptedServer server;
    const auto plain = Client(server.url()).buildUrl(thingCall());
    QVERIFY(plain);
    QCOMPARE(plain->toString(), server.url() + u"/api/test/v1/thing/a"_s);
    Client client(optionsFor(server));
    const auto url = client.buildSignedUrl({ &getThing, { u"a/b"_s }, { { u"x"_s, u"1"_s } }, {}, {} }, 60s);
    QVERIFY2(url, qPrintable(url.error.message));
    const QByteArray encoded = url->toEncoded();
    const QByteArray before = server.url().toLatin1() + "/api/test/v1/thing/a%2Fb?x=1&bewit=";
    QVERIFY2(encoded.startsWith(before), encoded.constData());
    const QByteArrayList parts
        = QByteArray::fromBase64(encoded.mid(before.size()), QByteArray::Base64UrlEncoding).split('\\');
    QCOMPARE(parts.size(), 4);
    QCOMPARE(parts.at(0), me.clientId.toLatin1());
    QVERIFY(qAbs(parts.at(1).toLongLong() - QDateTime::currentSecsSinceEpoch() - 60) < 5);
    const hawk::Request request { "GET", "/api/test/v1/thing/a%2Fb?x=1", "127.0.0.1", server.port() };
    QCOMPARE(parts.at(2),
        hawk::mac(me.accessToken.toUtf8(), hawk::normalizedBewit(request, { parts.at(1).toLongLong(), {}, {}, {} })));

    QCOMPARE(client.buildSignedUrl({ &createThing, {}, {}, {}, {} }, 60s).error.kind, ErrorKind::Usage);
    QCOMPARE(Client(server.url()).buildSignedUrl(thingCall(), 60s).error.kind, ErrorKind::Usage);
    ClientOptions slow = optionsFor(server);
    slow.credentials = std::make_shared<SlowProvider>();
    QCOMPARE(Client(slow).buildSignedUrl(thingCall(), 60s).error.kind, ErrorKind::Usage);
    QCOMPARE(server.connections(), 0);
}

void TestPolicy::logIsOffByDefault()
{
    QVERIFY(!lcHttp().isDebugEnabled());
    ScriptedServer server;
    server.enqueue(Step::json("{}"));
    Client client(optionsFor(server));
    const auto previous = qInstallMessageHandler(&TestPolicy::keepLog);
    auto *reply = client.call<Json>(thingCall());
    const bool done = finish(reply);
    qInstallMessageHandler(previous);
    QVERIFY(done);
    QCOMPARE(s_log, QStringList());
    delete reply;
}

void TestPolicy::logHoldsNoSecret()
{
    QLoggingCategory::setFilterRules(u"tc.http.debug=true"_s);
    ScriptedServer server;
    server.enqueue(Step::json("{}").with("x-for-request-id", "request-1"));
    server.enqueue(Step::error(401, "AuthenticationFailed", "Bad mac in mac=\\\"SECRETMAC\\\""));
    server.enqueue(Step::silence(Step::Fault::Close), 2);
    ClientOptions options = optionsFor(server);
    options.retry = fastRetries(0);
    options.authorizedScopes = QStringList { u"SECRETSCOPE"_s };
    Client client(options);
    const auto previous = qInstallMessageHandler(&TestPolicy::keepLog);
    QList<Error> errors;
    for (const Call &call : { thingCall(), Call { &getThing, { u"a"_s }, { { u"bewit"_s, u"SECRET"_s } }, {}, {} },
             Call { &putThing, { u"b"_s }, {}, R"({"secret":"SECRET"})"_ba, {} } }) {
        auto *reply = client.call<Json>(call);
        finish(reply);
        errors.append(reply->error());
        delete reply;
    }
    qInstallMessageHandler(previous);
    QLoggingCategory::setFilterRules({});
    QCOMPARE(s_log.size(), 3);
    QByteArrayList secrets { "SECRET", "Hawk id", me.accessToken.toUtf8() };
    for (const Request &request : server.requests())
        secrets.append(attribute(request.header("authorization"), u"mac"_s).toLatin1());
    for (const QString &line : std::as_const(s_log)) {
        QVERIFY(line.startsWith(u"tc.http: {"_s));
        QVERIFY(!line.contains(u'\n'));
        QVERIFY(QJsonDocument::fromJson(line.mid(9).toUtf8()).isObject());
        for (const QByteArray &secret : std::as_const(secrets))
            QVERIFY2(!line.toUtf8().contains(secret), qPrintable(line));
    }
    const QJsonObject first = QJsonDocument::fromJson(s_log.first().mid(9).toUtf8()).object();
    QCOMPARE(first.value("method"_L1).toString(), u"test.getThing"_s);
    QCOMPARE(first.value("verb"_L1).toString(), u"GET"_s);
    QCOMPARE(first.value("status"_L1).toInt(), 200);
    QCOMPARE(first.value("requestId"_L1).toString(), u"request-1"_s);
    QCOMPARE(first.value("authorized"_L1).toBool(), true);
    for (const Error &error : std::as_const(errors)) {
        const QByteArray all = error.message.toUtf8() + error.details.toCompact();
        for (const QByteArray &secret : std::as_const(secrets))
            QVERIFY2(!all.contains(secret), all.constData());
    }
}

QTEST_GUILESS_MAIN(TestPolicy)
#include "test_policy.moc"
