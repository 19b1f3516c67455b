// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "http/inflater.h"
#include "transfer/hasher.h"
#include "transfer/partfile.h"
#include "transfer/resumepoint.h"

#include <tc/error.h>

#include <QPointer>

#include <atomic>
#include <memory>
#include <optional>

class QIODevice;

namespace tc {

/// Where the bytes of a transfer go: inflated, hashed, written, checked, put in place. One sink is one content from its
/// first byte, over as many replies as it takes. No QObject, so that it can work on any thread, one at a time.
class ContentSink
{
public:
    struct Expected {
        bool gzipped = false;
        qint64 maxSize = -1; ///< of the content
        Hashes hashes; ///< all of them known
        bool keepable = false; ///< what is there may be kept for another transfer
    };
    /// One of them: the caller's device, which is open, one of our own, or a file.
    struct Place {
        QPointer<QIODevice> device;
        std::unique_ptr<QIODevice> owned;
        std::unique_ptr<PartFile> part;
    };
    ContentSink(Place place, Expected expected);
    ~ContentSink();
    Q_DISABLE_COPY_MOVE(ContentSink)

    /// Whether a worker may be at it; the caller's devices belong to the caller's thread.
    bool isForWorkers() const { return !m_place.device; }

    /// Takes bytes as they came on the wire.
    Error write(QByteArrayView wire);
    /// Checks that the content is whole and right, and gives a file its name.
    Error finish();

    /// Removes a file, unless it has got its name: then this returns false. At any time, from any thread.
    bool drop();
    /// Leaves the part of a file with what proves its identity. See DownloadOptions::keepPartial.
    Error keep(const ResumePoint &point);
    /// Takes what an earlier transfer has left of the content at \a place, and returns what has
    /// to be the same for the rest. Afterwards the sink is of no use unless there was something.
    std::optional<ResumePoint> takeKept(const QByteArray &place);

    qint64 taken() const { return m_taken.load(std::memory_order_relaxed); } ///< on the wire
    qint64 written() const { return m_written.load(std::memory_order_relaxed); }
    Hashes checkedHashes() const { return m_checked; } ///< after finish()
    QIODevice *device() const;

private:
    bool store(QByteArrayView bytes);
    Error checkHashes();
    bool readBack(qint64 size);

    Place m_place;
    Expected m_expected;
    std::optional<Inflater> m_inflater;
    Hasher m_hasher;
    Hashes m_checked;
    Error m_failure;
    std::atomic<qint64> m_taken = 0;
    std::atomic<qint64> m_written = 0;
};

} // namespace tc
