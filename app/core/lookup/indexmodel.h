// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/util/part.h"
#include "core/util/request.h"

#include <QAbstractTableModel>

#include <vector>

namespace core {

class Session;

/// What is directly below an index namespace: first the namespaces, then the tasks. Fills in as pages arrive.
class IndexModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, KindColumn, TaskIdColumn, RankColumn, ExpiresColumn, ColumnCount };
    enum Role {
        PathRole = Qt::UserRole + 1, ///< QString: the whole index path
        IsNamespaceRole, ///< bool
        TaskIdRole, ///< QString, empty for a namespace
        ExpiresRole, ///< qint64, ms since the epoch
    };

    explicit IndexModel(Session *session, QObject *parent = nullptr);

    /// Lists \a path afresh; empty is the top.
    void open(const QString &path);
    QString path() const { return m_path; }
    const Part &part() const { return m_part; }
    void retry();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void partChanged();

private:
    struct Entry {
        QString path;
        QString name;
        QString taskId;
        double rank = 0;
        qint64 expires = 0;
        bool isNamespace = false;
    };

    void listNamespaces();
    void listTasks();
    void append(std::vector<Entry> entries);
    void setPart(Part part);
    QString display(const Entry &entry, int column) const;

    Session *m_session;
    QString m_path;
    Part m_part;
    Request m_request;
    std::vector<Entry> m_entries;
};

} // namespace core
