// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QMetaType>
#include <QString>

#include <optional>

namespace tc {

/// A JSON value that nobody has looked into yet: a piece of raw UTF-8 that keeps the reply it came in alive.
///
/// Implicitly shared, cheap to copy, safe to hand to another thread. It turns into Qt's classes when asked, each time
/// anew, so keep the result. A default-constructed value is null.
class Json
{
public:
    enum class Type { Null, Bool, Number, String, Array, Object };

    Json() = default;
    // NOLINTBEGIN(google-explicit-constructor) what is JSON already goes wherever JSON is wanted
    Json(const QJsonValue &value);
    Json(const QJsonObject &object);
    Json(const QJsonArray &array);
    Json(const QString &string);
    // NOLINTEND(google-explicit-constructor)

    /// The value that \a text holds, checked to be JSON and nothing else; nothing for any other text.
    static std::optional<Json> parse(const QByteArray &text);
    /// \a length bytes of \a owner from \a position on, known to be one JSON value. Keeps \a owner alive.
    static Json slice(const QByteArray &owner, qsizetype position, qsizetype length);

    Type type() const;
    bool isNull() const { return type() == Type::Null; }
    bool isBool() const { return type() == Type::Bool; }
    bool isNumber() const { return type() == Type::Number; }
    bool isString() const { return type() == Type::String; }
    bool isArray() const { return type() == Type::Array; }
    bool isObject() const { return type() == Type::Object; }

    /// The bytes as they came, white space included. Valid as long as this value or a copy of it lives.
    QByteArrayView raw() const;
    /// The same without white space between the tokens.
    QByteArray toCompact() const;
    /// Indented, for a person.
    QByteArray toIndented() const;

    /// The value in Qt's form. Integers keep 64 bits; of members with the same name the last one stays. Undefined
    /// when Qt cannot read it: a number beyond double, an escape that is none.
    QJsonValue toValue() const;
    QJsonObject toObject() const { return toValue().toObject(); }
    QJsonArray toArray() const { return toValue().toArray(); }
    QString toString() const { return toValue().toString(); }

    /// A copy that holds its own bytes only and lets go of the reply.
    Json detached() const;

    /// Equal by value: white space, order of members and ways to write a number or a character do not count.
    friend bool operator==(const Json &a, const Json &b) { return a.equals(b); }
    friend bool operator!=(const Json &a, const Json &b) { return !a.equals(b); }

private:
    bool equals(const Json &other) const;

    QByteArray m_owner;
    const char *m_data = nullptr; // into m_owner; null stands for the value null
    qsizetype m_size = 0;
};

} // namespace tc

Q_DECLARE_TYPEINFO(tc::Json, Q_RELOCATABLE_TYPE);
Q_DECLARE_METATYPE(tc::Json)
