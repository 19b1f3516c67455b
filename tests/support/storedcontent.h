// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "scriptedserver.h"

namespace tc::test {

/// A body that a storage keeps, which answers requests for parts of it as a good storage does. Tests change what it
/// says to make it a bad one.
struct StoredContent {
    QByteArray body; ///< as it goes on the wire
    QByteArray etag = "\"one\"";
    QByteArray lastModified {};
    QByteArray encoding {};
    bool knowsRanges = true;

    Step answer(const Request &request) const;
};

} // namespace tc::test
