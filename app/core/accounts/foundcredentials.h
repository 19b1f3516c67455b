// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/account.h"

#include <tc/credentials.h>

class QProcessEnvironment;

namespace core {

/// Credentials that came from outside: typed, pasted, from the environment or from a file.
struct FoundCredentials {
    QString rootUrl {}; ///< empty when nothing named a deployment
    tc::Credentials credentials {};

    friend bool operator==(const FoundCredentials &, const FoundCredentials &) = default;
};

/// The same without the white space around it that comes with copying, or what is wrong with it: a part is missing, or
/// cannot be what it says it is. No error holds any of the text.
tc::Result<FoundCredentials> checkedCredentials(FoundCredentials found);

/// Reads what a person pastes: JSON, assignments for sh, fish or csh (the output of `taskcluster signin` among them),
/// the contents of the command's configuration file, or the address that a browser goes to after the sign-in. Other
/// lines around assignments do not matter.
tc::Result<FoundCredentials> parseCredentials(const QString &text);

/// From the TASKCLUSTER_ variables.
tc::Result<FoundCredentials> credentialsOf(const QProcessEnvironment &environment);

/// An account for credentials, as far as they tell what they are. Its secret is in memory, or none when anonymous.
Account accountFor(const QString &rootUrl, const tc::Credentials &credentials);

} // namespace core
