// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/api/apicall.h"

namespace demo {

// Which rows of a listing a request wants.
struct PageRange {
    qsizetype from = 0;
    qsizetype to = 0; // one beyond the last
    QString nextToken; // empty on the last page

    // Answers with 400 and gives nothing for a token of wrong characters.
    static std::optional<PageRange> of(ApiCall &call, qsizetype rows);
};

// limit of the query, at most 1000, which is also the default.
qsizetype pageSize(const ApiCall &call);

} // namespace demo
