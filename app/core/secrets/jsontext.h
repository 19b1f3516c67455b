// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/secrets/secretvalue.h"

namespace core {

enum class JsonLayout { Compact, Indented };

/// Strict JSON whose top is a map. A member that comes twice is an error.
ReadText readJson(const QString &text);
QString writeJson(const SecretValue &value, JsonLayout layout);

/// \a text as JSON writes it, quotation marks included. What is deceptive or cannot be seen is escaped.
QString quotedText(const QString &text);

/// Whether \a text is a number as JSON writes it.
bool isJsonNumber(const QString &text);
/// What is said about a number whose digits the service cannot keep; empty for others. \a number as JSON writes it.
QString numberWarning(const QString &number);

} // namespace core
