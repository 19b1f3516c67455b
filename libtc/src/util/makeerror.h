// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

namespace tc {

/// An error that no reply told of. \a message must hold no secret.
inline Error makeError(ErrorKind kind, const QString &message, const QString &code = {})
{
    Error error;
    error.kind = kind;
    error.code = code;
    error.message = message;
    return error;
}

/// The call itself was wrong.
inline Error usageError(const QString &message)
{
    return makeError(ErrorKind::Usage, message);
}

} // namespace tc
