// SPDX-License-Identifier: MPL-2.0
// Where a program gets root URL, credentials and settings from: the environment, a taskcluster-proxy, secrets.
#include "environment.h"
#include "testcalls.h"

#include <tc/config.h>
#include <tc/environment.h>
#include <tc/faketransport.h>
#include <tc/purgecache.h>
#include <tc/queue.h>
#include <tc/secrets.h>
#include <tc/webserver.h>
#include <tc/workermanager.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tc;
using namespace tc::test;

class TestConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void readsTheEnvironment();
    void normalizesTheRootUrl_data();
    void normalizesTheRootUrl();
    void emptyIsUnset();
    void halfACredentialIsNone_data();
    void halfACredentialIsNone();
    void defaultsStay();
    void proxyOnlyInsideATask();
    void proxyTakesNoCredentials();
    void proxyIsCalledWithoutCredentials_data();
    void proxyIsCalledWithoutCredentials();
    void configPrefersWhatIsGiven();
    void configThenTheEnvironment();
    void configThenTheProxy();
    void configThenNobody();
    void configWithoutRootUrl();
    void configRefusesHalfACredential();
    void configDecidesLate();
    void configAuthenticatesAgain();
    void everyServiceByName();
    void secretsAreSelected_data();
    void secretsAreSelected();
    void secretsAreRefused_data();
    void secretsAreRefused();
    void secretsFromTheService();
    void secretsThatCannotBeRead();
    void secretsFromALocalSource();

private:
    ClientOptions options(const QString &rootUrl = {}) const;
    FakeRequest callPing(TaskclusterConfig &config);

    std::shared_ptr<FakeTransport> m_fake;
    std::unique_ptr<Environment> m_environment;
};

namespace {

const QString root = u"https://tc.example.com"_s;
const Credentials me { u"tester/me"_s, u"SECRET-access-token-0123456789"_s, {} };

QByteArray idOf(const FakeRequest &request)
{
    const QByteArray header = request.header("authorization");
    const qsizetype start = header.indexOf("id=\"") + 4;
    return header.isEmpty() ? QByteArray() : header.mid(start, header.indexOf('"', start) - start);
}

QJsonObject object(const QByteArray &json)
{
    return Json::parse(json).value_or(Json()).toObject();
}

} // namespace

void TestConfig::init()
{
    m_environment = std::unique_ptr<Environment>(new Environment { { "TASKCLUSTER_ROOT_URL", {} },
        { "TASKCLUSTER_CLIENT_ID", {} }, { "TASKCLUSTER_ACCESS_TOKEN", {} }, { "TASKCLUSTER_CERTIFICATE", {} },
        { "TASKCLUSTER_PROXY_URL", {} }, { "TASK_ID", {} } });
    m_fake = std::make_shared<FakeTransport>();
    m_fake->any([](const FakeRequest &) { return FakeResponse::json("{}"); });
}

void TestConfig::cleanup()
{
    m_environment.reset();
}

ClientOptions TestConfig::options(const QString &rootUrl) const
{
    ClientOptions options;
    options.rootUrl = rootUrl;
    options.retry = fastRetries(0);
    options.transport = m_fake;
    return options;
}

/// Calls through \a config and gives what went out.
FakeRequest TestConfig::callPing(TaskclusterConfig &config)
{
    const std::unique_ptr<Reply<Json>> reply(config.call({ .service = u"queue"_s, .method = u"ping"_s }));
    const qsizetype before = m_fake->requests().size();
    if (!finish(reply.get()) || reply->error() || m_fake->requests().size() != before + 1)
        return {};
    return m_fake->requests().constLast();
}

