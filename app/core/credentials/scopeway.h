// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QStringList>

namespace core {

/// A role as far as it gives scopes.
struct GivingRole {
    QString roleId {};
    QStringList scopes {}; ///< as they stand in the role, "<..>" among them
};

/// One step of the way by which somebody has a scope.
struct ScopeStep {
    QString roleId {}; ///< the role that gives the scope; empty for one that is held directly
    QString scope {}; ///< what is had by this step: the wanted scope, one that covers it, or that of the next role

    friend bool operator==(const ScopeStep &, const ScopeStep &) = default;
};

/// Who gives what: the roles of a deployment, prepared for many questions.
class ScopeWays
{
public:
    ScopeWays() = default;
    explicit ScopeWays(const QList<GivingRole> &roles);

    /// The shortest way from \a held scopes, not expanded, to \a scope; empty when there is none.
    QList<ScopeStep> wayTo(const QString &scope, const QStringList &held) const;

    /// What \a role gives to somebody who holds \a scope, "assume:..." or a pattern: nothing if that does not assume
    /// it.
    static QStringList given(const GivingRole &role, const QString &scope);

private:
    QList<const GivingRole *> assumedBy(const QString &scope) const;

    QList<GivingRole> m_roles;
    QHash<QString, qsizetype> m_byId; ///< those without "*"
    QList<qsizetype> m_patterns; ///< those that end with it
};

} // namespace core
