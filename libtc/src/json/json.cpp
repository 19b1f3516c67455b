// SPDX-License-Identifier: MPL-2.0
#include <tc/json.h>

#include "json/jsonformat.h"
#include <tc/jsoncodec.h>

#include <QJsonDocument>

namespace tc {

namespace {

constexpr char nullText[] = "null";

/// \a value as compact JSON. Qt writes documents only, so a scalar travels in an array.
QByteArray bytesOf(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

} // namespace

Json::Json(const QJsonValue &value) : m_owner(bytesOf(value)), m_data(m_owner.constData()), m_size(m_owner.size()) { }

Json::Json(const QJsonObject &object) : Json(QJsonValue(object)) { }

Json::Json(const QJsonArray &array) : Json(QJsonValue(array)) { }

Json::Json(const QString &string) : Json(QJsonValue(string)) { }

std::optional<Json> Json::parse(const QByteArray &text)
{
    Json result;
    if (decodeJson(text, &result))
        return {};
    return result;
}

Json Json::slice(const QByteArray &owner, qsizetype position, qsizetype length)
{
    Json result;
    result.m_owner = owner;
    result.m_data = owner.constData() + position;
    result.m_size = length;
    return result;
}

Json::Type Json::type() const
{
    const QByteArrayView text = raw();
    switch (text.isEmpty() ? 'n' : text.front()) {
    case 'n':
        return Type::Null;
    case 't':
    case 'f':
        return Type::Bool;
    case '"':
        return Type::String;
    case '[':
        return Type::Array;
    case '{':
        return Type::Object;
    default:
        return Type::Number;
    }
}

QByteArrayView Json::raw() const
{
    return m_data ? QByteArrayView(m_data, m_size) : QByteArrayView(nullText);
}

QByteArray Json::toCompact() const
{
    return jsonformat::compact(raw());
}

QByteArray Json::toIndented() const
{
    return jsonformat::indented(raw());
}

QJsonValue Json::toValue() const
{
    // Qt reads documents only, so a scalar travels in an array; that costs objects nothing worth a second way.
    const QByteArrayView text = raw();
    QByteArray array;
    array.reserve(text.size() + 2);
    array += '[';
    array += text;
    array += ']';
    const QJsonArray values = QJsonDocument::fromJson(array).array();
    return values.isEmpty() ? QJsonValue(QJsonValue::Undefined) : values.first();
}

Json Json::detached() const
{
    if (!m_data || m_size == m_owner.size())
        return *this;
    return slice(QByteArray(m_data, m_size), 0, m_size);
}

bool Json::equals(const Json &other) const
{
    return raw() == other.raw() || toCompact() == other.toCompact() || toValue() == other.toValue();
}

} // namespace tc
