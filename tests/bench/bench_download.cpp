// SPDX-License-Identifier: MPL-2.0
// Downloads an object of the deployment that the environment names into a file, checking both hashes; a worker for
// measure.py: bench_download OBJECT FILE. With --address it prints where the object's bytes are, for a peer that only
// fetches. With --again it downloads once and prints as JSON how many bytes had to be fetched again after a cut.

#include "benchoptions.h"
#include "worker.h"

#include <tc/download.h>
#include <tc/object.h>
#include <tc/wait.h>

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

double download(tc::Client *client, const QString &name, const QString &path)
{
    QFile::remove(path);
    const auto start = std::chrono::steady_clock::now();
    const auto done = tc::wait(new tc::Download(client, tc::ObjectRef { name }, path));
    if (!done || done->hashes.size() != 2)
        qFatal("Not downloaded: %s", qPrintable(done.error.message));
    return millisecondsSince(start);
}

int printAddress(tc::Client *client, const QString &name)
{
    tc::object::DownloadObjectRequest request;
    request.acceptDownloadMethods.getUrl = true;
    tc::Object service(client);
    const auto found = tc::wait(service.startDownload(name, request));
    const auto *answer = found ? std::get_if<tc::object::DownloadMethodGeturlResponse>(&*found) : nullptr;
    if (!answer)
        qFatal("No address: %s", qPrintable(found.error.message));
    std::puts(qPrintable(answer->url));
    return 0;
}

/// The storage has sent nine tenths when it cuts; what comes after the cut tells where the download went on.
int printAgain(tc::Client *client, const QString &name, const QString &path)
{
    tc::Download download(client, tc::ObjectRef { name }, path);
    qint64 before = 0;
    int cuts = 0;
    QObject::connect(&download, &tc::Download::retrying, &download, [&] {
        before = download.bytesFetched();
        ++cuts;
    });
    const auto done = tc::wait(static_cast<tc::Transfer *>(&download));
    if (!done || cuts == 0)
        qFatal("Not downloaded over a cut: %s", qPrintable(done.error.message));
    const qint64 size = download.contentLength();
    const qint64 sent = size / 10 * 9 + (download.bytesFetched() - before);
    std::printf("{\"cuts\": %d, \"size\": %lld, \"again\": %lld}\n", cuts, static_cast<long long>(size),
        static_cast<long long>(sent - size));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    tc::Client client(benchOptions());
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--address"_s)
        return printAddress(&client, arguments.value(2));
    if (arguments.value(1) == u"--again"_s)
        return printAgain(&client, arguments.value(2), arguments.value(3));
    return runWorker([&] { return download(&client, arguments.value(1), arguments.value(2)); });
}
