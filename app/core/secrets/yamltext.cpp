// SPDX-License-Identifier: MPL-2.0
#include "core/secrets/yamltext.h"

#include "core/secrets/yamlscalar.h"
#include "core/util/visibletext.h"

#include <QCoreApplication>
#include <QSet>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <exception>
#include <optional>
#include <sstream>
#include <vector>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t deepest = 100;
constexpr auto coreTag = "tag:yaml.org,2002:"_L1;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::YamlText)
};

using Severity = TextProblem::Severity;
using Surprise = YamlScalar::Surprise;
using Type = SecretValue::Type;

// With the byte order mark that QString's own reader takes away from the beginning of a text.
QString toText(const std::string &scalar)
{
    const QString text = QString::fromStdString(scalar);
    return scalar.starts_with("\xef\xbb\xbf") ? u'\uFEFF' + text : text;
}

// Builds the value from what the parser meets, and says what is wrong with it.
class Builder : public YAML::EventHandler
{
public:
    Builder(const QByteArray &text, ReadText *result) : m_lines(text.split('\n')), m_result(result) { }

    int documents() const { return m_documents; }

    void note(Severity severity, const YAML::Mark &mark, const QString &message)
    {
        // The parser counts bytes.
        const QByteArray line = m_lines.value(mark.line);
        const auto column = QString::fromUtf8(line.left(mark.column)).size();
        m_result->problems.append({ severity, mark.line + 1, static_cast<int>(column) + 1, message });
        m_failed = m_failed || severity == Severity::Error;
    }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (m_documents++ > 0)
            note(Severity::Error, mark, Texts::tr("A secret is one document; here begins another."));
    }

    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        if (m_stopped)
            return;
        const QByteArray written = m_lines.value(mark.line).mid(mark.column);
        const bool isWord = written.toLower().startsWith("null");
        // Where nothing is written the parser is at what comes next.
        const bool isNothing = !isWord && !written.startsWith('~') && !m_levels.empty() && m_levels.back().hasKey;
        addScalar(isNothing ? m_levels.back().keyPlace : mark, anchor,
            { Type::Null, {}, isWord ? Surprise::None : Surprise::EmptyIsNull }, {});
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override
    {
        if (!m_stopped)
            refuseAnchor(mark);
        m_stopped = true;
    }

    void OnScalar(
        const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &scalar) override
    {
        if (m_stopped)
            return;
        const QString text = toText(scalar);
        const QString name = QString::fromStdString(tag);
        if (name == u"?")
            addScalar(mark, anchor, plainScalar(text), text);
        else if (name.isEmpty() || name == u"!" || name == coreTag + u"str"_s)
            addScalar(mark, anchor, { Type::Text, text, Surprise::None }, text);
        else
            addTagged(mark, anchor, name, text);
    }

    void OnSequenceStart(
        const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        begin(mark, tag, anchor, Type::List);
    }

    void OnMapStart(
        const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        begin(mark, tag, anchor, Type::Map);
    }

    void OnSequenceEnd() override { end(); }
    void OnMapEnd() override { end(); }

