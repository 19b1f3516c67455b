// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

#include <QFile>
#include <QString>

#include <cstdint>
#include <mutex>
#include <utility>

namespace tc {

/// NAME.part while something writes it, and its way to NAME. Written by one thread at a time; drop() may be called from
/// another one meanwhile.
class PartFile
{
public:
    explicit PartFile(const QString &filePath);
    ~PartFile();
    Q_DISABLE_COPY_MOVE(PartFile)

    static QString pathFor(const QString &filePath);

    /// A new file. One that is in its place is removed, not written to: a worker may still be at it, or it may be a
    /// link to somewhere else.
    Error create();
    /// The file that an earlier transfer left, when it is an ordinary one.
    Error reopen();
    QFile *device() { return &m_file; }

    /// Brings the bytes to the disk, then gives the file its name, unless it was dropped or is not ours any more: then
    /// NAME stays as it was.
    Error putInPlace();
    /// Removes the file, unless it has got its name: then this returns false.
    bool drop();
    /// Closes the file and leaves it for another transfer. \a size bytes of it are to be kept.
    Error keep(qint64 size);

private:
    using Identity = std::pair<std::uint64_t, std::uint64_t>;
    enum class State { Unopened, Open, Dropped, InPlace, Kept };

    Error opened(bool isOpen);
    Error writeFailure() const;
    bool isOurs() const;
    Error sync();
    Error rename();

    QString m_filePath;
    QFile m_file;
    Identity m_identity {}; ///< device and inode, so that another transfer's file is not taken for ours
    std::mutex m_mutex;
    State m_state = State::Unopened;
};

} // namespace tc
