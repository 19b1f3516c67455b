// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/log/lineindex.h"
#include "core/log/readonlyfile.h"

#include <QByteArray>

#include <functional>

namespace core {

/// What is looked for in a log, and from where.
struct LogQuery {
    QByteArray text; ///< UTF-8; letters beyond ASCII are compared exactly
    bool caseSensitive = false;
    bool forwards = true;
    qint64 from = 0; ///< first line that is looked at
};

/// Number of the first line that has the text, once around the whole log; -1 for none. \a stopped is asked now and
/// then. Looks at the bytes of the log, so text that a colour code divides is not found.
qint64 searchLog(
    const ReadOnlyFile &file, const LineIndex &index, const LogQuery &query, const std::function<bool()> &stopped);

} // namespace core
