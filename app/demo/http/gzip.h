// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>

namespace demo {

// data as a gzip file, at a speed rather than at a size.
QByteArray gzip(const QByteArray &data);

} // namespace demo
