// SPDX-License-Identifier: MPL-2.0
#include "storagefaults.h"

using namespace std::chrono_literals;

namespace tc::test {

namespace {

Spoil body(std::function<void(QByteArray *)> change)
{
    return [change = std::move(change)](const Step &good) {
        Step step = good;
        change(&step.body);
        return step;
    };
}

Spoil cut(qint64 at)
{
    return [at](const Step &good) { return good.cut(at < 0 ? good.body.size() + at : at); };
}

Spoil cutInHead(qint64 at)
{
    return [at](const Step &good) { return good.cutInHead(at); };
}

/// Without a length in the head.
Spoil chunked(qint64 at)
{
    return [at](const Step &good) {
        Step step = good.cut(at < 0 ? good.body.size() + at : at);
        step.chunked = good.status == 200;
        return step;
    };
}

Spoil announced(qint64 more)
{
    return [more](const Step &good) {
        Step step = good;
        step.announcedLength = good.body.size() + more;
        step.close = true;
        return step;
    };
}

Spoil silentAt(qint64 at)
{
    return [at](const Step &good) {
        Step step = good.cut(at);
        step.fault = Step::Fault::StallBody;
        return step;
    };
}

} // namespace

Spoil instead(const Step &step)
{
    return [step](const Step &) { return step; };
}

Step pageOfHtml(int status)
{
    return Step::reply(status, "text/html", "<html><title>Bad gateway</title></html>");
}

QList<Fault> storageCuts(qint64 size)
{
    using enum ErrorKind;
    QList<Fault> faults { { "closed without a byte", instead(Step::silence(Step::Fault::Close)), Network },
        { "cut in the status line", cutInHead(5), Network }, { "cut in the headers", cutInHead(40), Network },
        { "cut behind the headers", cut(0), Network }, { "cut behind the first byte", cut(1), Network },
        { "cut at 64 KiB", cut(65'536), Network }, { "cut in the middle", cut(size / 3), Network },
        { "cut before the last byte", cut(-1), Network }, { "chunks cut in the middle", chunked(size / 3), Network },
        { "chunks cut before the last byte", chunked(-1), Network } };
    for (const qint64 at : { 0, 1, 5, 10, 1000, -9, -8, -4, -1 })
        faults.append({ "gzip cut", cut(at), Network, true, true });
    return faults;
}

QList<Fault> storageLies()
{
    using enum ErrorKind;
    return { { "length too long", announced(10), Network },
        { "length too short", announced(-10), Protocol, true, false, true },
        { "gzip cut, of the length announced", body([](QByteArray *b) { b->chop(10); }), Network, true, true },
        { "gzip without its last byte", body([](QByteArray *b) { b->chop(1); }), Network, true, true },
        { "damaged gzip", body([](QByteArray *b) { (*b)[b->size() / 2] ^= 0x10; }), Protocol, true, true },
        { "more behind the gzip", body([](QByteArray *b) { b->append("more"); }), Protocol, true, true },
        { "one wrong byte", body([](QByteArray *b) { (*b)[100] ^= 1; }), Protocol, true, false, true },
        { "other content of the same length", body([](QByteArray *b) { b->fill('x'); }), Protocol, true, false, true },
        { "an encoding that nobody asked for", [](const Step &good) { return good.with("Content-Encoding", "br"); },
            Protocol, false },
        { "a part that nobody asked for", instead(Step::reply(206, "text/plain", "part")), Protocol },
        { "no content", instead(Step::reply(204, "text/plain", {})), Protocol } };
}

QList<Fault> storageAnswers(qint64 size)
{
    using enum ErrorKind;
    const Step busy = Step::reply(429, "text/plain", "slow down");
    return { { "silence", instead(Step::silence(Step::Fault::Stall)), Timeout },
        { "silence in the middle", silentAt(size / 3), Timeout },
        { "silence behind the headers", silentAt(0), Timeout },
        { "slow", [size](const Step &good) { return good.slowly(size / 4, 40ms); }, None },
        { "slow to begin", [](const Step &good) { return good.after(100ms); }, None },
        { "429", instead(busy), RateLimited },
        { "429 with Retry-After", instead(busy.with("Retry-After", "0")), RateLimited },
        { "429 with a long Retry-After", instead(busy.with("Retry-After", "86400")), RateLimited, false },
        { "500", instead(Step::reply(500, "text/plain", "no")), Server },
        { "502 with a page", instead(pageOfHtml(502)), Server },
        { "503", instead(Step::reply(503, "application/xml", "<Error><Code>SlowDown</Code></Error>")), Server },
        { "404", instead(Step::reply(404, "application/xml", "<Error><Code>NoSuchKey</Code></Error>")), NotFound,
            false },
        { "a redirect to itself",
            [](const Step &) { return Step::reply(302, "text/plain", {}).with("Location", "/a"); }, Client, false } };
}

} // namespace tc::test
