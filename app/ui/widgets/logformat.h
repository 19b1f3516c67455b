// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/log/logline.h"

#include <QTextCharFormat>

namespace ui {

/// A terminal's style in the colours of the theme. Whatever colours a log asks for, its text stays readable.
QTextCharFormat logFormat(const core::LogStyle &style, bool dark);

} // namespace ui
