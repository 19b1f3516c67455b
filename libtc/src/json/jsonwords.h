// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// Text eight bytes at a time. All of it reads whole words, so eight bytes must be readable from the start of a text
/// and up to seven behind its end: simdjson's padding sees to that.
namespace tc::jsonwords {

inline std::uint64_t load(const char *at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// The first and the last eight bytes of a text, which are all of it when it is no longer than sixteen.
struct Words {
    std::uint64_t first;
    std::uint64_t last; // 0 for a text of eight bytes or less
    std::size_t size;

    explicit Words(std::string_view text)
        : first(load(text.data())), last(text.size() > 8 ? load(text.data() + text.size() - 8) : 0), size(text.size())
    {
        if (size < 8)
            first &= (std::uint64_t(1) << (8 * size)) - 1;
    }

    /// Tells names and short values apart, and is cheap. The code generator does the same (cpp/hashing.py).
    std::uint64_t mixed() const { return (first ^ (last * 0x9e37'79b9'7f4a'7c15)) + size; }
};

/// The high bit of every byte of \a word that equals \a byte; exact up to the lowest one that is set.
constexpr std::uint64_t matches(std::uint64_t word, unsigned char byte)
{
    constexpr std::uint64_t ones = 0x0101'0101'0101'0101;
    const std::uint64_t zeroWhereEqual = word ^ (ones * byte);
    return (zeroWhereEqual - ones) & ~zeroWhereEqual & (ones * 0x80);
}

/// Position of the first of two bytes at or behind \a at, which must be there.
inline const char *findEither(const char *at, unsigned char one, unsigned char other)
{
    static_assert(std::endian::native == std::endian::little);
    for (;; at += 8) {
        const std::uint64_t word = load(at);
        if (const std::uint64_t found = matches(word, one) | matches(word, other))
            return at + (std::countr_zero(found) >> 3);
    }
}

inline bool contains(std::string_view text, unsigned char byte)
{
    const char *at = text.data();
    const char *end = at + text.size();
    for (; end - at >= 8; at += 8) {
        if (matches(load(at), byte))
            return true;
    }
    const auto rest = static_cast<std::size_t>(end - at);
    const std::uint64_t mask = (std::uint64_t(1) << (8 * rest)) - 1;
    return rest > 0 && (matches(load(at), byte) & mask) != 0;
}

} // namespace tc::jsonwords
