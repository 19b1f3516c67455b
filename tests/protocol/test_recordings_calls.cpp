// SPDX-License-Identifier: MPL-2.0
// For every recorded request: the typed call with the recorded arguments sends the recorded verb, path, query and body.
#include "recordings.h"
#include "scriptedserver.h"
#include "typed_calls.h"

#include <tc/methods.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tc;
using namespace tc::test;

namespace {

using Items = QList<std::pair<QString, QString>>;

/// Recorded requests that no client would make (another verb, a path that was not made from arguments), and one whose
/// body was not kept.
bool isForeign(const Recording &recording, const MethodInfo &method)
{
    if (recording.verb != method.verb || recording.bodyElided)
        return true;
    return std::any_of(method.arguments.begin(), method.arguments.end(),
        [&recording](const char *name) { return !recording.arguments.contains(QLatin1StringView(name)); });
}

QByteArray pathOf(const QByteArray &target)
{
    return target.first(target.contains('?') ? target.indexOf('?') : target.size());
}

/// Encoded, sorted: of two parameters either may come first. Without a bewit, which is made anew for every URL.
QList<QByteArray> queryOf(const QByteArray &target)
{
    QList<QByteArray> items;
    if (target.contains('?'))
        items = target.sliced(target.indexOf('?') + 1).split('&');
    items.removeIf([](const QByteArray &item) { return item.startsWith("bewit="); });
    std::sort(items.begin(), items.end());
    return items;
}

Items decodedQueryOf(const Recording &recording)
{
    Items result;
    const QList<QByteArray> items = queryOf(recording.path);
    for (const QByteArray &item : items) {
        const qsizetype equals = item.indexOf('=');
        result.append(
            { QUrl::fromPercentEncoding(item.first(equals)), QUrl::fromPercentEncoding(item.sliced(equals + 1)) });
    }
    return result;
}

testing::RecordedCall callOf(const Recording &recording, const MethodInfo &method)
{
    testing::RecordedCall call;
    for (const char *name : method.arguments)
        call.arguments.append(recording.arguments.value(QString::fromLatin1(name)));
    const Items items = decodedQueryOf(recording);
    for (const auto &[name, value] : items)
        call.query.insert(name, value);
    if (!recording.requestBody.isUndefined())
        call.body = toJson(recording.requestBody, true);
    return call;
}

/// The same through the untyped door, for requests that are wrong on purpose.
Call untypedCall(const Recording &recording, const MethodInfo &method)
{
    Call call;
    call.method = &method;
    call.arguments = callOf(recording, method).arguments;
    call.query = decodedQueryOf(recording);
    call.body = callOf(recording, method).body;
    return call;
}

} // namespace

class TestRecordingsCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void calls_data();
    void calls();
    void urls_data();
    void urls();
    void everyFunctionIsThere();

private:
    void addRows(bool getsOnly);

    QList<Recording> m_recordings;
};

void TestRecordingsCalls::initTestCase()
{
    if (!recordingsFolder().isEmpty())
        m_recordings = loadRecordings();
}

void TestRecordingsCalls::addRows(bool getsOnly)
{
    if (m_recordings.isEmpty())
        QSKIP("TC_RECORDINGS does not name a folder of recordings.");
    QTest::addColumn<qsizetype>("index");
    for (qsizetype i = 0; i < m_recordings.size(); ++i) {
        const Recording &recording = m_recordings.at(i);
        const MethodInfo *method = findMethod(recording.service, recording.method);
        if (!method || isForeign(recording, *method) || (getsOnly && recording.verb != "GET"))
            continue;
        QTest::addRow("%s #%lld", qPrintable(recording.file), static_cast<long long>(i)) << i;
    }
}

void TestRecordingsCalls::calls_data()
{
    addRows(false);
}

void TestRecordingsCalls::calls()
{
    QFETCH(qsizetype, index);
    const Recording &recording = m_recordings.at(index);
    const MethodInfo &method = *findMethod(recording.service, recording.method);

    ScriptedServer server;
    server.setHandler([](const Request &) { return Step::error(404, "ResourceNotFound", "as agreed"); });
    Client client(server.url());

    const auto all = testing::typedCalls();
    const auto typed = std::find_if(all.cbegin(), all.cend(), [&recording](const testing::TypedCall &call) {
        return recording.service == call.service && recording.method == call.name;
    });
    QString problem;
    ReplyBase *reply = typed->start(client, callOf(recording, method), &problem);
    if (!reply) {
        // Only what the service refused as well may be beyond the types.
        QVERIFY2(recording.status == 400, qPrintable(problem));
        reply = client.call<Json>(untypedCall(recording, method));
    }
    QSignalSpy finished(reply, &ReplyBase::finished);
    QVERIFY(finished.wait());

    QCOMPARE(server.requests().size(), 1);
    const Request &request = server.requests().first();
    QCOMPARE(request.verb, recording.verb);
    QCOMPARE(pathOf(request.target), pathOf(recording.path));
    QCOMPARE(queryOf(request.target), queryOf(recording.path));
    QCOMPARE(request.body.isEmpty(), recording.requestBody.isUndefined());
    if (!recording.requestBody.isUndefined())
        QCOMPARE(difference(recording.requestBody, parseJson(request.body)), QString());
}

void TestRecordingsCalls::urls_data()
{
    addRows(true);
}

void TestRecordingsCalls::urls()
{
    QFETCH(qsizetype, index);
    const Recording &recording = m_recordings.at(index);
    const MethodInfo &method = *findMethod(recording.service, recording.method);
    Client client(u"https://tc.example.com"_s);
    const auto all = testing::typedCalls();
    for (const testing::TypedCall &call : all) {
        if (recording.service != call.service || recording.method != call.name)
            continue;
        QString problem;
        const auto url = call.url(client, callOf(recording, method), &problem);
        // As with calls: only what the service refused as well may be beyond the types.
        QVERIFY2(url || recording.status == 400, qPrintable(problem + url.error.message));
        if (!url)
            return;
        const QByteArray target = url->toEncoded().sliced(qstrlen("https://tc.example.com"));
        QCOMPARE(pathOf(target), pathOf(recording.path));
        QCOMPARE(queryOf(target), queryOf(recording.path));
    }
}

void TestRecordingsCalls::everyFunctionIsThere()
{
    QCOMPARE(methods().size(), std::size_t(192));
    const auto all = testing::typedCalls();
    QCOMPARE(all.size(), 192);
    int paged = 0;
    for (const auto &call : all) {
        const MethodInfo *method = findMethod(call.service, call.name);
        QVERIFY(method);
        QCOMPARE(call.url != nullptr, qstrcmp(method->verb, "GET") == 0);
        QCOMPARE(call.roundTripInput != nullptr, method->hasInput);
        QCOMPARE(call.roundTripOutput != nullptr, method->hasOutput);
        QCOMPARE(method->paged, qstrlen(method->listMember) > 0);
        paged += method->paged;
    }
    QCOMPARE(paged, 35);
}

QTEST_GUILESS_MAIN(TestRecordingsCalls)

#include "test_recordings_calls.moc"
