// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

#include <QString>

#include <initializer_list>

namespace tc {

/// One word of a routing key as it is bound to.
struct RoutingKeyWord {
    const char *name;
    QString value; ///< empty for any
    bool multipleWords = false; ///< may hold any number of words
};

/// The pattern that \a words make: "*" for any word and "#" for any number of words where nothing is said. A period
/// in the value of a single word is a Usage error.
Result<QString> routingKeyPattern(std::initializer_list<RoutingKeyWord> words);

} // namespace tc
