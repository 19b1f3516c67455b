// SPDX-License-Identifier: MPL-2.0
// A gzip body in pieces of any size says the same as the body in one.

#include "target.h"

#include "http/inflater.h"

namespace {

constexpr qint64 maxSize = 1 << 20;

QByteArray inPieces(const QByteArray &input, qsizetype length, bool *whole)
{
    tc::Inflater inflater;
    QByteArray output;
    auto status = tc::Inflater::Status::Ok;
    for (qsizetype at = 0; at < input.size() && status == tc::Inflater::Status::Ok; at += length) {
        status = inflater.feed(
            QByteArrayView(input).sliced(at, qMin(length, input.size() - at)), [&](QByteArrayView bytes) {
                output.append(bytes.data(), bytes.size());
                return output.size() <= maxSize;
            });
    }
    *whole = status == tc::Inflater::Status::Ok && inflater.isComplete();
    return output;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input = bytesOf(data, size);
    const tc::Inflated all = tc::inflateAll(input, maxSize);
    bool whole = false;
    const QByteArray pieces = inPieces(input, 1 + static_cast<qsizetype>(size % 7), &whole);
    if (all.status == tc::Inflated::Status::Ok && size > 0) {
        FUZZ_CHECK(whole);
        FUZZ_CHECK(pieces == all.bytes);
    } else if (all.status != tc::Inflated::Status::TooLarge && size > 0) {
        FUZZ_CHECK(!whole);
    }
    return 0;
}
