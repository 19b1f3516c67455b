// SPDX-License-Identifier: MPL-2.0
// Generated types against replies that are not what the reference promises.
#include <tc/auth.h>
#include <tc/dockerworker_types.h>
#include <tc/genericworker_types.h>
#include <tc/github_types.h>
#include <tc/hooks_types.h>
#include <tc/queue_events.h>
#include <tc/queue_types.h>
#include <tc/workermanager_types.h>

#include <QJsonDocument>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace tc;

namespace {

const QByteArray minimalStatus = R"({"taskId":"t","provisionerId":"p","workerType":"w","taskQueueId":"p/w",
    "schedulerId":"-","projectId":"none","taskGroupId":"g","deadline":"2026-01-02T03:04:05.678Z",
    "expires":"2026-01-02T03:04:05.678Z","retriesLeft":5,"state":"running","runs":[]})";

/// \a json after decoding and encoding as a T, or the error.
template <typename T>
QByteArray again(const QByteArray &json)
{
    T value {};
    if (const auto error = decodeJson(json, &value))
        return error->toString().toUtf8();
    return encodeJson(value);
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

template <typename T>
void compareAgain(const QByteArray &json)
{
    QCOMPARE(object(again<T>(json)), object(json));
}

QByteArray with(const QByteArray &member, const QByteArray &value)
{
    QByteArray result = minimalStatus;
    const qsizetype start = result.indexOf(QByteArray("\"" + member + "\":"));
    Q_ASSERT(start >= 0);
    const qsizetype from = start + member.size() + 3;
    qsizetype to = from;
    while (result.at(to) != ',' && result.at(to) != '}')
        ++to;
    return result.replace(from, to - from, value);
}

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void membersInAnyOrder();
    void lastOfEqualMembersWins();
    void unknownMembersAreKept();
    void unknownEnumValuesAreKept();
    void absentIsNotNull();
    void nullIsKept();
    void setMembersReplaceWhatWasThere();
    void badDateIsKept();
    void otherConstantIsKept();
    void wrongTypes_data();
    void wrongTypes();
    void numbers();
    void escapedNames();
    void notUnicode();
    void cutAnywhere();
    void unionsByValue();
    void unionsByShape();
    void unionOfTextAndObjects();
    void unknownAlternative();
    void optionalOnly();
    void listAtTheTop();
    void patterns();
    void otherThreads();
};

void TestCodec::membersInAnyOrder()
{
    queue::TaskStatus a;
    queue::TaskStatus b;
    QVERIFY(!decodeJson(minimalStatus, &a));
    const QByteArray sorted = QJsonDocument(object(minimalStatus)).toJson();
    QVERIFY(!decodeJson(sorted, &b));
    QCOMPARE(a.taskId, u"t"_s);
    QCOMPARE(a.deadline, QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 678), Qt::UTC));
    QCOMPARE(a.deadline.timeSpec(), Qt::UTC);
    QCOMPARE(a.state, queue::TaskStatusState::Running);
    QCOMPARE(encodeJson(a), encodeJson(b));
    QVERIFY(a.unknownMembers.isEmpty());
}

void TestCodec::lastOfEqualMembersWins()
{
    const QByteArray twice = R"({"taskId":"first","runs":[{"runId":1}],"x":1,"retriesLeft":null,)"
        + minimalStatus.sliced(1, minimalStatus.size() - 2) + R"(,"x":2})";
    queue::TaskStatus status;
    QVERIFY(!decodeJson(twice, &status));
    QCOMPARE(status.taskId, u"t"_s);
    QCOMPARE(status.runs.size(), 0);
    QCOMPARE(status.retriesLeft, 5);
    QCOMPARE(status.unknownMembers.value("x")->toValue(), QJsonValue(2));
    QCOMPARE(object(encodeJson(status)), object(twice));
}

