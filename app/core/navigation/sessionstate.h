// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/navigation/location.h"

#include <QByteArray>
#include <QList>

class QSettings;

namespace core {

/// What comes back after a restart. Holds no secret: locations are ids and names, never signed URLs.
struct SessionState {
    QList<Location> tabs;
    int currentTab = -1; ///< index into tabs, -1 for none
    QByteArray windowGeometry; ///< opaque, kept for the window
    QByteArray windowState;

    void save(QSettings &settings) const;
    /// Entries that no longer parse are left out; currentTab is always valid for what is returned.
    static SessionState load(QSettings &settings);
};

} // namespace core
