// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/accounttext.h"

#include "core/accounts/secrettext.h"
#include "core/util/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 soon = 60LL * 60 * 1000; // ms before the end, from when on it is said

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::AccountNote)
};

// What the keychain does, or did not do, with the secret.
AccountNote keychainNote(const SecretState &state)
{
    switch (state.phase) {
    case SecretState::Phase::Reading:
        return { Texts::tr("Waiting for the keychain"), false };
    case SecretState::Phase::Slow:
        return { Texts::tr("The keychain has not answered yet"), true };
    case SecretState::Phase::Asking:
        return { Texts::tr("The keychain asks for its password"), true };
    case SecretState::Phase::Unavailable:
        return { describeSecretOutcome(state.outcome).why, true };
    case SecretState::Phase::Idle:
    case SecretState::Phase::Ready:
        break;
    }
    if (state.isSaving && state.saving == SecretJob::Phase::Slow)
        return { Texts::tr("The keychain has not answered yet"), true };
    if (state.isSaving && state.saving == SecretJob::Phase::Asking)
        return { Texts::tr("The keychain asks for its password"), true };
    if (state.isSaving)
        return { Texts::tr("On its way into the keychain"), false };
    if (state.isUnsaved)
        return { Texts::tr("Works from memory, for this run"), true };
    return {};
}

} // namespace

QString accountKindText(Account::Kind kind)
{
    switch (kind) {
    case Account::Kind::Anonymous:
        return Texts::tr("Without credentials");
    case Account::Kind::Permanent:
        return Texts::tr("Permanent client");
    case Account::Kind::Temporary:
        return Texts::tr("Temporary credentials");
    case Account::Kind::Named:
        return Texts::tr("Named temporary credentials");
    }
    return {};
}

QString accountLetter(const Account &account)
{
    if (account.clientId.isEmpty())
        return {};
    // Client ids go from the general to the particular.
    const QString name = account.name.isEmpty() ? account.clientId.section(u'/', -1) : account.name;
    const auto *letter
        = std::find_if(name.cbegin(), name.cend(), [](QChar c) { return c.isLetterOrNumber() && !c.isSurrogate(); });
    return letter == name.cend() ? u"\u2022"_s : QString(letter->toUpper());
}

AccountNote accountNote(const Account &account, const SecretState &state, qint64 now)
{
    const qint64 end = account.expires.isValid() ? account.expires.toMSecsSinceEpoch() : 0;
    if (end > 0 && end <= now)
        return { Texts::tr("Ended %1", "a relative time follows").arg(formatTime(end, now)), true };
    if (AccountNote note = keychainNote(state); !note.text.isEmpty())
        return note;
    if (end > 0 && end - now < soon)
        return { Texts::tr("Ends %1", "a relative time follows").arg(formatTime(end, now)), true };
    return { account.secretText(), account.secret == Account::Secret::Gone };
}

} // namespace core
