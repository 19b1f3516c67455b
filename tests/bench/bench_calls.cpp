// SPDX-License-Identifier: MPL-2.0
// 200 signed calls, one after the other, to the deployment that the environment names; a worker for measure.py.

#include "benchoptions.h"
#include "worker.h"

#include <tc/queue.h>
#include <tc/wait.h>

#include <QCoreApplication>

namespace {

constexpr int callCount = 200;

double callMany(tc::Queue *queue, const QString &taskId)
{
    const auto start = std::chrono::steady_clock::now();
    for (int call = 0; call < callCount; ++call) {
        const auto task = tc::wait(queue->task(taskId));
        if (!task || task->metadata.name.isEmpty())
            qFatal("That is no task: %s", qPrintable(task.error.message));
    }
    return millisecondsSince(start);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    tc::Client client(benchOptions());
    tc::Queue queue(&client);
    const QString taskId = qEnvironmentVariable("BENCH_TASK_ID");
    return runWorker([&] { return callMany(&queue, taskId); });
}
