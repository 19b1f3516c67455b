// SPDX-License-Identifier: MPL-2.0
#include "core/credentials/clientactions.h"

#include "core/accounts/accountregistry.h"
#include "core/accounts/session.h"

#include <tc/auth.h>

namespace core {

using namespace Qt::StringLiterals;

ClientActions::ClientActions(Session *session, AccountRegistry *registry, QString accountId, QObject *parent)
    : QObject(parent), m_session(session), m_registry(registry), m_accountId(std::move(accountId))
{
}

QString ClientActions::scopeFor(Act act, const QString &clientId)
{
    switch (act) {
    case Act::Disable:
        return u"auth:disable-client:"_s + clientId;
    case Act::Delete:
        return u"auth:delete-client:"_s + clientId;
    case Act::Rotate:
        break;
    }
    return u"auth:reset-access-token:"_s + clientId;
}

bool ClientActions::isUncertain(Act act, const tc::Error &error)
{
    // The old token still works, or it does not: only a reply would tell.
    return act == Act::Rotate
        && (error.kind == tc::ErrorKind::Network || error.kind == tc::ErrorKind::Timeout
            || error.kind == tc::ErrorKind::Server || error.kind == tc::ErrorKind::Protocol
            || error.kind == tc::ErrorKind::Cancelled);
}

void ClientActions::start(Act act, const QString &clientId)
{
    if (m_isBusy || clientId.isEmpty())
        return;
    m_isBusy = true;
    switch (act) {
    case Act::Disable:
        return follow(m_session->auth()->disableClient(clientId), act, clientId);
    case Act::Delete:
        return follow(m_session->auth()->deleteClient(clientId), act, clientId);
    case Act::Rotate:
        return rotate(clientId);
    }
}

template <typename Reply>
void ClientActions::follow(Reply *reply, Act act, const QString &clientId)
{
    QObject::connect(reply, &tc::ReplyBase::finished, this, [this, reply, act, clientId] {
        m_isBusy = false;
        if (reply->error())
            Q_EMIT failed(act, clientId, reply->error());
        else
            Q_EMIT done(act, clientId);
    });
}

void ClientActions::rotate(const QString &clientId)
{
    auto *reply = m_session->auth()->resetAccessToken(clientId);
    // The registry is its context: the new token must reach the account also when the page has gone by then.
    reply->onSuccess(
        m_registry, [registry = m_registry, id = m_accountId](const tc::auth::CreateClientResponse &client) {
            const Account *account = registry->find(id);
            if (account && !account->isTemporary())
                registry->setCredentials(id, { client.clientId, client.accessToken, {} });
        });
    follow(reply, Act::Rotate, clientId);
}

} // namespace core
