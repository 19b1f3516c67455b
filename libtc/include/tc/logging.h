// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QLoggingCategory>

/// What the library tells a developer, through Qt's logging: by default to standard error. Debug messages are off
/// unless a logging rule ("tc.*.debug=true", in QT_LOGGING_RULES for example) switches them on, or the environment
/// variable DEBUG_TASKCLUSTER_CLIENT is set to anything but nothing. Credentials, signatures, certificates, payloads
/// and the secret parts of URLs are in no message of any category.
namespace tc {

/// Category "tc.http": one line of JSON for each exchange with a server.
Q_DECLARE_LOGGING_CATEGORY(lcHttp)

/// Category "tc.call": why a call is tried again, what was learnt of the service's clock, how a call ended in an error.
Q_DECLARE_LOGGING_CATEGORY(lcCall)

} // namespace tc
