// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

#include <QByteArray>
#include <QUrl>

namespace tc {

/// One exchange with a server, for the log.
struct HttpLogEntry {
    QByteArray verb;
    QUrl url;
    QString method; ///< of the API, empty for a transfer
    bool authorized = false;
    qint64 sent = 0; ///< bytes of the body
    int status = 0;
    qint64 received = 0; ///< bytes of the body on the wire
    qint64 milliseconds = 0;
    QString requestId;
    QString failure; ///< of the transport
};

/// Writes the entry as one line of JSON when the category is on.
void logExchange(const HttpLogEntry &entry);

} // namespace tc
