// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace core {

namespace detail {
/// Runs \a work on a worker thread and what it returns on the application's thread afterwards.
void post(std::function<std::function<void()>()> work);
} // namespace detail

/// Runs \a work on a worker thread, then \a then with its result on the application's thread. When \a context has
/// died by then, \a then is dropped. \a work must own everything that it touches; it is destroyed on the worker,
/// so that freeing large values costs the user interface nothing. Call from the application's thread.
template <typename Work, typename Then>
void runOnWorker(QObject *context, Work work, Then then)
{
    using Value = std::invoke_result_t<Work>;
    // std::function copies; a shared holder makes move-only closures and values possible.
    auto job = std::make_shared<Work>(std::move(work));
    auto receiver = std::make_shared<Then>(std::move(then));
    QPointer<QObject> guard(context);
    detail::post([job = std::move(job), receiver = std::move(receiver), guard]() mutable {
        auto value = std::make_shared<Value>((*job)());
        job.reset();
        return [value = std::move(value), receiver = std::move(receiver), guard = std::move(guard)] {
            if (guard)
                (*receiver)(std::move(*value));
        };
    });
}

} // namespace core
