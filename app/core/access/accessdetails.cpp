// SPDX-License-Identifier: MPL-2.0
#include "core/access/accessdetails.h"

#include "core/access/accessdirectory.h"
#include "core/accounts/session.h"

#include <tc/auth.h>

using namespace Qt::StringLiterals;

namespace core {

AccessDetails::AccessDetails(Session *session, AccessEntry::Kind kind, QObject *parent)
    : QObject(parent), m_session(session), m_directory(AccessDirectory::of(session)), m_kind(kind)
{
}

void AccessDetails::show(const QString &id)
{
    m_id = id;
    m_entry.reset();
    m_request.cancel();
    if (const AccessEntry *known = m_directory->find(m_kind, id))
        m_entry = *known;
    if (id.isEmpty())
        setPart({});
    else
        reload();
}

void AccessDetails::reload()
{
    if (m_id.isEmpty())
        return;
    m_request.renew();
    setPart({ Part::State::Loading, {} });
    const auto read = [this](auto *reply) {
        m_request.tie(reply);
        reply->onSuccess(m_request.context(), [this](const auto &answer) {
            m_part = { Part::State::Ready, {} };
            take(AccessEntry::of(answer));
        });
        reply->onFailure(m_request.context(), [this](const tc::Error &error) {
            setPart({ Part::State::Failed, error });
        });
    };
    if (m_kind == AccessEntry::Kind::Client)
        read(m_session->auth()->client(m_id));
    else
        read(m_session->auth()->role(m_id));
}

void AccessDetails::take(const AccessEntry &entry)
{
    if (entry.id == m_id) {
        m_entry = entry;
        Q_EMIT changed();
    }
    m_directory->put(entry);
}

void AccessDetails::setPart(Part part)
{
    m_part = std::move(part);
    Q_EMIT changed();
}

bool AccessDetails::begin(Change change)
{
    if (m_running != Change::None)
        return false;
    m_running = change;
    Q_EMIT changed();
    return true;
}

void AccessDetails::end(Change change, const QString &id)
{
    m_running = Change::None;
    Q_EMIT changed();
    Q_EMIT done(change, id);
}

template <typename T, typename Then>
void AccessDetails::follow(tc::Reply<T> *reply, const QString &id, Then then)
{
    const Change change = m_running;
    reply->onSuccess(this, then);
    reply->onFailure(this, [this, change, id](const tc::Error &error) {
        m_running = Change::None;
        Q_EMIT changed();
        Q_EMIT failed(change, id, error);
    });
}

void AccessDetails::save(const AccessDraft &draft, const AccessEntry *before)
{
    if (!begin(draft.isNew ? Change::Create : Change::Save))
        return;
    if (before)
        writeUnlessChanged(draft, AccessDraft::of(*before));
    else
        write(draft);
}

void AccessDetails::writeUnlessChanged(const AccessDraft &draft, const AccessDraft &before)
{
    const auto look = [this, draft, before](const auto &answer) {
        const AccessEntry now = AccessEntry::of(answer);
        if (before.isSame(now)) {
            write(draft);
            return;
        }
        m_running = Change::None;
        take(now);
        Q_EMIT changed();
        Q_EMIT overtaken(now);
    };
    if (m_kind == AccessEntry::Kind::Client)
        follow(m_session->auth()->client(draft.id), draft.id, look);
    else
        follow(m_session->auth()->role(draft.id), draft.id, look);
}

void AccessDetails::write(const AccessDraft &draft)
{
    if (m_kind == AccessEntry::Kind::Client)
        saveClient(draft);
    else
        saveRole(draft);
}

void AccessDetails::saveClient(const AccessDraft &draft)
{
    tc::auth::CreateClientRequest request;
    request.description = draft.description;
    request.expires = draft.expires;
    request.deleteOnExpiration = draft.deleteOnExpiration;
    request.scopes = draft.scopes;
    if (!draft.isNew) {
        follow(m_session->auth()->updateClient(draft.id, request), draft.id,
            [this](const tc::auth::GetClientResponse &client) {
                take(AccessEntry::of(client));
                end(Change::Save, client.clientId);
            });
        return;
    }
    follow(m_session->auth()->createClient(draft.id, request), draft.id,
        [this](const tc::auth::CreateClientResponse &client) {
            take(AccessEntry::of(client));
            Q_EMIT tokenIssued(client.clientId, client.accessToken);
            end(Change::Create, client.clientId);
        });
}

void AccessDetails::saveRole(const AccessDraft &draft)
{
    tc::auth::CreateRoleRequest request;
    request.description = draft.description;
    request.scopes = draft.scopes;
    auto *reply = draft.isNew ? m_session->auth()->createRole(draft.id, request)
                              : m_session->auth()->updateRole(draft.id, request);
    follow(reply, draft.id, [this, change = m_running](const tc::auth::GetRoleResponse &role) {
        take(AccessEntry::of(role));
        m_directory->listAgain();
        end(change, role.roleId);
    });
}

void AccessDetails::setDisabled(const QString &clientId, bool disabled)
{
    if (!begin(disabled ? Change::Disable : Change::Enable))
        return;
    tc::Auth *auth = m_session->auth();
    follow(disabled ? auth->disableClient(clientId) : auth->enableClient(clientId), clientId,
        [this, change = m_running](const tc::auth::GetClientResponse &client) {
            take(AccessEntry::of(client));
            end(change, client.clientId);
        });
}

void AccessDetails::resetToken(const QString &clientId)
{
    if (!begin(Change::ResetToken))
        return;
    follow(
        m_session->auth()->resetAccessToken(clientId), clientId, [this](const tc::auth::CreateClientResponse &client) {
            take(AccessEntry::of(client));
            Q_EMIT tokenIssued(client.clientId, client.accessToken);
            end(Change::ResetToken, client.clientId);
        });
}

void AccessDetails::remove(const QString &id)
{
    if (!begin(Change::Delete))
        return;
    tc::Auth *auth = m_session->auth();
    follow(m_kind == AccessEntry::Kind::Client ? auth->deleteClient(id) : auth->deleteRole(id), id, [this, id] {
        if (id == m_id)
            show({});
        m_directory->remove(m_kind, id);
        if (m_kind == AccessEntry::Kind::Role)
            m_directory->listAgain();
        end(Change::Delete, id);
    });
}

QString AccessDetails::scopeFor(AccessEntry::Kind kind, Change change, const QString &id)
{
    const bool isClient = kind == AccessEntry::Kind::Client;
    const QString noun = isClient ? u"client:"_s : u"role:"_s;
    switch (change) {
    case Change::Create:
        return u"auth:create-"_s + noun + id;
    case Change::Save:
        return u"auth:update-"_s + noun + id;
    case Change::Enable:
        return u"auth:enable-client:"_s + id;
    case Change::Disable:
        return u"auth:disable-client:"_s + id;
    case Change::ResetToken:
        return u"auth:reset-access-token:"_s + id;
    case Change::Delete:
        return u"auth:delete-"_s + noun + id;
    case Change::None:
        break;
    }
    return {};
}

} // namespace core
