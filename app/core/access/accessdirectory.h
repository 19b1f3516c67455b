// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/access/accessentry.h"
#include "core/util/part.h"
#include "core/util/request.h"
#include "core/util/stringpool.h"

#include <tc/scopes.h>

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace tc {
template <typename T>
class PagedReply;
}

namespace core {

class Session;

using AccessEntries = std::vector<std::shared_ptr<const AccessEntry>>;

/// All clients and all roles of a deployment as one account sees them, and what that account itself holds. One for
/// each session, so that lists, "who holds this" and explanations of refusals read the same and load it once.
class AccessDirectory : public QObject
{
    Q_OBJECT

public:
    using Kind = AccessEntry::Kind;

    /// The directory of a session, made when it is asked for first; the session owns it.
    static AccessDirectory *of(Session *session);

    /// Lists them unless that was done a moment ago. What is known stays until the new list is whole.
    void load(Kind kind);
    void refresh(Kind kind);
    /// In the order of their ids; pages of a first listing stream in.
    const AccessEntries &entries(Kind kind) const { return list(kind).entries; }
    const Part &part(Kind kind) const { return list(kind).part; }
    /// Null when it is not there, or not listed yet.
    const AccessEntry *find(Kind kind, const QString &id) const;

    /// What was changed or read by itself. A changed role changes what others expand to: those are listed again.
    void put(const AccessEntry &entry);
    void remove(Kind kind, const QString &id);
    void listAgain();

    /// The expanded scopes of the session's account; nothing while they are not known.
    void loadHeld();
    const std::optional<tc::scopes::ScopeSet> &held() const { return m_held; }
    const Part &heldPart() const { return m_heldPart; }

Q_SIGNALS:
    void entriesChanged(core::AccessEntry::Kind kind);
    void partChanged(core::AccessEntry::Kind kind);
    void heldChanged();

private:
    struct List {
        AccessEntries entries;
        AccessEntries coming; ///< of a listing that replaces another
        Part part;
        Request request;
        qint64 listed = 0; ///< when, ms since the epoch
    };

    explicit AccessDirectory(Session *session);

    List &list(Kind kind) { return kind == Kind::Client ? m_clients : m_roles; }
    const List &list(Kind kind) const { return kind == Kind::Client ? m_clients : m_roles; }
    template <typename Page, typename Rows>
    void follow(Kind kind, tc::PagedReply<Page> *pages, Rows rows);
    void add(Kind kind, AccessEntries page);
    void finish(Kind kind);
    void setPart(Kind kind, Part part);
    std::shared_ptr<const AccessEntry> shared(AccessEntry entry);

    Session *m_session;
    StringPool m_pool; ///< the same few thousand scopes stand in the expansion of every client
    List m_clients;
    List m_roles;
    std::optional<tc::scopes::ScopeSet> m_held;
    Part m_heldPart;
    Request m_heldRequest;
};

} // namespace core
