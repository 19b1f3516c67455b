// SPDX-License-Identifier: MPL-2.0
#include "core/access/accessdirectory.h"

#include "core/accounts/session.h"
#include "core/util/format.h"

#include <tc/auth.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// How long a list is taken for the present one when a page opens.
constexpr qint64 freshMs = 60'000;
// A client of a large deployment expands to hundreds of scopes: a page of this size is taken in within a frame.
constexpr int pageSize = 200;

using Shared = std::shared_ptr<const AccessEntry>;

AccessEntries::const_iterator place(const AccessEntries &entries, const QString &id)
{
    return std::lower_bound(entries.begin(), entries.end(), id,
        [](const Shared &entry, const QString &wanted) { return entry->id < wanted; });
}

bool isAt(const AccessEntries &entries, AccessEntries::const_iterator at, const QString &id)
{
    return at != entries.end() && (*at)->id == id;
}

} // namespace

AccessDirectory::AccessDirectory(Session *session) : QObject(session), m_session(session) { }

AccessDirectory *AccessDirectory::of(Session *session)
{
    if (auto *there = session->findChild<AccessDirectory *>({}, Qt::FindDirectChildrenOnly))
        return there;
    return new AccessDirectory(session);
}

void AccessDirectory::load(Kind kind)
{
    const List &there = list(kind);
    const bool isFresh = there.part.state == Part::State::Ready && currentTime() - there.listed < freshMs;
    if (!isFresh && !there.part.isLoading())
        refresh(kind);
}

void AccessDirectory::refresh(Kind kind)
{
    List &listed = list(kind);
    listed.request.renew();
    listed.coming.clear();
    setPart(kind, { Part::State::Loading, {} });
    if (kind == Kind::Client) {
        follow(kind, m_session->auth()->listClientsPages({}, { .limit = pageSize }),
            &tc::auth::ListClientsResponse::clients);
    } else {
        follow(
            kind, m_session->auth()->listRoles2Pages({}, { .limit = pageSize }), &tc::auth::ListRoles2Response::roles);
    }
}

template <typename Page, typename Rows>
void AccessDirectory::follow(Kind kind, tc::PagedReply<Page> *pages, Rows rows)
{
    Request &request = list(kind).request;
    request.tie(pages);
    pages->onPage(request.context(), [this, kind, rows](const Page &page) {
        AccessEntries entries;
        entries.reserve(static_cast<size_t>((page.*rows).size()));
        for (const auto &row : page.*rows)
            entries.push_back(shared(AccessEntry::of(row)));
        add(kind, std::move(entries));
    });
    pages->onFinished(request.context(), [this, kind] { finish(kind); });
    pages->onFailure(request.context(), [this, kind](const tc::Error &error) {
        setPart(kind, { Part::State::Failed, error });
    });
}

std::shared_ptr<const AccessEntry> AccessDirectory::shared(AccessEntry entry)
{
    for (QStringList *scopes : { &entry.scopes, &entry.expandedScopes }) {
        for (QString &scope : *scopes)
            scope = *m_pool.intern(scope);
    }
    return std::make_shared<const AccessEntry>(std::move(entry));
}

void AccessDirectory::add(Kind kind, AccessEntries page)
{
    List &listed = list(kind);
    // The first listing is shown while it comes; a later one replaces the list at its end, so that nothing flickers.
    const bool isFirst = listed.listed == 0;
    AccessEntries &target = isFirst ? listed.entries : listed.coming;
    for (Shared &entry : page) {
        const auto at = place(target, entry->id);
        if (isAt(target, at, entry->id))
            target[static_cast<size_t>(at - target.begin())] = std::move(entry);
        else
            target.insert(at, std::move(entry));
    }
    if (isFirst)
        Q_EMIT entriesChanged(kind);
}

void AccessDirectory::finish(Kind kind)
{
    List &listed = list(kind);
    if (listed.listed != 0) {
        listed.entries = std::move(listed.coming);
        listed.coming.clear();
    }
    listed.listed = currentTime();
    Q_EMIT entriesChanged(kind);
    setPart(kind, { Part::State::Ready, {} });
}

void AccessDirectory::setPart(Kind kind, Part part)
{
    list(kind).part = std::move(part);
    Q_EMIT partChanged(kind);
}

const AccessEntry *AccessDirectory::find(Kind kind, const QString &id) const
{
    const AccessEntries &entries = list(kind).entries;
    const auto at = place(entries, id);
    return isAt(entries, at, id) ? at->get() : nullptr;
}

void AccessDirectory::put(const AccessEntry &entry)
{
    List &listed = list(entry.kind);
    // One entry is no list: until there is one it would look like all that there is.
    if (listed.listed == 0)
        return;
    const auto at = place(listed.entries, entry.id);
    if (!isAt(listed.entries, at, entry.id))
        listed.entries.insert(at, shared(entry));
    else if (**at == entry)
        return;
    else
        listed.entries[static_cast<size_t>(at - listed.entries.begin())] = shared(entry);
    Q_EMIT entriesChanged(entry.kind);
}

void AccessDirectory::remove(Kind kind, const QString &id)
{
    AccessEntries &entries = list(kind).entries;
    const auto at = place(entries, id);
    if (!isAt(entries, at, id))
        return;
    entries.erase(at);
    Q_EMIT entriesChanged(kind);
}

void AccessDirectory::listAgain()
{
    for (const Kind kind : { Kind::Client, Kind::Role }) {
        if (list(kind).part.state != Part::State::Idle)
            refresh(kind);
    }
    if (m_held)
        loadHeld();
}

void AccessDirectory::loadHeld()
{
    m_heldRequest.renew();
    m_heldPart = { Part::State::Loading, {} };
    auto *reply = m_session->auth()->currentScopes();
    m_heldRequest.tie(reply);
    reply->onSuccess(m_heldRequest.context(), [this](const tc::auth::Scopeset &scopes) {
        m_held = tc::scopes::ScopeSet(scopes.scopes);
        m_heldPart = { Part::State::Ready, {} };
        Q_EMIT heldChanged();
    });
    reply->onFailure(m_heldRequest.context(), [this](const tc::Error &error) {
        m_heldPart = { Part::State::Failed, error };
        Q_EMIT heldChanged();
    });
}

} // namespace core
