// SPDX-License-Identifier: MPL-2.0
#include "core/secrets/secretdraft.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace core {

using namespace Qt::StringLiterals;

namespace {
constexpr int version = 1;
}

QByteArray toBytes(const SecretDraft &draft)
{
    QJsonObject object {
        { u"version"_s, version },
        { u"id"_s, draft.header.id },
        { u"place"_s, draft.header.place },
        { u"clientId"_s, draft.header.clientId },
        { u"name"_s, draft.header.name },
        { u"isNew"_s, draft.header.isNew },
        { u"changed"_s, draft.header.changed },
        { u"format"_s, draft.format == TextFormat::Yaml ? u"yaml"_s : u"json"_s },
        { u"text"_s, draft.text },
        { u"expires"_s, draft.expires },
    };
    if (draft.base) {
        object.insert(u"base"_s, QString::fromUtf8(toJson(draft.base->value).raw().toByteArray()));
        object.insert(u"baseExpires"_s, draft.base->expires);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<SecretDraft> toDraft(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (object["version"_L1].toInt() != version)
        return {};
    SecretDraft draft;
    draft.header = { object["id"_L1].toString(), object["place"_L1].toString(), object["clientId"_L1].toString(),
        object["name"_L1].toString(), object["isNew"_L1].toBool(), object["changed"_L1].toInteger() };
    draft.format = object["format"_L1].toString() == "json"_L1 ? TextFormat::Json : TextFormat::Yaml;
    draft.text = object["text"_L1].toString();
    draft.expires = object["expires"_L1].toInteger();
    if (object.contains("base"_L1)) {
        const auto json = tc::Json::parse(object["base"_L1].toString().toUtf8());
        auto value = json ? fromJson(*json) : std::nullopt;
        if (value)
            draft.base = SecretContent { std::move(*value), object["baseExpires"_L1].toInteger() };
    }
    return draft;
}

void wipe(SecretDraft *draft)
{
    wipe(&draft->text);
    if (draft->base)
        wipe(&draft->base->value);
}

} // namespace core
