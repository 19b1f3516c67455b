// SPDX-License-Identifier: MPL-2.0
// Certificates of any text, and temporary credentials made of any names and scopes: nothing of a certificate gets into
// an error, what is understood is written and read as the same, and nobody can add a line to what an issuer signs.

#include "target.h"

#include "auth/certificate.h"

namespace {

void checkCertificate(QByteArray text)
{
    static const QByteArray secret = "a-secret-of-the-tests";
    if (const auto certificate = tc::parseCertificate(QString::fromUtf8(text))) {
        const auto again = tc::parseCertificate(tc::certificateJson(*certificate));
        FUZZ_CHECK(again);
        FUZZ_CHECK(tc::certificateText(*again, {}) == tc::certificateText(*certificate, {}));
        FUZZ_CHECK(again->signature == certificate->signature);
    }
    text.insert(text.size() / 2, secret);
    const tc::Credentials credentials { QStringLiteral("me"), QStringLiteral("token"), QString::fromUtf8(text) };
    const auto information = tc::credentialInformation(credentials);
    if (!information) {
        FUZZ_CHECK(information.error.kind == tc::ErrorKind::Usage);
        FUZZ_CHECK(!information.error.message.isEmpty());
        FUZZ_CHECK(!information.error.message.toUtf8().contains(secret));
    }
}

void checkCreation(const QByteArrayList &parts)
{
    const tc::Credentials issuer { QString::fromUtf8(parts.value(0)), QString::fromUtf8(parts.value(1)), {} };
    tc::TemporaryCredentialsOptions options;
    options.start = QDateTime(QDate(2026, 11, 21), QTime(20, 15), Qt::UTC);
    options.expiry = options.start->addDays(1);
    options.clientId = QString::fromUtf8(parts.value(2));
    for (const auto &scope : parts.mid(3))
        options.scopes += QString::fromUtf8(scope);
    const auto made = tc::createTemporaryCredentials(issuer, options);
    if (!made) {
        FUZZ_CHECK(!made.error.message.isEmpty());
        return;
    }
    const auto certificate = tc::parseCertificate(made->certificate);
    FUZZ_CHECK(certificate);
    FUZZ_CHECK(certificate->scopes == options.scopes);
    FUZZ_CHECK(certificate->issuer.isEmpty() == options.clientId.isEmpty());
    const qsizetype lines = (options.clientId.isEmpty() ? 4 : 6) + options.scopes.size();
    FUZZ_CHECK(tc::certificateText(*certificate, options.clientId).count('\n') == lines);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input = bytesOf(data, size);
    checkCertificate(input);
    checkCreation(input.split('\x01'));
    return 0;
}
