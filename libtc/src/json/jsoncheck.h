// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "json/jsonreaderstate.h"

#include <string_view>

/// The grammar of what is kept as it is, and so is not looked at otherwise.
namespace tc::jsoncheck {

/// A token without the white space that follows it.
std::string_view trimmed(std::string_view token);

/// Whether \a token is a number as JSON has them.
bool isNumber(std::string_view token);

/// Whether \a token is a number, a string, true, false or null.
bool isScalar(std::string_view token);

/// Walks over a free-form array or object and fails in \a state unless all of it is JSON.
void container(JsonReader::State &state, simdjson::ondemand::value &value);

} // namespace tc::jsoncheck
