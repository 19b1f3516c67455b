// SPDX-License-Identifier: MPL-2.0
// The program tc-call as a process, against the demo deployment.
#include "demofixture.h"

#include "demo/demodeployment.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tc::test;

class TestTcCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void calls();
    void callsWithQuery();
    void callsByName();
    void sendsAPayload_data();
    void sendsAPayload();
    void anonymousCalls();
    void errorsGoToStandardError_data();
    void errorsGoToStandardError();
    void serverErrors();
    void printsUrls();
    void signedUrlsWork();
    void lists();
    void taskclusterProxy();
    void debugLog();
    void nothingSecretInAnyOutput();

private:
    struct Outcome {
        int code = -1;
        QByteArray output;
        QByteArray errors;
        QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
    };
    Outcome run(const QStringList &arguments, const QMap<QString, QString> &environment = {},
        bool withCredentials = true, const QByteArray &input = {});
    QString rootUrl() const { return u"http://127.0.0.1:"_s + QString::number(m_demo->port()); }

    std::unique_ptr<DemoFixture> m_demo;
    QTemporaryDir m_folder;
    QByteArray m_everything;
};

void TestTcCall::initTestCase()
{
    if (qEnvironmentVariable("TC_CALL").isEmpty())
        QSKIP("TC_CALL does not name the program");
    demo::DemoOptions options;
    options.simulate = false;
    m_demo = std::make_unique<DemoFixture>(options);
}

TestTcCall::Outcome TestTcCall::run(const QStringList &arguments, const QMap<QString, QString> &environment,
    bool withCredentials, const QByteArray &input)
{
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    for (const char *const name : { "TASKCLUSTER_CERTIFICATE", "TASKCLUSTER_PROXY_URL", "TASK_ID", "QT_LOGGING_RULES",
             "DEBUG_TASKCLUSTER_CLIENT", "TASKCLUSTER_CLIENT_ID", "TASKCLUSTER_ACCESS_TOKEN" })
        all.remove(QString::fromLatin1(name));
    all.insert(u"TASKCLUSTER_ROOT_URL"_s, rootUrl());
    if (withCredentials) {
        all.insert(u"TASKCLUSTER_CLIENT_ID"_s, demo::DemoDeployment::admin().clientId);
        all.insert(u"TASKCLUSTER_ACCESS_TOKEN"_s, demo::DemoDeployment::admin().accessToken);
    }
    for (auto it = environment.cbegin(); it != environment.cend(); ++it)
        all.insert(it.key(), it.value());
    QProcess process;
    process.setProcessEnvironment(all);
    process.start(qEnvironmentVariable("TC_CALL"), arguments);
    process.write(input);
    process.closeWriteChannel();
    Outcome outcome;
    if (process.waitForFinished(20'000) && process.exitStatus() == QProcess::NormalExit)
        outcome.code = process.exitCode();
    outcome.output = process.readAllStandardOutput();
    outcome.errors = process.readAllStandardError();
    m_everything += outcome.errors;
    return outcome;
}

void TestTcCall::calls()
{
    const QString taskId = demo::DemoDeployment::everyArtifactTask();
    const Outcome outcome = run({ u"queue"_s, u"status"_s, taskId });
    QCOMPARE(outcome.errors, QByteArray());
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.json().value("status"_L1).toObject().value("taskId"_L1).toString(), taskId);
}

void TestTcCall::callsWithQuery()
{
    const Outcome outcome
        = run({ u"queue"_s, u"listTaskGroup"_s, demo::DemoDeployment::groupOf5(), u"--query"_s, u"limit=2"_s });
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.json().value("tasks"_L1).toArray().size(), 2);
    const QString token = outcome.json().value("continuationToken"_L1).toString();
    QVERIFY(!token.isEmpty());
    const Outcome next = run({ u"queue"_s, u"listTaskGroup"_s, demo::DemoDeployment::groupOf5(), u"--query"_s,
        u"limit=1000"_s, u"--query"_s, u"continuationToken="_s + token });
    QCOMPARE(next.json().value("tasks"_L1).toArray().size(), 3);
}

