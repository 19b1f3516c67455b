// SPDX-License-Identifier: MPL-2.0
#include <tc/hawk.h>

#include "auth/hmac.h"
#include "util/makeerror.h"
#include "util/text.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <openssl/evp.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tc::hawk {

namespace {

QByteArray normalized(QByteArrayView type, const Request &request, const Artifacts &artifacts)
{
    QByteArray ext = artifacts.ext;
    ext.replace('\\', "\\\\").replace('\n', "\\n");
    const std::array<QByteArray, 9> lines { "hawk.1." + type.toByteArray(), QByteArray::number(artifacts.timestamp),
        artifacts.nonce, request.verb.toUpper(), request.pathAndQuery, request.host.toLower(),
        QByteArray::number(request.port), artifacts.hash, ext };
    QByteArray text;
    for (const auto &line : lines)
        text += line + '\n';
    return text;
}

QByteArray newNonce()
{
    std::array<quint32, 2> random {};
    QRandomGenerator::system()->fillRange(random.data(), std::ssize(random));
    return QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// The services read a header's attributes with this set of characters.
bool canStandInHeader(const QString &clientId)
{
    return std::all_of(clientId.cbegin(), clientId.cend(),
        [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f && c != u'"' && c != u'\\'; });
}

/// Names what makes a signature too long, for a person who has to shorten something.
Error tooLong(const QString &what, qsizetype length, const Credentials &credentials,
    const std::optional<QStringList> &authorizedScopes, qsizetype pathLength)
{
    qsizetype scopes = 0;
    for (const auto &scope : authorizedScopes.value_or(QStringList {}))
        scopes += scope.size() + 3;
    struct Part {
        qsizetype length;
        QString text;
    };
    const std::array parts {
        Part { credentials.certificate.size(), Text::tr("the certificate of the temporary credentials (its scopes)") },
        Part { scopes, Text::tr("the list of authorized scopes") },
        Part { credentials.clientId.size(), Text::tr("the client id") },
        Part { pathLength, Text::tr("the path with its arguments") },
    };
    const auto longest = std::max_element(
        parts.begin(), parts.end(), [](const Part &a, const Part &b) { return a.length < b.length; });
    return usageError(
        Text::tr("The %1 would be %2 characters long, the services take %3. Too long is %4 (%5 characters).")
            .arg(what)
            .arg(length)
            .arg(maxLength)
            .arg(longest->text)
            .arg(longest->length));
}

} // namespace

QByteArray normalizedHeader(const Request &request, const Artifacts &artifacts)
{
    return normalized("header", request, artifacts);
}

QByteArray normalizedBewit(const Request &request, const Artifacts &artifacts)
{
    return normalized("bewit", request, artifacts);
}

QByteArray mac(const QByteArray &key, const QByteArray &normalized)
{
    return hmacSha256(key, normalized).toBase64();
}

QByteArray payloadHash(const QByteArray &contentType, const QByteArray &body)
{
    const qsizetype semicolon = contentType.indexOf(';');
    const QByteArray type = contentType.left(semicolon < 0 ? contentType.size() : semicolon).trimmed().toLower();
    const QByteArray text = "hawk.1.payload\n" + type + '\n' + body + '\n';
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest {};
    unsigned int length = 0;
    EVP_Digest(text.constData(), static_cast<size_t>(text.size()), digest.data(), &length, EVP_sha256(), nullptr);
    return QByteArray(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(length)).toBase64();
}

Result<QByteArray> ext(const Credentials &credentials, const std::optional<QStringList> &authorizedScopes)
{
    if (!credentials.isTemporary() && !authorizedScopes)
        return { QByteArray(), {} };
    QByteArrayList members;
    if (credentials.isTemporary()) {
        // As it came, so that members we do not know stay under its signature.
        const QByteArray certificate = credentials.certificate.toUtf8().trimmed();
        if (!QJsonDocument::fromJson(certificate).isObject())
            return { {}, usageError(Text::tr("The certificate of the temporary credentials is not a JSON object.")) };
        members += "\"certificate\":" + certificate;
    }
    if (authorizedScopes) {
        const QJsonDocument scopes(QJsonArray::fromStringList(*authorizedScopes));
        members += "\"authorizedScopes\":" + scopes.toJson(QJsonDocument::Compact);
    }
    return { QByteArray('{' + members.join(',') + '}').toBase64(), {} };
}

Result<QByteArray> authorizationHeader(
    const Credentials &credentials, const Request &request, const SigningOptions &options)
{
    if (!canStandInHeader(credentials.clientId))
        return { {}, usageError(Text::tr("The client id contains characters that no client id can have.")) };
    auto extension = ext(credentials, options.authorizedScopes);
    if (!extension)
        return extension;
    const Artifacts artifacts { options.timestamp.value_or(QDateTime::currentSecsSinceEpoch()),
        options.nonce.isEmpty() ? newNonce() : options.nonce, options.payloadHash, *extension };
    QByteArray header = "Hawk id=\"" + credentials.clientId.toLatin1() + "\", ts=\""
        + QByteArray::number(artifacts.timestamp) + "\", nonce=\"" + artifacts.nonce + '"';
    if (!artifacts.hash.isEmpty())
        header += ", hash=\"" + artifacts.hash + '"';
    if (!artifacts.ext.isEmpty())
        header += ", ext=\"" + artifacts.ext + '"';
    header += ", mac=\"" + mac(credentials.accessToken.toUtf8(), normalizedHeader(request, artifacts)) + '"';
    if (header.size() > maxLength)
        return { {}, tooLong(Text::tr("signature"), header.size(), credentials, options.authorizedScopes, 0) };
    return { header, {} };
}

Result<QByteArray> bewit(const Credentials &credentials, const Request &request, qint64 expires,
    const std::optional<QStringList> &authorizedScopes)
{
    if (!canStandInHeader(credentials.clientId))
        return { {}, usageError(Text::tr("The client id contains characters that no client id can have.")) };
    auto extension = ext(credentials, authorizedScopes);
    if (!extension)
        return extension;
    Request get = request;
    get.verb = "GET";
    const QByteArray signature
        = mac(credentials.accessToken.toUtf8(), normalizedBewit(get, { expires, {}, {}, *extension }));
    const QByteArray text
        = credentials.clientId.toLatin1() + '\\' + QByteArray::number(expires) + '\\' + signature + '\\' + *extension;
    const QByteArray bewit = text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const qsizetype length = request.pathAndQuery.size() + bewit.size() + qsizetype(sizeof "?bewit=") - 1;
    if (length > maxLength) {
        return { {},
            tooLong(Text::tr("path with its signature"), length, credentials, authorizedScopes,
                request.pathAndQuery.size()) };
    }
    return { bewit, {} };
}

} // namespace tc::hawk
