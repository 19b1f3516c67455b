// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/secretjob.h"

#include <tc/error.h>

namespace core {

/// What became of a secret, for a person. All of it may be shown as plain text.
struct SecretText {
    QString why {}; ///< one sentence: "The keychain is locked."
    QString advice {}; ///< what to do; may be empty
};

/// \a outcome in words; empty when it is Done.
SecretText describeSecretOutcome(const SecretOutcome &outcome);

/// The error of a call that has no credentials because of \a outcome. Its code begins with "Keychain"; trying again may
/// help.
tc::Error secretError(const SecretOutcome &outcome);

} // namespace core
