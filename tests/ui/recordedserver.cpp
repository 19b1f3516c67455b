// SPDX-License-Identifier: MPL-2.0
#include "recordedserver.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace uitest {

namespace {

const QByteArray recordedRoot = "https://tc.example.com";

QByteArray contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qWarning("Cannot read %s", qPrintable(path));
    return file.readAll();
}

QByteArray gunzip(const QByteArray &data)
{
    QByteArray input = data;
    z_stream stream {};
    inflateInit2(&stream, 16 + MAX_WBITS);
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    QByteArray result;
    QByteArray piece(1 << 20, Qt::Uninitialized);
    int outcome = Z_OK;
    while (outcome == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        outcome = inflate(&stream, Z_NO_FLUSH);
        result.append(piece.constData(), piece.size() - static_cast<qsizetype>(stream.avail_out));
    }
    inflateEnd(&stream);
    return result;
}

QJsonObject exchangeOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

// Path with the token only: the recordings were made with other page sizes than ours.
QByteArray keyOf(const QByteArray &target)
{
    const qsizetype mark = target.indexOf('?');
    if (mark < 0)
        return target;
    const QUrlQuery query(QString::fromLatin1(target.mid(mark + 1)));
    const QString token = query.queryItemValue(u"continuationToken"_s, QUrl::FullyDecoded);
    return token.isEmpty() ? target.left(mark) : target.left(mark) + '?' + token.toUtf8();
}

} // namespace

RecordedServer::RecordedServer(const QString &folder, QObject *parent)
    : QObject(parent), m_server([this](const demo::HttpRequest &request,
                                    const demo::HttpResponder &responder) { responder.send(answer(request)); },
                           nullptr)
{
    loadGroup(folder);
    loadLog(folder);
    loadQueue(folder);
}

bool RecordedServer::start()
{
    return m_server.listen();
}

QString RecordedServer::rootUrl() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_server.port());
}

void RecordedServer::remember(const QJsonObject &exchange)
{
    const QJsonObject request = exchange.value("request"_L1).toObject();
    const QJsonObject response = exchange.value("response"_L1).toObject();
    demo::HttpResponse reply;
    reply.status = response.value("status"_L1).toInt();
    const QJsonObject headers = response.value("headers"_L1).toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        // The body goes out as it is shown in the recording: decoded, and with our length.
        if (header.key() != "content-length"_L1 && header.key() != "content-encoding"_L1)
            reply.headers.add(header.key().toLatin1(), header.value().toString().toLatin1());
    }
    reply.body = QJsonDocument(response.value("body"_L1).toObject()).toJson(QJsonDocument::Compact);
    m_replies.insert(keyOf(request.value("path"_L1).toString().toLatin1()), reply);
}

void RecordedServer::rememberRedirect(QJsonObject exchange)
{
    // The recording leaves the body out. Its length stands in the etag (127 bytes) and is that of this one, which
    // is the form of every other recorded redirect to an artifact.
    QJsonObject response = exchange.value("response"_L1).toObject();
    const QJsonObject headers = response.value("headers"_L1).toObject();
    response.insert("body"_L1,
        QJsonObject { { u"storageType"_s, headers.value("x-taskcluster-artifact-storage-type"_L1) },
            { u"url"_s, headers.value("location"_L1) } });
    exchange.insert("response"_L1, response);
    remember(exchange);
}

void RecordedServer::loadGroup(const QString &folder)
{
    const QByteArray lines = gunzip(contents(folder + u"/bulk/queue-listTaskGroup--large-group-all-pages.jsonl.gz"_s));
    for (const QByteArray &line : lines.split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonObject exchange = exchangeOf(line);
        remember(exchange);
        ++m_pages;
        const QJsonObject body = exchange.value("response"_L1).toObject().value("body"_L1).toObject();
        m_groupId = body.value("taskGroupId"_L1).toString();
        const QJsonArray tasks = body.value("tasks"_L1).toArray();
        for (const QJsonValue &task : tasks) {
            ++m_taskCount;
            ++m_stateCounts[task.toObject().value("status"_L1).toObject().value("state"_L1).toString()];
        }
    }
}

