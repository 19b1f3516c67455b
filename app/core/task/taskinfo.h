// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/task/taskrow.h"

#include <QStringList>

#include <utility>
#include <vector>

namespace core {

/// One run of a task. Times are ms since the epoch, 0 when they have not come.
struct RunInfo {
    int runId = 0;
    TaskState state = TaskState::Unknown;
    QString reasonCreated; ///< Taskcluster's words
    QString reasonResolved; ///< empty until resolved
    QString workerGroup;
    QString workerId;
    qint64 scheduled = 0;
    qint64 started = 0;
    qint64 resolved = 0;
    qint64 takenUntil = 0;

    /// Time between start and end, up to \a now while it runs; -1 before it starts.
    qint64 duration(qint64 now) const;

    friend bool operator==(const RunInfo &, const RunInfo &) = default;
};

/// Status of a task, as the queue tells it.
struct TaskStatus {
    QString taskId;
    QString taskGroupId;
    TaskState state = TaskState::Unknown;
    QString taskQueueId; ///< the worker pool
    QString schedulerId;
    QString projectId;
    TaskPriority priority = TaskPriority::Unknown;
    int retriesLeft = 0;
    qint64 deadline = 0;
    qint64 expires = 0;
    std::vector<RunInfo> runs; ///< in order of their ids, which count from 0

    friend bool operator==(const TaskStatus &, const TaskStatus &) = default;
};

/// Definition of a task. Everything in it was chosen by whoever made the task: show it through visibleText().
struct TaskDefinition {
    QString name;
    QString description; ///< markdown
    QString owner;
    QString source; ///< URL
    QString taskQueueId;
    QString schedulerId;
    QString projectId;
    QString taskGroupId;
    TaskPriority priority = TaskPriority::Unknown;
    int retries = 0;
    qint64 created = 0;
    qint64 deadline = 0;
    qint64 expires = 0;
    QStringList dependencies; ///< task ids
    QString requirement; ///< "all-completed" or "all-resolved"
    QStringList routes;
    QStringList scopes;
    std::vector<std::pair<QString, QString>> tags; ///< sorted by name
    QString liveLog; ///< artifact name that the payload gives to the live log; empty when it gives none
    QString backingLog; ///< the same for the log that stays
    QByteArray json; ///< the whole definition, indented, in the order in which it was written
};

/// Where an artifact's bytes are.
enum class StorageType : quint8 { S3, Object, Reference, Link, Error, Unknown };

StorageType storageTypeFromText(QStringView text);
/// Taskcluster's word for it.
QString storageTypeToText(StorageType type);

/// One artifact of a run.
struct ArtifactInfo {
    QString name;
    QString contentType;
    StorageType storage = StorageType::Unknown;
    qint64 size = -1; ///< bytes, -1 when the service does not say
    qint64 expires = 0;

    friend bool operator==(const ArtifactInfo &, const ArtifactInfo &) = default;
};

} // namespace core

Q_DECLARE_METATYPE(core::StorageType)
