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
class HostCheck : public QObject
{
    Q_OBJECT

public:
    /// The addresses that may be connected to, or why not.
    using Answer = std::function<void(Result<QList<QHostAddress>>)>;

    HostCheck(const QUrl &rootUrl, DownloadOptions::AskHost askHost, QObject *parent);
    ~HostCheck() override;

    /// Calls \a answer once, from this call or later.
    void check(const QUrl &url, Answer answer);
    /// Drops the answer. The check is deleted with deleteLater(): the hook that asks may be on the stack.
    void cancel();

private:
    Error schemeFault() const;
    void onAnswered(bool allowed);
    void onTargetFound(const QHostInfo &info);
    void onRootFound(const QHostInfo &info);
    void decide(const QList<QHostAddress> &rootAddresses);
    void give(Result<QList<QHostAddress>> result);
    void refuse(const QString &message);

    QUrl m_rootUrl;
    DownloadOptions::AskHost m_askHost;
    QUrl m_url;
    Answer m_answer;
    QList<QHostAddress> m_addresses;
    int m_lookup = -1;
};

} // namespace tc
