// SPDX-License-Identifier: MPL-2.0
#include "core/util/slugid.h"

namespace core {

namespace {

constexpr qsizetype textLength = 22;
constexpr QLatin1StringView alphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

// Value of a character of base64url, or -1.
int sextet(char16_t c)
{
    if (c >= u'A' && c <= u'Z')
        return c - u'A';
    if (c >= u'a' && c <= u'z')
        return c - u'a' + 26;
    if (c >= u'0' && c <= u'9')
        return c - u'0' + 52;
    if (c == u'-')
        return 62;
    return c == u'_' ? 63 : -1;
}

} // namespace

std::optional<SlugId> SlugId::fromText(QStringView text)
{
    if (text.size() != textLength)
        return {};
    SlugId id;
    quint32 bits = 0;
    int have = 0;
    size_t filled = 0;
    for (const QChar c : text) {
        const int value = sextet(c.unicode());
        if (value < 0)
            return {};
        bits = (bits << 6) | static_cast<quint32>(value);
        have += 6;
        if (have >= 8) {
            have -= 8;
            id.bytes[filled++] = static_cast<quint8>(bits >> have);
        }
    }
    // 22 characters carry 132 bits. The last four are zero, and version and variant those of a random UUID.
    const bool canonical = (bits & 0xF) == 0;
    if (!canonical || (id.bytes[6] & 0xF0) != 0x40 || (id.bytes[8] & 0xC0) != 0x80)
        return {};
    return id;
}

QString SlugId::toText() const
{
    QString text(textLength, Qt::Uninitialized);
    quint32 bits = 0;
    int have = 0;
    size_t next = 0;
    for (QChar &c : text) {
        if (have < 6) {
            bits = (bits << 8) | (next < bytes.size() ? bytes[next] : 0U);
            ++next;
            have += 8;
        }
        have -= 6;
        c = QLatin1Char(alphabet[(bits >> have) & 0x3F]);
    }
    return text;
}

} // namespace core
