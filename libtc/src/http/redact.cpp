// SPDX-License-Identifier: MPL-2.0
#include "http/redact.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

const auto mask = "[redacted]"_L1;

struct Pattern {
    QRegularExpression expression;
    QString replacement;
};

/// What gives a secret away by the words before it. Quotes may be escaped: the text may be a string inside JSON.
const QList<Pattern> &patterns()
{
    static const QList<Pattern> list = [] {
        const auto option = QRegularExpression::CaseInsensitiveOption;
        QList<Pattern> all;
        // bewit=…, X-Amz-Signature=…, sig=… in a URL or a form
        all.append(
            { QRegularExpression(
                  u"\\b(bewit|x-amz-signature|x-amz-credential|x-amz-security-token|x-goog-signature|x-goog-credential|signature|sig|access_?token)=[^&\\s\"'<>\\\\]+"_s,
                  option),
                u"\\1=[redacted]"_s });
        // "accessToken": "…"
        all.append(
            { QRegularExpression(u"(\\\\?\"(?:accessToken|access_token)\\\\?\"\\s*:\\s*\\\\?\")[^\"\\\\]*"_s, option),
                u"\\1[redacted]"_s });
        // Hawk id="…", …, mac="…" and other schemes, after the header's name
        all.append(
            { QRegularExpression(
                  u"(authorization\\\\?\"?\\s*[:=]\\s*\\\\?\"?)(?:hawk|bearer|basic)\\s[^\\r\\n]*?(?=\\\\?\"?\\s*(?:[},\\r\\n]\\s*\\\\?\"?[a-z]+\\\\?\"?:|[\\r\\n}]|$))"_s,
                  option),
                u"\\1[redacted]"_s });
        // whatever is left of a Hawk header
        all.append({ QRegularExpression(u"\\b(mac|hash|nonce|ext)=(\\\\?[\"'])[^\"'\\\\]*"_s, option),
            u"\\1=\\2[redacted]"_s });
        // a scheme with its value; a word of prose has neither digits nor capitals
        all.append(
            { QRegularExpression(u"\\b(bearer|basic)\\s+(?-i:(?=\\S*[A-Z0-9=]))[A-Za-z0-9+/=._~-]{8,}"_s, option),
                u"\\1 [redacted]"_s });
        return all;
    }();
    return list;
}

/// Whether any pattern can match at all: most texts have none of these words, and the patterns are slow.
bool mayHoldSecret(QByteArrayView text)
{
    static constexpr std::array words { "bewit", "oken", "ignature",
        "sig=", "mac=", "hash=", "nonce=", "ext=", "uthorization", "earer", "asic ", "redential" };
    return std::any_of(
        words.begin(), words.end(), [text](const char *word) { return text.contains(QByteArrayView(word)); });
}

} // namespace

void Redactor::addSecret(const QByteArray &secret)
{
    if (secret.size() >= 8 && !m_secrets.contains(secret))
        m_secrets.append(secret);
}

void Redactor::addCredentials(const Credentials &credentials)
{
    addSecret(credentials.accessToken.toUtf8());
    if (!credentials.isTemporary())
        return;
    const QJsonObject certificate = QJsonDocument::fromJson(credentials.certificate.toUtf8()).object();
    addSecret(certificate.value("seed"_L1).toString().toUtf8());
    addSecret(certificate.value("signature"_L1).toString().toUtf8());
}

QByteArray Redactor::redact(QByteArray text) const
{
    for (const auto &secret : m_secrets)
        text.replace(secret, QByteArrayView(mask.data(), mask.size()));
    if (!mayHoldSecret(text))
        return text;
    QString copy = QString::fromUtf8(text);
    for (const auto &[expression, replacement] : patterns())
        copy.replace(expression, replacement);
    return copy.toUtf8();
}

QString Redactor::redact(const QString &text) const
{
    return QString::fromUtf8(redact(text.toUtf8()));
}

QString Redactor::url(const QUrl &url)
{
    QUrl copy = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    return Redactor().redact(copy.toString(QUrl::FullyEncoded));
}

} // namespace tc
