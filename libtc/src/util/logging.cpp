// SPDX-License-Identifier: MPL-2.0
#include <tc/logging.h>

namespace tc {

namespace {

/// The least that is logged where no rule says otherwise.
QtMsgType defaultLevel()
{
    return qEnvironmentVariableIsEmpty("DEBUG_TASKCLUSTER_CLIENT") ? QtInfoMsg : QtDebugMsg;
}

} // namespace

Q_LOGGING_CATEGORY(lcHttp, "tc.http", defaultLevel())
Q_LOGGING_CATEGORY(lcCall, "tc.call", defaultLevel())

} // namespace tc
