// SPDX-License-Identifier: MPL-2.0
#include "core/taskgroup/arrange.h"

#include <QStringMatcher>

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsBetweenStops = 1024;

// The field of a row that is one of the interned strings, or null.
const QString *TaskRow::*internedField(TaskFilter::Field field)
{
    switch (field) {
    case TaskFilter::Field::Kind:
        return &TaskRow::kind;
    case TaskFilter::Field::Pool:
        return &TaskRow::pool;
    case TaskFilter::Field::Owner:
        return &TaskRow::owner;
    case TaskFilter::Field::Project:
        return &TaskRow::project;
    case TaskFilter::Field::Scheduler:
        return &TaskRow::scheduler;
    case TaskFilter::Field::Reason:
        return &TaskRow::reason;
    default:
        return nullptr;
    }
}

const QString *TaskRow::*internedColumn(TaskColumn column)
{
    switch (column) {
    case TaskColumn::Kind:
        return &TaskRow::kind;
    case TaskColumn::Pool:
        return &TaskRow::pool;
    case TaskColumn::Owner:
        return &TaskRow::owner;
    case TaskColumn::Project:
        return &TaskRow::project;
    case TaskColumn::Scheduler:
        return &TaskRow::scheduler;
    case TaskColumn::Reason:
        return &TaskRow::reason;
    default:
        return nullptr;
    }
}

// One term of a filter, ready to be asked about many rows.
class TermMatcher
{
public:
    explicit TermMatcher(const TaskFilter::Term &term) : m_term(term), m_matcher(term.text, Qt::CaseInsensitive) { }

    bool accepts(const TaskRow &row) { return matches(row) != m_term.negated; }

private:
    bool matches(const TaskRow &row)
    {
        switch (m_term.field) {
        case TaskFilter::Field::Any:
            return contains(row.name) || interned(row.kind) || interned(row.pool) || containsId(row);
        case TaskFilter::Field::Name:
            return contains(row.name);
        case TaskFilter::Field::Id:
            return containsId(row);
        case TaskFilter::Field::Priority:
            return contains(taskPriorityToText(row.priority));
        case TaskFilter::Field::State:
            return contains(taskStateToText(row.state));
        default:
            return interned(row.*internedField(m_term.field));
        }
    }

    bool contains(const QString &text) const { return m_matcher.indexIn(text) >= 0; }

    // Ids have 22 characters, so a longer text cannot be in one.
    bool containsId(const TaskRow &row) const { return m_term.text.size() <= 22 && contains(row.taskId.toText()); }

    // Interned strings are few: each is looked into once.
    bool interned(const QString *text)
    {
        const auto [known, added] = m_answers.try_emplace(text, false);
        if (added)
            known->second = contains(*text);
        return known->second;
    }

    const TaskFilter::Term &m_term;
    QStringMatcher m_matcher;
    std::unordered_map<const QString *, bool> m_answers;
};

std::vector<int> filtered(const TaskSnapshot &snapshot, const TaskFilter &filter, const std::stop_token &stop)
{
    std::vector<int> rows;
    rows.reserve(static_cast<size_t>(snapshot.size()));
    std::vector<TermMatcher> matchers;
    for (const TaskFilter::Term &term : filter.terms())
        matchers.emplace_back(term);
    for (int i = 0; i < snapshot.size(); ++i) {
        if (i % rowsBetweenStops == 0 && stop.stop_requested())
            return {};
        const TaskRow &row = snapshot.at(i);
        if (!filter.states().isEmpty() && !filter.states().contains(row.state))
            continue;
        if (std::all_of(matchers.begin(), matchers.end(), [&row](TermMatcher &term) { return term.accepts(row); }))
            rows.push_back(i);
    }
    return rows;
}

// Sorts by a key that is a number.
struct NumberKeys {
    const TaskSnapshot &snapshot;
    TaskColumn column;
    qint64 now;

    qint64 operator()(int index) const
    {
        const TaskRow &row = snapshot.at(index);
        switch (column) {
        case TaskColumn::State:
            return static_cast<qint64>(row.state);
        case TaskColumn::Runs:
            return row.runs;
        case TaskColumn::Started:
            return row.started;
        case TaskColumn::Duration:
            return row.duration(now);
        case TaskColumn::Priority:
            return static_cast<qint64>(row.priority);
        case TaskColumn::Created:
            return row.created;
        case TaskColumn::Resolved:
            return row.resolved;
        case TaskColumn::Deadline:
            return row.deadline;
        case TaskColumn::RetriesLeft:
            return row.retriesLeft;
        case TaskColumn::Dependencies:
            return row.dependencies;
        default:
            return 0;
        }
    }
};

// Place of each distinct string of a column in the order of all of them.
class InternedKeys
{
public:
    InternedKeys(const TaskSnapshot &snapshot, const std::vector<int> &rows, const QString *TaskRow::*field)
        : m_snapshot(snapshot), m_field(field)
    {
        std::vector<const QString *> texts;
        for (const int row : rows) {
            if (m_places.try_emplace(snapshot.at(row).*field, 0).second)
                texts.push_back(snapshot.at(row).*field);
        }
        std::sort(texts.begin(), texts.end(),
            [](const QString *left, const QString *right) { return compareNaturally(*left, *right) < 0; });
        for (size_t i = 0; i < texts.size(); ++i)
            m_places[texts[i]] = static_cast<int>(i);
    }

    int operator()(int row) const { return m_places.at(m_snapshot.at(row).*m_field); }

private:
    const TaskSnapshot &m_snapshot;
    const QString *TaskRow::*m_field;
    std::unordered_map<const QString *, int> m_places;
};

