// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "transfer/contentsink.h"
#include "transfer/contentsource.h"
#include "transfer/hostcheck.h"
#include "transfer/resumepoint.h"
#include "transfer/transferprivate.h"

#include <tc/download.h>

#include <functional>
#include <memory>

namespace tc {

/// The course of a download: locate, check the host of an untrusted URL, fetch, check, put in place; when something on
/// the way failed that may go better next time, once more, from where the bytes ended if they can be gone on from.
class DownloadPrivate : public TransferPrivate
{
    Q_OBJECT

public:
    DownloadPrivate(Client *theClient, ContentName name, DownloadTarget downloadTarget);
    ~DownloadPrivate() override;

    Download *download() const { return static_cast<Download *>(q); }
    const ContentName &name() const { return m_source->name(); }
    QString filePath() const;
    qint64 fetched() const;
    qint64 contentLength() const;
    Downloaded takeResult();

    void setOptions(DownloadOptions downloadOptions);

    DownloadOptions options;
    QByteArray contentType;
    std::shared_ptr<ContentSink> sink; ///< shared with the worker that is at it

protected:
    void attempt() override;
    void dropAttempt() override;
    bool mayRepeat(const Error &failure) const override;
    bool prepareRepeat(const Error &failure) override;
    void settle(Error failure, const std::function<void(Error)> &done) override;
    void pausedChanged() override;

private:
    enum class Body { Content, Ignored }; ///< of the exchange
    using Job = std::function<Error(ContentSink &)>;

    void onLocated(const Result<ContentLocation> &location);
    bool mayHaveKept() const;
    void lookForPart();
    void approach();
    bool mayKeep(const Error &failure) const;
    void checkHost(const QUrl &url);
    void dropHostCheck();
    void fetch(const QUrl &url, const QHostAddress &address);
    HttpRequest requestFor(const QUrl &url, const QHostAddress &address) const;
    bool canGoOn(const QUrl &url) const;
    bool canStartOver() const;
    void dropExchange();

    void onHeaders();
    bool isRedirect() const;
    void onRedirect();
    void onRest();
    void onWhole();
    Error openSink();
    Error openPlace(ContentSink::Place *place);
    Error rewind();

    bool isBusy() const { return m_busySink && m_busySink == sink; }
    void work(Job job, std::function<void(Error)> done);
    void whenIdle(std::function<void()> f);
    void pump();
    void onExchangeFinished();
    void onRefused();
    void complete();
    bool endIsProven() const;
    void askForMore(qint64 received);
    void onMore(qint64 received);
    void checkContent();

    DownloadTarget m_target;
    ContentSource *m_source;
    QPointer<HostCheck> m_hostCheck;
    QPointer<Exchange> m_exchange;
    ContentLocation m_location;
    HttpRequest m_request; ///< as it was sent last, without a range
    QUrl m_url; ///< that is fetched
    QUrl m_refusedUrl; ///< that the storage did not accept
    Error m_refusal;
    std::optional<ResumePoint> m_point; ///< what the sink's bytes can be gone on from
    QTimer m_pauseTimer;
    std::function<void()> m_onIdle;
    QPointer<QIODevice> m_device; ///< the caller's
    std::unique_ptr<QIODevice> m_made; ///< by the caller's factory
    qint64 m_start = -1; ///< of the content in the caller's device
    qint64 m_offset = 0; ///< of the exchange's body in the whole one
    qint64 m_total = -1; ///< of the whole one, -1 while unknown
    qint64 m_fetchedBefore = 0;
    int m_redirects = 0;
    Body m_body = Body::Ignored;
    std::shared_ptr<ContentSink> m_busySink; ///< that a worker is at; not always the one in use
    bool m_exchangeDone = false;
    bool m_damaged = false; ///< once already
    bool m_partLookedFor = false;
};

} // namespace tc
