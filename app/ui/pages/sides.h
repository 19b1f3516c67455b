// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/navigation/location.h"

#include <optional>
#include <vector>

namespace ui {

/// An entry of the side bar.
enum class Side { Groups, Tasks, Index, Secrets, Access, Accounts, Transfers };

struct SideEntry {
    Side side;
    QString name; ///< part of object names
    QString icon;
    QString text;
};

/// In the order in which they are shown.
std::vector<SideEntry> sideEntries();
/// The place that an entry leads to, at the deployment with \a rootUrl where it belongs to one.
core::Location placeOf(Side side, const QString &rootUrl);
/// The entry that a place belongs to.
std::optional<Side> sideOf(const core::Location &location);
/// Whether an entry leads somewhere without a deployment.
bool isOwn(Side side);

} // namespace ui
