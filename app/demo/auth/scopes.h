// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/data/demostate.h"

#include <QJsonValue>

namespace demo {

// Whether one of have is scope, or ends in "*" and is a prefix of it.
bool hasScope(const QStringList &have, const QString &scope);

// expression is a scope, {"AllOf": [...]} or {"AnyOf": [...]}.
bool satisfies(const QStringList &have, const QJsonValue &expression);

// What of expression is missing, in the form in which the services report it; null when nothing is.
QJsonValue missingFrom(const QStringList &have, const QJsonValue &expression);

// A bare scope, or the expression as JSON.
QByteArray printExpression(const QJsonValue &expression);

// Sorted, without those that another one covers.
QStringList normalized(QStringList scopes);

// scopes with everything that the roles they assume give, "<..>" in a role's scopes replaced.
QStringList expanded(const QStringList &scopes, const QMap<QString, AuthRole> &roles);

// Only printable ASCII makes a scope.
bool isScope(const QString &text);

} // namespace demo
