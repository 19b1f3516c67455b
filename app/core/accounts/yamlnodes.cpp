// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/yamlnodes.h"

#include <QJsonArray>
#include <QJsonObject>

#include <exception>

namespace core::yaml {

namespace {

constexpr int deepest = 20;
constexpr int mostNodes = 20'000; // aliases of aliases grow without end

// What is to be left out: some members of one map.
struct LeftOut {
    const YAML::Node &map;
    const QByteArrayList &members;

    bool has(const YAML::Node &node, const YAML::Node &key) const
    {
        return node.is(map) && key.IsScalar() && members.contains(QByteArray::fromStdString(key.Scalar()));
    }
};

// Everything that a tree says, as bytes that can be compared. False when it is too large for a configuration.
bool describe(const YAML::Node &node, const LeftOut &leftOut, QByteArray *into, int depth, int *count)
{
    if (depth > deepest || ++*count > mostNodes)
        return false;
    if (node.IsScalar()) {
        const std::string &scalar = node.Scalar();
        into->append('"').append(QByteArray::number(static_cast<qulonglong>(scalar.size()))).append(':');
        into->append(scalar.data(), static_cast<qsizetype>(scalar.size()));
        into->append(QByteArray::fromStdString(node.Tag())); // which tells "yes" from yes
        return true;
    }
    if (node.IsSequence()) {
        into->append('[');
        for (const YAML::Node &item : node) {
            if (!describe(item, leftOut, into, depth + 1, count))
                return false;
        }
        into->append(']');
        return true;
    }
    QByteArray inside; // an empty map is written like nothing at all
    if (node.IsMap()) {
        for (const auto &pair : node) {
            if (!leftOut.has(node, pair.first)
                && (!describe(pair.first, leftOut, &inside, depth + 1, count)
                    || !describe(pair.second, leftOut, &inside, depth + 1, count)))
                return false;
        }
    }
    if (!inside.isEmpty())
        into->append('{').append(inside).append('}');
    return true;
}

// The whole document without some members of its options; nothing when it is too large.
std::optional<QByteArray> description(const YAML::Node &root, const QByteArrayList &leftOut)
{
    QByteArray result;
    int count = 0;
    const bool isWhole = describe(root, { configOptions(root), leftOut }, &result, 0, &count);
    return isWhole ? std::optional(result) : std::nullopt;
}

qsizetype indentOf(const QByteArray &line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line[indent] == ' ')
        ++indent;
    return indent;
}

bool isBlank(const QByteArray &line)
{
    return line.trimmed().isEmpty();
}

// The text without the lines of these members: each the line of its key and, if wanted, those below it that are
// indented more.
QByteArray withoutLines(
    const QByteArray &text, const YAML::Node &options, const QByteArrayList &members, bool withContinuations)
{
    QByteArrayList lines = text.split('\n');
    QList<qsizetype> keys;
    for (const auto &pair : options) {
        if (pair.first.IsScalar() && members.contains(QByteArray::fromStdString(pair.first.Scalar())))
            keys.prepend(pair.first.Mark().line);
    }
    for (const qsizetype key : keys) {
        if (key < 0 || key >= lines.size())
            continue;
        qsizetype end = key + 1;
        const qsizetype indent = indentOf(lines[key]);
        while (withContinuations && end < lines.size() && (isBlank(lines[end]) || indentOf(lines[end]) > indent))
            ++end;
        while (end > key + 1 && isBlank(lines[end - 1]))
            --end; // the space before what comes next stays
        lines.remove(key, end - key);
    }
    return lines.join('\n');
}

// The library's own way to write a tree would take the quotation marks from "yes".
void emit(YAML::Emitter *emitter, const YAML::Node &node, const LeftOut &leftOut)
{
    if (node.IsScalar()) {
        const std::string &tag = node.Tag();
        if (tag == "!")
            *emitter << YAML::DoubleQuoted;
        else if (tag != "?" && !tag.empty())
            *emitter << YAML::VerbatimTag(tag);
        *emitter << node.Scalar();
    } else if (node.IsSequence()) {
        *emitter << YAML::BeginSeq;
        for (const YAML::Node &item : node)
            emit(emitter, item, leftOut);
        *emitter << YAML::EndSeq;
    } else if (node.IsMap()) {
        *emitter << YAML::BeginMap;
        for (const auto &pair : node) {
            if (leftOut.has(node, pair.first))
                continue;
            *emitter << YAML::Key;
            emit(emitter, pair.first, leftOut);
            *emitter << YAML::Value;
            emit(emitter, pair.second, leftOut);
        }
        *emitter << YAML::EndMap;
    } else {
        *emitter << YAML::Null;
    }
}

// Written anew, without comments and in a layout of its own. Only for trees that describe() has been through.
QByteArray rewritten(const YAML::Node &root, const YAML::Node &options, const QByteArrayList &members)
{
    YAML::Emitter emitter;
    emit(&emitter, root, { options, members });
    return emitter.good() ? QByteArray(emitter.c_str()) + '\n' : QByteArray();
}

} // namespace

Document load(const QByteArray &text)
{
    try {
        return { YAML::Load(text.toStdString()), 0 };
    } catch (const YAML::Exception &exception) {
        return { {}, exception.mark.is_null() ? 0 : exception.mark.line + 1 };
    } catch (const std::exception &) {
        return {};
    }
}

YAML::Node configOptions(const YAML::Node &root)
{
    const YAML::Node nested = member(root, "config");
    return nested.IsMap() ? nested : root;
}

YAML::Node member(const YAML::Node &map, const char *name)
{
    if (!map.IsMap())
        return {};
    for (const auto &pair : map) {
        if (pair.first.IsScalar() && pair.first.Scalar() == name)
            return pair.second;
    }
    return {};
}

QString text(const YAML::Node &map, const char *name)
{
    const YAML::Node node = member(map, name);
    return node.IsScalar() ? QString::fromStdString(node.Scalar()) : QString();
}

QJsonValue toJson(const YAML::Node &node, int depth)
{
    if (depth > deepest)
        return {};
    if (node.IsScalar()) {
        const QString scalar = QString::fromStdString(node.Scalar());
        bool isNumber = false;
        const qint64 number = scalar.toLongLong(&isNumber);
        return isNumber && node.Tag() != "!" ? QJsonValue(number) : QJsonValue(scalar);
    }
    if (node.IsSequence()) {
        QJsonArray array;
        for (const YAML::Node &item : node)
            array.append(toJson(item, depth + 1));
        return array;
    }
    if (!node.IsMap())
        return {};
    QJsonObject object;
    for (const auto &pair : node) {
        if (pair.first.IsScalar())
            object.insert(QString::fromStdString(pair.first.Scalar()), toJson(pair.second, depth + 1));
    }
    return object;
}

QByteArrayList without(const QByteArray &yaml, const YAML::Node &root, const QByteArrayList &members)
{
    const auto wanted = description(root, members);
    if (!wanted)
        return {};
    const YAML::Node options = configOptions(root);
    QByteArrayList result;
    for (const QByteArray &text : { withoutLines(yaml, options, members, false),
             withoutLines(yaml, options, members, true), rewritten(root, options, members) }) {
        const Document document = load(text);
        if (document.root && description(*document.root, {}) == wanted)
            result.append(text);
    }
    return result;
}

} // namespace core::yaml
