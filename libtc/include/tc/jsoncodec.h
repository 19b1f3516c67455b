// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/json.h>

#include <QByteArray>
#include <QString>

#include <optional>

namespace tc {

class JsonReader;
class JsonWriter;

/// Why a body could not be decoded.
struct JsonError {
    QString path; ///< "tasks[3].status.state"; empty when the body as a whole is not JSON
    QString message; ///< "expected a string"

    /// Both in one line.
    QString toString() const;
};

/// \internal The type-erased forms of decodeJson() and encodeJson().
std::optional<JsonError> decodeBody(const QByteArray &body, void *out, void (*read)(JsonReader &in, void *out));
QByteArray encodeBody(const void *value, void (*write)(JsonWriter &out, const void *value));
void readJson(JsonReader &in, Json *out);
void writeJson(JsonWriter &out, const Json &value);

/// Decodes \a body into \a out, which must be fresh. T is tc::Json or any generated type; its functions readJson and
/// writeJson are found by the type's namespace.
///
/// The bytes are read where they are when \a body has room for 64 bytes behind its end (QByteArray::reserve()), and
/// copied otherwise. Free-form members of the result are slices that keep those bytes alive. May be called on any
/// thread; the result may move to another one. What a type does not know is kept, see UnknownMembers.
template <typename T>
std::optional<JsonError> decodeJson(const QByteArray &body, T *out)
{
    return decodeBody(body, out, [](JsonReader &in, void *value) { readJson(in, static_cast<T *>(value)); });
}

/// \a value as compact JSON.
template <typename T>
QByteArray encodeJson(const T &value)
{
    return encodeBody(&value, [](JsonWriter &out, const void *v) { writeJson(out, *static_cast<const T *>(v)); });
}

} // namespace tc
