// SPDX-License-Identifier: MPL-2.0
#include <tc/slugid.h>

#include <QRandomGenerator>

#include <array>

namespace tc {

namespace {

constexpr qsizetype textLength = 22;
constexpr qsizetype byteLength = 16;
constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray randomBytes()
{
    std::array<quint32, byteLength / sizeof(quint32)> random {};
    QRandomGenerator::system()->fillRange(random.data(), std::ssize(random));
    return { reinterpret_cast<const char *>(random.data()), byteLength };
}

/// Puts \a value into the bits of \a byte that \a mask names.
void setBits(char &byte, int mask, int value)
{
    byte = static_cast<char>((byte & ~mask) | value);
}

/// Sixteen random bytes with version and variant of a random UUID.
QByteArray newUuid()
{
    QByteArray bytes = randomBytes();
    setBits(bytes[6], 0xf0, 0x40);
    setBits(bytes[8], 0xc0, 0x80);
    return bytes;
}

QString toText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64(base64));
}

} // namespace

QString slugId()
{
    QByteArray bytes = newUuid();
    setBits(bytes[0], 0x80, 0); // then the first character is one of A to Z and a to f
    return toText(bytes);
}

QString slugIdV4()
{
    return toText(newUuid());
}

QString encodeSlugId(const QUuid &uuid)
{
    return toText(uuid.toRfc4122());
}

std::optional<QUuid> decodeSlugId(QStringView slugId)
{
    if (slugId.size() != textLength)
        return {};
    const QByteArray text = slugId.toLatin1();
    const auto decoded = QByteArray::fromBase64Encoding(text, base64 | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {};
    const QByteArray &bytes = *decoded;
    const bool isVersion4 = bytes.size() == byteLength && (bytes[6] & 0xf0) == 0x40 && (bytes[8] & 0xc0) == 0x80;
    // 22 characters have four bits more than 16 bytes, and the decoder does not mind what they are.
    if (!isVersion4 || bytes.toBase64(base64) != text)
        return {};
    return QUuid::fromRfc4122(bytes);
}

QString StableSlugIds::operator()(const QString &name)
{
    QString &id = m_ids[name];
    if (id.isEmpty())
        id = slugId();
    return id;
}

} // namespace tc
