// SPDX-License-Identifier: MPL-2.0
#include "demo/data/taskmodel.h"

#include "demo/util/jsonwriter.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

QStringList strings(const QJsonValue &array)
{
    QStringList list;
    const QJsonArray items = array.toArray();
    for (const auto item : items)
        list.append(item.toString());
    return list;
}

void optionalText(JsonWriter &writer, const char *name, const QString &text)
{
    if (!text.isEmpty())
        writer.member(name, text);
}

void optionalDate(JsonWriter &writer, const char *name, qint64 msecs)
{
    if (msecs != 0)
        writer.date(name, msecs);
}

// provisionerId and workerType are the two halves of a task queue's id.
void writeQueue(JsonWriter &writer, const QString &taskQueueId)
{
    writer.member("provisionerId", taskQueueId.section(u'/', 0, 0));
    writer.member("workerType", taskQueueId.section(u'/', 1));
    writer.member("taskQueueId", taskQueueId);
}

} // namespace

TaskRun TaskRun::fromJson(const QJsonObject &json)
{
    TaskRun run;
    run.runId = json["runId"_L1].toInt();
    run.state = json["state"_L1].toString();
    run.reasonCreated = json["reasonCreated"_L1].toString();
    run.reasonResolved = json["reasonResolved"_L1].toString();
    run.workerGroup = json["workerGroup"_L1].toString();
    run.workerId = json["workerId"_L1].toString();
    run.takenUntil = fromIsoDate(json["takenUntil"_L1].toString());
    run.scheduled = fromIsoDate(json["scheduled"_L1].toString());
    run.started = fromIsoDate(json["started"_L1].toString());
    run.resolved = fromIsoDate(json["resolved"_L1].toString());
    return run;
}

void TaskRun::write(JsonWriter &writer) const
{
    writer.beginObject();
    writer.member("runId", runId);
    writer.member("state", state);
    writer.member("reasonCreated", reasonCreated);
    optionalText(writer, "reasonResolved", reasonResolved);
    optionalText(writer, "workerGroup", workerGroup);
    optionalText(writer, "workerId", workerId);
    optionalDate(writer, "takenUntil", takenUntil);
    optionalDate(writer, "scheduled", scheduled);
    optionalDate(writer, "started", started);
    optionalDate(writer, "resolved", resolved);
    writer.endObject();
}

TaskStatus TaskStatus::fromJson(const QJsonObject &json)
{
    TaskStatus status;
    status.taskId = json["taskId"_L1].toString();
    status.taskQueueId = json["taskQueueId"_L1].toString();
    status.schedulerId = json["schedulerId"_L1].toString();
    status.projectId = json["projectId"_L1].toString();
    status.taskGroupId = json["taskGroupId"_L1].toString();
    status.priority = json["priority"_L1].toString();
    status.deadline = fromIsoDate(json["deadline"_L1].toString());
    status.expires = fromIsoDate(json["expires"_L1].toString());
    status.retriesLeft = json["retriesLeft"_L1].toInt();
    status.state = json["state"_L1].toString();
    const QJsonArray runs = json["runs"_L1].toArray();
    for (const auto run : runs)
        status.runs.push_back(TaskRun::fromJson(run.toObject()));
    return status;
}

void TaskStatus::write(JsonWriter &writer) const
{
    writer.beginObject();
    writer.member("taskId", taskId);
    writeQueue(writer, taskQueueId);
    writer.member("schedulerId", schedulerId);
    writer.member("projectId", projectId);
    writer.member("taskGroupId", taskGroupId);
    writer.member("priority", priority);
    writer.date("deadline", deadline);
    writer.date("expires", expires);
    writer.member("retriesLeft", retriesLeft);
    writer.member("state", state);
    writer.key("runs");
    writer.beginArray();
    for (const TaskRun &run : runs)
        run.write(writer);
    writer.endArray();
    writer.endObject();
}

TaskDefinition TaskDefinition::fromJson(const QJsonObject &json)
{
    const QJsonObject metadata = json["metadata"_L1].toObject();
    TaskDefinition task;
    task.taskQueueId = json["taskQueueId"_L1].toString();
    task.schedulerId = json["schedulerId"_L1].toString();
    task.projectId = json["projectId"_L1].toString();
    task.taskGroupId = json["taskGroupId"_L1].toString();
    task.dependencies = strings(json["dependencies"_L1]);
    task.requires_ = json["requires"_L1].toString();
    task.routes = strings(json["routes"_L1]);
    task.priority = json["priority"_L1].toString();
    task.retries = json["retries"_L1].toInt();
    task.created = fromIsoDate(json["created"_L1].toString());
    task.deadline = fromIsoDate(json["deadline"_L1].toString());
    task.expires = fromIsoDate(json["expires"_L1].toString());
    task.scopes = strings(json["scopes"_L1]);
    task.payload = json["payload"_L1].toObject();
    task.name = metadata["name"_L1].toString();
    task.description = metadata["description"_L1].toString();
    task.owner = metadata["owner"_L1].toString();
    task.source = metadata["source"_L1].toString();
    const QJsonObject tags = json["tags"_L1].toObject();
    for (auto it = tags.begin(); it != tags.end(); ++it)
        task.tags.emplace_back(it.key(), it.value().toString());
    task.extra = json["extra"_L1].toObject();
    return task;
}

void TaskDefinition::write(JsonWriter &writer) const
{
    writer.beginObject();
    writeQueue(writer, taskQueueId);
    writer.member("schedulerId", schedulerId);
    writer.member("projectId", projectId);
    writer.member("taskGroupId", taskGroupId);
    writer.member("dependencies", dependencies);
    writer.member("requires", requires_);
    writer.member("routes", routes);
    writer.member("priority", priority);
    writer.member("retries", retries);
    writer.date("created", created);
    writer.date("deadline", deadline);
    writer.date("expires", expires);
    writer.member("scopes", scopes);
    writer.member("payload", QJsonValue(payload));
    writer.key("metadata");
    writer.beginObject();
    writer.member("name", name);
    writer.member("owner", owner);
    writer.member("source", source);
    writer.member("description", description);
    writer.endObject();
    writer.key("tags");
    writer.beginObject();
    for (const auto &[tag, text] : tags) {
        writer.key(tag);
        writer.value(text);
    }
    writer.endObject();
    writer.member("extra", QJsonValue(extra));
    writer.endObject();
}

} // namespace demo
