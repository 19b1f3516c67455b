// SPDX-License-Identifier: MPL-2.0
#include "core/util/errortext.h"

#include "core/util/visibletext.h"

#include <tc/scopes.h>

#include <QCoreApplication>
#include <QStringList>

namespace core {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::ErrorText)
};

QString reason(const tc::Error &error)
{
    switch (error.kind) {
    case tc::ErrorKind::Network:
        return Texts::tr("The server could not be reached.");
    case tc::ErrorKind::Tls:
        return Texts::tr("The server could not prove that it is the one it claims to be.");
    case tc::ErrorKind::Timeout:
        return Texts::tr("The server did not answer in time.");
    case tc::ErrorKind::Cancelled:
        return Texts::tr("It was cancelled.");
    case tc::ErrorKind::Authentication:
        return Texts::tr("The deployment did not accept the credentials.");
    case tc::ErrorKind::Scope:
        return Texts::tr("The credentials do not have the scopes that this needs.");
    case tc::ErrorKind::NotFound:
        return Texts::tr("The deployment does not have it.");
    case tc::ErrorKind::Conflict:
        return Texts::tr("It has changed in the meantime.");
    case tc::ErrorKind::Expired:
        return Texts::tr("It has expired and is no longer kept.");
    case tc::ErrorKind::RateLimited:
        return Texts::tr("The deployment is asked too often.");
    case tc::ErrorKind::Server:
        return Texts::tr("The server failed (status %1).").arg(error.httpStatus);
    case tc::ErrorKind::TooLarge:
        return Texts::tr("The answer is larger than what this application takes.");
    case tc::ErrorKind::Protocol:
        return Texts::tr("The answer is not what a Taskcluster deployment gives.");
    case tc::ErrorKind::Artifact:
        return Texts::tr("The task recorded an error instead of this artifact.");
    case tc::ErrorKind::None:
    case tc::ErrorKind::Usage:
    case tc::ErrorKind::Client:
        break;
    }
    return {};
}

// "a and b", "a, or b and c": what an expression asks for, in words.
QString expressionText(const tc::scopes::Expression &expression)
{
    using Kind = tc::scopes::Expression::Kind;
    if (expression.kind != Kind::AllOf && expression.kind != Kind::AnyOf)
        return visibleText(expression.toString());
    QStringList parts;
    for (const tc::scopes::Expression &part : expression.parts)
        parts += expressionText(part);
    return parts.join(
        expression.kind == Kind::AllOf ? Texts::tr(" and ", "between scopes") : Texts::tr(", or ", "between scopes"));
}

QString missingText(const QStringList &missing)
{
    constexpr qsizetype enough = 300; // the explanation has the rest
    QStringList parts;
    for (const QString &text : missing) {
        const auto expression = tc::scopes::Expression::parse(text);
        parts += expression ? expressionText(*expression) : visibleText(text);
    }
    const QString all = parts.join(u", "_s);
    return all.size() <= enough ? all : all.left(enough - 1) + u'\u2026';
}

QString advice(const tc::Error &error)
{
    switch (error.kind) {
    case tc::ErrorKind::Network:
    case tc::ErrorKind::Timeout:
        return Texts::tr("Check the network connection and the root URL, then try again.");
    case tc::ErrorKind::Tls:
        return Texts::tr("Do not go on before you know why. A proxy or a wrong clock can be the cause.");
    case tc::ErrorKind::Authentication:
        return Texts::tr("Check client id, access token and certificate; temporary credentials may have expired.");
    case tc::ErrorKind::Scope:
        return error.missingScopes.isEmpty() ? Texts::tr("Use credentials that have the scope.")
                                             : Texts::tr("Missing: %1").arg(missingText(error.missingScopes));
    case tc::ErrorKind::NotFound:
        return Texts::tr("Check the id and whether it belongs to this deployment; old tasks expire.");
    case tc::ErrorKind::RateLimited:
    case tc::ErrorKind::Server:
    case tc::ErrorKind::Conflict:
        return Texts::tr("Try again in a moment.");
    case tc::ErrorKind::Protocol:
        return Texts::tr("Check that the root URL is that of a Taskcluster deployment.");
    case tc::ErrorKind::TooLarge:
        return Texts::tr(
            "Report it to the administrators of the deployment: no healthy one sends a reply of this size.");
    default:
        return {};
    }
}

bool mayHelpAgain(tc::ErrorKind kind)
{
    switch (kind) {
    case tc::ErrorKind::None:
    case tc::ErrorKind::Usage:
    case tc::ErrorKind::TooLarge:
        return false;
    default:
        return true; // even a 404: the task may be created in this second
    }
}

// Whether the error's own message names what ours cannot: a host, a page of a proxy, a member of a reply, a size.
bool isSaidBetterByTheMessage(tc::ErrorKind kind)
{
    return kind == tc::ErrorKind::Artifact || kind == tc::ErrorKind::Network || kind == tc::ErrorKind::Tls
        || kind == tc::ErrorKind::Timeout || kind == tc::ErrorKind::Protocol || kind == tc::ErrorKind::TooLarge;
}

QString details(const tc::Error &error)
{
    QStringList lines;
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines += Texts::tr("%1: %2").arg(name, visibleText(value, TextLines::Multiple).trimmed());
    };
    add(Texts::tr("Method"), error.method);
    add(Texts::tr("Status"), error.httpStatus > 0 ? QString::number(error.httpStatus) : QString());
    add(Texts::tr("Code"), error.code);
    add(Texts::tr("Attempts"), error.attempts > 1 ? QString::number(error.attempts) : QString());
    add(Texts::tr("Request"), error.requestId);
    add(Texts::tr("Trace"), error.traceId);
    add(Texts::tr("Message"), error.message);
    return lines.join(u'\n');
}

} // namespace

ErrorText describeError(const QString &what, const tc::Error &error)
{
    ErrorText text;
    text.what = what;
    text.why = reason(error);
    const QString message = visibleText(error.message.simplified());
    // Where there is no sentence of ours, or the server knows better what is wrong, its own is the reason.
    if (text.why.isEmpty())
        text.why = message;
    else if (isSaidBetterByTheMessage(error.kind) && !message.isEmpty())
        text.why += u' ' + message;
    text.advice = advice(error);
    text.details = details(error);
    // A keychain may be unlocked in the meantime.
    text.canRetry = mayHelpAgain(error.kind) || error.code.startsWith("Keychain"_L1);
    return text;
}

} // namespace core
