// SPDX-License-Identifier: MPL-2.0
#include "json/jsonwriter.h"

#include <QLocale>

#include <cmath>

namespace tc {

namespace {

/// The escape for a byte below space, a quote or a backslash.
void appendEscape(QByteArray &out, char byte)
{
    static constexpr char hex[] = "0123456789abcdef";
    switch (byte) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        out += "\\u00";
        out += hex[(byte >> 4) & 0xf];
        out += hex[byte & 0xf];
    }
}

bool needsEscape(char byte)
{
    return static_cast<unsigned char>(byte) < 0x20 || byte == '"' || byte == '\\';
}

void appendQuoted(QByteArray &out, QByteArrayView utf8)
{
    out += '"';
    qsizetype start = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        if (!needsEscape(utf8[i]))
            continue;
        out.append(utf8.sliced(start, i - start));
        appendEscape(out, utf8[i]);
        start = i + 1;
    }
    out.append(utf8.sliced(start));
    out += '"';
}

} // namespace

void JsonWriter::string(QStringView value)
{
    appendQuoted(m_out, value.toUtf8());
}

void JsonWriter::date(const QDateTime &value)
{
    if (!value.isValid())
        return raw("null");
    m_out += '"';
    m_out += value.toUTC().toString(Qt::ISODateWithMs).toLatin1();
    m_out += '"';
}

void JsonWriter::integer(qint64 value)
{
    m_out += QByteArray::number(value);
}

void JsonWriter::number(double value)
{
    // JSON has neither infinities nor NaN.
    if (!std::isfinite(value))
        return raw("null");
    m_out += QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

void JsonWriter::boolean(bool value)
{
    raw(value ? "true" : "false");
}

void JsonWriter::json(const Json &value)
{
    m_out += value.toCompact();
}

JsonObjectWriter::JsonObjectWriter(JsonWriter &out, const UnknownMembers &unknown) : m_out(out), m_unknown(unknown)
{
    m_out.raw("{");
}

JsonObjectWriter::~JsonObjectWriter()
{
    for (const auto &entry : m_unknown.entries()) {
        if (entry.kind != UnknownMembers::Entry::Kind::Unknown)
            continue;
        key({ entry.name.constData(), static_cast<std::size_t>(entry.name.size()) });
        m_out.json(entry.value);
    }
    m_out.raw("}");
}

void JsonObjectWriter::constant(std::string_view name, std::string_view json)
{
    if (const auto *entry = m_unknown.original(view(name)))
        return original(name, *entry);
    key(name);
    m_out.raw(json);
}

void JsonObjectWriter::key(std::string_view name)
{
    if (!m_first)
        m_out.raw(",");
    m_first = false;
    QByteArray quoted;
    appendQuoted(quoted, view(name));
    quoted += ':';
    m_out.raw({ quoted.constData(), static_cast<std::size_t>(quoted.size()) });
}

void JsonObjectWriter::original(std::string_view name, const UnknownMembers::Entry &entry)
{
    if (entry.kind == UnknownMembers::Entry::Kind::Absent)
        return;
    key(name);
    m_out.json(entry.value);
}

} // namespace tc
