// SPDX-License-Identifier: MPL-2.0
#include "core/util/visibletext.h"

#include <QStringView>

namespace core {

using namespace Qt::StringLiterals;

namespace {

bool isBreakOrTab(char32_t character)
{
    return character == U'\n' || character == U'\r' || character == U'\t';
}

// Characters with a width of nothing, with an effect on their neighbours, or that only look like nothing.
bool isHidden(char32_t c)
{
    return c == 0xAD || c == 0x034F || c == 0x061C || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5
        || (c >= 0x180B && c <= 0x180F) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F) || c == 0x2800 || c == 0x3164 || c == 0xFEFF || c == 0xFFA0
        || (c >= 0xFFF0 && c <= 0xFFFB) || (c >= 0x1D173 && c <= 0x1D17A) || (c >= 0xE0000 && c <= 0xE0FFF);
}

bool isSurrogate(char32_t c)
{
    return c >= 0xD800 && c <= 0xDFFF;
}

void appendVisible(QString &out, char32_t character)
{
    if (character < 0x20)
        out += QChar(static_cast<char16_t>(0x2400 + character));
    else if (character == 0x7F)
        out += QChar(u'\u2421');
    else
        out += u"\u2039U+%1\u203A"_s.arg(QString::number(static_cast<uint>(character), 16).toUpper(), 4, u'0');
}

// The code point at \a position, which moves behind it.
char32_t nextCodePoint(QStringView text, qsizetype &position)
{
    const QChar first = text[position++];
    if (first.isHighSurrogate() && position < text.size() && text[position].isLowSurrogate())
        return QChar::surrogateToUcs4(first, text[position++]);
    return first.unicode();
}

} // namespace

bool isDeceptive(char32_t character)
{
    return character < 0x20 || (character >= 0x7F && character <= 0x9F) || isSurrogate(character)
        || isHidden(character);
}

QString visibleText(const QString &text, TextLines lines)
{
    const auto isKept = [lines](char32_t character) {
        return !isDeceptive(character) || (lines == TextLines::Multiple && isBreakOrTab(character));
    };
    qsizetype position = 0;
    qsizetype start = 0;
    // Nearly all text needs no change, and then is not copied.
    while (position < text.size()) {
        start = position;
        if (!isKept(nextCodePoint(text, position)))
            break;
        start = position;
    }
    if (start == text.size())
        return text;
    QString out = text.left(start);
    for (position = start; position < text.size();) {
        const qsizetype before = position;
        const char32_t character = nextCodePoint(text, position);
        if (isKept(character))
            out += QStringView(text).mid(before, position - before);
        else
            appendVisible(out, character);
    }
    return out;
}

} // namespace core
