// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/credentialexport.h"

#include <tc/json.h>

#include <QCoreApplication>
#include <QJsonObject>

namespace core {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::ExportFormat)
};

struct Variable {
    QString name; // of the environment
    QString member; // of JSON and YAML
    QString value;
};

QList<Variable> variables(const FoundCredentials &found)
{
    return {
        { u"TASKCLUSTER_ROOT_URL"_s, u"rootUrl"_s, found.rootUrl },
        { u"TASKCLUSTER_CLIENT_ID"_s, u"clientId"_s, found.credentials.clientId },
        { u"TASKCLUSTER_ACCESS_TOKEN"_s, u"accessToken"_s, found.credentials.accessToken },
        { u"TASKCLUSTER_CERTIFICATE"_s, u"certificate"_s, found.credentials.certificate },
    };
}

// In single quotes, where each shell has its own exceptions.
QString quoted(QString value, ExportFormat shell)
{
    if (shell == ExportFormat::Fish) {
        value.replace(u'\\', R"(\\)"_L1).replace(u'\'', R"(\')"_L1);
        return u'\'' + value + u'\'';
    }
    if (shell == ExportFormat::Csh) // history and line ends reach into quotes
        value.replace(u'!', R"(\!)"_L1).replace(u'\n', "\\\n"_L1);
    return u'\'' + value.replace(u'\'', R"('\'')"_L1) + u'\'';
}

QString line(const Variable &variable, ExportFormat shell)
{
    const bool isSet = !variable.value.isEmpty();
    const QString value = quoted(variable.value, shell);
    switch (shell) {
    case ExportFormat::Fish:
        return isSet ? u"set -gx %1 %2\n"_s.arg(variable.name, value) : u"set -e %1\n"_s.arg(variable.name);
    case ExportFormat::Csh:
        return isSet ? u"setenv %1 %2\n"_s.arg(variable.name, value) : u"unsetenv %1\n"_s.arg(variable.name);
    default:
        return isSet ? u"export %1=%2\n"_s.arg(variable.name, value) : u"unset %1\n"_s.arg(variable.name);
    }
}

QString jsonText(const QJsonValue &value)
{
    return QString::fromUtf8(value.isObject() ? tc::Json(value).toIndented() : tc::Json(value).toCompact());
}

} // namespace

tc::Result<QString> exportCredentials(const FoundCredentials &found, ExportFormat format)
{
    QString text = format == ExportFormat::Config ? u"config:\n"_s : QString();
    QJsonObject object;
    for (const Variable &variable : variables(found)) {
        if (variable.value.contains(QChar(0))) {
            tc::Result<QString> result;
            result.error.kind = tc::ErrorKind::Usage;
            result.error.message = Texts::tr("The credentials hold a character that no variable can hold.");
            return result;
        }
        const bool isSet = !variable.value.isEmpty();
        if (format == ExportFormat::Json && isSet)
            object.insert(variable.member, variable.value);
        else if (format == ExportFormat::Config && isSet)
            text += u"  %1: %2\n"_s.arg(variable.member, jsonText(variable.value)); // JSON's strings are YAML's
        else if (format < ExportFormat::Json && (isSet || variable.member == u"certificate"))
            text += line(variable, format);
    }
    return { format == ExportFormat::Json ? jsonText(object) + u'\n' : text, {} };
}

} // namespace core