// Sorting cannot be left from inside a comparison without an exception, so it goes in pieces: sorted runs are merged,
// and between two merges one may stop.
template <typename Less>
void stableSort(std::vector<int> &rows, Less less, const std::stop_token &stop)
{
    constexpr size_t piece = 4096;
    const auto at = [&rows](size_t index) { return rows.begin() + static_cast<std::ptrdiff_t>(index); };
    for (size_t begin = 0; begin < rows.size(); begin += piece) {
        if (stop.stop_requested())
            return;
        std::stable_sort(at(begin), at(std::min(begin + piece, rows.size())), less);
    }
    for (size_t width = piece; width < rows.size(); width *= 2) {
        for (size_t begin = 0; begin + width < rows.size(); begin += 2 * width) {
            if (stop.stop_requested())
                return;
            std::inplace_merge(at(begin), at(begin + width), at(std::min(begin + 2 * width, rows.size())), less);
        }
    }
}

// Rows by their keys, computed once for each row.
template <typename Key>
void sortByKey(std::vector<int> &rows, int count, Qt::SortOrder direction, Key key, const std::stop_token &stop)
{
    std::vector<qint64> keys(static_cast<size_t>(count));
    for (const int row : rows)
        keys[static_cast<size_t>(row)] = key(row);
    const auto keyOf = [&keys](int row) { return keys[static_cast<size_t>(row)]; };
    const auto up = [&keyOf](int left, int right) { return keyOf(left) < keyOf(right); };
    const auto down = [&keyOf](int left, int right) { return keyOf(right) < keyOf(left); };
    if (direction == Qt::AscendingOrder)
        stableSort(rows, up, stop);
    else
        stableSort(rows, down, stop);
}

template <typename Compare>
void sortBy(std::vector<int> &rows, Qt::SortOrder direction, Compare compare, const std::stop_token &stop)
{
    const auto up = [&compare](int left, int right) { return compare(left, right) < 0; };
    const auto down = [&compare](int left, int right) { return compare(right, left) < 0; };
    if (direction == Qt::AscendingOrder)
        stableSort(rows, up, stop);
    else
        stableSort(rows, down, stop);
}

void sort(std::vector<int> &rows, const TaskSnapshot &snapshot, const TaskOrder &order, qint64 now,
    const std::stop_token &stop)
{
    if (order.column == TaskColumn::Name) {
        // Views of the names side by side: the way through blocks and rows costs more than most comparisons.
        std::vector<QStringView> names(static_cast<size_t>(snapshot.size()));
        for (const int row : rows)
            names[static_cast<size_t>(row)] = snapshot.at(row).name;
        const auto compare = [&names](int left, int right) {
            return compareNaturally(names[static_cast<size_t>(left)], names[static_cast<size_t>(right)]);
        };
        sortBy(rows, order.direction, compare, stop);
    } else if (order.column == TaskColumn::TaskId) {
        const auto compare = [&snapshot](int left, int right) {
            return snapshot.at(left).taskId.toText().compare(snapshot.at(right).taskId.toText());
        };
        sortBy(rows, order.direction, compare, stop);
    } else if (const auto field = internedColumn(order.column)) {
        sortByKey(rows, snapshot.size(), order.direction, InternedKeys(snapshot, rows, field), stop);
    } else {
        sortByKey(rows, snapshot.size(), order.direction, NumberKeys { snapshot, order.column, now }, stop);
    }
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

char16_t folded(QChar c)
{
    if (c >= u'A' && c <= u'Z')
        return static_cast<char16_t>(c.unicode() + (u'a' - u'A'));
    return c.unicode() < 0x80 ? c.unicode() : c.toCaseFolded().unicode();
}

// Length of the digits at the front, without leading zeros, which are skipped.
qsizetype skipToNumber(QStringView text, qsizetype &position)
{
    while (position + 1 < text.size() && text[position] == u'0' && isDigit(text[position + 1]))
        ++position;
    qsizetype end = position;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return end - position;
}

// How much is the same in both, not counting digits at its end, which may be part of different numbers. The names of
// a group have long beginnings in common, so this is where nearly all the time goes.
qsizetype commonStart(QStringView left, QStringView right)
{
    const auto differ = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    qsizetype length = differ.first - left.begin();
    while (length > 0 && isDigit(left[length - 1]))
        --length;
    return length;
}

} // namespace

int compareNaturally(QStringView left, QStringView right)
{
    qsizetype l = commonStart(left, right);
    qsizetype r = l;
    while (l < left.size() && r < right.size()) {
        if (isDigit(left[l]) && isDigit(right[r])) {
            const qsizetype leftDigits = skipToNumber(left, l);
            const qsizetype rightDigits = skipToNumber(right, r);
            if (leftDigits != rightDigits)
                return leftDigits < rightDigits ? -1 : 1;
            if (const int order = left.mid(l, leftDigits).compare(right.mid(r, rightDigits)))
                return order;
            l += leftDigits;
            r += rightDigits;
            continue;
        }
        const char16_t a = folded(left[l++]);
        const char16_t b = folded(right[r++]);
        if (a != b)
            return a < b ? -1 : 1;
    }
    const qsizetype leftRest = left.size() - l;
    const qsizetype rightRest = right.size() - r;
    if (leftRest != rightRest)
        return leftRest < rightRest ? -1 : 1;
    return left.compare(right);
}

std::vector<int> arrange(const TaskSnapshot &snapshot, const TaskFilter &filter, const TaskOrder &order, qint64 now,
    const std::stop_token &stop)
{
    std::vector<int> rows = filtered(snapshot, filter, stop);
    if (order.sorted && !stop.stop_requested())
        sort(rows, snapshot, order, now, stop);
    return rows;
}

} // namespace core
