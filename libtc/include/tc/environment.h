// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/client.h>

/// What the customary environment variables say of a deployment and of credentials. A variable that is set to nothing
/// is as good as not set.
namespace tc {

/// \a defaults with TASKCLUSTER_ROOT_URL (its trailing slashes removed), and with the credentials of
/// TASKCLUSTER_CLIENT_ID, TASKCLUSTER_ACCESS_TOKEN and TASKCLUSTER_CERTIFICATE. A client id without an access token, or
/// the other way round, is no credential: a warning in the category tc.call says so. Never looks at
/// TASKCLUSTER_PROXY_URL.
ClientOptions optionsFromEnvironment(ClientOptions defaults = {});

/// \a defaults with the taskcluster-proxy of a running task as root URL: TASKCLUSTER_PROXY_URL, or http://taskcluster.
/// The proxy adds the task's credentials to what it forwards, so the client must have none: a Usage error when
/// \a defaults has some, and when TASK_ID is not set, because then this is no task. A system's HTTP proxy does not
/// stand between a task and its taskcluster-proxy.
Result<ClientOptions> optionsForTaskclusterProxy(ClientOptions defaults = {});

} // namespace tc