void TestCodec::unknownMembersAreKept()
{
    QByteArray json = minimalStatus;
    json.insert(1, R"("future":{"deep":[1,2,{"x":null}]},"other \"\u00e9":"text",)");
    queue::TaskStatus status;
    QVERIFY(!decodeJson(json, &status));
    QCOMPARE(status.unknownMembers.names(), (QList<QByteArray> { "future", "other \"\xc3\xa9" }));
    QCOMPARE(status.unknownMembers.value("future")->toObject().value("deep"_L1).toArray().size(), 3);
    QCOMPARE(object(encodeJson(status)), object(json));
    queue::TaskStatus copy = status;
    copy.unknownMembers.remove("future");
    QVERIFY(status.unknownMembers.value("future"));
    QVERIFY(!object(encodeJson(copy)).contains("future"_L1));
    copy.unknownMembers.insert("new", Json(QJsonValue(true)));
    QCOMPARE(object(encodeJson(copy)).value("new"_L1), QJsonValue(true));
}

void TestCodec::unknownEnumValuesAreKept()
{
    const QByteArray json = with("state", "\"paused\"");
    queue::TaskStatus status;
    QVERIFY(!decodeJson(json, &status));
    QVERIFY(!status.state.isKnown());
    QCOMPARE(status.state, queue::TaskStatusState::Unknown);
    QCOMPARE(status.state.toString(), u"paused"_s);
    compareAgain<queue::TaskStatus>(json);
    status.state = queue::TaskStatusState::Failed;
    QCOMPARE(object(encodeJson(status)).value("state"_L1).toString(), u"failed"_s);
}

void TestCodec::absentIsNotNull()
{
    queue::TaskStatusRun run;
    QVERIFY(!decodeJson(R"({"runId":0,"state":"pending","reasonCreated":"scheduled"})", &run));
    QVERIFY(!run.started && !run.workerId);
    // A required member that did not come does not go out either.
    QVERIFY(!object(encodeJson(run)).contains("scheduled"_L1));
    QCOMPARE(object(encodeJson(run)).size(), 3);
    // What a program makes itself has all required members, zero or not.
    queue::CreateTaskRequest request;
    request.retries = 0;
    QVERIFY(object(encodeJson(request)).contains("taskQueueId"_L1) == request.taskQueueId.has_value());
    QCOMPARE(object(encodeJson(request)).value("retries"_L1), QJsonValue(0));
    QVERIFY(!object(encodeJson(request)).contains("expires"_L1));
}

void TestCodec::nullIsKept()
{
    for (const char *member : { "taskId", "deadline", "retriesLeft", "state", "runs" })
        compareAgain<queue::TaskStatus>(
            member == QByteArray("runs") ? QByteArray(minimalStatus).replace("[]", "null") : with(member, "null"));
    queue::TaskDefinitionAndStatus both;
    QVERIFY(!decodeJson(R"({"status":null,"task":null})", &both));
    QCOMPARE(encodeJson(both), QByteArray(R"({"status":null,"task":null})"));
    queue::TaskStatusRun run;
    QVERIFY(!decodeJson(R"({"runId":0,"state":"pending","reasonCreated":"scheduled","started":null})", &run));
    QVERIFY(!run.started);
    QVERIFY(object(encodeJson(run)).value("started"_L1).isNull());
}

void TestCodec::setMembersReplaceWhatWasThere()
{
    queue::TaskStatus status;
    QVERIFY(!decodeJson(with("taskId", "null"), &status));
    status.taskId = u"new"_s;
    QCOMPARE(object(encodeJson(status)).value("taskId"_L1).toString(), u"new"_s);
    queue::TaskStatus partial;
    QVERIFY(!decodeJson("{}", &partial));
    QCOMPARE(encodeJson(partial), QByteArray("{}"));
    partial.retriesLeft = 3;
    QCOMPARE(encodeJson(partial), QByteArray("{\"retriesLeft\":3}"));
}

void TestCodec::badDateIsKept()
{
    const QByteArray json = with("expires", "\"next week\"");
    queue::TaskStatus status;
    QVERIFY(!decodeJson(json, &status));
    QVERIFY(!status.expires.isValid());
    compareAgain<queue::TaskStatus>(json);
    compareAgain<queue::TaskStatusRun>(
        R"({"runId":0,"state":"pending","reasonCreated":"scheduled","scheduled":"2026-01-01T00:00:00.000Z","started":"?"})");
}

