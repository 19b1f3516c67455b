// SPDX-License-Identifier: MPL-2.0
#include "call/bodyjob.h"

#include "http/inflater.h"
#include "util/elsewhere.h"
#include "util/makeerror.h"
#include "util/text.h"

namespace tc {

namespace {

/// Bodies up to here decode in less time than it takes to wake a thread and come back, give or take.
constexpr qsizetype longBody = 256 * 1024;
constexpr qsizetype longGzip = 48 * 1024;

} // namespace

bool BodyJob::isLong() const
{
    return wire.size() > (gzipped ? longGzip : longBody);
}

BodyResult runBodyJob(BodyJob job)
{
    BodyResult result;
    if (job.gzipped) {
        auto inflated = inflateAll(job.wire, job.maxSize);
        job.wire.clear();
        switch (inflated.status) {
        case Inflated::Status::Ok:
            break;
        case Inflated::Status::TooLarge:
            result.error = makeError(ErrorKind::TooLarge, {});
            return result;
        case Inflated::Status::Cut:
            result.error = makeError(ErrorKind::Network, Text::tr("The compressed reply was cut short."));
            return result;
        case Inflated::Status::Corrupt:
            result.error = makeError(ErrorKind::Protocol, Text::tr("The compressed reply is damaged."));
            return result;
        }
        job.wire = std::move(inflated.bytes);
    }
    if (job.glance)
        job.glance(job.wire);
    if (job.decode)
        result.store = job.decode(std::move(job.wire));
    else
        result.body = std::move(job.wire);
    return result;
}

void runBodyJobElsewhere(BodyJob job, QObject *context, std::function<void(BodyResult)> done)
{
    // A function object of the standard library wants to be copied, so the job goes into shared hands.
    auto shared = std::make_shared<BodyJob>(std::move(job));
    runElsewhere<BodyResult>([shared] { return runBodyJob(std::move(*shared)); }, context, std::move(done));
}

} // namespace tc
