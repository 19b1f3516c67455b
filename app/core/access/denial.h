// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/access/accessdirectory.h"

#include <tc/error.h>
#include <tc/scopes.h>

#include <optional>

namespace core {

struct Account;

/// A refusal of a service for want of scopes: what it would have taken.
struct Denial {
    QString method; ///< "queue.cancelTask"
    QString requestId;
    tc::scopes::Expression needed;
    tc::scopes::Expression missing; ///< the part of it that the caller does not have

    /// Nothing when \a error is no such refusal, or does not say what is missing.
    static std::optional<Denial> of(const tc::Error &error);
};

/// One way of being allowed: all of these scopes together.
struct DenialWay {
    struct Part {
        QString scope;
        bool isHeld = false;
    };

    std::vector<Part> parts;

    QStringList missing() const;
};

/// A role that would give something of what is missing.
struct DenialRole {
    QString id;
    QStringList gives; ///< of the scopes that are missing
    bool isEnough = false; ///< whether one way is whole with it
    bool isEverything = false; ///< whether it gives every scope there is
    int breadth = 0; ///< how much it gives besides, for comparing roles: of the scopes that the roles know
};

/// An explanation: every way of being allowed, and the roles that open one.
struct DenialReport {
    std::vector<DenialWay> ways; ///< the one with the fewest missing scopes first
    bool hasMoreWays = false; ///< an expression can have thousands; not all are listed
    std::vector<DenialRole> roles; ///< those that are enough first, then those that give the least besides

    /// \a held decides what is missing where it is known; otherwise what the service said does.
    static DenialReport of(
        const Denial &denial, const std::optional<tc::scopes::ScopeSet> &held, const AccessEntries &roles);

    /// Every scope that is missing on some way, each once.
    QStringList missing() const;
    /// Whether nothing is missing any more.
    bool isGranted() const;
};

/// What a person sends to whoever can grant scopes: who asks for what, at which deployment, and how it could be given.
QString denialRequest(const Denial &denial, const DenialReport &report, const Account &account);

} // namespace core
