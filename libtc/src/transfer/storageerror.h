// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

#include <QUrl>

namespace tc {

class Exchange;

/// The error that a storage has answered with, in whatever shape; its body is read from \a reply, which was streamed or
/// collected.
Error storageError(Exchange *reply, const QUrl &url);

/// Whether \a failure may come from a URL that has expired meanwhile: storages say so with a 400, 401, 403 or 410.
bool mayHaveExpired(const Error &failure);

} // namespace tc
