// SPDX-License-Identifier: MPL-2.0
#include "core/access/accessmodel.h"

#include "core/util/format.h"
#include "core/util/visibletext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

AccessModel::AccessModel(AccessDirectory *directory, AccessEntry::Kind kind, QObject *parent)
    : QAbstractTableModel(parent), m_directory(directory), m_kind(kind)
{
    if (kind == AccessEntry::Kind::Client) {
        m_fields = { Field::Id, Field::State, Field::Used, Field::Expires, Field::Modified, Field::ScopeCount,
            Field::Description };
    } else {
        m_fields = { Field::Id, Field::ScopeCount, Field::Modified, Field::Description };
    }
    m_rows = arranged();
    connect(directory, &AccessDirectory::entriesChanged, this, [this](AccessEntry::Kind changed) {
        if (changed == m_kind)
            follow();
    });
}

void AccessModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    reset();
}

void AccessModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount() || (column == m_sortColumn && order == m_sortOrder))
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    reset();
}

int AccessModel::total() const
{
    return static_cast<int>(m_directory->entries(m_kind).size());
}

int AccessModel::rowOf(const QString &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&id](const auto &entry) { return entry->id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int AccessModel::columnOf(Field field) const
{
    const auto found = std::find(m_fields.begin(), m_fields.end(), field);
    return found == m_fields.end() ? -1 : static_cast<int>(found - m_fields.begin());
}

bool AccessModel::matches(const AccessEntry &entry, const QStringList &words) const
{
    return std::all_of(words.begin(), words.end(), [&entry](const QString &word) {
        return entry.id.contains(word, Qt::CaseInsensitive) || entry.description.contains(word, Qt::CaseInsensitive);
    });
}

bool AccessModel::isBefore(const AccessEntry &a, const AccessEntry &b) const
{
    const auto number = [](const AccessEntry &entry, Field field) -> qint64 {
        switch (field) {
        case Field::State:
            return entry.isUsable(currentTime()) ? 1 : 0;
        case Field::Used:
            return entry.lastUsed;
        case Field::Expires:
            return entry.expires;
        case Field::ScopeCount:
            return entry.scopes.size();
        case Field::Modified:
            return entry.lastModified;
        case Field::Id:
        case Field::Description:
            break;
        }
        return 0;
    };
    const Field field = m_fields[static_cast<size_t>(m_sortColumn)];
    if (field == Field::Description)
        return a.description < b.description;
    return number(a, field) < number(b, field);
}

AccessEntries AccessModel::arranged() const
{
    const QStringList words = m_filter.split(u' ', Qt::SkipEmptyParts);
    AccessEntries rows;
    for (const auto &entry : m_directory->entries(m_kind)) {
        if (matches(*entry, words))
            rows.push_back(entry);
    }
    const bool isById = m_fields[static_cast<size_t>(m_sortColumn)] == Field::Id;
    if (isById && m_sortOrder == Qt::DescendingOrder)
        std::reverse(rows.begin(), rows.end());
    else if (!isById) { // the directory's own order decides among equal ones
        std::stable_sort(rows.begin(), rows.end(), [this](const auto &a, const auto &b) {
            return m_sortOrder == Qt::AscendingOrder ? isBefore(*a, *b) : isBefore(*b, *a);
        });
    }
    return rows;
}

void AccessModel::reset()
{
    beginResetModel();
    m_rows = arranged();
    endResetModel();
}

void AccessModel::follow()
{
    AccessEntries rows = arranged();
    const auto [before, after] = std::mismatch(m_rows.begin(), m_rows.end(), rows.begin(), rows.end(),
        [](const auto &a, const auto &b) { return a->id == b->id; });
    const auto at = static_cast<int>(before - m_rows.begin());
    const auto oldRest = m_rows.end() - before;
    const auto newRest = rows.end() - after;
    const auto isSame = [](const auto &a, const auto &b) { return a->id == b->id; };
    const auto more = newRest - oldRest;
    // Rows that came or went in one place: what a page, a creation and a deletion do. Else everything is new.
    if (more >= 0 && std::equal(before, m_rows.end(), after + more, rows.end(), isSame)) {
        if (more > 0)
            beginInsertRows({}, at, at + static_cast<int>(more) - 1);
        m_rows = std::move(rows);
        if (more > 0)
            endInsertRows();
    } else if (more < 0 && std::equal(before - more, m_rows.end(), after, rows.end(), isSame)) {
        beginRemoveRows({}, at, at - static_cast<int>(more) - 1);
        m_rows = std::move(rows);
        endRemoveRows();
    } else {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int AccessModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AccessModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_fields.size());
}

QString AccessModel::display(const AccessEntry &entry, Field field)
{
    const qint64 now = currentTime();
    switch (field) {
    case Field::Id:
        return visibleText(entry.id);
    case Field::State:
        return entry.stateText(now);
    case Field::Used:
        return formatTime(entry.lastUsed, now);
    case Field::Expires:
        return formatTime(entry.expires, now);
    case Field::ScopeCount:
        return formatCount(entry.scopes.size());
    case Field::Modified:
        return formatTime(entry.lastModified, now);
    case Field::Description:
        return visibleText(entry.description);
    }
    return {};
}

QString AccessModel::toolTip(const AccessEntry &entry, Field field)
{
    switch (field) {
    case Field::Used:
        return formatExactTime(entry.lastUsed);
    case Field::Expires:
        return formatExactTime(entry.expires);
    case Field::Modified:
        return formatExactTime(entry.lastModified);
    default:
        return display(entry, field);
    }
}

QVariant AccessModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const AccessEntry &entry = *m_rows[static_cast<size_t>(index.row())];
    const Field field = m_fields[static_cast<size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return display(entry, field);
    case Qt::ToolTipRole:
        return toolTip(entry, field);
    case IdRole:
        return entry.id;
    case IsUsableRole:
        return entry.isUsable(currentTime());
    default:
        return {};
    }
}

QVariant AccessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnCount())
        return {};
    switch (m_fields[static_cast<size_t>(section)]) {
    case Field::Id:
        return m_kind == AccessEntry::Kind::Client ? tr("Client ID") : tr("Role ID");
    case Field::State:
        return tr("State");
    case Field::Used:
        return tr("Last used");
    case Field::Expires:
        return tr("Expires");
    case Field::ScopeCount:
        return tr("Scopes");
    case Field::Modified:
        return tr("Changed");
    case Field::Description:
        return tr("Description");
    }
    return {};
}

} // namespace core
