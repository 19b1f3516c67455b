// SPDX-License-Identifier: MPL-2.0
#include "core/access/scopedifference.h"

#include <tc/scopes.h>

#include <algorithm>

namespace core {

namespace {

using tc::scopes::ScopeSet;

// What of the list is not given by the set, in the smallest form.
QStringList beyond(const QStringList &scopes, const ScopeSet &set)
{
    QStringList result = tc::scopes::normalised(scopes);
    result.removeIf([&set](const QString &scope) { return set.has(scope); });
    return result;
}

QString giver(const QStringList &scopes, const QString &scope)
{
    const auto found = std::find_if(scopes.begin(), scopes.end(),
        [&scope](const QString &other) { return other != scope && tc::scopes::covers(other, scope); });
    return found == scopes.end() ? QString() : *found;
}

} // namespace

ScopeDifference ScopeDifference::between(const QStringList &before, const QStringList &after)
{
    const ScopeSet old(before);
    const ScopeSet now(after);
    ScopeDifference result;
    result.gained = beyond(after, old);
    result.lost = beyond(before, now);
    const auto addIdle = [&result](const QStringList &from, const QStringList &scopes, const QStringList &givers,
                             const QStringList &effective, bool isAdded) {
        for (const QString &scope : scopes) {
            if (!from.contains(scope) && !effective.contains(scope))
                result.idle.append({ scope, giver(givers, scope), isAdded });
        }
    };
    // What was put in is given by what was there, or by what was put in beside it.
    addIdle(before, after, now.scopes() + old.scopes(), result.gained, true);
    addIdle(after, before, now.scopes() + old.scopes(), result.lost, false);
    // What went with a scope that covered it is part of that loss.
    result.idle.removeIf([&result](const Idle &idle) { return !idle.isAdded && result.lost.contains(idle.by); });
    return result;
}

ScopeComparison ScopeComparison::of(const QStringList &left, const QStringList &right)
{
    return { beyond(left, ScopeSet(right)), tc::scopes::intersected(left, right), beyond(right, ScopeSet(left)) };
}

QStringList scopesOf(const QString &text)
{
    QStringList scopes;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (!line.trimmed().isEmpty())
            scopes += line;
    }
    scopes.removeDuplicates();
    return scopes;
}

} // namespace core
