// SPDX-License-Identifier: MPL-2.0
#include "apidata.h"

#include "taskdata.h"

#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace testdata {

namespace {

const QString created = u"2026-11-21T20:00:00.000Z"_s;
const QString started = u"2026-11-21T20:01:00.000Z"_s;
const QString resolved = u"2026-11-21T20:11:00.000Z"_s;
const QString deadline = u"2026-11-22T20:00:00.000Z"_s;
const QString expires = u"2027-11-21T20:00:00.000Z"_s;

bool isResolved(const QString &state)
{
    return core::isResolved(core::taskStateFromText(state));
}

QUrl urlOf(const tc::test::Request &request)
{
    return QUrl(QString::fromLatin1(request.target));
}

} // namespace

QJsonObject run(int runId, const QString &state)
{
    QJsonObject object { { u"runId"_s, runId }, { u"state"_s, state }, { u"reasonCreated"_s, u"scheduled"_s },
        { u"scheduled"_s, created } };
    if (state != u"pending") {
        object[u"started"_s] = started;
        object[u"workerGroup"_s] = u"us-east-1"_s;
        object[u"workerId"_s] = u"i-0123"_s;
    }
    if (isResolved(state)) {
        object[u"resolved"_s] = resolved;
        object[u"reasonResolved"_s] = state;
    }
    return object;
}

QJsonObject status(const QString &taskId, const QString &groupId, const QString &state, int runs)
{
    QJsonArray list;
    for (int i = 0; i < runs; ++i)
        list += run(i, i + 1 < runs ? u"exception"_s : state);
    return { { u"taskId"_s, taskId }, { u"taskGroupId"_s, groupId }, { u"provisionerId"_s, u"demo"_s },
        { u"workerType"_s, u"linux"_s }, { u"taskQueueId"_s, u"demo/linux"_s }, { u"schedulerId"_s, u"demo"_s },
        { u"projectId"_s, u"none"_s }, { u"priority"_s, u"low"_s }, { u"deadline"_s, deadline },
        { u"expires"_s, expires }, { u"retriesLeft"_s, 5 }, { u"state"_s, state }, { u"runs"_s, list } };
}

QJsonObject definition(const QString &groupId, const QString &name)
{
    return { { u"provisionerId"_s, u"demo"_s }, { u"workerType"_s, u"linux"_s }, { u"taskQueueId"_s, u"demo/linux"_s },
        { u"schedulerId"_s, u"demo"_s }, { u"projectId"_s, u"none"_s }, { u"taskGroupId"_s, groupId },
        { u"dependencies"_s, QJsonArray {} }, { u"requires"_s, u"all-completed"_s }, { u"routes"_s, QJsonArray {} },
        { u"priority"_s, u"low"_s }, { u"retries"_s, 5 }, { u"created"_s, created }, { u"deadline"_s, deadline },
        { u"expires"_s, expires }, { u"scopes"_s, QJsonArray {} },
        { u"payload"_s, QJsonObject { { u"log"_s, u"public/a.b/task.log"_s } } },
        { u"metadata"_s,
            QJsonObject { { u"name"_s, name }, { u"owner"_s, u"a@example.com"_s }, { u"description"_s, u"text"_s },
                { u"source"_s, u"https://example.com"_s } } },
        { u"tags"_s, QJsonObject { { u"kind"_s, u"test"_s } } }, { u"extra"_s, QJsonObject {} } };
}

QJsonObject artifact(const QString &name, const QString &contentType)
{
    return { { u"name"_s, name }, { u"storageType"_s, u"s3"_s }, { u"contentType"_s, contentType },
        { u"expires"_s, expires } };
}

QByteArray groupPage(const QString &groupId, quint32 first, int count, const QString &state, const QString &next)
{
    QJsonArray tasks;
    for (int i = 0; i < count; ++i) {
        const quint32 number = first + static_cast<quint32>(i);
        const QString id = taskId(number).toText();
        tasks += QJsonObject { { u"status"_s, status(id, groupId, state) },
            { u"task"_s, definition(groupId, u"task %1"_s.arg(number)) } };
    }
    QJsonObject page { { u"taskGroupId"_s, groupId }, { u"schedulerId"_s, u"demo"_s }, { u"expires"_s, expires },
        { u"tasks"_s, tasks } };
    if (!next.isEmpty())
        page[u"continuationToken"_s] = next;
    return QJsonDocument(page).toJson(QJsonDocument::Compact);
}

tc::test::Step json(const QJsonObject &object)
{
    return tc::test::Step::json(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

tc::test::Step notFound()
{
    return tc::test::Step::error(404, "ResourceNotFound", "There is no such thing");
}

QString path(const tc::test::Request &request)
{
    return urlOf(request).path(QUrl::FullyEncoded);
}

QString queryValue(const tc::test::Request &request, const QString &name)
{
    return QUrlQuery(urlOf(request)).queryItemValue(name, QUrl::FullyDecoded);
}

} // namespace testdata
