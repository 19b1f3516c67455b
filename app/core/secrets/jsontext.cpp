// SPDX-License-Identifier: MPL-2.0
#include "core/secrets/jsontext.h"

#include "core/util/visibletext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 100;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::JsonText)
};

class JsonReader
{
public:
    explicit JsonReader(const QString &text) : m_text(text) { }

    ReadText read()
    {
        SecretValue value;
        skipSpace();
        if (!m_failed && !at(u'{') && m_position < m_text.size())
            fail(Texts::tr("A secret is a map: it begins with {."));
        if (!m_failed && m_position >= m_text.size())
            fail(Texts::tr("There is nothing here. An empty secret is {}."));
        if (!m_failed)
            readValue(&value, 0);
        skipSpace();
        if (!m_failed && m_position < m_text.size())
            fail(Texts::tr("There is something behind the end of the secret."));
        if (!m_failed)
            m_result.value = std::move(value);
        return std::move(m_result);
    }

private:
    bool at(char16_t character) const { return m_position < m_text.size() && m_text[m_position] == character; }

    void skipSpace()
    {
        while (at(u' ') || at(u'\n') || at(u'\t') || at(u'\r') || (m_position == 0 && at(u'\uFEFF')))
            ++m_position;
    }

    void note(TextProblem::Severity severity, qsizetype position, const QString &message)
    {
        const QStringView before = QStringView(m_text).left(position);
        const qsizetype lineStart = before.lastIndexOf(u'\n') + 1;
        m_result.problems.append({ severity, static_cast<int>(before.count(u'\n')) + 1,
            static_cast<int>(position - lineStart) + 1, message });
    }

    void fail(const QString &message)
    {
        if (m_failed)
            return;
        m_failed = true;
        note(TextProblem::Severity::Error, m_position, message);
    }

    bool take(char16_t character, const QString &orElse)
    {
        skipSpace();
        if (!at(character))
            fail(orElse);
        else
            ++m_position;
        return !m_failed;
    }

    bool takeWord(QStringView word)
    {
        if (!QStringView(m_text).mid(m_position).startsWith(word))
            return false;
        m_position += word.size();
        return true;
    }

    void readValue(SecretValue *value, int depth)
    {
        skipSpace();
        if (depth > deepest)
            return fail(Texts::tr("This is nested too deeply."));
        if (at(u'{'))
            return readMap(value, depth);
        if (at(u'['))
            return readList(value, depth);
        if (at(u'"')) {
            value->type = SecretValue::Type::Text;
            return readString(&value->scalar);
        }
        readWord(value);
    }

    void readWord(SecretValue *value)
    {
        const qsizetype begin = m_position;
        if (takeWord(u"null"))
            value->type = SecretValue::Type::Null;
        else if (takeWord(u"true") || takeWord(u"false"))
            value->type = SecretValue::Type::Bool;
        else
            return readNumber(value);
        if (value->type == SecretValue::Type::Bool)
            value->scalar = m_text.mid(begin, m_position - begin);
    }

    bool takeDigits()
    {
        const qsizetype begin = m_position;
        while (m_position < m_text.size() && m_text[m_position] >= u'0' && m_text[m_position] <= u'9')
            ++m_position;
        return m_position > begin;
    }

