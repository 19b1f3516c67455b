// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>

namespace tc {

/// When and how often a call is tried again. 5xx, 429 and connection errors are; everything else is final.
struct RetryPolicy {
    int retries = 5; ///< attempts after the first one
    std::chrono::milliseconds base { 100 }; ///< wait before the first retry
    double factor = 2; ///< each further wait is this much longer
    double jitter = 0.25; ///< each wait is changed at random by up to this share, up or down
    std::chrono::milliseconds cap { 30'000 }; ///< no wait is longer, Retry-After excepted
    std::chrono::milliseconds retryAfterCap { 120'000 }; ///< a Retry-After beyond this ends the call with the error

    /// Wait before retry \a number (1 is the first); \a random is in [0, 1).
    std::chrono::milliseconds delay(int number, double random) const;
};

} // namespace tc
