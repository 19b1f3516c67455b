// SPDX-License-Identifier: MPL-2.0
#include <tc/reply.h>

#include "call/errorparser.h"
#include "call/replyprivate.h"
#include "util/text.h"

#include <algorithm>

namespace tc {

QByteArray ResponseInfo::header(QByteArrayView name) const
{
    const auto it = std::find_if(headers.cbegin(), headers.cend(), [name](const auto &h) { return h.first == name; });
    return it == headers.cend() ? QByteArray() : it->second;
}

ReplyBase::ReplyBase(QObject *parent) : QObject(parent), d(std::make_unique<ReplyPrivate>(this)) { }

ReplyBase::~ReplyBase() = default;

bool ReplyBase::isFinished() const
{
    return d->finished;
}

const Error &ReplyBase::error() const
{
    return d->error;
}

const ResponseInfo &ReplyBase::response() const
{
    return d->response;
}

void ReplyBase::abort()
{
    d->abort();
}

void ReplyBase::setAutoDelete(bool on)
{
    d->autoDelete = on;
}

namespace detail {

Error decodeError(const JsonError &error, const QByteArray &body)
{
    Error result;
    result.kind = ErrorKind::Protocol;
    if (body.trimmed().isEmpty())
        result.message = Text::tr("The reply is empty.");
    else if (const QString page = htmlSummary(body); !page.isEmpty())
        result.message = Text::tr("The reply is a web page: %1. Is the root URL right?").arg(page);
    else
        result.message = Text::tr("The reply is not what the API promises: %1.").arg(error.toString());
    return result;
}

} // namespace detail

} // namespace tc
