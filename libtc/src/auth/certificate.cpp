// SPDX-License-Identifier: MPL-2.0
#include "auth/certificate.h"

#include "util/makeerror.h"
#include "util/text.h"

#include <QJsonDocument>

#include <cmath>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

constexpr qsizetype seedLength = 44;
/// The time farthest from 1970 that the services, written in JavaScript, can read; in milliseconds.
constexpr double farthest = 8.64e15;

/// Takes members out of a certificate's JSON; keeps the name of the first that is not as it should be.
class CertificateReader
{
public:
    explicit CertificateReader(QJsonObject json) : m_json(std::move(json)) { }

    QString text(QLatin1StringView name)
    {
        const QJsonValue value = m_json[name];
        if (!value.isString())
            fail(name);
        return value.toString();
    }

    QDateTime time(QLatin1StringView name)
    {
        const double milliseconds = m_json[name].toDouble(std::numeric_limits<double>::infinity());
        if (std::abs(milliseconds) > farthest || milliseconds != std::trunc(milliseconds)) {
            fail(name);
            return {};
        }
        return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(milliseconds), Qt::UTC);
    }

    QStringList texts(QLatin1StringView name)
    {
        if (!m_json[name].isArray())
            fail(name);
        QStringList list;
        const QJsonArray array = m_json[name].toArray();
        for (const auto &value : array) {
            if (!value.isString())
                fail(name);
            list.append(value.toString());
        }
        return list;
    }

    bool isAbsent(QLatin1StringView name) const { return m_json[name].isUndefined() || m_json[name].isNull(); }

    void fail(QLatin1StringView name)
    {
        if (m_bad.isEmpty())
            m_bad = name;
    }
    QLatin1StringView bad() const { return m_bad; }

private:
    QJsonObject m_json;
    QLatin1StringView m_bad;
};

} // namespace

QByteArray certificateText(const Certificate &certificate, const QString &name)
{
    QStringList lines { u"version:%1"_s.arg(certificate.version) };
    if (!certificate.issuer.isEmpty())
        lines << u"clientId:"_s + name << u"issuer:"_s + certificate.issuer;
    lines << u"seed:"_s + certificate.seed;
    lines << u"start:"_s + QString::number(certificate.start.toMSecsSinceEpoch());
    lines << u"expiry:"_s + QString::number(certificate.expiry.toMSecsSinceEpoch());
    lines << u"scopes:"_s << certificate.scopes;
    // Between the lines, not behind them: behind the last one the services expect nothing, without scopes too.
    return lines.join(u'\n').toUtf8();
}

QString certificateJson(const Certificate &certificate)
{
    QJsonObject json { { u"version"_s, certificate.version },
        { u"scopes"_s, QJsonArray::fromStringList(certificate.scopes) },
        { u"start"_s, certificate.start.toMSecsSinceEpoch() }, { u"expiry"_s, certificate.expiry.toMSecsSinceEpoch() },
        { u"seed"_s, certificate.seed }, { u"signature"_s, certificate.signature } };
    if (!certificate.issuer.isEmpty())
        json.insert("issuer"_L1, certificate.issuer);
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<Certificate> parseCertificate(const QString &certificate)
{
    const auto json = Json::parse(certificate.toUtf8());
    if (!json || !json->isObject())
        return { {}, usageError(Text::tr("The certificate of the temporary credentials is not a JSON object.")) };
    CertificateReader reader(json->toObject());
    Certificate result;
    result.start = reader.time("start"_L1);
    result.expiry = reader.time("expiry"_L1);
    result.scopes = reader.texts("scopes"_L1);
    result.seed = reader.text("seed"_L1);
    result.signature = reader.text("signature"_L1);
    if (!reader.isAbsent("issuer"_L1))
        result.issuer = reader.text("issuer"_L1);
    if (result.seed.size() != seedLength)
        reader.fail("seed"_L1);
    if (json->toObject()["version"_L1] != QJsonValue(result.version))
        reader.fail("version"_L1);
    if (!reader.bad().isEmpty()) {
        const QString message = Text::tr("The certificate of the temporary credentials has no usable \"%1\".");
        return { {}, usageError(message.arg(reader.bad())) };
    }
    return { result, {} };
}

Result<CredentialInformation> credentialInformation(const Credentials &credentials, const QDateTime &now)
{
    CredentialInformation information;
    if (credentials.isAnonymous()) {
        information.active = true;
        return { information, {} };
    }
    information.clientId = credentials.clientId;
    information.issuer = credentials.clientId;
    information.type = CredentialInformation::Type::Permanent;
    information.active = true;
    if (!credentials.isTemporary())
        return { information, {} };
    const auto certificate = parseCertificate(credentials.certificate);
    if (!certificate)
        return { {}, certificate.error };
    information.type = CredentialInformation::Type::Temporary;
    if (!certificate->issuer.isEmpty())
        information.issuer = certificate->issuer;
    information.start = certificate->start;
    information.expiry = certificate->expiry;
    information.scopes = certificate->scopes;
    information.active = certificate->start <= now && now < certificate->expiry;
    return { information, {} };
}

} // namespace tc
