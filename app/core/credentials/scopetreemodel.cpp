// SPDX-License-Identifier: MPL-2.0
#include "core/credentials/scopetreemodel.h"

#include "core/util/visibletext.h"

#include <tc/scopes.h>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

// Deeper than anybody's scopes; what goes on behind it is one step, however many colons somebody wrote.
constexpr int maxDepth = 16;

bool isSeparator(QChar c)
{
    return c == u':' || c == u'/';
}

// Behind the next separator at or after \a from, or the end.
qsizetype stepEnd(const QString &scope, qsizetype from)
{
    for (qsizetype at = from; at < scope.size(); ++at) {
        if (isSeparator(scope.at(at)))
            return at + 1;
    }
    return scope.size();
}

qsizetype commonLength(const QString &a, const QString &b)
{
    const auto ends = std::mismatch(a.cbegin(), a.cend(), b.cbegin(), b.cend());
    return ends.first - a.cbegin();
}

} // namespace

ScopeTreeModel::ScopeTreeModel(QObject *parent) : QAbstractItemModel(parent)
{
    m_nodes.emplace_back();
}

void ScopeTreeModel::setScopes(QStringList scopes)
{
    scopes.removeDuplicates();
    std::sort(scopes.begin(), scopes.end());
    if (scopes == m_scopes)
        return; // what is unfolded and selected stays
    beginResetModel();
    m_scopes = std::move(scopes);
    rebuild();
    endResetModel();
}

void ScopeTreeModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    beginResetModel();
    m_filter = text;
    rebuild();
    endResetModel();
}

bool ScopeTreeModel::isShown(const QString &scope) const
{
    return m_filter.isEmpty() || scope.contains(m_filter, Qt::CaseInsensitive) || tc::scopes::covers(scope, m_filter)
        || (m_filter.endsWith(u'*') && tc::scopes::covers(m_filter, scope));
}

void ScopeTreeModel::rebuild()
{
    m_shown.clear();
    for (const QString &scope : std::as_const(m_scopes)) {
        if (isShown(scope))
            m_shown += scope;
    }
    m_nodes.clear();
    m_nodes.emplace_back();
    m_nodes.front().count = static_cast<int>(m_shown.size());
    addChildren(0, 0);
}

int ScopeTreeModel::addNode(int parent, int first, int count, qsizetype from, qsizetype to)
{
    const int id = static_cast<int>(m_nodes.size());
    Node node;
    node.from = from;
    node.to = to;
    node.first = first;
    node.count = count;
    node.parent = parent;
    node.isScope = m_shown.at(first).size() == to;
    Node &above = m_nodes[static_cast<size_t>(parent)];
    node.row = static_cast<int>(above.children.size());
    above.children.push_back(id);
    m_nodes.push_back(std::move(node));
    return id;
}

// In sorted order, what begins with the same text stands together, and the text itself first.
void ScopeTreeModel::addChildren(int parent, int depth)
{
    const qsizetype from = m_nodes[static_cast<size_t>(parent)].to;
    int first = m_nodes[static_cast<size_t>(parent)].first;
    const int end = first + m_nodes[static_cast<size_t>(parent)].count;
    if (m_nodes[static_cast<size_t>(parent)].isScope)
        ++first;
    while (first < end) {
        const QString &scope = m_shown.at(first);
        qsizetype to = depth < maxDepth ? stepEnd(scope, from) : scope.size();
        const auto start = QStringView(scope).first(to);
        int next = first + 1;
        while (depth < maxDepth && to > 0 && isSeparator(scope.at(to - 1)) && next < end
            && QStringView(m_shown.at(next)).startsWith(start))
            ++next;
        // As far as all of them go together.
        const qsizetype common = commonLength(scope, m_shown.at(next - 1));
        for (qsizetype further = to; further < scope.size();) {
            further = stepEnd(scope, further);
            if (further > common || (next - first > 1 && !isSeparator(scope.at(further - 1))))
                break;
            to = further;
        }
        const int id = addNode(parent, first, next - first, from, to);
        if (next - first > 1)
            addChildren(id, depth + 1);
        first = next;
    }
}

const ScopeTreeModel::Node &ScopeTreeModel::node(const QModelIndex &index) const
{
    return m_nodes[index.isValid() ? static_cast<size_t>(index.internalId()) : 0];
}

QStringList ScopeTreeModel::scopesBelow(const QModelIndex &index) const
{
    const Node &at = node(index);
    return m_shown.mid(at.first, at.count);
}

QModelIndex ScopeTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node &above = node(parent);
    if (row < 0 || column != 0 || row >= static_cast<int>(above.children.size()))
        return {};
    return createIndex(row, column, static_cast<quintptr>(above.children[static_cast<size_t>(row)]));
}

QModelIndex ScopeTreeModel::parent(const QModelIndex &index) const
{
    const int above = index.isValid() ? node(index).parent : -1;
    if (above <= 0)
        return {};
    return createIndex(m_nodes[static_cast<size_t>(above)].row, 0, static_cast<quintptr>(above));
}

int ScopeTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent).children.size());
}

int ScopeTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ScopeTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &at = node(index);
    const QString &scope = m_shown.at(at.first);
    const QString prefix = scope.first(at.to);
    switch (role) {
    case Qt::DisplayRole: {
        const QString label = visibleText(scope.sliced(at.from, at.to - at.from));
        return at.children.empty() ? label
                                   : tr("%1 (%L2)", "a branch and its number of scopes").arg(label).arg(at.count);
    }
    case Qt::ToolTipRole:
        if (prefix == u'*')
            return tr("Everything");
        return at.isScope && prefix.endsWith(u'*')
            ? tr("Everything that begins with %1").arg(visibleText(prefix.chopped(1)))
            : visibleText(prefix);
    case ScopeRole:
        return at.isScope ? prefix : QString();
    case PrefixRole:
        return prefix;
    case CountRole:
        return at.count;
    default:
        return {};
    }
}

} // namespace core
