// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>
#include <QStringList>

namespace core {

/// One line of a difference between two texts.
struct DiffLine {
    enum class Kind { Same, Removed, Added };

    Kind kind = Kind::Same;
    int before = -1; ///< number of the line in the old text, from 0; -1 where it is not there
    int after = -1; ///< the same for the new text

    friend bool operator==(const DiffLine &, const DiffLine &) = default;
};

/// How to come from \a before to \a after with the fewest lines removed and added (Myers). Removed lines stand before
/// those that take their place. Texts that have almost nothing in common give one block for another, so that the time
/// it takes has a bound.
QList<DiffLine> diffLines(const QStringList &before, const QStringList &after);

/// A piece of two changes to the same text, put together.
struct MergePiece {
    enum class Kind {
        Same, ///< nobody changed it
        Mine, ///< changed on one side only, or on both in the same way (Both)
        Theirs,
        Both,
        Conflict, ///< changed on both sides, differently
    };

    Kind kind = Kind::Same;
    QStringList base {};
    QStringList mine {};
    QStringList theirs {};

    friend bool operator==(const MergePiece &, const MergePiece &) = default;
};

/// \a mine and \a theirs, both made from \a base. Pieces come in the order of the text; no two neighbours are of the
/// same kind, conflicts excepted.
QList<MergePiece> mergeLines(const QStringList &base, const QStringList &mine, const QStringList &theirs);

} // namespace core
