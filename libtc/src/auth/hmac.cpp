// SPDX-License-Identifier: MPL-2.0
#include "auth/hmac.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace tc {

QByteArray hmacSha256(const QByteArray &key, const QByteArray &text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest {};
    unsigned int length = 0;
    HMAC(EVP_sha256(), key.constData(), static_cast<int>(key.size()),
        reinterpret_cast<const unsigned char *>(text.constData()), static_cast<size_t>(text.size()), digest.data(),
        &length);
    return { reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(length) };
}

} // namespace tc
