// SPDX-License-Identifier: MPL-2.0
#include "transfer/storageerror.h"

#include "call/errorparser.h"
#include "http/exchange.h"
#include "http/inflater.h"
#include "util/makeerror.h"
#include "util/text.h"

namespace tc {

namespace {

constexpr qint64 largestErrorBody = 64 * 1024;

} // namespace

Error storageError(Exchange *reply, const QUrl &url)
{
    if (reply->status() >= 200 && reply->status() < 300) {
        Error error = makeError(ErrorKind::Protocol,
            Text::tr("%1 answered with something else than what was asked for (%2).")
                .arg(url.host())
                .arg(reply->status()));
        error.httpStatus = reply->status();
        return error;
    }
    QByteArray body = reply->takeBody().left(largestErrorBody);
    if (body.isEmpty())
        body = reply->read(largestErrorBody);
    if (reply->isGzipped())
        body = inflateAll(body, largestErrorBody * 4).bytes;
    return parseErrorReply(
        { reply->status(), reply->header("content-type"), reply->header("location"), body, url.host() }, {});
}

bool mayHaveExpired(const Error &failure)
{
    return failure.httpStatus == 400 || failure.httpStatus == 401 || failure.httpStatus == 403
        || failure.httpStatus == 410;
}

} // namespace tc
