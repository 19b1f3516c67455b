// SPDX-License-Identifier: MPL-2.0
#include "core/access/denial.h"

#include "core/accounts/account.h"
#include "core/util/visibletext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using tc::scopes::Expression;
using tc::scopes::ScopeSet;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::Denial)
};

// More ways than a person reads.
constexpr size_t maxWays = 12;
constexpr size_t maxRoles = 200;
constexpr qsizetype rolesInRequest = 8;

std::optional<Expression> parsed(const QStringList &texts)
{
    Expression all { .kind = Expression::Kind::AllOf };
    for (const QString &text : texts) {
        const auto part = Expression::parse(text);
        if (!part)
            return std::nullopt;
        all.parts.push_back(*part);
    }
    if (all.parts.empty())
        return std::nullopt;
    return all.parts.size() == 1 ? all.parts.front() : all;
}

// The whole expression, which the service says behind what is missing; nothing for callers without credentials, to whom
// it says only this.
std::optional<Expression> wholeExpression(const QString &message)
{
    static const QRegularExpression block(u"client to satisfy the following scope expression:\\s*```\\n(.*?)\\n```"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const QString text = block.match(message).captured(1).trimmed();
    return text.isEmpty() ? std::nullopt : parsed({ text });
}

using Ways = std::vector<QStringList>;

Ways waysOf(const Expression &expression, bool *isCut);

// Each way through the one with each through the other.
Ways together(const Ways &first, const Ways &second, bool *isCut)
{
    Ways result;
    for (const QStringList &a : first) {
        for (const QStringList &b : second) {
            if (result.size() >= maxWays) {
                *isCut = true;
                return result;
            }
            QStringList both = a + b;
            both.removeDuplicates();
            result.push_back(both);
        }
    }
    return result;
}

Ways waysOf(const Expression &expression, bool *isCut)
{
    if (expression.kind == Expression::Kind::AllOf) {
        Ways ways { QStringList() };
        for (const Expression &part : expression.parts)
            ways = together(ways, waysOf(part, isCut), isCut);
        return ways;
    }
    if (expression.kind == Expression::Kind::AnyOf) {
        Ways ways;
        for (const Expression &part : expression.parts) {
            for (const QStringList &way : waysOf(part, isCut)) {
                if (ways.size() < maxWays)
                    ways.push_back(way);
                else
                    *isCut = true;
            }
        }
        return ways;
    }
    return { QStringList(expression.toString()) };
}

// What the service said is missing, as scopes.
QStringList scopesIn(const Expression &expression)
{
    if (expression.kind != Expression::Kind::AllOf && expression.kind != Expression::Kind::AnyOf)
        return { expression.toString() };
    QStringList scopes;
    for (const Expression &part : expression.parts)
        scopes += scopesIn(part);
    return scopes;
}

// Scopes from all over the deployment, by which roles are compared: one with "*" gives them all.
QStringList yardstick(const AccessEntries &roles)
{
    constexpr qsizetype enough = 400;
    QStringList all;
    for (const auto &role : roles)
        all += role->scopes;
    all.sort();
    all.removeDuplicates();
    const qsizetype step = all.size() / enough + 1;
    QStringList result;
    for (qsizetype at = 0; at < all.size(); at += step)
        result += all.at(at);
    return result;
}

// What the role gives of what is missing. Without a set of its scopes: most roles give nothing of it, and making a set
// takes longer than looking once.
QStringList givenBy(const AccessEntry &role, const QStringList &missing)
{
    QStringList given;
    std::copy_if(missing.begin(), missing.end(), std::back_inserter(given), [&role](const QString &scope) {
        return std::any_of(role.expandedScopes.begin(), role.expandedScopes.end(),
            [&scope](const QString &held) { return tc::scopes::covers(held, scope); });
    });
    return given;
}

bool opensAWay(const std::vector<DenialWay> &ways, const ScopeSet &set)
{
    return std::any_of(ways.begin(), ways.end(), [&set](const DenialWay &way) {
        const QStringList lacking = way.missing();
        return std::all_of(lacking.begin(), lacking.end(), [&set](const QString &scope) { return set.has(scope); });
    });
}

std::vector<DenialRole> rolesFor(
    const std::vector<DenialWay> &ways, const QStringList &missing, const AccessEntries &roles)
{
    const QStringList known = yardstick(roles);
    std::vector<DenialRole> result;
    for (const auto &role : roles) {
        QStringList given = givenBy(*role, missing);
        if (given.isEmpty())
            continue;
        const ScopeSet set(role->expandedScopes);
        DenialRole giver;
        giver.id = role->id;
        giver.gives = std::move(given);
        giver.isEverything = set.has(u"*");
        giver.isEnough = opensAWay(ways, set);
        // Where very many give it, the order among the last of them is of no use to anybody.
        giver.breadth = static_cast<int>(result.size() >= maxRoles
                ? known.size()
                : std::count_if(known.begin(), known.end(), [&set](const QString &scope) { return set.has(scope); }));
        result.push_back(std::move(giver));
    }
    std::stable_sort(result.begin(), result.end(), [](const DenialRole &a, const DenialRole &b) {
        if (a.isEnough != b.isEnough)
            return a.isEnough;
        return a.isEverything != b.isEverything ? b.isEverything : a.breadth < b.breadth;
    });
    if (result.size() > maxRoles)
        result.resize(maxRoles);
    return result;
}

QString listed(const QStringList &scopes)
{
    QString text;
    for (const QString &scope : scopes)
        text += u"  - "_s + visibleText(scope) + u'\n';
    return text;
}

} // namespace

