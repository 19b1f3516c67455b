// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/account.h"

#include <QAbstractTableModel>

namespace core {

class AccountRegistry;

/// The accounts whose temporary credentials were made here by one client, and when they end.
class MintedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ClientColumn, ExpiresColumn, SecretColumn, ColumnCount };
    enum Role { AccountIdRole = Qt::UserRole + 1 };

    /// \a registry must outlive this.
    explicit MintedModel(AccountRegistry *registry, QObject *parent = nullptr);

    void setIssuer(const QString &rootUrl, const QString &clientId);
    /// Relative times are other ones by now.
    void refreshTimes();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void reread();
    static QString display(const Account &account, int column);

    AccountRegistry *m_registry;
    QString m_rootUrl;
    QString m_clientId;
    QList<Account> m_accounts;
};

} // namespace core
