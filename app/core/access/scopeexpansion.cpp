// SPDX-License-Identifier: MPL-2.0
#include "core/access/scopeexpansion.h"

#include "core/accounts/session.h"

#include <tc/auth.h>
#include <tc/scopes.h>

namespace core {

ScopeExpansion::ScopeExpansion(Session *session, QObject *parent) : QObject(parent), m_session(session) { }

void ScopeExpansion::expand(const QStringList &scopes)
{
    m_asked = scopes;
    m_request.renew();
    m_part = { Part::State::Loading, {} };
    auto *reply = m_session->auth()->expandScopes({ .scopes = scopes });
    m_request.tie(reply);
    reply->onSuccess(m_request.context(), [this](const tc::auth::Scopeset &answer) {
        m_scopes = tc::scopes::normalised(answer.scopes);
        m_part = { Part::State::Ready, {} };
        Q_EMIT changed();
    });
    reply->onFailure(m_request.context(), [this](const tc::Error &error) {
        m_part = { Part::State::Failed, error };
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

} // namespace core
