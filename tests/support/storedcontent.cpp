// SPDX-License-Identifier: MPL-2.0
#include "storedcontent.h"

namespace tc::test {

namespace {

Step dressed(const Step &step, const StoredContent &content)
{
    Step result = step.with("Date", "Sat, 21 Nov 2026 20:15:00 GMT");
    if (!content.etag.isEmpty())
        result = result.with("ETag", content.etag);
    if (!content.lastModified.isEmpty())
        result = result.with("Last-Modified", content.lastModified);
    if (!content.encoding.isEmpty())
        result = result.with("Content-Encoding", content.encoding);
    return result;
}

} // namespace

Step StoredContent::answer(const Request &request) const
{
    const QByteArray range = request.header("range");
    const QByteArray condition = request.header("if-range");
    const bool isSame = condition.isEmpty() || condition == etag || condition == lastModified;
    const QByteArray length = QByteArray::number(body.size());
    if (!knowsRanges || range.isEmpty() || !isSame)
        return dressed(Step::reply(200, "text/plain", body), *this);
    const qsizetype first = range.sliced(6).chopped(1).toLongLong(); // "bytes=N-"
    if (first >= body.size())
        return Step::reply(416, "application/xml", "<Error/>").with("Content-Range", "bytes */" + length);
    const QByteArray last = QByteArray::number(body.size() - 1);
    return dressed(Step::reply(206, "text/plain", body.sliced(first))
                       .with("Content-Range", "bytes " + QByteArray::number(first) + '-' + last + '/' + length),
        *this);
}

} // namespace tc::test
