// SPDX-License-Identifier: MPL-2.0
#include "core/util/linediff.h"

#include <algorithm>
#include <vector>

namespace core {

namespace {

constexpr int mostEdits = 1500; // the memory for the way back grows with its square

struct Range {
    int begin = 0;
    int end = 0;

    int size() const { return end - begin; }
};

// How far one comes in the old text on each diagonal, from -edits to edits; a row for each number of edits.
using Trace = std::vector<std::vector<int>>;

// The last edit on the way to a diagonal, from one of its neighbours. Position -1: there is no way.
struct Step {
    int position = -1;
    bool isAdded = false;
};

template <typename At>
Step stepTo(int diagonal, Range old, Range fresh, const At &at)
{
    const int above = at(diagonal + 1);
    const int left = at(diagonal - 1);
    const int added = above >= 0 && above - diagonal <= fresh.size() ? above : -1;
    const int removed = left >= 0 && left < old.size() ? left + 1 : -1;
    return added >= removed ? Step { added, true } : Step { removed, false };
}

// Greedy search for the shortest way; empty when it is longer than the bound.
Trace search(const QStringList &before, const QStringList &after, Range old, Range fresh)
{
    const int bound = std::min(old.size() + fresh.size(), mostEdits);
    const int goal = old.size() - fresh.size();
    Trace trace;
    std::vector<int> furthest(2 * static_cast<size_t>(bound) + 3, -1);
    const auto at = [&furthest, bound](int diagonal) -> int & {
        const int place = diagonal + bound + 1;
        return furthest[static_cast<size_t>(place)];
    };
    for (int edits = 0; edits <= bound; ++edits) {
        for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
            int x = edits == 0 ? 0 : stepTo(diagonal, old, fresh, at).position;
            while (x >= 0 && x < old.size() && x - diagonal < fresh.size()
                && before[old.begin + x] == after[fresh.begin + x - diagonal])
                ++x;
            at(diagonal) = x;
        }
        trace.emplace_back(furthest.begin() + (bound + 1 - edits), furthest.begin() + (bound + 2 + edits));
        if (std::abs(goal) <= edits && at(goal) == old.size())
            return trace;
    }
    return {};
}

// The edits of a trace, from the end to the beginning.
void walkBack(const Trace &trace, Range old, Range fresh, QList<DiffLine> *reversed)
{
    int x = old.size();
    int y = fresh.size();
    for (int edits = static_cast<int>(trace.size()) - 1; edits >= 0; --edits) {
        Step step { 0, false };
        if (edits > 0) {
            const auto &row = trace[static_cast<size_t>(edits) - 1];
            step = stepTo(x - y, old, fresh, [&row, edits](int diagonal) {
                return std::abs(diagonal) < edits ? row[static_cast<size_t>(diagonal + edits - 1)] : -1;
            });
        }
        for (; x > step.position; --x, --y)
            reversed->append({ DiffLine::Kind::Same, old.begin + x - 1, fresh.begin + y - 1 });
        if (edits > 0 && step.isAdded)
            reversed->append({ DiffLine::Kind::Added, -1, fresh.begin + --y });
        else if (edits > 0)
            reversed->append({ DiffLine::Kind::Removed, old.begin + --x, -1 });
    }
}

// Within a run of edits the removed lines first: that is how people read it.
void orderEdits(QList<DiffLine> *lines)
{
    for (auto begin = lines->begin(); begin != lines->end();) {
        if (begin->kind == DiffLine::Kind::Same) {
            ++begin;
            continue;
        }
        const auto end
            = std::find_if(begin, lines->end(), [](const DiffLine &line) { return line.kind == DiffLine::Kind::Same; });
        std::stable_partition(begin, end, [](const DiffLine &line) { return line.kind == DiffLine::Kind::Removed; });
        begin = end;
    }
}

void appendChanged(const QStringList &before, const QStringList &after, Range old, Range fresh, QList<DiffLine> *lines)
{
    const Trace trace = search(before, after, old, fresh);
    if (trace.empty()) {
        for (int i = old.begin; i < old.end; ++i)
            lines->append({ DiffLine::Kind::Removed, i, -1 });
        for (int i = fresh.begin; i < fresh.end; ++i)
            lines->append({ DiffLine::Kind::Added, -1, i });
        return;
    }
    QList<DiffLine> reversed;
    walkBack(trace, old, fresh, &reversed);
    std::reverse(reversed.begin(), reversed.end());
    lines->append(reversed);
}

// For every line of the base, and for its end, where it is on the other side; -1 for lines that are gone.
std::vector<int> places(const QStringList &base, const QStringList &side)
{
    std::vector<int> result(static_cast<size_t>(base.size()) + 1, -1);
    const QList<DiffLine> lines = diffLines(base, side);
    for (const DiffLine &line : lines) {
        if (line.kind == DiffLine::Kind::Same)
            result[static_cast<size_t>(line.before)] = line.after;
    }
    result.back() = static_cast<int>(side.size());
    return result;
}

MergePiece pieceOf(const QStringList &base, const QStringList &mine, const QStringList &theirs)
{
    MergePiece piece { MergePiece::Kind::Conflict, base, mine, theirs };
    if (mine == theirs)
        piece.kind = mine == base ? MergePiece::Kind::Same : MergePiece::Kind::Both;
    else if (mine == base)
        piece.kind = MergePiece::Kind::Theirs;
    else if (theirs == base)
        piece.kind = MergePiece::Kind::Mine;
    return piece;
}

void append(QList<MergePiece> *pieces, MergePiece piece)
{
    if (piece.base.isEmpty() && piece.mine.isEmpty() && piece.theirs.isEmpty())
        return;
    const bool joins
        = !pieces->isEmpty() && pieces->last().kind == piece.kind && piece.kind != MergePiece::Kind::Conflict;
    if (!joins) {
        pieces->append(std::move(piece));
        return;
    }
    pieces->last().base += piece.base;
    pieces->last().mine += piece.mine;
    pieces->last().theirs += piece.theirs;
}

} // namespace

