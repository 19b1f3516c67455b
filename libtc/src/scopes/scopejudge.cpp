// SPDX-License-Identifier: MPL-2.0
#include <tc/scopes.h>

#include <algorithm>
#include <utility>

namespace tc::scopes {

using Kind = Expression::Kind;

/// Goes through an expression with what its names stand for.
class Judge
{
public:
    Judge(const ScopeSet &set, Parameters parameters) : m_set(set), m_parameters(std::move(parameters)) { }

    /// \a around is the list that the expression is a part of, AllOf or AnyOf: what says nothing must not decide it.
    Verdict judge(const Expression &expression, Kind around);

    /// Appends what is missing of an expression whose verdict is not Yes.
    void collect(const Expression &expression, Kind around, std::vector<Expression> &missing);

private:
    /// A template with what is known filled in.
    struct Filled {
        QString scope;
        qsizetype known = -1; ///< length up to the first unknown name; -1 when there is none
    };
    Filled fill(const QString &text) const;

    Verdict judgeScope(const Expression &expression) const;
    Verdict judgeParts(const Expression &expression);
    Verdict judgeList(const Expression &expression, Kind around);
    Verdict judgeCondition(const Expression &expression, Kind around);
    /// The part of an IfThen whose condition is known; null when there is no such part.
    const Expression *chosen(const Expression &expression) const;
    void collectParts(const Expression &expression, std::vector<Expression> &missing);
    void collectCondition(const Expression &expression, Kind around, std::vector<Expression> &missing);

    /// Calls \a visit with the variable of \a loop set to each value of its list, or to nothing if that is unknown.
    /// False when there was no value at all.
    template <typename Visit>
    bool forEach(const Expression &loop, Visit visit);

    const ScopeSet &m_set;
    Parameters m_parameters;
};

namespace {

Verdict decided(bool yes)
{
    return yes ? Verdict::Yes : Verdict::No;
}

/// What a part that is not there counts for.
Verdict nothing(Kind around)
{
    return decided(around == Kind::AllOf);
}

Verdict combine(Verdict a, Verdict b, Kind around)
{
    return around == Kind::AllOf ? std::min(a, b) : std::max(a, b);
}

/// One expression for several: a list of a single part says no more than the part.
Expression bundle(Kind kind, std::vector<Expression> parts)
{
    if (parts.size() == 1)
        return std::move(parts.front());
    Expression expression;
    expression.kind = kind;
    expression.parts = std::move(parts);
    return expression;
}

} // namespace

Judge::Filled Judge::fill(const QString &text) const
{
    Filled filled;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype open = text.indexOf(u'<', at);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'>', open);
        if (close < 0)
            break;
        filled.scope += QStringView(text).sliced(at, open - at);
        at = close + 1;
        const auto value = m_parameters.values.constFind(text.sliced(open + 1, close - open - 1));
        if (value != m_parameters.values.cend()) {
            filled.scope += *value;
            continue;
        }
        if (filled.known < 0)
            filled.known = filled.scope.size();
        filled.scope += QStringView(text).sliced(open, at - open);
    }
    filled.scope += QStringView(text).sliced(at);
    return filled;
}

template <typename Visit>
bool Judge::forEach(const Expression &loop, Visit visit)
{
    const auto list = m_parameters.lists.constFind(loop.list);
    const bool isKnown = list != m_parameters.lists.cend();
    const QStringList values = isKnown ? *list : QStringList { QString() };
    const auto before = m_parameters.values;
    for (const QString &value : values) {
        if (isKnown)
            m_parameters.values.insert(loop.name, value);
        else
            m_parameters.values.remove(loop.name);
        for (const auto &part : loop.parts)
            visit(part);
    }
    m_parameters.values = before;
    return isKnown;
}

Verdict Judge::judge(const Expression &expression, Kind around)
{
    switch (expression.kind) {
    case Kind::Scope:
    case Kind::Template:
        return judgeScope(expression);
    case Kind::AllOf:
    case Kind::AnyOf:
        return judgeParts(expression);
    case Kind::ForEach:
        return judgeList(expression, around);
    case Kind::IfThen:
        return judgeCondition(expression, around);
    }
    return Verdict::No;
}

Verdict Judge::judgeScope(const Expression &expression) const
{
    if (expression.kind == Kind::Scope)
        return decided(m_set.has(expression.scope));
    const Filled filled = fill(expression.scope);
    if (filled.known < 0)
        return decided(m_set.has(filled.scope));
    const auto prefix = QStringView(filled.scope).first(filled.known);
    if (m_set.hasAll(prefix))
        return Verdict::Yes;
    return m_set.hasAny(prefix) ? Verdict::Unknown : Verdict::No;
}

