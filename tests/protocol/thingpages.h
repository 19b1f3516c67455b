// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "scriptedserver.h"
#include "testcalls.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>
#include <QUrlQuery>

#include <atomic>
#include <vector>

namespace tc::test {

/// A page as generated code would have it.
struct ThingPage {
    std::vector<QString> things;
    std::optional<QString> continuationToken;
};

/// How long decoding takes, in ms, for tests of what happens meanwhile.
inline std::atomic<unsigned long> decodingTime { 0 };

using Pages = PagedReply<ThingPage>;

inline QByteArray pageBody(const QStringList &things, const QString &token = {})
{
    QJsonObject object { { QStringLiteral("things"), QJsonArray::fromStringList(things) } };
    QByteArray body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (!token.isEmpty()) {
        // Where the services have it: at the end.
        const QByteArray text = QJsonDocument(QJsonArray { token }).toJson(QJsonDocument::Compact);
        body.chop(1);
        body += ",\n  \"continuationToken\": " + text.mid(1, text.size() - 2) + "\n}";
    }
    return body;
}

inline Step page(const QStringList &things, const QString &token = {})
{
    return Step::json(pageBody(things, token));
}

inline QString queryItem(const Request &request, const QString &name)
{
    return QUrlQuery(QUrl::fromEncoded(request.target)).queryItemValue(name, QUrl::FullyDecoded);
}

inline QString tokenOf(const Request &request)
{
    return queryItem(request, QStringLiteral("continuationToken"));
}

inline ClientOptions optionsFor(const ScriptedServer &server, int retries = 1)
{
    ClientOptions options;
    options.rootUrl = server.url();
    options.retry = fastRetries(retries);
    return options;
}

} // namespace tc::test

namespace tc {

// An own decoder for a page, so that the tests need no generated code.
template <>
inline std::optional<JsonError> decodeJson<test::ThingPage>(const QByteArray &body, test::ThingPage *out)
{
    if (test::decodingTime > 0)
        QThread::msleep(test::decodingTime);
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    if (!object.contains(QLatin1StringView("things")))
        return JsonError { QStringLiteral("things"), QStringLiteral("missing") };
    for (const auto &thing : object.value(QLatin1StringView("things")).toArray())
        out->things.push_back(thing.toString());
    if (object.contains(QLatin1StringView("continuationToken")))
        out->continuationToken = object.value(QLatin1StringView("continuationToken")).toString();
    return {};
}

} // namespace tc
