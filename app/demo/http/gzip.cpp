// SPDX-License-Identifier: MPL-2.0
#include "demo/http/gzip.h"

#include <zlib.h>

namespace demo {

QByteArray gzip(const QByteArray &data)
{
    z_stream stream = {};
    constexpr int kGzipFormat = 15 + 16;
    if (deflateInit2(&stream, 4, Z_DEFLATED, kGzipFormat, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray packed(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(data.size()))), Qt::Uninitialized);
    // zlib does not write to its input; the cast is for its C interface.
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(data.constData()));
    stream.avail_in = static_cast<uInt>(data.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int result = deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return result == Z_STREAM_END ? packed : QByteArray();
}

} // namespace demo
