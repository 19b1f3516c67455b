// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/accountsecrets.h"

namespace core {

/// What credentials of a kind are, in words: "Permanent client".
QString accountKindText(Account::Kind kind);

/// One character that stands for an account beside its colour: of its name, else of the last part of its client id.
/// Empty for anonymous ones.
QString accountLetter(const Account &account);

/// How it stands with an account, in words for a line of a list.
struct AccountNote {
    QString text {};
    bool isTrouble = false; ///< there is something to do or to know
};

/// What matters most: that it has run out or soon will, what the keychain does, else where its secret lives. \a now is
/// milliseconds since the epoch.
AccountNote accountNote(const Account &account, const SecretState &state, qint64 now);

} // namespace core
