// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

#include <vector>

namespace core {

/// Scopes as a tree, split behind each ":" and "/". What only one branch goes through is one step:
/// "queue:get-artifact:" and not three.
class ScopeTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        ScopeRole = Qt::UserRole + 1, ///< QString: the scope that ends here; empty for a branch that is none
        PrefixRole, ///< QString: what all scopes from here on begin with
        CountRole, ///< int: scopes from here on
    };

    explicit ScopeTreeModel(QObject *parent = nullptr);

    void setScopes(QStringList scopes);
    /// All of them, in order, whatever the filter is.
    const QStringList &scopes() const { return m_scopes; }
    /// Leaves those that contain \a text, those that give it, and, when it ends with "*", those that it gives.
    void setFilter(const QString &text);
    QString filter() const { return m_filter; }
    int shownCount() const { return static_cast<int>(m_shown.size()); }
    /// Those of the filter at and below \a index; all of them for an invalid one.
    QStringList scopesBelow(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Node {
        qsizetype from = 0; ///< where its label begins in the scope
        qsizetype to = 0; ///< and where it ends
        int first = 0; ///< its scopes among those that are shown
        int count = 0;
        int parent = -1;
        int row = 0;
        bool isScope = false;
        std::vector<int> children {};
    };

    bool isShown(const QString &scope) const;
    void rebuild();
    void addChildren(int parent, int depth);
    int addNode(int parent, int first, int count, qsizetype from, qsizetype to);
    const Node &node(const QModelIndex &index) const;

    QStringList m_scopes; ///< sorted, each once
    QStringList m_shown;
    QString m_filter;
    std::vector<Node> m_nodes; ///< the first is the root
};

} // namespace core
