// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

namespace core {

/// How far one part of a page has come. Parts load, fail and are tried again separately.
struct Part {
    enum class State {
        Idle, ///< nothing was asked for
        Loading, ///< what is known so far may be shown
        Ready,
        Failed, ///< see error; what was known before may still be shown
    };

    State state = State::Idle;
    tc::Error error; ///< set while Failed

    bool isLoading() const { return state == State::Loading; }
    bool hasFailed() const { return state == State::Failed; }
};

} // namespace core
