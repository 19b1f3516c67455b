// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

#include <QByteArray>

namespace core {

/// Writes \a bytes to the file at \a path, which nobody but its owner may read (0600), whoever could read it before.
/// It is either the old file or the whole new one. A Usage error in the system's words, without any of the bytes.
tc::Result<void> writePrivateFile(const QString &path, const QByteArray &bytes);

} // namespace core
