// SPDX-License-Identifier: MPL-2.0
#include "util/routingkey.h"

#include "util/makeerror.h"
#include "util/text.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

/// AMQP's own limit.
constexpr qsizetype longestKey = 255;

} // namespace

Result<QString> routingKeyPattern(const std::vector<RoutingKeyWord> &words)
{
    QStringList parts;
    for (const RoutingKeyWord &word : words) {
        if (!word.multipleWords && word.value.contains(u'.')) {
            return { {},
                usageError(Text::tr("The routing key's %1 is one word and cannot hold a period: %2")
                               .arg(QLatin1StringView(word.name), word.value)) };
        }
        if (!word.value.isEmpty())
            parts.append(word.value);
        else
            parts.append(word.multipleWords ? u"#"_s : u"*"_s);
    }
    const QString pattern = parts.join(u'.');
    if (Error error = checkRoutingKey(pattern))
        return { {}, std::move(error) };
    return { pattern, {} };
}

Error checkRoutingKey(const QString &pattern)
{
    const qsizetype size = pattern.toUtf8().size();
    return size <= longestKey
        ? Error()
        : usageError(Text::tr("A routing key has %1 bytes at most; this one has %2.").arg(longestKey).arg(size));
}

} // namespace tc
