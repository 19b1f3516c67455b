// SPDX-License-Identifier: MPL-2.0
// What the library logs with DEBUG_TASKCLUSTER_CLIENT set, and that no secret is ever in it.
#include "scriptedserver.h"
#include "testcalls.h"

#include <tc/apicall.h>
#include <tc/hawk.h>
#include <tc/logging.h>
#include <tc/secretsloader.h>

#include <QDateTime>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tc;
using namespace tc::test;

class TestLogging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void variableSwitchesOn();
    void rulesGoFirst();
    void callsAreLogged();
    void retriesAreLogged();
    void clockIsLogged();
    void nothingSecret_data();
    void nothingSecret();

private:
    static void keep(QtMsgType, const QMessageLogContext &context, const QString &message);
    static QStringList s_log;
    QtMessageHandler m_previous = nullptr;
};

QStringList TestLogging::s_log;

namespace {

const char *const certificate
    = R"({"version":1,"scopes":["scope:a"],"start":1,"expiry":9999999999999,"seed":"SECRETSEED-0123456789-0123456789-01234567","signature":"SECRETSIGNATURE0123456789="})";
const Credentials me { u"tester/me"_s, u"SECRET-access-token-0123456789"_s, QString::fromLatin1(certificate) };

ClientOptions optionsFor(const ScriptedServer &server)
{
    ClientOptions options;
    options.rootUrl = server.url();
    options.retry = fastRetries(1);
    options.credentials = fixedCredentials(me);
    options.authorizedScopes = QStringList { u"scope:b"_s };
    return options;
}

/// Everything that must not be in a log after \a requests.
QByteArrayList secretsOf(const QList<Request> &requests)
{
    static const QRegularExpression attribute(u"\\b(mac|ext|nonce|hash)=\"([^\"]+)\""_s);
    QByteArrayList secrets { "SECRET" };
    secrets.append(QByteArray(certificate).toBase64().left(40));
    for (const Request &request : requests) {
        auto found = attribute.globalMatch(QString::fromLatin1(request.header("authorization")));
        while (found.hasNext())
            secrets.append(found.next().captured(2).toLatin1());
    }
    return secrets;
}

} // namespace

void TestLogging::keep(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    s_log.append(QString::fromLatin1(context.category) + ": "_L1 + message);
}

void TestLogging::init()
{
    s_log.clear();
    m_previous = qInstallMessageHandler(&TestLogging::keep);
}

void TestLogging::cleanup()
{
    qInstallMessageHandler(m_previous);
    QLoggingCategory::setFilterRules({});
}

void TestLogging::variableSwitchesOn()
{
    QVERIFY(lcHttp().isDebugEnabled());
    QVERIFY(lcCall().isDebugEnabled());
}

void TestLogging::rulesGoFirst()
{
    QLoggingCategory::setFilterRules(u"tc.http.debug=false"_s);
    QVERIFY(!lcHttp().isDebugEnabled());
    QVERIFY(lcCall().isDebugEnabled());
}

void TestLogging::callsAreLogged()
{
    ScriptedServer server;
    server.enqueue(Step::json("{}"));
    Client client(optionsFor(server));
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QVERIFY(!reply->error());
    QCOMPARE(s_log.size(), 1);
    QVERIFY2(s_log.constFirst().startsWith(u"tc.http: {"_s), qPrintable(s_log.constFirst()));
    QVERIFY(s_log.constFirst().contains(u"\"method\":\"test.getThing\""_s));
    QVERIFY(s_log.constFirst().contains(u"\"authorized\":true"_s));
}

void TestLogging::retriesAreLogged()
{
    ScriptedServer server;
    server.enqueue(Step::error(500, "InternalServerError", "out of order"), 2);
    Client client(optionsFor(server));
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QCOMPARE(s_log.size(), 4); // two exchanges, a retry, an end
    QCOMPARE(s_log.at(1).left(35), u"tc.call: test.getThing: attempt 2 i"_s);
    QVERIFY2(s_log.at(1).endsWith(u": out of order"_s), qPrintable(s_log.at(1)));
    QCOMPARE(s_log.at(3), u"tc.call: test.getThing: ended after 2 attempts: out of order"_s);
}

