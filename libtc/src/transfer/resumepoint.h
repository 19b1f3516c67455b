// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "transfer/hasher.h"

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace tc {

class Exchange;
struct ContentLocation;

/// What has to be the same for bytes of two replies to be put together.
struct ResumePoint {
    QByteArray place; ///< digest of the URL, without what signs it
    QByteArray validator; ///< a strong ETag, or a date
    qint64 total = -1; ///< of the body on the wire, -1 when it was not announced
    bool gzipped = false;
    Hashes hashes;

    bool operator==(const ResumePoint &) const = default;
    bool isETag() const { return validator.startsWith('"'); }
};

/// Which bytes \a url names, whoever signed it for how long: its query signs the URLs that a deployment hands out, and
/// is part of the name in one that somebody else chose.
QByteArray placeOf(const QUrl &url, const ContentLocation &location);

/// What a 200 offers for the case that it is cut; nothing when the rest of it could not be told from that of another
/// content. A weak ETag will not do, nor a date next to the reply's own: content may change twice within a second. A
/// body that is compressed on the wire needs an ETag, because the same content may compress to other bytes.
std::optional<ResumePoint> resumePointOf(const Exchange &reply, const QUrl &url, const ContentLocation &location);

enum class Continuation {
    Rest, ///< what follows the bytes that are there
    Nothing, ///< they were all
    FromStart, ///< the reply is of the whole content
    Misfit, ///< it cannot be told what the reply is of, or it is of something else
};
/// What a reply to a request for the rest from \a offset is.
Continuation continuationOf(const Exchange &reply, const ResumePoint &point, qint64 offset);

} // namespace tc