    void readNumber(SecretValue *value)
    {
        const qsizetype begin = m_position;
        if (at(u'-'))
            ++m_position;
        const bool leadingZero = at(u'0');
        const qsizetype digits = m_position;
        if (!takeDigits())
            return fail(
                Texts::tr("A value is missing here: text in quotation marks, a number, true, false, null, [ or {."));
        if (leadingZero && m_position - digits > 1)
            return fail(Texts::tr("JSON has no numbers with leading zeros. Quote it to keep it as text."));
        if (at(u'.')) {
            ++m_position;
            if (!takeDigits())
                return fail(Texts::tr("Digits are missing behind the point."));
        }
        if (at(u'e') || at(u'E')) {
            ++m_position;
            if (at(u'+') || at(u'-'))
                ++m_position;
            if (!takeDigits())
                return fail(Texts::tr("Digits of the exponent are missing."));
        }
        value->type = SecretValue::Type::Number;
        value->scalar = m_text.mid(begin, m_position - begin);
        bool isDouble = false;
        static_cast<void>(value->scalar.toDouble(&isDouble));
        if (!isDouble) {
            m_position = begin;
            return fail(Texts::tr("No number of this size can be kept. Quote it to keep it as text."));
        }
        const QString warning = numberWarning(value->scalar);
        if (!warning.isEmpty())
            note(TextProblem::Severity::Warning, begin, warning);
    }

    void readList(SecretValue *value, int depth)
    {
        value->type = SecretValue::Type::List;
        ++m_position;
        skipSpace();
        if (at(u']')) {
            ++m_position;
            return;
        }
        while (!m_failed) {
            readValue(&value->items.emplace_back(), depth + 1);
            skipSpace();
            if (m_failed || at(u']'))
                break;
            take(u',', Texts::tr("A comma or ] is missing here."));
        }
        if (!m_failed)
            ++m_position;
    }

    void readMap(SecretValue *value, int depth)
    {
        value->type = SecretValue::Type::Map;
        QSet<QString> keys;
        ++m_position;
        skipSpace();
        if (at(u'}')) {
            ++m_position;
            return;
        }
        while (!m_failed) {
            readMember(&value->items.emplace_back(), &keys, depth);
            skipSpace();
            if (m_failed || at(u'}'))
                break;
            take(u',', Texts::tr("A comma or } is missing here."));
        }
        if (!m_failed)
            ++m_position;
    }

    void readMember(SecretValue *member, QSet<QString> *keys, int depth)
    {
        skipSpace();
        const qsizetype begin = m_position;
        if (!at(u'"'))
            return fail(Texts::tr("A key in quotation marks is missing here."));
        readString(&member->key);
        if (m_failed || !take(u':', Texts::tr("A colon is missing behind the key.")))
            return;
        if (keys->contains(member->key)) {
            m_position = begin;
            return fail(
                Texts::tr("The key %1 is here twice; only one of them could be kept.").arg(visibleText(member->key)));
        }
        keys->insert(member->key);
        readValue(member, depth + 1);
    }

    void readString(QString *out)
    {
        ++m_position;
        qsizetype begin = m_position;
        while (!m_failed) {
            if (m_position >= m_text.size() || at(u'\n'))
                return fail(Texts::tr("The closing quotation mark is missing."));
            const QChar character = m_text[m_position];
            if (character.unicode() < 0x20)
                return fail(Texts::tr("A control character inside of text has to be escaped."));
            if (character != u'"' && character != u'\\') {
                ++m_position;
                continue;
            }
            out->append(QStringView(m_text).mid(begin, m_position - begin));
            ++m_position;
            if (character == u'"')
                return mendHalves(out);
            readEscape(out);
            begin = m_position;
        }
    }

    // "\\ud83d" alone is half of a character, which nothing that is UTF-8 can hold.
    void mendHalves(QString *text)
    {
        bool isMended = false;
        for (qsizetype i = 0; i < text->size(); ++i) {
            const bool isPair
                = text->at(i).isHighSurrogate() && i + 1 < text->size() && text->at(i + 1).isLowSurrogate();
            if (isPair) {
                ++i;
            } else if (text->at(i).isSurrogate()) {
                text->replace(i, 1, QChar::ReplacementCharacter);
                isMended = true;
            }
        }
        if (isMended)
            note(TextProblem::Severity::Warning, m_position - 1,
                Texts::tr("This text has half of a character in it, which is replaced by \ufffd."));
    }

