// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/log/logline.h"

#include <vector>

namespace ui {

/// Where a LogView gets its lines. Asked on the application's thread, for a screenful at a time.
class LogSource
{
public:
    LogSource() = default;
    virtual ~LogSource() = default;
    Q_DISABLE_COPY_MOVE(LogSource)

    virtual qint64 lineCount() const = 0;
    virtual std::vector<core::LogLine> lines(qint64 first, int count) const = 0;
};

} // namespace ui
