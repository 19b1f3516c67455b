// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>

namespace tc {

/// HMAC-SHA256 of \a text with \a key, 32 bytes. What every signature of Taskcluster is made of.
QByteArray hmacSha256(const QByteArray &key, const QByteArray &text);

} // namespace tc
