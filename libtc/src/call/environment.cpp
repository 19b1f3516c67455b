// SPDX-License-Identifier: MPL-2.0
#include <tc/environment.h>

#include "util/makeerror.h"
#include "util/text.h"
#include "util/urls.h"

#include <tc/logging.h>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

/// Without trailing slashes; a URL that cannot be one stays as it is, so that every call says what is wrong with it.
QString normalized(const QString &rootUrl)
{
    const auto url = urls::parseRootUrl(rootUrl);
    return url ? url->toString(QUrl::FullyEncoded) : rootUrl;
}

} // namespace

ClientOptions optionsFromEnvironment(ClientOptions defaults)
{
    const QString rootUrl = qEnvironmentVariable("TASKCLUSTER_ROOT_URL").trimmed();
    if (!rootUrl.isEmpty())
        defaults.rootUrl = normalized(rootUrl);
    const Credentials credentials { qEnvironmentVariable("TASKCLUSTER_CLIENT_ID"),
        qEnvironmentVariable("TASKCLUSTER_ACCESS_TOKEN"), qEnvironmentVariable("TASKCLUSTER_CERTIFICATE") };
    if (!credentials.isAnonymous())
        defaults.credentials = fixedCredentials(credentials);
    else if (!credentials.clientId.isEmpty())
        qCWarning(lcCall, "TASKCLUSTER_CLIENT_ID is set without TASKCLUSTER_ACCESS_TOKEN; both are needed.");
    else if (!credentials.accessToken.isEmpty())
        qCWarning(lcCall, "TASKCLUSTER_ACCESS_TOKEN is set without TASKCLUSTER_CLIENT_ID; both are needed.");
    return defaults;
}

Result<ClientOptions> optionsForTaskclusterProxy(ClientOptions defaults)
{
    if (qEnvironmentVariableIsEmpty("TASK_ID"))
        return { {}, usageError(Text::tr("There is a taskcluster-proxy inside a task only, and TASK_ID is not set.")) };
    if (defaults.credentials)
        return { {}, usageError(Text::tr("Credentials are not sent to a taskcluster-proxy, which has its own.")) };
    const QString rootUrl = qEnvironmentVariable("TASKCLUSTER_PROXY_URL").trimmed();
    defaults.rootUrl = normalized(rootUrl.isEmpty() ? u"http://taskcluster"_s : rootUrl);
    defaults.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    return { std::move(defaults), {} };
}

} // namespace tc
