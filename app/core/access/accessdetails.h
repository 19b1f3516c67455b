// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/access/accessdraft.h"
#include "core/util/part.h"
#include "core/util/request.h"

#include <QObject>

#include <optional>

namespace tc {
template <typename T>
class Reply;
}

namespace core {

class AccessDirectory;
class Session;

/// One client or role: read, and changed. Changes go on when something else is shown meanwhile; their signals name
/// what they are about.
class AccessDetails : public QObject
{
    Q_OBJECT

public:
    enum class Change { None, Create, Save, Enable, Disable, ResetToken, Delete };
    Q_ENUM(Change)

    AccessDetails(Session *session, AccessEntry::Kind kind, QObject *parent = nullptr);

    /// What the directory knows is there at once; the rest is read. An empty \a id shows nothing.
    void show(const QString &id);
    void reload();
    const QString &id() const { return m_id; }
    /// Null while it is not known.
    const AccessEntry *entry() const { return m_entry ? &*m_entry : nullptr; }
    const Part &part() const { return m_part; }

    /// Makes it or changes what is there, as the draft says. The service has no conditional write: what is there is
    /// read again first, and when it is not what the draft began with, \a before, nothing is written and overtaken()
    /// tells. A change in the moment between the two is lost. Null writes without a look.
    void save(const AccessDraft &draft, const AccessEntry *before = nullptr);
    void setDisabled(const QString &clientId, bool disabled);
    void resetToken(const QString &clientId);
    void remove(const QString &id);
    /// The change under way; one at a time, others are refused until it has ended.
    Change running() const { return m_running; }

    /// The scope that a change of \a id needs, besides those that it hands out.
    static QString scopeFor(AccessEntry::Kind kind, Change change, const QString &id);

Q_SIGNALS:
    /// The entry, its part or running().
    void changed();
    void done(core::AccessDetails::Change change, const QString &id);
    void failed(core::AccessDetails::Change change, const QString &id, const tc::Error &error);
    /// Nothing was saved: somebody else has changed it, and this is what is there now.
    void overtaken(const core::AccessEntry &now);
    /// A client's new access token, which is told this once. Comes before done().
    void tokenIssued(const QString &clientId, const QString &accessToken);

private:
    bool begin(Change change);
    void take(const AccessEntry &entry);
    void end(Change change, const QString &id);
    template <typename T, typename Then>
    void follow(tc::Reply<T> *reply, const QString &id, Then then);
    void setPart(Part part);
    void writeUnlessChanged(const AccessDraft &draft, const AccessDraft &before);
    void write(const AccessDraft &draft);
    void saveClient(const AccessDraft &draft);
    void saveRole(const AccessDraft &draft);

    Session *m_session;
    AccessDirectory *m_directory;
    AccessEntry::Kind m_kind;
    QString m_id;
    std::optional<AccessEntry> m_entry;
    Part m_part;
    Request m_request;
    Change m_running = Change::None;
};

} // namespace core
