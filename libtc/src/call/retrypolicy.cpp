// SPDX-License-Identifier: MPL-2.0
#include <tc/retrypolicy.h>

#include <algorithm>
#include <cmath>

namespace tc {

std::chrono::milliseconds RetryPolicy::delay(int number, double random) const
{
    const double share = std::clamp(jitter, 0.0, 1.0);
    const double wait = static_cast<double>(base.count()) * std::pow(factor, std::max(number, 1) - 1);
    const double varied = wait * (1 + share * (2 * random - 1));
    const double limited = std::clamp(varied, 0.0, static_cast<double>(cap.count()));
    return std::chrono::milliseconds(std::llround(limited));
}

} // namespace tc
