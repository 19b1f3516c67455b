// SPDX-License-Identifier: MPL-2.0
#include "demo/auth/authenticator.h"

#include "demo/auth/certificate.h"
#include "demo/auth/hawkmac.h"
#include "demo/auth/scopes.h"
#include "demo/util/jsonwriter.h"
#include "demo/util/slugs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qint64 kSkewSeconds = 15 * 60;
constexpr qsizetype kMaxHeader = 4096;

Identity refusal(const QString &why)
{
    Identity identity;
    identity.error = why;
    return identity;
}

struct Place {
    QByteArray host;
    QByteArray port;
};

// Where the client believed to send the request, as the services find it out behind their proxy.
Place placeOf(const HttpRequest &request)
{
    const HttpHeaders &headers = request.headers;
    QByteArray host = headers.value("host");
    QByteArray port = request.tls ? "443" : "80";
    const auto colon = host.lastIndexOf(':');
    if (colon >= 0 && host.indexOf(']', colon) < 0) {
        port = host.mid(colon + 1);
        host.truncate(colon);
    }
    if (headers.has("x-forwarded-port"))
        port = headers.value("x-forwarded-port");
    else if (headers.value("x-forwarded-proto") == "https")
        port = "443";
    return { host, port };
}

// ext is base64, standard or URL-safe, with or without padding, of a JSON object.
std::optional<QJsonObject> parseExt(QByteArray ext)
{
    ext.replace('-', '+').replace('_', '/');
    while (ext.endsWith('='))
        ext.chop(1);
    const auto decoded = QByteArray::fromBase64Encoding(ext, QByteArray::AbortOnBase64DecodingErrors);
    const QJsonDocument document = decoded ? QJsonDocument::fromJson(*decoded) : QJsonDocument();
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

} // namespace

Identity Authenticator::identify(const HttpRequest &request) const
{
    const bool bewit = request.query().startsWith("bewit=") || request.query().contains("&bewit=");
    const bool header = request.headers.has("authorization");
    if (bewit && header) {
        return refusal(u"Cannot use two authentication schemes at once this request has both bewit in querystring "
                       "and 'authorization' header"_s);
    }
    if (bewit)
        return fromBewit(request);
    return header ? fromHeader(request) : anonymous();
}

Identity Authenticator::anonymous() const
{
    Identity identity;
    identity.scopes = expanded({ u"assume:anonymous"_s }, m_state.roles);
    return identity;
}

Identity Authenticator::fromToken(const QJsonObject &token) const
{
    if (token.isEmpty())
        return anonymous();
    QByteArray ext;
    if (token.contains("certificate"_L1)) {
        const QJsonObject extension { { u"certificate"_s, token["certificate"_L1] } };
        ext = QJsonDocument(extension).toJson(QJsonDocument::Compact).toBase64();
    }
    QByteArray key;
    Identity identity = resolve(token["clientId"_L1].toString(), ext, &key);
    if (!identity.refused() && !sameBytes(key, token["accessToken"_L1].toString().toUtf8()))
        return refusal(u"Unauthorized: Bad mac"_s);
    return identity;
}

Identity Authenticator::fromHeader(const HttpRequest &request) const
{
    const QByteArray header = request.headers.value("authorization");
    if (header.size() > kMaxHeader)
        return refusal(u"Bad Request: Header length too long"_s);
    if (!header.left(5).toLower().startsWith("hawk "))
        return refusal(u"Unauthorized: Unauthorized"_s);
    const HawkAttributes attributes = parseHawkAttributes(header.mid(5).trimmed());
    if (!attributes.error.isEmpty())
        return refusal(u"Bad Request: "_s + QString::fromLatin1(attributes.error));
    const auto &values = attributes.values;
    for (const char *needed : { "id", "ts", "nonce", "mac" }) {
        if (!values.contains(needed))
            return refusal(u"Bad Request: Missing attributes"_s);
    }
    QByteArray key;
    Identity identity = resolve(QString::fromUtf8(values["id"]), values["ext"], &key);
    if (identity.refused())
        return identity;
    const Place place = placeOf(request);
    const QByteArray mac = hawkMac(key,
        { "header", values["ts"], values["nonce"], request.method, request.target, place.host, place.port,
            values["hash"], values["ext"] });
    if (!sameBytes(mac, values["mac"]))
        return refusal(u"Unauthorized: Bad mac"_s);
    if (values.contains("hash")) {
        const QByteArray expected = hawkPayloadHash(request.headers.value("content-type"), request.body);
        if (expected.size() != values["hash"].size()) {
            identity.broken = true;
            return identity;
        }
        if (!sameBytes(expected, values["hash"]))
            return refusal(u"Unauthorized: Bad payload hash"_s);
    }
    bool isNumber = false;
    const qint64 timestamp = values["ts"].toLongLong(&isNumber);
    if (!isNumber || std::abs(timestamp * 1000 - m_now) > kSkewSeconds * 1000)
        return refusal(u"Unauthorized: Stale timestamp"_s);
    return identity;
}

