// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>

/// Runs \a round (which returns milliseconds) for each line "go" on standard input and prints what it returned, after a
/// first one to warm up. tests/bench/measure.py is on the other side.
template <typename F>
int runWorker(F round)
{
    round();
    std::puts("ready");
    std::fflush(stdout);
    for (std::string line; std::getline(std::cin, line);) {
        if (line != "go")
            continue;
        std::printf("%.3f\n", round());
        std::fflush(stdout);
    }
    return 0;
}

/// Milliseconds since \a start.
inline double millisecondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}
