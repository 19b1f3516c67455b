// SPDX-License-Identifier: MPL-2.0
#include "core/credentials/operation.h"

#include <tc/methods.h>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;
using tc::scopes::Expression;
using tc::scopes::Parameters;
using tc::scopes::ScopeSet;

namespace {

void addOnce(QStringList *list, const QString &name)
{
    if (!name.isEmpty() && !list->contains(name))
        list->append(name);
}

// The names between "<" and ">".
QStringList namesIn(const QString &scope)
{
    QStringList names;
    qsizetype at = 0;
    while ((at = scope.indexOf(u'<', at)) >= 0) {
        const qsizetype close = scope.indexOf(u'>', at);
        if (close < 0)
            break;
        names += scope.sliced(at + 1, close - at - 1);
        at = close + 1;
    }
    return names;
}

// \a bound are the variables of the loops around the expression, which nobody fills in by hand.
void collectNames(const Expression &expression, QStringList bound, Operation *operation)
{
    switch (expression.kind) {
    case Expression::Kind::Template: {
        const QStringList names = namesIn(expression.scope);
        for (const QString &name : names) {
            if (!bound.contains(name))
                addOnce(&operation->values, name);
        }
        break;
    }
    case Expression::Kind::ForEach:
        addOnce(&operation->lists, expression.list);
        bound += expression.name;
        break;
    case Expression::Kind::IfThen:
        addOnce(&operation->conditions, expression.name);
        break;
    case Expression::Kind::Scope:
    case Expression::Kind::AllOf:
    case Expression::Kind::AnyOf:
        break;
    }
    for (const Expression &part : expression.parts)
        collectNames(part, bound, operation);
}

std::vector<Operation> makeOperations()
{
    std::vector<Operation> result;
    for (const tc::MethodInfo &method : tc::methods()) {
        auto required = Expression::parseTemplate(method.scopes);
        if (!required)
            continue; // the table is ours, and a test reads all of it
        Operation operation;
        operation.method = &method;
        operation.required = std::move(*required.value);
        collectNames(operation.required, {}, &operation);
        result.push_back(std::move(operation));
    }
    return result;
}

// Goes through a satisfied expression for the scopes that did it.
class Uses
{
public:
    Uses(Parameters parameters, const ScopeSet &held) : m_parameters(std::move(parameters)), m_held(held) { }

    QStringList take() { return std::move(m_used); }

    void add(const Expression &expression)
    {
        switch (expression.kind) {
        case Expression::Kind::Scope:
            addOnce(&m_used, expression.scope);
            break;
        case Expression::Kind::Template:
            addOnce(&m_used, filled(expression.scope));
            break;
        case Expression::Kind::AllOf:
            for (const Expression &part : expression.parts)
                add(part);
            break;
        case Expression::Kind::AnyOf:
            addFirstGiven(expression);
            break;
        case Expression::Kind::ForEach:
            addEach(expression);
            break;
        case Expression::Kind::IfThen:
            addChosen(expression);
            break;
        }
    }

private:
    QString filled(const QString &text) const
    {
        QString scope;
        qsizetype at = 0;
        while (at < text.size()) {
            const qsizetype open = text.indexOf(u'<', at);
            const qsizetype close = open < 0 ? -1 : text.indexOf(u'>', open);
            if (close < 0)
                break;
            scope += QStringView(text).sliced(at, open - at);
            const auto value = m_parameters.values.constFind(text.sliced(open + 1, close - open - 1));
            if (value == m_parameters.values.cend())
                return scope + u'*';
            scope += *value;
            at = close + 1;
        }
        return scope + QStringView(text).sliced(at);
    }

    void addFirstGiven(const Expression &expression)
    {
        const auto given = std::find_if(expression.parts.begin(), expression.parts.end(),
            [this](const Expression &part) { return m_held.satisfies(part, m_parameters); });
        if (given != expression.parts.end())
            add(*given);
    }

    void addEach(const Expression &loop)
    {
        const auto before = m_parameters.values;
        const auto list = m_parameters.lists.constFind(loop.list);
        const QStringList values = list == m_parameters.lists.cend() ? QStringList() : *list;
        for (const QString &value : values) {
            m_parameters.values.insert(loop.name, value);
            for (const Expression &part : loop.parts)
                add(part);
        }
        m_parameters.values = before;
        if (list != m_parameters.lists.cend())
            return;
        m_parameters.values.remove(loop.name);
        for (const Expression &part : loop.parts)
            add(part);
        m_parameters.values = before;
    }

    void addChosen(const Expression &expression)
    {
        const auto condition = m_parameters.conditions.constFind(expression.name);
        for (size_t i = 0; i < expression.parts.size(); ++i) {
            if (condition == m_parameters.conditions.cend() || *condition == (i == 0))
                add(expression.parts[i]);
        }
    }

    Parameters m_parameters;
    const ScopeSet &m_held;
    QStringList m_used;
};

} // namespace

QString Operation::name() const
{
    return QLatin1StringView(method->service) + u'.' + QLatin1StringView(method->name);
}

bool Operation::isFree() const
{
    return ScopeSet().satisfies(required);
}

const std::vector<Operation> &operations()
{
    static const std::vector<Operation> all = makeOperations();
    return all;
}

const Operation *findOperation(QStringView name)
{
    const auto &all = operations();
    const auto found
        = std::find_if(all.begin(), all.end(), [name](const Operation &operation) { return operation.name() == name; });
    return found == all.end() ? nullptr : &*found;
}

QStringList usedScopes(const Expression &required, const Parameters &parameters, const ScopeSet &held)
{
    if (!held.satisfies(required, parameters))
        return {};
    Uses uses(parameters, held);
    uses.add(required);
    return uses.take();
}

} // namespace core
