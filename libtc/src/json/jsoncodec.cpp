// SPDX-License-Identifier: MPL-2.0
#include <tc/jsoncodec.h>

#include "json/jsonreaderstate.h"
#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

Q_LOGGING_CATEGORY(log, "tc.json", QtWarningMsg)

constexpr qsizetype padding = simdjson::SIMDJSON_PADDING;
/// A parser with room for a body beyond this is not kept for the next one.
constexpr std::size_t keptCapacity = 16 * 1024 * 1024;

using simdjson::ondemand::parser;

parser &threadParser()
{
    thread_local parser instance;
    if (instance.capacity() > keptCapacity)
        instance = parser();
    return instance;
}

/// \a body itself if simdjson may read behind its end, or else a copy with room.
QByteArray padded(QByteArray body)
{
    if (body.data_ptr().freeSpaceAtEnd() >= padding)
        return body;
    QByteArray copy;
    copy.reserve(body.size() + padding);
    copy.append(body);
    return copy;
}

simdjson::error_code iterate(const QByteArray &text, simdjson::ondemand::document &document)
{
    const auto size = static_cast<std::size_t>(text.size());
    const simdjson::padded_string_view view(text.constData(), size, size + simdjson::SIMDJSON_PADDING);
    return threadParser().iterate(view).get(document);
}

JsonError notJson(simdjson::error_code error)
{
    if (error == simdjson::EMPTY)
        return { {}, u"the body is empty"_s };
    QString reason = QString::fromLatin1(simdjson::error_message(error));
    while (reason.endsWith(u'.'))
        reason.chop(1); // sentences are made around it
    return { {}, u"the body is not JSON: "_s + reason };
}

/// Reads the whole document, containers and scalars alike.
void readRoot(
    JsonReader::State &state, simdjson::ondemand::document &document, void *out, void (*read)(JsonReader &, void *))
{
    JsonReader reader(state);
    std::string_view token;
    if (document.raw_json_token().get(token) || token.empty())
        return state.fail(JsonReader::State::malformed);
    if (token.front() != '{' && token.front() != '[') {
        if (token.data() + token.size() != state.end())
            return state.fail(JsonReader::State::malformed);
        while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ')
            token.remove_suffix(1);
        state.token = token;
        return read(reader, out);
    }
    simdjson::ondemand::value value;
    if (document.get_value().get(value))
        return state.fail(JsonReader::State::malformed);
    state.enter(value);
    read(reader, out);
    state.value = nullptr;
    const char *rest = nullptr;
    if (!state.failed() && document.current_location().get(rest) != simdjson::OUT_OF_BOUNDS)
        state.fail(JsonReader::State::malformed);
}

} // namespace

QString JsonError::toString() const
{
    return path.isEmpty() ? message : path + u": "_s + message;
}

std::optional<JsonError> decodeBody(const QByteArray &body, void *out, void (*read)(JsonReader &, void *))
{
    JsonReader::State state(padded(body));
    simdjson::ondemand::document document;
    auto error = iterate(state.buffer, document);
    if (error == simdjson::UTF8_ERROR) {
        state.damaged = true;
        state.buffer = jsontext::repairUtf8(state.buffer, padding);
        error = iterate(state.buffer, document);
    }
    if (error)
        return notJson(error);
    readRoot(state, document, out, read);
    if (state.keepOriginal)
        state.fail("expected a value");
    if (state.failed())
        return JsonError { state.path, QString::fromLatin1(state.message) };
    if (state.damaged)
        qCWarning(log, "A reply held text that is not Unicode; it is shown as U+FFFD.");
    return {};
}

QByteArray encodeBody(const void *value, void (*write)(JsonWriter &, const void *))
{
    JsonWriter writer;
    write(writer, value);
    return writer.take();
}

void writeJson(JsonWriter &out, const Json &value)
{
    out.json(value);
}

} // namespace tc