private:
    // A list or map that has begun.
    struct Level {
        SecretValue value;
        YAML::Mark place; // of its key
        QSet<QString> keys;
        bool hasKey = false; // of a map: a value comes next
        QString key;
        YAML::Mark keyPlace;
    };

    bool expectsKey() const
    {
        return !m_levels.empty() && m_levels.back().value.type == Type::Map && !m_levels.back().hasKey;
    }

    void refuseAnchor(const YAML::Mark &mark)
    {
        note(Severity::Error, mark, Texts::tr("Anchors and aliases are not taken: write the value out."));
    }

    void addTagged(const YAML::Mark &mark, YAML::anchor_t anchor, const QString &tag, const QString &text)
    {
        const YamlScalar scalar = plainScalar(text);
        const bool isFloat = tag == coreTag + u"float"_s;
        const bool fits = (scalar.type == Type::Null && tag == coreTag + u"null"_s)
            || (scalar.type == Type::Bool && tag == coreTag + u"bool"_s)
            || (scalar.type == Type::Number && (isFloat || tag == coreTag + u"int"_s));
        if (!fits)
            note(Severity::Error, mark, Texts::tr("This tag is not taken here."));
        addScalar(mark, anchor, scalar, text);
    }

    void addScalar(const YAML::Mark &mark, YAML::anchor_t anchor, const YamlScalar &scalar, const QString &text)
    {
        if (anchor != 0)
            refuseAnchor(mark);
        if (expectsKey())
            return takeKey(mark, scalar, text);
        const bool isError = scalar.surprise == Surprise::NoNumber || scalar.surprise == Surprise::TooLarge;
        if (scalar.surprise != Surprise::None)
            note(isError ? Severity::Error : Severity::Warning, mark, surpriseText(scalar.surprise));
        noteComment(mark, text);
        SecretValue value;
        value.type = scalar.type;
        value.scalar = scalar.scalar;
        add(mark, std::move(value));
    }

    // "password: abc #1" ends before the #, which has cost people a part of their secret.
    void noteComment(const YAML::Mark &mark, const QString &text)
    {
        const QByteArray rest = m_lines.value(mark.line).mid(mark.column);
        const QByteArray scalar = text.toUtf8();
        if (scalar.isEmpty() || !rest.startsWith(scalar) || !rest.mid(scalar.size()).startsWith(' ')
            || !rest.mid(scalar.size()).trimmed().startsWith('#'))
            return;
        note(Severity::Warning, mark,
            Texts::tr("What follows the # is a comment, and is not kept. Quote the whole if it belongs to the value."));
    }

    void takeKey(const YAML::Mark &mark, const YamlScalar &scalar, const QString &text)
    {
        Level &level = m_levels.back();
        if (scalar.type == Type::Text && text == u"<<")
            note(Severity::Error, mark, Texts::tr("Merge keys are not taken: write the members out."));
        else if (scalar.type != Type::Text)
            note(Severity::Warning, mark, Texts::tr("A key is always text. Quote it to show that this is meant."));
        else if (scalar.surprise != Surprise::None)
            note(Severity::Warning, mark, Texts::tr("Other readers of YAML do not take this key for text. Quote it."));
        if (level.keys.contains(text))
            note(Severity::Error, mark,
                Texts::tr("The key %1 is here twice; only one of them could be kept.").arg(visibleText(text)));
        level.keys.insert(text);
        level.key = text;
        level.keyPlace = mark;
        level.hasKey = true;
    }

    void begin(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, Type type)
    {
        if (m_stopped)
            return;
        if (anchor != 0)
            refuseAnchor(mark);
        const QString name = QString::fromStdString(tag);
        if (!name.isEmpty() && name != u"?" && name != u"!"
            && name != coreTag + (type == Type::Map ? u"map"_s : u"seq"_s))
            note(Severity::Error, mark, Texts::tr("This tag is not taken here."));
        m_stopped = expectsKey() || m_levels.size() > deepest; // which level an end belongs to is not known any more
        if (m_stopped)
            return note(Severity::Error, mark,
                expectsKey() ? Texts::tr("A key has to be text.") : Texts::tr("This is nested too deeply."));
        Level level;
        level.value.type = type;
        level.place = mark;
        m_levels.push_back(std::move(level));
    }

    void end()
    {
        if (m_stopped)
            return;
        Level level = std::move(m_levels.back());
        m_levels.pop_back();
        add(level.place, std::move(level.value));
    }

    void add(const YAML::Mark &mark, SecretValue value)
    {
        if (m_failed)
            return finishMember();
        if (m_levels.empty()) {
            if (value.type != Type::Map)
                return note(Severity::Error, mark, Texts::tr("A secret is a map: keys, colons and values."));
            m_result->value = std::move(value);
            return;
        }
        Level &level = m_levels.back();
        value.key = level.key;
        level.value.items.push_back(std::move(value));
        finishMember();
    }

    void finishMember()
    {
        if (m_levels.empty())
            return;
        m_levels.back().hasKey = false;
        m_levels.back().key.clear();
    }

    QByteArrayList m_lines;
    ReadText *m_result;
    std::vector<Level> m_levels;
    int m_documents = 0;
    bool m_failed = false;
    bool m_stopped = false; ///< nothing more is looked at
};

