// SPDX-License-Identifier: MPL-2.0
#include <tc/pagedreply.h>

#include "call/clientprivate.h"
#include "call/pagewalk.h"

using namespace Qt::StringLiterals;

namespace tc {

PagedReplyBase::PagedReplyBase(Client *client, Call firstCall, PagingOptions options, QObject *parent)
    : QObject(parent ? parent : lastOwner()),
      d(std::make_unique<PageWalk>(this, client, std::move(firstCall), std::move(options)))
{
}

PagedReplyBase::~PagedReplyBase() = default;

bool PagedReplyBase::isFinished() const
{
    return d->finished;
}

const Error &PagedReplyBase::error() const
{
    return d->error;
}

int PagedReplyBase::pageCount() const
{
    return d->pageCount;
}

QString PagedReplyBase::continuationToken() const
{
    return d->token;
}

void PagedReplyBase::pause()
{
    d->pause();
}

void PagedReplyBase::resume()
{
    d->resume();
}

bool PagedReplyBase::isPaused() const
{
    return d->paused;
}

void PagedReplyBase::abort()
{
    d->abort();
}

void PagedReplyBase::setAutoDelete(bool on)
{
    d->autoDelete = on;
}

void PagedReplyBase::setSpeculative(bool on)
{
    d->setSpeculative(on);
}

bool PagedReplyBase::isSpeculative() const
{
    return d->isSpeculative();
}

Client *PagedReplyBase::client() const
{
    return d->client;
}

namespace detail {

std::optional<QString> continuationTokenOf(const Json &page)
{
    const QJsonValue token = page.toObject().value("continuationToken"_L1);
    return token.isString() ? std::optional(token.toString()) : std::nullopt;
}

} // namespace detail

} // namespace tc
