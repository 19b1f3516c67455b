// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/task/taskrow.h"

#include <QRandomGenerator>

namespace testdata {

/// A task id made from a number.
core::SlugId taskId(quint32 number);

/// \a count rows of the size that real groups have, with ids from \a first on; equal seeds give equal rows.
core::TaskRows rows(int count, core::StringPool &pool, quint32 first = 0, quint32 seed = 1);

} // namespace testdata
