// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QRunnable>
#include <QThreadPool>

#include <functional>
#include <utility>

namespace tc {

/// Runs \a work on the global thread pool and hands its result to \a done on the thread of \a context, unless that has
/// died meanwhile. \a work must own all it touches.
template <typename T>
void runElsewhere(std::function<T()> work, QObject *context, std::function<void(T)> done)
{
    class Runnable : public QRunnable
    {
    public:
        explicit Runnable(std::function<T()> task) : m_task(std::move(task)) { m_promise.start(); }
        QFuture<T> future() { return m_promise.future(); }
        void run() override
        {
            m_promise.addResult(m_task());
            m_promise.finish();
        }

    private:
        std::function<T()> m_task;
        QPromise<T> m_promise;
    };
    auto *runnable = new Runnable(std::move(work));
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->future().takeResult());
    });
    watcher->setFuture(runnable->future());
    QThreadPool::globalInstance()->start(runnable);
}

} // namespace tc
