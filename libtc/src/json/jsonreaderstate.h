// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "json/jsonreader.h"

#include <simdjson.h>

#include <QByteArray>
#include <QString>

#include <memory>
#include <string_view>

namespace tc {

/// Mixes the length, the first and the last eight bytes of \a text: enough to tell names and short values apart, and
/// cheap. Eight bytes must be readable from its start. The code generator does the same (cpp/hashing.py).
std::uint64_t mixedText(std::string_view text);

/// Strings that one body repeats, so that they are made once and shared. A fixed table: a new string takes the place
/// of an older one, and nothing grows.
class SharedStrings
{
public:
    explicit SharedStrings(qsizetype bodySize);

    /// The string whose inside is \a text, without escapes. Eight bytes must be readable from its start.
    QString get(std::string_view text);

private:
    struct Entry {
        std::string_view text; // in the body
        QString string;
    };
    static constexpr std::size_t maxLength = 200;

    std::unique_ptr<Entry[]> m_entries;
    int m_bits;
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
    SharedStrings strings;
    QString path;
    const char *message = nullptr;

    const char *end() const { return buffer.constData() + buffer.size(); }
    bool failed() const { return message != nullptr; }
    void fail(const char *text)
    {
        if (!message)
            message = text;
    }
    /// Stands on \a child from now on.
    void enter(simdjson::ondemand::value &child);
    /// Null where something else is expected counts as absent; anything else is an error.
    void nullOr(const char *text);
    /// For values in lists and maps, where nothing can be kept beside the value.
    void refuseOriginal();
    void insideMember(std::string_view key);
    void insideElement(qsizetype index);

    QString text(std::string_view inside);
    /// \a key without escapes; \a storage holds it if that makes another text.
    std::string_view plainKey(std::string_view key, QByteArray &storage);
    Json slice(std::string_view text) const;
};

} // namespace tc