void TestConfig::readsTheEnvironment()
{
    m_environment->set("TASKCLUSTER_ROOT_URL", "https://tc.example.com/");
    m_environment->set("TASKCLUSTER_CLIENT_ID", "env/client");
    m_environment->set("TASKCLUSTER_ACCESS_TOKEN", "SECRET-token-of-the-environment");
    m_environment->set("TASKCLUSTER_CERTIFICATE", R"({"version":1})");
    m_environment->set("TASKCLUSTER_PROXY_URL", "http://proxy.example.com");
    m_environment->set("TASK_ID", "T");
    const ClientOptions made = optionsFromEnvironment();
    QCOMPARE(made.rootUrl, root);
    Credentials credentials;
    made.credentials->provide([&credentials](const Result<Credentials> &answer) { credentials = *answer; });
    QCOMPARE(credentials.clientId, u"env/client"_s);
    QCOMPARE(credentials.accessToken.size(), 31);
    QCOMPARE(credentials.certificate, uR"({"version":1})"_s);
}

void TestConfig::normalizesTheRootUrl_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QString>("rootUrl");
    QTest::newRow("slashes") << "https://tc.example.com///"_ba << root;
    QTest::newRow("white space") << " https://tc.example.com \n"_ba << root;
    QTest::newRow("a path") << "https://tc.example.com/a/"_ba << QString(root + u"/a"_s);
    QTest::newRow("malformed") << "tc.example.com"_ba << u"tc.example.com"_s; // so that the call can say what is wrong
}

void TestConfig::normalizesTheRootUrl()
{
    QFETCH(const QByteArray, variable);
    QFETCH(const QString, rootUrl);
    m_environment->set("TASKCLUSTER_ROOT_URL", variable);
    QCOMPARE(optionsFromEnvironment().rootUrl, rootUrl);
}

void TestConfig::emptyIsUnset()
{
    m_environment->set("TASKCLUSTER_ROOT_URL", "");
    m_environment->set("TASKCLUSTER_CLIENT_ID", "");
    m_environment->set("TASKCLUSTER_ACCESS_TOKEN", "");
    const ClientOptions made = optionsFromEnvironment(options(root));
    QCOMPARE(made.rootUrl, root);
    QVERIFY(!made.credentials);
    m_environment->set("TASK_ID", "");
    QVERIFY(!optionsForTaskclusterProxy());
}

void TestConfig::halfACredentialIsNone_data()
{
    QTest::addColumn<QByteArray>("clientId");
    QTest::addColumn<QByteArray>("accessToken");
    QTest::newRow("id") << "env/client"_ba << QByteArray();
    QTest::newRow("token") << QByteArray() << "SECRET-token-of-the-environment"_ba;
}

void TestConfig::halfACredentialIsNone()
{
    QFETCH(const QByteArray, clientId);
    QFETCH(const QByteArray, accessToken);
    m_environment->set("TASKCLUSTER_CLIENT_ID", clientId);
    m_environment->set("TASKCLUSTER_ACCESS_TOKEN", accessToken);
    QTest::ignoreMessage(QtWarningMsg,
        clientId.isEmpty() ? "TASKCLUSTER_ACCESS_TOKEN is set without TASKCLUSTER_CLIENT_ID; both are needed."
                           : "TASKCLUSTER_CLIENT_ID is set without TASKCLUSTER_ACCESS_TOKEN; both are needed.");
    QVERIFY(!optionsFromEnvironment().credentials);
}

void TestConfig::defaultsStay()
{
    ClientOptions defaults = options(root);
    defaults.credentials = fixedCredentials(me);
    defaults.traceId = u"trace"_s;
    const ClientOptions made = optionsFromEnvironment(defaults);
    QCOMPARE(made.rootUrl, root);
    QCOMPARE(made.credentials, defaults.credentials);
    QCOMPARE(made.traceId, u"trace"_s);
}

