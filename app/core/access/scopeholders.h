// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/access/accessdirectory.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace core {

/// A client or role that holds a scope, and what it holds it by.
struct ScopeHolder {
    AccessEntry::Kind kind = AccessEntry::Kind::Client;
    QString id;
    bool isUsable = true; ///< neither disabled nor expired
    bool hasAll = true; ///< otherwise only a part of what the scope, a pattern, stands for
    QStringList scopes; ///< those of the expanded ones that give it, or that are the part
    QStringList roles; ///< ids of the roles that they come from; empty when they are its own
};

/// Everybody who holds \a scope, with "*" understood on both sides; roles first. With \a parts also those who hold
/// something of what a pattern stands for.
std::vector<ScopeHolder> holdersOf(
    const QString &scope, const AccessEntries &clients, const AccessEntries &roles, bool parts, qint64 now);

/// Those who hold a scope, as a table; follows the directory. Looked for on a worker, the newest question wins.
class ScopeHolderModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { HolderColumn, KindColumn, StateColumn, ScopeColumn, ThroughColumn, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole + 1, ///< int: AccessEntry::Kind
        IdRole, ///< QString
        IsRoleRole, ///< bool
        ThroughRole, ///< QStringList: role ids
    };

    /// \a directory must outlive this.
    explicit ScopeHolderModel(AccessDirectory *directory, QObject *parent = nullptr);

    /// Nobody holds an empty scope.
    void setScope(const QString &scope, bool parts);
    const QString &scope() const { return m_scope; }
    /// Whether the rows are not those of the last question yet.
    bool isLooking() const { return m_shown != m_asked; }
    int count(AccessEntry::Kind kind) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void update();
    QString display(const ScopeHolder &holder, int column) const;

    AccessDirectory *m_directory;
    QString m_scope;
    bool m_parts = false;
    int m_asked = 0; ///< numbers of questions
    int m_shown = 0;
    QTimer m_later; ///< pages of a listing come faster than anybody reads
    std::vector<ScopeHolder> m_rows;
};

} // namespace core
