// SPDX-License-Identifier: MPL-2.0
// Credentials as a person may paste them: client id, token and certificate of any text never make a header that a
// server could read in two ways.

#include "target.h"

#include <tc/hawk.h>

#include <QJsonDocument>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayList parts = bytesOf(data, size).split('\x01');
    const tc::Credentials credentials { QString::fromUtf8(parts.value(0)), QString::fromUtf8(parts.value(1)),
        QString::fromUtf8(parts.value(2)) };
    const tc::hawk::Request request { "GET", "/api/" + parts.value(3).toPercentEncoding(), "tc.example.com", 443 };

    const auto ext = tc::hawk::ext(credentials, {});
    if (ext && credentials.isTemporary())
        FUZZ_CHECK(QJsonDocument::fromJson(QByteArray::fromBase64(*ext)).isObject());

    const auto header = tc::hawk::authorizationHeader(credentials, request);
    if (!header) {
        FUZZ_CHECK(!header.error.message.isEmpty());
        return 0;
    }
    FUZZ_CHECK(header->size() <= tc::hawk::maxLength);
    FUZZ_CHECK(header->startsWith("Hawk id=\""));
    FUZZ_CHECK(!header->contains('\n') && !header->contains('\r'));
    FUZZ_CHECK(header->count('"') == (ext->isEmpty() ? 8 : 10));
    return 0;
}
