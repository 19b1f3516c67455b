// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QHash>

#include <optional>

namespace demo {

// The server's side of Hawk, written apart from the client library on purpose: each checks the other.
struct HawkParts {
    QByteArray kind; // header or bewit
    QByteArray timestamp;
    QByteArray nonce;
    QByteArray method;
    QByteArray resource; // path and query as sent
    QByteArray host;
    QByteArray port;
    QByteArray hash;
    QByteArray ext;
};

// In standard base64.
QByteArray hawkMac(const QByteArray &key, const HawkParts &parts);
QByteArray hawkPayloadHash(const QByteArray &contentType, const QByteArray &body);

// The attributes of an Authorization header after "Hawk", or a sentence that says what is wrong with them.
struct HawkAttributes {
    QHash<QByteArray, QByteArray> values;
    QByteArray error;
};
HawkAttributes parseHawkAttributes(const QByteArray &text);

// A URL's path and query with a bewit for it, which ends at expires (seconds since 1970).
QByteArray withBewit(const QByteArray &resource, const QByteArray &host, const QByteArray &port, qint64 expires,
    const QByteArray &clientId, const QByteArray &key);

bool sameBytes(const QByteArray &a, const QByteArray &b);

} // namespace demo
