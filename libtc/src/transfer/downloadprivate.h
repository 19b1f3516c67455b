// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "call/clientprivate.h"
#include "transfer/artifactsource.h"
#include "transfer/contentsink.h"
#include "transfer/hostcheck.h"

#include <tc/download.h>

#include <QIODevice>
#include <QPointer>

#include <memory>

namespace tc {

/// The course of a download: locate, check the host of an untrusted URL, fetch, check, put in place; from the start
/// again when something on the way failed that may go better next time.
class DownloadPrivate : public QObject
{
    Q_OBJECT

public:
    DownloadPrivate(Download *download, Client *client, ArtifactRef ref);
    ~DownloadPrivate() override;

    void abort();

    Download *q;
    QPointer<Client> client;
    ArtifactRef artifact;
    QString filePath;
    QPointer<QIODevice> device;
    DownloadOptions options;
    Error error;
    QByteArray contentType;
    std::shared_ptr<ContentSink> sink; ///< shared with the worker that is at it
    bool finished = false;
    bool autoDelete = true;

private:
    void attempt();
    void onLocated(const Result<ContentLocation> &location);
    void checkHost(const QUrl &url);
    void dropHostCheck();
    void fetch(const QUrl &url, const QHostAddress &address);
    void onHeaders();
    bool isRedirect() const;
    void onRedirect();
    Error openSink();
    void pump();
    void onWritten(const Error &failure);
    void onExchangeFinished();
    void complete();
    bool endIsProven() const;
    void askForMore(qint64 received);
    void onMore(qint64 received);
    void checkContent();
    Error putInPlace();
    Error errorReply();
    void judge(Error failure);
    bool mayRepeat(const Error &failure) const;
    bool rewind();
    void stop();
    void finish(Error failure);

    std::shared_ptr<AccessManager> m_http; ///< keeps the connections until the last exchange has gone
    ArtifactSource *m_source;
    QPointer<HostCheck> m_hostCheck;
    QPointer<Exchange> m_exchange;
    ContentLocation m_location;
    HttpRequest m_request; ///< as it was sent last
    QUrl m_url; ///< that is fetched
    qint64 m_start = 0; ///< of the content in a device
    int m_redirects = 0;
    int m_attempt = 1;
    int m_turn = 0; ///< what comes from an earlier turn is dropped
    bool m_isError = false; ///< the exchange's body is an error, not content
    bool m_writing = false; ///< a worker is at the sink
    bool m_exchangeDone = false;
    bool m_ending = false;
    bool m_hashFailed = false;
};

} // namespace tc
