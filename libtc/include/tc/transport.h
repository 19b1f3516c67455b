// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QtGlobal>

class QNetworkAccessManager;
class QObject;

namespace tc {

/// Carries a client's bytes in the place of the network (ClientOptions::transport), mostly a fake in a test: see
/// tc/faketransport.h for one that is ready to use.
///
/// Everything that the library promises of HTTP stays in force, because it is done before and after the bytes travel:
/// whether credentials may go to a URL at all, signatures, which requests may be sent twice, retries, timeouts, caps on
/// the size of a reply, lengths and the end of gzip, redirects that are never followed, the redacted log. A reply that
/// reports a TLS error fails even if the manager would let it pass. What the transport itself does with a request, such
/// as which host it really connects to, is its own business: give it only requests that it may see.
class Transport
{
public:
    Transport() = default;
    virtual ~Transport();
    Q_DISABLE_COPY_MOVE(Transport)

    /// A new manager that belongs to \a parent. Called on the client's thread, more than once for a client that does
    /// several things at a time. Cookies, redirects and proxies of the manager are set by the caller.
    virtual QNetworkAccessManager *makeManager(QObject *parent) = 0;
};

} // namespace tc
