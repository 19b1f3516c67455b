// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/client.h>

#include <QSslCertificate>

/// The deployment that the environment names, with its own certificate authority.
inline tc::ClientOptions benchOptions()
{
    tc::ClientOptions options;
    options.rootUrl = qEnvironmentVariable("TASKCLUSTER_ROOT_URL");
    options.credentials = tc::fixedCredentials(
        { qEnvironmentVariable("TASKCLUSTER_CLIENT_ID"), qEnvironmentVariable("TASKCLUSTER_ACCESS_TOKEN"), {} });
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificates(QSslCertificate::fromPath(qEnvironmentVariable("BENCH_CA")));
    options.tls = tls;
    return options;
}
