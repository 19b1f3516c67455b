// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/pages/page.h"

#include <tc/error.h>

namespace ui {

/// What the status bar says about an error; \a what says what failed, in a sentence. For a banner: bannerFor().
Notice noticeFor(const QString &what, const tc::Error &error);

} // namespace ui