void TestConfig::proxyOnlyInsideATask()
{
    m_environment->set("TASKCLUSTER_PROXY_URL", "http://proxy.example.com/");
    const auto outside = optionsForTaskclusterProxy();
    QVERIFY(!outside);
    QCOMPARE(outside.error.kind, ErrorKind::Usage);
    QVERIFY(outside.error.message.contains(u"TASK_ID"_s));
    m_environment->set("TASK_ID", "T");
    QCOMPARE(optionsForTaskclusterProxy()->rootUrl, u"http://proxy.example.com"_s);
    m_environment->set("TASKCLUSTER_PROXY_URL", {});
    QCOMPARE(optionsForTaskclusterProxy()->rootUrl, u"http://taskcluster"_s);
    QVERIFY(!optionsForTaskclusterProxy()->credentials);
}

void TestConfig::proxyTakesNoCredentials()
{
    m_environment->set("TASK_ID", "T");
    ClientOptions defaults = options(root);
    defaults.credentials = fixedCredentials(me);
    const auto made = optionsForTaskclusterProxy(defaults);
    QVERIFY(!made);
    QCOMPARE(made.error.kind, ErrorKind::Usage);
    // Nor does a client of it, if somebody gives it some afterwards.
    Client client(*optionsForTaskclusterProxy(options()));
    ClientOptions changed = client.options();
    changed.credentials = fixedCredentials(me);
    const auto derived = client.derive(changed);
    const std::unique_ptr<Reply<Json>> reply(derived->call<Json>(thingCall()));
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::Usage);
    QCOMPARE(m_fake->requests().size(), 0);
}

void TestConfig::proxyIsCalledWithoutCredentials_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("url");
    QTest::newRow("default") << QByteArray() << "http://taskcluster/api/queue/v1/ping"_ba;
    QTest::newRow("slash") << "http://taskcluster/"_ba
                           << "http://taskcluster/api/queue/v1/ping"_ba;
    QTest::newRow("port") << "http://localhost:60024"_ba
                          << "http://localhost:60024/api/queue/v1/ping"_ba;
    QTest::newRow("path") << "http://172.17.0.1:80/proxy/"_ba
                          << "http://172.17.0.1:80/proxy/api/queue/v1/ping"_ba;
}

void TestConfig::proxyIsCalledWithoutCredentials()
{
    QFETCH(const QByteArray, variable);
    QFETCH(const QByteArray, url);
    m_environment->set("TASK_ID", "T");
    m_environment->set("TASKCLUSTER_PROXY_URL", variable);
    Client client(*optionsForTaskclusterProxy(options(root)));
    const std::unique_ptr<Reply<void>> reply(Queue(&client).ping());
    QVERIFY(finish(reply.get()));
    QVERIFY2(!reply->error(), qPrintable(reply->error().message));
    QCOMPARE(m_fake->requests().constFirst().url.toEncoded(), url);
    QVERIFY(m_fake->requests().constFirst().header("authorization").isEmpty());
}

void TestConfig::configPrefersWhatIsGiven()
{
    m_environment->set("TASKCLUSTER_ROOT_URL", "https://env.example.com");
    m_environment->set("TASKCLUSTER_CLIENT_ID", "env/client");
    m_environment->set("TASKCLUSTER_ACCESS_TOKEN", "SECRET-token-of-the-environment");
    m_environment->set("TASK_ID", "T");
    TaskclusterConfig config(options(root));
    QVERIFY(!config.authenticate(me));
    QCOMPARE(config.source(), TaskclusterConfig::Source::Explicit);
    const FakeRequest request = callPing(config);
    QCOMPARE(idOf(request), "tester/me"_ba);
    QCOMPARE(request.url.host(), u"tc.example.com"_s);
    ClientOptions given = options(root);
    given.credentials = fixedCredentials(me);
    TaskclusterConfig other(given);
    QCOMPARE(idOf(callPing(other)), "tester/me"_ba);
    QCOMPARE(other.source(), TaskclusterConfig::Source::Explicit);
}