QList<DiffLine> diffLines(const QStringList &before, const QStringList &after)
{
    Range old { 0, static_cast<int>(before.size()) };
    Range fresh { 0, static_cast<int>(after.size()) };
    QList<DiffLine> lines;
    while (old.size() > 0 && fresh.size() > 0 && before[old.begin] == after[fresh.begin])
        lines.append({ DiffLine::Kind::Same, old.begin++, fresh.begin++ });
    int tail = 0;
    while (old.size() > tail && fresh.size() > tail && before[old.end - 1 - tail] == after[fresh.end - 1 - tail])
        ++tail;
    old.end -= tail;
    fresh.end -= tail;
    appendChanged(before, after, old, fresh, &lines);
    for (int i = 0; i < tail; ++i)
        lines.append({ DiffLine::Kind::Same, old.end + i, fresh.end + i });
    orderEdits(&lines);
    return lines;
}

QList<MergePiece> mergeLines(const QStringList &base, const QStringList &mine, const QStringList &theirs)
{
    const std::vector<int> inMine = places(base, mine);
    const std::vector<int> inTheirs = places(base, theirs);
    QList<MergePiece> pieces;
    int from = 0; // what comes before these three has been dealt with
    int fromMine = 0;
    int fromTheirs = 0;
    for (int line = 0; line <= base.size(); ++line) {
        const int ours = inMine[static_cast<size_t>(line)];
        const int others = inTheirs[static_cast<size_t>(line)];
        if (ours < 0 || others < 0)
            continue;
        append(&pieces,
            pieceOf(base.mid(from, line - from), mine.mid(fromMine, ours - fromMine),
                theirs.mid(fromTheirs, others - fromTheirs)));
        if (line < base.size())
            append(&pieces, { MergePiece::Kind::Same, { base[line] }, { base[line] }, { base[line] } });
        from = line + 1;
        fromMine = ours + 1;
        fromTheirs = others + 1;
    }
    return pieces;
}

} // namespace core
