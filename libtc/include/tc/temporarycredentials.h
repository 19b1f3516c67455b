// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/credentials.h>

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace tc {

/// What temporary credentials shall be.
struct TemporaryCredentialsOptions {
    QDateTime expiry {}; ///< when they end; at most 31 days after the start
    QStringList scopes {}; ///< what they may do, patterns included; an empty list is valid and gives nothing
    /// When they begin; now when absent. Not to be put back for the sake of clocks: the services allow for five
    /// minutes.
    std::optional<QDateTime> start {};
    /// Their name, a client id of its own. Using them takes an issuer that holds `auth:create-client:<name>`. Empty for
    /// unnamed ones, which keep the issuer's client id and need no scope.
    QString clientId {};
};

/// Makes temporary credentials that end by themselves and that only their issuer's end can revoke. Nothing is sent:
/// the issuer signs a certificate, and the services check it when it is used. Scopes that the issuer does not hold make
/// the services refuse every use. Times have milliseconds.
///
/// The authorizedScopes of a client are no part of this: they narrow what a client does with its credentials, call by
/// call, and are not in the certificate. Whoever passes credentials on must narrow them by \a options.scopes; a client
/// that uses the result may narrow it further by its own authorizedScopes.
///
/// A Usage error when \a issuer is anonymous or itself temporary; when the name is the issuer's or no client id can be
/// like that; when a scope is not printable ASCII (a line feed would forge the text that is signed); for invalid times,
/// an end that is not after the start or more than 31 days after it; and when there are so many scopes that a
/// signature would be longer than the services take. Any thread.
Result<Credentials> createTemporaryCredentials(const Credentials &issuer, const TemporaryCredentialsOptions &options);

/// What the certificate of temporary credentials says.
struct Certificate {
    int version = 1;
    QStringList scopes {};
    QDateTime start {}; ///< UTC
    QDateTime expiry {}; ///< UTC
    QString seed {}; ///< 44 characters
    QString signature {}; ///< base64
    QString issuer {}; ///< who named them; empty for unnamed ones, whose issuer is their client id
};

/// Reads Credentials::certificate, as any of the official clients makes it. It cannot tell whether the signature is
/// right. A Usage error, which never contains any of the text, when it is not JSON or a member is missing or wrong.
Result<Certificate> parseCertificate(const QString &certificate);

/// What is known about credentials.
struct CredentialInformation {
    enum class Type { Anonymous, Permanent, Temporary };

    Type type = Type::Anonymous;
    QString clientId {};
    QString issuer {}; ///< the client whose token signed the certificate; of permanent ones the client itself
    bool active = false; ///< begun, not ended, and as far as is known not disabled
    QDateTime start {}; ///< of temporary ones; UTC
    QDateTime expiry {}; ///< UTC; invalid when unknown
    QStringList scopes {};
    /// Whether scopes are what the auth service says, roles expanded and narrowed to authorizedScopes; otherwise they
    /// are what the certificate lists.
    bool scopesAreExpanded = false;
    QString inactiveReason {}; ///< in words for a person, when the auth service refuses them or the client is disabled
};

/// What \a credentials say about themselves, without asking anybody. Permanent ones say neither expiry nor scopes; use
/// a CredentialCheck for those. The error of parseCertificate() when it has one.
Result<CredentialInformation> credentialInformation(
    const Credentials &credentials, const QDateTime &now = QDateTime::currentDateTimeUtc());

} // namespace tc
