// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "http/redact.h"

#include <tc/error.h>

namespace tc {

/// What stands in a reply that is an error.
struct ErrorReply {
    int status = 0;
    QByteArray contentType;
    QByteArray location; ///< of a redirect
    QByteArray body; ///< inflated
    QString host;
};

/// Reads any of the shapes in which errors come: a service's {code, message, requestInfo}, an error artifact's
/// {reason, message}, a router's {"error": …}, a load balancer's HTML, a storage's XML, text, nothing.
Error parseErrorReply(const ErrorReply &reply, const Redactor &redactor);

/// The kind that a status stands for.
ErrorKind kindOfStatus(int status);

/// A service's message without the footer that repeats method, code and time.
QString withoutFooter(const QString &message);

/// The scopes that a message of code InsufficientScopes says are missing: each a scope, or a scope expression as
/// compact JSON. The parts of an outer AllOf are taken one by one, because all of them are missing.
QStringList parseMissingScopes(const QString &message);

/// What a page of HTML says in a few words, its title or first text; empty when \a body is not HTML.
QString htmlSummary(const QByteArray &body);

} // namespace tc
