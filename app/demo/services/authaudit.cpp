// SPDX-License-Identifier: MPL-2.0
// Who changed what, and when.
#include "demo/api/paging.h"
#include "demo/services/services.h"
#include "demo/util/jsonwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

template <typename Wanted>
void replyHistory(ApiCall &call, Wanted wanted)
{
    std::vector<AuditEntry> entries;
    const auto &all = call.state().audit;
    std::copy_if(all.begin(), all.end(), std::back_inserter(entries), wanted);
    const auto range = PageRange::of(call, static_cast<qsizetype>(entries.size()));
    if (!range)
        return;
    JsonWriter writer;
    writer.beginObject();
    writer.key("auditHistory");
    writer.beginArray();
    for (auto at = range->from; at < range->to; ++at) {
        const AuditEntry &entry = entries[static_cast<size_t>(at)];
        writer.beginObject();
        writer.member("clientId", entry.clientId);
        writer.member("actionType", entry.actionType);
        writer.date("created", entry.created);
        writer.member("entityId", entry.entityId);
        writer.member("entityType", entry.entityType);
        writer.endObject();
    }
    writer.endArray();
    if (!range->nextToken.isEmpty())
        writer.member("continuationToken", range->nextToken);
    writer.endObject();
    call.reply(writer.take());
}

void entityHistory(ApiCall &call)
{
    const QString type = call.param("entityType"_L1);
    const QString id = call.param("entityId"_L1);
    replyHistory(call, [&](const AuditEntry &entry) { return entry.entityType == type && entry.entityId == id; });
}

void clientHistory(ApiCall &call)
{
    const QString id = call.param("clientId"_L1);
    replyHistory(call, [&](const AuditEntry &entry) { return entry.clientId == id; });
}

} // namespace

void addAuthAuditRoutes(Router &router)
{
    const QByteArrayList paged = { "continuationToken", "limit" };
    router.add({ "auth", "getEntityHistory", "GET", "/audit/<entityType>/<entityId>", "auth:audit-history:<entityType>",
        true, paged, entityHistory });
    router.add({ "auth", "listAuditHistory", "GET", "/clients/<clientId>/audit", "auth:client-audit-history:<clientId>",
        true, paged, clientHistory });
}

} // namespace demo
