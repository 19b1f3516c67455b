// SPDX-License-Identifier: MPL-2.0
#include "demo/auth/scopes.h"

#include "demo/util/jsonwriter.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

bool covers(const QString &pattern, const QString &scope)
{
    if (pattern.endsWith(u'*'))
        return scope.startsWith(QStringView(pattern).chopped(1));
    return pattern == scope;
}

// The scopes that a role gives to someone who holds scope.
QStringList granted(const AuthRole &role, const QString &scope)
{
    const QString roleScope = u"assume:"_s + role.roleId;
    if (covers(scope, roleScope))
        return QStringList(role.scopes).replaceInStrings(u"<..>"_s, u"*"_s);
    if (!role.roleId.endsWith(u'*') || !covers(roleScope, scope))
        return {};
    const QString rest = scope.mid(roleScope.size() - 1);
    QStringList scopes = role.scopes;
    for (QString &given : scopes) {
        if (const auto at = given.indexOf(u"<..>"); at >= 0) {
            given.replace(at, 4, rest);
            // What stands behind a star is of no meaning.
            if (rest.endsWith(u'*'))
                given.truncate(at + rest.size());
        }
    }
    return scopes;
}

} // namespace

bool hasScope(const QStringList &have, const QString &scope)
{
    return std::any_of(have.begin(), have.end(), [&](const QString &pattern) { return covers(pattern, scope); });
}

bool satisfies(const QStringList &have, const QJsonValue &expression)
{
    return missingFrom(have, expression).isNull();
}

QJsonValue missingFrom(const QStringList &have, const QJsonValue &expression)
{
    if (expression.isString())
        return hasScope(have, expression.toString()) ? QJsonValue() : expression;
    const QJsonObject object = expression.toObject();
    if (object.contains("AnyOf"_L1)) {
        const QJsonArray choices = object["AnyOf"_L1].toArray();
        const bool found = std::any_of(
            choices.begin(), choices.end(), [&](const QJsonValue &choice) { return satisfies(have, choice); });
        return found ? QJsonValue() : expression;
    }
    QJsonArray missing;
    const QJsonArray parts = object["AllOf"_L1].toArray();
    for (const auto part : parts) {
        const QJsonValue lacking = missingFrom(have, part);
        if (!lacking.isNull())
            missing.append(lacking);
    }
    if (missing.isEmpty())
        return {};
    return missing.size() == 1 ? QJsonValue(missing.first()) : QJsonValue(QJsonObject { { u"AllOf"_s, missing } });
}

QByteArray printExpression(const QJsonValue &expression)
{
    return expression.isString() ? expression.toString().toUtf8() : toJson(expression);
}

QStringList normalized(QStringList scopes)
{
    std::sort(scopes.begin(), scopes.end());
    scopes.removeDuplicates();
    QStringList kept;
    for (const QString &scope : scopes) {
        const bool covered = std::any_of(
            scopes.begin(), scopes.end(), [&](const QString &other) { return other != scope && covers(other, scope); });
        if (!covered)
            kept.append(scope);
    }
    return kept;
}

QStringList expanded(const QStringList &scopes, const QMap<QString, AuthRole> &roles)
{
    QStringList all = scopes;
    QSet<QString> seen(scopes.begin(), scopes.end());
    for (qsizetype at = 0; at < all.size(); ++at) {
        const QString scope = all.at(at);
        const bool mayAssume = scope.startsWith(u"assume:")
            || (scope.endsWith(u'*') && QStringView(u"assume:").startsWith(QStringView(scope).chopped(1)));
        if (!mayAssume)
            continue;
        for (const AuthRole &role : roles) {
            const QStringList more = granted(role, scope);
            for (const QString &given : more) {
                if (!seen.contains(given)) {
                    seen.insert(given);
                    all.append(given);
                }
            }
        }
    }
    return normalized(all);
}

bool isScope(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

} // namespace demo
