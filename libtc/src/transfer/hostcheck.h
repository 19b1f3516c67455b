// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/download.h>

#include <QHostAddress>
#include <QObject>
#include <QUrl>

#include <functional>

class QHostInfo;

namespace tc {

/// Decides whether a URL that somebody outside of the deployment chose may be fetched: https only (plain http where the
/// deployment is on loopback itself), a host that the person has agreed to, and an address that does not lead back into
/// a network that only we can reach, unless the deployment is there too.
///
/// Through a proxy it is the proxy that resolves the name and connects, from where it stands. What this machine knows
/// of the name is still checked, and addresses written as such; a name that only the proxy can resolve is left to its
/// rules.
class HostCheck : public QObject
{
    Q_OBJECT

public:
    enum class Route { Direct, Proxy };

    /// The addresses that may be connected to, none for a proxy to resolve the name itself; or why not.
    using Answer = std::function<void(Result<QList<QHostAddress>>)>;

    HostCheck(QUrl rootUrl, DownloadOptions::AskHost askHost, QObject *parent);
    ~HostCheck() override;

    /// Calls \a answer once, from this call or later.
    void check(const QUrl &url, Route route, Answer answer);
    /// Drops the answer. The check is deleted with deleteLater(): the hook that asks may be on the stack.
    void cancel();

private:
    Error schemeFault() const;
    void onAnswered(bool allowed);
    void onTargetFound(const QHostInfo &info);
    void onRootFound(const QHostInfo &info);
    void decide(const QList<QHostAddress> &rootAddresses);
    void allow(const QList<QHostAddress> &addresses);
    void give(Result<QList<QHostAddress>> result);
    void refuse(const QString &message);

    QUrl m_rootUrl;
    DownloadOptions::AskHost m_askHost;
    QUrl m_url;
    Route m_route = Route::Direct;
    Answer m_answer;
    QList<QHostAddress> m_addresses;
    int m_lookup = -1;
};

} // namespace tc
