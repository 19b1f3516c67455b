// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/accountlistmodel.h"

#include "core/accounts/accountregistry.h"
#include "core/accounts/accounttext.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

AccountListModel::AccountListModel(AccountRegistry *registry, NameOf nameOf, QObject *parent)
    : QAbstractItemModel(parent), m_registry(registry), m_nameOf(std::move(nameOf))
{
    for (const Account &account : registry->accounts())
        accountAdded(account.id);
    connect(registry, &AccountRegistry::added, this, &AccountListModel::accountAdded);
    connect(registry, &AccountRegistry::removed, this, &AccountListModel::accountRemoved);
    connect(registry, &AccountRegistry::changed, this, &AccountListModel::accountChanged);
    connect(registry, &AccountRegistry::stateChanged, this, &AccountListModel::accountChanged);
    connect(&m_clock, &QTimer::timeout, this, &AccountListModel::refreshTimes);
    m_clock.start(30s); // notes tell how long credentials last
}

void AccountListModel::accountAdded(const QString &id)
{
    const QString root = m_registry->find(id)->rootUrl;
    const auto known = std::find_if(
        m_deployments.begin(), m_deployments.end(), [&root](const Deployment &each) { return each.rootUrl == root; });
    const int row = static_cast<int>(known - m_deployments.begin());
    if (known == m_deployments.end()) {
        beginInsertRows({}, row, row);
        m_deployments.push_back({ ++m_lastSerial, root, { id } });
        endInsertRows();
        return;
    }
    const int last = static_cast<int>(known->ids.size());
    beginInsertRows(index(row, 0), last, last);
    known->ids.append(id);
    endInsertRows();
}

void AccountListModel::accountRemoved(const QString &id)
{
    const QModelIndex gone = indexOf(id);
    if (!gone.isValid())
        return;
    const int row = gone.parent().row();
    Deployment &deployment = m_deployments[static_cast<std::size_t>(row)];
    if (deployment.ids.size() > 1) {
        beginRemoveRows(gone.parent(), gone.row(), gone.row());
        deployment.ids.removeAt(gone.row());
        endRemoveRows();
        return;
    }
    beginRemoveRows({}, row, row);
    m_deployments.erase(m_deployments.begin() + row);
    endRemoveRows();
}

void AccountListModel::accountChanged(const QString &id)
{
    const QModelIndex changed = indexOf(id);
    if (changed.isValid())
        Q_EMIT dataChanged(changed, changed);
}

void AccountListModel::refreshTimes()
{
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex deployment = index(row, 0);
        Q_EMIT dataChanged(index(0, 0, deployment), index(rowCount(deployment) - 1, 0, deployment), { NoteRole });
    }
}

QModelIndex AccountListModel::indexOf(const QString &id) const
{
    for (const Deployment &deployment : m_deployments) {
        const qsizetype place = deployment.ids.indexOf(id);
        if (place >= 0)
            return createIndex(static_cast<int>(place), 0, deployment.serial);
    }
    return {};
}

const AccountListModel::Deployment *AccountListModel::parentOf(const QModelIndex &index) const
{
    const auto found = std::find_if(m_deployments.begin(), m_deployments.end(),
        [&index](const Deployment &each) { return each.serial == index.internalId(); });
    return found == m_deployments.end() ? nullptr : &*found;
}

QModelIndex AccountListModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(
        row, column, parent.isValid() ? m_deployments[static_cast<std::size_t>(parent.row())].serial : 0);
}

QModelIndex AccountListModel::parent(const QModelIndex &child) const
{
    const Deployment *deployment = child.isValid() ? parentOf(child) : nullptr;
    return deployment ? createIndex(static_cast<int>(deployment - m_deployments.data()), 0, quintptr(0))
                      : QModelIndex();
}

int AccountListModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_deployments.size());
    if (parentOf(parent) || parent.column() != 0)
        return 0;
    return static_cast<int>(m_deployments[static_cast<std::size_t>(parent.row())].ids.size());
}

int AccountListModel::columnCount(const QModelIndex &) const
{
    return 1;
}

Qt::ItemFlags AccountListModel::flags(const QModelIndex &index) const
{
    // A deployment is a heading: the keyboard goes past it.
    return parentOf(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                           : Qt::ItemFlags(Qt::NoItemFlags);
}

QVariant AccountListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const Deployment *deployment = parentOf(index))
        return accountData(deployment->ids.at(index.row()), role);
    return deploymentData(m_deployments[static_cast<std::size_t>(index.row())], role);
}

QVariant AccountListModel::deploymentData(const Deployment &deployment, int role) const
{
    if (role == Qt::DisplayRole)
        return visibleText(m_nameOf(deployment.rootUrl));
    if (role == Qt::ToolTipRole || role == RootUrlRole)
        return deployment.rootUrl;
    return {};
}

QVariant AccountListModel::accountData(const QString &id, int role) const
{
    const Account *account = m_registry->find(id);
    if (!account)
        return {};
    const auto note = [this, account] { return accountNote(*account, m_registry->state(account->id), currentTime()); };
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(account->displayName());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return u"%1 \u00b7 %2 \u00b7 %3"_s.arg(
            visibleText(account->displayName()), accountKindText(account->kind), note().text);
    case IdRole:
        return id;
    case RootUrlRole:
        return account->rootUrl;
    case ColourRole:
        return account->colour;
    case LetterRole:
        return accountLetter(*account);
    case KindRole:
        return accountKindText(account->kind);
    case NoteRole:
        return note().text;
    case IsTroubleRole:
        return note().isTrouble;
    case IsDefaultRole:
        return account->isDefault;
    default:
        return {};
    }
}

} // namespace core
