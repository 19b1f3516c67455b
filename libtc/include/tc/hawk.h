// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/credentials.h>

#include <QByteArray>
#include <QStringList>

#include <optional>

/// Signatures by the Hawk scheme as Taskcluster uses it. The client signs its calls itself; these functions are for
/// programs that sign something else, and for servers that check.
namespace tc::hawk {

/// The services refuse an Authorization header, and a path with a bewit, that is longer.
inline constexpr qsizetype maxLength = 4096;

/// The request that is signed.
struct Request {
    QByteArray verb; ///< "GET"
    QByteArray pathAndQuery; ///< exactly as sent, encoded
    QByteArray host; ///< without port; an IPv6 address in brackets
    int port = 443;
};

/// What a signature contains besides the request.
struct Artifacts {
    qint64 timestamp = 0; ///< seconds since 1970; of a bewit, when it expires
    QByteArray nonce; ///< empty in a bewit
    QByteArray hash; ///< of the payload, or empty
    QByteArray ext; ///< base64 of JSON, or empty
};

/// The text that is signed for a header.
QByteArray normalizedHeader(const Request &request, const Artifacts &artifacts);
/// The text that is signed for a bewit.
QByteArray normalizedBewit(const Request &request, const Artifacts &artifacts);
/// HMAC-SHA256 of \a normalized, in base64.
QByteArray mac(const QByteArray &key, const QByteArray &normalized);
/// Hash of a body; of \a contentType only what stands before a semicolon counts.
QByteArray payloadHash(const QByteArray &contentType, const QByteArray &body);
/// Certificate and authorized scopes as the services read them, in base64; empty when there is neither. An empty list
/// of scopes is something to say. A certificate that is not a JSON object is a Usage error.
Result<QByteArray> ext(const Credentials &credentials, const std::optional<QStringList> &authorizedScopes);

/// What a signature may say besides the request.
struct SigningOptions {
    std::optional<QStringList> authorizedScopes; ///< absent is not empty
    QByteArray payloadHash; ///< empty for none
    std::optional<qint64> timestamp; ///< seconds since 1970; now unless given
    QByteArray nonce; ///< random unless given
};

/// The value of the Authorization header. A Usage error when the client id cannot stand in a header, and when the
/// header would be longer than the services take: it says which part is too long.
Result<QByteArray> authorizationHeader(
    const Credentials &credentials, const Request &request, const SigningOptions &options = {});

/// The value of the query parameter "bewit" for a GET of \a request until \a expires (seconds since 1970). A Usage
/// error when path, query and bewit together are longer than the services take.
Result<QByteArray> bewit(const Credentials &credentials, const Request &request, qint64 expires,
    const std::optional<QStringList> &authorizedScopes = {});

} // namespace tc::hawk