void TestCodec::otherConstantIsKept()
{
    const QByteArray json = "{\"version\":2,\"status\":" + minimalStatus + ",\"task\":{\"tags\":{}}}";
    compareAgain<queue::TaskPendingMessage>(QByteArray(json).replace("\"task\"", "\"runId\":0,\"task\""));
    queue::TaskDefinedMessage message;
    QCOMPARE(object(encodeJson(message)).value("version"_L1), QJsonValue(1));
}

void TestCodec::wrongTypes_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &json, const QString &message) {
        QTest::addRow("%s", name) << json << message;
    };
    const QString at = u"tasks[1].status"_s;
    row("text", with("taskId", "7"), at + u".taskId: expected a string"_s);
    row("object as text", with("taskId", "{}"), at + u".taskId: expected a string"_s);
    row("state", with("state", "true"), at + u".state: expected a string"_s);
    row("date", with("deadline", "1"), at + u".deadline: expected a date"_s);
    row("number", with("retriesLeft", "\"5\""), at + u".retriesLeft: expected a number"_s);
    row("fraction", with("retriesLeft", "0.5"), at + u".retriesLeft: expected an integer of 64 bits"_s);
    row("huge", with("retriesLeft", "1e300"), at + u".retriesLeft: expected an integer of 64 bits"_s);
    row("list", QByteArray(minimalStatus).replace("[]", "{}"), at + u".runs: expected a list"_s);
    row("element", QByteArray(minimalStatus).replace("[]", "[{\"runId\":1},3]"),
        at + u".runs[1]: expected an object"_s);
    row("member of element", QByteArray(minimalStatus).replace("[]", "[{\"runId\":{}}]"),
        at + u".runs[0].runId: expected a number"_s);
    row("null element", QByteArray(minimalStatus).replace("[]", "[null]"),
        at + u".runs[0]: a value that its type cannot hold"_s);
    row("object", "[]", at + u": expected an object"_s);
}

void TestCodec::wrongTypes()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, message);
    const QByteArray page = "{\"tasks\":[{\"status\":" + minimalStatus + "},{\"status\":" + row + "}]}";
    queue::ListTaskGroupResponse response;
    const auto error = decodeJson(page, &response);
    QVERIFY(error);
    QCOMPARE(error->toString(), message);
}

void TestCodec::numbers()
{
    const auto retries = [](const QByteArray &text) {
        queue::TaskStatus status;
        return decodeJson(with("retriesLeft", text), &status) ? -1 : status.retriesLeft;
    };
    QCOMPARE(retries("9223372036854775807"), 9223372036854775807LL);
    QCOMPARE(retries("5.0"), 5);
    QCOMPARE(retries("1e3"), 1000);
    QCOMPARE(retries("05"), -1);
    QCOMPARE(retries("5x"), -1);
    QCOMPARE(retries("99999999999999999999"), -1);
}

void TestCodec::escapedNames()
{
    queue::TaskStatus status;
    QVERIFY(!decodeJson(QByteArray(minimalStatus).replace("\"taskId\"", "\"task\\u0049d\""), &status));
    QCOMPARE(status.taskId, u"t"_s);
    queue::TaskMetadata metadata;
    QVERIFY(
        !decodeJson(R"({"name":"a\"b\\c\u00e9\ud83d\ude00","description":"","owner":"o","source":"s"})", &metadata));
    QCOMPARE(metadata.name, u"a\"b\\c\u00e9\U0001F600"_s);
    QVERIFY(!metadata.description.isNull());
    queue::Task task;
    QVERIFY(!decodeJson(R"({"tags":{"a\"b":"c\nd"}})", &task));
    QCOMPARE(task.tags, (QMap<QString, QString> { { u"a\"b"_s, u"c\nd"_s } }));
    compareAgain<queue::Task>(R"({"tags":{"a\"b":"c\nd\u0001"}})");
}

