// SPDX-License-Identifier: MPL-2.0
// tc-signin [SCOPE...]: signs in through the browser and prints who that is and which scopes it has. A program that
// keeps the credentials shows both to the person first and puts them into the system's keychain.
#include <tc/environment.h>
#include <tc/signin.h>

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);

    //! [sign in]
    tc::SignInOptions wanted;
    wanted.name = u"example"_s;
    wanted.scopes = QCoreApplication::arguments().mid(1);
    wanted.description = u"Made by an example of libtc"_s;
    tc::SignIn signIn(tc::optionsFromEnvironment(), wanted);
    QObject::connect(&signIn, &tc::SignIn::finished, qApp, [&signIn] {
        if (signIn.error()) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(signIn.error().message));
            return QCoreApplication::exit(1);
        }
        std::printf("%s\n", qUtf8Printable(signIn.credentials().clientId));
        for (const QString &scope : signIn.scopes())
            std::printf("  %s\n", qUtf8Printable(scope));
        QCoreApplication::exit(0);
    });
    const auto url = signIn.start();
    if (!url) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(url.error.message));
        return 1;
    }
    std::printf("Open %s\n", url->toEncoded().constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
    //! [sign in]
}
