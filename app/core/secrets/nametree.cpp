// SPDX-License-Identifier: MPL-2.0
#include "core/secrets/nametree.h"

#include <algorithm>
#include <deque>

namespace core {

namespace {

// With "/" before everything else, so that what is below a name stands directly behind it.
bool comesBefore(const QString &one, const QString &other)
{
    const auto rank = [](QChar character) { return character == u'/' ? char16_t(0) : character.unicode(); };
    return std::lexicographical_compare(one.begin(), one.end(), other.begin(), other.end(),
        [&rank](QChar left, QChar right) { return rank(left) < rank(right); });
}

QStringList sortedNames(const QStringList &names, const QString &filter)
{
    const QStringList words = filter.simplified().split(u' ', Qt::SkipEmptyParts);
    QStringList result;
    result.reserve(names.size());
    std::copy_if(names.begin(), names.end(), std::back_inserter(result), [&words](const QString &name) {
        return std::all_of(words.begin(), words.end(),
            [&name](const QString &word) { return name.contains(word, Qt::CaseInsensitive); });
    });
    std::sort(result.begin(), result.end(), comesBefore);
    const auto last = std::unique(result.begin(), result.end());
    result.resize(last - result.begin());
    return result;
}

// Names of one node's descendants, and how much of each is the node's own name.
struct Span {
    int node = -1;
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype prefix = 0;
};

class Grower
{
public:
    explicit Grower(const QStringList &names) : m_names(names), m_tree(std::make_shared<NameTree>()) { }

    std::shared_ptr<const NameTree> grow()
    {
        m_waiting.push_back({ -1, 0, m_names.size(), 0 });
        while (!m_waiting.empty()) { // level by level, so that children stand side by side
            const Span span = m_waiting.front();
            m_waiting.pop_front();
            addChildren(span);
        }
        m_tree->secretCount = static_cast<int>(m_names.size());
        return m_tree;
    }

private:
    void addChildren(const Span &span)
    {
        const int first = static_cast<int>(m_tree->nodes.size());
        int count = 0;
        for (qsizetype begin = span.begin; begin < span.end;) {
            const QString &name = m_names[begin];
            const qsizetype slash = name.indexOf(u'/', span.prefix);
            const qsizetype length = slash < 0 ? name.size() : slash;
            const qsizetype end = endOf(begin, span.end, length);
            const bool isSecret = name.size() == length;
            const int position = static_cast<int>(m_tree->nodes.size());
            m_tree->nodes.push_back({ name.mid(span.prefix, length - span.prefix), name.left(length), span.node,
                count++, 0, 0, static_cast<int>(end - begin), isSecret });
            const qsizetype inside = begin + (isSecret ? 1 : 0);
            if (inside < end)
                m_waiting.push_back({ position, inside, end, length + 1 });
            begin = end;
        }
        if (span.node < 0) {
            m_tree->topCount = count;
            return;
        }
        m_tree->nodes[static_cast<size_t>(span.node)].firstChild = first;
        m_tree->nodes[static_cast<size_t>(span.node)].childCount = count;
    }

    // Behind the last name that begins with the same \a length characters and goes on with "/" or ends.
    qsizetype endOf(qsizetype begin, qsizetype last, qsizetype length) const
    {
        const QStringView own = QStringView(m_names[begin]).left(length);
        qsizetype end = begin + 1;
        while (end < last && m_names[end].size() > length && m_names[end][length] == u'/'
            && QStringView(m_names[end]).left(length) == own)
            ++end;
        return end;
    }

    const QStringList &m_names;
    std::shared_ptr<NameTree> m_tree;
    std::deque<Span> m_waiting;
};

std::shared_ptr<const NameTree> flatTree(const QStringList &names)
{
    auto tree = std::make_shared<NameTree>();
    tree->nodes.reserve(static_cast<size_t>(names.size()));
    for (const QString &name : names)
        tree->nodes.push_back({ name, name, -1, static_cast<int>(tree->nodes.size()), 0, 0, 1, true });
    tree->topCount = static_cast<int>(names.size());
    tree->secretCount = tree->topCount;
    return tree;
}

} // namespace

int NameTree::find(const QString &name) const
{
    const auto found
        = std::find_if(nodes.begin(), nodes.end(), [&name](const Node &node) { return node.name == name; });
    return found == nodes.end() ? -1 : static_cast<int>(found - nodes.begin());
}

std::shared_ptr<const NameTree> arrangeNames(const QStringList &names, const QString &filter, NameLayout layout)
{
    const QStringList sorted = sortedNames(names, filter);
    return layout == NameLayout::Flat ? flatTree(sorted) : Grower(sorted).grow();
}

} // namespace core
