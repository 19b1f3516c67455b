// SPDX-License-Identifier: MPL-2.0
#include "core/task/artifactmodel.h"

#include "core/task/logrule.h"
#include "core/util/visibletext.h"

#include <algorithm>
#include <numeric>

namespace core {

const ArtifactInfo *ArtifactModel::artifactAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_artifacts[static_cast<size_t>(row)] : nullptr;
}

int ArtifactModel::rowOf(const QString &name) const
{
    ArtifactInfo key;
    key.name = name;
    const auto found = std::lower_bound(m_artifacts.begin(), m_artifacts.end(), key, listedBefore);
    return found != m_artifacts.end() && found->name == name ? static_cast<int>(found - m_artifacts.begin()) : -1;
}

void ArtifactModel::clear()
{
    beginResetModel();
    m_artifacts.clear();
    m_log.clear();
    m_notes.clear();
    endResetModel();
}

void ArtifactModel::add(std::vector<ArtifactInfo> artifacts)
{
    std::vector<ArtifactInfo> added;
    for (ArtifactInfo &artifact : artifacts) {
        const int row = rowOf(artifact.name);
        if (row < 0) {
            added.push_back(std::move(artifact));
        } else if (m_artifacts[static_cast<size_t>(row)] != artifact) {
            m_artifacts[static_cast<size_t>(row)] = std::move(artifact);
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
    std::sort(added.begin(), added.end(), listedBefore);
    const auto sameName = [](const ArtifactInfo &left, const ArtifactInfo &right) { return left.name == right.name; };
    added.erase(std::unique(added.begin(), added.end(), sameName), added.end());
    if (added.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    std::move(added.begin(), added.end(), std::back_inserter(m_artifacts));
    endInsertRows();
    if (!std::is_sorted(m_artifacts.begin(), m_artifacts.end(), listedBefore))
        restoreOrder();
}

// Puts rows that were added at the end where they belong.
void ArtifactModel::restoreOrder()
{
    Q_EMIT layoutAboutToBeChanged();
    std::vector<size_t> order(m_artifacts.size()); // new row -> old row
    std::iota(order.begin(), order.end(), size_t(0));
    std::sort(order.begin(), order.end(),
        [this](size_t left, size_t right) { return listedBefore(m_artifacts[left], m_artifacts[right]); });
    std::vector<int> rows(order.size()); // old row -> new row
    std::vector<ArtifactInfo> sorted;
    sorted.reserve(order.size());
    for (size_t i = 0; i < order.size(); ++i) {
        rows[order[i]] = static_cast<int>(i);
        sorted.push_back(std::move(m_artifacts[order[i]]));
    }
    m_artifacts = std::move(sorted);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &old : before)
        after += index(rows[static_cast<size_t>(old.row())], old.column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void ArtifactModel::setLog(const QString &name)
{
    if (m_log == name)
        return;
    const QString old = std::exchange(m_log, name);
    for (const QString &changed : { old, name }) {
        const int row = rowOf(changed);
        if (row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1), { IsLogRole });
    }
}

void ArtifactModel::setNote(const QString &name, const QString &note)
{
    if (m_notes.value(name) == note)
        return;
    if (note.isEmpty())
        m_notes.remove(name);
    else
        m_notes.insert(name, note);
    const int row = rowOf(name);
    if (row >= 0)
        Q_EMIT dataChanged(index(row, NameColumn), index(row, NameColumn), { NoteRole, Qt::AccessibleDescriptionRole });
}

int ArtifactModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_artifacts.size());
}

int ArtifactModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ArtifactModel::value(const ArtifactInfo &artifact, int column) const
{
    switch (column) {
    case NameColumn:
        return artifact.name;
    case SizeColumn:
        return artifact.size;
    case TypeColumn:
        return artifact.contentType;
    case StorageColumn:
        return storageTypeToText(artifact.storage);
    case ExpiresColumn:
        return artifact.expires;
    default:
        return {};
    }
}

QString ArtifactModel::display(const ArtifactInfo &artifact, int column) const
{
    switch (column) {
    case SizeColumn:
        return formatSize(artifact.size);
    case ExpiresColumn:
        return formatTime(artifact.expires, currentTime());
    default:
        return visibleText(value(artifact, column).toString());
    }
}

QVariant ArtifactModel::data(const QModelIndex &index, int role) const
{
    const ArtifactInfo *artifact = index.isValid() ? artifactAt(index.row()) : nullptr;
    if (!artifact)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return display(*artifact, index.column());
    case Qt::ToolTipRole:
        return index.column() == ExpiresColumn ? formatExactTime(artifact->expires)
                                               : display(*artifact, index.column());
    case ValueRole:
        return value(*artifact, index.column());
    case NameRole:
        return artifact->name;
    case StorageRole:
        return QVariant::fromValue(artifact->storage);
    case IsLogRole:
        return !m_log.isEmpty() && artifact->name == m_log;
    case IsTextLogRole:
        return isTextLog(*artifact) || (!m_log.isEmpty() && artifact->name == m_log);
    case NoteRole:
        return m_notes.value(artifact->name);
    case Qt::AccessibleDescriptionRole:
        return index.column() == NameColumn ? m_notes.value(artifact->name) : QString();
    default:
        return {};
    }
}

QVariant ArtifactModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case SizeColumn:
        return tr("Size");
    case TypeColumn:
        return tr("Content type");
    case StorageColumn:
        return tr("Storage");
    case ExpiresColumn:
        return tr("Expires");
    default:
        return {};
    }
}

Qt::ItemFlags ArtifactModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

} // namespace core
