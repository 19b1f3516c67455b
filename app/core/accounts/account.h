// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

namespace core {

/// Who one is at which deployment. Never holds the secret itself.
struct Account {
    enum class Secret {
        None, ///< anonymous
        Environment, ///< the TASKCLUSTER_ variables of the process
        Demo, ///< the embedded demo deployment's own credentials
    };

    QString rootUrl;
    QString clientId; ///< empty when anonymous
    Secret secret = Secret::None;

    friend bool operator==(const Account &, const Account &) = default;
};

} // namespace core
