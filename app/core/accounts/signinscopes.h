// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

#include <QStringList>

namespace core {

/// How much a person asks for when signing in. The deployment gives of it what the person has.
enum class SignInScopes {
    ReadOnly, ///< see tasks, indexes, hooks, workers, clients and roles; no secret, no private artifact
    Developer, ///< also what one does with tasks and hooks all day, private artifacts, and secrets
    Everything, ///< all that the person may do
    Custom, ///< a list of one's own
};

/// The scopes of a choice; none for Custom.
QStringList signInScopes(SignInScopes choice);

/// Scopes that a person typed, one a line; white space around them and empty lines do not matter. A Usage error names
/// the first line that is no scope.
tc::Result<QStringList> parseScopeLines(const QString &text);

} // namespace core
