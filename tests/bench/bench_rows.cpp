// SPDX-License-Identifier: MPL-2.0
// Memory of the model of a large group: by its own account, and by what the allocator gets back when it goes.
// usage: bench_rows ROOT-URL TASK-GROUP-ID

#include "core/accounts/session.h"
#include "core/taskgroup/taskgrouploader.h"
#include "core/taskgroup/taskgroupmodel.h"

#include <QCoreApplication>
#include <QThreadPool>
#include <QTimer>

#include <cstdio>
#include <memory>

#include <malloc.h>

namespace {

double allocated()
{
    const struct mallinfo2 info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd);
}

void report(core::TaskGroupLoader *loader, std::unique_ptr<core::TaskGroupModel> *model)
{
    if (loader->part().state != core::Part::State::Ready)
        qFatal("The group did not load: %s", qPrintable(loader->part().error.message));
    QThreadPool::globalInstance()->waitForDone();
    const int tasks = (*model)->taskCount();
    const double accounted = (*model)->bytesPerRow();
    const double before = allocated();
    model->reset();
    const double given = (before - allocated()) / tasks;
    std::printf("{\"rows\": %d, \"accounted\": %.1f, \"allocated\": %.1f}\n", tasks, accounted, given);
    QCoreApplication::quit();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        qFatal("usage: bench_rows ROOT-URL TASK-GROUP-ID");
    core::Session session(core::SessionOptions::anonymous(arguments.at(1)));
    auto model = std::make_unique<core::TaskGroupModel>();
    core::TaskGroupLoader loader(&session, model.get());
    QObject::connect(&loader, &core::TaskGroupLoader::finished, &application, [&] {
        // The last arrangement of rows runs on a worker and comes back through the event loop.
        QTimer::singleShot(1000, &application, [&] { report(&loader, &model); });
    });
    loader.open(arguments.at(2));
    return QCoreApplication::exec();
}
