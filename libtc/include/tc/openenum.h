// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <utility>

namespace tc {

/// One of the values that an API knows today, or another one, kept as it came.
///
/// E is a generated enumeration whose first enumerator is Unknown. Compare with its enumerators or use value() in a
/// switch; toString() gives the text of the API in every case.
template <typename E>
class OpenEnum
{
public:
    OpenEnum() = default;
    OpenEnum(E value) : m_value(value) { } // NOLINT(google-explicit-constructor) its enumerators are its values
    /// A value that the generated code does not know.
    static OpenEnum unknown(QString text) // NOLINT(performance-unnecessary-value-param) it is moved
    {
        OpenEnum result;
        result.m_text = std::move(text);
        return result;
    }

    E value() const { return m_value; }
    bool isKnown() const { return m_value != E::Unknown; }
    QString toString() const { return isKnown() ? QString(enumText(m_value)) : m_text; }

    friend bool operator==(const OpenEnum &a, const OpenEnum &b)
    {
        return a.m_value == b.m_value && a.m_text == b.m_text;
    }
    friend bool operator==(const OpenEnum &a, E b) { return a.m_value == b; }

private:
    E m_value = E::Unknown;
    QString m_text; // of an unknown value only
};

} // namespace tc
