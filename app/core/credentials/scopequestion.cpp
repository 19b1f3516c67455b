// SPDX-License-Identifier: MPL-2.0
#include "core/credentials/scopequestion.h"

#include "core/accounts/session.h"
#include "core/credentials/operation.h"

#include <tc/auth.h>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

// Everybody has the scopes of this role, whatever stands in their client.
const QString everybody = u"assume:anonymous"_s;
constexpr auto assume = "assume:"_L1;
constexpr int mostNamedRoles = 30;

QString covering(const QStringList &scopes, const QString &scope)
{
    const auto found = std::find_if(
        scopes.begin(), scopes.end(), [&scope](const QString &held) { return tc::scopes::covers(held, scope); });
    return found == scopes.end() ? QString() : *found;
}

} // namespace

ScopeQuestion::ScopeQuestion(Session *session, QObject *parent) : QObject(parent), m_session(session) { }

ScopeQuestion::~ScopeQuestion() = default;

void ScopeQuestion::setScopes(const QStringList &listed, const QStringList &expanded)
{
    m_listed = listed;
    m_expanded = tc::scopes::ScopeSet(expanded);
    update();
}

void ScopeQuestion::ask(const tc::scopes::Expression &required, const tc::scopes::Parameters &parameters)
{
    m_required = required;
    m_parameters = parameters;
    m_isAsked = true;
    update();
}

void ScopeQuestion::clear()
{
    m_isAsked = false;
    update();
}

void ScopeQuestion::update()
{
    m_answer = {};
    if (m_isAsked) {
        m_answer.verdict = m_expanded.judge(m_required, m_parameters);
        m_answer.missing = m_expanded.missingScopes(m_required, m_parameters);
        const QStringList used = usedScopes(m_required, m_parameters, m_expanded);
        for (const QString &scope : used) {
            GivenScope given { scope, covering(m_expanded.scopes(), scope), m_ways.wayTo(scope, m_listed) };
            if (given.way.isEmpty())
                given.way = m_ways.wayTo(scope, { everybody });
            const bool needsRoles = given.way.isEmpty();
            m_answer.given.append(std::move(given));
            if (needsRoles && m_rolesPart.state == Part::State::Idle)
                loadRoles();
        }
    }
    Q_EMIT changed();
}

void ScopeQuestion::retryRoles()
{
    loadRoles();
    Q_EMIT changed();
}

void ScopeQuestion::loadRoles()
{
    m_rolesPart = { Part::State::Loading, {} };
    m_roles.clear();
    m_request.renew();
    auto *pages = m_session->auth()->listRoles2Pages();
    m_request.tie(pages);
    pages->onPage(m_request.context(), [this](const tc::auth::ListRoles2Response &page) {
        for (const auto &role : page.roles)
            m_roles.append({ role.roleId, role.scopes });
    });
    pages->onFinished(m_request.context(), [this] {
        m_rolesPart = { Part::State::Ready, {} };
        m_ways = ScopeWays(m_roles);
        update();
    });
    pages->onFailure(m_request.context(), [this](const tc::Error &error) {
        m_rolesPart = { Part::State::Failed, error };
        if (error.kind == tc::ErrorKind::Scope)
            loadNamedRoles();
        update();
    });
}

// Whoever may not list the roles may often look at single ones. What they give in the end is known then, if not by
// which further roles.
void ScopeQuestion::loadNamedRoles()
{
    int count = 0;
    for (const QString &scope : std::as_const(m_listed)) {
        if (!scope.startsWith(assume) || scope.endsWith(u'*') || ++count > mostNamedRoles)
            continue;
        auto *reply = m_session->auth()->role(scope.sliced(assume.size()));
        m_request.tie(reply);
        reply->onSuccess(m_request.context(), [this](const tc::auth::GetRoleResponse &role) {
            m_roles.append({ role.roleId, role.scopes + role.expandedScopes });
            m_ways = ScopeWays(m_roles);
            update();
        });
    }
}

} // namespace core