Verdict Judge::judgeParts(const Expression &expression)
{
    Verdict verdict = nothing(expression.kind);
    const Verdict final = decided(expression.kind == Kind::AnyOf);
    for (const auto &part : expression.parts) {
        verdict = combine(verdict, judge(part, expression.kind), expression.kind);
        if (verdict == final)
            break;
    }
    return verdict;
}

Verdict Judge::judgeList(const Expression &expression, Kind around)
{
    Verdict verdict = nothing(around);
    const bool isKnown
        = forEach(expression, [&](const Expression &part) { verdict = combine(verdict, judge(part, around), around); });
    // The list may be empty, and then it asks for nothing.
    if (!isKnown && around == Kind::AllOf)
        return std::max(verdict, Verdict::Unknown);
    return verdict;
}

const Expression *Judge::chosen(const Expression &expression) const
{
    const std::size_t index = m_parameters.conditions.value(expression.name) ? 0 : 1;
    return index < expression.parts.size() ? &expression.parts[index] : nullptr;
}

Verdict Judge::judgeCondition(const Expression &expression, Kind around)
{
    if (m_parameters.conditions.contains(expression.name)) {
        const Expression *part = chosen(expression);
        return part ? judge(*part, around) : nothing(around);
    }
    const Verdict yes = expression.parts.empty() ? nothing(around) : judge(expression.parts[0], around);
    const Verdict no = expression.parts.size() < 2 ? nothing(around) : judge(expression.parts[1], around);
    return yes == no ? yes : Verdict::Unknown;
}

void Judge::collect(const Expression &expression, Kind around, std::vector<Expression> &missing)
{
    if (judge(expression, around) == Verdict::Yes)
        return;
    switch (expression.kind) {
    case Kind::Scope:
        missing.push_back(expression);
        break;
    case Kind::Template:
        missing.push_back(Expression::ofScope(fill(expression.scope).scope));
        break;
    case Kind::AllOf:
    case Kind::AnyOf:
        collectParts(expression, missing);
        break;
    case Kind::ForEach:
        forEach(expression, [&](const Expression &part) { collect(part, around, missing); });
        break;
    case Kind::IfThen:
        collectCondition(expression, around, missing);
        break;
    }
}

void Judge::collectParts(const Expression &expression, std::vector<Expression> &missing)
{
    std::vector<Expression> parts;
    for (const auto &part : expression.parts)
        collect(part, expression.kind, parts);
    missing.push_back(bundle(expression.kind, std::move(parts)));
}

void Judge::collectCondition(const Expression &expression, Kind around, std::vector<Expression> &missing)
{
    if (m_parameters.conditions.contains(expression.name)) {
        if (const Expression *part = chosen(expression))
            collect(*part, around, missing);
        return;
    }
    // Which of them is asked for is unknown; a part that is there already is not missing in any case.
    std::vector<Expression> branches;
    for (const auto &part : expression.parts)
        collect(part, Kind::AnyOf, branches);
    std::vector<Expression> parts;
    for (const auto &branch : branches) {
        const std::vector<Expression> single { branch };
        for (const auto &part : branch.kind == Kind::AnyOf ? branch.parts : single) {
            if (std::find(parts.cbegin(), parts.cend(), part) == parts.cend())
                parts.push_back(part);
        }
    }
    if (!parts.empty())
        missing.push_back(bundle(Kind::AnyOf, std::move(parts)));
}

Verdict ScopeSet::judge(const Expression &required, const Parameters &parameters) const
{
    return Judge(*this, parameters).judge(required, Kind::AllOf);
}

std::optional<Expression> ScopeSet::missing(const Expression &required, const Parameters &parameters) const
{
    Judge judge(*this, parameters);
    if (judge.judge(required, Kind::AllOf) == Verdict::Yes)
        return {};
    std::vector<Expression> parts;
    judge.collect(required, Kind::AllOf, parts);
    return bundle(Kind::AllOf, std::move(parts));
}

QStringList ScopeSet::missingScopes(const Expression &required, const Parameters &parameters) const
{
    const auto lacking = missing(required, parameters);
    if (!lacking)
        return {};
    if (lacking->kind != Kind::AllOf)
        return { lacking->toString() };
    QStringList texts;
    for (const auto &part : lacking->parts)
        texts.append(part.toString());
    return texts;
}

} // namespace tc::scopes
