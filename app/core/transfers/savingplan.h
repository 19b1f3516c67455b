// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QHash>
#include <QStringList>

#include <memory>

namespace core {

/// How several artifacts are laid out in a folder.
enum class FolderForm {
    Flat, ///< all side by side
    Folders, ///< in the folders that their names speak of, without those that all have in common
};

/// Finds a name for each file that is to be saved below one folder. Two files never get names that any file system
/// takes for the same, nothing that is there is replaced, and no path leads out of the folder, not even through a link
/// that lies in it. A name is taken together with the name that a file has while it is written.
///
/// Looks into the folder and its subfolders as they come up, so it belongs on a worker when there is somebody to wait.
class SavingPlan
{
public:
    explicit SavingPlan(const QString &folder);
    ~SavingPlan();
    Q_DISABLE_COPY_MOVE(SavingPlan)

    /// \a path is going to be written by somebody else.
    void reserve(const QString &path);
    /// Absolute path for the file with these \a components, folders first, each made safe before.
    QString add(const QStringList &components);

private:
    struct Folder;

    static Folder *enter(Folder *folder, const QString &name);
    static void list(Folder *folder);

    std::unique_ptr<Folder> m_top;
};

/// Paths below \a folder for artifacts of these names, in their order. \a reserved are paths that others are about to
/// write.
QStringList planPaths(
    const QString &folder, const QStringList &artifactNames, FolderForm form, const QStringList &reserved = {});

} // namespace core
