// SPDX-License-Identifier: MPL-2.0
// An expression, and lines of scopes that somebody holds: the quick search agrees with the plain one, what is missing
// is not held, and a verdict without parameters stays when they come.

#include "target.h"

#include <tc/scopes.h>

#include <algorithm>

using namespace tc::scopes;

namespace {

/// Gives every name in \a expression a value.
void nameAll(const Expression &expression, Parameters *parameters)
{
    for (qsizetype at = expression.scope.indexOf(u'<'); at >= 0; at = expression.scope.indexOf(u'<', at + 1)) {
        const qsizetype end = expression.scope.indexOf(u'>', at);
        if (end > at)
            parameters->values.insert(expression.scope.mid(at + 1, end - at - 1), QStringLiteral("x"));
    }
    if (expression.kind == Expression::Kind::ForEach)
        parameters->lists.insert(expression.list, { QStringLiteral("x"), QStringLiteral("y") });
    if (expression.kind == Expression::Kind::IfThen)
        parameters->conditions.insert(expression.name, expression.name.size() % 2 == 0);
    for (const auto &part : expression.parts)
        nameAll(part, parameters);
}

void checkNotHeld(const Expression &missing, const ScopeSet &set)
{
    if (missing.kind == Expression::Kind::Scope)
        FUZZ_CHECK(!set.has(missing.scope));
    for (const auto &part : missing.parts)
        checkNotHeld(part, set);
}

void checkLiteral(const QString &text, const ScopeSet &set)
{
    const auto expression = Expression::parse(text);
    if (!expression) {
        FUZZ_CHECK(!expression.error.message.isEmpty());
        return;
    }
    const auto again = Expression::parse(expression->toString());
    FUZZ_CHECK(again && *again == *expression);
    FUZZ_CHECK(set.judge(*expression) != Verdict::Unknown);
    const auto missing = set.missing(*expression);
    FUZZ_CHECK(missing.has_value() != set.satisfies(*expression));
    FUZZ_CHECK(set.missingScopes(*expression).isEmpty() == !missing);
    if (missing)
        checkNotHeld(*missing, set);
}

void checkTemplate(const QByteArray &json, const ScopeSet &set)
{
    const auto expression = Expression::parseTemplate(json);
    if (!expression)
        return;
    Parameters parameters;
    nameAll(*expression, &parameters);
    const Verdict before = set.judge(*expression);
    const Verdict after = set.judge(*expression, parameters);
    FUZZ_CHECK(before == Verdict::Unknown || before == after);
    FUZZ_CHECK(set.missing(*expression).has_value() != (before == Verdict::Yes));
}

void checkSearch(const QStringList &held, const ScopeSet &set)
{
    for (const auto &scope : held) {
        for (const QString &wanted :
            { scope, scope.chopped(qMin<qsizetype>(1, scope.size())), QString(scope + u'x') }) {
            const bool plain = std::any_of(
                held.cbegin(), held.cend(), [&wanted](const QString &each) { return covers(each, wanted); });
            FUZZ_CHECK(set.has(wanted) == plain);
        }
    }
    FUZZ_CHECK(set.united(set) == set && set.intersected(set) == set);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArrayList lines = bytesOf(data, size).split('\n');
    const QByteArray json = lines.takeFirst();
    QStringList held;
    for (const auto &line : lines.first(qMin<qsizetype>(lines.size(), 50)))
        held += QString::fromUtf8(line);
    const ScopeSet set(held);
    checkSearch(held, set);
    checkLiteral(QString::fromUtf8(json), set);
    checkTemplate(json, set);
    return 0;
}
