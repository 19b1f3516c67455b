// SPDX-License-Identifier: MPL-2.0
// The body of a good reply: what decodes must encode, and what was encoded must decode to the same JSON again.

#include "target.h"

#include <tc/jsoncodec.h>
#include <tc/queue_types.h>

namespace {

template <typename T>
void roundTrip(const QByteArray &body)
{
    T value;
    if (const auto error = tc::decodeJson(body, &value)) {
        FUZZ_CHECK(!error->message.isEmpty());
        return;
    }
    const QByteArray encoded = tc::encodeJson(value);
    T again;
    FUZZ_CHECK(!tc::decodeJson(encoded, &again));
    FUZZ_CHECK(tc::encodeJson(again) == encoded);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray body = bytesOf(data, size);
    roundTrip<tc::queue::ListTaskGroupResponse>(body);
    roundTrip<tc::queue::ListArtifactsResponse>(body);
    roundTrip<tc::Json>(body);
    return 0;
}