std::optional<Denial> Denial::of(const tc::Error &error)
{
    if (error.kind != tc::ErrorKind::Scope)
        return std::nullopt;
    const auto missing = parsed(error.missingScopes);
    if (!missing)
        return std::nullopt;
    return Denial { error.method, error.requestId, wholeExpression(error.message).value_or(*missing), *missing };
}

QStringList DenialWay::missing() const
{
    QStringList scopes;
    for (const Part &part : parts) {
        if (!part.isHeld)
            scopes += part.scope;
    }
    return scopes;
}

DenialReport DenialReport::of(
    const Denial &denial, const std::optional<tc::scopes::ScopeSet> &held, const AccessEntries &roles)
{
    DenialReport report;
    const QStringList said = scopesIn(denial.missing);
    for (const QStringList &scopes : waysOf(denial.needed, &report.hasMoreWays)) {
        DenialWay way;
        for (const QString &scope : scopes)
            way.parts.push_back({ scope, held ? held->has(scope) : !said.contains(scope) });
        report.ways.push_back(std::move(way));
    }
    std::stable_sort(report.ways.begin(), report.ways.end(),
        [](const DenialWay &a, const DenialWay &b) { return a.missing().size() < b.missing().size(); });
    if (!report.isGranted())
        report.roles = rolesFor(report.ways, report.missing(), roles);
    return report;
}

QStringList DenialReport::missing() const
{
    QStringList scopes;
    for (const DenialWay &way : ways)
        scopes += way.missing();
    scopes.removeDuplicates();
    return scopes;
}

bool DenialReport::isGranted() const
{
    return std::any_of(ways.begin(), ways.end(), [](const DenialWay &way) { return way.missing().isEmpty(); });
}

QString denialRequest(const Denial &denial, const DenialReport &report, const Account &account)
{
    QStringList lines;
    lines += Texts::tr("Request for scopes at %1").arg(visibleText(account.rootUrl));
    lines += QString();
    lines += account.clientId.isEmpty() ? Texts::tr("Client: none, without credentials")
                                        : Texts::tr("Client: %1").arg(visibleText(account.clientId));
    if (!account.issuer.isEmpty() && account.issuer != account.clientId)
        lines += Texts::tr("Issued by: %1").arg(visibleText(account.issuer));
    lines += Texts::tr("Refused: %1").arg(visibleText(denial.method));
    if (!denial.requestId.isEmpty())
        lines += Texts::tr("Request ID: %1").arg(visibleText(denial.requestId));
    lines += QString();
    bool isFirst = true;
    for (const DenialWay &way : report.ways) {
        lines += isFirst ? Texts::tr("Missing:") : Texts::tr("Or instead:");
        lines += listed(way.missing()).chopped(1);
        isFirst = false;
    }
    QStringList enough;
    for (const DenialRole &role : report.roles) {
        if (role.isEnough && enough.size() < rolesInRequest)
            enough += u"assume:"_s + role.id;
    }
    if (!enough.isEmpty()) {
        lines += QString();
        lines += Texts::tr("Any one of these roles would be enough:");
        lines += listed(enough).chopped(1);
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace core
