# SPDX-License-Identifier: MPL-2.0
"""Perfect hashes for fixed sets of names; the C++ side is jsonwords::Words."""

import random

MASK = (1 << 64) - 1
SPREAD = 0x9E3779B97F4A7C15


def words(name):
    """The first and the last eight bytes; the last are 0 for a name that has no more than eight."""
    data = name.encode()
    return int.from_bytes(data[:8], "little"), int.from_bytes(data[-8:], "little") if len(data) > 8 else 0


def mixed(name):
    first, last = words(name)
    return (first ^ (last * SPREAD & MASK)) + len(name.encode()) & MASK


def perfect_hash(names):
    """(bits, multiplier, slots) such that no two names share a slot; a slot holds index + 1, or 0."""
    words = [mixed(name) for name in names]
    if len(set(words)) != len(words):
        raise SystemExit(f"names that hash alike: {sorted(names)}")
    generator = random.Random(len(names))
    bits = max(1, (2 * len(names) - 1).bit_length())
    while True:
        for _ in range(2000):
            multiplier = generator.getrandbits(64) | 1
            slots = [(word * multiplier & MASK) >> (64 - bits) for word in words]
            if len(set(slots)) == len(slots):
                table = [0] * (1 << bits)
                for index, slot in enumerate(slots):
                    table[slot] = index + 1
                return bits, multiplier, table
        bits += 1
