// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/data/demostate.h"

namespace demo {

// Sizes of the generated task groups.
constexpr int kSmallGroup = 5;
constexpr int kMediumGroup = 300;
constexpr int kLargeGroup = 12'000;

struct DemoCredentials {
    QString clientId;
    QString accessToken;
};

// The clients of the demo; their tokens are of no use anywhere else.
DemoCredentials adminCredentials();
DemoCredentials readOnlyCredentials();
DemoCredentials disabledCredentials();
DemoCredentials expiredCredentials();

// The deployment that a newcomer finds: the groups, an index, clients, roles, secrets, pages for references.
DemoState makeWorld(quint64 seed, qint64 now, int bulkSecrets = 60);

} // namespace demo
