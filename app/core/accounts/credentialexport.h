// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/foundcredentials.h"

namespace core {

enum class ExportFormat {
    Sh, ///< export, for sh, bash, zsh and their like
    Fish, ///< set -gx
    Csh, ///< setenv, for csh and tcsh
    Json, ///< as the client libraries take it
    Config, ///< the configuration file of the `taskcluster` command
};

/// \a found as text for another program: everything that a shell would treat in its own way is quoted. Permanent
/// credentials also unset a certificate that an earlier line may have left. A Usage error for values that no variable
/// can hold. The text holds the secret: it goes where the person asked for it, and nowhere else.
tc::Result<QString> exportCredentials(const FoundCredentials &found, ExportFormat format);

} // namespace core
