// SPDX-License-Identifier: MPL-2.0
#include <tc/secretsloader.h>

#include "call/clientprivate.h"
#include "util/makeerror.h"
#include "util/text.h"

#include <tc/methods.h>
#include <tc/secrets_types.h>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

void merge(QJsonObject *into, const QJsonObject &from)
{
    for (auto it = from.constBegin(); it != from.constEnd(); ++it)
        into->insert(it.key(), it.value());
}

/// The reply of secrets.get, whose value is what was selected.
class SecretsReply : public Reply<Json>
{
public:
    SecretsReply(SecretsOptions options, QObject *parent) : Reply<Json>(parent), m_options(std::move(options)) { }

    /// Takes the settings from \a all; gives why that does not work.
    Error select(const QJsonObject &all)
    {
        auto settings = selectSecrets(all, m_options);
        if (settings)
            setValue(*settings);
        return std::move(settings.error);
    }

protected:
    Decoder decoder() override
    {
        return [this](const QByteArray &body) -> Store {
            auto secret = std::make_shared<secrets::Secret>();
            if (const auto failure = decodeJson(body, secret.get()))
                return [error = detail::decodeError(*failure, body)] { return error; };
            return [this, secret] { return select(secret->secret.toObject()); };
        };
    }

private:
    SecretsOptions m_options;
};

} // namespace

Result<QJsonObject> selectSecrets(const QJsonObject &all, const SecretsOptions &options)
{
    QJsonObject settings = options.existing;
    for (const QString &prefix : options.prefixes) {
        const QJsonValue part = all.value(prefix);
        if (!part.isObject() && !part.isUndefined())
            return { {},
                makeError(ErrorKind::Protocol, Text::tr("\"%1\" in the secret holds no settings.").arg(prefix)) };
        merge(&settings, part.toObject());
    }
    if (options.prefixes.isEmpty())
        merge(&settings, all);
    QStringList missing;
    for (const QString &name : options.required) {
        if (!settings.contains(name))
            missing.append(name);
    }
    if (!missing.isEmpty()) {
        return { {},
            makeError(ErrorKind::NotFound, Text::tr("The secret has no value for: %1.").arg(missing.join(", "_L1)),
                u"MissingSecrets"_s) };
    }
    return { std::move(settings), {} };
}

Reply<Json> *loadSecrets(
    Client *client, const QString &name, const SecretsOptions &options, const CallOptions &call, QObject *parent)
{
    auto *reply = new SecretsReply(options, parent ? parent : client);
    if (options.local)
        ClientPrivate::settle(client, reply, reply->select(*options.local));
    else
        ClientPrivate::start(client, reply, { Call { findMethod("secrets", "get"), { name }, {}, {}, call }, {} });
    return reply;
}

} // namespace tc
