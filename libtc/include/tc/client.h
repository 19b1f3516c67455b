// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/credentials.h>
#include <tc/methodinfo.h>
#include <tc/reply.h>
#include <tc/retrypolicy.h>

#include <QNetworkProxy>
#include <QObject>
#include <QSslConfiguration>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

namespace tc {

class ClientPrivate;
class Transport;

/// How a client behaves. Every member has a default that is right for a person at a desk.
struct ClientOptions {
    QString rootUrl {}; ///< of the deployment, for example https://community-tc.services.mozilla.com
    std::shared_ptr<CredentialProvider> credentials {}; ///< null is anonymous
    /// Narrows the credentials to these scopes. Absent is not empty: an empty list leaves no scope at all.
    std::optional<QStringList> authorizedScopes {};
    RetryPolicy retry {};
    std::optional<int> maxRetries {}; ///< short for retry.retries, and goes before it
    std::chrono::milliseconds timeout { 30'000 }; ///< without a byte, for each attempt
    std::optional<std::chrono::milliseconds> totalTimeout {}; ///< of a call with all its attempts and waits
    qint64 maxReplySize = 128LL * 1024 * 1024; ///< bytes of a decoded body; a longer reply ends in TooLarge
    bool payloadHash = false; ///< put a hash of the body into the signature
    /// Marks a deployment for development by hand: credentials may travel over plain http to this root URL.
    bool developmentDeployment = false;
    QString traceId {}; ///< sent as x-taskcluster-trace-id unless empty
    std::optional<QSslConfiguration> tls {}; ///< for deployments with a certificate authority of their own
    std::chrono::seconds signedUrlExpiration { 900 }; ///< of signed URLs for which no other is given
    QString userAgent {}; ///< the program, for example "my-tool/1.2": stands before the library's own name and version
    /// Absent stands for what the system says: the environment's http_proxy, https_proxy, all_proxy and no_proxy, then
    /// the desktop's settings. A proxy that is given is used for every host but this machine's own names. No call with
    /// credentials over plain http goes through any.
    std::optional<QNetworkProxy> proxy {};
    std::shared_ptr<Transport> transport {}; ///< carries the bytes instead of the network: see tc/transport.h
};

/// What one call may change about its client's options.
struct CallOptions {
    std::optional<QStringList> authorizedScopes {};
    std::optional<RetryPolicy> retry {};
    std::optional<std::chrono::milliseconds> timeout {};
    std::optional<std::chrono::milliseconds> totalTimeout {};
    QString traceId {};
    std::optional<int> maxRetries {}; ///< goes before the number of retries in any policy
    std::stop_token cancel {}; ///< a stop requested from any thread ends the call in Cancelled, as abort() does
};

/// One call as it goes on the wire, before it is signed.
struct Call {
    const MethodInfo *method = nullptr;
    QStringList arguments {}; ///< of the route, in its order, not encoded
    QList<std::pair<QString, QString>> query {}; ///< in the order in which it is sent
    std::optional<QByteArray> body {}; ///< JSON; absent is not empty
    CallOptions options {};
};

/// A root URL with credentials, a policy and connections that all its services share.
///
/// Lives on one thread, as do its replies. Replies that are still running when it is destroyed end in Cancelled.
class Client : public QObject
{
    Q_OBJECT

public:
    explicit Client(ClientOptions options, QObject *parent = nullptr);
    /// Short form for fixed credentials.
    explicit Client(const QString &rootUrl, const Credentials &credentials = {}, QObject *parent = nullptr);
    ~Client() override;

    const ClientOptions &options() const;
    /// The root URL without trailing slashes; empty when the one given is malformed (every call then says why).
    QUrl rootUrl() const;
    /// Why \a rootUrl cannot be used, in words for a person, or no error.
    static Error checkRootUrl(const QString &rootUrl);

    /// A client with other options; mostly options() of this one with something changed. It shares connections when
    /// what they depend on is the same (root URL, TLS, proxy, transport, user agent, development), and what was learnt
    /// of the service's clock when the root URL is. Belongs to the same thread; either may be destroyed first.
    std::unique_ptr<Client> derive(ClientOptions options) const;

    /// Starts \a call on the next turn of the event loop; its reply decodes into T. The generated services use
    /// this; so does a program that has only a MethodInfo (T = tc::Json). The reply is a child of \a parent or,
    /// without one, of the client; it deletes itself after finished() unless told otherwise.
    template <typename T>
    Reply<T> *call(Call call, QObject *parent = nullptr) // NOLINT(performance-unnecessary-value-param) it is moved
    {
        auto *reply = new Reply<T>(parent ? parent : this);
        start(reply, std::move(call));
        return reply;
    }

    /// The URL of a GET, or an empty one and an error for arguments that the route cannot take.
    Result<QUrl> buildUrl(const Call &call) const;
    /// The same with a bewit: whoever holds it can make this request until it expires. \a expiry is counted from
    /// now; absent is the client's signedUrlExpiration. Credentials are asked from the provider; one that does not
    /// answer at once gives a Usage error, as does a URL that would be longer than the services take.
    Result<QUrl> buildSignedUrl(const Call &call, std::optional<std::chrono::seconds> expiry = {}) const;
    /// Any URL below the root URL with a bewit, for a GET. A Usage error for other URLs, for one that has a bewit
    /// already and for one that would not go on the wire as it is written.
    Result<QUrl> signUrl(const QUrl &url, std::optional<std::chrono::seconds> expiry = {}) const;

private:
    Client(ClientOptions options, const ClientPrivate *base, QObject *parent);
    void start(ReplyBase *reply, Call call);

    friend class ClientPrivate;
    std::unique_ptr<ClientPrivate> d;
};

/// Base of the generated service classes. Does not own its client, which must outlive it.
class Service : public QObject
{
    Q_OBJECT

public:
    Client *client() const { return m_client; }

protected:
    explicit Service(Client *client, QObject *parent);

private:
    Client *m_client;
};

} // namespace tc
