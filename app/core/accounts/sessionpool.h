// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/session.h"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace core {

class AccountRegistry;
struct Location;

/// The open sessions: one for each account in use, so that every tab has its own whoever else is at the same
/// deployment. Sessions stay until the pool goes, also those of accounts that were removed: pages hold on to them, and
/// their calls then say what happened.
class SessionPool : public QObject
{
    Q_OBJECT

public:
    /// What is changed about every session before it opens, for example who answers questions.
    using Prepare = std::function<void(SessionOptions *options)>;

    /// \a registry must outlive this.
    explicit SessionPool(AccountRegistry *registry, QObject *parent = nullptr);
    ~SessionPool() override;

    void setPrepare(Prepare prepare) { m_prepare = std::move(prepare); }

    /// The session of an account, opened if it is not; null when there is no such account.
    Session *session(const QString &accountId);
    /// The one for a place: of the account that the place names, if that belongs to the deployment, otherwise of the
    /// deployment's default one. Null when the deployment has no account, or the place names no deployment.
    Session *session(const Location &location);
    /// Those that are open, in the order in which they were opened.
    std::vector<Session *> sessions() const { return m_order; }

Q_SIGNALS:
    void opened(core::Session *session);

private:
    AccountRegistry *m_registry;
    Prepare m_prepare;
    std::map<QString, std::unique_ptr<Session>> m_sessions; // by account
    std::vector<Session *> m_order;
};

} // namespace core
