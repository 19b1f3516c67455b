// SPDX-License-Identifier: MPL-2.0
// Text of any kind around a secret, whether it is known as one or only stands where secrets stand: it never gets
// through.

#include "target.h"

#include "http/redact.h"

namespace {

const QByteArray &secret()
{
    static const QByteArray text = "c2VjcmV0LW9mLXRoZS10ZXN0cw4711";
    return text;
}

/// Where secrets stand. Before each is what ends whatever the text around it began.
QByteArray placed(size_t kind)
{
    switch (kind % 4) {
    case 0:
        return "\nhttps://tc.example.com/x?bewit=" + secret() + "&y=1\n";
    case 1:
        return "\nAuthorization: Hawk id=\"a\", mac=\"" + secret() + "\"\n";
    case 2:
        return "\n{\"accessToken\": \"" + secret() + "\"}\n";
    default:
        return "\n?X-Amz-Signature=" + secret() + "\n";
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input = bytesOf(data, size);
    if (input.contains(secret()))
        return 0;
    tc::Redactor knowing;
    knowing.addSecret(secret());
    const qsizetype middle = input.size() / 2;
    const QByteArray plain = input.first(middle) + secret() + input.sliced(middle);
    FUZZ_CHECK(!knowing.redact(plain).contains(secret()));
    const QByteArray telling = input.first(middle) + placed(size) + input.sliced(middle);
    FUZZ_CHECK(!tc::Redactor().redact(telling).contains(secret()));

    QUrl url = QUrl::fromEncoded(input);
    if (!url.host().isEmpty()) {
        url.setPassword(QString::fromLatin1(secret()));
        url.setFragment(QString::fromLatin1(secret()));
        FUZZ_CHECK(!tc::Redactor::url(url).contains(QString::fromLatin1(secret())));
    }
    return 0;
}
