// SPDX-License-Identifier: MPL-2.0
// tc-updateclient CLIENT_ID DESCRIPTION EXPIRES: gives a client another description and another end ("2 months").
#include <tc/auth.h>
#include <tc/environment.h>
#include <tc/fromnow.h>
#include <tc/wait.h>

#include <QCoreApplication>

#include <cstdio>

namespace {

int complain(const tc::Error &error)
{
    std::fprintf(stderr, "tc-updateclient: %s\n", qUtf8Printable(error.message));
    for (const QString &scope : error.missingScopes)
        std::fprintf(stderr, "  missing: %s\n", qUtf8Printable(scope));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 4) {
        std::fprintf(stderr, "usage: tc-updateclient CLIENT_ID DESCRIPTION EXPIRES\n");
        return 2;
    }
    const auto expires = tc::fromNow(words.at(3));
    if (!expires)
        return complain(expires.error);

    //! [update a client]
    tc::Client client(tc::optionsFromEnvironment());
    tc::Auth auth(&client);
    const QString &clientId = words.at(1);
    const auto before = tc::wait(auth.client(clientId));
    if (!before)
        return complain(before.error);
    tc::auth::CreateClientRequest wanted;
    wanted.description = words.at(2);
    wanted.expires = *expires;
    wanted.deleteOnExpiration = before->deleteOnExpiration;
    // Scopes that are not given stay as they are; an empty list would take them all away.
    const auto after = tc::wait(auth.updateClient(clientId, wanted));
    if (!after)
        return complain(after.error);
    std::printf("%s: %s, expires %s\n", qUtf8Printable(after->clientId), qUtf8Printable(after->description),
        qUtf8Printable(after->expires.toString(Qt::ISODate)));
    //! [update a client]
    return 0;
}
