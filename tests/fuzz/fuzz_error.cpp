// SPDX-License-Identifier: MPL-2.0
// The body of a reply that is an error, in any shape: it gives a message for a person, and no secret gets through.

#include "target.h"

#include "call/errorparser.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QByteArray secret = "a-secret-of-the-tests-44-characters";
    tc::Redactor redactor;
    redactor.addSecret(secret);

    QByteArray body = bytesOf(data, size);
    tc::ErrorReply reply;
    reply.status = size == 0 ? 500 : 300 + body.front() % 300;
    reply.contentType = size % 2 == 0 ? "application/json" : "text/html";
    reply.host = QStringLiteral("tc.example.com");
    body.insert(body.size() / 2, secret);
    reply.body = body;

    const tc::Error error = tc::parseErrorReply(reply, redactor);
    FUZZ_CHECK(error);
    FUZZ_CHECK(!error.message.isEmpty());
    FUZZ_CHECK(!error.message.toUtf8().contains(secret));
    FUZZ_CHECK(!error.code.toUtf8().contains(secret));
    return 0;
}
