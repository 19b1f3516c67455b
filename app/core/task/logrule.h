// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/task/taskinfo.h"

#include <optional>

namespace core {

/// Whether an artifact is a log to be read as text: plain text by its type, and a name that ends in ".log".
bool isTextLog(const ArtifactInfo &artifact);

/// Which of a run's artifacts is the log of the task, as an index into \a artifacts. While the run is not resolved
/// the live log is preferred, afterwards the one that stays. Names come from the task's payload, or are the usual
/// ones; without them any text log will do.
std::optional<int> findLog(
    const std::vector<ArtifactInfo> &artifacts, const TaskDefinition &definition, TaskState runState);

/// Order in which artifacts are listed: logs first, then public ones, then the rest, each by name.
bool listedBefore(const ArtifactInfo &left, const ArtifactInfo &right);

} // namespace core
