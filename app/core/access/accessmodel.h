// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/access/accessdirectory.h"

#include <QAbstractTableModel>

namespace core {

/// The clients or the roles of a directory as a table: those that have every word of a filter in their id or
/// description, in the order of a column. Fills in as pages arrive; a change of one row stays one of one row.
class AccessModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// What a column shows; columnOf() says which columns there are for a kind.
    enum class Field { Id, State, Used, Expires, ScopeCount, Modified, Description };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QString
        IsUsableRole, ///< bool: neither disabled nor expired
    };

    /// \a directory must outlive this.
    AccessModel(AccessDirectory *directory, AccessEntry::Kind kind, QObject *parent = nullptr);

    void setFilter(const QString &text);
    QString filter() const { return m_filter; }
    /// How many there are without the filter.
    int total() const;
    /// -1 when it is not among the rows.
    int rowOf(const QString &id) const;
    /// -1 for a field that this kind does not have.
    int columnOf(Field field) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    AccessEntries arranged() const;
    bool matches(const AccessEntry &entry, const QStringList &words) const;
    bool isBefore(const AccessEntry &a, const AccessEntry &b) const;
    void reset();
    void follow();
    static QString display(const AccessEntry &entry, Field field);
    static QString toolTip(const AccessEntry &entry, Field field);

    AccessDirectory *m_directory;
    AccessEntry::Kind m_kind;
    std::vector<Field> m_fields;
    QString m_filter;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    AccessEntries m_rows;
};

} // namespace core
