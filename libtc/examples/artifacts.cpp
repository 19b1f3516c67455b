// SPDX-License-Identifier: MPL-2.0
// tc-artifacts get TASK_ID NAME FILE: downloads an artifact of a task's latest run.
// tc-artifacts put FILE NAME: publishes one of the task that this runs in (TASK_ID, RUN_ID and its credentials).
#include <tc/artifactupload.h>
#include <tc/download.h>
#include <tc/environment.h>

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

int complain(const tc::Error &error)
{
    std::fprintf(stderr, "tc-artifacts: %s\n", qUtf8Printable(error.message));
    return 1;
}

int get(tc::Client *client, const QString &taskId, const QString &name, const QString &file)
{
    //! [download an artifact]
    tc::DownloadOptions options;
    options.managedOnly = true; // nothing from hosts that the task chose
    auto *download = new tc::Download(client, tc::ArtifactRef { taskId, {}, name }, file);
    download->setOptions(options);
    QObject::connect(download, &tc::Transfer::retrying, download,
        [](int attempt, std::chrono::milliseconds, const tc::Error &reason) {
            std::fprintf(stderr, "attempt %d: %s\n", attempt, qUtf8Printable(reason.message));
        });
    const auto got = tc::wait(download);
    if (!got)
        return complain(got.error);
    std::printf("%s, %lld bytes\n", got->contentType.constData(), static_cast<long long>(got->contentLength));
    //! [download an artifact]
    return 0;
}

int put(tc::Client *client, const QString &file, const QString &name)
{
    //! [upload an artifact]
    tc::NewArtifact artifact;
    artifact.taskId = qEnvironmentVariable("TASK_ID");
    artifact.runId = qEnvironmentVariableIntValue("RUN_ID");
    artifact.name = name;
    tc::ArtifactUpload upload(client, artifact, tc::S3Content { file, u"text/plain"_s, {} });
    const auto sent = tc::wait(&upload);
    if (!sent)
        return complain(sent.error);
    std::printf("%s, %lld bytes\n", qUtf8Printable(name), static_cast<long long>(upload.size()));
    //! [upload an artifact]
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    tc::Client client(tc::optionsFromEnvironment());
    if (words.size() == 5 && words.at(1) == u"get")
        return get(&client, words.at(2), words.at(3), words.at(4));
    if (words.size() == 4 && words.at(1) == u"put")
        return put(&client, words.at(2), words.at(3));
    std::fprintf(stderr, "usage: tc-artifacts get TASK_ID NAME FILE\n       tc-artifacts put FILE NAME\n");
    return 2;
}
