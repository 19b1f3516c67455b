// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/task/taskinfo.h"

#include <tc/json.h>

#include <optional>

namespace tc::queue {
struct ArtifactResponse;
struct ListTaskGroupResponse;
struct TaskStatus;
} // namespace tc::queue

class QDateTime;

namespace core {

// From the generated types to the values of the application. All may run on any thread.

/// Milliseconds since the epoch; 0 for a date that is none.
qint64 toTime(const QDateTime &date);
qint64 toTime(const std::optional<QDateTime> &date);

TaskStatus toTaskStatus(const tc::queue::TaskStatus &status);
ArtifactInfo toArtifactInfo(const tc::queue::ArtifactResponse &artifact);
/// From the definition as it came. Nothing when it does not decode as one.
std::optional<TaskDefinition> toTaskDefinition(const tc::Json &json);
/// All tasks of a page; repeated strings go into \a pool.
TaskRows toTaskRows(const tc::queue::ListTaskGroupResponse &page, StringPool &pool);

} // namespace core
