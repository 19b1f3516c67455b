// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// What a fuzz target promises about every input. Aborts, so that the input is kept.
#define FUZZ_CHECK(condition)                                                                                          \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);                        \
            std::abort();                                                                                              \
        }                                                                                                              \
    } while (false)

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// The input as bytes of our own.
inline QByteArray bytesOf(const uint8_t *data, size_t size)
{
    return { reinterpret_cast<const char *>(data), static_cast<qsizetype>(size) };
}
