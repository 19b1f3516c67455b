// SPDX-License-Identifier: MPL-2.0
#include "core/task/convert.h"

#include <tc/queue.h>

#include <QDateTime>

#include <algorithm>
#include <limits>

namespace core {

using namespace Qt::StringLiterals;

namespace {

// Counts of the service fit into few bits; a server that lies must not make them wrap.
template <typename Small>
Small clamped(qint64 value)
{
    return static_cast<Small>(
        std::clamp<qint64>(value, std::numeric_limits<Small>::min(), std::numeric_limits<Small>::max()));
}

RunInfo toRunInfo(const tc::queue::TaskStatusRun &run)
{
    RunInfo info;
    info.runId = clamped<int>(run.runId);
    info.state = taskStateFromText(run.state.toString());
    info.reasonCreated = run.reasonCreated.toString();
    info.reasonResolved = run.reasonResolved ? run.reasonResolved->toString() : QString();
    info.workerGroup = run.workerGroup.value_or(QString());
    info.workerId = run.workerId.value_or(QString());
    info.scheduled = toTime(run.scheduled);
    info.started = toTime(run.started);
    info.resolved = toTime(run.resolved);
    info.takenUntil = toTime(run.takenUntil);
    return info;
}

// Services older than task queue ids give the two halves only.
QString queueId(const QString &taskQueueId, const QString &provisionerId, const QString &workerType)
{
    return taskQueueId.isEmpty() && !provisionerId.isEmpty() ? provisionerId + u'/' + workerType : taskQueueId;
}

QString nameIn(const QJsonValue &object, QLatin1StringView member)
{
    return object.toObject().value(member).toString();
}

// "a/b.log.txt" -> "a/b.log_backing.txt", as docker-worker names the log that stays.
QString dockerBackingLog(const QString &live)
{
    const qsizetype dot = live.lastIndexOf(u'.');
    const qsizetype slash = live.lastIndexOf(u'/');
    const qsizetype end = dot > slash ? dot : live.size();
    return live.left(end) + u"_backing"_s + live.mid(end);
}

void takeLogNames(const tc::Json &payload, TaskDefinition *definition)
{
    const QJsonObject object = payload.toObject();
    const QJsonValue logs = object.value("logs"_L1);
    definition->liveLog = nameIn(logs, "live"_L1);
    definition->backingLog = nameIn(logs, "backing"_L1);
    const QString log = object.value("log"_L1).toString();
    if (definition->liveLog.isEmpty() && !log.isEmpty()) {
        definition->liveLog = log;
        definition->backingLog = dockerBackingLog(log);
    }
}

TaskRow toTaskRow(const SlugId &id, const tc::queue::TaskDefinitionAndStatus &source, StringPool &pool)
{
    const tc::queue::Task &task = source.task;
    const tc::queue::TaskStatus &status = source.status;
    TaskRow row;
    row.taskId = id;
    row.name = task.metadata.name;
    row.kind = pool.intern(task.tags.value(u"kind"_s));
    row.pool = pool.intern(queueId(status.taskQueueId, status.provisionerId, status.workerType));
    row.owner = pool.intern(task.metadata.owner);
    row.project = pool.intern(status.projectId);
    row.scheduler = pool.intern(status.schedulerId);
    row.created = toTime(task.created);
    row.deadline = toTime(status.deadline);
    row.runs = clamped<quint16>(static_cast<qint64>(status.runs.size()));
    row.retriesLeft = clamped<qint16>(status.retriesLeft);
    row.dependencies = clamped<quint16>(static_cast<qint64>(task.dependencies.size()));
    row.state = taskStateFromText(status.state.toString());
    row.priority = taskPriorityFromText(status.priority ? status.priority->toString() : task.priority.toString());
    if (!status.runs.empty()) {
        const tc::queue::TaskStatusRun &last = status.runs.back();
        row.scheduled = toTime(last.scheduled);
        row.started = toTime(last.started);
        row.resolved = toTime(last.resolved);
        if (last.reasonResolved)
            row.reason = pool.intern(last.reasonResolved->toString());
    }
    return row;
}

} // namespace

qint64 toTime(const QDateTime &date)
{
    return date.isValid() ? date.toMSecsSinceEpoch() : 0;
}

qint64 toTime(const std::optional<QDateTime> &date)
{
    return date ? toTime(*date) : 0;
}

TaskStatus toTaskStatus(const tc::queue::TaskStatus &status)
{
    TaskStatus result;
    result.taskId = status.taskId;
    result.taskGroupId = status.taskGroupId;
    result.state = taskStateFromText(status.state.toString());
    result.taskQueueId = queueId(status.taskQueueId, status.provisionerId, status.workerType);
    result.schedulerId = status.schedulerId;
    result.projectId = status.projectId;
    result.priority = taskPriorityFromText(status.priority ? status.priority->toString() : QString());
    result.retriesLeft = clamped<int>(status.retriesLeft);
    result.deadline = toTime(status.deadline);
    result.expires = toTime(status.expires);
    result.runs.reserve(static_cast<size_t>(status.runs.size()));
    for (const tc::queue::TaskStatusRun &run : status.runs)
        result.runs.push_back(toRunInfo(run));
    return result;
}

ArtifactInfo toArtifactInfo(const tc::queue::ArtifactResponse &artifact)
{
    ArtifactInfo info;
    info.name = artifact.name;
    info.contentType = artifact.contentType;
    info.storage = storageTypeFromText(artifact.storageType.toString());
    info.size = artifact.contentLength.value_or(-1);
    info.expires = toTime(artifact.expires);
    return info;
}

std::optional<TaskDefinition> toTaskDefinition(const tc::Json &json)
{
    tc::queue::Task task;
    if (tc::decodeJson(json.raw().toByteArray(), &task))
        return {};
    TaskDefinition definition;
    definition.name = task.metadata.name;
    definition.description = task.metadata.description;
    definition.owner = task.metadata.owner;
    definition.source = task.metadata.source;
    definition.taskQueueId = queueId(task.taskQueueId, task.provisionerId, task.workerType);
    definition.schedulerId = task.schedulerId;
    definition.projectId = task.projectId.value_or(QString());
    definition.taskGroupId = task.taskGroupId;
    definition.priority = taskPriorityFromText(task.priority.toString());
    definition.retries = clamped<int>(task.retries);
    definition.created = toTime(task.created);
    definition.deadline = toTime(task.deadline);
    definition.expires = toTime(task.expires);
    definition.dependencies = QStringList(task.dependencies.begin(), task.dependencies.end());
    definition.requirement = task.requires_.toString();
    definition.routes = QStringList(task.routes.begin(), task.routes.end());
    definition.scopes = QStringList(task.scopes.begin(), task.scopes.end());
    for (auto tag = task.tags.begin(); tag != task.tags.end(); ++tag)
        definition.tags.emplace_back(tag.key(), tag.value());
    std::sort(definition.tags.begin(), definition.tags.end());
    takeLogNames(task.payload, &definition);
    definition.json = json.toIndented();
    return definition;
}

TaskRows toTaskRows(const tc::queue::ListTaskGroupResponse &page, StringPool &pool)
{
    TaskRows result;
    result.rows.reserve(static_cast<size_t>(page.tasks.size()));
    for (const tc::queue::TaskDefinitionAndStatus &task : page.tasks) {
        if (const auto id = SlugId::fromText(task.status.taskId))
            result.rows.push_back(toTaskRow(*id, task, pool));
        else
            ++result.malformed;
    }
    return result;
}

} // namespace core
