// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/foundcredentials.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace core {

/// What the configuration of the `taskcluster` command says about a deployment.
struct ClientConfig {
    FoundCredentials found {}; ///< as it stands there, unchecked
    std::optional<QStringList> authorizedScopes {};
    bool hasSecret = false; ///< there is an access token in plain text
    bool othersMayRead = false; ///< of a file: users besides its owner may read it
};

/// Where the command keeps its configuration.
QString clientConfigPath(const QProcessEnvironment &environment);

/// Reads a configuration. A Usage error for what is none; no error holds any of its text.
tc::Result<ClientConfig> parseClientConfig(const QByteArray &yaml);
/// The same of a file; NotFound when there is none.
tc::Result<ClientConfig> readClientConfig(const QString &path);

/// \a yaml without access token and certificate, and otherwise as it was; comments are lost where it is written in a
/// way that leaves no choice. An error when the secret stands somewhere else, too.
tc::Result<QByteArray> withoutSecrets(const QByteArray &yaml);
/// Does that to a file, in one step: it is either the old one or the new one, with the same permissions. No copy of the
/// old one is left, for that would have the secret.
tc::Result<void> removeSecrets(const QString &path);

} // namespace core
