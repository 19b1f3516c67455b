// SPDX-License-Identifier: MPL-2.0
#include "http/httplog.h"

#include "http/redact.h"

#include <tc/logging.h>

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tc {

void logExchange(const HttpLogEntry &entry)
{
    if (!lcHttp().isDebugEnabled())
        return;
    QJsonObject line {
        { u"verb"_s, QString::fromLatin1(entry.verb) },
        { u"url"_s, Redactor::url(entry.url) },
        { u"authorized"_s, entry.authorized },
        { u"sent"_s, entry.sent },
        { u"status"_s, entry.status },
        { u"received"_s, entry.received },
        { u"ms"_s, entry.milliseconds },
    };
    if (!entry.method.isEmpty())
        line.insert(u"method"_s, entry.method);
    if (!entry.requestId.isEmpty())
        line.insert(u"requestId"_s, entry.requestId);
    if (!entry.failure.isEmpty())
        line.insert(u"failure"_s, Redactor().redact(entry.failure));
    qCDebug(lcHttp, "%s", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
}

} // namespace tc
