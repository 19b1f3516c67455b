// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/secrets/secretvalue.h"

namespace core {

/// What a scalar without quotation marks is, by the core types of YAML 1.2.
struct YamlScalar {
    /// Why somebody may have meant something else.
    enum class Surprise {
        None,
        EmptyIsNull,
        YesNo, ///< text here, true or false for readers of YAML 1.1
        Date, ///< text here, a date for others
        Sexagesimal, ///< "12:30" is text here, 750 for readers of YAML 1.1
        Underscores, ///< "1_000" is text here, a number for others
        OtherBase, ///< "0o7", "0x1f": a number that is written otherwise from here on
        LeadingZeros, ///< "0123" is 123
        LostForm, ///< "1.10" is 1.1, "1e3" is 1000, "+1" is 1
        TooLong, ///< more digits than the service keeps
        NoNumber, ///< ".inf" and ".nan", which JSON does not have
        TooLarge, ///< a number that nothing can hold
    };

    SecretValue::Type type = SecretValue::Type::Text;
    QString scalar {};
    Surprise surprise = Surprise::None;
};

YamlScalar plainScalar(const QString &text);
/// A sentence about it; empty for None. Holds nothing of the scalar.
QString surpriseText(YamlScalar::Surprise surprise);

} // namespace core
