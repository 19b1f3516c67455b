// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/keychainbackend.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QLibrary>

#include <optional>

namespace core {

using namespace Qt::StringLiterals;

namespace {

std::optional<KeychainBackend> &chosen()
{
    static std::optional<KeychainBackend> backend;
    return backend;
}

// Plasma 5 is the one desktop where QtKeychain prefers a wallet to the Secret Service.
bool isPlasma5()
{
    const bool isKde = qgetenv("XDG_CURRENT_DESKTOP") == "KDE" || qgetenv("DESKTOP_SESSION") == "kde";
    return isKde && qgetenv("KDE_SESSION_VERSION") == "5";
}

KeychainBackend withoutWallet()
{
    return QLibrary(u"secret-1"_s, 0).load() ? KeychainBackend::SecretService : KeychainBackend::None;
}

} // namespace

void findKeychainBackend(QObject *context, std::function<void(KeychainBackend)> then)
{
    if (!chosen() && !isPlasma5())
        chosen() = withoutWallet();
    if (chosen())
        return then(*chosen());
    const QDBusMessage question = QDBusMessage::createMethodCall(
        u"org.kde.kwalletd5"_s, u"/modules/kwalletd5"_s, u"org.kde.KWallet"_s, u"networkWallet"_s);
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        chosen() = watcher->isError() ? withoutWallet() : KeychainBackend::KWallet;
        then(*chosen());
    });
}

void followSecretService(const QString &owner)
{
    static QString before;
    const bool isAnother = !before.isEmpty() && before != owner;
    before = owner;
    if (!isAnother)
        return;
    using Disconnect = void (*)();
    QLibrary library(u"secret-1"_s, 0);
    if (const auto disconnect = reinterpret_cast<Disconnect>(library.resolve("secret_service_disconnect")))
        disconnect();
}

bool usesSecretService()
{
    return chosen() == KeychainBackend::SecretService;
}

} // namespace core
