// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/json.h>

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace core {

/// What a secret holds: JSON as a tree that keeps the order of members and the digits of numbers.
struct SecretValue {
    enum class Type { Null, Bool, Number, Text, List, Map };

    Type type = Type::Map;
    QString key {}; ///< as a member of a map
    QString scalar {}; ///< text; a number as JSON writes it; "true" or "false"
    std::vector<SecretValue> items {}; ///< of a list or map

    bool isScalar() const { return type != Type::List && type != Type::Map; }
    /// The member of that name; null when there is none.
    const SecretValue *member(const QString &name) const;

    /// Whether the service would take one for the other: the order of members does not count, nor how a number is
    /// written. Keys of the two themselves do not count either.
    friend bool operator==(const SecretValue &one, const SecretValue &other);
};

/// Where a text is not right, or not what it looks like. Messages hold names of keys, never values.
struct TextProblem {
    enum class Severity { Error, Warning };

    Severity severity = Severity::Error;
    int line = 0; ///< from 1; 0 when there is no place
    int column = 0; ///< from 1, in characters
    QString message {};

    friend bool operator==(const TextProblem &, const TextProblem &) = default;
};

/// A text that was read. There is a value when no problem is an error.
struct ReadText {
    std::optional<SecretValue> value {};
    QList<TextProblem> problems {};
};

enum class TextFormat { Yaml, Json };

/// Reads what a person typed: a map, or what is wrong with it, errors first.
ReadText readText(TextFormat format, const QString &text);
/// What is wrong with a value that was made otherwise: numbers that are none. Problems name the keys, and have no
/// lines.
ReadText checkValue(const SecretValue &value);
/// The same value in that format, for a person. Reading it gives the same value.
QString writeText(TextFormat format, const SecretValue &value);
/// A value for comparing: YAML with its members in the order of their names.
struct ComparableText {
    QStringList lines {};
    QStringList masked {}; ///< the same lines with dots in the place of values
};
ComparableText comparableText(const SecretValue &value);

/// As the service sends and takes it. Nothing when \a json is no map.
std::optional<SecretValue> fromJson(const tc::Json &json);
tc::Json toJson(const SecretValue &value);

/// Overwrites what is in memory before it is given back, as far as nothing else shares it.
void wipe(QString *text);
void wipe(QByteArray *bytes);
void wipe(SecretValue *value);

} // namespace core
