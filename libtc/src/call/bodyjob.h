// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/reply.h>

#include <QByteArray>

#include <functional>
#include <memory>

namespace tc {

/// From the bytes on the wire to what puts a value in place. Touches nothing but its members, so it may run anywhere.
struct BodyJob {
    QByteArray wire;
    bool gzipped = false;
    qint64 maxSize = 0; ///< of the inflated body
    /// Empty for a body that is wanted as it is.
    std::function<std::function<Error()>(QByteArray)> decode;
    /// Sees the whole body before it is decoded. May be empty.
    std::function<void(QByteArrayView)> glance;

    /// Whether it takes long enough to be worth a thread.
    bool isLong() const;
};

struct BodyResult {
    Error error; ///< of the compression or the size
    QByteArray body; ///< inflated; kept only when there is nothing to decode, or when it is short
    std::function<Error()> store;
};

BodyResult runBodyJob(BodyJob job);

/// Runs \a job on the global thread pool and \a done on the thread of \a context, unless that has died.
void runBodyJobElsewhere(BodyJob job, QObject *context, std::function<void(BodyResult)> done);

} // namespace tc
