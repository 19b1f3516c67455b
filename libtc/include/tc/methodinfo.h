// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

#include <span>

namespace tc {

/// How settled a method is, in the words of the API reference.
enum class Stability { Stable, Experimental, Deprecated };

/// The facts about one method of the API. All text is ASCII with static lifetime.
struct MethodInfo {
    const char *service = ""; ///< "queue"
    const char *version = ""; ///< "v1"
    const char *name = ""; ///< "listTaskGroup"
    const char *verb = ""; ///< "GET"
    const char *route = ""; ///< "/task-group/<taskGroupId>/list"
    std::span<const char *const> arguments {}; ///< names, in the route's order
    std::span<const char *const> query {}; ///< names of the query parameters it takes
    const char *scopes = ""; ///< the scope expression as JSON; empty when none is needed
    const char *listMember = ""; ///< member of the result that holds a page's rows; empty when not paged
    Stability stability = Stability::Stable;
    bool paged = false;
    bool hasInput = false;
    bool hasOutput = false;
    /// Whether doing it twice is doing it once. Calls that are not are never sent again once they may have arrived.
    bool idempotent = true;
};

} // namespace tc
