// SPDX-License-Identifier: MPL-2.0
#include <tc/temporarycredentials.h>

#include "auth/certificate.h"
#include "auth/hmac.h"
#include "util/makeerror.h"
#include "util/text.h"

#include <tc/hawk.h>
#include <tc/scopes.h>
#include <tc/slugid.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

constexpr qint64 longestDays = 31;
constexpr qint64 day = 24LL * 3600 * 1000;

QString issuerFault(const Credentials &issuer)
{
    if (issuer.clientId.isEmpty())
        return Text::tr("Temporary credentials need an issuer with a client id.");
    if (issuer.accessToken.isEmpty())
        return Text::tr("Temporary credentials need an issuer with an access token.");
    if (issuer.isTemporary())
        return Text::tr("Temporary credentials cannot be made from temporary credentials, only from permanent ones.");
    return {};
}

QString nameFault(const Credentials &issuer, const QString &name)
{
    if (!name.isEmpty() && name == issuer.clientId)
        return Text::tr("Named temporary credentials need a name other than their issuer's client id.");
    if (!scopes::isValid(name) || !scopes::isValid(issuer.clientId))
        return Text::tr("The client id contains characters that no client id can have.");
    return {};
}

QString timeFault(const QDateTime &start, const QDateTime &expiry)
{
    if (!start.isValid() || !expiry.isValid())
        return Text::tr("Start and end of temporary credentials must be valid times.");
    const qint64 length = start.msecsTo(expiry);
    if (length <= 0)
        return Text::tr("Temporary credentials must end after they begin.");
    if (length > longestDays * day)
        return Text::tr("Temporary credentials last %1 days at most.").arg(longestDays);
    return {};
}

QString scopesFault(const QStringList &list)
{
    const bool valid
        = std::all_of(list.cbegin(), list.cend(), [](const QString &scope) { return scopes::isValid(scope); });
    return valid ? QString() : Text::tr("A scope consists of printable ASCII characters.");
}

Certificate makeCertificate(
    const Credentials &issuer, const TemporaryCredentialsOptions &options, const QDateTime &start)
{
    Certificate certificate;
    certificate.scopes = options.scopes;
    certificate.start = start.toUTC();
    certificate.expiry = options.expiry.toUTC();
    certificate.seed = slugIdV4() + slugIdV4();
    if (!options.clientId.isEmpty())
        certificate.issuer = issuer.clientId;
    const QByteArray text = certificateText(certificate, options.clientId);
    certificate.signature = QString::fromLatin1(hmacSha256(issuer.accessToken.toUtf8(), text).toBase64());
    return certificate;
}

} // namespace

Result<Credentials> createTemporaryCredentials(const Credentials &issuer, const TemporaryCredentialsOptions &options)
{
    const QDateTime start = options.start.value_or(QDateTime::currentDateTimeUtc());
    for (const QString &fault : { issuerFault(issuer), nameFault(issuer, options.clientId),
             timeFault(start, options.expiry), scopesFault(options.scopes) }) {
        if (!fault.isEmpty())
            return { {}, usageError(fault) };
    }
    const Certificate certificate = makeCertificate(issuer, options, start);
    Credentials credentials;
    credentials.clientId = options.clientId.isEmpty() ? issuer.clientId : options.clientId;
    credentials.accessToken
        = QString::fromLatin1(hmacSha256(issuer.accessToken.toUtf8(), certificate.seed.toLatin1())
                                  .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    credentials.certificate = certificateJson(certificate);
    // Whoever gets credentials that cannot sign anything learns it when it is too late to do something about it.
    const auto trial = hawk::authorizationHeader(credentials, { "GET", "/", "localhost", 443 });
    if (!trial)
        return { {}, trial.error };
    return { credentials, {} };
}

} // namespace tc
