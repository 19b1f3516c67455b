// SPDX-License-Identifier: MPL-2.0
#include "http/inflater.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <utility>

namespace tc {

namespace {

constexpr int gzipOnly = 16 + MAX_WBITS;

} // namespace

Inflater::Inflater() : m_stream(std::make_unique<z_stream>()), m_corrupt(inflateInit2(m_stream.get(), gzipOnly) != Z_OK)
{
}

Inflater::~Inflater()
{
    inflateEnd(m_stream.get());
}

Inflater::Status Inflater::feed(QByteArrayView input, const Sink &sink)
{
    if (m_corrupt)
        return Status::Corrupt;
    std::array<char, 64 * 1024> buffer; // NOLINT(*-pro-type-member-init): zlib writes before anybody reads
    // zlib does not write to its input; the cast is for its interface of old.
    m_stream->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(input.data()));
    m_stream->avail_in = static_cast<uInt>(input.size());
    for (bool more = !input.isEmpty(); more;) {
        // After the end of a member another one may follow; if it is not one, its header will not parse.
        if (std::exchange(m_atEnd, false))
            inflateReset(m_stream.get());
        m_stream->next_out = reinterpret_cast<Bytef *>(buffer.data());
        m_stream->avail_out = static_cast<uInt>(buffer.size());
        const int rc = inflate(m_stream.get(), Z_NO_FLUSH);
        if (rc != Z_OK && rc != Z_STREAM_END && rc != Z_BUF_ERROR) {
            m_corrupt = true;
            return Status::Corrupt;
        }
        m_atEnd = rc == Z_STREAM_END;
        const auto produced = static_cast<qsizetype>(buffer.size() - m_stream->avail_out);
        if (produced > 0 && !sink(QByteArrayView(buffer.data(), produced)))
            return Status::Stopped;
        more = m_stream->avail_in > 0 || (!m_atEnd && m_stream->avail_out == 0);
    }
    return Status::Ok;
}

Inflated inflateAll(const QByteArray &input, qint64 maxSize)
{
    Inflated result;
    // JSON shrinks to a fifth or so; a wrong guess costs one copy.
    result.bytes.reserve(static_cast<qsizetype>(std::min<qint64>(input.size() * 6, maxSize)) + jsonPadding);
    Inflater inflater;
    const auto status = inflater.feed(input, [&result, maxSize](QByteArrayView piece) {
        if (result.bytes.size() + piece.size() > maxSize)
            return false;
        result.bytes.append(piece);
        return true;
    });
    if (status == Inflater::Status::Corrupt)
        result.status = Inflated::Status::Corrupt;
    else if (status == Inflater::Status::Stopped)
        result.status = Inflated::Status::TooLarge;
    else if (!inflater.isComplete())
        result.status = Inflated::Status::Cut;
    else
        result.bytes.reserve(result.bytes.size() + jsonPadding);
    return result;
}

} // namespace tc