void TestTcCall::callsByName()
{
    const QString taskId = demo::DemoDeployment::everyArtifactTask();
    const Outcome outcome = run({ u"queue"_s, u"status"_s, u"--arg"_s, u"taskId="_s + taskId });
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.json().value("status"_L1).toObject().value("taskId"_L1).toString(), taskId);
}

void TestTcCall::sendsAPayload_data()
{
    QTest::addColumn<bool>("fromFile");
    QTest::newRow("a file") << true;
    QTest::newRow("standard input") << false;
}

void TestTcCall::sendsAPayload()
{
    QFETCH(const bool, fromFile);
    const QByteArray payload = R"({"secret":{"color":"green"},"expires":"2099-01-01T00:00:00.000Z"})";
    const QString name = fromFile ? u"made/by-file"_s : u"made/by-input"_s;
    const QString path = m_folder.filePath(u"payload.json"_s);
    if (fromFile) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(payload);
    }
    const Outcome made = run({ u"secrets"_s, u"set"_s, name, u"--payload"_s, fromFile ? path : u"-"_s }, {}, true,
        fromFile ? QByteArray() : payload);
    QVERIFY2(made.code == 0, made.errors.constData());
    const Outcome read = run({ u"secrets"_s, u"get"_s, name });
    QCOMPARE(read.json().value("secret"_L1).toObject().value("color"_L1).toString(), u"green"_s);
}

void TestTcCall::anonymousCalls()
{
    const Outcome open = run({ u"queue"_s, u"ping"_s }, {}, false);
    QCOMPARE(open.code, 0);
    QVERIFY(!open.output.isEmpty());
    const Outcome closed = run({ u"secrets"_s, u"list"_s }, {}, false);
    QCOMPARE(closed.code, 1);
    QVERIFY2(closed.errors.startsWith("tc-call: secrets.list: 40"), closed.errors.constData());
    QCOMPARE(closed.output, QByteArray());
}

void TestTcCall::errorsGoToStandardError_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("nothing") << QStringList() << "--list"_ba;
    QTest::newRow("no method") << QStringList { u"queue"_s } << "--list"_ba;
    QTest::newRow("service") << QStringList { u"cue"_s, u"ping"_s } << "There is no service \"cue\""_ba;
    QTest::newRow("method") << QStringList { u"queue"_s, u"pong"_s } << "has no method \"pong\""_ba;
    QTest::newRow("arguments") << QStringList { u"queue"_s, u"status"_s } << "taskId"_ba;
    QTest::newRow("query") << QStringList { u"queue"_s, u"ping"_s, u"--query"_s, u"x=1"_s }
                           << "takes no query \"x\""_ba;
    QTest::newRow("query form") << QStringList { u"queue"_s, u"ping"_s, u"--query"_s, u"x"_s } << "name=value"_ba;
    QTest::newRow("option") << QStringList { u"queue"_s, u"ping"_s, u"--quary"_s } << "quary"_ba;
    QTest::newRow("payload") << QStringList { u"secrets"_s, u"set"_s, u"a"_s, u"--payload"_s, u"/nowhere"_s }
                             << "payload"_ba;
    QTest::newRow("root URL") << QStringList { u"queue"_s, u"ping"_s, u"--root-url"_s, u"nonsense"_s } << "root URL"_ba;
    QTest::newRow("URL of a POST") << QStringList { u"hooks"_s, u"removeHook"_s, u"a"_s, u"b"_s, u"--url"_s }
                                   << "Only a GET"_ba;
    QTest::newRow("expiry") << QStringList { u"queue"_s, u"ping"_s, u"--signed-url"_s, u"--expires"_s, u"soon"_s }
                            << "--expires"_ba;
    QTest::newRow("list") << QStringList { u"--list"_s, u"cue"_s } << "cue"_ba;
    QTest::newRow("no task") << QStringList { u"queue"_s, u"ping"_s, u"--taskcluster-proxy"_s } << "TASK_ID"_ba;
}

void TestTcCall::errorsGoToStandardError()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, words);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.output, QByteArray());
    QVERIFY2(outcome.errors.startsWith("tc-call: "), outcome.errors.constData());
    QVERIFY2(outcome.errors.contains(words), outcome.errors.constData());
}

