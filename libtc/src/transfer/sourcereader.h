// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "transfer/hasher.h"

#include <tc/upload.h>

#include <QDateTime>

#include <memory>

class QFile;

namespace tc {

/// What a reading of a source has found, for the next one to compare.
struct SourceFacts {
    qint64 size = -1; ///< -1 until a file has been opened
    QDateTime modified {}; ///< of a file
    Hashes hashes {}; ///< of the whole; empty until it has been read once
};

/// One reading of a source, from its first byte to its last: in pieces that are hashed on the way. Notices when there
/// are more or fewer bytes than were announced, or other ones. No QObject, so that it can work on any thread, one at a
/// time.
class SourceReader
{
public:
    struct Piece {
        QByteArray bytes {};
        bool isLast = false; ///< and all that was read is what it should be
        Error failure {};
    };

    /// \a known is what an earlier reading has found.
    SourceReader(UploadSource source, SourceFacts known);
    ~SourceReader();
    Q_DISABLE_COPY_MOVE(SourceReader)

    /// To be called once, before anything else.
    Error open();
    const SourceFacts &facts() const { return m_facts; }

    /// Of a buffer or a file.
    Piece next();
    /// The same with bytes that were read from a device.
    Piece take(QByteArray bytes);

    /// How a message calls the source.
    QString name() const;
    Error changed() const;

private:
    Error readFile(QByteArray *bytes);
    Error checkEnd();

    UploadSource m_source;
    SourceFacts m_facts;
    std::unique_ptr<QFile> m_file;
    Hasher m_hasher;
    qint64 m_read = 0;
};

} // namespace tc
