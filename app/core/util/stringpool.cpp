// SPDX-License-Identifier: MPL-2.0
#include "core/util/stringpool.h"

namespace core {

StringPool::StringPool() = default;
StringPool::~StringPool() = default;

const QString *StringPool::empty()
{
    static const QString text;
    return &text;
}

const QString *StringPool::intern(const QString &text)
{
    if (text.isEmpty())
        return empty();
    const std::lock_guard lock(m_mutex);
    const auto [position, added] = m_strings.insert(text);
    if (added)
        m_textMemory += textMemory(text);
    return &*position;
}

qsizetype StringPool::size() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<qsizetype>(m_strings.size());
}

qsizetype StringPool::memory() const
{
    // A node of libstdc++: the link, the string, the kept hash.
    constexpr qsizetype node = sizeof(void *) + sizeof(QString) + sizeof(size_t);
    const std::lock_guard lock(m_mutex);
    const auto buckets = static_cast<qsizetype>(m_strings.bucket_count()) * qsizetype { sizeof(void *) };
    return static_cast<qsizetype>(m_strings.size()) * allocatedSize(node) + allocatedSize(buckets) + m_textMemory;
}

qsizetype textMemory(const QString &text)
{
    if (text.capacity() == 0)
        return 0;
    constexpr qsizetype header = 16; // of a QArrayData: reference count, flags, capacity
    return allocatedSize(header + (text.capacity() + 1) * static_cast<qsizetype>(sizeof(QChar)));
}

qsizetype allocatedSize(qsizetype size)
{
    constexpr qsizetype unit = 16;
    constexpr qsizetype overhead = 8;
    constexpr qsizetype smallest = 32;
    return qMax(smallest, (size + overhead + unit - 1) / unit * unit);
}

} // namespace core
