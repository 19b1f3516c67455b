// SPDX-License-Identifier: MPL-2.0
#include "core/log/readonlyfile.h"

#ifdef Q_OS_UNIX
#include <unistd.h>

#include <cerrno>
#endif

namespace core {

bool ReadOnlyFile::open(const QString &path)
{
    m_file.setFileName(path);
    return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

#ifdef Q_OS_UNIX
qint64 ReadOnlyFile::readAt(qint64 offset, char *data, qint64 size) const
{
    qint64 done = 0;
    while (done < size) {
        const ssize_t got = ::pread(m_file.handle(), data + done, static_cast<size_t>(size - done), offset + done);
        if (got > 0)
            done += got;
        else if (got == 0 || errno != EINTR)
            break;
    }
    return done;
}
#else
// Without a read that names its place, readers take turns.
qint64 ReadOnlyFile::readAt(qint64 offset, char *data, qint64 size) const
{
    const std::lock_guard lock(m_mutex);
    if (!m_file.seek(offset))
        return 0;
    return std::max<qint64>(0, m_file.read(data, size));
}
#endif

QByteArray ReadOnlyFile::readAt(qint64 offset, qint64 size) const
{
    QByteArray bytes(std::max<qint64>(0, size), Qt::Uninitialized);
    bytes.truncate(readAt(offset, bytes.data(), bytes.size()));
    return bytes;
}

} // namespace core
