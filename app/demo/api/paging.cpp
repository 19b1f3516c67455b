// SPDX-License-Identifier: MPL-2.0
#include "demo/api/paging.h"

#include "demo/util/hashids.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qsizetype kLargestPage = 1000;

} // namespace

qsizetype pageSize(const ApiCall &call)
{
    const auto limit = call.query.constFind(u"limit"_s);
    if (limit == call.query.constEnd())
        return kLargestPage;
    bool ok = false;
    const qlonglong wanted = limit->toLongLong(&ok);
    return ok ? std::min<qsizetype>(wanted, kLargestPage) : kLargestPage;
}

std::optional<PageRange> PageRange::of(ApiCall &call, qsizetype rows)
{
    PageRange range;
    const QString token = call.query.value(u"continuationToken"_s);
    if (!token.isEmpty()) {
        const auto offset = decodeOffset(token.toLatin1());
        if (!offset || token.toLatin1() != token.toUtf8()) {
            call.fail("InputError", u"Invalid continuation token"_s);
            return std::nullopt;
        }
        range.from = static_cast<qsizetype>(std::min<quint64>(*offset, static_cast<quint64>(rows)));
    }
    range.to = std::min(range.from + pageSize(call), rows);
    if (range.to < rows && range.to > range.from)
        range.nextToken = QString::fromLatin1(encodeOffset(static_cast<quint64>(range.to)));
    return range;
}

} // namespace demo