void TestCodec::notUnicode()
{
    QTest::ignoreMessage(QtWarningMsg, "A reply held text that is not Unicode; it is shown as U+FFFD.");
    queue::TaskMetadata metadata;
    QVERIFY(!decodeJson("{\"name\":\"a\xff\xc3(\xed\xa0\x80z\",\"owner\":\"fine \xc3\xa9\"}", &metadata));
    QCOMPARE(metadata.name, u"a\ufffd\ufffd(\ufffd\ufffd\ufffdz"_s);
    QCOMPARE(metadata.owner, u"fine \u00e9"_s);
    QTest::ignoreMessage(QtWarningMsg, "A reply held text that is not Unicode; it is shown as U+FFFD.");
    QVERIFY(!decodeJson(R"({"name":"\ud800"})", &metadata));
    QCOMPARE(metadata.name, u"\ufffd"_s);
}

void TestCodec::cutAnywhere()
{
    const QByteArray page = "{\"tasks\":[{\"status\":" + minimalStatus
        + ",\"task\":{\"payload\":{\"a\":[1,\"}\",true]}}}],"
          "\"continuationToken\":\"x\"}";
    queue::ListTaskGroupResponse whole;
    QVERIFY(!decodeJson(page, &whole));
    for (qsizetype length = 0; length < page.size(); ++length) {
        queue::ListTaskGroupResponse response;
        QVERIFY2(decodeJson(page.first(length), &response), page.first(length).constData());
    }
}

void TestCodec::unionsByValue()
{
    queue::PostArtifactRequest request = queue::PostArtifactRequestReference { .contentType = u"text/html"_s,
        .expires = QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC),
        .url = u"https://example.com"_s };
    const QByteArray json = encodeJson(request);
    QCOMPARE(json,
        QByteArray("{\"contentType\":\"text/html\",\"expires\":\"2026-01-02T03:04:00.000Z\","
                   "\"storageType\":\"reference\",\"url\":\"https://example.com\"}"));
    queue::PostArtifactRequest decoded;
    QVERIFY(!decodeJson(json, &decoded));
    QCOMPARE(std::get<queue::PostArtifactRequestReference>(decoded).url, u"https://example.com"_s);
    compareAgain<hooks::HookStatus>(R"({"lastFire":{"result":"no-fire"}})");
    compareAgain<auth::AuthenticateHawkResponse>(R"({"message":"m","status":"auth-failed"})");
    // One alternative for two values keeps which.
    compareAgain<github::RenderTaskclusterYmlInput>(
        R"({"body":"b","fakeEvent":{"type":"github-pull-request-untrusted","action":"opened"}})");
}

void TestCodec::unionsByShape()
{
    const auto index = [](const QByteArray &json) {
        workermanager::RegisterWorkerRequestWorkerIdentityProof proof;
        return decodeJson(json, &proof) ? -1 : static_cast<int>(proof.index());
    };
    QCOMPARE(index(R"({"token":"t"})"), 0);
    QCOMPARE(index(R"({"staticSecret":"t"})"), 1);
    QCOMPARE(index(R"({"signature":"s","document":"d"})"), 2);
    QCOMPARE(index(R"({"document":"d"})"), 3);
    QCOMPARE(index(R"({"document":"d","future":1})"), 3);
    QCOMPARE(index(R"({"future":1})"), 4);
    genericworker::MultiuserPosixMount mount;
    QVERIFY(!decodeJson(R"({"directory":"d","cacheName":"c","content":{"raw":"r"},"format":"zip","x":1})", &mount));
    const auto &cache = std::get<genericworker::MultiuserPosixWritableDirectoryCache>(mount);
    QCOMPARE(cache.cacheName, u"c"_s);
    QCOMPARE(std::get<genericworker::MultiuserPosixContentRaw>(*cache.content).raw, u"r"_s);
    compareAgain<genericworker::MultiuserPosix>(R"({"command":[["a","b"],["c"]],"maxRunTime":60,"features":{},
        "mounts":[{"file":"f","content":{"url":"https://example.com","sha256":"0"},"format":"gz"}],"env":{"A":"1"}})");
}

