// SPDX-License-Identifier: MPL-2.0
// tc-loadsecrets NAME [LOCAL_FILE]: loads the settings of a backend from a secret, or from a local JSON file in its
// place, and prints their names.
#include <tc/config.h>
#include <tc/wait.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

std::optional<QJsonObject> readFile(const QString &path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 2 || words.size() > 3) {
        std::fprintf(stderr, "usage: tc-loadsecrets NAME [LOCAL_FILE]\n");
        return 2;
    }

    //! [load secrets]
    tc::TaskclusterConfig config; // explicit credentials, the environment's, a task's proxy, or none
    tc::SecretsOptions wanted;
    wanted.prefixes = QStringList { u"common"_s, u"backend"_s };
    wanted.required = QStringList { u"bugzilla_token"_s };
    wanted.existing = { { u"environment"_s, u"dev"_s } };
    wanted.local = readFile(words.value(2)); // instead of the service, where there is one
    const auto settings = tc::wait(config.loadSecrets(words.at(1), wanted));
    if (!settings) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(settings.error.message));
        return 1;
    }
    const QJsonObject loaded = settings->toObject();
    std::printf(
        "%s: %s\n", qUtf8Printable(loaded["environment"_L1].toString()), qUtf8Printable(loaded.keys().join(u", "_s)));
    //! [load secrets]
    return 0;
}
