// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QHashFunctions>
#include <QString>

#include <array>
#include <cstring>
#include <optional>

namespace core {

/// The 128 bits behind a slugid. A tenth of what the text takes, and quick to compare and hash.
struct SlugId {
    std::array<quint8, 16> bytes {};

    /// Only of text in the exact form of a task id, so that toText() gives the same text again.
    static std::optional<SlugId> fromText(QStringView text);
    QString toText() const;

    friend bool operator==(const SlugId &, const SlugId &) = default;
    friend auto operator<=>(const SlugId &, const SlugId &) = default;
};

/// Ids are random, but the service that hands them out is not trusted: hence a seeded hash.
inline size_t qHash(const SlugId &id, size_t seed = 0) noexcept
{
    return qHashBits(id.bytes.data(), id.bytes.size(), seed);
}

} // namespace core
