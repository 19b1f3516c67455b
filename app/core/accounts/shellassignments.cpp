// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/shellassignments.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace core {

using namespace Qt::StringLiterals;

namespace {

enum class Shell { Sh, Fish, Csh };

using Problem = ShellAssignment::Problem;

struct Word {
    QString text;
    Problem problem = Problem::None;
};

bool isNameStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

bool isName(QStringView text)
{
    if (text.isEmpty() || !isNameStart(text.front()))
        return false;
    return std::all_of(text.begin(), text.end(), [](QChar c) { return isNameStart(c) || (c >= u'0' && c <= u'9'); });
}

bool endsCommand(QChar c)
{
    return c == u'\n' || c == u';' || c == u'&' || c == u'|';
}

/// Reads words as one of the shells does.
class Reader
{
public:
    explicit Reader(const QString &text) : m_text(text) { }

    bool atEnd() const { return m_at >= m_text.size(); }
    qsizetype position() const { return m_at; }
    void goBack(qsizetype position) { m_at = position; }
    QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(u'\n'); }
    void skip(qsizetype count = 1) { m_at = qMin(m_at + count, m_text.size()); }
    void skipBlanks()
    {
        while (!atEnd() && (peek() == u' ' || peek() == u'\t' || (peek() == u'\\' && peek(1) == u'\n')))
            skip(peek() == u'\\' ? 2 : 1);
    }
    void skipLine()
    {
        while (!atEnd() && peek() != u'\n')
            skip();
        skip();
    }
    /// The letters ahead, up to white space, "=" or anything that a shell would treat in its own way.
    QString bareWord() const
    {
        qsizetype end = m_at;
        while (end < m_text.size() && (isNameStart(m_text[end]) || m_text[end].isDigit()))
            ++end;
        return m_text.mid(m_at, end - m_at);
    }
    /// The next word of the command; nothing at its end.
    std::optional<Word> word(Shell shell)
    {
        skipBlanks();
        if (atEnd() || endsCommand(peek()) || peek() == u'#')
            return {};
        m_shell = shell;
        m_word = Word();
        while (!atEnd() && !endsCommand(peek()) && peek() != u' ' && peek() != u'\t')
            piece();
        if (m_word.problem != Problem::None)
            m_word.text = m_word.text.section(u'=', 0, 0);
        return std::move(m_word);
    }

private:
    void piece()
    {
        const QChar c = peek();
        if (c == u'\'')
            return singleQuoted();
        if (c == u'"')
            return doubleQuoted();
        if (c == u'$' && peek(1) == u'\'' && m_shell == Shell::Sh)
            return ansiQuoted();
        skip();
        if (c == u'\\')
            return escaped();
        if (c == u'$' || c == u'`' || (c == u'(' && m_shell == Shell::Fish))
            m_word.problem = Problem::Expands;
        m_word.text += c;
    }

    // Behind a backslash outside of quotes.
    void escaped()
    {
        const QChar c = peek();
        skip();
        if (c == u'\n' && m_shell != Shell::Csh)
            return; // the line goes on
        if (m_shell == Shell::Fish && c.isLetter()) {
            m_word.problem = Problem::Expands;
            return;
        }
        m_word.text += c;
    }

    // A backslash inside of single quotes: itself, but for what each shell lets it guard.
    bool isGuarded(QChar next) const
    {
        if (m_shell == Shell::Fish)
            return next == u'\\' || next == u'\'';
        return m_shell == Shell::Csh && (next == u'!' || next == u'\n');
    }

    void singleQuoted()
    {
        for (skip(); !atEnd(); skip()) {
            if (peek() == u'\'')
                return skip();
            if (peek() == u'\\' && isGuarded(peek(1)))
                skip();
            if (!atEnd())
                m_word.text += peek();
        }
        m_word.problem = Problem::Open;
    }

    bool isGuardedInDouble(QChar next) const
    {
        if (m_shell == Shell::Csh)
            return next == u'!' || next == u'\n';
        return next == u'\\' || next == u'"' || next == u'$' || (next == u'`' && m_shell == Shell::Sh);
    }

    void doubleQuoted()
    {
        for (skip(); !atEnd(); skip()) {
            if (peek() == u'"')
                return skip();
            if (peek() == u'\\' && peek(1) == u'\n' && m_shell != Shell::Csh) {
                skip();
                continue;
            }
            if (peek() == u'\\' && isGuardedInDouble(peek(1)))
                skip();
            else if (peek() == u'$' || (peek() == u'`' && m_shell != Shell::Fish))
                m_word.problem = Problem::Expands;
            if (!atEnd())
                m_word.text += peek();
        }
        m_word.problem = Problem::Open;
    }

