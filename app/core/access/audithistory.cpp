// SPDX-License-Identifier: MPL-2.0
#include "core/access/audithistory.h"

#include "core/accounts/session.h"
#include "core/task/convert.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"

#include <tc/auth.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// As the path of the audit API has it.
QString pathName(AuditHistory::Entity entity)
{
    switch (entity) {
    case AuditHistory::Entity::Client:
        return u"client"_s;
    case AuditHistory::Entity::Role:
        return u"role"_s;
    case AuditHistory::Entity::Secret:
        return u"secret"_s;
    case AuditHistory::Entity::Hook:
        return u"hook"_s;
    case AuditHistory::Entity::WorkerPool:
        return u"worker-pool"_s;
    }
    return {};
}

} // namespace

AuditHistory::AuditHistory(Session *session, QObject *parent) : QAbstractTableModel(parent), m_session(session) { }

void AuditHistory::open(Entity entity, const QString &name)
{
    m_ofClient = false;
    m_entity = entity;
    m_name = name;
    start();
}

void AuditHistory::openClient(const QString &clientId)
{
    m_ofClient = true;
    m_name = clientId;
    start();
}

void AuditHistory::retry()
{
    if (!m_name.isEmpty())
        start();
}

void AuditHistory::clear()
{
    m_request.cancel();
    m_name.clear();
    beginResetModel();
    m_entries.clear();
    endResetModel();
    setPart({});
}

void AuditHistory::start()
{
    beginResetModel();
    m_entries.clear();
    endResetModel();
    m_coming.clear();
    m_request.renew();
    setPart({ Part::State::Loading, {} });
    tc::Auth *auth = m_session->auth();
    follow(m_ofClient ? auth->listAuditHistoryPages(m_name) : auth->getEntityHistoryPages(pathName(m_entity), m_name));
}

void AuditHistory::follow(tc::PagedReply<tc::auth::GetEntityHistoryResponse> *pages)
{
    m_request.tie(pages);
    pages->onPage(m_request.context(), [this](const tc::auth::GetEntityHistoryResponse &page) { add(page); });
    pages->onFinished(m_request.context(), [this] {
        show();
        setPart({ Part::State::Ready, {} });
    });
    pages->onFailure(m_request.context(), [this](const tc::Error &error) {
        show();
        setPart({ Part::State::Failed, error });
    });
}

void AuditHistory::add(const tc::auth::GetEntityHistoryResponse &page)
{
    for (const auto &item : page.auditHistory)
        m_coming.push_back({ toTime(item.created), item.actionType, item.clientId, item.entityType, item.entityId });
}

void AuditHistory::show()
{
    // What was done at the same moment stays in the order of the service, turned round like everything else.
    std::reverse(m_coming.begin(), m_coming.end());
    std::stable_sort(m_coming.begin(), m_coming.end(), [](const Entry &a, const Entry &b) { return a.time > b.time; });
    beginResetModel();
    m_entries = std::move(m_coming);
    endResetModel();
    m_coming.clear();
}

void AuditHistory::setPart(Part part)
{
    m_part = std::move(part);
    Q_EMIT partChanged();
}

int AuditHistory::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int AuditHistory::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AuditHistory::display(const Entry &entry, int column)
{
    switch (column) {
    case TimeColumn:
        return formatTime(entry.time, currentTime());
    case ActionColumn:
        return visibleText(entry.action);
    case WhoColumn:
        return visibleText(entry.who);
    case KindColumn:
        return visibleText(entry.kind);
    case NameColumn:
        return visibleText(entry.name);
    default:
        return {};
    }
}

QVariant AuditHistory::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Entry &entry = m_entries[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(entry, index.column());
    case Qt::ToolTipRole:
        return index.column() == TimeColumn ? formatExactTime(entry.time) : display(entry, index.column());
    case TimeRole:
        return entry.time;
    case ActionRole:
        return entry.action;
    case WhoRole:
        return entry.who;
    case KindRole:
        return entry.kind;
    case NameRole:
        return entry.name;
    default:
        return {};
    }
}

QVariant AuditHistory::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("When");
    case ActionColumn:
        return tr("What");
    case WhoColumn:
        return tr("Who");
    case KindColumn:
        return tr("Kind");
    case NameColumn:
        return tr("Name");
    default:
        return {};
    }
}

} // namespace core
