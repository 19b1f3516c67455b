// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/pagedreply.h>

#include <vector>

/// The blocking form, for console programs and worker threads that have a client of their own: runs an event loop
/// until the reply has finished. On the main thread of a program with a graphical interface it refuses with a Usage
/// error and ends the call, because a nested event loop there lets the interface change under its caller.
namespace tc {

namespace detail {

/// Waits for \a reply, which stays alive unless somebody else deletes it: then the error is Cancelled.
Error waitFor(ReplyBase *reply);
Error waitFor(PagedReplyBase *reply);

} // namespace detail

/// Takes \a reply over and deletes it.
template <typename T>
Result<T> wait(Reply<T> *reply)
{
    const QPointer<Reply<T>> guard(reply);
    Result<T> result;
    result.error = detail::waitFor(reply);
    if (!guard)
        return result;
    if constexpr (!std::is_void_v<T>) {
        if (!result.error)
            result.value = reply->takeValue();
    }
    delete reply;
    return result;
}

/// All pages of a walk, which is taken over and deleted. Pages that came before an error are lost.
template <typename T>
Result<std::vector<T>> wait(PagedReply<T> *reply)
{
    const QPointer<PagedReply<T>> guard(reply);
    std::vector<T> pages;
    QObject::connect(reply, &PagedReplyBase::pageReady, reply, [reply, &pages] { pages.push_back(reply->takePage()); });
    Result<std::vector<T>> result;
    result.error = detail::waitFor(reply);
    if (!result.error)
        result.value = std::move(pages);
    delete guard.data();
    return result;
}

} // namespace tc
