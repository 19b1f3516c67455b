// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/client.h>
#include <tc/pagedreply.h>

#include <QDateTime>
#include <QString>

#include <optional>

/// What the generated service classes are made of.
namespace tc::callparts {

/// Adds a query parameter when it is there.
void addQuery(Call &call, const char *name, const std::optional<QString> &value);
void addQuery(Call &call, const char *name, const std::optional<qint64> &value);
void addQuery(Call &call, const char *name, const std::optional<bool> &value);
void addQuery(Call &call, const char *name, const std::optional<QDateTime> &value);

/// Moves limit and token, which a walk sets for every page itself, from \a call into the options of the walk. What
/// \a paging says of the token goes before what the query says.
PagingOptions takePaging(Call &call, PagingOptions paging);

} // namespace tc::callparts
