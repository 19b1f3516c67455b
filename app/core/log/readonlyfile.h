// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QFile>
#include <QString>

#include <mutex>

namespace core {

/// A file that several threads read at places of their own, while another program or thread adds to it.
class ReadOnlyFile
{
public:
    ReadOnlyFile() = default;
    Q_DISABLE_COPY_MOVE(ReadOnlyFile)

    /// Once. False when the file is not there or may not be read.
    bool open(const QString &path);
    bool isOpen() const { return m_file.isOpen(); }

    /// Up to \a size bytes from \a offset on; fewer at the end of the file, none on an error.
    qint64 readAt(qint64 offset, char *data, qint64 size) const;
    QByteArray readAt(qint64 offset, qint64 size) const;

private:
    mutable QFile m_file;
#ifndef Q_OS_UNIX
    mutable std::mutex m_mutex;
#endif
};

} // namespace core
