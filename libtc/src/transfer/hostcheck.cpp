// SPDX-License-Identifier: MPL-2.0
#include "transfer/hostcheck.h"

#include "util/text.h"
#include "util/urls.h"

#include <QHostInfo>
#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tc {

HostCheck::HostCheck(QUrl rootUrl, DownloadOptions::AskHost askHost, QObject *parent)
    : QObject(parent), m_rootUrl(std::move(rootUrl)), m_askHost(std::move(askHost))
{
}

HostCheck::~HostCheck()
{
    QHostInfo::abortHostLookup(m_lookup);
}

void HostCheck::check(const QUrl &url, Route route, Answer answer)
{
    m_url = url;
    m_route = route;
    m_answer = std::move(answer);
    if (const Error fault = schemeFault()) {
        give({ {}, fault });
    } else if (urls::sameOrigin(url, m_rootUrl)) {
        onAnswered(true);
    } else if (!m_askHost) {
        refuse(Text::tr("The artifact is kept by %1, which nobody has agreed to fetch from.").arg(url.host()));
    } else {
        m_askHost(url, [guard = QPointer(this)](bool allowed) {
            if (guard)
                guard->onAnswered(allowed);
        });
    }
}

void HostCheck::cancel()
{
    m_answer = {};
}

Error HostCheck::schemeFault() const
{
    const bool isPlain = m_url.scheme() == "http"_L1;
    const bool isSecure = m_url.scheme() == "https"_L1;
    Error error;
    if (m_url.isValid() && !m_url.host().isEmpty() && (isSecure || (isPlain && urls::isLoopbackHost(m_rootUrl.host()))))
        return error;
    error.kind = ErrorKind::Usage;
    error.message = isPlain
        ? Text::tr("The artifact is kept by %1 without https, so it is not fetched.").arg(m_url.host())
        : Text::tr("The artifact refers to something that is no web address: %1").arg(m_url.scheme());
    return error;
}

void HostCheck::onAnswered(bool allowed)
{
    if (!m_answer)
        return;
    if (!allowed) {
        refuse(Text::tr("Fetching from %1 was not agreed to.").arg(m_url.host()));
        return;
    }
    m_lookup = QHostInfo::lookupHost(m_url.host(), this, [this](const QHostInfo &info) { onTargetFound(info); });
}

void HostCheck::onTargetFound(const QHostInfo &info)
{
    m_addresses = info.addresses();
    if (m_addresses.isEmpty() && m_route == Route::Proxy) {
        allow({});
        return;
    }
    if (m_addresses.isEmpty()) {
        Error error;
        error.kind = ErrorKind::Network;
        error.message = Text::tr("There is no host named %1.").arg(m_url.host());
        give({ {}, error });
        return;
    }
    const bool isOpen = std::all_of(m_addresses.cbegin(), m_addresses.cend(),
        [](const QHostAddress &a) { return urls::reach(a) == urls::Reach::Public; });
    if (isOpen)
        allow(m_addresses);
    else
        m_lookup = QHostInfo::lookupHost(m_rootUrl.host(), this, [this](const QHostInfo &root) { onRootFound(root); });
}

void HostCheck::onRootFound(const QHostInfo &info)
{
    decide(info.addresses());
}

void HostCheck::decide(const QList<QHostAddress> &rootAddresses)
{
    QList<QHostAddress> allowed;
    for (const QHostAddress &address : std::as_const(m_addresses)) {
        const urls::Reach where = urls::reach(address);
        const bool isWithDeployment = std::any_of(rootAddresses.cbegin(), rootAddresses.cend(),
            [where](const QHostAddress &root) { return urls::reach(root) == where; });
        if (where == urls::Reach::Public || isWithDeployment)
            allowed.append(address);
    }
    if (allowed.isEmpty()) {
        refuse(Text::tr("%1 is inside a private network, where the deployment is not, so nothing is fetched from it.")
                   .arg(m_url.host()));
    } else {
        allow(allowed);
    }
}

void HostCheck::allow(const QList<QHostAddress> &addresses)
{
    give({ m_route == Route::Proxy ? QList<QHostAddress>() : addresses, {} });
}

void HostCheck::refuse(const QString &message)
{
    Error error;
    error.kind = ErrorKind::Usage;
    error.message = message;
    give({ {}, error });
}

void HostCheck::give(Result<QList<QHostAddress>> result)
{
    if (const Answer answer = std::exchange(m_answer, {}))
        answer(std::move(result));
}

} // namespace tc