void TestConfig::configThenTheEnvironment()
{
    m_environment->set("TASKCLUSTER_ROOT_URL", "https://env.example.com/");
    m_environment->set("TASKCLUSTER_CLIENT_ID", "env/client");
    m_environment->set("TASKCLUSTER_ACCESS_TOKEN", "SECRET-token-of-the-environment");
    m_environment->set("TASKCLUSTER_CERTIFICATE", R"({"version":1,"seed":"SECRET"})");
    m_environment->set("TASK_ID", "T");
    TaskclusterConfig config(options());
    const FakeRequest request = callPing(config);
    QCOMPARE(config.source(), TaskclusterConfig::Source::Environment);
    QCOMPARE(idOf(request), "env/client"_ba);
    QCOMPARE(request.url.host(), u"env.example.com"_s);
    // Temporary credentials work only with their certificate.
    const QByteArray header = request.header("authorization");
    const qsizetype start = header.indexOf("ext=\"") + 5;
    const QByteArray ext = QByteArray::fromBase64(header.mid(start, header.indexOf('"', start) - start));
    QVERIFY(ext.contains(R"("certificate":{"version":1)"));
}

void TestConfig::configThenTheProxy()
{
    m_environment->set("TASKCLUSTER_ROOT_URL", "https://env.example.com/");
    m_environment->set("TASK_ID", "T");
    m_environment->set("TASKCLUSTER_PROXY_URL", "http://taskcluster:8080");
    TaskclusterConfig config(options(root));
    const FakeRequest request = callPing(config);
    QCOMPARE(config.source(), TaskclusterConfig::Source::TaskclusterProxy);
    QCOMPARE(request.url.toEncoded(), "http://taskcluster:8080/api/queue/v1/ping"_ba);
    QVERIFY(request.header("authorization").isEmpty());
}

void TestConfig::configThenNobody()
{
    m_environment->set("TASKCLUSTER_PROXY_URL", "http://taskcluster:8080"); // but this is no task
    TaskclusterConfig config(options(root));
    const FakeRequest request = callPing(config);
    QCOMPARE(config.source(), TaskclusterConfig::Source::Anonymous);
    QCOMPARE(request.url.host(), u"tc.example.com"_s);
    QVERIFY(request.header("authorization").isEmpty());
}

void TestConfig::configWithoutRootUrl()
{
    TaskclusterConfig config(options());
    const Error error = config.authenticate(me);
    QCOMPARE(error.kind, ErrorKind::Usage);
    QCOMPARE(config.source(), TaskclusterConfig::Source::Undecided);
    const std::unique_ptr<Reply<void>> reply(config.service<Queue>()->ping());
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error().kind, ErrorKind::Usage);
    QCOMPARE(reply->error().message, error.message);
    QCOMPARE(m_fake->requests().size(), 0);
}

void TestConfig::configRefusesHalfACredential()
{
    TaskclusterConfig config(options(root));
    QCOMPARE(config.authenticate({ u"tester/me"_s, {}, {} }).kind, ErrorKind::Usage);
    QCOMPARE(config.authenticate({ {}, u"SECRET-access-token"_s, {} }).kind, ErrorKind::Usage);
    QCOMPARE(config.authenticate({ {}, {}, u"{}"_s }).kind, ErrorKind::Usage);
    QCOMPARE(config.source(), TaskclusterConfig::Source::Undecided);
}

void TestConfig::configDecidesLate()
{
    TaskclusterConfig config(options()); // before anybody has set anything
    m_environment->set("TASKCLUSTER_ROOT_URL", "https://env.example.com/");
    m_environment->set("TASKCLUSTER_CLIENT_ID", "env/client");
    m_environment->set("TASKCLUSTER_ACCESS_TOKEN", "SECRET-token-of-the-environment");
    QCOMPARE(config.source(), TaskclusterConfig::Source::Undecided);
    QCOMPARE(idOf(callPing(config)), "env/client"_ba);
    QCOMPARE(config.source(), TaskclusterConfig::Source::Environment);
}

