// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/http/httpserver.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QSet>

namespace uitest {

/// A deployment that gives the recorded replies under their recorded paths, and nothing else: a real group of 3,201
/// tasks in four pages, statuses, definitions and artifacts of recorded tasks, a real log stored with gzip.
class RecordedServer : public QObject
{
    Q_OBJECT

public:
    /// \a folder is that of the recordings.
    explicit RecordedServer(const QString &folder, QObject *parent = nullptr);

    bool start();
    QString rootUrl() const;

    QString groupId() const { return m_groupId; }
    int pages() const { return m_pages; }
    /// Of the group, by the recorded states of its tasks.
    const QHash<QString, int> &stateCounts() const { return m_stateCounts; }
    int taskCount() const { return m_taskCount; }
    /// The task and artifact of the recorded log.
    QString logTaskId() const { return m_logTaskId; }
    QString logArtifact() const { return m_logArtifact; }
    QByteArray storedLog() const { return m_storedLog; }
    /// Paths that were asked for and not recorded.
    const QStringList &unknown() const { return m_unknown; }
    /// Signed requests to the API, and to storage, where there must be none.
    int signedRequests() const { return m_signed; }
    int signedStorageRequests() const { return m_signedStorage; }

    struct Task {
        QString taskId;
        QStringList artifacts; ///< of run 0
        int runs = 0;
    };
    /// A recorded task whose status, definition and artifact list were all recorded.
    Task completeTask() const;

private:
    void loadGroup(const QString &folder);
    void loadLog(const QString &folder);
    void loadQueue(const QString &folder);
    void remember(const QJsonObject &exchange);
    void rememberRedirect(QJsonObject exchange);
    demo::HttpResponse answer(const demo::HttpRequest &request);

    demo::HttpServer m_server;
    QHash<QByteArray, demo::HttpResponse> m_replies; ///< by path with query, parameters sorted
    QString m_groupId;
    int m_pages = 0;
    int m_taskCount = 0;
    QHash<QString, int> m_stateCounts;
    QString m_logTaskId;
    QString m_logArtifact;
    QByteArray m_storedLog;
    QHash<QString, Task> m_tasks;
    QSet<QString> m_definitions;
    QSet<QString> m_statuses;
    QStringList m_unknown;
    int m_signed = 0;
    int m_signedStorage = 0;
};

} // namespace uitest
