// SPDX-License-Identifier: MPL-2.0
#include "json/jsonreaderstate.h"

#include "json/jsontext.h"

namespace tc {

namespace {

constexpr qsizetype largeBody = 64 * 1024;

} // namespace

SharedStrings::SharedStrings(qsizetype bodySize)
{
    const int bits = bodySize > largeBody ? 10 : 6;
    m_entries = std::make_unique<Entry[]>(std::size_t(1) << bits);
    m_shift = 64 - bits;
}

QString SharedStrings::unshared(std::string_view text)
{
    // An empty string is there, which a null one would not say.
    return text.empty() ? QString(QLatin1StringView(""))
                        : QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void SharedStrings::replace(Entry &entry, const jsonwords::Words &words, std::string_view text)
{
    entry.string = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    entry.first = words.first;
    entry.last = words.last;
    entry.text = text;
}

void JsonReader::State::nullOr(const char *text)
{
    if (token == "null")
        keepOriginal = true;
    else
        fail(text);
}

void JsonReader::State::refuseOriginal()
{
    if (keepOriginal)
        fail("a value that its type cannot hold");
    keepOriginal = false;
}

void JsonReader::State::insideMember(std::string_view key)
{
    const bool joined = path.isEmpty() || path.startsWith(u'[');
    path = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())) + (joined ? u"" : u".") + path;
}

void JsonReader::State::insideElement(qsizetype index)
{
    const bool joined = path.isEmpty() || path.startsWith(u'[');
    path = u'[' + QString::number(index) + u']' + (joined ? u"" : u".") + path;
}

QString JsonReader::State::unescaped(std::string_view inside)
{
    return jsontext::unescape(inside, &damaged);
}

Json JsonReader::State::slice(std::string_view text) const
{
    return Json::slice(buffer, text.data() - buffer.constData(), static_cast<qsizetype>(text.size()));
}

} // namespace tc
