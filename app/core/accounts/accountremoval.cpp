// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/accountremoval.h"

#include "core/accounts/accountregistry.h"
#include "core/accounts/session.h"

#include <tc/auth.h>

namespace core {

AccountRemoval::AccountRemoval(AccountRegistry *registry, Session *session, QString id, QObject *parent)
    : QObject(parent), m_registry(registry), m_session(session), m_id(std::move(id))
{
}

void AccountRemoval::start(bool deleteClient)
{
    const Account *account = m_registry->find(m_id);
    if (isBusy() || m_state == State::Removed || !account)
        return;
    if (!deleteClient || m_clientDeleted || !m_session)
        return removeEntry();
    setState(State::DeletingClient);
    auto *reply = m_session->auth()->deleteClient(account->clientId);
    reply->onSuccess(this, [this] {
        m_clientDeleted = true;
        removeEntry();
    });
    reply->onFailure(this, [this](const tc::Error &error) {
        if (error.kind == tc::ErrorKind::NotFound)
            return removeEntry(); // somebody deleted it before
        m_clientError = error;
        setState(State::ClientStays);
    });
}

void AccountRemoval::removeEntry()
{
    setState(State::RemovingEntry);
    m_registry->remove(m_id, [removal = QPointer(this)](const SecretOutcome &outcome) {
        if (!removal)
            return;
        removal->m_outcome = outcome;
        removal->setState(outcome ? State::Removed : State::EntryStays);
    });
}

void AccountRemoval::forget()
{
    if (isBusy())
        return;
    m_registry->forget(m_id);
    setState(State::Removed);
}

void AccountRemoval::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace core
