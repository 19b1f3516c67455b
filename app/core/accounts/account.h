// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QDateTime>
#include <QString>

namespace core {

/// Who one is at which deployment. Never holds the secret itself.
struct Account {
    /// Where its secret lives.
    enum class Secret {
        None, ///< anonymous
        Environment, ///< the TASKCLUSTER_ variables of the process
        Demo, ///< the embedded demo deployment's own credentials
        Keychain,
        Memory, ///< for this run only
        Gone, ///< temporary credentials that ran out, and whose secret was thrown away
    };

    enum class Kind {
        Anonymous,
        Permanent, ///< a client of the deployment; it may have an end, too
        Temporary, ///< temporary credentials under the client id of whoever made them
        Named, ///< temporary credentials with a client id of their own
    };

    QString rootUrl; ///< as in Location::rootUrl
    QString clientId; ///< empty when anonymous
    Secret secret = Secret::None;
    Kind kind = Kind::Anonymous;
    QString id; ///< of the account among all; empty until a registry has it
    QString name; ///< given by the person; may be empty, see displayName()
    int colour = 0; ///< index into the colours for accounts, 0 to accountColours - 1
    QString issuer; ///< of temporary credentials: the client that signed them
    QDateTime expires; ///< UTC; invalid when there is no end or it is unknown
    bool isMinted = false; ///< made here: thrown away when they have run out
    bool isDefault = false; ///< the one that is used at its deployment when nothing says otherwise
    bool developmentDeployment = false; ///< marked by hand: credentials may travel over plain http

    bool isTemporary() const { return kind == Kind::Temporary || kind == Kind::Named; }
    bool hasRunOut(const QDateTime &now = QDateTime::currentDateTimeUtc()) const
    {
        return isTemporary() && expires.isValid() && expires <= now;
    }
    /// Its name, else its client id, else that it is anonymous. May be hostile text.
    QString displayName() const;
    /// Where its secret lives, in words for a person.
    QString secretText() const;

    friend bool operator==(const Account &, const Account &) = default;
};

inline constexpr int accountColours = 8;

} // namespace core
