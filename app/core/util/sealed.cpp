// SPDX-License-Identifier: MPL-2.0
#include "core/util/sealed.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>

namespace core::sealed {

namespace {

constexpr int keySize = 32;
constexpr int nonceSize = 12;
constexpr int tagSize = 16;
const QByteArrayView form("TCD1"); // of what follows: nonce, text, tag
constexpr int formSize = 4;
constexpr qsizetype largest = 64 * 1024 * 1024;

struct ContextDeleter {
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, ContextDeleter>;

const unsigned char *bytes(const QByteArray &array, qsizetype from = 0)
{
    return reinterpret_cast<const unsigned char *>(array.constData()) + from;
}

unsigned char *bytes(QByteArray &array, qsizetype from = 0)
{
    return reinterpret_cast<unsigned char *>(array.data()) + from;
}

int sizeOf(const QByteArray &array)
{
    return static_cast<int>(array.size());
}

} // namespace

QByteArray newKey()
{
    QByteArray key(keySize, '\0');
    return RAND_bytes(bytes(key), keySize) == 1 ? key : QByteArray();
}

bool isKey(const QByteArray &key)
{
    return key.size() == keySize;
}

QByteArray seal(const QByteArray &plain, const QByteArray &key, const QByteArray &label)
{
    const Context context(EVP_CIPHER_CTX_new());
    QByteArray result(formSize + nonceSize + plain.size() + tagSize, '\0');
    result.replace(0, formSize, form);
    if (!context || !isKey(key) || plain.size() > largest || RAND_bytes(bytes(result, formSize), nonceSize) != 1)
        return {};
    int length = 0;
    const bool isDone
        = EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytes(key), bytes(result, formSize)) == 1
        && EVP_EncryptUpdate(context.get(), nullptr, &length, bytes(label), sizeOf(label)) == 1
        && EVP_EncryptUpdate(context.get(), bytes(result, formSize + nonceSize), &length, bytes(plain), sizeOf(plain))
            == 1
        && EVP_EncryptFinal_ex(context.get(), bytes(result, formSize + nonceSize + plain.size()), &length) == 1
        && EVP_CIPHER_CTX_ctrl(
               context.get(), EVP_CTRL_GCM_GET_TAG, tagSize, bytes(result, formSize + nonceSize + plain.size()))
            == 1;
    return isDone ? result : QByteArray();
}

std::optional<QByteArray> open(const QByteArray &sealed, const QByteArray &key, const QByteArray &label)
{
    const Context context(EVP_CIPHER_CTX_new());
    const qsizetype size = sealed.size() - formSize - nonceSize - tagSize;
    if (!context || !isKey(key) || size < 0 || size > largest || !sealed.startsWith(form))
        return {};
    QByteArray plain(size, '\0');
    QByteArray tag = sealed.last(tagSize);
    int length = 0;
    const bool isDone
        = EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytes(key), bytes(sealed, formSize)) == 1
        && EVP_DecryptUpdate(context.get(), nullptr, &length, bytes(label), sizeOf(label)) == 1
        && EVP_DecryptUpdate(
               context.get(), bytes(plain), &length, bytes(sealed, formSize + nonceSize), static_cast<int>(size))
            == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, tagSize, bytes(tag)) == 1
        && EVP_DecryptFinal_ex(context.get(), bytes(plain, size), &length) == 1;
    if (!isDone)
        return {};
    return plain;
}

} // namespace core::sealed
