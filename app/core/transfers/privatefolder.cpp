// SPDX-License-Identifier: MPL-2.0
#include "core/transfers/privatefolder.h"

#include <tc/slugid.h>

#include <QDir>
#include <QFileInfo>

namespace core {

using namespace Qt::StringLiterals;

namespace {

const auto lockEnding = u".lock"_s;
constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

bool makeClosed(const QString &path)
{
    const QFileInfo info(path);
    if (info.isSymLink())
        return false;
    if (!info.isDir())
        return QDir().mkpath(info.path()) && QDir().mkdir(path, ownerOnly);
    return QFile::setPermissions(path, ownerOnly);
}

} // namespace

PrivateFolder::PrivateFolder(const QString &place)
{
    if (!makeClosed(place))
        return;
    removeLeftovers(place);
    const QString path = QDir(place).absoluteFilePath(u"files-"_s + tc::slugId());
    // Locked before it is there, so that nobody takes it for a leftover.
    m_lock = std::make_unique<QLockFile>(path + lockEnding);
    m_lock->setStaleLockTime(0); // a lock is as old as its program
    if (m_lock->tryLock(0) && QDir().mkdir(path, ownerOnly))
        m_path = path;
}

PrivateFolder::~PrivateFolder()
{
    if (isValid())
        QDir(m_path).removeRecursively();
}

void PrivateFolder::removeLeftovers(const QString &place)
{
    const QFileInfoList folders = QDir(place).entryInfoList(
        { u"files-*"_s }, QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden | QDir::NoSymLinks);
    for (const QFileInfo &folder : folders) {
        QLockFile lock(folder.absoluteFilePath() + lockEnding);
        lock.setStaleLockTime(0);
        if (lock.tryLock(0))
            QDir(folder.absoluteFilePath()).removeRecursively();
    }
}

QString PrivateFolder::makeSubfolder()
{
    const QString path = m_path + u'/' + QString::number(++m_subfolders);
    return isValid() && QDir().mkdir(path, ownerOnly) ? path : QString();
}

void PrivateFolder::empty()
{
    if (!isValid())
        return;
    const QFileInfoList entries
        = QDir(m_path).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries) {
        if (entry.isDir() && !entry.isSymLink())
            QDir(entry.absoluteFilePath()).removeRecursively();
        else
            QFile::remove(entry.absoluteFilePath());
    }
}

} // namespace core
