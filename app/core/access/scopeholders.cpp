// SPDX-License-Identifier: MPL-2.0
#include "core/access/scopeholders.h"

#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "core/util/worker.h"

#include <tc/scopes.h>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core {

namespace {

using tc::scopes::covers;

// Whether what is held gives all of the scope, or with parts, something of it.
bool gives(const QString &held, const QString &scope, bool parts)
{
    return covers(held, scope) || (parts && covers(scope, held));
}

QStringList givers(const QStringList &held, const QString &scope, bool parts)
{
    QStringList result;
    std::copy_if(held.begin(), held.end(), std::back_inserter(result),
        [&](const QString &one) { return gives(one, scope, parts); });
    return result;
}

// The roles that one of the entry's own scopes assumes, and that give the scope.
QStringList rolesThrough(const AccessEntry &entry, const AccessEntries &roles, const QString &scope, bool parts)
{
    QStringList result;
    for (const auto &role : roles) {
        if (entry.kind == AccessEntry::Kind::Role && role->id == entry.id)
            continue;
        const QString assumed = u"assume:"_s + role->id;
        const bool isAssumed = std::any_of(entry.scopes.begin(), entry.scopes.end(), [&assumed](const QString &own) {
            return own.startsWith(u"assume:") && (covers(own, assumed) || covers(assumed, own));
        });
        if (isAssumed && !givers(role->expandedScopes, scope, parts).isEmpty())
            result += role->id;
    }
    return result;
}

void add(std::vector<ScopeHolder> *holders, const QString &scope, const AccessEntries &entries,
    const AccessEntries &roles, bool parts, qint64 now)
{
    for (const auto &entry : entries) {
        ScopeHolder holder;
        holder.scopes = givers(entry->expandedScopes, scope, false);
        holder.hasAll = !holder.scopes.isEmpty();
        if (!holder.hasAll && parts)
            holder.scopes = givers(entry->expandedScopes, scope, true);
        if (holder.scopes.isEmpty())
            continue;
        holder.kind = entry->kind;
        holder.id = entry->id;
        holder.isUsable = entry->isUsable(now);
        // What it says itself needs no other reason.
        if (givers(entry->scopes, scope, parts && !holder.hasAll).isEmpty())
            holder.roles = rolesThrough(*entry, roles, scope, parts && !holder.hasAll);
        holders->push_back(std::move(holder));
    }
}

} // namespace

std::vector<ScopeHolder> holdersOf(
    const QString &scope, const AccessEntries &clients, const AccessEntries &roles, bool parts, qint64 now)
{
    std::vector<ScopeHolder> holders;
    if (scope.isEmpty())
        return holders;
    add(&holders, scope, roles, roles, parts, now);
    add(&holders, scope, clients, roles, parts, now);
    return holders;
}

ScopeHolderModel::ScopeHolderModel(AccessDirectory *directory, QObject *parent)
    : QAbstractTableModel(parent), m_directory(directory)
{
    m_later.setSingleShot(true);
    m_later.setInterval(100ms);
    connect(&m_later, &QTimer::timeout, this, &ScopeHolderModel::update);
    connect(directory, &AccessDirectory::entriesChanged, this, [this] {
        if (!m_scope.isEmpty() && !m_later.isActive())
            m_later.start();
    });
}

void ScopeHolderModel::setScope(const QString &scope, bool parts)
{
    if (scope == m_scope && parts == m_parts)
        return;
    m_scope = scope;
    m_parts = parts;
    update();
}

void ScopeHolderModel::update()
{
    using Kind = AccessEntry::Kind;
    auto look = [scope = m_scope, parts = m_parts, clients = m_directory->entries(Kind::Client),
                    roles = m_directory->entries(Kind::Role),
                    now = currentTime()] { return holdersOf(scope, clients, roles, parts, now); };
    runOnWorker(this, std::move(look), [this, number = ++m_asked](std::vector<ScopeHolder> found) {
        if (number != m_asked)
            return;
        m_shown = number;
        beginResetModel();
        m_rows = std::move(found);
        endResetModel();
    });
}

int ScopeHolderModel::count(AccessEntry::Kind kind) const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [kind](const ScopeHolder &holder) { return holder.kind == kind; }));
}

int ScopeHolderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ScopeHolderModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ScopeHolderModel::display(const ScopeHolder &holder, int column) const
{
    switch (column) {
    case HolderColumn:
        return visibleText(holder.id);
    case KindColumn:
        return holder.kind == AccessEntry::Kind::Client ? tr("Client") : tr("Role");
    case StateColumn:
        if (!holder.isUsable)
            return tr("Disabled or expired");
        return holder.hasAll ? QString() : tr("A part of it");
    case ScopeColumn:
        return visibleText(holder.scopes.join(u", "_s));
    case ThroughColumn:
        return holder.roles.isEmpty() ? tr("Its own") : visibleText(holder.roles.join(u", "_s));
    default:
        return {};
    }
}

QVariant ScopeHolderModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ScopeHolder &holder = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return display(holder, index.column());
    case KindRole:
        return static_cast<int>(holder.kind);
    case IdRole:
        return holder.id;
    case IsRoleRole:
        return holder.kind == AccessEntry::Kind::Role;
    case ThroughRole:
        return holder.roles;
    default:
        return {};
    }
}

QVariant ScopeHolderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case HolderColumn:
        return tr("Holder");
    case KindColumn:
        return tr("Kind");
    case StateColumn:
        return tr("Note");
    case ScopeColumn:
        return tr("By the scope");
    case ThroughColumn:
        return tr("Through the role");
    default:
        return {};
    }
}

} // namespace core
