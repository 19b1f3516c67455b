// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/secrets/secretvalue.h"

namespace core {

/// YAML by the core types of version 1.2, as the web interface reads it: yes and dates are text, true and 1 are not.
/// The top has to be a map. Anchors, aliases, merge keys, tags other than the core ones, keys that come twice and
/// numbers that JSON does not have are errors.
ReadText readYaml(const QString &text);
/// Text that would be read as anything else is quoted.
QString writeYaml(const SecretValue &value);
/// The same, line by line, and with its values masked.
ComparableText yamlLines(const SecretValue &value);

} // namespace core