void TestLogging::clockIsLogged()
{
    ScriptedServer server;
    const QDateTime theirs = QDateTime::currentDateTimeUtc().addSecs(7200);
    const QByteArray date = QLocale::c().toString(theirs, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
    server.enqueue(Step::error(401, "AuthenticationFailed", "Stale timestamp").with("Date", date));
    server.enqueue(Step::json("{}"));
    Client client(optionsFor(server));
    const std::unique_ptr<Reply<Json>> reply(client.call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    static const QRegularExpression line(
        u"^tc\\.call: The clock of 127\\.0\\.0\\.1 is (719\\d|7200) s ahead of ours\\.$"_s);
    QVERIFY2(!s_log.filter(line).isEmpty(), qPrintable(s_log.join(u'\n')));
}

void TestLogging::nothingSecret_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("a good reply") << 0;
    QTest::newRow("an error that repeats the request") << 1;
    QTest::newRow("a web page that does") << 2;
    QTest::newRow("a redirect to a signed URL") << 3;
    QTest::newRow("no answer") << 4;
    QTest::newRow("something that is not JSON") << 5;
    QTest::newRow("a refused signature") << 6;
    QTest::newRow("a header that is too long") << 7;
    QTest::newRow("a certificate that is none") << 8;
}

void TestLogging::nothingSecret()
{
    QFETCH(const int, fault);
    ScriptedServer server;
    server.setHandler([fault](const Request &request) {
        const QByteArray header = request.header("authorization");
        const QByteArray repeated = "You sent Authorization: " + header + '\n' + request.target
            + "\n{\"accessToken\": \"" + me.accessToken.toLatin1() + "\"} " + certificate;
        if (fault == 1) {
            return Step::json(Json(QJsonObject { { u"code"_s, u"X"_s }, { u"message"_s, QString::fromLatin1(repeated) },
                                       { u"requestInfo"_s, QString::fromLatin1(header) } })
                                  .toCompact(),
                500);
        }
        if (fault == 2)
            return Step::reply(502, "text/html", "<html><body>" + repeated + "</body></html>");
        if (fault == 3)
            return Step::redirect(QUrl(u"https://storage.example.com/x?X-Amz-Signature=SECRET&bewit=SECRET"_s), 302);
        if (fault == 4)
            return Step::silence(Step::Fault::Close);
        if (fault == 5)
            return Step::json(repeated);
        if (fault == 6)
            return Step::error(401, "AuthenticationFailed", "Bad mac in " + header.left(60).replace('"', '\''));
        return Step::json("{}");
    });
    ClientOptions options = optionsFor(server);
    if (fault == 7)
        options.authorizedScopes = QStringList(200, u"scope:b"_s);
    if (fault == 8)
        options.credentials = fixedCredentials({ me.clientId, me.accessToken, u"SECRET certificate"_s });
    Client client(options);
    QList<Error> errors;
    const auto run = [&errors](Reply<Json> *reply) {
        const bool done = finish(reply);
        errors.append(reply->error());
        delete reply;
        return done;
    };
    QVERIFY(run(client.call<Json>(thingCall())));
    QVERIFY(run(client.call<Json>({ &getThing, { u"a"_s }, { { u"bewit"_s, u"SECRET"_s } }, {}, {} })));
    QVERIFY(run(client.call<Json>({ &putThing, { u"b"_s }, {}, R"({"secret":"SECRET"})"_ba, {} })));
    QVERIFY(run(client.call<Json>({ &sendMail, {}, {}, R"({"secret":"SECRET"})"_ba, {} })));
    QVERIFY(run(loadSecrets(&client, u"name"_s, { .required = { u"x"_s } })));
    QVERIFY(run(callByName(&client, { .service = u"queue"_s, .method = u"ping"_s })));
    errors.append(client.buildSignedUrl(thingCall()).error);
    QVERIFY(!s_log.isEmpty());
    const QByteArrayList secrets = secretsOf(server.requests());
    QVERIFY(fault >= 7 || secrets.size() > 12);
    QByteArrayList texts;
    for (const QString &line : std::as_const(s_log))
        texts.append(line.toUtf8());
    for (const Error &error : std::as_const(errors))
        texts.append(error.message.toUtf8() + error.details.toCompact() + error.code.toUtf8());
    for (const QByteArray &text : std::as_const(texts)) {
        for (const QByteArray &secret : secrets)
            QVERIFY2(!text.contains(secret), "a secret is in a log line or an error");
    }
}

int main(int argc, char **argv)
{
    // Before anything asks whether a category is on.
    qputenv("DEBUG_TASKCLUSTER_CLIENT", "1");
    QCoreApplication application(argc, argv);
    TestLogging test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_logging.moc"
