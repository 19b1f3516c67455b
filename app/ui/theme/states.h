// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/task/taskstate.h"
#include "ui/theme/theme.h"

namespace ui {

/// Colour and shape of a state; always shown together.
Tone toneOf(core::TaskState state);
QString iconNameOf(core::TaskState state);

} // namespace ui
