// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/access/accessentry.h"

#include <tc/scopes.h>

#include <QDateTime>

#include <vector>

namespace core {

/// A client or a role while it is made or changed.
struct AccessDraft {
    enum class Field { Id, Description, Expires, Scopes };

    /// Something to say about one field. Only what is no warning keeps it from being saved.
    struct Problem {
        Field field = Field::Id;
        QString text;
        bool isWarning = false;
    };

    AccessEntry::Kind kind = AccessEntry::Kind::Client;
    bool isNew = true;
    QString id;
    QString description;
    QDateTime expires; ///< UTC; of a client
    bool deleteOnExpiration = false;
    QStringList scopes;

    /// A new one; a client that ends in a year.
    static AccessDraft of(AccessEntry::Kind kind, const QDateTime &now = QDateTime::currentDateTimeUtc());
    static AccessDraft of(const AccessEntry &entry);
    /// The same under another name, as a start for a new one.
    AccessDraft copied() const;

    std::vector<Problem> problems(const QDateTime &now = QDateTime::currentDateTimeUtc()) const;
    bool canBeSaved(const QDateTime &now = QDateTime::currentDateTimeUtc()) const;
    /// The same changes, made to \a before so far, on what is there \a now. A field that both changed stays as it is
    /// here.
    AccessDraft onto(const AccessEntry &now, const AccessDraft &before) const;
    /// Whether saving it would change nothing about \a entry.
    bool isSame(const AccessEntry &entry) const;

    /// What an account must hold to save it. Of one that is there, \a before, only what it does not give already.
    tc::scopes::Expression required(const AccessEntry *before) const;

    friend bool operator==(const AccessDraft &, const AccessDraft &) = default;
};

} // namespace core
