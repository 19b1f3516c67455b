// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/foundcredentials.h"

#include "core/accounts/clientconfig.h"
#include "core/accounts/shellassignments.h"
#include "core/navigation/location.h"

#include <tc/client.h>
#include <tc/json.h>
#include <tc/temporarycredentials.h>

#include <QCoreApplication>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <optional>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 128 * 1024; // of a paste, in characters

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::FoundCredentials)
};

tc::Result<FoundCredentials> wrong(const QString &message)
{
    tc::Result<FoundCredentials> result;
    result.error.kind = tc::ErrorKind::Usage;
    result.error.message = message;
    return result;
}

bool isInClientIds(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
        || QStringView(u"!@/:.+|_-").contains(c);
}

bool isInTokens(QChar c)
{
    return c > u' ' && c <= u'~';
}

// The variable's part of the credentials, or null when it is not one of ours.
QString *partNamed(FoundCredentials *found, QStringView variable)
{
    if (variable == u"TASKCLUSTER_ROOT_URL")
        return &found->rootUrl;
    if (variable == u"TASKCLUSTER_CLIENT_ID")
        return &found->credentials.clientId;
    if (variable == u"TASKCLUSTER_ACCESS_TOKEN")
        return &found->credentials.accessToken;
    if (variable == u"TASKCLUSTER_CERTIFICATE")
        return &found->credentials.certificate;
    return nullptr;
}

QString textOf(const QJsonValue &value)
{
    return value.isObject() ? QString::fromUtf8(tc::Json(value).toCompact()) : value.toString();
}

void readMembers(const QJsonObject &object, FoundCredentials *found)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString name = member.key();
        QString *part = partNamed(found, name);
        if (name == u"rootUrl")
            part = &found->rootUrl;
        else if (name == u"clientId")
            part = &found->credentials.clientId;
        else if (name == u"accessToken")
            part = &found->credentials.accessToken;
        else if (name == u"certificate")
            part = &found->credentials.certificate;
        if (part)
            *part = textOf(member.value());
    }
}

tc::Result<FoundCredentials> parseJson(const QString &text)
{
    const auto json = tc::Json::parse(text.toUtf8());
    if (!json || !json->isObject())
        return wrong(Texts::tr("It begins like JSON, but is not complete or not well-formed."));
    FoundCredentials found;
    const QJsonObject object = json->toObject();
    // A library's options and the command's configuration have them one level below.
    for (const QString &name : { QString(), u"config"_s, u"credentials"_s })
        readMembers(name.isEmpty() ? object : object[name].toObject(), &found);
    return checkedCredentials(std::move(found));
}

// The address to which the deployment's sign-in page sends a browser. The page encodes nothing, browsers some
// characters: a plus is a plus.
std::optional<FoundCredentials> readCallback(const QString &text)
{
    static const QRegularExpression shape(u"^https?://[^\\s?]+\\?(\\S+)$"_s);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    FoundCredentials found;
    const QStringList members = match.captured(1).split(u'&');
    for (const QString &member : members) {
        const QString value = QUrl::fromPercentEncoding(member.section(u'=', 1).toUtf8());
        if (member.startsWith("clientId="_L1))
            found.credentials.clientId = value;
        else if (member.startsWith("accessToken="_L1))
            found.credentials.accessToken = value;
    }
    return found.credentials.isAnonymous() ? std::nullopt : std::optional(found);
}

tc::Result<FoundCredentials> fromAssignments(const QList<ShellAssignment> &assignments)
{
    FoundCredentials found;
    for (const ShellAssignment &assignment : assignments) {
        QString *part = partNamed(&found, assignment.name);
        if (!part)
            continue;
        if (assignment.problem == ShellAssignment::Problem::Expands)
            return wrong(
                Texts::tr("The value of %1 comes from the shell itself, and is not in the text.").arg(assignment.name));
        if (assignment.problem == ShellAssignment::Problem::Open)
            return wrong(Texts::tr("The value of %1 has no closing quotation mark.").arg(assignment.name));
        *part = assignment.value;
    }
    return checkedCredentials(std::move(found));
}

} // namespace

tc::Result<FoundCredentials> checkedCredentials(FoundCredentials found)
{
    tc::Credentials &credentials = found.credentials;
    for (QString *part : { &found.rootUrl, &credentials.clientId, &credentials.accessToken, &credentials.certificate })
        *part = part->trimmed();
    if (credentials.clientId.isEmpty())
        return wrong(Texts::tr("There is no client id."));
    if (!std::all_of(credentials.clientId.cbegin(), credentials.clientId.cend(), isInClientIds))
        return wrong(Texts::tr("The client id has characters that no client id has."));
    if (credentials.accessToken.isEmpty())
        return wrong(Texts::tr("There is no access token."));
    if (!std::all_of(credentials.accessToken.cbegin(), credentials.accessToken.cend(), isInTokens))
        return wrong(Texts::tr("The access token has characters that no access token has."));
    if (credentials.isTemporary()) {
        const auto certificate = tc::parseCertificate(credentials.certificate);
        if (!certificate)
            return wrong(certificate.error.message);
    }
    if (!found.rootUrl.isEmpty()) {
        const tc::Error error = tc::Client::checkRootUrl(found.rootUrl);
        if (error)
            return wrong(error.message);
        found.rootUrl = normalizedRoot(QUrl(found.rootUrl));
    }
    return { std::move(found), {} };
}

tc::Result<FoundCredentials> parseCredentials(const QString &text)
{
    if (text.size() > longest)
        return wrong(Texts::tr("The text is longer than any credentials are."));
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return wrong(Texts::tr("There is no text."));
    if (trimmed.startsWith(u'{'))
        return parseJson(trimmed);
    if (std::optional<FoundCredentials> brought = readCallback(trimmed))
        return checkedCredentials(*std::move(brought));
    const QList<ShellAssignment> assignments = readShellAssignments(text);
    FoundCredentials unused;
    if (std::any_of(assignments.begin(), assignments.end(),
            [&unused](const ShellAssignment &each) { return partNamed(&unused, each.name); }))
        return fromAssignments(assignments);
    const auto config = parseClientConfig(text.toUtf8());
    if (!config || config->found == FoundCredentials())
        return wrong(Texts::tr("Nothing in the text looks like credentials."));
    return checkedCredentials(config->found);
}

tc::Result<FoundCredentials> credentialsOf(const QProcessEnvironment &environment)
{
    FoundCredentials found;
    for (const QString &name : { u"TASKCLUSTER_ROOT_URL"_s, u"TASKCLUSTER_CLIENT_ID"_s, u"TASKCLUSTER_ACCESS_TOKEN"_s,
             u"TASKCLUSTER_CERTIFICATE"_s })
        *partNamed(&found, name) = environment.value(name);
    return checkedCredentials(std::move(found));
}

Account accountFor(const QString &rootUrl, const tc::Credentials &credentials)
{
    Account account;
    account.rootUrl = normalizedRoot(QUrl(rootUrl));
    if (credentials.isAnonymous())
        return account;
    account.clientId = credentials.clientId;
    account.secret = Account::Secret::Memory;
    account.kind = Account::Kind::Permanent;
    if (!credentials.isTemporary())
        return account;
    account.kind = Account::Kind::Temporary;
    account.issuer = credentials.clientId;
    const auto certificate = tc::parseCertificate(credentials.certificate);
    if (!certificate)
        return account;
    account.expires = certificate->expiry;
    if (!certificate->issuer.isEmpty()) {
        account.kind = Account::Kind::Named;
        account.issuer = certificate->issuer;
    }
    return account;
}

} // namespace core
