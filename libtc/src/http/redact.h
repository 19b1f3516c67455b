// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/credentials.h>

#include <QByteArray>
#include <QByteArrayList>
#include <QString>
#include <QUrl>

namespace tc {

/// Takes secrets out of what is shown or logged: Authorization values, bewits and signatures in URLs, access tokens.
/// Everything that leaves the call layer as text goes through here where it is made.
class Redactor
{
public:
    /// A secret that is known as such, so that it goes wherever it stands. Too short ones are not looked for.
    void addSecret(const QByteArray &secret);
    /// The access token, and what makes a certificate one.
    void addCredentials(const Credentials &credentials);

    QByteArray redact(QByteArray text) const;
    QString redact(const QString &text) const;

    /// The URL without user info, and without the values of query parameters that grant access.
    static QString url(const QUrl &url);

private:
    QByteArrayList m_secrets;
};

} // namespace tc
