// SPDX-License-Identifier: MPL-2.0
#include "transfer/hasher.h"

#include <QStringList>

#include <openssl/evp.h>

#include <array>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

const EVP_MD *algorithmNamed(const QString &name)
{
    if (name == "sha256"_L1)
        return EVP_sha256();
    if (name == "sha512"_L1)
        return EVP_sha512();
    return nullptr;
}

struct FreeContext {
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

} // namespace

struct Hasher::Running {
    QString name;
    std::unique_ptr<EVP_MD_CTX, FreeContext> context;
};

Hasher::Hasher(const QStringList &algorithms)
{
    for (const QString &name : algorithms) {
        const EVP_MD *algorithm = algorithmNamed(name);
        if (!algorithm)
            continue;
        Running running { name, std::unique_ptr<EVP_MD_CTX, FreeContext>(EVP_MD_CTX_new()) };
        EVP_DigestInit_ex(running.context.get(), algorithm, nullptr);
        m_running.push_back(std::move(running));
    }
}

Hasher::~Hasher() = default;

void Hasher::add(QByteArrayView bytes)
{
    for (const auto &running : m_running)
        EVP_DigestUpdate(running.context.get(), bytes.data(), static_cast<size_t>(bytes.size()));
}

Hashes Hasher::result() const
{
    Hashes hashes;
    for (const auto &running : m_running) {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest {};
        unsigned int length = 0;
        const std::unique_ptr<EVP_MD_CTX, FreeContext> copy(EVP_MD_CTX_new());
        EVP_MD_CTX_copy_ex(copy.get(), running.context.get());
        EVP_DigestFinal_ex(copy.get(), digest.data(), &length);
        hashes.insert(running.name,
            QByteArray(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(length)).toHex());
    }
    return hashes;
}

bool Hasher::knows(const QString &algorithm)
{
    return algorithmNamed(algorithm) != nullptr;
}

} // namespace tc
