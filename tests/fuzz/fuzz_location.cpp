// SPDX-License-Identifier: MPL-2.0
// Whatever a person pastes: a place that was understood must be the same after it was printed and read again.

#include "target.h"

#include "core/navigation/location.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto location = core::Location::parse(QString::fromUtf8(bytesOf(data, size)));
    if (!location) {
        FUZZ_CHECK(!location.error.message.isEmpty());
        return 0;
    }
    FUZZ_CHECK(location->isValid());
    if (location->kind == core::Location::Kind::TaskOrGroup)
        return 0; // printed as a task: only the queue knows what it is
    const auto again = core::Location::parse(location->toUrl().toString(QUrl::FullyEncoded));
    FUZZ_CHECK(again);
    FUZZ_CHECK(*again == *location);
    return 0;
}
