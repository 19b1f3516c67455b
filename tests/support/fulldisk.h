// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

#include <functional>

namespace tc::test {

/// A disk that runs full: while it lives, what this program does to files below a folder fails with ENOSPC where it is
/// told to. The program's own write(), fsync() and rename() stand before the C library's, as a preloaded library's
/// would, so that Qt's and the standard library's calls come through here too. One at a time.
class FullDisk
{
public:
    explicit FullDisk(const QString &folder);
    ~FullDisk();
    Q_DISABLE_COPY_MOVE(FullDisk)

    /// Room for so many more bytes; a write across the end is cut short, as disks do it.
    void failWriteAt(qint64 bytes);
    void failFsync();
    void failRename();

    /// How often something was refused.
    int refusals() const;
};

/// Runs \a scenario in a folder that has room for \a bytes: on a small disk of its own, for which the test program runs
/// once more in a name space where it may mount one, or, where that is not allowed, under a FullDisk. Whether the
/// scenario ran and went well. To be called from the test function of that name, which has no data.
bool onSmallDisk(const char *testFunction, qint64 bytes, const std::function<void(const QString &folder)> &scenario);

} // namespace tc::test
