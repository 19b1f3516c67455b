// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace demo {

class JsonWriter;

// All times are milliseconds since 1970; 0 says "not there".
struct TaskRun {
    int runId = 0;
    QString state;
    QString reasonCreated;
    QString reasonResolved;
    QString workerGroup;
    QString workerId;
    qint64 takenUntil = 0;
    qint64 scheduled = 0;
    qint64 started = 0;
    qint64 resolved = 0;

    static TaskRun fromJson(const QJsonObject &json);
    void write(JsonWriter &writer) const;
};

// What the queue knows about a task beside its definition.
struct TaskStatus {
    QString taskId;
    QString taskQueueId;
    QString schedulerId;
    QString projectId;
    QString taskGroupId;
    QString priority;
    qint64 deadline = 0;
    qint64 expires = 0;
    int retriesLeft = 0;
    QString state;
    std::vector<TaskRun> runs;

    static TaskStatus fromJson(const QJsonObject &json);
    void write(JsonWriter &writer) const;
};

struct TaskDefinition {
    QString taskQueueId;
    QString schedulerId;
    QString projectId;
    QString taskGroupId;
    QStringList dependencies;
    QString requires_;
    QStringList routes;
    QString priority;
    int retries = 0;
    qint64 created = 0;
    qint64 deadline = 0;
    qint64 expires = 0;
    QStringList scopes;
    QJsonObject payload;
    QString name;
    QString description;
    QString owner;
    QString source;
    std::vector<std::pair<QString, QString>> tags;
    QJsonObject extra;

    static TaskDefinition fromJson(const QJsonObject &json);
    void write(JsonWriter &writer) const;
    friend bool operator==(const TaskDefinition &, const TaskDefinition &) = default;
};

struct TaskGroup {
    QString taskGroupId;
    QString schedulerId;
    qint64 expires = 0;
    qint64 sealed = 0;
};

} // namespace demo
