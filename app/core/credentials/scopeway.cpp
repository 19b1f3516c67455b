// SPDX-License-Identifier: MPL-2.0
#include "core/credentials/scopeway.h"

#include <tc/scopes.h>

#include <QSet>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr auto assume = "assume:"_L1;

// Whether holding it may assume a role: "assume:x", and patterns that reach there, down to "*".
bool mayAssume(const QString &scope)
{
    return scope.startsWith(assume) || (scope.endsWith(u'*') && assume.startsWith(QStringView(scope).chopped(1)));
}

// The services refuse roles that give ever more of themselves; a deployment that does not must not keep us busy for
// ever.
constexpr int mostSteps = 10;
constexpr qsizetype mostScopes = 100'000;
constexpr qsizetype longestScope = 4096;

// Something that is had, and what gave it.
struct Found {
    QString scope;
    QString roleId;
    qsizetype before = -1;
    int depth = 0;
};

QList<ScopeStep> stepsTo(const QList<Found> &found, qsizetype last)
{
    QList<ScopeStep> steps;
    for (qsizetype at = last; at >= 0; at = found.at(at).before)
        steps.prepend({ found.at(at).roleId, found.at(at).scope });
    return steps;
}

} // namespace

ScopeWays::ScopeWays(const QList<GivingRole> &roles) : m_roles(roles)
{
    for (qsizetype i = 0; i < m_roles.size(); ++i) {
        const QString &id = m_roles.at(i).roleId;
        if (id.endsWith(u'*'))
            m_patterns += i;
        else
            m_byId.insert(id, i);
    }
}

QStringList ScopeWays::given(const GivingRole &role, const QString &scope)
{
    const QString roleScope = assume + role.roleId;
    QStringList scopes = role.scopes;
    if (tc::scopes::covers(scope, roleScope)) {
        // Whoever may assume all roles of a pattern gets the parameter in every value.
        for (QString &each : scopes) {
            if (const qsizetype at = each.indexOf("<..>"_L1); at >= 0)
                each = each.first(at) + u'*';
        }
        return scopes;
    }
    if (!role.roleId.endsWith(u'*') || !tc::scopes::covers(roleScope, scope))
        return {};
    const QString rest = scope.sliced(roleScope.size() - 1);
    for (QString &each : scopes) {
        const qsizetype at = each.indexOf("<..>"_L1);
        if (at < 0)
            continue;
        const QString behind = rest.endsWith(u'*') ? QString() : each.sliced(at + 4);
        each = each.first(at) + rest + behind;
    }
    return scopes;
}

QList<const GivingRole *> ScopeWays::assumedBy(const QString &scope) const
{
    QList<const GivingRole *> result;
    if (scope.endsWith(u'*')) {
        for (const GivingRole &role : m_roles)
            result += &role;
        return result;
    }
    const auto exact = m_byId.constFind(scope.sliced(assume.size()));
    if (exact != m_byId.cend())
        result += &m_roles.at(*exact);
    for (const qsizetype index : m_patterns)
        result += &m_roles.at(index);
    return result;
}

// Breadth first, so that what is held directly goes before what a role gives, and that before a role of a role.
QList<ScopeStep> ScopeWays::wayTo(const QString &scope, const QStringList &held) const
{
    QList<Found> found;
    QSet<QString> seen;
    for (const QString &each : held) {
        if (!seen.contains(each)) {
            seen.insert(each);
            found.append({ each, {}, -1, 0 });
        }
    }
    for (qsizetype at = 0; at < found.size(); ++at) {
        const QString current = found.at(at).scope;
        if (tc::scopes::covers(current, scope))
            return stepsTo(found, at);
        const int depth = found.at(at).depth + 1;
        if (!mayAssume(current) || depth > mostSteps)
            continue;
        for (const GivingRole *role : assumedBy(current)) {
            const QStringList scopes = given(*role, current);
            for (const QString &each : scopes) {
                if (seen.contains(each) || each.size() > longestScope || found.size() >= mostScopes)
                    continue;
                seen.insert(each);
                found.append({ each, role->roleId, at, depth });
            }
        }
    }
    return {};
}

} // namespace core
