// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>
#include <QString>

namespace core {

/// A variable that a line of a shell sets.
struct ShellAssignment {
    enum class Problem {
        None,
        Expands, ///< the value has a variable or a command in it, which only the shell knows
        Open, ///< the value has no closing quotation mark
    };

    QString name {};
    QString value {}; ///< empty when the line unsets the variable, or there is a problem
    Problem problem = Problem::None;

    friend bool operator==(const ShellAssignment &, const ShellAssignment &) = default;
};

/// The variables that \a text sets, in its order: `export A=b`, `A=b`, `declare -x A=b`, `unset A` as sh and its like
/// read them, `set -x A b` and `set -e A` as fish, `setenv A b` and `unsetenv A` as csh. All other lines are left out.
/// Nothing is run.
QList<ShellAssignment> readShellAssignments(const QString &text);

} // namespace core