void TestCodec::unionOfTextAndObjects()
{
    dockerworker::Payload payload;
    QVERIFY(!decodeJson(R"({"image":"debian:12","maxRunTime":60})", &payload));
    QCOMPARE(std::get<QString>(payload.image), u"debian:12"_s);
    QVERIFY(!decodeJson(R"({"image":{"taskId":"t","path":"p","type":"task-image"},"maxRunTime":60})", &payload));
    QCOMPARE(std::get<dockerworker::PayloadImageTaskImage>(payload.image).taskId, u"t"_s);
    compareAgain<dockerworker::Payload>(R"({"image":{"taskId":"t","path":"p","type":"task-image"},"maxRunTime":60})");
}

void TestCodec::unknownAlternative()
{
    for (const char *text : { R"({"storageType":"tape","x":[1]})", R"({"x":1})", R"({"storageType":7})" }) {
        queue::ArtifactContentResponse response;
        QVERIFY(!decodeJson(text, &response));
        QVERIFY(std::holds_alternative<Json>(response));
        QCOMPARE(object(encodeJson(response)), object(text));
    }
    compareAgain<hooks::HookStatus>(R"({"lastFire":null})");
}

void TestCodec::optionalOnly()
{
    hooks::TriggerHookResponse response;
    QVERIFY(!decodeJson("{}", &response));
    QVERIFY(!response.taskId && !response.status);
    QCOMPARE(encodeJson(response), QByteArray("{}"));
    compareAgain<hooks::TriggerHookResponse>(R"({"taskId":"t","status":{"taskId":"t"}})");
}

void TestCodec::listAtTheTop()
{
    auth::ListRolesResponse roles;
    QVERIFY(!decodeJson(R"([{"roleId":"r","scopes":["a"]}])", &roles));
    QCOMPARE(roles.size(), 1);
    QCOMPARE(roles.first().scopes, QList<QString> { u"a"_s });
    QCOMPARE(again<auth::ListRolesResponse>("{}"), QByteArray("expected a list"));
    QCOMPARE(again<auth::ListRolesResponse>("[{},7]"), QByteArray("[1]: expected an object"));
    QCOMPARE(again<auth::ListRolesResponse>("null"), QByteArray("expected a value"));
}

void TestCodec::patterns()
{
    QCOMPARE(queue::TaskCompletedExchange::exchange(), u"exchange/taskcluster-queue/v1/task-completed"_s);
    QCOMPARE(*queue::TaskCompletedExchange {}.pattern(), u"primary.*.*.*.*.*.*.*.*.#"_s);
    QCOMPARE(*(queue::TaskCompletedExchange { .taskId = u"abc"_s, .taskGroupId = u"def"_s }.pattern()),
        u"primary.abc.*.*.*.*.*.*.def.#"_s);
    QCOMPARE(*(queue::TaskGroupResolvedExchange { .reserved = u"a.b"_s }.pattern()), u"primary.*.*.a.b"_s);
    const auto refused = queue::TaskCompletedExchange { .workerId = u"a.b"_s }.pattern();
    QVERIFY(!refused);
    QCOMPARE(refused.error.kind, ErrorKind::Usage);
    QVERIFY(refused.error.message.contains("workerId"_L1));
}

void TestCodec::otherThreads()
{
    queue::TaskDefinitionAndStatus task;
    QThread *thread = QThread::create([&task] {
        const QByteArray json = "{\"status\":" + minimalStatus + ",\"task\":{\"payload\":{\"a\":[1,2]},\"x\":\"y\"}}";
        const auto error = decodeJson(json, &task);
        Q_ASSERT(!error);
    });
    thread->start();
    QVERIFY(thread->wait(10'000));
    delete thread;
    // The thread, its parser and its body are gone.
    QCOMPARE(task.status.taskId, u"t"_s);
    QCOMPARE(task.task.payload.toObject().value("a"_L1).toArray().size(), 2);
    QCOMPARE(task.task.unknownMembers.value("x")->toString(), u"y"_s);
}

QTEST_GUILESS_MAIN(TestCodec)

#include "test_codec.moc"
