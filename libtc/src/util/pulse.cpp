// SPDX-License-Identifier: MPL-2.0
#include <tc/pulse.h>

#include "util/makeerror.h"
#include "util/routingkey.h"
#include "util/text.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace tc::pulse {

namespace {

Result<Binding> failed(const Error &error)
{
    return { {}, error };
}

Result<const ExchangeInfo *> find(QByteArrayView service, QByteArrayView name)
{
    if (const ExchangeInfo *info = findExchange(service, name))
        return { info, {} };
    return { {},
        usageError(Text::tr("There is no exchange %1 of a service %2.")
                       .arg(QString::fromUtf8(name), QString::fromUtf8(service))) };
}

Result<Binding> checked(const ExchangeInfo *info, const QString &pattern)
{
    if (Error error = checkRoutingKey(pattern))
        return failed(error);
    return { Binding { QString::fromLatin1(info->exchange), pattern }, {} };
}

Result<Binding> fromWords(const ExchangeInfo *info, const std::vector<RoutingKeyWord> &words)
{
    const auto pattern = routingKeyPattern(words);
    return pattern ? checked(info, *pattern) : failed(pattern.error);
}

bool matchWords(const QList<QStringView> &pattern, const QList<QStringView> &key)
{
    qsizetype p = 0;
    qsizetype k = 0;
    // The last '#' takes one word more whenever what comes after it does not fit.
    qsizetype hash = -1;
    qsizetype taken = 0;
    while (k < key.size()) {
        if (p < pattern.size() && pattern[p] == u'#') {
            hash = p++;
            taken = k;
        } else if (p < pattern.size() && (pattern[p] == u'*' || pattern[p] == key[k])) {
            ++p;
            ++k;
        } else if (hash >= 0) {
            p = hash + 1;
            k = ++taken;
        } else {
            return false;
        }
    }
    return std::all_of(pattern.begin() + p, pattern.end(), [](QStringView word) { return word == u'#'; });
}

} // namespace

const ExchangeInfo *findExchange(QByteArrayView service, QByteArrayView name)
{
    const auto all = exchanges();
    const auto it = std::find_if(
        all.begin(), all.end(), [&](const ExchangeInfo &info) { return service == info.service && name == info.name; });
    return it == all.end() ? nullptr : &*it;
}

const ExchangeInfo *findExchange(QStringView exchange)
{
    const auto all = exchanges();
    const auto it = std::find_if(
        all.begin(), all.end(), [&](const ExchangeInfo &info) { return exchange == QLatin1StringView(info.exchange); });
    return it == all.end() ? nullptr : &*it;
}

Result<Binding> binding(QByteArrayView service, QByteArrayView name, const Words &words)
{
    const auto info = find(service, name);
    if (!info)
        return failed(info.error);
    Words left = words;
    std::vector<RoutingKeyWord> key;
    for (const Word &word : (*info)->routingKey) {
        const QString given = left.take(QString::fromLatin1(word.name));
        const QLatin1StringView constant(word.constant);
        if (!constant.isEmpty() && !given.isEmpty() && given != constant)
            return failed(
                usageError(Text::tr("The routing key's %1 is always %2.").arg(QLatin1StringView(word.name), constant)));
        key.push_back({ word.name, constant.isEmpty() ? given : QString(constant), word.multipleWords });
    }
    if (!left.isEmpty())
        return failed(usageError(
            Text::tr("The routing keys of %1 have no %2.").arg(QLatin1StringView((*info)->exchange), left.firstKey())));
    return fromWords(*info, key);
}

Result<Binding> bindingInOrder(QByteArrayView service, QByteArrayView name, const QStringList &words)
{
    const auto info = find(service, name);
    if (!info)
        return failed(info.error);
    auto given = words.begin();
    std::vector<RoutingKeyWord> key;
    for (const Word &word : (*info)->routingKey) {
        QString value = QString::fromLatin1(word.constant);
        if (value.isEmpty() && given != words.end())
            value = *given++;
        key.push_back({ word.name, value, word.multipleWords });
    }
    if (given != words.end())
        return failed(
            usageError(Text::tr("The routing keys of %1 have fewer words.").arg(QLatin1StringView((*info)->exchange))));
    return fromWords(*info, key);
}

Result<Binding> patternBinding(QByteArrayView service, QByteArrayView name, const QString &pattern)
{
    const auto info = find(service, name);
    if (!info)
        return failed(info.error);
    if (pattern.isEmpty())
        return failed(usageError(Text::tr("An empty pattern matches nothing; # matches everything.")));
    return checked(*info, pattern);
}

Result<Binding> routeBinding(QByteArrayView service, QByteArrayView name, const QString &route)
{
    if (route.isEmpty())
        return failed(usageError(Text::tr("A route is needed.")));
    return patternBinding(service, name, "route."_L1 + route);
}

bool matches(QStringView pattern, QStringView routingKey)
{
    return matchWords(pattern.split(u'.'), routingKey.split(u'.'));
}

} // namespace tc::pulse
