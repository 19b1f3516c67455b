// SPDX-License-Identifier: MPL-2.0
// Headers that decide how long to wait and which bytes are put together: whatever a server sends, a wait is neither
// negative nor endless, and a range is within its content.

#include "target.h"
#include "util/contentrange.h"
#include "util/httpdate.h"

namespace {

void checkContentRange(const QByteArray &header)
{
    const auto range = tc::parseContentRange(header);
    if (!range)
        return;
    FUZZ_CHECK(range->bytes || range->complete);
    FUZZ_CHECK(!range->complete || *range->complete >= 0);
    if (!range->bytes)
        return;
    const auto [first, last] = *range->bytes;
    FUZZ_CHECK(first >= 0 && first <= last);
    FUZZ_CHECK(!range->complete || last < *range->complete);
    // What is understood says the same when it is written plainly.
    const QByteArray complete = range->complete ? QByteArray::number(*range->complete) : "*";
    const QByteArray plain = "bytes " + QByteArray::number(first) + '-' + QByteArray::number(last) + '/' + complete;
    FUZZ_CHECK(tc::parseContentRange(plain) == range);
}

void checkRetryAfter(const QByteArray &header)
{
    const QDateTime now(QDate(2026, 11, 21), QTime(20, 15), Qt::UTC);
    const auto wait = tc::parseRetryAfter(header, now);
    if (!wait)
        return;
    FUZZ_CHECK(wait->count() >= 0);
    FUZZ_CHECK(now.addMSecs(wait->count()).isValid());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray header = bytesOf(data, size);
    checkContentRange(header);
    checkRetryAfter(header);
    return 0;
}
