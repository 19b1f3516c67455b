// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/credentials.h>

#include <QByteArray>

#include <optional>

/// What a browser says to the listener of a sign-in. Everything here comes from outside.
namespace tc::callback {

/// Path and query of \a head (a request up to its empty line) if it is a GET of a path for \a host ("localhost:1234");
/// nothing for anything else, absolute forms and several Host headers included.
std::optional<QByteArray> target(QByteArrayView head, QByteArrayView host);

/// Client id and access token of \a query. The deployment's page does not encode them, so a plus is a plus; escapes are
/// taken for what they stand for. Nothing unless each is there once and has its form.
std::optional<Credentials> credentials(QByteArrayView query);

/// Whether \a text may be a client's id.
bool isClientId(QStringView text);

} // namespace tc::callback
