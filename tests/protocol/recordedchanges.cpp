// SPDX-License-Identifier: MPL-2.0
// What stood in the deployment before a recorded request changed it: tasks to be created and claimed, uploads under
// way.
#include "recordedstate.h"

#include "demo/util/jsonwriter.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace demo;

namespace tc::test {

namespace {

constexpr qint64 kHour = 3600LL * 1000;

QJsonObject payloadOf(const Recording &recording)
{
    return recording.request()["body"_L1].toObject();
}

void addTask(const QString &taskId, const TaskDefinition &definition, DemoState *state)
{
    DemoTask task;
    task.status.taskId = taskId;
    task.status.taskGroupId = definition.taskGroupId;
    task.status.taskQueueId = definition.taskQueueId;
    task.status.schedulerId = definition.schedulerId;
    task.status.projectId = definition.projectId;
    task.status.priority = definition.priority;
    task.status.deadline = definition.deadline;
    task.status.expires = definition.expires;
    task.status.retriesLeft = definition.retries;
    task.status.state = u"unscheduled"_s;
    task.definition = std::make_shared<const TaskDefinition>(definition);
    state->setTask(task);
}

TaskDefinition definitionFor(const QString &taskId, const QJsonObject &body)
{
    TaskDefinition definition = TaskDefinition::fromJson(body);
    definition.taskGroupId = taskId;
    return definition;
}

// Nothing but who may ask, and what the case is about.
void presupposeCreation(const Recording &recording, DemoState *state)
{
    DemoState bare;
    bare.clients = state->clients;
    bare.roles = state->roles;
    *state = bare;
    if (recording.name() == u"insufficient-scopes-partly")
        state->clients[u"project/loopback/scheduler"_s].scopes = { u"queue:create-task:highest:loopback/*"_s };
    const QString taskId = recording.arg("taskId");
    QJsonObject body = payloadOf(recording);
    const QJsonArray dependencies = body["dependencies"_L1].toArray();
    for (const auto id : dependencies) {
        if (id.toString() != taskId)
            addTask(id.toString(), definitionFor(id.toString(), {}), state);
    }
    if (recording.name() == u"same-again" || recording.name() == u"conflict") {
        if (recording.name() == u"conflict")
            body["priority"_L1] = u"high"_s;
        addTask(taskId, definitionFor(taskId, body), state);
        state->scheduleIfReady(*state->task(taskId), recording.time());
    }
    if (recording.name() == u"group-sealed") {
        state->setGroup({ body["taskGroupId"_L1].toString(), body["schedulerId"_L1].toString(),
            recording.time() + kHour, recording.time() - 1 });
    }
}

void makeRunning(const Recording &recording, TaskStatus *status, std::size_t runId)
{
    while (status->runs.size() <= runId)
        status->runs.emplace_back().runId = static_cast<int>(status->runs.size()) - 1;
    status->runs.resize(runId + 1);
    TaskRun &run = status->runs[runId];
    run.state = u"running"_s;
    run.reasonCreated = u"scheduled"_s;
    run.reasonResolved.clear();
    run.workerGroup = u"rec-group"_s;
    run.workerId = u"rec-worker-1"_s;
    run.scheduled = run.started = recording.time() - 10;
    run.resolved = 0;
    run.takenUntil = recording.time() + kHour;
    status->state = run.state;
}

void presupposeClaim(const Recording &recording, DemoState *state)
{
    QStringList ids = { recording.arg("taskId") };
    const QJsonArray claimed = recording.body()["tasks"_L1].toArray();
    for (const auto row : claimed)
        ids.append(row["status"_L1]["taskId"_L1].toString());
    for (const QString &id : std::as_const(ids)) {
        DemoTask *task = state->task(id);
        if (!task || recording.status() != 200)
            continue;
        TaskRun pending;
        pending.state = u"pending"_s;
        pending.reasonCreated = u"scheduled"_s;
        pending.scheduled = recording.time() - 10;
        task->status.runs = { pending };
        task->status.state = u"pending"_s;
    }
}

void presupposeReport(const Recording &recording, DemoState *state)
{
    const QString taskId = recording.arg("taskId");
    if (recording.status() == 404 || recording.name() == u"again")
        return;
    if (!state->task(taskId))
        addTask(taskId, definitionFor(taskId, {}), state);
    DemoTask *task = state->task(taskId);
    const auto runId = static_cast<std::size_t>(recording.arg("runId").toUInt());
    makeRunning(recording, &task->status, runId);
    if (recording.name() == u"resolved" || recording.name() == u"claim-expired") {
        task->status.runs[runId].state = u"failed"_s;
        task->status.state = u"failed"_s;
    } else if (recording.name() == u"worker-shutdown-retried") {
        ++task->status.retriesLeft;
    }
}

void presupposeObjectOf(const Recording &recording, const Artifact &artifact, DemoState *state)
{
    StoredObject object;
    object.name = u"t/%1/%2/%3"_s.arg(recording.arg("taskId"), recording.arg("runId"), artifact.name);
    object.uploadId = artifact.uploadId;
    object.expires = artifact.expires;
    object.finished = !recording.name().endsWith(u"too-early");
    state->objects.insert(object.name, object);
}

void presupposeArtifactChange(const Recording &recording, DemoState *state)
{
    const QString name = recording.name();
    const QString taskId = recording.arg("taskId");
    if (name == u"no-such-task")
        return;
    if (!state->task(taskId))
        addTask(taskId, definitionFor(taskId, {}), state);
    DemoTask *task = state->task(taskId);
    const int runId = recording.arg("runId").toInt();
    makeRunning(recording, &task->status, static_cast<std::size_t>(runId));
    task->status.expires = fromIsoDate(u"2026-12-21T20:15:23.049Z"_s);
    if (name == u"after-exception") {
        task->status.runs.back().state = u"exception"_s;
        task->status.runs.back().resolved = recording.time() - 10;
    }
    std::erase_if(task->artifacts[runId],
        [&recording](const Artifact &artifact) { return artifact.name == recording.arg("name"); });
    Artifact artifact;
    artifact.name = recording.arg("name");
    artifact.contentType = u"text/plain"_s;
    artifact.expires = fromIsoDate(u"2026-12-11T20:15:23.069Z"_s);
    artifact.storageType = name.startsWith(u"s3") || name == u"not-an-object" ? u"s3"_s : u"object"_s;
    if (recording.method() == u"finishArtifact" && recording.status() != 404) {
        artifact.uploadId
            = name == u"object-wrong-upload-id" ? u"other"_s : payloadOf(recording)["uploadId"_L1].toString();
        artifact.contentLength = name == u"object-with-content-length-500" ? 10 : -1;
        presupposeObjectOf(recording, artifact, state);
        task->artifacts[runId].push_back(artifact);
    } else if (name.endsWith(u"-expiry")) {
        task->artifacts[runId].push_back(artifact);
    }
}

void presupposeUpload(const Recording &recording, DemoState *state)
{
    const QJsonObject body = payloadOf(recording);
    const QString name = recording.name();
    state->objects.remove(recording.arg("name"));
    StoredObject object;
    object.name = recording.arg("name");
    object.uploadId = name == u"wrong-upload-id" ? u"other"_s : body["uploadId"_L1].toString();
    object.projectId = name == u"wrong-project" ? u"rec-project"_s : body["projectId"_L1].toString();
    object.expires = fromIsoDate(body["expires"_L1].toString()) + (name == u"other-expires" ? 1 : 0);
    object.finished = name == u"already-finished";
    if (name == u"other-hash")
        object.hashes.insert(u"sha256"_s, u"another"_s);
    const bool isThere = recording.method() == u"finishUpload" ? recording.status() != 404 : recording.status() == 409;
    if (isThere)
        state->objects.insert(object.name, object);
}

} // namespace

void presupposeChange(const Recording &recording, DemoState *state)
{
    const QString method = recording.method();
    if (method == u"createTask")
        presupposeCreation(recording, state);
    else if (method == u"claimTask" || method == u"claimWork")
        presupposeClaim(recording, state);
    else if (method == u"reclaimTask" || method.startsWith(u"report"))
        presupposeReport(recording, state);
    else if (method == u"createArtifact" || method == u"finishArtifact")
        presupposeArtifactChange(recording, state);
    else if (method == u"createUpload" || method == u"finishUpload")
        presupposeUpload(recording, state);
}

QStringList workerScopes(const QString &clientId)
{
    const QString run = clientId.section(u'/', 1, 2);
    if (clientId.startsWith(u"task-client/"))
        return { u"queue:reclaim-task:"_s + run, u"queue:resolve-task:"_s + run, u"queue:create-artifact:"_s + run };
    if (clientId.startsWith(u"artifact-upload/"))
        return { u"object:upload:none:t/"_s + run + u"/*"_s };
    if (clientId.startsWith(u"worker/"))
        return { u"queue:claim-work:*"_s, u"queue:worker-id:*"_s };
    return {};
}

} // namespace tc::test
