// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "transfer/resumepoint.h"

#include <tc/error.h>

#include <QString>

#include <optional>

namespace tc {

/// What stands beside a part that a failed transfer has left, in NAME.part.info: which content it is of, how much of
/// it, and a hash that proves that nobody has changed it since. There is no URL in it.
struct PartInfo {
    ResumePoint point;
    qint64 size = 0;
    QByteArray sha256;

    Error save(const QString &partPath) const;
    /// Reads the file and removes it: the part is about to change. Nothing when there is none that can be understood.
    static std::optional<PartInfo> take(const QString &partPath);
    static void remove(const QString &partPath);
};

} // namespace tc
