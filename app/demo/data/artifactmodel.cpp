// SPDX-License-Identifier: MPL-2.0
#include "demo/data/artifactmodel.h"

#include "demo/data/logtext.h"
#include "demo/data/upload.h"
#include "demo/http/gzip.h"
#include "demo/util/slugs.h"

#include <QHash>

#include <algorithm>

namespace demo {

namespace {

QByteArray noisePiece(quint64 seed, qint64 offset, qint64 count)
{
    QByteArray bytes;
    bytes.reserve(std::max<qint64>(0, count));
    for (qint64 at = offset; at < offset + count; ++at) {
        const quint64 word = mix(seed, static_cast<quint64>(at / 8));
        bytes.append(static_cast<char>(word >> (at % 8 * 8)));
    }
    return bytes;
}

// Of an odd length, so that bytes that got into the wrong place are noticed.
QByteArray blocksPiece(quint64 seed, qint64 offset, qint64 count)
{
    constexpr qint64 kBlock = 1'000'003;
    static thread_local QHash<quint64, QByteArray> blocks;
    QByteArray &block = blocks[seed];
    if (block.isEmpty())
        block = noisePiece(seed, 0, kBlock);
    return block.mid(offset % kBlock, std::max<qint64>(0, count));
}

} // namespace

Content Content::of(const QByteArray &bytes, bool gzipped)
{
    Content content;
    content.kind = Kind::Bytes;
    content.bytes = bytes;
    content.gzipped = gzipped;
    return content;
}

Content Content::log(quint64 seed, qint64 size, qint64 start, bool failed, bool gzipped)
{
    Content content;
    content.kind = Kind::Log;
    content.seed = seed;
    content.size = size;
    content.start = start;
    content.failed = failed;
    content.gzipped = gzipped;
    return content;
}

Content Content::noise(quint64 seed, qint64 size)
{
    Content content;
    content.kind = Kind::Noise;
    content.seed = seed;
    content.size = size;
    return content;
}

Content Content::blocks(quint64 seed, qint64 size)
{
    Content content = noise(seed, size);
    content.kind = Kind::Blocks;
    return content;
}

Content Content::uploaded(const std::shared_ptr<const UploadedBytes> &upload, bool packed)
{
    Content content;
    if (!upload->isKept())
        return content;
    content.kind = Kind::Uploaded;
    content.upload = upload;
    content.size = upload->size();
    content.packed = packed;
    return content;
}

QByteArray Content::stored() const
{
    if (!gzipped)
        return piece(0, storedSize());
    return gzip(kind == Kind::Log ? LogText(*this).read(0, size) : bytes);
}

qint64 Content::storedSize() const
{
    if (gzipped)
        return stored().size();
    return kind == Kind::Bytes ? bytes.size() : size;
}

QByteArray Content::piece(qint64 offset, qint64 maxBytes) const
{
    if (gzipped)
        return stored().mid(offset, maxBytes);
    switch (kind) {
    case Kind::Missing:
        break;
    case Kind::Bytes:
        return bytes.mid(offset, maxBytes);
    case Kind::Log:
        return LogText(*this).read(offset, maxBytes);
    case Kind::Uploaded:
        return upload->piece(offset, std::min(maxBytes, size - offset));
    case Kind::Blocks:
        return blocksPiece(seed, offset, std::min(maxBytes, size - offset));
    case Kind::Noise:
        return noisePiece(seed, offset, std::min(maxBytes, size - offset));
    }
    return {};
}

} // namespace demo
