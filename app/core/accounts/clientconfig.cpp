// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/clientconfig.h"

#include "core/accounts/yamlnodes.h"
#include "core/util/errorof.h"

#include <tc/json.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QSaveFile>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longest = 256 * 1024; // bytes of a configuration

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::ClientConfig)
};

tc::Error wrong(const QString &message, tc::ErrorKind kind = tc::ErrorKind::Usage)
{
    return errorOf(kind, message);
}

ClientConfig configIn(const YAML::Node &root)
{
    const YAML::Node options = yaml::configOptions(root);
    ClientConfig config;
    config.found.rootUrl = yaml::text(options, "rootUrl");
    config.found.credentials.clientId = yaml::text(options, "clientId");
    config.found.credentials.accessToken = yaml::text(options, "accessToken");
    const YAML::Node certificate = yaml::member(options, "certificate");
    config.found.credentials.certificate = certificate.IsMap()
        ? QString::fromUtf8(tc::Json(yaml::toJson(certificate)).toCompact())
        : yaml::text(options, "certificate");
    const YAML::Node scopes = yaml::member(options, "authorizedScopes");
    if (scopes.IsSequence()) {
        config.authorizedScopes.emplace();
        for (const YAML::Node &scope : scopes)
            config.authorizedScopes->append(scope.IsScalar() ? QString::fromStdString(scope.Scalar()) : QString());
    }
    config.hasSecret = !config.found.credentials.accessToken.isEmpty();
    return config;
}

tc::Result<YAML::Node> load(const QByteArray &yaml)
{
    if (yaml.size() > longest)
        return { {}, wrong(Texts::tr("The text is longer than any configuration is.")) };
    const yaml::Document document = yaml::load(yaml);
    if (!document.root) {
        return { {},
            wrong(document.line > 0 ? Texts::tr("It is not well-formed YAML (line %1).").arg(document.line)
                                    : Texts::tr("It is not well-formed YAML.")) };
    }
    if (!document.root->IsMap() && !document.root->IsNull()) // an empty one is one
        return { {}, wrong(Texts::tr("It is not a configuration of the taskcluster command.")) };
    return { document.root, {} };
}

tc::Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return { {}, wrong(Texts::tr("There is no file %1.").arg(path), tc::ErrorKind::NotFound) };
    if (!file.open(QIODevice::ReadOnly))
        return { {}, wrong(Texts::tr("%1 cannot be read: %2").arg(path, file.errorString())) };
    return { file.read(longest + 1), {} };
}

bool holds(const QByteArray &text, const QString &secret)
{
    constexpr qsizetype shortest = 8; // anything shorter is found by chance
    return secret.size() >= shortest && text.contains(secret.toUtf8());
}

} // namespace

QString clientConfigPath(const QProcessEnvironment &environment)
{
    const QString config = environment.value(u"XDG_CONFIG_HOME"_s);
    const QString folder = config.isEmpty() ? environment.value(u"HOME"_s, QDir::homePath()) + u"/.config"_s : config;
    return folder + u"/taskcluster.yml"_s;
}

tc::Result<ClientConfig> parseClientConfig(const QByteArray &yaml)
{
    const auto root = load(yaml);
    if (!root)
        return { {}, root.error };
    return { configIn(*root), {} };
}

tc::Result<ClientConfig> readClientConfig(const QString &path)
{
    const auto text = readFile(path);
    if (!text)
        return { {}, text.error };
    auto config = parseClientConfig(*text);
    if (config) {
        const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther;
        config.value->othersMayRead = (QFileInfo(path).permissions() & others) != QFile::Permissions();
    }
    return config;
}

tc::Result<QByteArray> withoutSecrets(const QByteArray &yaml)
{
    const auto root = load(yaml);
    if (!root)
        return { {}, root.error };
    const tc::Credentials before = configIn(*root).found.credentials;
    for (const QByteArray &text : yaml::without(yaml, *root, { "accessToken", "certificate" })) {
        if (!holds(text, before.accessToken))
            return { text, {} };
    }
    return { {}, wrong(Texts::tr("The access token stands in more than one place. Remove it by hand.")) };
}

tc::Result<void> removeSecrets(const QString &path)
{
    const auto text = readFile(path);
    if (!text)
        return { text.error };
    const auto rest = withoutSecrets(*text);
    if (!rest)
        return { rest.error };
    if (*rest == *text)
        return {};
    const QFile::Permissions permissions = QFileInfo(path).permissions();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*rest) != rest->size() || !file.setPermissions(permissions)
        || !file.commit())
        return { wrong(Texts::tr("%1 cannot be written: %2").arg(path, file.errorString())) };
    return {};
}

} // namespace core
