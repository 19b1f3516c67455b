// SPDX-License-Identifier: MPL-2.0
#include "demo/auth/certificate.h"

#include "demo/auth/scopes.h"

#include <QJsonArray>
#include <QMessageAuthenticationCode>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qint64 kSkew = 5 * 60 * 1000;
constexpr qint64 kLongest = 31LL * 24 * 3600 * 1000;
constexpr qsizetype kSeedLength = 44;

QString formError(const QJsonObject &json)
{
    const QJsonValue issuer = json["issuer"_L1];
    if (json["version"_L1].toInt() != 1)
        return u"ext.certificate.version must be 1"_s;
    if (!json["seed"_L1].isString())
        return u"ext.certificate.seed must be a string"_s;
    if (json["seed"_L1].toString().size() != kSeedLength)
        return u"ext.certificate.seed must be 44 characters"_s;
    if (!json["start"_L1].isDouble())
        return u"ext.certificate.start must be a Number"_s;
    if (!json["expiry"_L1].isDouble())
        return u"ext.certificate.expiry must be a Number"_s;
    if (!json["scopes"_L1].isArray())
        return u"ext.certificate.scopes must be an array"_s;
    const QJsonArray scopes = json["scopes"_L1].toArray();
    if (!std::all_of(scopes.begin(), scopes.end(),
            [](const QJsonValue &scope) { return scope.isString() && isScope(scope.toString()); }))
        return u"ext.certificate.scopes must be an array of valid scopes"_s;
    if (!issuer.isUndefined() && !issuer.isNull() && !issuer.isString())
        return u"ext.certificate.issuer must be a string"_s;
    if (!json["signature"_L1].isString())
        return u"ext.certificate.signature must be a string"_s;
    return {};
}

} // namespace

Certificate Certificate::parse(const QJsonObject &json, QString *error)
{
    Certificate certificate;
    *error = formError(json);
    if (!error->isEmpty())
        return certificate;
    certificate.issuer = json["issuer"_L1].toString();
    const QJsonArray scopes = json["scopes"_L1].toArray();
    for (const auto scope : scopes)
        certificate.scopes.append(scope.toString());
    certificate.start = json["start"_L1].toInteger();
    certificate.expiry = json["expiry"_L1].toInteger();
    certificate.seed = json["seed"_L1].toString();
    certificate.signature = json["signature"_L1].toString();
    return certificate;
}

QString Certificate::checkTimes(qint64 now) const
{
    if (start > now + kSkew)
        return u"ext.certificate.start > now"_s;
    if (expiry < now - kSkew)
        return u"ext.certificate.expiry < now"_s;
    if (expiry - start > kLongest)
        return u"ext.certificate cannot last longer than 31 days!"_s;
    return {};
}

QByteArray Certificate::signatureFor(const QString &clientId, const QByteArray &key) const
{
    QStringList lines = { u"version:1"_s };
    if (!issuer.isEmpty())
        lines << u"clientId:"_s + clientId << u"issuer:"_s + issuer;
    lines << u"seed:"_s + seed << u"start:%1"_s.arg(start) << u"expiry:%1"_s.arg(expiry) << u"scopes:"_s;
    lines += scopes;
    return QMessageAuthenticationCode::hash(lines.join(u'\n').toUtf8(), key, QCryptographicHash::Sha256).toBase64();
}

QByteArray Certificate::temporaryKey(const QByteArray &key) const
{
    return QMessageAuthenticationCode::hash(seed.toUtf8(), key, QCryptographicHash::Sha256)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace demo
