// SPDX-License-Identifier: MPL-2.0
#include "util/routingkey.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tc {

Result<QString> routingKeyPattern(std::initializer_list<RoutingKeyWord> words)
{
    QStringList parts;
    for (const RoutingKeyWord &word : words) {
        if (!word.multipleWords && word.value.contains(u'.')) {
            Error error;
            error.kind = ErrorKind::Usage;
            error.message = u"The routing key's %1 is one word and cannot hold a period: %2"_s.arg(
                QLatin1StringView(word.name), word.value);
            return { {}, error };
        }
        if (!word.value.isEmpty())
            parts.append(word.value);
        else
            parts.append(word.multipleWords ? u"#"_s : u"*"_s);
    }
    return { parts.join(u'.'), {} };
}

} // namespace tc