// The parser's own words name what it met, which may be a piece of a secret.
QString parserError(const std::string &message)
{
    using namespace YAML;
    const auto is = [&message](const char *text) { return message.compare(0, qstrlen(text), text) == 0; };
    if (is(ErrorMsg::TAB_IN_INDENTATION))
        return Texts::tr("YAML is indented with spaces, not with tabs.");
    if (is(ErrorMsg::END_OF_MAP_FLOW) || is(ErrorMsg::END_OF_SEQ_FLOW))
        return Texts::tr("The end of { or [ is missing.");
    if (is(ErrorMsg::END_OF_MAP) || is(ErrorMsg::END_OF_SEQ))
        return Texts::tr("This does not belong to what stands before it: look at the indentation and the colons.");
    if (is(ErrorMsg::MAP_VALUE) || is(ErrorMsg::MAP_KEY))
        return Texts::tr("No key can stand here. Text that holds a colon and a space has to be quoted.");
    if (is(ErrorMsg::EOF_IN_SCALAR))
        return Texts::tr("The closing quotation mark is missing.");
    if (is(ErrorMsg::INVALID_ESCAPE) || is(ErrorMsg::INVALID_HEX) || is(ErrorMsg::INVALID_UNICODE))
        return Texts::tr("There is no such escape. In double quotation marks a backslash is written \\\\.");
    if (is(ErrorMsg::UNKNOWN_TOKEN))
        return Texts::tr("Nothing can begin like this. Text that begins with @, ` or % has to be quoted.");
    if (is(ErrorMsg::ANCHOR_NOT_FOUND) || is(ErrorMsg::ALIAS_NOT_FOUND) || is(ErrorMsg::UNKNOWN_ANCHOR))
        return Texts::tr("Text that begins with & or * has to be quoted.");
    return Texts::tr("This is not YAML.");
}

// YAML has no control characters but tabulators and line ends, and the parser takes a NUL for the sign that what
// follows is one.
std::optional<YAML::Mark> controlCharacter(const QByteArray &utf8)
{
    YAML::Mark mark;
    for (const char character : utf8) {
        const auto code = static_cast<unsigned char>(character);
        if ((code < 0x20 && code != '\t' && code != '\n' && code != '\r') || code == 0x7f)
            return mark;
        ++mark.pos;
        ++mark.column;
        if (character == '\n') {
            ++mark.line;
            mark.column = 0;
        }
    }
    return {};
}

} // namespace

ReadText readYaml(const QString &text)
{
    ReadText result;
    const QByteArray utf8 = text.toUtf8();
    Builder builder(utf8, &result);
    if (const std::optional<YAML::Mark> place = controlCharacter(utf8)) {
        builder.note(Severity::Error, *place,
            Texts::tr("This character cannot stand here. Write it as \\x and two digits, in quotation marks."));
        return result;
    }
    try {
        std::istringstream stream(utf8.toStdString());
        YAML::Parser parser(stream);
        // The parser never gets past some things, and begins one document after the other there.
        while (builder.documents() < 2 && parser.HandleNextDocument(builder)) { }
        if (builder.documents() == 0)
            builder.note(Severity::Error, YAML::Mark(), Texts::tr("There is nothing here. An empty secret is {}."));
    } catch (const YAML::Exception &exception) {
        const YAML::Mark mark = exception.mark.is_null() ? YAML::Mark() : exception.mark;
        builder.note(Severity::Error, mark, parserError(exception.msg));
    } catch (const std::exception &) {
        builder.note(Severity::Error, YAML::Mark(), Texts::tr("This is not YAML."));
    }
    const bool hasError = std::any_of(result.problems.cbegin(), result.problems.cend(),
        [](const TextProblem &problem) { return problem.severity == Severity::Error; });
    if (hasError)
        result.value.reset();
    return result;
}

} // namespace core
