// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

namespace core {

/// Lets the desktop tell something, for people who look elsewhere. Nothing waits for it; a desktop that has no
/// notifications tells nothing. On systems other than Linux it does nothing so far.
void notifyDesktop(const QString &title, const QString &text);

} // namespace core
