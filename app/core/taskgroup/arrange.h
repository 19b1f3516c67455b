// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/taskgroup/taskfilter.h"
#include "core/taskgroup/taskstore.h"

#include <stop_token>
#include <vector>

namespace core {

/// Numbers of the rows that \a filter lets through, in \a order. Pure; runs on any thread. \a now is what the
/// durations of running tasks are counted to. Stops early, with a meaningless result, when \a stop is requested.
std::vector<int> arrange(const TaskSnapshot &snapshot, const TaskFilter &filter, const TaskOrder &order, qint64 now,
    const std::stop_token &stop = {});

/// Order in which a person reads names: digits by their value, without regard to case, then exactly.
int compareNaturally(QStringView left, QStringView right);

} // namespace core
