// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

namespace core {

/// An error that no deployment told of. \a message is for people and holds nothing secret.
inline tc::Error errorOf(tc::ErrorKind kind, const QString &message = {}, const QString &code = {})
{
    tc::Error error;
    error.kind = kind;
    error.code = code;
    error.message = message;
    return error;
}

} // namespace core
