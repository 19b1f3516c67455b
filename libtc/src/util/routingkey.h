// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

#include <QString>

#include <vector>

namespace tc {

/// One word of a routing key as it is bound to.
struct RoutingKeyWord {
    const char *name;
    QString value; ///< empty for any
    bool multipleWords = false; ///< may hold any number of words
};

/// The pattern that \a words make: "*" for any word and "#" for any number of words where nothing is said. A Usage
/// error for a period in the value of a single word, and for a pattern that is too long.
Result<QString> routingKeyPattern(const std::vector<RoutingKeyWord> &words);

/// Why \a pattern cannot be bound to, or no error.
Error checkRoutingKey(const QString &pattern);

} // namespace tc
