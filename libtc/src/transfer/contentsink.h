// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "http/inflater.h"
#include "transfer/hasher.h"

#include <tc/error.h>

#include <atomic>
#include <memory>
#include <optional>

class QIODevice;

namespace tc {

/// Where the bytes of a transfer go: inflated, hashed, written, checked. No QObject, so that it can work on any thread,
/// one at a time.
class ContentSink
{
public:
    struct Expected {
        bool gzipped = false;
        qint64 maxSize = -1; ///< of the content
        Hashes hashes;
    };
    /// \a device is open; the sink owns it only when it is given as \a owned.
    ContentSink(QIODevice *device, std::unique_ptr<QIODevice> owned, Expected expected);
    ~ContentSink();
    Q_DISABLE_COPY_MOVE(ContentSink)

    /// Takes bytes as they came on the wire.
    Error write(QByteArrayView wire);
    /// Checks that the content is whole and right, and closes an owned device.
    Error finish();

    qint64 written() const { return m_written.load(std::memory_order_relaxed); }

private:
    bool store(QByteArrayView bytes);
    Error checkHashes();

    std::unique_ptr<QIODevice> m_owned;
    QIODevice *m_device;
    Expected m_expected;
    std::optional<Inflater> m_inflater;
    Hasher m_hasher;
    Error m_failure;
    std::atomic<qint64> m_written = 0;
};

} // namespace tc
