// SPDX-License-Identifier: MPL-2.0
#include "core/lookup/indexmodel.h"

#include "core/accounts/session.h"
#include "core/task/convert.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"

#include <tc/index.h>

namespace core {

IndexModel::IndexModel(Session *session, QObject *parent) : QAbstractTableModel(parent), m_session(session) { }

void IndexModel::open(const QString &path)
{
    beginResetModel();
    m_path = path;
    m_entries.clear();
    endResetModel();
    m_request.renew();
    setPart({ Part::State::Loading, {} });
    listNamespaces();
}

void IndexModel::retry()
{
    open(m_path);
}

void IndexModel::listNamespaces()
{
    auto *pages = m_session->index()->listNamespacesPages(m_path);
    m_request.tie(pages);
    pages->onPage(m_request.context(), [this](const tc::index::ListNamespacesResponse &page) {
        std::vector<Entry> entries;
        for (const auto &found : page.namespaces)
            entries.push_back({ found.namespace_, found.name, {}, 0, toTime(found.expires), true });
        append(std::move(entries));
    });
    pages->onFinished(m_request.context(), [this] { listTasks(); });
    pages->onFailure(m_request.context(), [this](const tc::Error &error) { setPart({ Part::State::Failed, error }); });
}

void IndexModel::listTasks()
{
    auto *pages = m_session->index()->listTasksPages(m_path);
    m_request.tie(pages);
    pages->onPage(m_request.context(), [this](const tc::index::ListTasksResponse &page) {
        std::vector<Entry> entries;
        for (const auto &found : page.tasks) {
            const QString name = found.namespace_.section(u'.', -1);
            entries.push_back({ found.namespace_, name, found.taskId, found.rank, toTime(found.expires), false });
        }
        append(std::move(entries));
    });
    pages->onFinished(m_request.context(), [this] { setPart({ Part::State::Ready, {} }); });
    pages->onFailure(m_request.context(), [this](const tc::Error &error) { setPart({ Part::State::Failed, error }); });
}

void IndexModel::append(std::vector<Entry> entries)
{
    if (entries.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(entries.size()) - 1);
    std::move(entries.begin(), entries.end(), std::back_inserter(m_entries));
    endInsertRows();
}

void IndexModel::setPart(Part part)
{
    m_part = std::move(part);
    Q_EMIT partChanged();
}

int IndexModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int IndexModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString IndexModel::display(const Entry &entry, int column) const
{
    switch (column) {
    case NameColumn:
        return visibleText(entry.name);
    case KindColumn:
        return entry.isNamespace ? tr("Namespace") : tr("Task");
    case TaskIdColumn:
        return visibleText(entry.taskId);
    case RankColumn:
        return entry.isNamespace ? QString() : QString::number(entry.rank);
    case ExpiresColumn:
        return formatTime(entry.expires, currentTime());
    default:
        return {};
    }
}

QVariant IndexModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Entry &entry = m_entries[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(entry, index.column());
    case Qt::ToolTipRole:
        return index.column() == ExpiresColumn ? formatExactTime(entry.expires) : visibleText(entry.path);
    case PathRole:
        return entry.path;
    case IsNamespaceRole:
        return entry.isNamespace;
    case TaskIdRole:
        return entry.taskId;
    case ExpiresRole:
        return entry.expires;
    default:
        return {};
    }
}

QVariant IndexModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case KindColumn:
        return tr("Kind");
    case TaskIdColumn:
        return tr("Task ID");
    case RankColumn:
        return tr("Rank");
    case ExpiresColumn:
        return tr("Expires");
    default:
        return {};
    }
}

} // namespace core
