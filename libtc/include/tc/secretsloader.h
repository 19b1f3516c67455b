// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/client.h>

#include <QJsonObject>

/// Settings of a program that are kept in a secret of the secrets service, shared between projects by their prefixes.
namespace tc {

/// What is wanted of a secret.
struct SecretsOptions {
    /// Members of the secret whose members are the settings, for example "common" and "backend"; where two have a
    /// setting the later one counts, and one that is not there is skipped. Empty takes the secret's own members.
    QStringList prefixes {};
    QStringList required {}; ///< settings that must be there in the end
    QJsonObject existing {}; ///< settings that count where the secret has none
    /// Stands for the secret; the service is not asked then. For development without access to it, read from a file.
    std::optional<QJsonObject> local {};
};

/// The settings in the secret \a all. A NotFound error with the code "MissingSecrets" names every required one that is
/// missing; a prefix that holds anything but an object is a Protocol error. No error holds a value.
Result<QJsonObject> selectSecrets(const QJsonObject &all, const SecretsOptions &options);

/// Loads the secret \a name with secrets.get, and selects: an object. Errors are those of the call and of
/// selectSecrets(). Scopes: `secrets:get:<name>`; none for a local source. The reply belongs to \a parent or the
/// client.
Reply<Json> *loadSecrets(Client *client, const QString &name, const SecretsOptions &options = {},
    const CallOptions &call = {}, QObject *parent = nullptr);

} // namespace tc