    // $'…': what a shell prints of values with line feeds in them.
    void ansiQuoted()
    {
        static const QHash<QChar, QChar> meanings { { u'n', u'\n' }, { u't', u'\t' }, { u'r', u'\r' }, { u'\\', u'\\' },
            { u'\'', u'\'' }, { u'"', u'"' }, { u'?', u'?' } };
        for (skip(2); !atEnd(); skip()) {
            if (peek() == u'\'')
                return skip();
            if (peek() != u'\\') {
                m_word.text += peek();
                continue;
            }
            skip();
            const auto meaning = meanings.constFind(peek());
            if (meaning == meanings.cend())
                m_word.problem = Problem::Expands; // a number in one of several bases: nobody writes these
            else
                m_word.text += *meaning;
        }
        m_word.problem = Problem::Open;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    Shell m_shell = Shell::Sh;
    Word m_word;
};

ShellAssignment assignment(const QString &name, const Word &value)
{
    ShellAssignment result { name, {}, value.problem };
    if (value.problem == Problem::None)
        result.value = value.text;
    return result;
}

// NAME=value…, as far as the words go on like that.
void readSh(Reader *reader, QList<ShellAssignment> *found)
{
    while (const auto word = reader->word(Shell::Sh)) {
        const qsizetype equals = word->text.indexOf(u'=');
        const QString name = word->text.left(equals < 0 ? word->text.size() : equals);
        if (name.startsWith(u'-'))
            continue; // an option of export or declare
        if (!isName(name) || (equals < 0 && word->problem == Problem::None))
            return;
        found->append(assignment(name, { word->text.mid(name.size() + 1), word->problem }));
    }
}

void readUnset(Reader *reader, Shell shell, QList<ShellAssignment> *found)
{
    while (const auto word = reader->word(shell)) {
        if (isName(word->text))
            found->append(ShellAssignment { word->text, {}, {} });
    }
}

void readNameAndValue(Reader *reader, Shell shell, QList<ShellAssignment> *found)
{
    const auto name = reader->word(shell);
    if (!name || !isName(name->text))
        return;
    const auto value = reader->word(shell);
    found->append(assignment(name->text, value.value_or(Word())));
}

void readFish(Reader *reader, QList<ShellAssignment> *found)
{
    bool exports = false;
    reader->skipBlanks();
    while (reader->peek() == u'-') {
        const auto option = reader->word(Shell::Fish);
        if (!option)
            return;
        const bool isLong = option->text.startsWith("--"_L1);
        if (isLong ? option->text == "--erase"_L1 : option->text.contains(u'e'))
            return readUnset(reader, Shell::Fish, found);
        exports = exports || (isLong ? option->text == "--export"_L1 : option->text.contains(u'x'));
        reader->skipBlanks();
    }
    if (exports)
        readNameAndValue(reader, Shell::Fish, found);
}

// One command, from its first letter. False when it is none that we know.
bool readCommand(Reader *reader, QList<ShellAssignment> *found)
{
    const QString first = reader->bareWord();
    if (first.isEmpty())
        return false;
    if (reader->peek(first.size()) == u'=') {
        readSh(reader, found);
        return true;
    }
    static const QStringList exporters { u"export"_s, u"declare"_s, u"typeset"_s, u"env"_s };
    const bool isKnown = exporters.contains(first) || first == u"unset" || first == u"unsetenv" || first == u"setenv"
        || first == u"set";
    const QChar behind = reader->peek(first.size());
    if (!isKnown || (behind != u' ' && behind != u'\t'))
        return false;
    reader->skip(first.size());
    if (first == u"setenv")
        readNameAndValue(reader, Shell::Csh, found);
    else if (first == u"set")
        readFish(reader, found);
    else if (first == u"unset" || first == u"unsetenv")
        readUnset(reader, first == u"unset" ? Shell::Sh : Shell::Csh, found);
    else
        readSh(reader, found);
    return true;
}

} // namespace

QList<ShellAssignment> readShellAssignments(const QString &text)
{
    QString lines = text;
    lines.replace("\r\n"_L1, "\n"_L1);
    QList<ShellAssignment> found;
    Reader reader(lines);
    while (!reader.atEnd()) {
        reader.skipBlanks();
        // A prompt that was copied along.
        if ((reader.peek() == u'$' || reader.peek() == u'%' || reader.peek() == u'>') && reader.peek(1) == u' ')
            reader.skip(2);
        const qsizetype start = reader.position();
        const qsizetype before = found.size();
        if (!readCommand(&reader, &found) || found.size() == before) {
            reader.goBack(start); // it may be prose with an apostrophe in it, which opens no quotation
            reader.skipLine();
            continue;
        }
        while (reader.word(Shell::Sh)) { } // what is left of the command
        if (endsCommand(reader.peek()))
            reader.skip();
        else
            reader.skipLine(); // a comment
    }
    return found;
}

} // namespace core
