// SPDX-License-Identifier: MPL-2.0
#include "core/secrets/secretnamesmodel.h"

#include "core/secrets/secretnames.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "core/util/worker.h"

namespace core {

using namespace Qt::StringLiterals;

SecretNamesModel::SecretNamesModel(SecretNames *names, QObject *parent)
    : QAbstractItemModel(parent), m_names(names), m_tree(std::make_shared<NameTree>())
{
    connect(names, &SecretNames::changed, this, &SecretNamesModel::arrange);
    if (!names->names().isEmpty())
        arrange();
}

void SecretNamesModel::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    arrange();
}

void SecretNamesModel::setTree(bool tree)
{
    if (tree == m_isTree)
        return;
    m_isTree = tree;
    arrange();
}

void SecretNamesModel::setDrafts(const QSet<QString> &names)
{
    QSet<QString> touched = m_drafts;
    touched.unite(names);
    m_drafts = names;
    for (const QString &name : std::as_const(touched)) {
        const QModelIndex index = indexOf(name);
        if (index.isValid())
            Q_EMIT dataChanged(index, index);
    }
}

void SecretNamesModel::arrange()
{
    m_isStale = true;
    if (!m_running)
        start();
}

void SecretNamesModel::start()
{
    m_isStale = false;
    m_running = true;
    const NameLayout layout = m_isTree && m_filter.trimmed().isEmpty() ? NameLayout::Tree : NameLayout::Flat;
    runOnWorker(
        this, [names = m_names->names(), filter = m_filter, layout] { return arrangeNames(names, filter, layout); },
        [this](std::shared_ptr<const NameTree> tree) {
            m_running = false;
            if (m_isStale)
                return start();
            Q_EMIT aboutToRearrange();
            beginResetModel();
            m_tree = std::move(tree);
            endResetModel();
            Q_EMIT rearranged();
        });
}

const NameTree::Node &SecretNamesModel::node(const QModelIndex &index) const
{
    return m_tree->nodes[static_cast<size_t>(index.internalId())];
}

QModelIndex SecretNamesModel::indexOf(const QString &name) const
{
    const int position = m_tree->find(name);
    if (position < 0)
        return {};
    return createIndex(m_tree->nodes[static_cast<size_t>(position)].row, 0, static_cast<quintptr>(position));
}

QModelIndex SecretNamesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const int first = parent.isValid() ? node(parent).firstChild : 0;
    return createIndex(row, column, static_cast<quintptr>(first) + static_cast<quintptr>(row));
}

QModelIndex SecretNamesModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const int position = node(child).parent;
    if (position < 0)
        return {};
    return createIndex(m_tree->nodes[static_cast<size_t>(position)].row, 0, static_cast<quintptr>(position));
}

int SecretNamesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? node(parent).childCount : m_tree->topCount;
}

int SecretNamesModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QString SecretNamesModel::display(const NameTree::Node &node) const
{
    QString text = node.text.isEmpty() ? u"/"_s : visibleText(node.text);
    if (node.childCount > 0)
        text = tr("%1 (%2)", "a folder, and how many secrets are in it").arg(text, formatCount(node.secretCount));
    if (m_drafts.contains(node.name))
        text = tr("%1 \u00b7 draft").arg(text);
    return text;
}

QVariant SecretNamesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const NameTree::Node &found = node(index);
    switch (role) {
    case Qt::DisplayRole:
        return display(found);
    case Qt::ToolTipRole:
        return visibleText(found.name);
    case NameRole:
        return found.name;
    case IsFolderRole:
        return found.childCount > 0;
    case IsSecretRole:
        return found.isSecret;
    case HasDraftRole:
        return m_drafts.contains(found.name);
    default:
        return {};
    }
}

QVariant SecretNamesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return section == 0 && orientation == Qt::Horizontal && role == Qt::DisplayRole ? tr("Name") : QVariant();
}

} // namespace core
