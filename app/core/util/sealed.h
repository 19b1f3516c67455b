// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>

#include <optional>

/// Bytes that nobody reads or changes without the key: AES-256-GCM.
namespace core::sealed {

/// A new key from the system's random numbers; empty when there are none, and nothing can be sealed.
QByteArray newKey();
/// Whether \a key has the form of one.
bool isKey(const QByteArray &key);

/// \a label is not kept, but has to be the same to open it again. Empty when it does not work.
QByteArray seal(const QByteArray &plain, const QByteArray &key, const QByteArray &label);
/// Nothing when the key or the label is another, or a bit was changed.
std::optional<QByteArray> open(const QByteArray &sealed, const QByteArray &key, const QByteArray &label);

} // namespace core::sealed
