// SPDX-License-Identifier: MPL-2.0
// Every function with pages has a walk over them, typed and by its name.
#include "scriptedserver.h"
#include "testcalls.h"
#include "typed_calls.h"

#include <tc/methods.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tc;
using namespace tc::test;

namespace {

bool takes(const MethodInfo &method, const char *name)
{
    return std::any_of(
        method.query.begin(), method.query.end(), [name](const char *item) { return qstrcmp(item, name) == 0; });
}

/// A page without rows, with whatever else any of the functions promises.
Step emptyPage(const MethodInfo &method, const QString &token)
{
    QJsonObject body { { u"taskGroupId"_s, u"a"_s }, { u"schedulerId"_s, u"a"_s }, { u"taskId"_s, u"a"_s },
        { u"expires"_s, u"2026-11-21T20:15:00.277Z"_s } };
    body.insert(QLatin1StringView(method.listMember), QJsonArray());
    if (!token.isEmpty())
        body.insert(u"continuationToken"_s, token);
    return Step::json(QJsonDocument(body).toJson());
}

testing::RecordedCall callOf(const MethodInfo &method)
{
    testing::RecordedCall call;
    for (const char *argument : method.arguments)
        call.arguments.append(QLatin1StringView(argument));
    if (method.hasInput)
        call.body = R"({"taskIds": ["KTBKfEgxR5GdfIIREQIvFQ"], "indexes": ["a.b"]})";
    return call;
}

} // namespace

class TestPagedFunctions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAreThirtyFive();
    void walks_data();
    void walks();
    void walksByName_data() { walks_data(); }
    void walksByName();

private:
    void checkRequests(const ScriptedServer &server, const MethodInfo &method);
};

void TestPagedFunctions::thereAreThirtyFive()
{
    int paged = 0;
    int limited = 0;
    const auto calls = testing::typedCalls();
    for (const MethodInfo &method : methods()) {
        const auto call = std::find_if(calls.begin(), calls.end(), [&method](const testing::TypedCall &item) {
            return qstrcmp(item.service, method.service) == 0 && qstrcmp(item.name, method.name) == 0;
        });
        QVERIFY(call != calls.end());
        QCOMPARE(call->walk != nullptr, method.paged);
        QCOMPARE(takes(method, "continuationToken"), method.paged);
        QCOMPARE(*method.listMember != '\0', method.paged);
        paged += method.paged ? 1 : 0;
        limited += method.paged && takes(method, "limit") ? 1 : 0;
    }
    QCOMPARE(paged, 35);
    QCOMPARE(limited, 33);
}

void TestPagedFunctions::walks_data()
{
    QTest::addColumn<QByteArray>("service");
    QTest::addColumn<QByteArray>("name");
    for (const MethodInfo &method : methods()) {
        if (method.paged)
            QTest::addRow("%s.%s", method.service, method.name)
                << QByteArray(method.service) << QByteArray(method.name);
    }
}

void TestPagedFunctions::checkRequests(const ScriptedServer &server, const MethodInfo &method)
{
    QCOMPARE(server.requests().size(), 2);
    QByteArray path = QByteArray("/api/") + method.service + '/' + method.version + method.route;
    path.replace("<", "").replace(">", "");
    for (const Request &request : server.requests()) {
        const QUrlQuery query(QUrl::fromEncoded(request.target));
        QCOMPARE(request.verb, QByteArray(method.verb));
        QCOMPARE(request.target.split('?').first(), path);
        QCOMPARE(query.queryItemValue(u"limit"_s), takes(method, "limit") ? u"7"_s : QString());
        const bool isFirst = &request == &server.requests().first();
        QCOMPARE(query.queryItemValue(u"continuationToken"_s), isFirst ? QString() : u"t1"_s);
        QCOMPARE(request.body.isEmpty(), !method.hasInput);
    }
}

void TestPagedFunctions::walks()
{
    QFETCH(const QByteArray, service);
    QFETCH(const QByteArray, name);
    const MethodInfo &method = *findMethod(service, name);
    const auto calls = testing::typedCalls();
    const auto call = std::find_if(calls.begin(), calls.end(),
        [&](const testing::TypedCall &item) { return service == item.service && name == item.name; });
    ScriptedServer server;
    server.enqueue(emptyPage(method, u"t1"_s));
    server.enqueue(emptyPage(method, {}));
    Client client(server.url());
    QString problem;
    std::unique_ptr<PagedReplyBase> pages(call->walk(client, callOf(method), { .limit = 7 }, &problem));
    QVERIFY2(pages, qPrintable(problem));
    QVERIFY(finish(pages.get()));
    QVERIFY2(!pages->error(), qPrintable(pages->error().message));
    QCOMPARE(pages->pageCount(), 2);
    checkRequests(server, method);
}

void TestPagedFunctions::walksByName()
{
    QFETCH(const QByteArray, service);
    QFETCH(const QByteArray, name);
    const MethodInfo &method = *findMethod(service, name);
    ScriptedServer server;
    server.enqueue(emptyPage(method, u"t1"_s));
    server.enqueue(emptyPage(method, {}));
    Client client(server.url());
    const testing::RecordedCall given = callOf(method);
    PagedReply<Json> pages(&client, { &method, given.arguments, {}, given.body, {} }, { .limit = 7 });
    QVERIFY(finish(&pages));
    QVERIFY2(!pages.error(), qPrintable(pages.error().message));
    QCOMPARE(pages.pageCount(), 2);
    checkRequests(server, method);
}

QTEST_GUILESS_MAIN(TestPagedFunctions)
#include "test_paged_functions.moc"
