// SPDX-License-Identifier: MPL-2.0
// The configuration file of the taskcluster command: without its secret it says the same as before.

#include "target.h"

#include "core/accounts/clientconfig.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray yaml = bytesOf(data, size);
    const auto config = core::parseClientConfig(yaml);
    const auto rest = core::withoutSecrets(yaml);
    if (!config) {
        FUZZ_CHECK(!config.error.message.isEmpty());
        FUZZ_CHECK(!rest);
        return 0;
    }
    if (!rest)
        return 0;
    const auto after = core::parseClientConfig(*rest);
    FUZZ_CHECK(after);
    FUZZ_CHECK(!after->hasSecret);
    FUZZ_CHECK(after->found.rootUrl == config->found.rootUrl);
    FUZZ_CHECK(after->found.credentials.clientId == config->found.credentials.clientId);
    FUZZ_CHECK(after->authorizedScopes == config->authorizedScopes);
    return 0;
}
