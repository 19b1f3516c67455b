// SPDX-License-Identifier: MPL-2.0
// tc-clientinfo CLIENT_ID: prints when a client expires and which scopes it has, with those of its roles.
#include <tc/auth.h>
#include <tc/environment.h>
#include <tc/wait.h>

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: tc-clientinfo CLIENT_ID\n");
        return 2;
    }

    //! [client information]
    tc::Client client(tc::optionsFromEnvironment());
    tc::Auth auth(&client);
    const auto found = tc::wait(auth.client(QString::fromLocal8Bit(argv[1])));
    if (!found) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(found.error.message));
        return 1;
    }
    std::printf(
        "%s expires %s\n", qUtf8Printable(found->clientId), qUtf8Printable(found->expires.toString(Qt::ISODate)));
    for (const QString &scope : found->expandedScopes)
        std::printf("  %s\n", qUtf8Printable(scope));
    //! [client information]
    return 0;
}
