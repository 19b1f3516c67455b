// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/util/part.h"
#include "core/util/request.h"

#include <QAbstractTableModel>

#include <vector>

namespace tc::auth {
struct GetEntityHistoryResponse;
}

namespace tc {
template <typename T>
class PagedReply;
}

namespace core {

class Session;

/// Who did what and when, newest first: to one thing of a deployment, or by one client of it. The services keep what
/// was done, not the values that were there before.
class AuditHistory : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// What has a history of its own.
    enum class Entity { Client, Role, Secret, Hook, WorkerPool };
    enum Column {
        TimeColumn,
        ActionColumn,
        WhoColumn, ///< the client that did it
        KindColumn, ///< these two say what it was done to, where that is not the same in every row
        NameColumn,
        ColumnCount,
    };
    enum Role {
        TimeRole = Qt::UserRole + 1, ///< qint64, ms since the epoch
        ActionRole, ///< QString, as the services write it: "created", "updated", "enabled" …
        WhoRole, ///< QString: a client id
        KindRole, ///< QString, as the services write it: "client", "worker-pool" …
        NameRole, ///< QString: the id of the thing
    };

    explicit AuditHistory(Session *session, QObject *parent = nullptr);

    /// What was done to one thing. Needs the scope auth:audit-history:KIND.
    void open(Entity entity, const QString &name);
    /// What a client did. Needs the scope auth:client-audit-history:CLIENT.
    void openClient(const QString &clientId);
    void retry();
    /// Forgets all rows; nothing is asked for.
    void clear();

    /// Whether the rows are about many things: then KindColumn and NameColumn tell them apart, WhoColumn does not.
    bool isOfClient() const { return m_ofClient; }
    const Part &part() const { return m_part; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void partChanged();

private:
    struct Entry {
        qint64 time = 0;
        QString action;
        QString who;
        QString kind;
        QString name;
    };

    void start();
    void follow(tc::PagedReply<tc::auth::GetEntityHistoryResponse> *pages);
    void add(const tc::auth::GetEntityHistoryResponse &page);
    void show();
    void setPart(Part part);
    static QString display(const Entry &entry, int column);

    Session *m_session;
    bool m_ofClient = false;
    Entity m_entity = Entity::Client;
    QString m_name;
    Part m_part;
    Request m_request;
    std::vector<Entry> m_coming; ///< of the walk under way; the services give the oldest first
    std::vector<Entry> m_entries;
};

} // namespace core
