// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/secrettext.h"

#include "core/util/errorof.h"
#include "core/util/visibletext.h"

#include <QCoreApplication>

namespace core {

using namespace Qt::StringLiterals;

namespace {

using Status = SecretOutcome::Status;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::SecretText)
};

QString why(const SecretOutcome &outcome)
{
    switch (outcome.status) {
    case Status::Done:
        return {};
    case Status::NotThere:
        return Texts::tr("The keychain has no entry for this account.");
    case Status::Locked:
        return outcome.asked ? Texts::tr("The keychain is locked, and its question was closed or could not be shown.")
                             : Texts::tr("The keychain is locked.");
    case Status::Refused:
        return Texts::tr("The keychain does not let this program in.");
    case Status::NoService:
        return Texts::tr("There is no keychain on this desktop, or it does not start.");
    case Status::Cancelled:
        return Texts::tr("It was cancelled.");
    case Status::Failed:
        break;
    }
    return Texts::tr("The keychain failed.");
}

QString advice(const SecretOutcome &outcome)
{
    switch (outcome.status) {
    case Status::NotThere:
        return Texts::tr("Sign in again. If you use several keychains, check that the right one is open.");
    case Status::Locked:
        return Texts::tr("Unlock it, then try again.");
    case Status::Refused:
        return Texts::tr("Allow this program to use the keychain, then try again.");
    case Status::NoService:
        return Texts::tr("Start a keychain such as GNOME Keyring, KWallet or KeePassXC, then try again.");
    case Status::Failed:
        return Texts::tr("Try again in a moment.");
    case Status::Done:
    case Status::Cancelled:
        break;
    }
    return {};
}

QString code(Status status)
{
    switch (status) {
    case Status::NotThere:
        return u"KeychainEntryMissing"_s;
    case Status::Locked:
        return u"KeychainLocked"_s;
    case Status::Refused:
        return u"KeychainRefused"_s;
    case Status::NoService:
        return u"KeychainMissing"_s;
    default:
        return u"KeychainFailed"_s;
    }
}

} // namespace

SecretText describeSecretOutcome(const SecretOutcome &outcome)
{
    SecretText text { why(outcome), advice(outcome) };
    const QString reason = visibleText(outcome.reason.simplified());
    if (!text.why.isEmpty() && !reason.isEmpty())
        text.why += u" ("_s + reason + u')';
    return text;
}

tc::Error secretError(const SecretOutcome &outcome)
{
    const SecretText text = describeSecretOutcome(outcome);
    return errorOf(outcome.status == Status::Cancelled ? tc::ErrorKind::Cancelled : tc::ErrorKind::Usage,
        text.advice.isEmpty() ? text.why : text.why + u' ' + text.advice, code(outcome.status));
}

} // namespace core
