// SPDX-License-Identifier: MPL-2.0
#include "util/callparts.h"

using namespace Qt::StringLiterals;

namespace tc::callparts {

namespace {

void add(Call &call, const char *name, const QString &value)
{
    call.query.append({ QString::fromLatin1(name), value });
}

/// Removes the query parameter \a name and gives its value.
std::optional<QString> take(Call &call, QLatin1StringView name)
{
    for (qsizetype i = 0; i < call.query.size(); ++i) {
        if (call.query.at(i).first == name)
            return call.query.takeAt(i).second;
    }
    return {};
}

} // namespace

void addQuery(Call &call, const char *name, const std::optional<QString> &value)
{
    if (value)
        add(call, name, *value);
}

void addQuery(Call &call, const char *name, const std::optional<qint64> &value)
{
    if (value)
        add(call, name, QString::number(*value));
}

void addQuery(Call &call, const char *name, const std::optional<bool> &value)
{
    if (value)
        add(call, name, *value ? u"true"_s : u"false"_s);
}

void addQuery(Call &call, const char *name, const std::optional<QDateTime> &value)
{
    if (value)
        add(call, name, value->toUTC().toString(Qt::ISODateWithMs));
}

PagingOptions takePaging(Call &call, PagingOptions paging)
{
    if (const auto limit = take(call, "limit"_L1))
        paging.limit = limit->toInt();
    if (const auto token = take(call, "continuationToken"_L1); token && paging.startToken.isEmpty())
        paging.startToken = *token;
    return paging;
}

} // namespace tc::callparts
