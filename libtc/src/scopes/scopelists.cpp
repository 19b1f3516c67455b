// SPDX-License-Identifier: MPL-2.0
#include <tc/scopes.h>

#include <algorithm>

namespace tc::scopes {

namespace {

bool isPattern(QStringView scope)
{
    return scope.endsWith(u'*');
}

/// What a pattern's scopes begin with; of any other scope the scope.
QStringView stem(QStringView scope)
{
    return isPattern(scope) ? scope.chopped(1) : scope;
}

/// As startsWith(), for which a null text does not begin with an empty one.
bool begins(QStringView text, QStringView start)
{
    return text.size() >= start.size() && text.first(start.size()) == start;
}

bool isBefore(QStringView a, QStringView b)
{
    return compare(a, b) < 0;
}

bool givesAll(const QStringList &assumed, const QStringList &required)
{
    return std::all_of(required.cbegin(), required.cend(), [&assumed](const QString &scope) {
        return std::any_of(
            assumed.cbegin(), assumed.cend(), [&scope](const QString &held) { return covers(held, scope); });
    });
}

} // namespace

bool isValid(QStringView scope)
{
    return std::all_of(scope.cbegin(), scope.cend(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

bool covers(QStringView held, QStringView required)
{
    return held == required || (isPattern(held) && begins(required, stem(held)));
}

int compare(QStringView a, QStringView b)
{
    const int byStem = stem(a).compare(stem(b));
    return byStem != 0 ? byStem : int(isPattern(b)) - int(isPattern(a));
}

QStringList normalised(QStringList scopes)
{
    // A pattern stands before all that it covers with nothing else between, so the last one kept is the only one to
    // ask.
    std::sort(scopes.begin(), scopes.end(), isBefore);
    QStringList kept;
    kept.reserve(scopes.size());
    for (QString &scope : scopes) {
        if (kept.isEmpty() || !covers(kept.constLast(), scope))
            kept.append(std::move(scope));
    }
    return kept;
}

QStringList united(const QStringList &a, const QStringList &b)
{
    return normalised(a + b);
}

QStringList intersected(const QStringList &a, const QStringList &b)
{
    return ScopeSet(a).intersected(ScopeSet(b)).scopes();
}

bool scopeMatch(const QStringList &assumed, const QList<QStringList> &requiredScopeSets)
{
    return std::any_of(requiredScopeSets.cbegin(), requiredScopeSets.cend(),
        [&assumed](const QStringList &required) { return givesAll(assumed, required); });
}

ScopeSet::ScopeSet(const QStringList &scopes) : m_scopes(normalised(scopes)) { }

qsizetype ScopeSet::candidate(QStringView text) const
{
    // Between a pattern and what begins like it stands only what it covers, and of that a normalised list has nothing.
    // So whatever covers the text is the last one whose stem is not behind it.
    const auto behind = std::upper_bound(m_scopes.cbegin(), m_scopes.cend(), text,
        [](QStringView wanted, const QString &scope) { return wanted < stem(scope); });
    return behind - m_scopes.cbegin() - 1;
}

bool ScopeSet::has(QStringView scope) const
{
    const qsizetype index = candidate(scope);
    return index >= 0 && covers(m_scopes[index], scope);
}

bool ScopeSet::hasAll(QStringView prefix) const
{
    const qsizetype index = candidate(prefix);
    return index >= 0 && isPattern(m_scopes[index]) && begins(prefix, stem(m_scopes[index]));
}

bool ScopeSet::hasAny(QStringView prefix) const
{
    if (hasAll(prefix))
        return true;
    const auto first = std::lower_bound(m_scopes.cbegin(), m_scopes.cend(), prefix,
        [](const QString &scope, QStringView wanted) { return stem(scope) < wanted; });
    return first != m_scopes.cend() && begins(stem(*first), prefix);
}

bool ScopeSet::matches(const QList<QStringList> &requiredScopeSets) const
{
    return std::any_of(requiredScopeSets.cbegin(), requiredScopeSets.cend(), [this](const QStringList &required) {
        return std::all_of(required.cbegin(), required.cend(), [this](const QString &scope) { return has(scope); });
    });
}

ScopeSet ScopeSet::intersected(const ScopeSet &other) const
{
    QStringList common;
    const auto takeFrom = [&common](const ScopeSet &from, const ScopeSet &by) {
        std::copy_if(from.m_scopes.cbegin(), from.m_scopes.cend(), std::back_inserter(common), [&by](const QString &s) {
            // Holding "a**" gives the scope "a*", by the letter, but not all that the pattern gives.
            return isPattern(s) ? by.hasAll(stem(s)) : by.has(s);
        });
    };
    takeFrom(*this, other);
    takeFrom(other, *this);
    return ScopeSet(common);
}

ScopeSet ScopeSet::united(const ScopeSet &other) const
{
    return ScopeSet(m_scopes + other.m_scopes);
}

} // namespace tc::scopes
