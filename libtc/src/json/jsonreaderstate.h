// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "json/jsonreader.h"
#include "json/jsonwords.h"

#include <simdjson.h>

#include <QByteArray>
#include <QString>

#include <iterator>
#include <memory>
#include <string_view>

namespace tc {

/// Strings that one body repeats, so that they are made once and shared. A fixed table: a new string takes the place
/// of an older one, and nothing grows.
class SharedStrings
{
public:
    explicit SharedStrings(qsizetype bodySize);

    /// Sets \a out to the string whose inside is \a text, without escapes.
    void get(std::string_view text, QString *out)
    {
        if (text.empty() || text.size() > maxLength) {
            *out = unshared(text);
            return;
        }
        const jsonwords::Words words(text);
        Entry &entry = m_entries[(words.mixed() * spread) >> m_shift];
        if (entry.first != words.first || entry.last != words.last || entry.text.size() != text.size()
            || (text.size() > 16 && std::memcmp(entry.text.data() + 8, text.data() + 8, text.size() - 16) != 0))
            replace(entry, words, text);
        // Assignment swaps by way of a temporary whose halves the processor then has to wait for.
        std::destroy_at(out);
        std::construct_at(out, entry.string);
    }

private:
    struct Entry {
        std::uint64_t first = 0;
        std::uint64_t last = 0;
        std::string_view text; // in the body
        QString string;
    };
    static constexpr std::size_t maxLength = 200;
    static constexpr std::uint64_t spread = 0xff51'afd7'ed55'8ccd;

    static QString unshared(std::string_view text);
    static void replace(Entry &entry, const jsonwords::Words &words, std::string_view text);

    std::unique_ptr<Entry[]> m_entries;
    int m_shift;
};

/// In which order the members of a type came last time: a service writes the objects of one kind alike, so that one
/// comparison usually tells the next member. Only ever a guess.
class MemberOrder
{
public:
    /// Index of the member that \a start, behind a quote, is the name of, if it is the one that is expected; or -1.
    int guess(const JsonNames &names, int previous, const char *start) const
    {
        const int index = m_next[previous + 1] - 1;
        return index >= 0 && index < names.count && isName(names.names[index], start) ? index : -1;
    }
    void learn(int previous, int index) { m_next[previous + 1] = static_cast<std::uint8_t>(index + 1); }

private:
    static bool isName(const JsonName &name, const char *start)
    {
        const std::size_t size = name.text.size();
        std::uint64_t first = jsonwords::load(start);
        if (size < 8)
            first &= (std::uint64_t(1) << (8 * size)) - 1;
        return first == name.first && (size <= 8 || jsonwords::load(start + size - 8) == name.last)
            && (size <= 16 || std::memcmp(start + 8, name.text.data() + 8, size - 16) == 0) && start[size] == '"';
    }

    std::uint8_t m_next[65] = {}; // by the member before + 1: index + 1
};

/// Where a JsonReader stands and what went wrong.
struct JsonReader::State {
    static constexpr char malformed[] = "the text is not well-formed JSON";

    explicit State(const QByteArray &body) : buffer(body), strings(body.size()) { }

    QByteArray buffer; // with room for simdjson behind its end
    simdjson::ondemand::value *value = nullptr; // null for a body that is one scalar
    std::string_view token; // of the value; of a scalar the whole of it
    bool keepOriginal = false; // the value cannot be held by its type and must be kept as it is
    bool damaged = false; // a string was not what JSON allows
    int listDepth = 0;
    SharedStrings strings;
    MemberOrder orders[32];
    QString path;
    const char *message = nullptr;

    JsonKind kind() const
    {
        switch (token.empty() ? 'n' : token.front()) {
        case '{':
            return JsonKind::Object;
        case '[':
            return JsonKind::Array;
        case '"':
            return JsonKind::String;
        case 't':
        case 'f':
            return JsonKind::Bool;
        case 'n':
            return JsonKind::Null;
        default:
            return JsonKind::Number;
        }
    }

    /// Types that share one only guess worse.
    MemberOrder &orderOf(const JsonNames &names)
    {
        return orders[(reinterpret_cast<std::uintptr_t>(&names) >> 4) % std::size(orders)];
    }

    const char *end() const { return buffer.constData() + buffer.size(); }
    bool failed() const { return message != nullptr; }
    void fail(const char *text)
    {
        if (!message)
            message = text;
    }

    /// Moves behind \a child if it is a string. simdjson, when it has to do so itself, takes "a":"b":"c" for JSON.
    static void take(simdjson::ondemand::value &child, std::string_view token)
    {
        if (!token.empty() && token.front() == '"')
            (void)child.get_raw_json_string();
    }

    /// Stands on \a child from now on.
    void enter(simdjson::ondemand::value &child)
    {
        value = &child;
        const std::string_view text = child.raw_json_token();
        std::size_t size = text.size();
        // Of a container only the bracket counts, and much white space may follow it.
        if (text.front() != '{' && text.front() != '[') {
            while (size > 1 && static_cast<unsigned char>(text[size - 1]) <= ' ')
                --size;
        }
        token = { text.data(), size };
        take(child, token);
    }

    /// Null where something else is expected counts as absent; anything else is an error.
    void nullOr(const char *text);
    /// For values in lists and maps, where nothing can be kept beside the value.
    void refuseOriginal();
    void insideMember(std::string_view key);
    void insideElement(qsizetype index);

    /// Sets \a out to the text of a string whose inside is \a inside.
    void text(std::string_view inside, QString *out)
    {
        if (jsonwords::contains(inside, '\\'))
            *out = unescaped(inside);
        else
            strings.get(inside, out);
    }
    QString unescaped(std::string_view inside);
    Json slice(std::string_view text) const;
};

} // namespace tc
