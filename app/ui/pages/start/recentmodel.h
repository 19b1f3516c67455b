// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/workspace/recents.h"

#include <QAbstractTableModel>

namespace ui {

/// The groups, or tasks, of one deployment that were looked at, newest first.
class RecentModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, IdColumn, SeenColumn, ColumnCount };

    RecentModel(Recents *recents, Recents::List list, QString rootUrl, QObject *parent = nullptr);

    core::Location locationAt(int row) const { return m_entries.at(row).location; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void load();

    Recents *m_recents;
    Recents::List m_list;
    QString m_rootUrl;
    QList<Recents::Entry> m_entries;
};

} // namespace ui
