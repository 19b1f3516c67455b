// SPDX-License-Identifier: MPL-2.0
// Uploads a file to the object service of the deployment that the environment names, with both hashes; a worker for
// measure.py. bench_upload --address FILE prints an address that takes the file, for a peer that only sends.

#include "benchoptions.h"
#include "worker.h"

#include <tc/object.h>
#include <tc/slugid.h>
#include <tc/upload.h>
#include <tc/wait.h>

#include <QCoreApplication>
#include <QFileInfo>

#include <cstring>

using namespace Qt::StringLiterals;

namespace {

tc::NewObject newObject()
{
    return { u"bench/"_s + tc::slugId(), u"bench"_s, u"application/octet-stream"_s,
        QDateTime::currentDateTimeUtc().addDays(1), {} };
}

double upload(tc::Client *client, const QString &path)
{
    const auto start = std::chrono::steady_clock::now();
    tc::Upload upload(client, newObject(), path);
    const auto done = tc::wait(&upload);
    if (!done || upload.sha512().size() != 128)
        qFatal("Not uploaded: %s", qPrintable(done.error.message));
    return millisecondsSince(start);
}

int printAddress(tc::Client *client, const QString &path)
{
    const tc::NewObject object = newObject();
    tc::object::CreateUploadRequest request;
    request.projectId = object.projectId;
    request.uploadId = tc::slugId();
    request.expires = object.expires;
    request.proposedUploadMethods.putUrl = tc::object::UploadMethodPutUrlRequest {};
    request.proposedUploadMethods.putUrl->contentLength = QFileInfo(path).size();
    request.proposedUploadMethods.putUrl->contentType = object.contentType;
    tc::Object service(client);
    const auto created = tc::wait(service.createUpload(object.name, request));
    if (!created || !created->uploadMethod.putUrl)
        qFatal("No address: %s", qPrintable(created.error.message));
    std::puts(qPrintable(created->uploadMethod.putUrl->url));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    tc::Client client(benchOptions());
    const QString path = QString::fromLocal8Bit(argv[argc - 1]);
    if (argc == 3 && std::strcmp(argv[1], "--address") == 0)
        return printAddress(&client, path);
    return runWorker([&] { return upload(&client, path); });
}
