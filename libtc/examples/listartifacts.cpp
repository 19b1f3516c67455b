// SPDX-License-Identifier: MPL-2.0
// tc-listartifacts TASK_ID RUN_ID: lists the artifacts of a run with temporary credentials, made from permanent ones in
// the environment, that are narrowed once more by authorized scopes. Listing needs no such care: it shows how it is
// done.
#include <tc/environment.h>
#include <tc/queue.h>
#include <tc/temporarycredentials.h>
#include <tc/wait.h>

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

int complain(const tc::Error &error)
{
    std::fprintf(stderr, "tc-listartifacts: %s\n", qUtf8Printable(error.message));
    return 1;
}

int listArtifacts(const QString &taskId, const QString &runId)
{
    //! [temporary credentials]
    const tc::Credentials issuer { qEnvironmentVariable("TASKCLUSTER_CLIENT_ID"),
        qEnvironmentVariable("TASKCLUSTER_ACCESS_TOKEN"), {} };
    tc::TemporaryCredentialsOptions wanted;
    wanted.expiry = QDateTime::currentDateTimeUtc().addDays(1);
    wanted.scopes = QStringList { u"queue:list-artifacts:*"_s };
    wanted.clientId = u"demo-client/libtc"_s; // needs auth:create-client:demo-client/libtc; without a name nothing
    const auto temporary = tc::createTemporaryCredentials(issuer, wanted);
    if (!temporary)
        return complain(temporary.error);
    //! [temporary credentials]

    //! [authorized scopes]
    tc::ClientOptions options = tc::optionsFromEnvironment();
    options.credentials = tc::fixedCredentials(*temporary);
    options.authorizedScopes = QStringList { u"queue:list-artifacts:"_s + taskId + u":*"_s };
    tc::Client client(options);
    //! [authorized scopes]

    tc::Queue queue(&client);
    const auto pages = tc::wait(queue.listArtifactsPages(taskId, runId));
    if (!pages)
        return complain(pages.error);
    for (const auto &page : *pages) {
        for (const auto &artifact : page.artifacts)
            std::printf("%s %s\n", qUtf8Printable(artifact.storageType.toString()), qUtf8Printable(artifact.name));
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 3) {
        std::fprintf(stderr, "usage: tc-listartifacts TASK_ID RUN_ID\n");
        return 2;
    }
    return listArtifacts(words.at(1), words.at(2));
}
