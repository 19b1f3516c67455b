// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

namespace core {

/// File name under which an artifact is offered to be saved: the last component of its name, made harmless on
/// every system. No separators, drive letters, leading dots or blanks at the ends, no control or bidi characters,
/// no name that Windows reserves, at most 200 bytes of UTF-8 with the ending kept. Never empty.
QString safeFileName(const QString &artifactName);

/// \a name as it is, or "name (2).txt" and so on, so that no file of \a folder has it (in any letter case).
QString freeFileName(const QString &folder, const QString &name);

} // namespace core
