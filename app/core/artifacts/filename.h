// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QStringList>

namespace core {

/// File name under which an artifact is offered to be saved: the last component of its name, made harmless on
/// every system. No separators, drive letters, leading dots or blanks at the ends, no control or bidi characters,
/// no name that Windows reserves, at most 200 bytes of UTF-8 with the ending kept. Never empty.
QString safeFileName(const QString &artifactName);

/// The whole name as folders and, last, a file name, each made harmless as above. Parts that say nothing ("", ".") are
/// left out; ".." becomes a folder of its own, so that the path only ever leads down. Never empty.
QStringList safeFilePath(const QString &artifactName);

/// "name (2).txt" for \a name and 2; the ending, "tar.gz" too, stays at the end.
QString numberedFileName(const QString &name, int number);

/// What two names have in common that some file system takes for one: letter case and the form of accents are left out.
QString fileNameKey(const QString &name);

/// \a name as it is, or "name (2).txt" and so on, so that no file of \a folder has it (in any letter case).
QString freeFileName(const QString &folder, const QString &name);

} // namespace core
