// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/data/groupplan.h"
#include "demo/data/taskmodel.h"

namespace demo {

// Fills what says what a task is for and how it runs: metadata, tags, routes, scopes, payload and extra.
void describe(TaskDefinition &task, const TaskPlan &plan, quint64 seed);

} // namespace demo
