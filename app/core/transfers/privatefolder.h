// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QLockFile>
#include <QString>

#include <memory>

namespace core {

/// A folder that only this user may enter, for files that other programs are pointed to. It is removed with this; what
/// a program that was killed has left behind, the next one that is made in the same place removes. Several programs
/// may use one place at the same time: each has its own folder there, held by a lock.
class PrivateFolder
{
public:
    /// Makes a folder below \a place, which is made, too, and closed to others.
    explicit PrivateFolder(const QString &place);
    ~PrivateFolder();
    Q_DISABLE_COPY_MOVE(PrivateFolder)

    bool isValid() const { return !m_path.isEmpty(); }
    /// Absolute; empty when there is none.
    QString path() const { return m_path; }
    /// A fresh subfolder, as closed as the folder; empty when it cannot be made.
    QString makeSubfolder();
    /// Removes all that is in the folder.
    void empty();

private:
    static void removeLeftovers(const QString &place);

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    int m_subfolders = 0;
};

} // namespace core
