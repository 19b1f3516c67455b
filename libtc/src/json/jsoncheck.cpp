// SPDX-License-Identifier: MPL-2.0
#include "json/jsoncheck.h"

namespace tc::jsoncheck {

using namespace simdjson;

namespace {

/// Free-form values nested deeper than this are refused: Qt could not turn them into values.
constexpr int maxDepth = 512;

void checkContainer(JsonReader::State &d, ondemand::value &value, int depth);

void checkValue(JsonReader::State &d, ondemand::value &value, int depth)
{
    const std::string_view token = value.raw_json_token();
    if (token.front() == '{' || token.front() == '[')
        checkContainer(d, value, depth + 1);
    else if (!isScalar(trimmed(token)))
        d.fail("expected a value");
    else
        JsonReader::State::take(value, token);
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
            if (element.error())
                return d.fail(JsonReader::State::malformed);
            auto &&child = std::move(element).value_unsafe();
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
        if (entry.error())
            return d.fail(JsonReader::State::malformed);
        auto &&field = std::move(entry).value_unsafe();
        checkValue(d, field.value(), depth);
        if (d.failed())
            return;
    }
}

} // namespace

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
        || (token.size() >= 2 && token.front() == '"' && token.back() == '"');
}

void container(JsonReader::State &state, ondemand::value &value)
{
    checkContainer(state, value, 1);
}

} // namespace tc::jsoncheck
