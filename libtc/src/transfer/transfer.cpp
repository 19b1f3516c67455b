// SPDX-License-Identifier: MPL-2.0
#include <tc/transfer.h>

#include "transfer/transferprivate.h"

namespace tc {

Transfer::Transfer(std::unique_ptr<TransferPrivate> course, QObject *parent)
    : QObject(parent ? parent : lastOwner()), d(std::move(course))
{
    d->start(this);
}

Transfer::~Transfer() = default;

void Transfer::abort()
{
    d->abort();
}

void Transfer::pause()
{
    d->setPaused(true);
}

void Transfer::resume()
{
    d->setPaused(false);
}

bool Transfer::isPaused() const
{
    return d->paused;
}

bool Transfer::isFinished() const
{
    return d->finished;
}

const Error &Transfer::error() const
{
    return d->error;
}

void Transfer::setAutoDelete(bool on)
{
    d->autoDelete = on;
}

} // namespace tc
