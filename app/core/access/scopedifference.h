// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>
#include <QStringList>

namespace core {

/// What a change of a list of scopes does, with "*" understood: replacing a scope with one that covers it loses
/// nothing.
struct ScopeDifference {
    /// A scope that was put in or taken out and makes no difference, because another one gives it.
    struct Idle {
        QString scope;
        QString by; ///< the scope that gives it all the same
        bool isAdded = false;

        friend bool operator==(const Idle &, const Idle &) = default;
    };

    QStringList gained; ///< what was not given before, normalised
    QStringList lost; ///< what is given no more, normalised
    QList<Idle> idle;

    static ScopeDifference between(const QStringList &before, const QStringList &after);

    /// Whether the lists are the same, whatever their order.
    bool isEmpty() const { return gained.isEmpty() && lost.isEmpty() && idle.isEmpty(); }
    /// Whether anybody can do more or less than before.
    bool hasEffect() const { return !gained.isEmpty() || !lost.isEmpty(); }
};

/// Two sets of scopes side by side, with "*" understood. A pattern of one side of which the other has only a part
/// stands on its side, and the part that both have in the middle.
struct ScopeComparison {
    QStringList onlyLeft;
    QStringList both;
    QStringList onlyRight;

    static ScopeComparison of(const QStringList &left, const QStringList &right);
    bool isSame() const { return onlyLeft.isEmpty() && onlyRight.isEmpty(); }
};

/// One scope a line, as a person types or pastes them: lines without anything but blanks are left out, and so are
/// repeated ones. Blanks around a scope stay, because they are part of it.
QStringList scopesOf(const QString &text);

} // namespace core
