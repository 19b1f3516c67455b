// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

#include <QString>

#include <functional>
#include <memory>

namespace tc {

/// A client id with its secret. The default value is anonymous.
struct Credentials {
    QString clientId;
    QString accessToken;
    QString certificate; ///< JSON text of temporary credentials, empty for permanent ones

    /// Whether there is nothing to sign with: client id or access token are empty.
    bool isAnonymous() const { return clientId.isEmpty() || accessToken.isEmpty(); }
    bool isTemporary() const { return !certificate.isEmpty(); }

    friend bool operator==(const Credentials &, const Credentials &) = default;
};

/// Where a client gets its credentials from, asked before each attempt, on the client's thread. A provider that
/// reads a keychain or renews temporary credentials answers later; it may be asked again before it has answered.
class CredentialProvider
{
public:
    using Answer = std::function<void(Result<Credentials>)>;

    CredentialProvider() = default;
    virtual ~CredentialProvider();
    Q_DISABLE_COPY_MOVE(CredentialProvider)

    /// Calls \a answer exactly once, from this call or later, on the thread that asked.
    virtual void provide(Answer answer) = 0;
};

/// A provider of credentials that never change.
std::shared_ptr<CredentialProvider> fixedCredentials(Credentials credentials);

} // namespace tc
