// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/sessionpool.h"

#include "core/accounts/accountregistry.h"
#include "core/navigation/location.h"

namespace core {

SessionPool::SessionPool(AccountRegistry *registry, QObject *parent) : QObject(parent), m_registry(registry) { }

SessionPool::~SessionPool() = default;

Session *SessionPool::session(const QString &accountId)
{
    const auto open = m_sessions.find(accountId);
    if (open != m_sessions.end())
        return open->second.get();
    const Account *account = m_registry->find(accountId);
    if (!account)
        return nullptr;
    SessionOptions options = SessionOptions::of(*account, m_registry->provider(accountId));
    if (m_prepare)
        m_prepare(&options);
    auto &slot = m_sessions[accountId];
    slot = std::make_unique<Session>(options);
    m_order.push_back(slot.get());
    Q_EMIT opened(slot.get());
    return slot.get();
}

Session *SessionPool::session(const Location &location)
{
    if (location.rootUrl.isEmpty())
        return nullptr;
    if (!location.account.isEmpty()) {
        Session *named = session(location.account);
        if (named && named->rootUrl() == location.rootUrl)
            return named;
    }
    const Account *account = m_registry->defaultAt(location.rootUrl);
    return account ? session(QString(account->id)) : nullptr;
}

} // namespace core
