// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/start/recentmodel.h"

#include "core/util/format.h"
#include "core/util/visibletext.h"

#include <algorithm>

namespace ui {

RecentModel::RecentModel(Recents *recents, Recents::List list, QString rootUrl, QObject *parent)
    : QAbstractTableModel(parent), m_recents(recents), m_list(list), m_rootUrl(std::move(rootUrl))
{
    connect(recents, &Recents::changed, this, &RecentModel::load);
    load();
}

void RecentModel::load()
{
    beginResetModel();
    m_entries.clear();
    const auto isHere = [this](const Recents::Entry &entry) { return entry.location.isAt(m_rootUrl); };
    const auto &all = m_recents->entries(m_list);
    std::copy_if(all.begin(), all.end(), std::back_inserter(m_entries), isHere);
    endResetModel();
}

int RecentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int RecentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecentModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Recents::Entry &entry = m_entries.at(index.row());
    const bool isGroup = m_list == Recents::List::Groups;
    if (role == Qt::ToolTipRole && index.column() == SeenColumn)
        return core::formatExactTime(entry.seen);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return entry.title.isEmpty() ? tr("Not opened yet") : core::visibleText(entry.title);
    case IdColumn:
        return isGroup ? entry.location.taskGroupId : entry.location.taskId;
    case SeenColumn:
        return core::formatTime(entry.seen, core::currentTime());
    default:
        return {};
    }
}

QVariant RecentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case IdColumn:
        return m_list == Recents::List::Groups ? tr("Task group ID") : tr("Task ID");
    case SeenColumn:
        return tr("Seen");
    default:
        return {};
    }
}

} // namespace ui