void TestConfig::configAuthenticatesAgain()
{
    TaskclusterConfig config(options(root));
    Queue *const before = config.service<Queue>();
    QCOMPARE(config.service<Queue>(), before);
    QVERIFY(!config.authenticate(me));
    Queue *const after = config.service<Queue>();
    QVERIFY(after != before);
    const std::unique_ptr<Reply<void>> anonymous(before->ping());
    QVERIFY(finish(anonymous.get()));
    QVERIFY(m_fake->requests().constLast().header("authorization").isEmpty());
    const std::unique_ptr<Reply<void>> authenticated(after->ping());
    QVERIFY(finish(authenticated.get()));
    QCOMPARE(idOf(m_fake->requests().constLast()), "tester/me"_ba);
    // What does not work changes nothing.
    QCOMPARE(config.authenticate({ u"half"_s, {}, {} }).kind, ErrorKind::Usage);
    QCOMPARE(config.service<Queue>(), after);
    QCOMPARE(config.source(), TaskclusterConfig::Source::Explicit);
}

void TestConfig::everyServiceByName()
{
    TaskclusterConfig config(options(root));
    for (const auto &name : { u"PurgeCache"_s, u"purge_cache"_s, u"WorkerManager"_s, u"webServer"_s, u"queue"_s }) {
        const std::unique_ptr<Reply<Json>> reply(config.call({ .service = name, .method = u"ping"_s }));
        QVERIFY(finish(reply.get()));
        QVERIFY2(!reply->error(), qPrintable(reply->error().message));
    }
    QVERIFY(config.service<PurgeCache>() && config.service<WorkerManager>() && config.service<WebServer>());
    QCOMPARE(config.service<PurgeCache>()->client(), config.client());
}

void TestConfig::secretsAreSelected_data()
{
    QTest::addColumn<QStringList>("prefixes");
    QTest::addColumn<QByteArray>("existing");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("everything") << QStringList() << "{}"_ba
                                << R"({"common":{"a":1,"b":1},"backend":{"b":2},"task":{"c":3}})"_ba;
    QTest::newRow("one prefix") << QStringList { u"backend"_s } << "{}"_ba
                                << R"({"b":2})"_ba;
    QTest::newRow("the later one counts") << QStringList { u"common"_s, u"backend"_s } << "{}"_ba
                                          << R"({"a":1,"b":2})"_ba;
    QTest::newRow("in their order") << QStringList { u"backend"_s, u"common"_s } << "{}"_ba
                                    << R"({"a":1,"b":1})"_ba;
    QTest::newRow("one is missing") << QStringList { u"common"_s, u"bot"_s } << "{}"_ba
                                    << R"({"a":1,"b":1})"_ba;
    QTest::newRow("existing gives way") << QStringList { u"task"_s } << R"({"c":0,"d":4})"_ba
                                        << R"({"c":3,"d":4})"_ba;
}

void TestConfig::secretsAreSelected()
{
    QFETCH(const QStringList, prefixes);
    QFETCH(const QByteArray, existing);
    QFETCH(const QByteArray, expected);
    const auto selected = selectSecrets(object(R"({"common":{"a":1,"b":1},"backend":{"b":2},"task":{"c":3}})"),
        { .prefixes = prefixes, .existing = object(existing) });
    QVERIFY(selected);
    QCOMPARE(*selected, object(expected));
}

void TestConfig::secretsAreRefused_data()
{
    QTest::addColumn<QStringList>("prefixes");
    QTest::addColumn<QStringList>("required");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("message");
    QTest::newRow("required") << QStringList() << QStringList { u"a"_s, u"x"_s, u"y"_s } << ErrorKind::NotFound
                              << u"The secret has no value for: x, y."_s;
    QTest::newRow("behind another prefix") << QStringList { u"b"_s } << QStringList { u"a"_s } << ErrorKind::NotFound
                                           << u"The secret has no value for: a."_s;
    QTest::newRow("a prefix that is none") << QStringList { u"a"_s } << QStringList() << ErrorKind::Protocol
                                           << u"\"a\" in the secret holds no settings."_s;
}

