// SPDX-License-Identifier: MPL-2.0
#include "recordedstate.h"

#include "demo/util/jsonwriter.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace demo;

namespace tc::test {

namespace {

constexpr qint64 kDay = 24LL * 3600 * 1000;

// A task of which only one half was recorded gets the other from it.
DemoTask &ensureTask(const QString &taskId, DemoState *state)
{
    if (DemoTask *known = state->task(taskId))
        return *known;
    DemoTask task;
    task.status.taskId = taskId;
    task.status.taskGroupId = taskId;
    task.status.taskQueueId = u"rec/queue-a"_s;
    task.status.schedulerId = u"rec"_s;
    task.status.projectId = u"none"_s;
    task.status.priority = u"low"_s;
    task.status.retriesLeft = 5;
    task.status.state = u"completed"_s;
    task.status.deadline = fromIsoDate(u"2026-11-26T15:32:54.665Z"_s);
    task.status.expires = fromIsoDate(u"2027-11-06T19:32:54.664Z"_s);
    TaskRun run;
    run.state = u"completed"_s;
    run.reasonCreated = u"scheduled"_s;
    run.reasonResolved = u"completed"_s;
    task.status.runs = { run };
    auto definition = std::make_shared<TaskDefinition>();
    definition->retries = 5;
    task.definition = definition;
    return state->setTask(task);
}

void setStatus(const QJsonObject &json, DemoState *state)
{
    DemoTask task = ensureTask(json["taskId"_L1].toString(), state);
    task.status = TaskStatus::fromJson(json);
    state->setTask(task);
}

void setDefinition(const QString &taskId, const QJsonObject &json, DemoState *state)
{
    DemoTask task = ensureTask(taskId, state);
    task.definition = std::make_shared<TaskDefinition>(TaskDefinition::fromJson(json));
    task.status.taskGroupId = task.definition->taskGroupId;
    state->setTask(task);
}

int latestRun(const QString &taskId, DemoState *state)
{
    return std::max(0, static_cast<int>(ensureTask(taskId, state).status.runs.size()) - 1);
}

int runOf(const Recording &recording, DemoState *state)
{
    const QString run = recording.arg("runId");
    return run.isEmpty() ? latestRun(recording.arg("taskId"), state) : run.toInt();
}

Artifact &ensureArtifact(const QString &taskId, int runId, const QString &name, DemoState *state)
{
    std::vector<Artifact> &list = ensureTask(taskId, state).artifacts[runId];
    const auto found
        = std::find_if(list.begin(), list.end(), [&name](const Artifact &known) { return known.name == name; });
    if (found != list.end())
        return *found;
    Artifact artifact;
    artifact.name = name;
    artifact.storageType = u"s3"_s;
    artifact.contentType = u"text/plain"_s;
    artifact.expires = fromIsoDate(u"2027-11-06T19:32:54.664Z"_s);
    artifact.content = Content::of("content\n");
    list.push_back(artifact);
    return list.back();
}

void removeArtifact(const QString &taskId, int runId, const QString &name, DemoState *state)
{
    std::vector<Artifact> &list = ensureTask(taskId, state).artifacts[runId];
    std::erase_if(list, [&name](const Artifact &known) { return known.name == name; });
}

void setListed(const QString &taskId, int runId, const QJsonObject &json, DemoState *state)
{
    Artifact &artifact = ensureArtifact(taskId, runId, json["name"_L1].toString(), state);
    artifact.storageType = json["storageType"_L1].toString();
    artifact.contentType = json["contentType"_L1].toString();
    artifact.expires = fromIsoDate(json["expires"_L1].toString());
    artifact.contentLength = json["contentLength"_L1].toInteger(-1);
    if (artifact.storageType == u"reference" && artifact.url.isEmpty())
        artifact.url = u"/somewhere"_s;
}

// Where an answer leads to says what a link points at: .../private-bucket/TASK/RUN/NAME.
QString nameInBucket(const QString &url)
{
    return QUrl(url).path(QUrl::FullyDecoded).section(u'/', 4);
}

void setContent(const Recording &recording, DemoState *state)
{
    const QString taskId = recording.arg("taskId");
    const int runId = runOf(recording, state);
    const QString name = recording.arg("name");
    const QJsonObject body = recording.body();
    Artifact &artifact = ensureArtifact(taskId, runId, name, state);
    const QString type = recording.status() == 424 ? u"error"_s : body["storageType"_L1].toString();
    const QString url = body["url"_L1].toString(recording.location());
    if (type == u"s3" && nameInBucket(url) != name && artifact.storageType == u"link") {
        artifact.target = nameInBucket(url);
        ensureArtifact(taskId, runId, nameInBucket(url), state);
        return;
    }
    if (!type.isEmpty())
        artifact.storageType = type;
    artifact.url = url;
    artifact.reason = body["reason"_L1].toString();
    artifact.message = body["message"_L1].toString();
}

void absorbQueue(const Recording &recording, DemoState *state)
{
    const QJsonObject body = recording.body();
    const QString method = recording.method();
    const QString taskId = recording.arg("taskId");
    if (method == u"task")
        setDefinition(taskId, body, state);
    if (method == u"listDependentTasks")
        ensureTask(taskId, state);
    if (body["task"_L1].isObject())
        setDefinition(taskId, body["task"_L1].toObject(), state);
    if (body["status"_L1].isObject())
        setStatus(body["status"_L1].toObject(), state);
    for (const QJsonValue row : body["statuses"_L1].toArray())
        setStatus(row["status"_L1].toObject(), state);
    for (const QJsonValue row : body["tasks"_L1].toArray()) {
        const QString id = row["taskId"_L1].toString(row["status"_L1]["taskId"_L1].toString());
        if (row["status"_L1].isObject())
            setStatus(row["status"_L1].toObject(), state);
        if (row["task"_L1].isObject())
            setDefinition(id, row["task"_L1].toObject(), state);
    }
    if (method == u"listTaskGroup" || method == u"getTaskGroup") {
        state->setGroup({ body["taskGroupId"_L1].toString(), body["schedulerId"_L1].toString(),
            fromIsoDate(body["expires"_L1].toString()), fromIsoDate(body["sealed"_L1].toString()) });
    }
    for (const QJsonValue row : body["artifacts"_L1].toArray())
        setListed(taskId, runOf(recording, state), row.toObject(), state);
    if (method == u"artifactInfo" || method == u"latestArtifactInfo")
        setListed(taskId, runOf(recording, state), body, state);
}

void absorbIndex(const Recording &recording, DemoState *state)
{
    const QJsonObject body = recording.body();
    QJsonArray rows = body["tasks"_L1].toArray();
    if (recording.method() == u"findTask")
        rows.append(body);
    for (const QJsonValue row : std::as_const(rows)) {
        state->index.insert(row["namespace"_L1].toString(),
            { row["taskId"_L1].toString(), row["rank"_L1].toDouble(), row["data"_L1].toObject(),
                fromIsoDate(row["expires"_L1].toString()) });
    }
    for (const QJsonValue row : body["namespaces"_L1].toArray()) {
        state->index.insert(row["namespace"_L1].toString() + u".something"_s,
            { u"So18GD6BRfSt5ludnjmN1A"_s, 0, {}, fromIsoDate(row["expires"_L1].toString()) });
    }
    if (recording.method() == u"findArtifactFromTask") {
        const QString taskId = recording.location().section(u"/task/"_s, 1).section(u'/', 0, 0);
        state->index.insert(recording.arg("indexPath"), { taskId, 0, {}, recording.time() + kDay });
    }
}

void absorbObject(const Recording &recording, DemoState *state)
{
    const QJsonObject body = recording.body();
    StoredObject object = state->objects.value(recording.arg("name"));
    object.name = recording.arg("name");
    object.projectId = body["projectId"_L1].toString(u"none"_s);
    object.contentType = u"text/plain"_s;
    object.expires = recording.time() + kDay;
    object.hashed = !body.contains("hashes"_L1) || !body["hashes"_L1].toObject().isEmpty();
    object.content = Content::of("object data\n");
    state->objects.insert(object.name, object);
}

QStringList strings(const QJsonValue &array)
{
    QStringList list;
    for (const QJsonValue item : array.toArray())
        list.append(item.toString());
    return list;
}

void absorbAuth(const Recording &recording, DemoState *state)
{
    const QJsonObject body = recording.body();
    QJsonArray clients = body["clients"_L1].toArray();
    if (recording.method() == u"client")
        clients.append(body);
    for (const QJsonValue row : std::as_const(clients)) {
        AuthClient client;
        client.clientId = row["clientId"_L1].toString();
        client.accessToken = client.clientId + u"-token"_s;
        client.description = row["description"_L1].toString();
        client.created = fromIsoDate(row["created"_L1].toString());
        client.expires = fromIsoDate(row["expires"_L1].toString());
        client.deleteOnExpiration = row["deleteOnExpiration"_L1].toBool();
        client.disabled = row["disabled"_L1].toBool();
        client.scopes = strings(row["scopes"_L1]);
        state->clients.insert(client.clientId, client);
    }
    QJsonArray roles = body["roles"_L1].toArray();
    if (recording.method() == u"listRoles")
        roles = recording.response()["body"_L1].toArray();
    if (recording.method() == u"role")
        roles.append(body);
    for (const QJsonValue row : std::as_const(roles)) {
        const QString id = row["roleId"_L1].toString();
        state->roles.insert(id,
            { id, row["description"_L1].toString(), fromIsoDate(row["created"_L1].toString()),
                strings(row["scopes"_L1]) });
    }
    for (const QString &id : strings(body["roleIds"_L1])) {
        if (!state->roles.contains(id))
            state->roles.insert(id, { id, {}, 0, {} });
    }
}

// Before the change that a recorded answer shows.
void undoChange(const Recording &recording, DemoState *state)
{
    DemoTask *task = state->task(recording.arg("taskId"));
    if (!task || recording.status() != 200)
        return;
    TaskStatus &status = task->status;
    const QString name = recording.name();
    const bool madeUp = name == u"unscheduled" || recording.method() == u"scheduleTask";
    if (madeUp) {
        status.runs.clear();
        status.state = u"unscheduled"_s;
    } else if (recording.method() == u"cancelTask" && name != u"again") {
        TaskRun &run = status.runs.back();
        run.state = name; // the case is named after it: pending, running
        run.reasonResolved.clear();
        run.resolved = 0;
        status.state = name;
    } else if (recording.method() == u"rerunTask" && name != u"already-pending") {
        status.runs.pop_back();
        status.state = status.runs.back().state;
    }
}

bool isContentMethod(const QString &method)
{
    static const QStringList methods = { u"artifact"_s, u"latestArtifact"_s, u"getArtifact"_s, u"getLatestArtifact"_s };
    return methods.contains(method);
}

void presupposeArtifact(const Recording &recording, DemoState *state)
{
    const QString taskId = recording.arg("taskId");
    const QString name = recording.arg("name");
    const int status = recording.status();
    if (status == 404 && !state->task(taskId))
        return;
    const int runId = runOf(recording, state);
    if (status == 404 && recording.name() != u"link-dangling") {
        removeArtifact(taskId, runId, name, state);
    } else if (status == 410) {
        ensureArtifact(taskId, runId, name, state).expires = recording.time() - 1;
    } else if (status == 200 || status == 303 || status == 424) {
        setContent(recording, state);
    } else if (status == 403 || status == 401) {
        ensureArtifact(taskId, runId, name, state);
    }
}

} // namespace

QString Recording::arg(const char *name) const
{
    return request()["args"_L1].toObject()[QLatin1StringView(name)].toString();
}

qint64 Recording::time() const
{
    return fromIsoDate(json["recordedAt"_L1].toString());
}

QByteArray Recording::requestBody() const
{
    const QJsonObject asked = request();
    if (asked.contains("bodyBytes"_L1))
        return { asked["bodyBytes"_L1].toInt(), 'x' };
    if (asked.contains("bodyText"_L1))
        return asked["bodyText"_L1].toString().toUtf8();
    const QJsonValue body = asked["body"_L1];
    if (body.isNull() || body.isUndefined())
        return {};
    return body.isArray() ? QJsonDocument(body.toArray()).toJson() : QJsonDocument(body.toObject()).toJson();
}

QString Recording::location() const
{
    return response()["headers"_L1].toObject()["location"_L1].toString();
}

QList<Recording> readRecordings(const QString &folder)
{
    QList<Recording> all;
    const QDir dir(folder);
    const QStringList files = dir.entryList({ u"*.json"_s }, QDir::Files, QDir::Name);
    for (const QString &name : files) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all.append({ name.chopped(5), QJsonDocument::fromJson(file.readAll()).object() });
    }
    return all;
}