void RecordedServer::loadLog(const QString &folder)
{
    const QJsonObject exchange = exchangeOf(contents(folder + u"/bulk/storage-get--log-1mb.headers.json"_s));
    rememberRedirect(exchange.value("redirect"_L1).toObject());
    const QJsonObject redirect = exchange.value("redirect"_L1).toObject().value("request"_L1).toObject();
    const QStringList parts = QUrl::fromPercentEncoding(redirect.value("path"_L1).toString().toLatin1()).split(u'/');
    m_logTaskId = parts.at(5); // /api/queue/v1/task/<taskId>/runs/0/artifacts/<name>
    m_logArtifact = parts.sliced(9).join(u'/');
    m_storedLog = contents(folder + u"/bulk/storage-get--log-1mb.log.gz"_s);
    demo::HttpResponse reply;
    reply.headers = { { "content-type", "text/plain; charset=utf-8" }, { "content-encoding", "gzip" },
        { "accept-ranges", "bytes" } };
    reply.body = m_storedLog;
    m_replies.insert(exchange.value("request"_L1).toObject().value("path"_L1).toString().toLatin1(), reply);
}

void RecordedServer::loadQueue(const QString &folder)
{
    const QDir queue(folder + u"/queue"_s);
    const auto names = queue.entryList({ u"task--*.json"_s, u"status--*.json"_s, u"listArtifacts--*.json"_s });
    for (const QString &name : names) {
        const QJsonObject exchange = exchangeOf(contents(queue.filePath(name)));
        const QJsonObject response = exchange.value("response"_L1).toObject();
        if (response.value("status"_L1).toInt() != 200)
            continue;
        remember(exchange);
        const QString taskId
            = exchange.value("request"_L1).toObject().value("args"_L1).toObject().value("taskId"_L1).toString();
        const QJsonObject body = response.value("body"_L1).toObject();
        Task &task = m_tasks[taskId];
        task.taskId = taskId;
        if (name.startsWith("task--"_L1))
            m_definitions.insert(taskId);
        if (name.startsWith("status--"_L1)) {
            m_statuses.insert(taskId);
            task.runs = static_cast<int>(body.value("status"_L1).toObject().value("runs"_L1).toArray().size());
        }
        const QJsonArray artifacts = body.value("artifacts"_L1).toArray();
        for (const QJsonValue &artifact : artifacts)
            task.artifacts.append(artifact.toObject().value("name"_L1).toString());
    }
}

RecordedServer::Task RecordedServer::completeTask() const
{
    for (const Task &task : m_tasks) {
        if (!task.artifacts.isEmpty() && m_definitions.contains(task.taskId) && m_statuses.contains(task.taskId))
            return task;
    }
    return {};
}

demo::HttpResponse RecordedServer::answer(const demo::HttpRequest &request)
{
    const bool isSigned = request.headers.has("authorization");
    (request.target.startsWith("/api/") ? m_signed : m_signedStorage) += isSigned ? 1 : 0;
    const QByteArray key = keyOf(request.target);
    const auto found = m_replies.constFind(key);
    if (found != m_replies.cend()) {
        demo::HttpResponse reply = *found;
        reply.body.replace(recordedRoot, rootUrl().toLatin1());
        if (reply.headers.has("location"))
            reply.headers.set("location", reply.headers.value("location").replace(recordedRoot, rootUrl().toLatin1()));
        return reply;
    }
    demo::HttpResponse reply;
    reply.headers = { { "content-type", "application/json; charset=utf-8" } };
    // Of a listing of artifacts only the first page was recorded; the second is the empty last page here.
    if (key.contains("/artifacts?")) {
        reply.body = "{\"artifacts\":[]}";
        return reply;
    }
    m_unknown.append(QString::fromLatin1(request.target));
    reply.status = 404;
    reply.body = "{\"error\":\"Not found\"}"; // what a real deployment says to a route that it does not know
    return reply;
}

} // namespace uitest
