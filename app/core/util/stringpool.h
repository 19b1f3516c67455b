// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QHash>
#include <QString>

#include <memory>
#include <mutex>
#include <unordered_set>

namespace core {

/// One copy of each string that many rows repeat. Pointers stay valid, and what they point to unchanged, as long
/// as the pool lives, so rows on any thread may read through them while others are added. Thread-safe.
class StringPool
{
public:
    StringPool();
    ~StringPool();
    Q_DISABLE_COPY_MOVE(StringPool)

    /// The pool's copy of \a text; equal texts give the same pointer. Never null.
    const QString *intern(const QString &text);
    /// The pool's empty string, shared by all pools.
    static const QString *empty();

    qsizetype size() const;
    /// Memory in bytes: nodes, buckets and text, as the allocator rounds it.
    qsizetype memory() const;

private:
    struct Hash {
        size_t operator()(const QString &text) const noexcept { return ::qHash(text, size_t(0)); }
    };

    mutable std::mutex m_mutex;
    std::unordered_set<QString, Hash> m_strings;
    qsizetype m_textMemory = 0;
};

/// What \a text takes on the heap: its shared header and characters, rounded as malloc does; 0 without any.
qsizetype textMemory(const QString &text);
/// \a size rounded up to what glibc's malloc takes for it.
qsizetype allocatedSize(qsizetype size);

} // namespace core
