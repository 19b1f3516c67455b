// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/widgets/banner.h"

#include <tc/error.h>

namespace ui {

/// The banner for an error; \a what says what failed, in a sentence.
BannerText bannerFor(const QString &what, const tc::Error &error);

} // namespace ui
