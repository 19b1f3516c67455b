// SPDX-License-Identifier: MPL-2.0
#include "demo/util/slugs.h"

#include <QCryptographicHash>
#include <QUuid>

namespace demo {

namespace {

QString slugOf(QByteArray bytes)
{
    bytes.truncate(16);
    bytes[0] = static_cast<char>(bytes[0] & 0x7f);
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

QString slugFor(const QByteArray &text)
{
    return slugOf(QCryptographicHash::hash(text, QCryptographicHash::Sha1));
}

QString randomSlug()
{
    return slugOf(QUuid::createUuid().toRfc4122());
}

quint64 mix(quint64 a, quint64 b, quint64 c)
{
    quint64 x
        = a * 0x9e3779b97f4a7c15ULL + b * 0xbf58476d1ce4e5b9ULL + c * 0x94d049bb133111ebULL + 0x2545f4914f6cdd1dULL;
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9ULL;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

} // namespace demo
