// SPDX-License-Identifier: MPL-2.0
#include "json/jsonformat.h"

namespace tc::jsonformat {

namespace {

bool isSpace(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

/// Position behind the string that starts at \a start.
qsizetype endOfString(QByteArrayView json, qsizetype start)
{
    qsizetype i = start + 1;
    while (i < json.size() && json[i] != '"')
        i += json[i] == '\\' ? 2 : 1;
    return qMin(i + 1, json.size());
}

qsizetype skipSpace(QByteArrayView json, qsizetype position)
{
    while (position < json.size() && isSpace(json[position]))
        ++position;
    return position;
}

void newLine(QByteArray &out, int level)
{
    out += '\n';
    out.append(2 * level, ' ');
}

bool isClosing(char byte)
{
    return byte == '}' || byte == ']';
}

/// Appends an opening bracket; returns the level inside. Empty containers stay on their line.
int open(QByteArray &out, QByteArrayView json, qsizetype position, int level)
{
    out += json[position];
    const qsizetype next = skipSpace(json, position + 1);
    if (next < json.size() && !isClosing(json[next]))
        newLine(out, level + 1);
    return level + 1;
}

int close(QByteArray &out, char bracket, int level)
{
    const char last = out.isEmpty() ? '\0' : out.back();
    if (last != '{' && last != '[')
        newLine(out, level - 1);
    out += bracket;
    return level - 1;
}

} // namespace

QByteArray compact(QByteArrayView json)
{
    QByteArray out;
    out.reserve(json.size());
    qsizetype i = 0;
    while (i < json.size()) {
        if (json[i] == '"') {
            const qsizetype end = endOfString(json, i);
            out.append(json.sliced(i, end - i));
            i = end;
            continue;
        }
        if (!isSpace(json[i]))
            out += json[i];
        ++i;
    }
    return out;
}

QByteArray indented(QByteArrayView json)
{
    QByteArray out;
    int level = 0;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char byte = json[i];
        if (byte == '"') {
            const qsizetype end = endOfString(json, i);
            out.append(json.sliced(i, end - i));
            i = end - 1;
        } else if (byte == '{' || byte == '[') {
            level = open(out, json, i, level);
        } else if (isClosing(byte)) {
            level = close(out, byte, level);
        } else if (byte == ',') {
            out += byte;
            newLine(out, level);
        } else if (byte == ':') {
            out += ": ";
        } else if (!isSpace(byte)) {
            out += byte;
        }
    }
    return out;
}

} // namespace tc::jsonformat
