// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/account.h"

#include <tc/client.h>
#include <tc/download.h>

#include <QNetworkProxy>
#include <QObject>
#include <QSet>
#include <QSslConfiguration>

#include <chrono>
#include <memory>
#include <optional>

class QProcessEnvironment;

namespace tc {
class Auth;
class Index;
class Object;
class Queue;
class Secrets;
} // namespace tc

namespace core {

/// What is needed to open a deployment.
struct SessionOptions {
    Account account;
    tc::Credentials credentials; ///< anonymous by default
    std::shared_ptr<tc::CredentialProvider> provider; ///< goes before the credentials: see AccountRegistry::provider()
    /// Marked by hand (or the demo): credentials may travel over plain http.
    bool developmentDeployment = false;
    std::optional<std::chrono::milliseconds> timeout; ///< these three as in tc::ClientOptions; absent is its default
    std::optional<tc::RetryPolicy> retry;
    std::optional<QSslConfiguration> tls; ///< for a deployment with a certificate authority of its own
    std::optional<QNetworkProxy> proxy; ///< as in tc::ClientOptions

    /// From TASKCLUSTER_ROOT_URL, TASKCLUSTER_CLIENT_ID, TASKCLUSTER_ACCESS_TOKEN and TASKCLUSTER_CERTIFICATE.
    /// \a rootUrl wins over the variable; the credentials are used only when TASKCLUSTER_ROOT_URL is unset or has
    /// the same origin, so that they never go to another deployment. The account's root URL is empty when neither
    /// names a deployment.
    static SessionOptions fromEnvironment(const QProcessEnvironment &environment, const QString &rootUrl = {});
    /// Without credentials.
    static SessionOptions anonymous(const QString &rootUrl);
    /// The credentials of an account, from wherever they live.
    static SessionOptions of(const Account &account, std::shared_ptr<tc::CredentialProvider> provider);
    /// The embedded demo deployment, which has its own.
    static SessionOptions demo(const QString &rootUrl, const tc::Credentials &credentials);
};

/// How a client behaves that is made of them.
tc::ClientOptions clientOptions(const SessionOptions &options);

/// A deployment that is open: its client and services. Everything that loads takes one and must not outlive it.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(const SessionOptions &options, QObject *parent = nullptr);
    ~Session() override;

    /// As it was when the session was opened; AccountRegistry knows how it is now.
    const Account &account() const { return m_account; }
    /// As in Location::rootUrl; empty when the root URL is malformed.
    QString rootUrl() const;
    /// Why the root URL cannot be used, or no error. Calls fail with the same.
    tc::Error rootUrlError() const;
    /// Short name for a person: the host, with the port where it is not the usual one.
    QString displayName() const;

    /// Who answers whether something may be fetched from a host that a task chose (see tc::DownloadOptions). Each
    /// host is asked about once, and remembered when it is allowed. Without it such transfers are refused.
    void setAskHost(tc::DownloadOptions::AskHost ask) { m_askHost = std::move(ask); }
    /// Options for a transfer of this deployment.
    tc::DownloadOptions downloadOptions();

    tc::Client *client() const { return m_client.get(); }
    tc::Queue *queue() const { return m_queue.get(); }
    tc::Index *index() const { return m_index.get(); }
    tc::Object *object() const { return m_object.get(); }
    tc::Auth *auth() const { return m_auth.get(); }
    tc::Secrets *secrets() const { return m_secrets.get(); }

private:
    void askHost(const QUrl &url, std::function<void(bool)> answer);

    Account m_account;
    std::unique_ptr<tc::Client> m_client; // first, because the services use it
    std::unique_ptr<tc::Queue> m_queue;
    std::unique_ptr<tc::Index> m_index;
    std::unique_ptr<tc::Object> m_object;
    std::unique_ptr<tc::Auth> m_auth;
    std::unique_ptr<tc::Secrets> m_secrets;
    tc::DownloadOptions::AskHost m_askHost;
    QSet<QString> m_allowedHosts;
};

} // namespace core
