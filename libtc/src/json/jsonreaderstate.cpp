// SPDX-License-Identifier: MPL-2.0
#include "json/jsonreaderstate.h"

#include "json/jsontext.h"

#include <cstring>

namespace tc {

namespace {

constexpr qsizetype largeBody = 64 * 1024;
constexpr std::uint64_t spread = 0xff51'afd7'ed55'8ccd;

std::uint64_t load(const char *at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

} // namespace

std::uint64_t mixedText(std::string_view text)
{
    const std::size_t size = text.size();
    const std::uint64_t word = load(text.data());
    const std::uint64_t first = size >= 8 ? word : word & ((std::uint64_t(1) << (8 * size)) - 1);
    const std::uint64_t last = size > 8 ? load(text.data() + size - 8) : 0;
    return (first ^ (last * 0x9e37'79b9'7f4a'7c15)) + size;
}

SharedStrings::SharedStrings(qsizetype bodySize) : m_bits(bodySize > largeBody ? 11 : 6)
{
    m_entries = std::make_unique<Entry[]>(std::size_t(1) << m_bits);
}

QString SharedStrings::get(std::string_view text)
{
    if (text.empty())
        return QString(QLatin1StringView(""));
    if (text.size() > maxLength)
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    Entry &entry = m_entries[(mixedText(text) * spread) >> (64 - m_bits)];
    if (entry.text != text) {
        entry.string = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        entry.text = text;
    }
    return entry.string;
}

void JsonReader::State::enter(simdjson::ondemand::value &child)
{
    value = &child;
    token = child.raw_json_token();
    while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ')
        token.remove_suffix(1);
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

QString JsonReader::State::text(std::string_view inside)
{
    if (std::memchr(inside.data(), '\\', inside.size()))
        return jsontext::unescape(inside, &damaged);
    return strings.get(inside);
}

std::string_view JsonReader::State::plainKey(std::string_view key, QByteArray &storage)
{
    if (!std::memchr(key.data(), '\\', key.size()))
        return key;
    storage = jsontext::unescape(key, &damaged).toUtf8();
    const auto size = static_cast<std::size_t>(storage.size());
    storage.append(8, '\0');
    return { storage.constData(), size };
}

Json JsonReader::State::slice(std::string_view text) const
{
    return Json::slice(buffer, text.data() - buffer.constData(), static_cast<qsizetype>(text.size()));
}

} // namespace tc
