// SPDX-License-Identifier: MPL-2.0
#include "json/jsonreader.h"

#include "json/jsonreaderstate.h"
#include "json/jsontext.h"

#include <bit>
#include <charconv>
#include <cstring>

namespace tc {

using namespace simdjson;

namespace {

/// Free-form values nested deeper than this are refused: Qt could not turn them into values.
constexpr int maxDepth = 512;

bool isString(std::string_view token)
{
    return !token.empty() && token.front() == '"';
}

/// What is between the quotes.
std::string_view inside(std::string_view token)
{
    return token.substr(1, token.size() - 2);
}

/// A token without the white space that follows it.
std::string_view trimmed(std::string_view token)
{
    while (
        !token.empty() && (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' || token.back() == '\t'))
        token.remove_suffix(1);
    return token;
}

bool isNumber(std::string_view token)
{
    const auto digits = [&token] {
        const std::size_t before = token.size();
        while (!token.empty() && token.front() >= '0' && token.front() <= '9')
            token.remove_prefix(1);
        return before - token.size();
    };
    if (token.starts_with('-'))
        token.remove_prefix(1);
    const bool leadingZero = token.starts_with('0');
    const std::size_t whole = digits();
    if (whole == 0 || (leadingZero && whole > 1))
        return false;
    if (token.starts_with('.')) {
        token.remove_prefix(1);
        if (digits() == 0)
            return false;
    }
    if (token.starts_with('e') || token.starts_with('E')) {
        token.remove_prefix(1);
        if (token.starts_with('+') || token.starts_with('-'))
            token.remove_prefix(1);
        if (digits() == 0)
            return false;
    }
    return token.empty();
}

bool isScalar(std::string_view token)
{
    return token == "null" || token == "true" || token == "false" || isNumber(token)
        || (token.size() >= 2 && isString(token) && token.back() == '"');
}

/// The inside of a key that starts at \a start, found by its closing quote.
std::string_view keyInside(const char *start, const char *end)
{
    const char *at = start;
    while (at < end) {
        const auto *quote = static_cast<const char *>(std::memchr(at, '"', static_cast<std::size_t>(end - at)));
        if (!quote)
            break;
        const char *slash = quote;
        while (slash > start && slash[-1] == '\\')
            --slash;
        if ((quote - slash) % 2 == 0)
            return { start, static_cast<std::size_t>(quote - start) };
        at = quote + 1;
    }
    return { start, static_cast<std::size_t>(end - start) };
}

void checkContainer(JsonReader::State &d, ondemand::value &value, int depth);

void checkValue(JsonReader::State &d, ondemand::value &value, int depth)
{
    const std::string_view token = value.raw_json_token();
    if (token.front() == '{' || token.front() == '[')
        checkContainer(d, value, depth + 1);
    else if (!isScalar(trimmed(token)))
        d.fail("expected a value");
}

/// Walks over a free-form value so that what is kept of it is known to be JSON.
void checkContainer(JsonReader::State &d, ondemand::value &value, int depth)
{
    if (depth > maxDepth)
        return d.fail("nested too deeply");
    if (value.raw_json_token().front() == '[') {
        ondemand::array array;
        if (value.get_array().get(array))
            return d.fail(JsonReader::State::malformed);
        for (auto element : array) {
            ondemand::value child;
            if (std::move(element).get(child))
                return d.fail(JsonReader::State::malformed);
            checkValue(d, child, depth);
            if (d.failed())
                return;
        }
        return;
    }
    ondemand::object object;
    if (value.get_object().get(object))
        return d.fail(JsonReader::State::malformed);
    for (auto entry : object) {
        ondemand::field field;
        if (std::move(entry).get(field))
            return d.fail(JsonReader::State::malformed);
        checkValue(d, field.value(), depth);
        if (d.failed())
            return;
    }
}

} // namespace

int JsonNames::find(std::string_view name) const
{
    const int index = int(slots[(mixedText(name) * multiplier) >> (64 - bits)]) - 1;
    return index >= 0 && names[index] == name ? index : -1;
}

bool JsonReader::failed() const
{
    return d.failed();
}

void JsonReader::fail(const char *message)
{
    d.fail(message);
}

bool JsonReader::cannotHold() const
{
    return d.keepOriginal;
}

JsonKind JsonReader::kind() const
{
    switch (d.token.empty() ? 'n' : d.token.front()) {
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

void JsonReader::object(const JsonNames &names, void *object, ReadMember readMember, UnknownMembers &unknown)
{
    ondemand::object fields;
    if (kind() != JsonKind::Object || d.value->get_object().get(fields))
        return d.nullOr("expected an object");
    std::uint64_t seen = 0;
    for (auto entry : fields) {
        ondemand::field field;
        if (std::move(entry).get(field))
            return fail(State::malformed);
        const std::string_view rawKey = keyInside(field.key().raw(), d.end());
        QByteArray plainKey;
        const std::string_view key = d.plainKey(rawKey, plainKey);
        const int index = names.find(key);
        d.enter(field.value());
        if (index < 0) {
            Json value;
            read(value);
            unknown.insert(QByteArray(key.data(), static_cast<qsizetype>(key.size())), value);
        } else {
            const std::uint64_t bit = std::uint64_t(1) << index;
            if (seen & bit)
                unknown.remove({ key.data(), static_cast<qsizetype>(key.size()) });
            seen |= bit;
            d.keepOriginal = false;
            const std::string_view token = d.token;
            readMember(*this, index, object);
            if (d.keepOriginal) {
                d.keepOriginal = false;
                unknown.setOriginal(QByteArray(key.data(), static_cast<qsizetype>(key.size())), d.slice(token));
            }
        }
        if (d.failed())
            return d.insideMember(key);
    }
    if (const std::uint64_t absent = names.required & ~seen) {
        for (int i = 0; i < names.count; ++i) {
            if (absent >> i & 1)
                unknown.setAbsent(QByteArray(names.names[i].data(), static_cast<qsizetype>(names.names[i].size())));
        }
    }
}

void JsonReader::array(void *list, ReadElement readElement)
{
    ondemand::array elements;
    if (kind() != JsonKind::Array || d.value->get_array().get(elements))
        return d.nullOr("expected a list");
    qsizetype index = 0;
    for (auto entry : elements) {
        ondemand::value element;
        if (std::move(entry).get(element))
            return fail(State::malformed);
        d.enter(element);
        readElement(*this, list);
        d.refuseOriginal();
        if (d.failed())
            return d.insideElement(index);
        ++index;
    }
}

void JsonReader::map(void *map, ReadEntry readEntry)
{
    ondemand::object fields;
    if (kind() != JsonKind::Object || d.value->get_object().get(fields))
        return d.nullOr("expected an object");
    for (auto entry : fields) {
        ondemand::field field;
        if (std::move(entry).get(field))
            return fail(State::malformed);
        const std::string_view key = keyInside(field.key().raw(), d.end());
        d.enter(field.value());
        readEntry(*this, d.text(key), map);
        d.refuseOriginal();
        if (d.failed())
            return d.insideMember(key);
    }
}

void JsonReader::read(QString &out)
{
    if (!isString(d.token))
        return d.nullOr("expected a string");
    out = d.text(inside(d.token));
}

void JsonReader::read(QDateTime &out)
{
    if (!isString(d.token))
        return d.nullOr("expected a date");
    if (const auto milliseconds = jsontext::parseDate(inside(d.token)))
        out = QDateTime::fromMSecsSinceEpoch(*milliseconds, Qt::UTC);
    else
        d.keepOriginal = true;
}

void JsonReader::read(qint64 &out)
{
    if (kind() != JsonKind::Number)
        return d.nullOr("expected a number");
    const char *end = d.token.data() + d.token.size();
    const auto [stop, error] = std::from_chars(d.token.data(), end, out);
    if (error == std::errc() && stop == end)
        return;
    // 5.0 and 1e3 are integers too.
    double value = 0;
    read(value);
    if (d.failed())
        return;
    if (value < -9007199254740992.0 || value > 9007199254740992.0
        || value != static_cast<double>(static_cast<qint64>(value)))
        return fail("expected an integer of 64 bits");
    out = static_cast<qint64>(value);
}

void JsonReader::read(double &out)
{
    if (kind() != JsonKind::Number)
        return d.nullOr("expected a number");
    const char *end = d.token.data() + d.token.size();
    const auto [stop, error] = std::from_chars(d.token.data(), end, out);
    if (error == std::errc::result_out_of_range)
        d.keepOriginal = true;
    else if (error != std::errc() || stop != end || !isNumber(d.token))
        fail("expected a number");
}

void JsonReader::read(bool &out)
{
    if (d.token != "true" && d.token != "false")
        return d.nullOr("expected true or false");
    out = d.token == "true";
}

void JsonReader::read(Json &out)
{
    const char *start = d.token.data();
    if (kind() != JsonKind::Object && kind() != JsonKind::Array) {
        if (!isScalar(d.token))
            return fail("expected a value");
        out = d.slice(d.token);
        return;
    }
    checkContainer(d, *d.value, 1);
    if (d.failed())
        return;
    const char *end = nullptr;
    if (d.value->current_location().get(end))
        end = d.end();
    out = d.slice(trimmed({ start, static_cast<std::size_t>(end - start) }));
}

int JsonReader::enumeration(const JsonNames &names, QString &other)
{
    if (!isString(d.token)) {
        d.nullOr("expected a string");
        return -1;
    }
    const int index = names.find(inside(d.token));
    if (index < 0)
        other = d.text(inside(d.token));
    return index;
}

void JsonReader::constant(std::string_view json)
{
    if (d.token == json)
        return;
    if (kind() == JsonKind::Object || kind() == JsonKind::Array)
        return fail("expected a plain value");
    d.keepOriginal = true;
}

int JsonReader::discriminator(std::string_view name, const JsonNames &values)
{
    ondemand::object fields;
    if (kind() != JsonKind::Object || d.value->get_object().get(fields))
        return -1;
    ondemand::value value;
    int index = -1;
    if (!fields.find_field_unordered(name).get(value)) {
        const std::string_view token = trimmed(value.raw_json_token());
        if (isString(token))
            index = values.find(inside(token));
    }
    if (fields.reset().error())
        fail(State::malformed);
    return index;
}

int JsonReader::shape(const JsonNames &names, std::span<const JsonShape> shapes)
{
    ondemand::object fields;
    if (kind() != JsonKind::Object || d.value->get_object().get(fields))
        return -1;
    std::uint64_t seen = 0;
    for (auto entry : fields) {
        ondemand::field field;
        if (std::move(entry).get(field)) {
            fail(State::malformed);
            return -1;
        }
        if (const int index = names.find(keyInside(field.key().raw(), d.end())); index >= 0)
            seen |= std::uint64_t(1) << index;
    }
    if (fields.reset().error())
        fail(State::malformed);
    // Members that no alternative knows tell nothing, so the one that knows most of those present wins.
    int best = -1;
    int bestKnown = -1;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const int known = std::popcount(seen & shapes[i].known);
        if ((seen & shapes[i].required) == shapes[i].required && known > bestKnown) {
            best = static_cast<int>(i);
            bestKnown = known;
        }
    }
    return best;
}

void readJson(JsonReader &in, Json *out)
{
    in.read(*out);
}

} // namespace tc
