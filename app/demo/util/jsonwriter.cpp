// SPDX-License-Identifier: MPL-2.0
#include "demo/util/jsonwriter.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <string_view>

namespace demo {

void JsonWriter::beginObject()
{
    separate();
    m_out += '{';
    ++m_depth;
    m_first = true;
}

void JsonWriter::beginArray()
{
    separate();
    m_out += '[';
    ++m_depth;
    m_first = true;
}

void JsonWriter::close(char bracket)
{
    --m_depth;
    if (!m_first)
        newLine();
    m_out += bracket;
    m_first = false;
}

void JsonWriter::key(const char *name)
{
    separate();
    m_out += '"';
    m_out += name;
    m_out += "\": ";
    m_afterKey = true;
}

void JsonWriter::key(const QString &name)
{
    separate();
    string(name);
    m_out += ": ";
    m_afterKey = true;
}

void JsonWriter::value(const QString &text)
{
    separate();
    string(text);
}

void JsonWriter::value(qint64 number)
{
    separate();
    m_out += QByteArray::number(number);
}

void JsonWriter::value(bool flag)
{
    separate();
    m_out += flag ? "true" : "false";
}

void JsonWriter::value(const QStringList &list)
{
    beginArray();
    for (const QString &item : list)
        value(item);
    endArray();
}

void JsonWriter::value(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Object: {
        beginObject();
        const QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            key(it.key());
            value(QJsonValue(it.value()));
        }
        endObject();
        break;
    }
    case QJsonValue::Array: {
        beginArray();
        const QJsonArray array = json.toArray();
        for (const auto item : array)
            value(item);
        endArray();
        break;
    }
    case QJsonValue::String:
        value(json.toString());
        break;
    case QJsonValue::Bool:
        value(json.toBool());
        break;
    case QJsonValue::Double: {
        const double number = json.toDouble();
        if (std::trunc(number) == number && std::abs(number) < 9e15) {
            value(qint64(number));
        } else {
            separate();
            m_out += QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
        }
        break;
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        separate();
        m_out += "null";
        break;
    }
}

void JsonWriter::raw(const QByteArray &json)
{
    separate();
    m_out += json;
}

void JsonWriter::date(const char *name, qint64 msecs)
{
    member(name, isoDate(msecs));
}

void JsonWriter::separate()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_out.isEmpty())
        return;
    if (!m_first)
        m_out += ',';
    newLine();
    m_first = false;
}

void JsonWriter::newLine()
{
    m_out += '\n';
    m_out.append(m_depth * 2, ' ');
}

void JsonWriter::string(const QString &text)
{
    m_out += '"';
    const QByteArray utf8 = text.toUtf8();
    qsizetype from = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        m_out.append(utf8.constData() + from, i - from);
        from = i + 1;
        constexpr std::string_view shorts = "btn?fr";
        if (c == '"' || c == '\\') {
            m_out += '\\';
            m_out += static_cast<char>(c);
        } else if (c >= 8 && c <= 13 && c != 11) {
            m_out += '\\';
            m_out += shorts[c - 8U];
        } else {
            m_out += "\\u00" + QByteArray::number(c, 16).rightJustified(2, '0');
        }
    }
    m_out.append(utf8.constData() + from, utf8.size() - from);
    m_out += '"';
}

QString isoDate(qint64 msecs)
{
    // By hand: a page of tasks has thousands of dates, and QDateTime takes its time to print one.
    const auto point = std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(msecs));
    const auto day = std::chrono::floor<std::chrono::days>(point);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(point - day);
    std::array<char, 32> text = {};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int(date.year()),
        unsigned(date.month()), unsigned(date.day()), int(time.hours().count()), int(time.minutes().count()),
        int(time.seconds().count()), int(time.subseconds().count()));
    return QString::fromLatin1(text.data());
}

qint64 fromIsoDate(const QString &text)
{
    const QDateTime when = QDateTime::fromString(text, Qt::ISODateWithMs);
    return when.isValid() ? when.toMSecsSinceEpoch() : 0;
}

QByteArray toJson(const QJsonValue &value)
{
    JsonWriter writer;
    writer.value(value);
    return writer.take();
}

} // namespace demo