void TestTcCall::serverErrors()
{
    const Outcome outcome = run({ u"queue"_s, u"task"_s, u"AAAAAAAAQACAAAAAAAAAAA"_s });
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.output, QByteArray());
    QVERIFY2(outcome.errors.startsWith("tc-call: queue.task: 404 ResourceNotFound: "), outcome.errors.constData());
}

void TestTcCall::printsUrls()
{
    const Outcome outcome = run({ u"queue"_s, u"getLatestArtifact"_s, u"T"_s, u"public/a b.log"_s, u"--url"_s,
        u"--root-url"_s, u"https://tc.example.com/"_s });
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.output, "https://tc.example.com/api/queue/v1/task/T/artifacts/public%2Fa%20b.log\n"_ba);
}

void TestTcCall::signedUrlsWork()
{
    const Outcome outcome = run({ u"secrets"_s, u"list"_s, u"--signed-url"_s, u"--expires"_s, u"60"_s });
    QCOMPARE(outcome.code, 0);
    const QUrl url = QUrl::fromEncoded(outcome.output.trimmed());
    QVERIFY(url.query().startsWith(u"bewit="_s));
    const QByteArray target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    QCOMPARE(fetch(m_demo->port(), "GET", target).status, 200);
    QVERIFY(fetch(m_demo->port(), "GET", target.left(target.indexOf('?'))).status >= 400);
    const Outcome anonymous = run({ u"secrets"_s, u"list"_s, u"--signed-url"_s }, {}, false);
    QCOMPARE(anonymous.code, 2);
}

void TestTcCall::lists()
{
    const Outcome all = run({ u"--list"_s });
    QCOMPARE(all.code, 0);
    QVERIFY(all.output.count('\n') >= 192);
    QVERIFY(all.output.contains("queue listTaskGroup GET /task-group/<taskGroupId>/list?limit&continuationToken\n"));
    const Outcome one = run({ u"--list"_s, u"purge-cache"_s });
    for (const QByteArray &line : one.output.trimmed().split('\n'))
        QVERIFY2(line.startsWith("purge-cache "), line.constData());
}

void TestTcCall::taskclusterProxy()
{
    // The demo stands for the proxy, which is asked without credentials.
    const QMap<QString, QString> task { { u"TASK_ID"_s, u"T"_s }, { u"TASKCLUSTER_PROXY_URL"_s, rootUrl() } };
    const Outcome outcome = run({ u"secrets"_s, u"list"_s, u"--taskcluster-proxy"_s }, task);
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.errors.startsWith("tc-call: secrets.list: 40"), outcome.errors.constData());
    QCOMPARE(run({ u"secrets"_s, u"list"_s }, task).code, 0); // not unless asked for
}

void TestTcCall::debugLog()
{
    const QMap<QString, QString> debug { { u"DEBUG_TASKCLUSTER_CLIENT"_s, u"1"_s } };
    const Outcome outcome = run({ u"secrets"_s, u"list"_s }, debug);
    QCOMPARE(outcome.code, 0);
    QVERIFY(!outcome.json().isEmpty()); // standard output is only the result
    QVERIFY2(outcome.errors.startsWith("tc.http: {"), outcome.errors.constData());
    QVERIFY(outcome.errors.contains("\"method\":\"secrets.list\""));
    const Outcome failed = run({ u"queue"_s, u"task"_s, u"AAAAAAAAQACAAAAAAAAAAA"_s }, debug);
    QVERIFY2(failed.errors.contains("tc.call: queue.task: ended after 1 attempts"), failed.errors.constData());
}

void TestTcCall::nothingSecretInAnyOutput()
{
    QVERIFY(m_everything.size() > 1000);
    for (const QByteArray &secret : { demo::DemoDeployment::admin().accessToken.toUtf8(), "mac="_ba, "Hawk"_ba })
        QVERIFY2(!m_everything.contains(secret), "a secret is in what tc-call printed");
}

QTEST_GUILESS_MAIN(TestTcCall)
#include "test_tccall.moc"
