// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

/// White space of JSON text that is known to be well formed.
namespace tc::jsonformat {

/// \a json without white space between tokens.
QByteArray compact(QByteArrayView json);

/// \a json with a member or an element a line, two blanks for each level.
QByteArray indented(QByteArrayView json);

} // namespace tc::jsonformat
