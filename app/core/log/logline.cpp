// SPDX-License-Identifier: MPL-2.0
#include "core/log/logline.h"

#include "core/log/sgr.h"
#include "core/util/visibletext.h"

#include <algorithm>

namespace core {

namespace {

constexpr char16_t escape = 0x1B;
constexpr int tabWidth = 8;

// Reads the characters of a line and builds what is shown of them.
class LineParser
{
public:
    explicit LineParser(const QString &source) : m_source(source) { }

    LogLine run()
    {
        m_line.text.reserve(m_source.size());
        while (m_position < m_source.size()) {
            const QChar c = m_source[m_position];
            if (c.unicode() == escape && skipEscape())
                continue;
            if (c == u'\t')
                takeTab();
            else
                takeCharacter();
        }
        endSpan();
        return m_line;
    }

private:
    QChar at(qsizetype position) const { return position < m_source.size() ? m_source[position] : QChar(); }

    void takeTab()
    {
        const qsizetype blanks = tabWidth - m_line.text.size() % tabWidth;
        m_line.text.append(QString(blanks, u' '));
        ++m_position;
    }

    void takeCharacter()
    {
        const QChar first = m_source[m_position];
        const bool pair = first.isHighSurrogate() && at(m_position + 1).isLowSurrogate();
        const char32_t character
            = pair ? QChar::surrogateToUcs4(first, m_source[m_position + 1]) : char32_t(first.unicode());
        const qsizetype length = pair ? 2 : 1;
        const QStringView text = QStringView(m_source).mid(m_position, length);
        if (isDeceptive(character))
            m_line.text += visibleText(text.toString());
        else
            m_line.text += text;
        m_position += length;
    }

    // Drops the escape sequence that begins here, and does what it says when that is to change the style. False when it
    // is none, or has no end on this line: then the escape itself is shown.
    bool skipEscape()
    {
        const char16_t kind = at(m_position + 1).unicode();
        if (kind == u'[')
            return skipControlSequence();
        if (kind == u']' || kind == u'P' || kind == u'X' || kind == u'^' || kind == u'_')
            return skipString();
        qsizetype end = m_position + 1;
        while (at(end) >= QChar(0x20) && at(end) <= QChar(0x2F))
            ++end;
        if (at(end) < QChar(0x30) || at(end) > QChar(0x7E))
            return false;
        m_position = end + 1;
        return true;
    }

    bool skipControlSequence()
    {
        const qsizetype start = m_position + 2;
        qsizetype end = start;
        while (at(end) >= QChar(0x20) && at(end) <= QChar(0x3F))
            ++end;
        if (at(end) < QChar(0x40) || at(end) > QChar(0x7E))
            return false;
        const QStringView parameters = QStringView(m_source).mid(start, end - start);
        const auto isPlain = [](QChar c) { return (c >= u'0' && c <= u'9') || c == u';' || c == u':'; };
        // With other characters in between it is a private sequence that happens to end with "m" too.
        if (at(end) == u'm' && std::all_of(parameters.begin(), parameters.end(), isPlain)) {
            LogStyle style = m_style;
            applySgr(parameters, &style);
            setStyle(style);
        }
        m_position = end + 1;
        return true;
    }

    // Titles, links, clipboard: everything up to BEL or ESC backslash.
    bool skipString()
    {
        for (qsizetype end = m_position + 2; end < m_source.size(); ++end) {
            const bool bell = m_source[end] == QChar(0x07);
            const bool terminator = m_source[end].unicode() == escape && at(end + 1) == u'\\';
            if (bell || terminator) {
                m_position = end + (bell ? 1 : 2);
                return true;
            }
        }
        return false;
    }

    void setStyle(const LogStyle &style)
    {
        if (style == m_style)
            return;
        endSpan();
        m_style = style;
        m_spanStart = m_line.text.size();
    }

    void endSpan()
    {
        const qsizetype length = m_line.text.size() - m_spanStart;
        if (length > 0 && !m_style.isPlain())
            m_line.spans.push_back({ static_cast<int>(m_spanStart), static_cast<int>(length), m_style });
    }

    const QString &m_source;
    qsizetype m_position = 0;
    qsizetype m_spanStart = 0;
    LogStyle m_style;
    LogLine m_line;
};

} // namespace

LogLine parseLogLine(const QByteArray &bytes)
{
    const QString source = QString::fromUtf8(bytes);
    LogLine line = LineParser(source).run();
    line.bytes = bytes.size();
    return line;
}

} // namespace core
