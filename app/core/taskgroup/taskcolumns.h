// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/taskgroup/taskfilter.h"
#include "core/util/format.h"

#include <QVariant>

namespace core {

/// Name of a column for a person, and the key under which settings keep it.
QString taskColumnName(TaskColumn column);
QString taskColumnKey(TaskColumn column);

/// A row's own value in a column, as TaskGroupModel::ValueRole promises it. \a now is for what is still running.
QVariant taskColumnValue(const TaskRow &row, TaskColumn column, qint64 now);
/// The same as text that is safe to show.
QString taskColumnText(const TaskRow &row, TaskColumn column, qint64 now);
/// What hovering adds: exact times, and text in full.
QString taskColumnToolTip(const TaskRow &row, TaskColumn column, qint64 now);

} // namespace core
