// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/account.h"

#include <QList>

class QSettings;

namespace core {

/// Writes the accounts that last. Other entries that are there stay as they are.
void saveAccounts(QSettings &settings, const QList<Account> &accounts);
void removeAccount(QSettings &settings, const QString &id);
/// What was written; entries that are not understood are left out.
QList<Account> loadAccounts(QSettings &settings);

} // namespace core
