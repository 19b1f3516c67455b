// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/task/artifactmodel.h"
#include "core/task/runmodel.h"
#include "core/task/taskinfo.h"
#include "core/util/part.h"
#include "core/util/request.h"

#include <QCache>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <array>
#include <functional>
#include <map>
#include <optional>

namespace core {

class Session;

/// Everything about one task, in three parts that load, fail and are tried again separately: status with runs,
/// definition, artifacts of one run. Made to follow a selection: show() may be called at any rate, the newest wins,
/// and tasks seen a moment ago are there at once (and renewed behind it).
class TaskDetails : public QObject
{
    Q_OBJECT

public:
    enum PartId { StatusPart, DefinitionPart, ArtifactsPart };
    Q_ENUM(PartId)

    /// \a session must outlive this.
    explicit TaskDetails(Session *session, QObject *parent = nullptr);
    ~TaskDetails() override;

    /// Shows a task; without \a runId its latest run. Empty clears.
    void show(const QString &taskId, std::optional<int> runId = {});
    void clear() { show(QString()); }
    /// Shows the artifacts of another run of the same task.
    void showRun(int runId);
    /// Loads all parts again; what is shown stays until then.
    void refresh();
    /// Loads a part again.
    void retry(core::TaskDetails::PartId part);

    QString taskId() const { return m_taskId; }
    /// The run whose artifacts are shown; absent while it is not known or the task has no runs.
    std::optional<int> runId() const { return m_runId; }

    const Part &part(PartId part) const { return m_parts[part]; }
    const TaskStatus *status() const { return m_status ? &*m_status : nullptr; } ///< null until known
    const TaskDefinition *definition() const { return m_definition ? &*m_definition : nullptr; } ///< null until known
    RunModel *runs() const { return m_runs; }
    ArtifactModel *artifacts() const { return m_artifacts; }
    /// Artifact that is the log of the task in this run; empty while it is not known or there is none.
    QString logArtifact() const { return m_artifacts->log(); }

Q_SIGNALS:
    /// Another task, or none, is shown; its parts may still be loading.
    void taskChanged();
    void runChanged();
    /// State or content of a part has changed.
    void partChanged(core::TaskDetails::PartId part);

private:
    static constexpr int partCount = 3;

    struct Cached {
        std::optional<TaskStatus> status;
        std::optional<TaskDefinition> definition; // never changes
        std::map<int, std::vector<ArtifactInfo>> artifacts; // by run
    };

    void showCached();
    void load();
    void loadStatus();
    void loadDefinition();
    void loadArtifacts();
    void takeStatus(TaskStatus status);
    void takeDefinition(TaskDefinition definition);
    void setRun(std::optional<int> runId);
    void updateLog();
    Cached &cached();
    void setPart(PartId id, Part part);
    std::function<void(const tc::Error &)> failureOf(PartId id);

    Session *m_session;
    QString m_taskId;
    std::optional<int> m_runId;
    bool m_runChosen = false; ///< by the caller, so that a newer run does not take its place
    std::array<Part, partCount> m_parts;
    std::array<Request, partCount> m_requests;
    std::optional<TaskStatus> m_status;
    std::optional<TaskDefinition> m_definition;
    RunModel *m_runs;
    ArtifactModel *m_artifacts;
    QCache<QString, Cached> m_cache;
    QTimer m_delay; ///< while the selection moves fast
    QElapsedTimer m_sinceShow;
};

} // namespace core
