// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/secrets/secretvalue.h"

#include <QAbstractItemModel>

#include <memory>

namespace core {

/// A secret's value as a tree of keys. What a scalar is does not leave the model before it is revealed: neither its
/// texts nor its tool tips have it. Can be edited by whoever has an index.
class ValueModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { KeyColumn, KindColumn, ValueColumn, ColumnCount };
    enum Role {
        IsScalarRole = Qt::UserRole + 1, ///< bool
        IsRevealedRole, ///< bool
    };

    explicit ValueModel(QObject *parent = nullptr);
    ~ValueModel() override;

    /// Everything is hidden afterwards. Takes a map.
    void setValue(const SecretValue &value);
    SecretValue value() const;
    /// Overwrites and forgets it.
    void clear();

    /// Not in any role, so that nothing which walks through the roles gets it.
    QString textOf(const QModelIndex &index) const;
    SecretValue::Type typeOf(const QModelIndex &index) const;
    QString keyOf(const QModelIndex &index) const;
    /// "common › token", for a person: keys are no secret.
    QString pathOf(const QModelIndex &index) const;
    bool isInMap(const QModelIndex &index) const;

    void setRevealed(const QModelIndex &index, bool revealed);
    void setAllRevealed(bool revealed);
    bool isAllRevealed() const;
    int scalarCount() const;

    /// Whether \a key can be that of \a index: no other member of its map has it.
    bool isKeyFree(const QModelIndex &index, const QString &key) const;
    void setKey(const QModelIndex &index, const QString &key);
    /// Another kind keeps the text as far as it fits, and drops what was inside of a list or map.
    void setScalar(const QModelIndex &index, SecretValue::Type type, const QString &text);
    /// A new member at the end of a list or map (the top without an index), as text and revealed.
    QModelIndex add(const QModelIndex &container);
    void remove(const QModelIndex &index);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// The value itself is another, not only what is seen of it.
    void edited();

private:
    struct Node;

    Node *nodeAt(const QModelIndex &index) const;
    QModelIndex indexAt(const Node *node, int column = 0) const;
    QString display(const Node &node, int column) const;
    void announce(const Node *node);
    void reveal(Node *node, bool revealed);

    std::unique_ptr<Node> m_root;
};

/// "Text", "Number" …
QString typeName(SecretValue::Type type);

} // namespace core
