// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QSslConfiguration>

namespace tc::test {

/// TLS for servers of tests: a certificate for localhost and 127.0.0.1, signed by an authority made for this run.
QSslConfiguration serverTls();
/// The same certificate signed by itself, which nobody trusts.
QSslConfiguration selfSignedServerTls();
/// TLS for clients that trust the authority of serverTls(), and only that.
QSslConfiguration clientTls();

} // namespace tc::test
