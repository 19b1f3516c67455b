// SPDX-License-Identifier: MPL-2.0
#include "transfer/resumepoint.h"

#include "http/exchange.h"
#include "transfer/contentsource.h"
#include "util/contentrange.h"
#include "util/httpdate.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

/// A date that is younger may name two contents, or come from another clock than the reply's own.
constexpr qint64 youngestDate = 60;

bool isStrongETag(const QByteArray &tag)
{
    return tag.size() >= 2 && tag.startsWith('"') && tag.endsWith('"') && tag.indexOf('"', 1) == tag.size() - 1;
}

bool isSettled(const QByteArray &modified, const QByteArray &now)
{
    const QDateTime then = parseHttpDate(modified);
    const QDateTime date = parseHttpDate(now);
    return then.isValid() && date.isValid() && then.secsTo(date) >= youngestDate;
}

QByteArray validatorOf(const Exchange &reply)
{
    QByteArray tag = reply.header("etag").trimmed();
    if (isStrongETag(tag))
        return tag;
    QByteArray modified = reply.header("last-modified").trimmed();
    if (tag.isEmpty() && !reply.isGzipped() && isSettled(modified, reply.header("date")))
        return modified;
    return {};
}

/// A 206 must bring the ETag; it may leave out the date.
bool isSameContent(const Exchange &reply, const ResumePoint &point)
{
    const QByteArray validator = reply.header(point.isETag() ? "etag" : "last-modified").trimmed();
    const bool isLeftOut = validator.isEmpty() && !point.isETag();
    return (isLeftOut || validator == point.validator) && reply.isGzipped() == point.gzipped;
}

} // namespace

QByteArray placeOf(const QUrl &url, const ContentLocation &location)
{
    const QUrl name = location.untrusted ? url : url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    return QCryptographicHash::hash(name.toEncoded(), QCryptographicHash::Sha256).toHex();
}

std::optional<ResumePoint> resumePointOf(const Exchange &reply, const QUrl &url, const ContentLocation &location)
{
    const QByteArray validator = validatorOf(reply);
    if (validator.isEmpty() || reply.header("accept-ranges").trimmed().toLower() == "none")
        return {};
    return ResumePoint { placeOf(url, location), validator, reply.announced(), reply.isGzipped(), location.hashes };
}

Continuation continuationOf(const Exchange &reply, const ResumePoint &point, qint64 offset)
{
    if (reply.status() == 200)
        return Continuation::FromStart;
    const auto range = parseContentRange(reply.header("content-range"));
    if (!range)
        return Continuation::Misfit;
    const bool isAsLong = !range->complete || point.total < 0 || *range->complete == point.total;
    if (reply.status() == 416)
        return isAsLong && range->complete == offset ? Continuation::Nothing : Continuation::Misfit;
    const bool follows = range->bytes && range->bytes->first == offset;
    if (reply.status() != 206 || !follows || !isAsLong || !isSameContent(reply, point))
        return Continuation::Misfit;
    const qint64 length = range->bytes->second - offset + 1;
    return reply.announced() < 0 || reply.announced() == length ? Continuation::Rest : Continuation::Misfit;
}

} // namespace tc