Identity Authenticator::fromBewit(const HttpRequest &request) const
{
    if (request.target.size() > kMaxHeader)
        return refusal(u"Bad Request: Resource path exceeds max length"_s);
    static const QRegularExpression pattern(u"^(/.*)([?&])bewit=([^&$]*)(?:&(.+))?$"_s);
    const auto match = pattern.match(QString::fromLatin1(request.target));
    const QByteArray bewit = match.captured(3).toLatin1();
    if (!match.hasMatch() || bewit.isEmpty())
        return refusal(u"Unauthorized: Empty bewit"_s);
    if (request.method != "GET" && request.method != "HEAD")
        return refusal(u"Unauthorized: Invalid method"_s);
    const auto decoded = QByteArray::fromBase64Encoding(
        bewit, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QList<QByteArray> parts = decoded ? (*decoded).split('\\') : QList<QByteArray>();
    if (parts.size() != 4)
        return refusal(u"Bad Request: Invalid bewit structure"_s);
    QByteArray resource = match.captured(1).toLatin1();
    if (!match.captured(4).isEmpty())
        resource += match.captured(2).toLatin1() + match.captured(4).toLatin1();
    return checkBewit(parts, request, resource);
}

Identity Authenticator::checkBewit(
    const QList<QByteArray> &parts, const HttpRequest &request, const QByteArray &resource) const
{
    if (parts[0].isEmpty() || parts[1].isEmpty() || parts[2].isEmpty())
        return refusal(u"Bad Request: Missing bewit attributes"_s);
    if (parts[1].toLongLong() * 1000 <= m_now)
        return refusal(u"Unauthorized: Access expired"_s);
    QByteArray key;
    Identity identity = resolve(QString::fromUtf8(parts[0]), parts[3], &key);
    if (identity.refused())
        return identity;
    const Place place = placeOf(request);
    const QByteArray mac
        = hawkMac(key, { "bewit", parts[1], {}, "GET", resource, place.host, place.port, {}, parts[3] });
    return sameBytes(mac, parts[2]) ? identity : refusal(u"Unauthorized: Bad mac"_s);
}

Identity Authenticator::resolve(const QString &clientId, const QByteArray &ext, QByteArray *key) const
{
    QJsonObject extension;
    if (!ext.isEmpty()) {
        const auto parsed = parseExt(ext);
        if (!parsed)
            return refusal(u"Failed to parse ext"_s);
        extension = *parsed;
    }
    const QJsonValue certificate = extension["certificate"_L1];
    const bool temporary = !certificate.isUndefined() && !certificate.isNull();
    if (temporary && !certificate.isObject())
        return refusal(u"ext.certificate must be an object"_s);
    const QString issuer = certificate.toObject()["issuer"_L1].toString(clientId);
    const auto client = m_state.clients.constFind(issuer);
    if (client == m_state.clients.constEnd())
        return refusal(u"Client with clientId '%1' not found"_s.arg(issuer));
    if (client->disabled)
        return refusal(u"Client with clientId '%1' is disabled"_s.arg(issuer));
    if (client->expires < m_now)
        return refusal(u"Client with clientId: '%1' has expired"_s.arg(issuer));
    Identity identity;
    identity.authenticated = true;
    identity.clientId = clientId;
    identity.scopes = expanded(client->scopes, m_state.roles);
    *key = client->accessToken.toUtf8();
    QString error = temporary ? checkCertificate(certificate.toObject(), clientId, &identity, key) : QString();
    if (error.isEmpty()) {
        identity.scopes = expanded(identity.scopes + QStringList { u"assume:anonymous"_s }, m_state.roles);
        error = narrow(extension, &identity);
    }
    return error.isEmpty() ? identity : refusal(error);
}

QString Authenticator::checkCertificate(
    const QJsonObject &json, const QString &clientId, Identity *identity, QByteArray *key) const
{
    QString error;
    const Certificate certificate = Certificate::parse(json, &error);
    if (!error.isEmpty())
        return error;
    if (certificate.issuer == clientId)
        return u"ext.certificate.issuer must differ from the supplied clientId"_s;
    if (error = certificate.checkTimes(m_now); !error.isEmpty())
        return error;
    const QString creation = u"auth:create-client:"_s + clientId;
    if (!certificate.issuer.isEmpty() && !hasScope(identity->scopes, creation))
        return u"ext.certificate issuer `%1` doesn't have sufficient scopes `%2`"_s.arg(certificate.issuer, creation);
    if (!sameBytes(certificate.signatureFor(clientId, *key), certificate.signature.toUtf8()))
        return u"ext.certificate.signature is not valid, or wrong clientId provided"_s;
    for (const QString &scope : certificate.scopes) {
        if (!hasScope(identity->scopes, scope))
            return u"ext.certificate issuer `%1` doesn't satisfy certificate's scopes `%2`"_s.arg(
                certificate.issuer.isEmpty() ? clientId : certificate.issuer, certificate.scopes.join(u", "_s));
    }
    identity->scopes = expanded(certificate.scopes, m_state.roles);
    *key = certificate.temporaryKey(*key);
    return {};
}

QString Authenticator::narrow(const QJsonObject &extension, Identity *identity) const
{
    const QJsonValue list = extension["authorizedScopes"_L1];
    if (list.isUndefined() || list.isNull())
        return {};
    if (!list.isArray())
        return u"ext.authorizedScopes must be an array"_s;
    QStringList authorized;
    const QJsonArray scopes = list.toArray();
    for (const auto scope : scopes) {
        if (!scope.isString() || !isScope(scope.toString()))
            return u"ext.authorizedScopes must be an array of valid scopes"_s;
        authorized.append(scope.toString());
    }
    const bool held = std::all_of(authorized.begin(), authorized.end(),
        [identity](const QString &scope) { return hasScope(identity->scopes, scope); });
    if (!held) {
        return u"Supplied credentials do not satisfy authorizedScopes; credentials have scopes:\n\n```\n%1\n```\n\n"
               "authorizedScopes are:\n\n```\n%2\n```"_s.arg(identity->scopes.join(u'\n'), authorized.join(u'\n'));
    }
    identity->scopes = expanded(authorized + QStringList { u"assume:anonymous"_s }, m_state.roles);
    return {};
}

TemporaryCredentials issueCredentials(
    const AuthClient &issuer, const QString &name, const QStringList &scopes, qint64 start, qint64 expiry)
{
    Certificate certificate;
    certificate.issuer = name == issuer.clientId ? QString() : issuer.clientId;
    certificate.scopes = scopes;
    certificate.start = start;
    certificate.expiry = expiry;
    certificate.seed = randomSlug() + randomSlug();
    const QByteArray key = issuer.accessToken.toUtf8();
    QJsonObject json = { { u"version"_s, 1 }, { u"scopes"_s, QJsonArray::fromStringList(scopes) },
        { u"start"_s, start }, { u"expiry"_s, expiry }, { u"seed"_s, certificate.seed },
        { u"signature"_s, QString::fromLatin1(certificate.signatureFor(name, key)) } };
    if (!certificate.issuer.isEmpty())
        json.insert(u"issuer"_s, certificate.issuer);
    return { name, QString::fromLatin1(certificate.temporaryKey(key)),
        QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)) };
}

} // namespace demo
