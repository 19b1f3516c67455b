// SPDX-License-Identifier: MPL-2.0
#include "core/util/worker.h"

#include <QCoreApplication>
#include <QThread>
#include <QThreadPool>

namespace core::detail {

namespace {

// Receives results on the application's thread. A child of the application, whose end it shares: its pool waits
// for work under way before results have nowhere to go. A pool of our own, because the global one also decodes
// replies, which must not queue behind the indexing of a log.
class Hub : public QObject
{
public:
    using QObject::QObject;

    QThreadPool pool;
};

Hub *hub()
{
    static QPointer<Hub> instance;
    if (!instance) {
        instance = new Hub(QCoreApplication::instance());
        instance->pool.setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
    }
    return instance;
}

} // namespace

void post(std::function<std::function<void()>()> work)
{
    Hub *receiver = hub();
    Q_ASSERT(QThread::currentThread() == receiver->thread());
    receiver->pool.start([receiver, work = std::move(work)]() mutable {
        std::function<void()> finish = work();
        work = nullptr; // frees what the work owned here and not on the application's thread
        QMetaObject::invokeMethod(receiver, std::move(finish), Qt::QueuedConnection);
    });
}

} // namespace core::detail
