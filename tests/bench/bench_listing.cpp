// SPDX-License-Identifier: MPL-2.0
// Lists the group of 12,000 tasks that the environment names and counts them; a worker for measure.py.
// bench_listing [--in-turn | --speculative]: page by page without looking ahead, or with speculative pages.

#include "worker.h"

#include <tc/queue.h>
#include <tc/wait.h>

#include <QCoreApplication>
#include <QSslCertificate>

#include <cstring>

namespace {

constexpr qsizetype taskCount = 12'000;

tc::ClientOptions optionsFromEnvironment()
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

double list(tc::Queue *queue, const QString &taskGroupId, const tc::PagingOptions &paging)
{
    const auto start = std::chrono::steady_clock::now();
    qsizetype tasks = 0;
    auto *pages = queue->listTaskGroupPages(taskGroupId, {}, paging);
    pages->onPage(pages, [&tasks](const tc::queue::ListTaskGroupResponse &page) { tasks += page.tasks.size(); })
        ->onFailure(pages, [](const tc::Error &error) { qFatal("No list: %s", qPrintable(error.message)); });
    QObject::connect(pages, &tc::PagedReplyBase::finished, qApp, &QCoreApplication::quit);
    QCoreApplication::exec();
    if (tasks != taskCount)
        qFatal("%lld tasks", static_cast<long long>(tasks));
    return millisecondsSince(start);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    tc::PagingOptions paging;
    for (int i = 1; i < argc; ++i) {
        paging.speculative = paging.speculative || std::strcmp(argv[i], "--speculative") == 0;
        paging.lookAhead = paging.lookAhead && std::strcmp(argv[i], "--in-turn") != 0;
    }
    tc::Client client(optionsFromEnvironment());
    tc::Queue queue(&client);
    const QString group = qEnvironmentVariable("BENCH_GROUP");
    return runWorker([&] { return list(&queue, group, paging); });
}
