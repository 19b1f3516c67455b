// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/json.h>

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace tc {

/// What went wrong, as the caller acts on it.
enum class ErrorKind {
    None, ///< nothing went wrong
    Usage, ///< the call itself was wrong: malformed root URL, empty argument, header too long, a file that cannot be
           ///< written
    Network, ///< no reply: refused, name not found, connection cut
    Tls, ///< the server's identity could not be proved
    Timeout, ///< no byte for too long, or the call's total was used up
    Cancelled, ///< abort() was called
    Authentication, ///< 401
    Scope, ///< 403; see Error::missingScopes
    NotFound, ///< 404
    Conflict, ///< 409
    Expired, ///< 410
    RateLimited, ///< 429
    Artifact, ///< 424: an error artifact; the message is the artifact's
    Client, ///< any other 4xx, and redirects, which calls never follow
    Server, ///< 5xx
    TooLarge, ///< the reply is longer than the client's cap
    Protocol, ///< the reply is not what the API promises: HTML, cut JSON, a wrong type, a repeated page token
};

/// An error as a value. Secrets are taken out where it is made, so every member may be shown and logged.
struct Error {
    ErrorKind kind = ErrorKind::None;
    int httpStatus = 0; ///< 0 when there was no reply
    QString code; ///< Taskcluster's code, for example "ResourceNotFound"; empty when the reply had none
    QString message; ///< one paragraph for a person, without the service's footer
    Json details; ///< the reply's body when it was JSON, otherwise null
    QString requestId; ///< x-for-request-id
    QString traceId; ///< x-for-trace-id
    QString method; ///< "queue.listTaskGroup"
    int attempts = 0; ///< how often the request was sent
    QStringList missingScopes; ///< of a 403: the scopes, or scope expressions as JSON, that are missing

    /// Whether there is an error at all.
    explicit operator bool() const { return kind != ErrorKind::None; }
};

/// A value or an error; what the blocking form and fallible helpers return.
template <typename T>
struct Result {
    std::optional<T> value;
    Error error;

    explicit operator bool() const { return value.has_value(); }
    const T &operator*() const { return *value; }
    const T *operator->() const { return &*value; }
};

template <>
struct Result<void> {
    Error error;

    explicit operator bool() const { return error.kind == ErrorKind::None; }
};

} // namespace tc

Q_DECLARE_METATYPE(tc::Error)
