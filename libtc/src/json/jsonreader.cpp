// SPDX-License-Identifier: MPL-2.0
#include "json/jsonreader.h"

#include "json/jsoncheck.h"
#include "json/jsonreaderstate.h"
#include "json/jsontext.h"

#include <charconv>
#include <utility>

namespace tc {

using namespace simdjson;

namespace {

bool isString(std::string_view token)
{
    return !token.empty() && token.front() == '"';
}

/// What is between the quotes.
std::string_view inside(std::string_view token)
{
    return token.substr(1, token.size() - 2);
}

/// A member's name as it stands between its quotes, and without escapes.
class Key
{
public:
    Key(JsonReader::State &d, const char *start) : m_start(start)
    {
        const char *at = jsonwords::findEither(start, '"', '\\');
        const bool escaped = *at == '\\';
        while (*at == '\\')
            at = jsonwords::findEither(at + 2, '"', '\\');
        m_size = static_cast<std::size_t>(at - start);
        if (escaped)
            unescape(d);
    }

    std::string_view raw() const { return { m_start, m_size }; }
    /// Can be looked up by whole words.
    std::string_view plain() const
    {
        return m_plain.isNull() ? raw() : std::string_view(m_plain.constData(), m_plainSize);
    }

private:
    void unescape(JsonReader::State &d)
    {
        m_plain = d.unescaped(raw()).toUtf8();
        m_plainSize = static_cast<std::size_t>(m_plain.size());
        m_plain.append(8, '\0');
    }

    const char *m_start;
    std::size_t m_size;
    QByteArray m_plain;
    std::size_t m_plainSize = 0;
};

/// Index of \a name in \a names, or -1.
int find(const JsonNames &names, std::string_view name)
{
    const jsonwords::Words words(name);
    const int index = int(names.slots[(words.mixed() * names.multiplier) >> (64 - names.bits)]) - 1;
    if (index < 0)
        return -1;
    const JsonName &found = names.names[index];
    const bool same = found.first == words.first && found.last == words.last && found.text.size() == name.size()
        && (name.size() <= 16 || found.text == name);
    return same ? index : -1;
}

QByteArrayView view(std::string_view text)
{
    return { text.data(), static_cast<qsizetype>(text.size()) };
}

void keepUnknown(JsonReader &in, JsonReader::State &d, const Key &key, ondemand::value &value, UnknownMembers &unknown)
{
    d.enter(value);
    Json json;
    in.read(json);
    if (d.failed())
        d.insideMember(key.plain());
    else
        unknown.insert(view(key.plain()).toByteArray(), json);
}

void rememberAbsent(const JsonNames &names, std::uint64_t absent, UnknownMembers &unknown)
{
    for (int i = 0; i < names.count; ++i) {
        if (absent >> i & 1)
            unknown.setAbsent(view(names.names[i].text).toByteArray());
    }
}

} // namespace

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
    return d.kind();
}

void JsonReader::object(const JsonNames &names, void *object, ReadMember readMember, UnknownMembers &unknown)
{
    ondemand::object fields;
    if (d.kind() != JsonKind::Object || d.value->get_object().get(fields))
        return d.nullOr("expected an object");
    MemberOrder &order = d.orderOf(names);
    std::uint64_t seen = 0;
    int previous = -1;
    for (auto entry : fields) {
        if (entry.error())
            return fail(State::malformed);
        auto &&field = std::move(entry).value_unsafe();
        const char *start = field.key().raw();
        int index = order.guess(names, previous, start);
        if (index < 0) {
            const Key key(d, start);
            index = find(names, key.plain());
            order.learn(previous, index);
            if (index < 0) {
                keepUnknown(*this, d, key, field.value(), unknown);
                if (d.failed())
                    return;
                continue;
            }
        }
        previous = index;
        const std::string_view name = names.names[index].text;
        const std::uint64_t bit = std::uint64_t(1) << index;
        if (seen & bit)
            unknown.remove(view(name));
        seen |= bit;
        d.enter(field.value());
        readMember(*this, index, object);
        // Only plain values are ever kept, so the token is still this member's.
        if (std::exchange(d.keepOriginal, false))
            unknown.setOriginal(view(name).toByteArray(), d.slice(d.token));
        if (d.failed())
            return d.insideMember(name);
    }
    if (const std::uint64_t absent = names.required & ~seen)
        rememberAbsent(names, absent, unknown);
}

