// SPDX-License-Identifier: MPL-2.0
#include "core/task/runmodel.h"

#include "core/util/visibletext.h"

#include <algorithm>

namespace core {

void RunModel::setRuns(std::vector<RunInfo> runs)
{
    m_now = currentTime();
    const size_t common = std::min(runs.size(), m_runs.size());
    if (m_runs.size() > common) {
        beginRemoveRows({}, static_cast<int>(common), rowCount() - 1);
        m_runs.resize(common);
        endRemoveRows();
    }
    for (size_t i = 0; i < common; ++i) {
        if (m_runs[i] == runs[i])
            continue;
        m_runs[i] = runs[i];
        const auto row = static_cast<int>(i);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (runs.size() > common) {
        beginInsertRows({}, static_cast<int>(common), static_cast<int>(runs.size()) - 1);
        m_runs = std::move(runs);
        endInsertRows();
    }
}

void RunModel::refreshTimes()
{
    m_now = currentTime();
    if (!m_runs.empty())
        Q_EMIT dataChanged(index(0, ScheduledColumn), index(rowCount() - 1, DurationColumn), { Qt::DisplayRole });
}

int RunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunModel::value(const RunInfo &run, int column) const
{
    switch (column) {
    case RunColumn:
        return run.runId;
    case StateColumn:
        return QVariant::fromValue(run.state);
    case CreatedReasonColumn:
        return run.reasonCreated;
    case ResolvedReasonColumn:
        return run.reasonResolved;
    case WorkerGroupColumn:
        return run.workerGroup;
    case WorkerColumn:
        return run.workerId;
    case ScheduledColumn:
        return run.scheduled;
    case StartedColumn:
        return run.started;
    case ResolvedColumn:
        return run.resolved;
    case DurationColumn:
        return run.duration(m_now);
    default:
        return {};
    }
}

QString RunModel::display(const RunInfo &run, int column) const
{
    switch (column) {
    case StateColumn:
        return taskStateName(run.state);
    case ScheduledColumn:
    case StartedColumn:
    case ResolvedColumn:
        return formatTime(value(run, column).toLongLong(), m_now);
    case DurationColumn:
        return formatDuration(run.duration(m_now));
    default:
        return visibleText(value(run, column).toString());
    }
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const RunInfo &run = m_runs[static_cast<size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(run, column);
    case Qt::ToolTipRole:
        if (column == ScheduledColumn || column == StartedColumn || column == ResolvedColumn)
            return formatExactTime(value(run, column).toLongLong());
        return display(run, column);
    case ValueRole:
        return value(run, column);
    case RunIdRole:
        return run.runId;
    case StateRole:
        return QVariant::fromValue(run.state);
    case IsTickingRole:
        return run.state == TaskState::Running && run.started != 0;
    default:
        return {};
    }
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RunColumn:
        return tr("Run");
    case StateColumn:
        return tr("State");
    case CreatedReasonColumn:
        return tr("Reason created");
    case ResolvedReasonColumn:
        return tr("Reason resolved");
    case WorkerGroupColumn:
        return tr("Worker group");
    case WorkerColumn:
        return tr("Worker");
    case ScheduledColumn:
        return tr("Scheduled");
    case StartedColumn:
        return tr("Started");
    case ResolvedColumn:
        return tr("Resolved");
    case DurationColumn:
        return tr("Duration");
    default:
        return {};
    }
}

} // namespace core
