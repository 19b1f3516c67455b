// SPDX-License-Identifier: MPL-2.0
#include "demo/auth/hawkmac.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

namespace demo {

namespace {

bool isKnownAttribute(const QByteArray &name)
{
    static const QList<QByteArray> names = { "id", "ts", "nonce", "hash", "ext", "mac", "app", "dlg" };
    return names.contains(name);
}

bool isAttributeText(const QByteArray &text)
{
    // Printable ASCII without the quote and the backslash.
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
}

} // namespace

QByteArray hawkMac(const QByteArray &key, const HawkParts &parts)
{
    QByteArray ext = parts.ext;
    ext.replace('\\', "\\\\").replace('\n', "\\n");
    const QByteArray text = "hawk.1." + parts.kind + '\n' + parts.timestamp + '\n' + parts.nonce + '\n'
        + parts.method.toUpper() + '\n' + parts.resource + '\n' + parts.host.toLower() + '\n' + parts.port + '\n'
        + parts.hash + '\n' + ext + '\n';
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256).toBase64();
}

QByteArray hawkPayloadHash(const QByteArray &contentType, const QByteArray &body)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    const QByteArray text = "hawk.1.payload\n" + type + '\n' + body + '\n';
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64();
}

HawkAttributes parseHawkAttributes(const QByteArray &text)
{
    HawkAttributes parsed;
    qsizetype at = 0;
    while (at < text.size()) {
        const auto equals = text.indexOf("=\"", at);
        const auto quote = equals < 0 ? -1 : text.indexOf('"', equals + 2);
        if (quote < 0) {
            parsed.error = "Bad header format";
            return parsed;
        }
        const QByteArray name = text.mid(at, equals - at).trimmed();
        const QByteArray value = text.mid(equals + 2, quote - equals - 2);
        if (!isKnownAttribute(name))
            parsed.error = "Unknown attribute: " + name;
        else if (!isAttributeText(value))
            parsed.error = "Bad attribute value: " + name;
        else if (parsed.values.contains(name))
            parsed.error = "Duplicate attribute: " + name;
        if (!parsed.error.isEmpty())
            return parsed;
        parsed.values.insert(name, value);
        at = quote + 1;
        while (at < text.size() && (text[at] == ',' || text[at] == ' '))
            ++at;
    }
    return parsed;
}

QByteArray withBewit(const QByteArray &resource, const QByteArray &host, const QByteArray &port, qint64 expires,
    const QByteArray &clientId, const QByteArray &key)
{
    const QByteArray end = QByteArray::number(expires);
    const QByteArray mac = hawkMac(key, { "bewit", end, {}, "GET", resource, host, port, {}, {} });
    const QByteArray bewit = clientId + '\\' + end + '\\' + mac + '\\';
    return resource + (resource.contains('?') ? "&bewit=" : "?bewit=")
        + bewit.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

bool sameBytes(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a[i] ^ b[i];
    return difference == 0;
}

} // namespace demo
