// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/task/taskinfo.h"
#include "core/util/format.h"

#include <QAbstractTableModel>

namespace core {

/// The runs of a task, newest last.
class RunModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        RunColumn,
        StateColumn,
        CreatedReasonColumn,
        ResolvedReasonColumn,
        WorkerGroupColumn,
        WorkerColumn,
        ScheduledColumn,
        StartedColumn,
        ResolvedColumn,
        DurationColumn,
        ColumnCount,
    };
    enum Role {
        ValueRole = Qt::UserRole + 1, ///< the column's raw value: int, TaskState, QString, qint64
        RunIdRole, ///< int
        StateRole, ///< core::TaskState
        IsTickingRole, ///< bool: whether the duration grows with time
    };

    using QAbstractTableModel::QAbstractTableModel;

    const std::vector<RunInfo> &runs() const { return m_runs; }
    /// Rows that are there already stay, so that selections do.
    void setRuns(std::vector<RunInfo> runs);
    void refreshTimes();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant value(const RunInfo &run, int column) const;
    QString display(const RunInfo &run, int column) const;

    std::vector<RunInfo> m_runs;
    qint64 m_now = currentTime();
};

} // namespace core
