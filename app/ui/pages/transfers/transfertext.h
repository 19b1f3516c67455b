// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/pages/page.h"
#include "ui/widgets/banner.h"

namespace core {
struct TransferItem;
}

namespace ui {

/// What the status bar says when a transfer has ended; no text for one that was cancelled.
Notice transferNotice(const core::TransferItem &item);
/// The banner for one that has failed.
BannerText transferBanner(const core::TransferItem &item);

} // namespace ui
