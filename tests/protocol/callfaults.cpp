// SPDX-License-Identifier: MPL-2.0
#include "callfaults.h"

#include "testcalls.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tc::test {

const QByteArray goodBody = R"({"name":"a","size":12345,"list":[1,2,3]})";

bool isOnce(Kind kind)
{
    return kind == Kind::Once || kind == Kind::OnceEmpty;
}

bool hasResult(Kind kind)
{
    return kind == Kind::Get || kind == Kind::Put;
}

ReplyBase *start(Client &client, Kind kind)
{
    switch (kind) {
    case Kind::Get:
        return client.call<Json>(thingCall());
    case Kind::Put:
        return client.call<Json>({ &putThing, { u"a"_s }, {}, R"({"x":1})"_ba, {} });
    case Kind::Delete:
        return client.call<void>({ &deleteThing, { u"a"_s }, {}, {}, {} });
    case Kind::Once:
        return client.call<void>({ &sendMail, {}, {}, R"({"to":"you"})"_ba, {} });
    case Kind::OnceEmpty:
        return client.call<void>({ &ring, {}, {}, {}, {} });
    }
    return nullptr;
}

QByteArray Watched::endFault()
{
    if (m_finished.isEmpty() && !m_finished.wait(5000))
        return "it hangs";
    QTest::qWait(1);
    if (m_finished.size() != 1)
        return "finished() came " + QByteArray::number(m_finished.size()) + " times";
    return m_late ? "something came after finished()" : QByteArray();
}

namespace {

Step page(int status)
{
    return Step::reply(status, "text/html", "<html><head><title>502 Bad Gateway</title></head></html>");
}

Step lying(qint64 length)
{
    Step step = Step::json(goodBody);
    step.announcedLength = length;
    return step;
}

Step chunked(const Step &step)
{
    Step copy = step;
    copy.chunked = true;
    return copy;
}

} // namespace

Step silent(const Step &step)
{
    Step copy = step;
    copy.fault = Step::Fault::StallBody;
    return copy;
}

Step chopped(Step step, qsizetype bytes)
{
    step.body.chop(bytes);
    return step;
}

QList<Cell> cells()
{
    const Step good = Step::json(goodBody);
    Step closing = lying(1000);
    closing.close = true;
    const Step denied = Step::error(401, "AuthenticationFailed", "ext.certificate.expiry < now");
    return {
        { "closed without a byte", Step::silence(Step::Fault::Close), ErrorKind::Network, true },
        { "cut in the status line", good.cutInHead(7), ErrorKind::Network, true },
        { "cut in the headers", good.cutInHead(30), ErrorKind::Network, true },
        { "cut before the body", good.cut(0), ErrorKind::Network, true },
        { "cut in the body", good.cut(10), ErrorKind::Network, true },
        { "cut in a chunk", chunked(good.cut(10)), ErrorKind::Network, true },
        { "stalled", Step::silence(Step::Fault::Stall), ErrorKind::Timeout, false },
        { "stalled in the headers", silent(good.cutInHead(30)), ErrorKind::Timeout, false },
        { "stalled in the body", silent(good.cut(10)), ErrorKind::Timeout, false },
        { "429", Step::error(429, "TooManyRequests", "no"), ErrorKind::RateLimited, true },
        { "429, again at once", Step::error(429, "TooManyRequests", "no").with("Retry-After", "0"),
            ErrorKind::RateLimited, true },
        { "429, again tomorrow", Step::error(429, "TooManyRequests", "no").with("Retry-After", "86400"),
            ErrorKind::RateLimited, false },
        { "429, again some time", Step::error(429, "TooManyRequests", "no").with("Retry-After", "soon"),
            ErrorKind::RateLimited, true },
        { "500", Step::error(500, "InternalServerError", "no"), ErrorKind::Server, true },
        { "502 as a web page", page(502), ErrorKind::Server, true },
        { "503, cut", Step::error(503, "X", "no").cut(4), ErrorKind::Network, true },
        { "200 as a web page", page(200), ErrorKind::Protocol, false, true },
        { "longer than announced", lying(10), ErrorKind::Protocol, false, true },
        { "shorter than announced, closed", closing, ErrorKind::Network, true },
        { "shorter than announced, open", lying(1000), ErrorKind::Timeout, false },
        { "truncated gzip", chopped(good.gzipped(), 9), ErrorKind::Network, true },
        { "truncated gzip in chunks", chunked(chopped(good.gzipped(), 9)), ErrorKind::Network, true },
        { "gzip that is none", good.with("Content-Encoding", "gzip"), ErrorKind::Protocol, false },
        { "not HTTP", Step::json({}).cutInHead(0), ErrorKind::Network, true },
        { "expired credentials", denied, ErrorKind::Authentication, false },
    };
}

} // namespace tc::test