void TestConfig::secretsAreRefused()
{
    QFETCH(const QStringList, prefixes);
    QFETCH(const QStringList, required);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, message);
    const auto selected
        = selectSecrets(object(R"({"a":"SECRET","b":{}})"), { .prefixes = prefixes, .required = required });
    QVERIFY(!selected);
    QCOMPARE(selected.error.kind, kind);
    QCOMPARE(selected.error.message, message);
}

void TestConfig::secretsFromTheService()
{
    m_fake->on("secrets", "get", [](const FakeRequest &) {
        return FakeResponse::json(
            R"({"expires":"2030-01-01T00:00:00.000Z","secret":{"common":{"a":1},"other":{"a":2}}})");
    });
    TaskclusterConfig config(options(root));
    QVERIFY(!config.authenticate(me));
    const std::unique_ptr<Reply<Json>> reply(config.loadSecrets(u"project/foo/prod"_s,
        { .prefixes = { u"common"_s }, .required = { u"a"_s }, .existing = object(R"({"b":"dev"})") }));
    QVERIFY(finish(reply.get()));
    QVERIFY2(!reply->error(), qPrintable(reply->error().message));
    QCOMPARE(reply->value().toObject(), object(R"({"a":1,"b":"dev"})"));
    QCOMPARE(m_fake->requests().constLast().arguments, QStringList { u"project/foo/prod"_s });
    QCOMPARE(idOf(m_fake->requests().constLast()), "tester/me"_ba);
    const std::unique_ptr<Reply<Json>> missing(
        config.loadSecrets(u"project/foo/prod"_s, { .required = { u"bugzilla_token"_s } }));
    QVERIFY(finish(missing.get()));
    QCOMPARE(missing->error().kind, ErrorKind::NotFound);
    QCOMPARE(missing->error().code, u"MissingSecrets"_s);
    QCOMPARE(missing->error().method, u"secrets.get"_s);
}

void TestConfig::secretsThatCannotBeRead()
{
    m_fake->on(
        "secrets", "get", [](const FakeRequest &) { return FakeResponse::error(404, "ResourceNotFound", "no"); });
    Client client(options(root));
    const std::unique_ptr<Reply<Json>> absent(loadSecrets(&client, u"a"_s));
    QVERIFY(finish(absent.get()));
    QCOMPARE(absent->error().kind, ErrorKind::NotFound);
    QCOMPARE(absent->error().code, u"ResourceNotFound"_s);
    m_fake->on("secrets", "get", [](const FakeRequest &) { return FakeResponse::json("[]"); });
    const std::unique_ptr<Reply<Json>> wrong(loadSecrets(&client, u"a"_s));
    QVERIFY(finish(wrong.get()));
    QCOMPARE(wrong->error().kind, ErrorKind::Protocol);
}

void TestConfig::secretsFromALocalSource()
{
    Client client(options()); // has not even a root URL
    bool finished = false;
    auto *reply = loadSecrets(
        &client, u"a"_s, { .prefixes = { u"p"_s }, .required = { u"x"_s }, .local = object(R"({"p":{"x":1}})") });
    reply->onSuccess(this, [&finished](const Json &value) {
        QCOMPARE(value.toObject(), object(R"({"x":1})"));
        finished = true;
    });
    QVERIFY(!reply->isFinished());
    QTRY_VERIFY(finished);
    const std::unique_ptr<Reply<Json>> missing(
        loadSecrets(&client, u"a"_s, { .required = { u"y"_s }, .local = QJsonObject() }));
    QVERIFY(finish(missing.get()));
    QCOMPARE(missing->error().kind, ErrorKind::NotFound);
    QCOMPARE(m_fake->requests().size(), 0);
}

QTEST_GUILESS_MAIN(TestConfig)
#include "test_config.moc"
