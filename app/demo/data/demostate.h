// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/data/artifactmodel.h"
#include "demo/data/taskmodel.h"

#include <QHash>
#include <QMap>

#include <map>
#include <memory>

namespace demo {

struct DemoTask;

// Makes what a large group does not hold in memory.
class TaskSource
{
public:
    virtual ~TaskSource() = default;
    virtual TaskDefinition definition(const DemoTask &task) const = 0;
    virtual QStringList dependencies(const DemoTask &task) const = 0;
    virtual std::vector<Artifact> artifacts(const DemoTask &task, int runId) const = 0;
};

struct DemoTask {
    TaskStatus status;
    quint64 revision = 0; // one more for every change of status

    // Either both of these ...
    std::shared_ptr<const TaskSource> source;
    quint32 recipe = 0;

    // ... or this.
    std::shared_ptr<const TaskDefinition> definition;

    // By run: those that somebody created. They hide those of the source that have their names.
    std::map<int, std::vector<Artifact>> artifacts;

    // A new pending run.
    void addRun(const QString &reason, qint64 now);
};

struct AuthClient {
    QString clientId;
    QString accessToken;
    QString description;
    qint64 expires = 0;
    qint64 created = 0;
    QStringList scopes;
    bool deleteOnExpiration = false;
    bool disabled = false;
    qint64 lastModified = 0; // 0: since its creation never
    qint64 lastRotated = 0;
    qint64 lastUsed = 0;
};

struct AuthRole {
    QString roleId;
    QString description;
    qint64 created = 0;
    QStringList scopes;
    qint64 lastModified = 0; // 0: since its creation never
};

// Who changed what and when; what it was before is not kept.
struct AuditEntry {
    QString clientId;
    QString actionType;
    qint64 created = 0;
    QString entityId;
    QString entityType;
};

struct DemoSecret {
    QJsonObject secret;
    qint64 expires = 0;
};

struct IndexedTask {
    QString taskId;
    double rank = 0;
    QJsonObject data;
    qint64 expires = 0;
};

// A page outside of the services that a reference artifact points to.
struct DemoPage {
    QString contentType;
    Content content;
};

// Everything that a demo deployment knows. A plain value: a test can build the one that it needs.
class DemoState
{
public:
    void setGroup(const TaskGroup &group) { m_groups.insert(group.taskGroupId, group); }
    const TaskGroup *group(const QString &taskGroupId) const;

    // A task with an id that is there takes the place of the older one.
    DemoTask &setTask(DemoTask task);
    DemoTask *task(const QString &taskId);
    const DemoTask *task(const QString &taskId) const;
    std::vector<DemoTask> &tasks() { return m_tasks; }

    // Positions in tasks(), in the order of listTaskGroup.
    const std::vector<quint32> &groupMembers(const QString &taskGroupId);
    // Ids of the tasks that wait for one.
    QStringList dependents(const QString &taskId);
    // Gives an unscheduled task its first run when nothing that it waits for is left to do.
    void scheduleIfReady(DemoTask &task, qint64 now);
    // The same for all that wait for one that has been resolved.
    void scheduleDependents(const QString &taskId, qint64 now);

    static TaskDefinition definition(const DemoTask &task);
    static QStringList dependencies(const DemoTask &task);
    static std::vector<Artifact> artifacts(const DemoTask &task, int runId);
    // One that somebody created, to be changed; null for those that a source makes.
    static Artifact *created(DemoTask &task, int runId, const QString &name);
    static std::optional<Artifact> artifact(const DemoTask &task, int runId, const QString &name);

    QMap<QString, AuthClient> clients;
    QMap<QString, AuthRole> roles;
    std::vector<AuditEntry> audit; // the oldest first
    QMap<QString, DemoSecret> secrets;
    QMap<QString, IndexedTask> index; // by whole namespace
    QMap<QString, StoredObject> objects;
    QMap<QString, DemoPage> pages; // by path under the root URL

private:
    QHash<QString, TaskGroup> m_groups;
    std::vector<DemoTask> m_tasks;
    QHash<QString, quint32> m_positions;
    QHash<QString, std::vector<quint32>> m_members;
    QHash<QString, QStringList> m_dependents;
    bool m_linked = false; // m_members and m_dependents are up to date

    void link();
};

} // namespace demo
