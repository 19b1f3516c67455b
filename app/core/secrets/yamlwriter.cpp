// SPDX-License-Identifier: MPL-2.0
#include "core/secrets/jsontext.h"
#include "core/secrets/yamlscalar.h"
#include "core/secrets/yamltext.h"
#include "core/util/visibletext.h"

#include <QRegularExpression>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

using Type = SecretValue::Type;

constexpr qsizetype longestKey = 500; // readers of YAML look no further than 1024 characters for a colon

bool isPlain(const QString &text)
{
    static const QRegularExpression harmless(
        u"^[A-Za-z/_][A-Za-z0-9_./@+=-]*( [A-Za-z0-9_./@+=-]+)*\\z"_s); // "$" lets a line end follow
    if (text.size() > 200 || !harmless.match(text).hasMatch())
        return false;
    const YamlScalar scalar = plainScalar(text);
    return scalar.type == Type::Text && scalar.surprise == YamlScalar::Surprise::None;
}

QString written(const QString &text)
{
    return isPlain(text) ? text : quotedText(text);
}

// Whether text of several lines can stand as it is below a "|".
bool isBlock(const QString &text)
{
    if (!text.contains(u'\n') || visibleText(text, TextLines::Multiple) != text || text.contains(u'\r'))
        return false;
    const QStringList lines = text.split(u'\n');
    if (lines.first().isEmpty() || lines.first().startsWith(u' '))
        return false;
    return std::none_of(lines.begin(), lines.end(),
        [](const QString &line) { return line.startsWith(u'\t') || (!line.isEmpty() && line.trimmed().isEmpty()); });
}

const QString dots = u"\u2022\u2022\u2022\u2022"_s;

class Writer
{
public:
    ComparableText write(const SecretValue &value)
    {
        if (value.items.empty())
            append(value.type == Type::Map ? u"{}"_s : u"[]"_s);
        writeItems(value, 0);
        return std::move(m_text);
    }

private:
    // \a value is what others are not to see.
    void append(const QString &start, const QString &value = {})
    {
        m_text.lines.append(start + value);
        m_text.masked.append(value.isEmpty() ? start : start + dots);
    }

    void writeItems(const SecretValue &value, int indent)
    {
        for (const SecretValue &item : value.items) {
            if (value.type == Type::Map)
                writeMember(item, indent);
            else
                writeItem(item, indent);
        }
    }

    void writeMember(const SecretValue &member, int indent)
    {
        const QString space(indent, u' ');
        const QString key = written(member.key);
        if (key.size() <= longestKey) {
            writeBehind(space + key + u':', member, indent);
            return;
        }
        append(space + u"? "_s + key);
        writeBehind(space + u':', member, indent);
    }

    void writeItem(const SecretValue &item, int indent)
    {
        const QString dash = QString(indent, u' ') + u'-';
        if (item.isScalar() || item.items.empty()) {
            writeBehind(dash, item, indent);
            return;
        }
        // What belongs to it begins on the line of the dash.
        const qsizetype first = m_text.lines.size();
        writeItems(item, indent + 2);
        for (QStringList *lines : { &m_text.lines, &m_text.masked })
            (*lines)[first].replace(0, dash.size(), dash);
    }

    void writeBehind(const QString &start, const SecretValue &value, int indent)
    {
        switch (value.type) {
        case Type::Null:
            append(start + u" null"_s);
            return;
        case Type::Bool:
        case Type::Number:
            append(start + u' ', value.scalar);
            return;
        case Type::Text:
            writeTextBehind(start, value.scalar, indent);
            return;
        case Type::List:
        case Type::Map:
            break;
        }
        if (value.items.empty()) {
            append(start + (value.type == Type::Map ? u" {}"_s : u" []"_s));
            return;
        }
        append(start);
        writeItems(value, indent + 2);
    }

    void writeTextBehind(const QString &start, const QString &text, int indent)
    {
        if (!isBlock(text)) {
            append(start + u' ', written(text));
            return;
        }
        QStringList lines = text.split(u'\n');
        const bool hasEnd = lines.last().isEmpty();
        if (hasEnd)
            lines.removeLast();
        const bool hasEmptyEnd = lines.last().isEmpty();
        append(start + (!hasEnd ? u" |-"_s : hasEmptyEnd ? u" |+"_s : u" |"_s));
        const QString space(indent + 2, u' ');
        for (const QString &line : std::as_const(lines))
            append(line.isEmpty() ? QString() : space, line);
    }

    ComparableText m_text;
};

} // namespace

QString writeYaml(const SecretValue &value)
{
    return yamlLines(value).lines.join(u'\n') + u'\n';
}

ComparableText yamlLines(const SecretValue &value)
{
    return Writer().write(value);
}

} // namespace core
