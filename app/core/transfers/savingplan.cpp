// SPDX-License-Identifier: MPL-2.0
#include "core/transfers/savingplan.h"

#include "core/artifacts/filename.h"

#include <QDir>
#include <QSet>

#include <algorithm>
#include <map>

namespace core {

using namespace Qt::StringLiterals;

namespace {

const auto partEnding = u".part"_s; // of a file that is being written

// How many folders all paths begin with.
qsizetype commonFolders(const std::vector<QStringList> &paths)
{
    qsizetype common = paths.empty() ? 0 : paths.front().size() - 1;
    for (const QStringList &path : paths) {
        qsizetype same = 0;
        while (same < std::min(common, path.size() - 1) && path.at(same) == paths.front().at(same))
            ++same;
        common = same;
    }
    return common;
}

} // namespace

/// What is known of a folder: what lies in it, and what will.
struct SavingPlan::Folder {
    QString path;
    QSet<QString> taken; ///< keys of names
    QHash<QString, QString> real; ///< key to name of the folders in it that may be entered: no links
    QHash<QString, int> numbers; ///< how far the numbers of a name have come
    std::map<QString, std::unique_ptr<Folder>> entered; ///< by key
};

SavingPlan::SavingPlan(const QString &folder) : m_top(std::make_unique<Folder>())
{
    m_top->path = QDir(folder).absolutePath();
    list(m_top.get());
}

SavingPlan::~SavingPlan() = default;

void SavingPlan::list(Folder *folder)
{
    const QFileInfoList entries
        = QDir(folder->path).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries) {
        const QString key = fileNameKey(entry.fileName());
        folder->taken.insert(key);
        if (entry.isDir() && !entry.isSymLink() && !entry.isJunction())
            folder->real.insert(key, entry.fileName());
    }
}

SavingPlan::Folder *SavingPlan::enter(Folder *folder, const QString &name)
{
    QString chosen = name;
    // A file, or a link, that has the name is gone around.
    for (int number = 2; folder->taken.contains(fileNameKey(chosen)); ++number) {
        const auto real = folder->real.constFind(fileNameKey(chosen));
        if (real != folder->real.constEnd()) {
            chosen = *real;
            break;
        }
        chosen = numberedFileName(name, number);
    }
    const QString key = fileNameKey(chosen);
    folder->taken.insert(key);
    folder->real.insert(key, chosen);
    std::unique_ptr<Folder> &entered = folder->entered[key];
    if (!entered) {
        entered = std::make_unique<Folder>();
        entered->path = folder->path + u'/' + chosen;
        list(entered.get());
    }
    return entered.get();
}

void SavingPlan::reserve(const QString &path)
{
    const QString relative = QDir(m_top->path).relativeFilePath(path);
    if (QDir::isAbsolutePath(relative) || relative.startsWith("../"_L1))
        return;
    const QStringList parts = relative.split(u'/');
    Folder *folder = m_top.get();
    for (qsizetype i = 0; i + 1 < parts.size(); ++i)
        folder = enter(folder, parts.at(i));
    folder->taken.insert(fileNameKey(parts.last()));
    folder->taken.insert(fileNameKey(parts.last() + partEnding));
}

QString SavingPlan::add(const QStringList &components)
{
    Folder *folder = m_top.get();
    for (qsizetype i = 0; i + 1 < components.size(); ++i)
        folder = enter(folder, components.at(i));
    const QString &name = components.last();
    const auto isFree = [folder](const QString &candidate) {
        return !folder->taken.contains(fileNameKey(candidate))
            && !folder->taken.contains(fileNameKey(candidate + partEnding));
    };
    QString candidate = name;
    // The count is kept: thousands of artifacts may have the same name in different folders.
    for (int &number = folder->numbers[fileNameKey(name)]; !isFree(candidate);) {
        number = std::max(2, number + 1);
        candidate = numberedFileName(name, number);
    }
    folder->taken.insert(fileNameKey(candidate));
    folder->taken.insert(fileNameKey(candidate + partEnding));
    return folder->path + u'/' + candidate;
}

QStringList planPaths(
    const QString &folder, const QStringList &artifactNames, FolderForm form, const QStringList &reserved)
{
    std::vector<QStringList> paths;
    paths.reserve(static_cast<size_t>(artifactNames.size()));
    for (const QString &name : artifactNames) {
        const QStringList path = safeFilePath(name);
        paths.push_back(form == FolderForm::Flat ? QStringList { path.last() } : path);
    }
    const qsizetype common = commonFolders(paths);
    SavingPlan plan(folder);
    for (const QString &path : reserved)
        plan.reserve(path);
    QStringList planned;
    planned.reserve(artifactNames.size());
    for (const QStringList &path : paths)
        planned.append(plan.add(path.mid(common)));
    return planned;
}

} // namespace core