void JsonReader::array(void *list, ReadElement readElement, Reserve reserve)
{
    ondemand::array elements;
    if (d.kind() != JsonKind::Array || d.value->get_array().get(elements))
        return d.nullOr("expected a list");
    const char *start = d.token.data();
    const bool outermost = d.listDepth == 0;
    ++d.listDepth;
    qsizetype index = 0;
    for (auto entry : elements) {
        if (entry.error())
            return fail(State::malformed);
        auto &&element = std::move(entry).value_unsafe();
        d.enter(element);
        // The outermost list is most of its body, so its first element tells how many there will be.
        if (index == 1 && outermost)
            reserve(list, (d.end() - start) / (d.token.data() - start) + 1);
        readElement(*this, list);
        d.refuseOriginal();
        if (d.failed())
            return d.insideElement(index);
        ++index;
    }
    --d.listDepth;
}

void JsonReader::map(void *map, ReadEntry readEntry)
{
    ondemand::object fields;
    if (d.kind() != JsonKind::Object || d.value->get_object().get(fields))
        return d.nullOr("expected an object");
    for (auto entry : fields) {
        if (entry.error())
            return fail(State::malformed);
        auto &&field = std::move(entry).value_unsafe();
        const Key key(d, field.key().raw());
        d.enter(field.value());
        QString name;
        d.text(key.raw(), &name);
        readEntry(*this, name, map);
        d.refuseOriginal();
        if (d.failed())
            return d.insideMember(key.plain());
    }
}

void JsonReader::read(QString &out)
{
    if (!isString(d.token))
        return d.nullOr("expected a string");
    d.text(inside(d.token), &out);
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
    if (d.kind() != JsonKind::Number)
        return d.nullOr("expected a number");
    const char *end = d.token.data() + d.token.size();
    const auto [stop, error] = std::from_chars(d.token.data(), end, out);
    // from_chars takes 05, which JSON does not.
    const bool usual = d.token.front() >= '1' && d.token.front() <= '9';
    if (error == std::errc() && stop == end && (usual || jsoncheck::isNumber(d.token)))
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
    if (d.kind() != JsonKind::Number)
        return d.nullOr("expected a number");
    const char *end = d.token.data() + d.token.size();
    const auto [stop, error] = std::from_chars(d.token.data(), end, out);
    if (error == std::errc::result_out_of_range)
        d.keepOriginal = true;
    else if (error != std::errc() || stop != end || !jsoncheck::isNumber(d.token))
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
    if (d.kind() != JsonKind::Object && d.kind() != JsonKind::Array) {
        if (!jsoncheck::isScalar(d.token))
            return fail("expected a value");
        out = d.slice(d.token);
        return;
    }
    jsoncheck::container(d, *d.value);
    if (d.failed())
        return;
    const char *end = nullptr;
    if (d.value->current_location().get(end))
        end = d.end();
    out = d.slice(jsoncheck::trimmed({ start, static_cast<std::size_t>(end - start) }));
}

int JsonReader::enumeration(const JsonNames &names, QString &other)
{
    if (!isString(d.token)) {
        d.nullOr("expected a string");
        return -1;
    }
    const int index = find(names, inside(d.token));
    if (index < 0)
        d.text(inside(d.token), &other);
    return index;
}

void JsonReader::constant(std::string_view json)
{
    if (d.token == json)
        return;
    if (d.kind() == JsonKind::Object || d.kind() == JsonKind::Array)
        return fail("expected a plain value");
    d.keepOriginal = true;
}

int JsonReader::discriminator(std::string_view name, const JsonNames &values)
{
    ondemand::object fields;
    if (d.kind() != JsonKind::Object || d.value->get_object().get(fields))
        return -1;
    ondemand::value value;
    int index = -1;
    if (!fields.find_field_unordered(name).get(value)) {
        const std::string_view token = jsoncheck::trimmed(value.raw_json_token());
        if (isString(token))
            index = find(values, inside(token));
    }
    if (fields.reset().error())
        fail(State::malformed);
    return index;
}

int JsonReader::shape(const JsonNames &names, std::span<const JsonShape> shapes)
{
    ondemand::object fields;
    if (d.kind() != JsonKind::Object || d.value->get_object().get(fields))
        return -1;
    std::uint64_t seen = 0;
    for (auto entry : fields) {
        if (entry.error()) {
            fail(State::malformed);
            return -1;
        }
        auto &&field = std::move(entry).value_unsafe();
        if (const int index = find(names, Key(d, field.key().raw()).plain()); index >= 0)
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
