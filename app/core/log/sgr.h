// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/log/logline.h"

namespace core {

/// Changes \a style as the parameters of a "select graphic rendition" say: "1;31", "38;5;208", "38:2::255:0:0". What is
/// not known or out of range is skipped.
void applySgr(QStringView parameters, LogStyle *style);

} // namespace core
