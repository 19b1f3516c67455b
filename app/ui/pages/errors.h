// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/pages/page.h"
#include "ui/widgets/banner.h"

#include <tc/error.h>

namespace ui {

/// The banner for an error; \a what says what failed, in a sentence.
BannerText bannerFor(const QString &what, const tc::Error &error);
/// The same for the status bar.
Notice noticeFor(const QString &what, const tc::Error &error);

} // namespace ui
