// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/secrets/nametree.h"

#include <QAbstractItemModel>
#include <QSet>

namespace core {

class SecretNames;

/// The names of secrets as a tree by "/", or as a flat list; with a filter always flat. Arranged on a worker: the
/// newest wish wins.
class SecretNamesModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::UserRole + 1, ///< QString: the whole name
        IsFolderRole, ///< bool: others are below it
        IsSecretRole, ///< bool
        HasDraftRole, ///< bool
    };

    /// \a names must outlive this.
    explicit SecretNamesModel(SecretNames *names, QObject *parent = nullptr);

    void setFilter(const QString &filter);
    QString filter() const { return m_filter; }
    void setTree(bool tree);
    bool isTree() const { return m_isTree; }
    /// Secrets that somebody is in the middle of changing.
    void setDrafts(const QSet<QString> &names);

    bool isArranging() const { return m_running || m_isStale; }
    int secretCount() const { return m_tree->secretCount; }
    QModelIndex indexOf(const QString &name) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// Another arrangement is about to be shown, and is shown; what is open and selected is up to the view.
    void aboutToRearrange();
    void rearranged();

private:
    void arrange();
    void start();
    const NameTree::Node &node(const QModelIndex &index) const;
    QString display(const NameTree::Node &node) const;

    SecretNames *m_names;
    QString m_filter;
    bool m_isTree = true;
    bool m_running = false;
    bool m_isStale = false; ///< wishes came while it was running
    QSet<QString> m_drafts;
    std::shared_ptr<const NameTree> m_tree;
};

} // namespace core
