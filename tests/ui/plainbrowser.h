// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace uitest {

/// What came back for one request.
struct Answer {
    int status = 0; ///< 0: nobody answered
    QByteArray head;
    QByteArray body;

    QByteArray header(const QByteArray &name) const;
};

/// A browser of no mind of its own, at servers of this machine: every byte goes out as it stands here.
Answer send(quint16 port, const QByteArray &request);
/// \a host is the one asked, where none is given.
Answer get(quint16 port, const QByteArray &target, const QByteArray &host = {});
/// As get(), at an encoded address.
Answer follow(const QByteArray &address);
quint16 portOf(const QByteArray &address);
QByteArray targetOf(const QByteArray &address);

/// Fills in and saves the form of a new client, as the demo deployment shows it on \a page to those who sign in; gives
/// the address that the browser is sent to, which holds the new credentials. Empty when it did not work.
QByteArray acceptSignIn(const QUrl &page);

} // namespace uitest
