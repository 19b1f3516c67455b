// SPDX-License-Identifier: MPL-2.0
#include "hawkcases.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

const QString certificate = uR"({"version":1,"scopes":["assume:a","queue:get:é"],"start":1700000000000,
"expiry":1900000000000,"seed":"0123456789012345678901","signature":"x+y/z=","issuer":"tests","later":{"a":[1]}})"_s;

class Generator
{
public:
    HawkCase next(int number)
    {
        HawkCase made;
        made.credentials = credentials();
        made.request = request();
        if (coin())
            made.authorizedScopes = scopes();
        if (made.request.verb != "GET" && coin()) {
            made.body = u"{\"text\": \"é → %1\", \"n\": %2}"_s.arg(word()).arg(number).toUtf8();
            made.contentType
                = pick<QByteArray>({ "application/json", "Application/JSON; charset=utf-8", "text/plain" });
        }
        made.name = QByteArray::number(number) + ' ' + made.request.verb + ' ' + made.hostHeader()
            + made.request.pathAndQuery;
        return made;
    }

private:
    template <typename T>
    T pick(const QList<T> &from)
    {
        return from.at(m_random.bounded(from.size()));
    }

    bool coin() { return m_random.bounded(2) == 1; }

    QString word()
    {
        return pick<QString>({ u"public/build/target.tar.gz"_s, u"a b"_s, u"grüße"_s, u"日本語"_s, u"100%"_s,
            u"x+y=z&w"_s, u"~tilde'(star)*!"_s, u"back\\slash"_s, u"fuzz:bug-12345"_s, u"🦊"_s,
            u"index.v2.mozilla-central"_s, u"q?#"_s });
    }

    tc::Credentials credentials()
    {
        const auto id = pick<QString>({ u"tests"_s, u"mozilla-auth0/ad|Mozilla-LDAP|someone/x"_s, u"a b:c/d@e"_s });
        const auto token = pick<QString>({ u"44-characters-of-a-token-0123456789012345678"_s, u"ü"_s, u"+/="_s });
        return { id, token, m_random.bounded(3) == 0 ? certificate : QString() };
    }

    QStringList scopes()
    {
        return pick<QStringList>({ {}, { u"queue:create-task:*"_s }, { u"a"_s, u"b \"quoted\" \\ c"_s } });
    }

    tc::hawk::Request request()
    {
        QByteArray path = "/api/queue/v1/task";
        const int arguments = m_random.bounded(3);
        for (int i = 0; i < arguments; ++i)
            path += '/' + QUrl::toPercentEncoding(word());
        const int queries = m_random.bounded(3);
        for (int i = 0; i < queries; ++i)
            path += (i == 0 ? '?' : '&') + QByteArray("name") + QByteArray::number(i) + '='
                + QUrl::toPercentEncoding(word());
        const auto verb = pick<QByteArray>({ "GET", "POST", "PUT", "DELETE", "HEAD" });
        const auto host = pick<QByteArray>({ "tc.example.com", "localhost", "127.0.0.1", "[::1]", "[2001:db8::7]" });
        return { verb, path, host, pick<int>({ 80, 443, 8080, 65535 }) };
    }

    QRandomGenerator m_random { 20'240'229 };
};

QJsonObject line(const HawkCase &from, const QByteArray &url)
{
    return { { u"url"_s, QString::fromLatin1(url) }, { u"host"_s, QString::fromLatin1(from.hostHeader()) },
        { u"tls"_s, from.isTls() }, { u"clientId"_s, from.credentials.clientId },
        { u"key"_s, from.credentials.accessToken } };
}

} // namespace

QByteArray HawkCase::hostHeader() const
{
    const bool usual = request.port == 80 || request.port == 443;
    return usual ? request.host : request.host + ':' + QByteArray::number(request.port);
}

tc::Result<QJsonObject> HawkCase::signedByHeader() const
{
    tc::hawk::SigningOptions options;
    options.authorizedScopes = authorizedScopes;
    if (body)
        options.payloadHash = tc::hawk::payloadHash(contentType, *body);
    const auto header = tc::hawk::authorizationHeader(credentials, request, options);
    if (!header)
        return { {}, header.error };
    QJsonObject result = line(*this, request.pathAndQuery);
    result.insert(u"kind"_s, u"header"_s);
    result.insert(u"verb"_s, QString::fromLatin1(request.verb));
    result.insert(u"authorization"_s, QString::fromLatin1(*header));
    if (body) {
        result.insert(u"payload"_s, QString::fromUtf8(*body));
        result.insert(u"contentType"_s, QString::fromLatin1(contentType));
    }
    return { result, {} };
}

tc::Result<QJsonObject> HawkCase::signedByBewit(qint64 expires) const
{
    const auto bewit = tc::hawk::bewit(credentials, request, expires, authorizedScopes);
    if (!bewit)
        return { {}, bewit.error };
    const char separator = request.pathAndQuery.contains('?') ? '&' : '?';
    QJsonObject result = line(*this, request.pathAndQuery + separator + "bewit=" + *bewit);
    result.insert(u"kind"_s, u"bewit"_s);
    result.insert(u"verb"_s, u"GET"_s);
    return { result, {} };
}

QJsonObject HawkCase::expectedExt() const
{
    QJsonObject ext;
    if (credentials.isTemporary())
        ext.insert(u"certificate"_s, QJsonDocument::fromJson(credentials.certificate.toUtf8()).object());
    if (authorizedScopes)
        ext.insert(u"authorizedScopes"_s, QJsonArray::fromStringList(*authorizedScopes));
    return ext;
}

QList<HawkCase> hawkCases(int count)
{
    Generator generator;
    QList<HawkCase> cases;
    for (int number = 0; number < count; ++number)
        cases += generator.next(number);
    return cases;
}
