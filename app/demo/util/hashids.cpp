// SPDX-License-Identifier: MPL-2.0
#include "demo/util/hashids.h"

#include <QList>
#include <QString>

#include <utility>

namespace demo {

namespace {

constexpr auto kSalt = "salt";
constexpr qsizetype kMinLength = 10;

QByteArray shuffled(QByteArray alphabet, const QByteArray &salt)
{
    if (salt.isEmpty())
        return alphabet;
    qsizetype saltAt = 0;
    qsizetype sum = 0;
    for (qsizetype i = alphabet.size() - 1; i > 0; --i, ++saltAt) {
        saltAt %= salt.size();
        const qsizetype code = static_cast<unsigned char>(salt[saltAt]);
        sum += code;
        std::swap(alphabet[i], alphabet[(code + saltAt + sum) % i]);
    }
    return alphabet;
}

struct Alphabets {
    QByteArray letters;
    QByteArray guards;
};

// The scheme splits its 62 characters in separators (c, f, h, i, s, t, u: a single number needs none), guards and
// letters.
Alphabets makeAlphabets()
{
    const QByteArray letters = shuffled("abdegjklmnopqrvwxyzABDEGJKLMNOPQRVWXYZ1234567890", kSalt);
    constexpr qsizetype kGuards = 4;
    return { letters.mid(kGuards), letters.left(kGuards) };
}

const Alphabets &alphabets()
{
    static const Alphabets made = makeAlphabets();
    return made;
}

QByteArray digits(quint64 number, const QByteArray &alphabet)
{
    const auto base = static_cast<quint64>(alphabet.size());
    QByteArray text;
    do {
        text.prepend(alphabet[static_cast<qsizetype>(number % base)]);
        number /= base;
    } while (number > 0);
    return text;
}

QByteArray alphabetFor(char lottery)
{
    const QByteArray &letters = alphabets().letters;
    const QByteArray salt = lottery + QByteArray(kSalt) + letters;
    return shuffled(letters, salt.left(letters.size()));
}

QByteArray padded(QByteArray text, quint64 id, QByteArray alphabet)
{
    const QByteArray &guards = alphabets().guards;
    const auto guardFor = [&](char c) {
        const auto code = static_cast<unsigned char>(c);
        return guards[static_cast<qsizetype>((id + code) % static_cast<quint64>(guards.size()))];
    };
    if (text.size() < kMinLength)
        text.prepend(guardFor(text[0]));
    if (text.size() < kMinLength)
        text.append(guardFor(text[2]));
    const qsizetype half = alphabet.size() / 2;
    while (text.size() < kMinLength) {
        alphabet = shuffled(alphabet, alphabet);
        text = alphabet.mid(half) + text + alphabet.left(half);
        if (const qsizetype excess = text.size() - kMinLength; excess > 0)
            text = text.mid(excess / 2, kMinLength);
    }
    return text;
}

} // namespace

QByteArray encodeOffset(quint64 offset)
{
    const QByteArray &letters = alphabets().letters;
    const quint64 id = offset % 100;
    const char lottery = letters[static_cast<qsizetype>(id % static_cast<quint64>(letters.size()))];
    const QByteArray alphabet = alphabetFor(lottery);
    return padded(lottery + digits(offset, alphabet), id, alphabet);
}

std::optional<quint64> decodeOffset(const QByteArray &token)
{
    for (const char c : token) {
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')))
            return std::nullopt;
    }
    QByteArray core = token;
    for (const char guard : alphabets().guards)
        core.replace(guard, ' ');
    const QList<QByteArray> parts = core.split(' ');
    core = parts.size() == 2 || parts.size() == 3 ? parts[1] : parts[0];
    quint64 number = 0;
    if (core.size() < 2 || core.size() > 11)
        return number;
    const QByteArray alphabet = alphabetFor(core[0]);
    const QByteArray digits = core.mid(1);
    for (const char c : digits) {
        const auto digit = alphabet.indexOf(c);
        if (digit < 0)
            return 0;
        number = number * static_cast<quint64>(alphabet.size()) + static_cast<quint64>(digit);
    }
    return encodeOffset(number) == token ? number : 0;
}

} // namespace demo
