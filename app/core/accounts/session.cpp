// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/session.h"

#include "core/accounts/foundcredentials.h"
#include "core/navigation/location.h"

#include <tc/auth.h>
#include <tc/index.h>
#include <tc/object.h>
#include <tc/queue.h>
#include <tc/secrets.h>

#include <QPointer>
#include <QProcessEnvironment>
#include <QUrl>

namespace core {

using namespace Qt::StringLiterals;

namespace {

bool sameOrigin(const QString &left, const QString &right)
{
    const QString root = normalizedRoot(QUrl(left));
    return !root.isEmpty() && root == normalizedRoot(QUrl(right));
}

} // namespace

tc::ClientOptions clientOptions(const SessionOptions &options)
{
    tc::ClientOptions result;
    result.rootUrl = options.account.rootUrl;
    if (options.provider)
        result.credentials = options.provider;
    else if (!options.credentials.isAnonymous())
        result.credentials = tc::fixedCredentials(options.credentials);
    result.developmentDeployment = options.developmentDeployment;
    if (options.timeout)
        result.timeout = *options.timeout;
    if (options.retry)
        result.retry = *options.retry;
    result.tls = options.tls;
    result.proxy = options.proxy;
    return result;
}

SessionOptions SessionOptions::fromEnvironment(const QProcessEnvironment &environment, const QString &rootUrl)
{
    const QString named = environment.value(u"TASKCLUSTER_ROOT_URL"_s).trimmed();
    SessionOptions options = anonymous(rootUrl.isEmpty() ? named : rootUrl);
    if (!rootUrl.isEmpty() && !named.isEmpty() && !sameOrigin(rootUrl, named))
        return options;
    tc::Credentials credentials;
    credentials.clientId = environment.value(u"TASKCLUSTER_CLIENT_ID"_s);
    credentials.accessToken = environment.value(u"TASKCLUSTER_ACCESS_TOKEN"_s);
    credentials.certificate = environment.value(u"TASKCLUSTER_CERTIFICATE"_s);
    if (credentials.isAnonymous())
        return options;
    Account account = accountFor(options.account.rootUrl, credentials);
    account.rootUrl = options.account.rootUrl; // as given: a malformed one is shown, too
    account.secret = Account::Secret::Environment;
    options.account = std::move(account);
    options.credentials = std::move(credentials);
    return options;
}

SessionOptions SessionOptions::anonymous(const QString &rootUrl)
{
    SessionOptions options;
    options.account.rootUrl = rootUrl;
    return options;
}

SessionOptions SessionOptions::of(const Account &account, std::shared_ptr<tc::CredentialProvider> provider)
{
    SessionOptions options;
    options.account = account;
    options.developmentDeployment = account.developmentDeployment;
    if (account.secret != Account::Secret::None)
        options.provider = std::move(provider);
    return options;
}

SessionOptions SessionOptions::demo(const QString &rootUrl, const tc::Credentials &credentials)
{
    SessionOptions options = anonymous(rootUrl);
    options.account.clientId = credentials.clientId;
    options.account.secret = Account::Secret::Demo;
    options.account.kind = Account::Kind::Permanent;
    options.account.developmentDeployment = true;
    options.credentials = credentials;
    options.developmentDeployment = true;
    return options;
}

Session::Session(const SessionOptions &options, QObject *parent)
    : QObject(parent), m_account(options.account), m_client(std::make_unique<tc::Client>(clientOptions(options))),
      m_queue(std::make_unique<tc::Queue>(m_client.get())), m_index(std::make_unique<tc::Index>(m_client.get())),
      m_object(std::make_unique<tc::Object>(m_client.get())), m_auth(std::make_unique<tc::Auth>(m_client.get())),
      m_secrets(std::make_unique<tc::Secrets>(m_client.get()))
{
}

Session::~Session() = default;

QString Session::rootUrl() const
{
    return normalizedRoot(m_client->rootUrl());
}

tc::Error Session::rootUrlError() const
{
    return tc::Client::checkRootUrl(m_account.rootUrl);
}

QString Session::displayName() const
{
    const QUrl url = m_client->rootUrl();
    return url.port() < 0 ? url.host(QUrl::FullyEncoded)
                          : url.host(QUrl::FullyEncoded) + u':' + QString::number(url.port());
}

tc::DownloadOptions Session::downloadOptions()
{
    tc::DownloadOptions options;
    options.askHost = [session = QPointer(this)](const QUrl &url, std::function<void(bool)> answer) {
        if (session)
            session->askHost(url, std::move(answer));
        else
            answer(false);
    };
    return options;
}

void Session::askHost(const QUrl &url, std::function<void(bool)> answer)
{
    const QString host = normalizedRoot(url);
    if (m_allowedHosts.contains(host))
        return answer(true);
    if (!m_askHost || host.isEmpty())
        return answer(false);
    m_askHost(url, [session = QPointer(this), host, answer = std::move(answer)](bool allowed) {
        if (allowed && session)
            session->m_allowedHosts.insert(host);
        answer(allowed);
    });
}

} // namespace core
