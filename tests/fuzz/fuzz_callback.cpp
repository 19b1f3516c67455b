// SPDX-License-Identifier: MPL-2.0
// What any program on this machine may send to the listener of a sign-in: a target is taken from a plain GET for this
// host only, and credentials are never anything but an id and a token in their forms.

#include "target.h"

#include "signin/callbackrequest.h"

#include <algorithm>
#include <cctype>

namespace {

bool hasForm(const QString &text, QByteArrayView more)
{
    return std::all_of(text.begin(), text.end(),
        [more](QChar c) { return c.unicode() < 128 && (std::isalnum(c.unicode()) || more.contains(c.toLatin1())); });
}

void checkCredentials(QByteArrayView query)
{
    const auto found = tc::callback::credentials(query);
    if (!found)
        return;
    FUZZ_CHECK(!found->isAnonymous() && !found->isTemporary());
    FUZZ_CHECK(hasForm(found->clientId, "!@/:.+|_-"));
    FUZZ_CHECK(hasForm(found->accessToken, "_-"));
    FUZZ_CHECK(found->accessToken.size() >= 22 && found->accessToken.size() <= 66);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray head = bytesOf(data, size);
    if (const auto target = tc::callback::target(head, "localhost:1234")) {
        FUZZ_CHECK(target->startsWith('/'));
        FUZZ_CHECK(head.startsWith(QByteArray("GET " + *target + " HTTP/1.")));
        FUZZ_CHECK(!target->contains(' ') && !target->contains('\n'));
        FUZZ_CHECK(head.toLower().contains("localhost:1234"));
        checkCredentials(QByteArrayView(*target).sliced(target->indexOf('?') + 1));
    }
    checkCredentials(head);
    return 0;
}
