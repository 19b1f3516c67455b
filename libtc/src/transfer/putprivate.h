// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "transfer/sourcestream.h"
#include "transfer/transferprivate.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>

namespace tc {

/// Where a storage takes content, for a while.
struct PutTarget {
    QUrl url {};
    QList<std::pair<QByteArray, QByteArray>> headers {}; ///< to be sent exactly so
    QDeadlineTimer end { QDeadlineTimer::Forever };

    bool isUsable() const;
};

/// The course of sending a source to a storage: open it, ask where to (locate()), put it there; from the start again
/// when something failed that may go better next time, at another address when that one has expired. Short content is
/// read before it is asked where to, so that it can go with the question.
class PutPrivate : public TransferPrivate
{
    Q_OBJECT

public:
    explicit PutPrivate(Client *theClient, std::optional<UploadSource> content);
    ~PutPrivate() override;

    std::chrono::milliseconds stallTimeout { 60'000 };
    qint64 size() const { return m_facts.size; }
    const Hashes &hashes() const { return m_facts.hashes; }

protected:
    void attempt() override;
    void dropAttempt() override;
    void pausedChanged() override;

    /// Asks where the content is to go and calls located(), sent() or finish().
    virtual void locate() = 0;
    /// The storage has the whole content.
    virtual void sent() = 0;

    void located(PutTarget target);
    /// The content, when it is short.
    const std::optional<QByteArray> &inlineContent() const { return m_short; }
    /// Starts \a call; \a onAnswer gets what it answers, and a failure ends the transfer.
    template <typename T>
    Reply<T> *ask(Client *asked, Call call, std::function<void(Reply<T> *)> onAnswer);

private:
    void openSource();
    void onOpened(const Error &failure);
    void readShort();
    void watchSource();
    void watchNoMore();
    Error sourceIsSilent() const;
    void readMore();
    void put();
    void afterPause();
    HttpRequest putRequest();
    SourceStream *makeStream();
    void onSent(qint64 bytes);
    void onPutFinished();
    Error putFailure() const;

    std::optional<UploadSource> m_source;
    SourceFacts m_facts;
    std::shared_ptr<SourceReader> m_reader; ///< open, at the first byte
    std::optional<QByteArray> m_short;
    QByteArray m_reading; ///< of short content
    PutTarget m_target;
    QPointer<ReplyBase> m_reply;
    QPointer<Exchange> m_exchange;
    QPointer<SourceStream> m_stream;
    QTimer m_sourceTimer;
    QElapsedTimer m_sinceProgress;
    int m_renewedIn = 0; ///< the attempt in which an address was given up
    bool m_isReading = false; ///< the source, with no request under way
    bool m_putDue = false; ///< when the pause ends
};

template <typename T>
Reply<T> *PutPrivate::ask(Client *asked, Call call, std::function<void(Reply<T> *)> onAnswer)
{
    auto *reply = asked->call<T>(std::move(call), this);
    m_reply = reply;
    connect(reply, &ReplyBase::finished, this, inTurn([this, reply, onAnswer = std::move(onAnswer)] {
        m_reply = nullptr;
        // It has been tried as often as the client's policy says.
        if (reply->error())
            finish(reply->error());
        else
            onAnswer(reply);
    }));
    return reply;
}

/// How long an answer's date leaves until \a expires, by our clock: the service's may be another.
QDeadlineTimer deadlineOf(const QDateTime &expires, const ResponseInfo &answer);

/// JSON object as the body of a call.
QByteArray jsonBody(const QJsonObject &object);

} // namespace tc
