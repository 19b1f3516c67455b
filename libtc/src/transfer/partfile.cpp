// SPDX-License-Identifier: MPL-2.0
#include "transfer/partfile.h"

#include "util/makeerror.h"
#include "util/text.h"

#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <io.h>
#endif

#include <cerrno>
#include <filesystem>
#include <system_error>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

QString reasonOf(int code)
{
    return QString::fromStdString(std::generic_category().message(code));
}

#ifdef Q_OS_UNIX
/// Without it a rename may be lost with the power. What it says does not matter: the file is whole either way.
void syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}
#endif

} // namespace

PartFile::PartFile(const QString &filePath) : m_filePath(filePath), m_file(pathFor(filePath)) { }

PartFile::~PartFile()
{
    drop();
}

QString PartFile::pathFor(const QString &filePath)
{
    return filePath + u".part"_s;
}

Error PartFile::create()
{
    QFile::remove(m_file.fileName());
    // Unbuffered: whoever reads the file while it grows sees each piece. New, so that no link is followed.
    return opened(m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered));
}

Error PartFile::reopen()
{
    const QFileInfo info(m_file.fileName());
    if (info.isSymLink() || !info.isFile())
        return usageError(Text::tr("There is nothing to go on from."));
    return opened(m_file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered));
}

Error PartFile::opened(bool isOpen)
{
    if (!isOpen)
        return writeFailure();
#ifdef Q_OS_UNIX
    struct stat status {
    };
    if (::fstat(m_file.handle(), &status) == 0)
        m_identity = { status.st_dev, status.st_ino };
#endif
    m_state = State::Open;
    return {};
}

Error PartFile::writeFailure() const
{
    return usageError(Text::tr("%1 could not be written: %2.").arg(m_file.fileName(), m_file.errorString()));
}

/// Whether what has the part's name is what we wrote: two transfers to one file each make their own.
bool PartFile::isOurs() const
{
#ifdef Q_OS_UNIX
    struct stat status {
    };
    if (::lstat(QFile::encodeName(m_file.fileName()).constData(), &status) != 0)
        return false;
    return Identity { status.st_dev, status.st_ino } == m_identity;
#else
    return m_file.exists();
#endif
}

Error PartFile::sync()
{
#ifdef Q_OS_UNIX
    const bool isSafe = ::fsync(m_file.handle()) == 0;
#else
    const bool isSafe = ::_commit(m_file.handle()) == 0;
#endif
    if (isSafe)
        return {};
    return usageError(Text::tr("%1 could not be written: %2.").arg(m_file.fileName(), reasonOf(errno)));
}

Error PartFile::putInPlace()
{
    if (Error failure = sync())
        return failure;
    {
        const std::lock_guard lock(m_mutex);
        if (m_state != State::Open)
            return makeError(ErrorKind::Cancelled, Text::tr("The transfer was cancelled."));
        if (Error failure = rename())
            return failure;
        m_state = State::InPlace;
    }
    m_file.close();
#ifdef Q_OS_UNIX
    syncFolder(QFileInfo(m_filePath).absolutePath());
#endif
    return {};
}

Error PartFile::rename()
{
    if (!isOurs())
        return usageError(Text::tr("%1 has gone or was replaced while it was being written.").arg(m_file.fileName()));
#ifndef Q_OS_UNIX
    m_file.close(); // an open file cannot be renamed there
#endif
    std::error_code failure;
    std::filesystem::rename(
        QFile::encodeName(m_file.fileName()).toStdString(), QFile::encodeName(m_filePath).toStdString(), failure);
    if (!failure)
        return {};
    return usageError(
        Text::tr("%1 could not get its name: %2.").arg(m_filePath, QString::fromStdString(failure.message())));
}

bool PartFile::drop()
{
    const std::lock_guard lock(m_mutex);
    if (m_state == State::Open) {
        m_state = State::Dropped;
        if (isOurs())
            QFile::remove(m_file.fileName());
    }
    return m_state != State::InPlace;
}

Error PartFile::keep(qint64 size)
{
    const std::lock_guard lock(m_mutex);
    if (m_state != State::Open || !isOurs())
        return usageError(Text::tr("%1 has gone or was replaced while it was being written.").arg(m_file.fileName()));
    if (!m_file.resize(size))
        return writeFailure();
    m_state = State::Kept;
    m_file.close();
    return {};
}

} // namespace tc
