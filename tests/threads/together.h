// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <latch>
#include <thread>
#include <vector>

namespace tc::test {

/// Calls \a work with 0, 1, … on \a count threads that begin at the same moment, and waits for them. Plain threads of
/// the standard library: Qt's own are not built for the thread sanitizer, so it would not see them begin and end.
template <typename Work>
void together(int count, Work work)
{
    std::latch begin(count);
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i) {
        threads.emplace_back([&begin, &work, i] {
            begin.arrive_and_wait();
            work(i);
        });
    }
    for (auto &thread : threads)
        thread.join();
}

} // namespace tc::test
