// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QStringList>

namespace demo {

// Writes JSON in the order of the calls, in the layout of the services: two blanks of indentation. QJsonDocument
// would sort the members, and a client's decoder is measured against the real order.
class JsonWriter
{
public:
    // depth is where a value is going to be pasted into a larger text; its first line is not indented.
    explicit JsonWriter(int depth = 0) : m_depth(depth) { }

    void beginObject();
    void endObject() { close('}'); }
    void beginArray();
    void endArray() { close(']'); }
    void key(const char *name);
    void key(const QString &name);

    void value(const QString &text);
    void value(const char *text) { value(QString::fromUtf8(text)); }
    void value(qint64 number);
    void value(int number) { value(qint64(number)); }
    void value(bool flag);
    void value(const QJsonValue &json);
    void value(const QStringList &list);
    void raw(const QByteArray &json); // written at this depth before

    template <typename T>
    void member(const char *name, const T &v)
    {
        key(name);
        value(v);
    }
    void date(const char *name, qint64 msecs);

    int depth() const { return m_depth; }
    QByteArray take() { return std::move(m_out); }

private:
    void separate();
    void close(char bracket);
    void newLine();
    void string(const QString &text);

    QByteArray m_out;
    int m_depth = 0;
    bool m_first = true; // nothing in the innermost array or object yet
    bool m_afterKey = false;
};

// "2026-11-21T20:15:00.277Z"
QString isoDate(qint64 msecs);
// Milliseconds since 1970, or 0 when text is no date.
qint64 fromIsoDate(const QString &text);

QByteArray toJson(const QJsonValue &value);

} // namespace demo
