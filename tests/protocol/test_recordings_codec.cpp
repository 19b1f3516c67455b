// SPDX-License-Identifier: MPL-2.0
#include "recordings.h"

#include "call/errorparser.h"
#include "typed_calls.h"

#include <tc/methods.h>
#include <tc/queue.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tc;
using namespace tc::test;

namespace {

using RoundTrip = std::optional<JsonError> (*)(const QByteArray &, QByteArray *);

const testing::TypedCall *typedCall(const Recording &recording)
{
    static const QList<testing::TypedCall> calls = testing::typedCalls();
    for (const testing::TypedCall &call : calls) {
        if (recording.service == call.service && recording.method == call.name)
            return &call;
    }
    return nullptr;
}

/// What is wrong with \a body after it has been decoded and encoded again, with its members in both orders.
QString roundTripFault(const QJsonValue &body, RoundTrip roundTrip)
{
    for (const bool descending : { false, true }) {
        QByteArray again;
        if (const auto error = roundTrip(toJson(body, descending), &again))
            return error->toString();
        if (const QString found = difference(body, parseJson(again)); !found.isEmpty())
            return found;
    }
    return {};
}

} // namespace

class TestRecordingsCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void results_data();
    void results();
    void payloads_data();
    void payloads();
    void errors_data();
    void errors();
    void messages();
    void pageIsTyped();

private:
    void addRows(bool (*wanted)(const Recording &));
    const Recording &current() const;

    QList<Recording> m_recordings;
};

void TestRecordingsCodec::initTestCase()
{
    if (recordingsFolder().isEmpty())
        QSKIP("TC_RECORDINGS does not name a folder of recordings.");
    m_recordings = loadRecordings();
    QVERIFY(m_recordings.size() > 600);
}

void TestRecordingsCodec::addRows(bool (*wanted)(const Recording &))
{
    QTest::addColumn<qsizetype>("index");
    for (qsizetype i = 0; i < m_recordings.size(); ++i) {
        if (wanted(m_recordings.at(i)))
            QTest::addRow("%s #%lld", qPrintable(m_recordings.at(i).file), static_cast<long long>(i)) << i;
    }
}

const Recording &TestRecordingsCodec::current() const
{
    QFETCH(qsizetype, index);
    return m_recordings.at(index);
}

void TestRecordingsCodec::results_data()
{
    addRows([](const Recording &r) {
        const auto *call = typedCall(r);
        return call && call->roundTripOutput && r.ok() && !r.responseBody.isUndefined();
    });
}

void TestRecordingsCodec::results()
{
    QCOMPARE(roundTripFault(current().responseBody, typedCall(current())->roundTripOutput), QString());
}

void TestRecordingsCodec::payloads_data()
{
    addRows([](const Recording &r) {
        const auto *call = typedCall(r);
        return call && call->roundTripInput && !r.requestBody.isUndefined();
    });
}

void TestRecordingsCodec::payloads()
{
    // A payload may fail to decode only where the service refused it too.
    const QString fault = roundTripFault(current().requestBody, typedCall(current())->roundTripInput);
    if (!fault.isEmpty())
        QVERIFY2(current().status == 400, qPrintable(fault));
}

void TestRecordingsCodec::errors_data()
{
    addRows([](const Recording &r) { return r.status >= 400 && r.responseBody.isObject(); });
}

void TestRecordingsCodec::errors()
{
    const QJsonObject body = current().responseBody.toObject();
    const ErrorReply reply { .status = current().status,
        .contentType = current().contentType,
        .location = {},
        .body = toJson(body, false),
        .host = u"tc.example.com"_s };
    const Error error = parseErrorReply(reply, Redactor());
    QCOMPARE(error.httpStatus, current().status);
    QCOMPARE(error.kind, kindOfStatus(current().status));
    if (body.contains("code"_L1))
        QCOMPARE(error.code, body.value("code"_L1).toString());
    QVERIFY(!error.message.isEmpty());
    // The redactor may only ever replace text.
    const QJsonObject details = error.details.toObject();
    QCOMPARE(details.keys(), body.keys());
    QCOMPARE(error.code == "InsufficientScopes"_L1 && error.missingScopes.isEmpty(),
        error.code == "InsufficientScopes"_L1 && !body.value("message"_L1).toString().contains("```"_L1));
}

void TestRecordingsCodec::messages()
{
    QFile file(recordingsFolder() + u"/subscription.jsonl"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto types = testing::typedMessages();
    QCOMPARE(types.size(), 36);
    int seen = 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QJsonObject frame = QJsonDocument::fromJson(line).object().value("frame"_L1).toObject();
        const QJsonObject message
            = frame.value("payload"_L1)["data"_L1].toObject().value("pulseMessages"_L1).toObject();
        for (const testing::TypedMessage &type : types) {
            if (message.isEmpty() || message.value("exchange"_L1).toString() != QLatin1StringView(type.exchange))
                continue;
            QCOMPARE(roundTripFault(message.value("payload"_L1), type.roundTrip), QString());
            ++seen;
        }
    }
    QVERIFY2(seen > 5, qPrintable(QString::number(seen)));
}

void TestRecordingsCodec::pageIsTyped()
{
    const auto it = std::find_if(m_recordings.cbegin(), m_recordings.cend(),
        [](const Recording &r) { return r.file.endsWith("page-of-1000.json.gz"_L1); });
    QVERIFY(it != m_recordings.cend());
    queue::ListTaskGroupResponse page;
    QVERIFY(!decodeJson(toJson(it->responseBody, true), &page));
    QCOMPARE(page.tasks.size(), 1000);
    QVERIFY(page.unknownMembers.isEmpty());
    const QJsonArray tasks = it->responseBody["tasks"_L1].toArray();
    for (qsizetype i = 0; i < page.tasks.size(); ++i) {
        const queue::TaskDefinitionAndStatus &row = page.tasks.at(i);
        const QJsonObject status = tasks.at(i)["status"_L1].toObject();
        const QJsonObject task = tasks.at(i)["task"_L1].toObject();
        QVERIFY(row.status.unknownMembers.isEmpty() && row.task.unknownMembers.isEmpty());
        QCOMPARE(row.status.taskId, status.value("taskId"_L1).toString());
        QVERIFY(row.status.state.isKnown());
        QCOMPARE(row.status.state.toString(), status.value("state"_L1).toString());
        QCOMPARE(row.status.runs.size(), status.value("runs"_L1).toArray().size());
        QCOMPARE(row.task.created, QDateTime::fromString(task.value("created"_L1).toString(), Qt::ISODateWithMs));
        QCOMPARE(row.task.metadata.name, task.value("metadata"_L1)["name"_L1].toString());
        QCOMPARE(row.task.tags.value(u"kind"_s), task.value("tags"_L1)["kind"_L1].toString());
        QCOMPARE(row.task.payload.toObject(), task.value("payload"_L1).toObject());
        QCOMPARE(row.task.retries, task.value("retries"_L1).toInteger());
    }
}

QTEST_GUILESS_MAIN(TestRecordingsCodec)

#include "test_recordings_codec.moc"
