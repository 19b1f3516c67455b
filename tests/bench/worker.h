// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>

/// The most memory that this process has had, in MiB.
inline double peakMemory()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Runs \a round (which returns milliseconds) for each line "go" on standard input and prints what it returned, after a
/// first one to warm up. A line "peak" is answered with peakMemory(). tests/bench/measure.py is on the other side.
template <typename F>
int runWorker(F round)
{
    round();
    std::puts("ready");
    std::fflush(stdout);
    for (std::string line; std::getline(std::cin, line);) {
        if (line == "go")
            std::printf("%.3f\n", round());
        else if (line == "peak")
            std::printf("%.3f\n", peakMemory());
        std::fflush(stdout);
    }
    return 0;
}

/// Milliseconds since \a start.
inline double millisecondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}
