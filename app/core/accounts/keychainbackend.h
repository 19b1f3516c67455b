// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>

#include <functional>

namespace core {

/// Which keychain QtKeychain takes on this desktop.
enum class KeychainBackend {
    SecretService,
    KWallet,
    None, ///< the library for the Secret Service is missing
};

/// Foresees QtKeychain's choice, which it makes once and does not tell. \a then is called once, from this call or
/// later, and not after the end of \a context.
void findKeychainBackend(QObject *context, std::function<void(KeychainBackend)> then);

/// Tells libsecret that the Secret Service is the process on the bus called \a owner. It keeps its session with the one
/// before for ever, and every read and write would fail after a keychain was started anew.
void followSecretService(const QString &owner);

/// Whether the Secret Service was found to be the one.
bool usesSecretService();

} // namespace core
