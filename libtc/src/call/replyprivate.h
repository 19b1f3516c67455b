// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "call/bodyjob.h"
#include "call/clientprivate.h"
#include "http/redact.h"

#include <tc/reply.h>

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>
#include <stop_token>

namespace tc {

/// The course of a call: start, one attempt after the other (credentials, signature, exchange, judgement), finish.
class ReplyPrivate : public QObject
{
    Q_OBJECT

public:
    explicit ReplyPrivate(ReplyBase *reply);
    ~ReplyPrivate() override;

    static ReplyPrivate *of(ReplyBase *reply) { return reply->d.get(); }

    void start(ClientPrivate *client, Call call);
    /// Instead of start(), when nothing is to be sent: ends in \a failure, or well.
    void settle(ClientPrivate *client, Error failure);
    void abort();
    /// The client is being destroyed: the call ends in Cancelled, and the reply must not die with it.
    void clientGone(Client *client);

    ReplyBase *q;
    Error error;
    ResponseInfo response;
    bool finished = false;
    bool autoDelete = true;
    /// Called with the body's continuationToken as soon as that is found, when the body is long enough to be decoded on
    /// another thread.
    std::function<void(const QString &)> onTokenFound;

private:
    void begin();
    void attempt();
    void onCredentials(const Result<Credentials> &credentials);
    Result<QByteArray> signature(const Credentials &credentials);
    HttpRequest makeRequest(const QByteArray &authorization) const;
    void send(const QByteArray &authorization);
    void onExchangeFinished();
    void readResponse();
    std::function<void(QByteArrayView)> tokenFinder();
    void onBody(const BodyResult &result);
    Error errorReply(const QByteArray &body) const;
    bool learnClock();
    void judge(Error failure);
    std::optional<std::chrono::milliseconds> retryDelay(const Error &failure) const;
    bool mayRepeat(const Error &failure) const;
    void retryAfter(std::chrono::milliseconds delay, const Error &reason);
    void stop();
    void finish(Error failure);
    void finishLater(Error failure);
    Error complete(Error failure) const;
    RetryPolicy policy() const;

    ClientPrivate *m_client = nullptr;
    Call m_call;
    Target m_target;
    Redactor m_redactor;
    QPointer<Exchange> m_exchange;
    QTimer m_totalTimer;
    QElapsedTimer m_clock;
    std::optional<std::stop_callback<std::function<void()>>> m_cancel;
    int m_sent = 0; ///< attempts so far
    int m_retries = 0;
    int m_turn = 0; ///< which attempt an answer of the provider belongs to
    bool m_wasSigned = false;
    bool m_maybeReceived = false; ///< by any attempt
    bool m_learntClock = false;
    bool m_ending = false; ///< finished() is due
};

} // namespace tc
