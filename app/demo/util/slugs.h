// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

namespace demo {

// A "nice" slugid (22 characters, never beginning with "-") that is always the same for the same text.
QString slugFor(const QByteArray &text);
// A new one, for a nonce or a seed.
QString randomSlug();

// Mixes values into 64 well spread bits: the demo's only source of chance, so that it is the same every time.
quint64 mix(quint64 a, quint64 b = 0, quint64 c = 0);

} // namespace demo
