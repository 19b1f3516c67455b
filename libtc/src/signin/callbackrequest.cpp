// SPDX-License-Identifier: MPL-2.0
#include "signin/callbackrequest.h"

#include <QByteArrayList>

#include <algorithm>

namespace tc::callback {

namespace {

bool isWordCharacter(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
}

// As the services make them: two slugids, and room for more.
bool isAccessToken(QStringView text)
{
    return text.size() >= 22 && text.size() <= 66 && std::all_of(text.begin(), text.end(), isWordCharacter);
}

QByteArrayList linesOf(QByteArrayView head)
{
    QByteArrayList lines = head.toByteArray().split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    return lines;
}

// The value of a parameter that is there exactly once.
std::optional<QString> onlyValue(const QByteArrayList &parameters, QByteArrayView name)
{
    std::optional<QString> value;
    for (const QByteArray &parameter : parameters) {
        const qsizetype equals = parameter.indexOf('=');
        if (equals < 0 || QByteArrayView(parameter).first(equals) != name)
            continue;
        if (value)
            return std::nullopt;
        value = QString::fromUtf8(QByteArray::fromPercentEncoding(parameter.mid(equals + 1)));
    }
    return value;
}

} // namespace

std::optional<QByteArray> target(QByteArrayView head, QByteArrayView host)
{
    const QByteArrayList lines = linesOf(head);
    const QByteArrayList words = lines.first().split(' ');
    if (words.size() != 3 || words[0] != "GET" || !words[1].startsWith('/')
        || (words[2] != "HTTP/1.1" && words[2] != "HTTP/1.0"))
        return std::nullopt;
    int hosts = 0;
    bool ours = false;
    for (qsizetype at = 1; at < lines.size(); ++at) {
        const qsizetype colon = lines[at].indexOf(':');
        if (colon < 0 || lines[at].first(colon).compare("host", Qt::CaseInsensitive) != 0)
            continue;
        ++hosts;
        ours = lines[at].mid(colon + 1).trimmed().compare(host, Qt::CaseInsensitive) == 0;
    }
    return hosts == 1 && ours ? std::optional(words[1]) : std::nullopt;
}

std::optional<Credentials> credentials(QByteArrayView query)
{
    const QByteArrayList parameters = query.toByteArray().split('&');
    const auto clientId = onlyValue(parameters, "clientId");
    const auto accessToken = onlyValue(parameters, "accessToken");
    if (!clientId || !accessToken || !isClientId(*clientId) || !isAccessToken(*accessToken))
        return std::nullopt;
    return Credentials { *clientId, *accessToken, {} };
}

bool isClientId(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return isWordCharacter(c) || QStringView(u"!@/:.+|").contains(c);
    });
}

} // namespace tc::callback
