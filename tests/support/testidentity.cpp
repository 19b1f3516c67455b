// SPDX-License-Identifier: MPL-2.0
#include "testidentity.h"

#include <QSslCertificate>
#include <QSslKey>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

namespace tc::test {

namespace {

template <auto Free>
struct Deleter {
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Deleter<X509_free>>;

template <typename Write>
QByteArray toPem(Write write)
{
    const std::unique_ptr<BIO, Deleter<BIO_vfree>> bio(BIO_new(BIO_s_mem()));
    write(bio.get());
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return { data, static_cast<qsizetype>(size) };
}

void addExtension(X509 *certificate, int nid, const char *value)
{
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

/// A certificate for \a key, valid for a day around now, not yet signed.
Certificate draft(EVP_PKEY *key, const char *name, long serial)
{
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 24L * 3600);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
        reinterpret_cast<const unsigned char *>(name), -1, -1, 0);
    return certificate;
}

QSslConfiguration makeServerTls(X509 *certificate, EVP_PKEY *key)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(toPem([certificate](BIO *bio) { PEM_write_bio_X509(bio, certificate); })));
    tls.setPrivateKey(
        QSslKey(toPem([key](BIO *bio) { PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr); }),
            QSsl::Ec));
    return tls;
}

struct Identities {
    QSslConfiguration server;
    QSslConfiguration selfSigned;
    QSslConfiguration client;
};

Identities makeIdentities()
{
    const Key authorityKey(EVP_EC_gen("P-256"));
    const Key serverKey(EVP_EC_gen("P-256"));
    const Certificate authority = draft(authorityKey.get(), "Test authority", 1);
    X509_set_issuer_name(authority.get(), X509_get_subject_name(authority.get()));
    addExtension(authority.get(), NID_basic_constraints, "critical,CA:TRUE");
    X509_sign(authority.get(), authorityKey.get(), EVP_sha256());

    const Certificate server = draft(serverKey.get(), "localhost", 2);
    X509_set_issuer_name(server.get(), X509_get_subject_name(authority.get()));
    addExtension(server.get(), NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,DNS:tc.example.com");
    X509_sign(server.get(), authorityKey.get(), EVP_sha256());

    const Certificate lonely = draft(serverKey.get(), "localhost", 3);
    X509_set_issuer_name(lonely.get(), X509_get_subject_name(lonely.get()));
    addExtension(lonely.get(), NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
    X509_sign(lonely.get(), serverKey.get(), EVP_sha256());

    Identities all { makeServerTls(server.get(), serverKey.get()), makeServerTls(lonely.get(), serverKey.get()),
        QSslConfiguration::defaultConfiguration() };
    all.client.setCaCertificates(
        { QSslCertificate(toPem([&authority](BIO *bio) { PEM_write_bio_X509(bio, authority.get()); })) });
    return all;
}

const Identities &identities()
{
    static const Identities all = makeIdentities();
    return all;
}

} // namespace

QSslConfiguration serverTls()
{
    return identities().server;
}

QSslConfiguration selfSignedServerTls()
{
    return identities().selfSigned;
}

QSslConfiguration clientTls()
{
    return identities().client;
}

} // namespace tc::test
