// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/taskgroup/taskfilter.h"
#include "core/taskgroup/taskstore.h"
#include "core/util/format.h"

#include <QAbstractTableModel>

#include <optional>
#include <stop_token>
#include <vector>

namespace core {

/// The table of a task group: all tasks that the filter lets through, in order. Filtering and sorting run on a
/// worker; the newest request wins. Selection and current index stay with their tasks.
class TaskGroupModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// For every column of a row, except ValueRole, which is the column's own value.
    enum Role {
        /// The column's raw value: TaskState, QString, int (a priority's is a TaskPriority), or qint64 (times in ms
        /// since the epoch, durations
        /// in ms, -1 not started yet).
        ValueRole = Qt::UserRole + 1,
        TaskIdRole, ///< QString
        NameRole, ///< QString as the task chose it; DisplayRole is safe to show
        StateRole, ///< core::TaskState
        StartedRole, ///< qint64
        ResolvedRole, ///< qint64
        RunCountRole, ///< int; the last run's id is one less
        IsTickingRole, ///< bool: whether the duration grows with time
    };

    explicit TaskGroupModel(QObject *parent = nullptr);
    ~TaskGroupModel() override;

    /// Forgets all tasks; filter and order stay.
    void clear();
    /// Adds or renews tasks; \a rows were made with pool(). Takes a few milliseconds at most for a page.
    void merge(TaskRows rows);

    const TaskFilter &filter() const { return m_filter; }
    void setFilter(const TaskFilter &filter);
    const TaskOrder &order() const { return m_order; }
    void setOrder(const TaskOrder &order);
    /// For header clicks; column -1 is the order of arrival.
    void sort(int column, Qt::SortOrder direction = Qt::AscendingOrder) override;
    /// Whether the rows shown are not yet those that filter, order and data ask for.
    bool isArranging() const;

    /// All tasks, whatever the filter.
    int taskCount() const { return m_store.size(); }
    const StateCounts &counts() const { return m_store.counts(); }
    const TaskStore &store() const { return m_store; }
    const std::shared_ptr<StringPool> &pool() const { return m_store.pool(); }

    /// Row of a task among those shown, or -1.
    int rowOf(const QString &taskId) const;
    QString taskIdAt(int row) const;
    const TaskRow *taskAt(int row) const; ///< valid until the next merge; null when there is no such row

    /// Memory of the store and the two index vectors for each task, in bytes.
    double bytesPerRow() const;

    /// Makes relative times and growing durations current; the view's timer calls it.
    void refreshTimes();

    /// Name of a column, and the key under which settings keep it ("started").
    static QString columnName(TaskColumn column);
    static QString columnKey(TaskColumn column);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// counts() or taskCount() have changed.
    void countsChanged();
    /// Rows shown are those asked for, or isArranging() has become true.
    void arrangingChanged();

private:
    enum class Cause { Request, Data };

    void rearrange(Cause cause);
    void startArranging();
    void finishArranging(std::vector<int> visible);
    void apply(std::vector<int> visible);
    void removeHidden(const std::vector<int> &visible);
    void appendMissing(const std::vector<int> &visible);
    void permute(std::vector<int> visible);
    void rebuildPositions();
    void announceReplaced(const std::vector<int> &replaced);

    TaskStore m_store;
    std::vector<int> m_visible; ///< visible row -> row of the store
    std::vector<int> m_position; ///< row of the store -> visible row, or -1
    TaskFilter m_filter;
    TaskOrder m_order;
    qint64 m_now = 0; ///< what relative times are counted to
    std::optional<std::stop_source> m_running; ///< of the arrangement under way
    int m_generation = 0; ///< of the newest request; results of older ones are dropped
    bool m_stale = false; ///< data has changed since the arrangement under way was started
};

} // namespace core
