// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/account.h"

#include <tc/scopes.h>
#include <tc/temporarycredentials.h>

#include <chrono>
#include <optional>

namespace core {

/// The longest life of temporary credentials, by the services' rules.
inline constexpr std::chrono::seconds longestLifetime = std::chrono::hours(31 * 24);

/// What temporary credentials shall be.
struct MintPlan {
    QStringList scopes {};
    QString name {}; ///< a client id of their own; empty to keep the issuer's
    std::optional<QDateTime> start {}; ///< when they are made, if absent
    std::chrono::seconds lifetime = std::chrono::hours(1);

    friend bool operator==(const MintPlan &, const MintPlan &) = default;
};

/// Who makes them, as far as it is known.
struct MintIssuer {
    Account account {};
    /// The scopes of the client, expanded; absent while unknown. What everybody has counts only if the client has it,
    /// too: the services look at the certificate before they add that.
    std::optional<tc::scopes::ScopeSet> held {};
    tc::scopes::ScopeSet current {}; ///< all that its calls have: held, and what everybody has
    QDateTime expires {}; ///< of the client

    friend bool operator==(const MintIssuer &, const MintIssuer &) = default;
};

/// What is wrong with a plan, or worth knowing about it.
struct MintFault {
    enum class About { Issuer, Scopes, Name, Times, Length };

    About about = About::Issuer;
    bool isFatal = true; ///< otherwise it is a warning
    QString text {}; ///< may be shown as plain text
    QString scope {}; ///< the one it is about
};

/// Everything that is wrong with \a plan, before anything is signed: what the services would refuse, with the reason.
QList<MintFault> faultsOf(const MintPlan &plan, const MintIssuer &issuer, const QDateTime &now);
/// The fatal ones of faultsOf() in one text; empty when there are none.
QString refusalOf(const QList<MintFault> &faults);

/// How long the Authorization header of a call with such credentials will be; more than tc::hawk::maxLength is refused
/// by the services. Exact but for the digits of the time.
qsizetype headerLength(const MintPlan &plan, const QString &issuer);

/// Signs the plan. The faults of the plan as a Usage error when one of them is fatal.
tc::Result<tc::Credentials> mint(
    const MintPlan &plan, const MintIssuer &issuer, const tc::Credentials &credentials, const QDateTime &now);

/// The certificate that \a plan makes, as JSON to read, without what only the signing gives.
QString certificatePreview(const MintPlan &plan, const QString &issuer, const QDateTime &now);

/// The account that holds minted credentials.
Account mintedAccount(const Account &issuer, const tc::Credentials &credentials, const QString &name);

} // namespace core