    void readEscape(QString *out)
    {
        const QChar kind = m_position < m_text.size() ? m_text[m_position] : QChar();
        static const QString names = u"\"\\/bfnrt"_s;
        static const QString values = u"\"\\/\b\f\n\r\t"_s;
        const qsizetype found = kind.isNull() ? -1 : names.indexOf(kind);
        if (found >= 0) {
            out->append(values[found]);
            ++m_position;
            return;
        }
        bool isHex = false;
        const QStringView digits = QStringView(m_text).mid(m_position + 1, 4);
        const uint code = digits.toUInt(&isHex, 16);
        if (kind != u'u' || digits.size() != 4 || !isHex || digits.startsWith(u'+'))
            return fail(Texts::tr("There is no such escape. A backslash itself is written \\\\."));
        out->append(QChar(static_cast<char16_t>(code)));
        m_position += 5;
    }

    const QString &m_text;
    qsizetype m_position = 0;
    bool m_failed = false;
    ReadText m_result;
};

void write(const SecretValue &value, JsonLayout layout, int depth, QString *out)
{
    using Type = SecretValue::Type;
    if (value.type == Type::Null)
        out->append(u"null");
    else if (value.type == Type::Text)
        out->append(quotedText(value.scalar));
    else if (value.isScalar())
        out->append(value.scalar);
    if (value.isScalar())
        return;
    const bool isMap = value.type == Type::Map;
    const QString space
        = layout == JsonLayout::Indented && !value.items.empty() ? u'\n' + QString(2 * (depth + 1), u' ') : QString();
    out->append(isMap ? u'{' : u'[');
    bool isFirst = true;
    for (const SecretValue &item : value.items) {
        if (!isFirst)
            out->append(u',');
        isFirst = false;
        out->append(space);
        if (isMap)
            out->append(quotedText(item.key)).append(layout == JsonLayout::Indented ? u": "_s : u":"_s);
        write(item, layout, depth + 1, out);
    }
    out->append(space.chopped(space.isEmpty() ? 0 : 2));
    out->append(isMap ? u'}' : u']');
}

} // namespace

ReadText readJson(const QString &text)
{
    return JsonReader(text).read();
}

QString writeJson(const SecretValue &value, JsonLayout layout)
{
    QString result;
    write(value, layout, 0, &result);
    return result;
}

QString quotedText(const QString &text)
{
    QString result;
    result.reserve(text.size() + 2);
    result.append(u'"');
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text[i];
        if (character == u'"' || character == u'\\')
            result.append(u'\\').append(character);
        else if (character == u'\n')
            result.append(u"\\n");
        else if (character == u'\t')
            result.append(u"\\t");
        else if (character == u'\r')
            result.append(u"\\r");
        else if (character.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            result.append(character).append(text[++i]);
        else if (isDeceptive(character.unicode()))
            result.append(u"\\u%1"_s.arg(static_cast<int>(character.unicode()), 4, 16, QLatin1Char('0')));
        else
            result.append(character);
    }
    return result.append(u'"');
}

bool isJsonNumber(const QString &text)
{
    static const QRegularExpression number(u"^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?$"_s);
    return !text.endsWith(u'\n') && number.match(text).hasMatch();
}

QString numberWarning(const QString &number)
{
    bool isInteger = false;
    const qint64 value = number.toLongLong(&isInteger);
    constexpr qint64 exact = Q_INT64_C(1) << 53;
    int digits = 0;
    for (const QChar character : number) {
        if (character == u'e' || character == u'E')
            break;
        digits += character.isDigit() && (digits > 0 || character != u'0') ? 1 : 0;
    }
    const bool isExact = isInteger ? value >= -exact && value <= exact : digits <= 15;
    if (!isExact)
        return Texts::tr("The service keeps numbers with 15 digits or so: the last digits may change. Quote it to "
                         "keep them as text.");
    bool isDouble = false;
    static_cast<void>(number.toDouble(&isDouble));
    return isDouble ? QString() : Texts::tr("The service cannot keep a number of this size. Quote it as text.");
}

} // namespace core
