// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QLoggingCategory>

namespace tc {

/// Category "tc.http": one line of JSON for each exchange with a server, as a debug message, off unless a logging rule
/// ("tc.http.debug=true") switches it on. Credentials, signatures and the secret parts of URLs are taken out.
Q_DECLARE_LOGGING_CATEGORY(lcHttp)

} // namespace tc
