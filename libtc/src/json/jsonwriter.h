// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/jsoncodec.h>
#include <tc/openenum.h>
#include <tc/unknownmembers.h>

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>
#include <string_view>

namespace tc {

/// Appends compact JSON to a buffer.
class JsonWriter
{
public:
    void string(QStringView value);
    void date(const QDateTime &value);
    void integer(qint64 value);
    void number(double value);
    void boolean(bool value);
    void json(const Json &value);
    void raw(std::string_view json) { m_out.append(json.data(), static_cast<qsizetype>(json.size())); }

    QByteArray take() { return std::move(m_out); }
    const QByteArray &bytes() const { return m_out; }

private:
    QByteArray m_out;
};

inline void writeValue(JsonWriter &out, const QString &value)
{
    out.string(value);
}
inline void writeValue(JsonWriter &out, const QDateTime &value)
{
    out.date(value);
}
inline void writeValue(JsonWriter &out, qint64 value)
{
    out.integer(value);
}
inline void writeValue(JsonWriter &out, double value)
{
    out.number(value);
}
inline void writeValue(JsonWriter &out, bool value)
{
    out.boolean(value);
}

/// For any type with a writeJson(); the three below add what surrounds such a type.
template <typename T>
void writeValue(JsonWriter &out, const T &value)
{
    writeJson(out, value);
}

template <typename E>
void writeValue(JsonWriter &out, const OpenEnum<E> &value)
{
    out.string(value.toString());
}

template <typename T>
void writeValue(JsonWriter &out, const QList<T> &value)
{
    out.raw("[");
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (i > 0)
            out.raw(",");
        writeValue(out, value.at(i));
    }
    out.raw("]");
}

template <typename T>
void writeValue(JsonWriter &out, const QMap<QString, T> &value)
{
    out.raw("{");
    for (auto it = value.cbegin(); it != value.cend(); ++it) {
        if (it != value.cbegin())
            out.raw(",");
        out.string(it.key());
        out.raw(":");
        writeValue(out, it.value());
    }
    out.raw("}");
}

/// Whether a member still has the value that a fresh object has. Asked only for members that arrived as null or not
/// at all, so it may be slow.
template <typename T>
bool isUnset(const T &value)
{
    JsonWriter written;
    JsonWriter fresh;
    writeValue(written, value);
    writeValue(fresh, T {});
    return written.bytes() == fresh.bytes();
}

/// Writes one object: its members, then those that its type does not know.
class JsonObjectWriter
{
public:
    JsonObjectWriter(JsonWriter &out, const UnknownMembers &unknown);
    Q_DISABLE_COPY_MOVE(JsonObjectWriter)
    ~JsonObjectWriter();

    template <typename T>
    void member(std::string_view name, const T &value)
    {
        if (const auto *original = m_unknown.original(view(name)); original && isUnset(value))
            return this->original(name, *original);
        key(name);
        writeValue(m_out, value);
    }

    template <typename T>
    void member(std::string_view name, const std::optional<T> &value)
    {
        if (value)
            member(name, *value);
        else if (const auto *original = m_unknown.original(view(name)))
            this->original(name, *original);
    }

    /// A member whose value, \a json, is part of the type.
    void constant(std::string_view name, std::string_view json);

private:
    static QByteArrayView view(std::string_view name) { return { name.data(), static_cast<qsizetype>(name.size()) }; }
    void key(std::string_view name);
    void original(std::string_view name, const UnknownMembers::Entry &entry);

    JsonWriter &m_out;
    const UnknownMembers &m_unknown;
    bool m_first = true;
};

} // namespace tc
