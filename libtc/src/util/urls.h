// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>
#include <tc/methodinfo.h>

#include <QHostAddress>
#include <QList>
#include <QUrl>

namespace tc::urls {

using Query = QList<std::pair<QString, QString>>;

/// The root URL without trailing slashes, or a Usage error in words for a person.
Result<QUrl> parseRootUrl(const QString &text);

/// A path argument or a part of a query, encoded as the services' own clients do (encodeURIComponent): what is not
/// A-Z a-z 0-9 - _ . ~ ! * ' ( ) becomes an escape of upper-case hex.
QByteArray encodeComponent(const QString &text);

/// Path and query of a method below the root URL's path, encoded. A Usage error for a wrong number of arguments, and
/// for arguments that a path cannot carry: empty ones and dot segments, which every hop would take for something else.
Result<QByteArray> methodTarget(const MethodInfo &method, const QStringList &arguments, const Query &query);

/// Path and query as QNetworkAccessManager puts them on the wire.
QByteArray wireTarget(const QUrl &url);

/// The port, or the default of its scheme.
int port(const QUrl &url);
/// Host in lower case, an IPv6 address in brackets.
QByteArray hostForHeader(const QUrl &url);
bool sameOrigin(const QUrl &a, const QUrl &b);

/// Whether the name can only be this machine: localhost, 127.0.0.0/8, ::1.
bool isLoopbackHost(const QString &host);

/// Where an address leads, from open to closed.
enum class Reach { Public, Private, LinkLocal, Loopback };
Reach reach(const QHostAddress &address);

} // namespace tc::urls
