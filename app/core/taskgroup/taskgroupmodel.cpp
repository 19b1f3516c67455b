// SPDX-License-Identifier: MPL-2.0
#include "core/taskgroup/taskgroupmodel.h"

#include "core/taskgroup/arrange.h"
#include "core/taskgroup/taskcolumns.h"
#include "core/util/worker.h"

namespace core {

TaskGroupModel::TaskGroupModel(QObject *parent) : QAbstractTableModel(parent), m_now(currentTime()) { }

TaskGroupModel::~TaskGroupModel()
{
    if (m_running)
        m_running->request_stop();
}

void TaskGroupModel::clear()
{
    if (m_running)
        m_running->request_stop();
    m_running.reset();
    ++m_generation;
    m_stale = false;
    beginResetModel();
    TaskStore old = std::exchange(m_store, TaskStore());
    m_visible.clear();
    m_position.clear();
    endResetModel();
    // Freeing 100,000 names takes a while.
    runOnWorker(
        this, [old = std::move(old)]() mutable { return (old = TaskStore()).size(); }, [](int) {});
    Q_EMIT countsChanged();
    Q_EMIT arrangingChanged();
}

void TaskGroupModel::merge(TaskRows rows)
{
    m_now = currentTime();
    const TaskStore::Change change = m_store.merge(std::move(rows));
    m_position.resize(static_cast<size_t>(m_store.size()), -1);
    announceReplaced(change.replaced);
    if (change.replaced.empty() && change.firstAdded == m_store.size())
        return;
    Q_EMIT countsChanged();
    rearrange(Cause::Data);
}

void TaskGroupModel::announceReplaced(const std::vector<int> &replaced)
{
    // Many small signals cost the view more than one that covers everything.
    constexpr size_t most = 100;
    if (replaced.size() > most) {
        if (!m_visible.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, taskColumnCount - 1));
        return;
    }
    for (const int row : replaced) {
        const int position = m_position[static_cast<size_t>(row)];
        if (position >= 0)
            Q_EMIT dataChanged(index(position, 0), index(position, taskColumnCount - 1));
    }
}

void TaskGroupModel::setFilter(const TaskFilter &filter)
{
    const bool same = filter == m_filter;
    m_filter = filter;
    if (!same)
        rearrange(Cause::Request);
}

void TaskGroupModel::setOrder(const TaskOrder &order)
{
    if (order == m_order)
        return;
    m_order = order;
    rearrange(Cause::Request);
}

void TaskGroupModel::sort(int column, Qt::SortOrder direction)
{
    TaskOrder order;
    if (column >= 0 && column < taskColumnCount)
        order = { static_cast<TaskColumn>(column), direction, true };
    setOrder(order);
}

bool TaskGroupModel::isArranging() const
{
    return m_running.has_value();
}

// What a person asks for replaces what they asked for before. New data does not: pages may come faster than they are
// sorted, and then nothing would ever be shown.
void TaskGroupModel::rearrange(Cause cause)
{
    if (m_running && cause == Cause::Data) {
        m_stale = true;
        return;
    }
    if (m_running)
        m_running->request_stop();
    startArranging();
    Q_EMIT arrangingChanged();
}

void TaskGroupModel::startArranging()
{
    m_running.emplace();
    m_stale = false;
    const int generation = ++m_generation;
    auto work = [snapshot = m_store.snapshot(), filter = m_filter, order = m_order, now = m_now,
                    stop = m_running->get_token()] { return arrange(snapshot, filter, order, now, stop); };
    runOnWorker(this, std::move(work), [this, generation](std::vector<int> visible) {
        if (generation == m_generation)
            finishArranging(std::move(visible));
    });
}

void TaskGroupModel::finishArranging(std::vector<int> visible)
{
    m_running.reset();
    apply(std::move(visible));
    if (m_stale)
        startArranging();
    Q_EMIT arrangingChanged();
}

// Goes from the rows shown to those wanted in steps that views understand, at most one of each kind: rows that go are
// moved to the end and removed, rows that come are inserted at the end, and then all are put in order.
void TaskGroupModel::apply(std::vector<int> visible)
{
    if (visible == m_visible)
        return;
    removeHidden(visible);
    appendMissing(visible);
    if (visible != m_visible)
        permute(std::move(visible));
}

