// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace demo {

// Continuation tokens as the services make them: an offset, written with the public Hashids scheme.
QByteArray encodeOffset(quint64 offset);

// Nothing for a token with characters that no token has. A token of good characters that nobody made gives 0:
// the listing starts again, as it does in the services.
std::optional<quint64> decodeOffset(const QByteArray &token);

} // namespace demo
