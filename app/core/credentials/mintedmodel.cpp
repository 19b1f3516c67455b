// SPDX-License-Identifier: MPL-2.0
#include "core/credentials/mintedmodel.h"

#include "core/accounts/accountregistry.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"

namespace core {

MintedModel::MintedModel(AccountRegistry *registry, QObject *parent) : QAbstractTableModel(parent), m_registry(registry)
{
    connect(m_registry, &AccountRegistry::added, this, &MintedModel::reread);
    connect(m_registry, &AccountRegistry::changed, this, &MintedModel::reread);
    connect(m_registry, &AccountRegistry::removed, this, &MintedModel::reread);
}

void MintedModel::setIssuer(const QString &rootUrl, const QString &clientId)
{
    m_rootUrl = rootUrl;
    m_clientId = clientId;
    reread();
}

// A handful of rows: telling which of them changed is not worth it.
void MintedModel::reread()
{
    QList<Account> accounts;
    for (const Account &account : m_registry->accounts()) {
        if (account.isMinted && account.rootUrl == m_rootUrl && account.issuer == m_clientId)
            accounts += account;
    }
    if (accounts == m_accounts)
        return;
    beginResetModel();
    m_accounts = std::move(accounts);
    endResetModel();
}

void MintedModel::refreshTimes()
{
    if (!m_accounts.isEmpty())
        Q_EMIT dataChanged(index(0, ExpiresColumn), index(rowCount() - 1, ExpiresColumn), { Qt::DisplayRole });
}

int MintedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_accounts.size());
}

int MintedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MintedModel::display(const Account &account, int column)
{
    switch (column) {
    case NameColumn:
        return visibleText(account.displayName());
    case ClientColumn:
        return visibleText(account.clientId);
    case ExpiresColumn:
        return account.hasRunOut() ? tr("Has run out") : formatTime(account.expires.toMSecsSinceEpoch(), currentTime());
    case SecretColumn:
        return account.secretText();
    default:
        return {};
    }
}

QVariant MintedModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Account &account = m_accounts.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(account, index.column());
    case Qt::ToolTipRole:
        return index.column() == ExpiresColumn ? formatExactTime(account.expires.toMSecsSinceEpoch())
                                               : display(account, index.column());
    case AccountIdRole:
        return account.id;
    default:
        return {};
    }
}

QVariant MintedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Account");
    case ClientColumn:
        return tr("Client ID");
    case ExpiresColumn:
        return tr("Ends");
    case SecretColumn:
        return tr("Secret");
    default:
        return {};
    }
}

} // namespace core
