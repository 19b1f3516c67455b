// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/account.h"
#include "core/credentials/clientactions.h"
#include "ui/dialogs/confirmdialog.h"

namespace ui {

// What is said before, after and instead of something that is done to a client.

/// \a account is the one whose credentials do it.
Confirmation clientQuestion(core::ClientActions::Act act, const core::Account &account, const QString &clientId);
QString clientDone(core::ClientActions::Act act, const QString &clientId);
QString clientFailed(core::ClientActions::Act act, const QString &clientId);

} // namespace ui