void absorb(const Recording &recording, DemoState *state)
{
    const int status = recording.status();
    if (status != 200 && status != 303)
        return;
    const QString service = recording.service();
    if (service == u"queue")
        absorbQueue(recording, state);
    else if (service == u"index")
        absorbIndex(recording, state);
    else if (service == u"object" && !recording.arg("name").isEmpty())
        absorbObject(recording, state);
    else if (service == u"auth")
        absorbAuth(recording, state);
}

void presuppose(const Recording &recording, DemoState *state)
{
    const QString method = recording.method();
    if (isContentMethod(method) || method == u"artifactInfo" || method == u"latestArtifactInfo")
        presupposeArtifact(recording, state);
    if (method == u"cancelTask" || method == u"rerunTask" || method == u"scheduleTask")
        undoChange(recording, state);
    if (recording.service() == u"object" && recording.status() == 404)
        state->objects.remove(recording.arg("name"));
    if (method == u"findTask" && recording.status() == 404)
        state->index.remove(recording.arg("indexPath"));
    // A page that says that there are more needs one more.
    const bool more = recording.body().contains("continuationToken"_L1);
    if (more && method == u"listTasks")
        state->index.insert(
            recording.arg("namespace") + u".zzz"_s, { u"So18GD6BRfSt5ludnjmN1A"_s, 0, {}, recording.time() + kDay });
    if (more && method == u"listDependentTasks") {
        DemoTask last = ensureTask(u"zzzzzzzzQOOzzzzzzzzzzA"_s, state);
        TaskDefinition definition = *last.definition;
        definition.dependencies = { recording.arg("taskId") };
        last.definition = std::make_shared<TaskDefinition>(definition);
        state->setTask(last);
    }
    if (more && (method == u"listArtifacts" || method == u"listLatestArtifacts")) {
        ensureArtifact(recording.arg("taskId"), runOf(recording, state), u"public/zzz"_s, state);
    }
}

void addRecordedClients(DemoState *state)
{
    const auto add = [state](const QString &id, const QStringList &scopes) {
        AuthClient client;
        client.clientId = id;
        client.accessToken = id + u"-token"_s;
        client.expires = fromIsoDate(u"2030-01-01T00:00:00.000Z"_s);
        client.scopes = scopes;
        state->clients.insert(id, client);
    };
    add(u"static/taskcluster/root"_s, { u"*"_s });
    add(u"static/loopback/no-scopes"_s, {});
    add(u"static/loopback/read-only"_s, { u"assume:project:loopback:reader"_s });
    add(u"project/loopback/scheduler"_s, { u"*"_s });
}

} // namespace tc::test