void TaskGroupModel::removeHidden(const std::vector<int> &visible)
{
    std::vector<bool> wanted(static_cast<size_t>(m_store.size()));
    for (const int row : visible)
        wanted[static_cast<size_t>(row)] = true;
    std::vector<int> hidden;
    for (const int row : m_visible) {
        if (!wanted[static_cast<size_t>(row)])
            hidden.push_back(row);
    }
    if (hidden.empty())
        return;
    std::vector<int> survivors;
    survivors.reserve(m_visible.size());
    for (const int row : visible) {
        if (m_position[static_cast<size_t>(row)] >= 0)
            survivors.push_back(row);
    }
    const auto first = static_cast<int>(survivors.size());
    survivors.insert(survivors.end(), hidden.begin(), hidden.end());
    if (survivors != m_visible)
        permute(std::move(survivors));
    beginRemoveRows({}, first, rowCount() - 1);
    m_visible.resize(static_cast<size_t>(first));
    rebuildPositions();
    endRemoveRows();
}

void TaskGroupModel::appendMissing(const std::vector<int> &visible)
{
    std::vector<int> missing;
    for (const int row : visible) {
        if (m_position[static_cast<size_t>(row)] < 0)
            missing.push_back(row);
    }
    if (missing.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(missing.size()) - 1);
    m_visible.insert(m_visible.end(), missing.begin(), missing.end());
    rebuildPositions();
    endInsertRows();
}

void TaskGroupModel::permute(std::vector<int> visible)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    const std::vector<int> old = std::exchange(m_visible, std::move(visible));
    rebuildPositions();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before) {
        const int row = old[static_cast<size_t>(index.row())];
        after += this->index(m_position[static_cast<size_t>(row)], index.column());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void TaskGroupModel::rebuildPositions()
{
    m_position.assign(static_cast<size_t>(m_store.size()), -1);
    for (size_t i = 0; i < m_visible.size(); ++i)
        m_position[static_cast<size_t>(m_visible[i])] = static_cast<int>(i);
}

int TaskGroupModel::rowOf(const QString &taskId) const
{
    const auto id = SlugId::fromText(taskId);
    const int row = id ? m_store.indexOf(*id) : -1;
    return row < 0 ? -1 : m_position[static_cast<size_t>(row)];
}

QString TaskGroupModel::taskIdAt(int row) const
{
    const TaskRow *task = taskAt(row);
    return task ? task->taskId.toText() : QString();
}

const TaskRow *TaskGroupModel::taskAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    return &m_store.at(m_visible[static_cast<size_t>(row)]);
}

double TaskGroupModel::bytesPerRow() const
{
    if (m_store.size() == 0)
        return 0;
    const size_t vectors = (m_visible.capacity() + m_position.capacity()) * sizeof(int);
    return (static_cast<double>(m_store.memory()) + static_cast<double>(vectors)) / m_store.size();
}

void TaskGroupModel::refreshTimes()
{
    m_now = currentTime();
    if (m_visible.empty())
        return;
    for (const TaskColumn column : { TaskColumn::Started, TaskColumn::Duration, TaskColumn::Created,
             TaskColumn::Resolved, TaskColumn::Deadline }) {
        const int number = static_cast<int>(column);
        Q_EMIT dataChanged(index(0, number), index(rowCount() - 1, number), { Qt::DisplayRole, ValueRole });
    }
}

QString TaskGroupModel::columnName(TaskColumn column)
{
    return taskColumnName(column);
}

QString TaskGroupModel::columnKey(TaskColumn column)
{
    return taskColumnKey(column);
}

int TaskGroupModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_visible.size());
}

int TaskGroupModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : taskColumnCount;
}

QVariant TaskGroupModel::data(const QModelIndex &index, int role) const
{
    const TaskRow *row = index.isValid() ? taskAt(index.row()) : nullptr;
    if (!row)
        return {};
    const auto column = static_cast<TaskColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return taskColumnText(*row, column, m_now);
    case Qt::ToolTipRole:
        return taskColumnToolTip(*row, column, m_now);
    case ValueRole:
        return taskColumnValue(*row, column, m_now);
    case TaskIdRole:
        return row->taskId.toText();
    case NameRole:
        return row->name;
    case StateRole:
        return QVariant::fromValue(row->state);
    case StartedRole:
        return row->started;
    case ResolvedRole:
        return row->resolved;
    case RunCountRole:
        return static_cast<int>(row->runs);
    case IsTickingRole:
        return row->state == TaskState::Running && row->started != 0;
    default:
        return {};
    }
}

QVariant TaskGroupModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= taskColumnCount)
        return {};
    return taskColumnName(static_cast<TaskColumn>(section));
}

} // namespace core
