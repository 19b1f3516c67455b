// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/navigation/location.h"

namespace core {

/// What Location::parse does.
tc::Result<Location> parseLocation(const QString &text);

} // namespace core
